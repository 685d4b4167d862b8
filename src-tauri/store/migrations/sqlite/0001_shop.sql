-- The shop. Money in minor units, times in milliseconds UTC, quantities in units, weights in grams.
-- PostgreSQL's twin stands in ../postgres under the same name; a test compares the two.

-- Which shop this is, the schema's version, whether the last run ended cleanly.
CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Counters that desks take blocks from: 'id' for every thing, 'journal' for the events' sequence.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- position: the order in which places ship; the first is where a parcel leaves from by default.
CREATE TABLE location (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    active INTEGER NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
) STRICT;

-- start_at: orders placed before it are history. on_shelf: whether what it reports shipped stood on our
-- shelf, 1 or 0; empty until it was asked.
CREATE TABLE channel (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    start_at INTEGER,
    on_shelf INTEGER,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    merged_into INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key <> '';

-- The folded words of a customer's names, for search by the beginning of any of them; and each name of
-- several words as a whole, after a '='.
CREATE TABLE customer_word (
    word TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (word, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_word_by_customer ON customer_word (customer_id, word);

-- How a channel tells its buyers apart, where it has an id of its own for them.
CREATE TABLE customer_source (
    channel_id INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    PRIMARY KEY (channel_id, source_id)
) STRICT, WITHOUT ROWID;

-- An address is a value: rows never change. An order or parcel points at the one it had.
CREATE TABLE address (
    id INTEGER NOT NULL PRIMARY KEY,
    customer_id INTEGER,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    line1 TEXT NOT NULL,
    line2 TEXT NOT NULL,
    line3 TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    postcode TEXT NOT NULL,
    postcode_key TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT NOT NULL
) STRICT;
CREATE INDEX address_by_customer ON address (customer_id);
CREATE INDEX address_by_postcode ON address (postcode_key) WHERE postcode_key <> '';

CREATE TABLE product (
    id INTEGER NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- counted: 0 until its opening count; until then it is never short.
-- most_shipments: in how many shipments an order may leave of which this is short, 0 for any number;
-- empty is as the shop's rule says.
CREATE TABLE variant (
    id INTEGER NOT NULL PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES product (id),
    sku TEXT NOT NULL,
    sku_key TEXT NOT NULL,
    title TEXT NOT NULL,
    options TEXT NOT NULL,
    kind TEXT NOT NULL,
    grams INTEGER,
    length_mm INTEGER,
    width_mm INTEGER,
    height_mm INTEGER,
    hs_code TEXT NOT NULL,
    origin TEXT NOT NULL,
    cost INTEGER,
    price INTEGER,
    currency TEXT NOT NULL,
    counted INTEGER NOT NULL,
    safety INTEGER NOT NULL,
    reorder_point INTEGER,
    most_shipments INTEGER,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX variant_by_sku ON variant (sku_key, sku) WHERE sku_key <> '';
CREATE INDEX variant_by_product ON variant (product_id);

CREATE TABLE variant_word (
    word TEXT NOT NULL,
    variant_id INTEGER NOT NULL,
    PRIMARY KEY (word, variant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE barcode (
    code TEXT NOT NULL,
    variant_id INTEGER NOT NULL REFERENCES variant (id),
    PRIMARY KEY (code, variant_id)
) STRICT, WITHOUT ROWID;

-- A kit's recipe: so many of each part in one kit.
CREATE TABLE kit_part (
    kit_id INTEGER NOT NULL REFERENCES variant (id),
    part_id INTEGER NOT NULL REFERENCES variant (id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (kit_id, part_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kit_part_by_part ON kit_part (part_id);

-- What the rows below add up to, kept in the same transaction. picked: fetched, not handed over and
-- not back on the shelf. missing: not found by a picker since the last count; promised to nobody.
CREATE TABLE stock (
    variant_id INTEGER NOT NULL REFERENCES variant (id),
    location_id INTEGER NOT NULL REFERENCES location (id),
    bin TEXT NOT NULL,
    on_hand INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    picked INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    PRIMARY KEY (variant_id, location_id)
) STRICT, WITHOUT ROWID;

-- The stock ledger: rows are only ever added.
CREATE TABLE movement (
    id INTEGER NOT NULL PRIMARY KEY,
    variant_id INTEGER NOT NULL REFERENCES variant (id),
    location_id INTEGER NOT NULL REFERENCES location (id),
    quantity INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    order_id INTEGER,
    line_id INTEGER,
    parcel_id INTEGER,
    staff_id INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX movement_by_variant ON movement (variant_id, location_id, id);
CREATE INDEX movement_by_parcel ON movement (parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX movement_by_line ON movement (line_id) WHERE line_id IS NOT NULL;

CREATE TABLE reservation (
    id INTEGER NOT NULL PRIMARY KEY,
    variant_id INTEGER NOT NULL REFERENCES variant (id),
    location_id INTEGER NOT NULL REFERENCES location (id),
    order_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    state TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX reservation_by_line ON reservation (line_id);
CREATE INDEX reservation_active ON reservation (variant_id, location_id) WHERE state = 'active';

-- most_shipments: in how many shipments it may leave, 0 for any number; empty is as the shop's rule says.
-- reserve_from: from when goods are put aside for it, 9007199254740991 until somebody says so; empty
-- once its time has come.
-- expired_at: when its goods were let go, because nobody had paid; empty again once it is paid.
CREATE TABLE orders (
    id INTEGER NOT NULL PRIMARY KEY,
    channel_id INTEGER NOT NULL REFERENCES channel (id),
    source_id TEXT NOT NULL,
    number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    customer_id INTEGER,
    ship_to_id INTEGER,
    bill_to_id INTEGER,
    recipient_key TEXT NOT NULL,
    country TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    booked_at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    lines_total INTEGER NOT NULL,
    total INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    refunded INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    amounts_known INTEGER NOT NULL,
    prices_include_tax INTEGER,
    source_paid TEXT NOT NULL,
    source_shipped TEXT NOT NULL,
    life TEXT NOT NULL,
    payment TEXT NOT NULL,
    fulfilment TEXT NOT NULL,
    returns TEXT NOT NULL,
    history INTEGER NOT NULL,
    counter_sale INTEGER NOT NULL,
    ready INTEGER NOT NULL,
    work INTEGER NOT NULL,
    holds INTEGER NOT NULL,
    needs INTEGER NOT NULL,
    units INTEGER NOT NULL,
    units_left INTEGER NOT NULL,
    short INTEGER NOT NULL,
    grams INTEGER,
    ship_by INTEGER,
    promised_at INTEGER,
    shipped_at INTEGER,
    ended_at INTEGER,
    service_wish TEXT NOT NULL,
    service_id INTEGER,
    most_shipments INTEGER,
    expired_at INTEGER,
    reserve_from INTEGER,
    note TEXT NOT NULL,
    gift INTEGER NOT NULL,
    gift_message TEXT NOT NULL,
    tags TEXT NOT NULL,
    extra TEXT NOT NULL,
    views INTEGER NOT NULL,
    batch_id INTEGER,
    source_row INTEGER,
    digest TEXT NOT NULL,
    sample INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_by_source ON orders (channel_id, source_id);
CREATE INDEX orders_by_placed ON orders (placed_at, id);
CREATE INDEX orders_by_channel ON orders (channel_id, placed_at, id);
CREATE INDEX orders_by_country ON orders (country, placed_at, id);
-- Nearly all of a history is paid and delivered: who asks for that finds it on any page, so only the rest is
-- worth an index.
CREATE INDEX orders_by_payment ON orders (payment, placed_at, id) WHERE payment <> 'paid';
CREATE INDEX orders_by_fulfilment ON orders (fulfilment, placed_at, id) WHERE fulfilment <> 'delivered';
CREATE INDEX orders_by_number ON orders (number_key, id);
CREATE INDEX orders_by_customer ON orders (customer_id, id);
CREATE INDEX orders_by_ship_to ON orders (ship_to_id);
CREATE INDEX orders_by_batch ON orders (batch_id) WHERE batch_id IS NOT NULL;
-- The work in hand is a small part of a long history: these stay small however old the shop is.
CREATE INDEX orders_ready ON orders (ship_by, id) WHERE ready = 1;
CREATE INDEX orders_work_ship_by ON orders (ship_by, id) WHERE work = 1;
CREATE INDEX orders_work_placed ON orders (placed_at, id) WHERE work = 1;
CREATE INDEX orders_work_total ON orders (total, id) WHERE work = 1;
CREATE INDEX orders_work_name ON orders (recipient_key, id) WHERE work = 1;
CREATE INDEX orders_reserve ON orders (reserve_from) WHERE reserve_from IS NOT NULL;
CREATE INDEX orders_held ON orders (ship_by, id) WHERE holds > 0;
CREATE INDEX orders_need ON orders (placed_at, id) WHERE needs > 0;

-- Quantities are kept net; each is the sum of its shipment, cancel and return rows.
CREATE TABLE order_line (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    by_shop INTEGER NOT NULL,
    sending TEXT NOT NULL,
    of_line_id INTEGER,
    variant_id INTEGER,
    sku TEXT NOT NULL,
    title TEXT NOT NULL,
    options TEXT NOT NULL,
    personalisation TEXT NOT NULL,
    unit_price INTEGER,
    discount INTEGER NOT NULL,
    tax INTEGER,
    total INTEGER NOT NULL,
    grams INTEGER,
    not_before INTEGER,
    ordered INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    backordered INTEGER NOT NULL,
    picked INTEGER NOT NULL,
    packed INTEGER NOT NULL,
    shipped INTEGER NOT NULL,
    delivered INTEGER NOT NULL,
    return_requested INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    written_off INTEGER NOT NULL
) STRICT;
CREATE INDEX order_line_by_order ON order_line (order_id, position);
CREATE INDEX order_line_by_variant ON order_line (variant_id, order_id) WHERE variant_id IS NOT NULL;
CREATE INDEX order_line_waiting ON order_line (variant_id, order_id) WHERE backordered > 0;

-- What one unit of a kit's line is fetched as: its recipe as it stood when the order was placed. share:
-- of the kit's price, in millionths, together 1,000,000. A line of kind 'kit' has such rows, no other has.
CREATE TABLE line_part (
    line_id INTEGER NOT NULL REFERENCES order_line (id),
    part_id INTEGER NOT NULL REFERENCES variant (id),
    quantity INTEGER NOT NULL,
    share INTEGER NOT NULL,
    PRIMARY KEY (line_id, part_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_part_by_part ON line_part (part_id);

-- Amounts beside the lines: what is owed. A line's own amount is order_line.total.
CREATE TABLE charge (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    amount INTEGER NOT NULL
) STRICT;
CREATE INDEX charge_by_order ON charge (order_id);

CREATE TABLE credit (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    line_id INTEGER,
    reason TEXT NOT NULL,
    amount INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_by_order ON credit (order_id);

-- Payments as facts. direction 'in' or 'out' (a refund). amount is absent when only the fact is known.
CREATE TABLE payment (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    direction TEXT NOT NULL,
    way TEXT NOT NULL,
    method TEXT NOT NULL,
    reference TEXT NOT NULL,
    state TEXT NOT NULL,
    amount INTEGER,
    at INTEGER,
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX payment_by_order ON payment (order_id);

-- Taxes as the source names them; what is on top of prices is also a charge.
CREATE TABLE tax (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    included INTEGER,
    by_channel INTEGER NOT NULL
) STRICT;
CREATE INDEX tax_by_order ON tax (order_id);

CREATE TABLE hold (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    line_id INTEGER,
    shipment_id INTEGER,
    kind TEXT NOT NULL,
    sentence TEXT NOT NULL,
    until_at INTEGER,
    placed_at INTEGER NOT NULL,
    placed_by INTEGER NOT NULL,
    released_at INTEGER,
    released_by INTEGER,
    release_note TEXT NOT NULL
) STRICT;
CREATE INDEX hold_by_order ON hold (order_id);
CREATE INDEX hold_until ON hold (until_at) WHERE released_at IS NULL AND until_at IS NOT NULL;

-- What the source last said of a field that a person here has changed. Without a row the source's
-- last value is the order's own: so an unedited order costs nothing here.
CREATE TABLE local_edit (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    field TEXT NOT NULL,
    theirs TEXT NOT NULL,
    PRIMARY KEY (order_id, field)
) STRICT, WITHOUT ROWID;

-- Both sides changed one field: ours stands, theirs is shown beside it until a person decides.
CREATE TABLE conflict (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    field TEXT NOT NULL,
    ours TEXT NOT NULL,
    theirs TEXT NOT NULL,
    batch_id INTEGER,
    found_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_by_order ON conflict (order_id);

-- Something only a person can settle. Closed, never deleted.
CREATE TABLE need (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    order_id INTEGER,
    thing_id INTEGER,
    sentence TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_by INTEGER
) STRICT;
CREATE INDEX need_open ON need (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX need_by_order ON need (order_id) WHERE order_id IS NOT NULL;

-- Goods that leave together. elsewhere: the source shipped them; then order_id names the one order, and
-- without shipment lines it stands for all of the order's live units. from_shelf: of those elsewhere, 1
-- when they stood on our shelf and its stock fell, 0 when not; empty while nobody has said.
CREATE TABLE shipment (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    elsewhere INTEGER NOT NULL,
    from_shelf INTEGER,
    location_id INTEGER,
    address_id INTEGER,
    made_at INTEGER NOT NULL,
    shipped_at INTEGER,
    delivered_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX shipment_elsewhere ON shipment (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX shipment_unasked ON shipment (id) WHERE from_shelf IS NULL;

CREATE TABLE shipment_line (
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    line_id INTEGER NOT NULL REFERENCES order_line (id),
    order_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    picked INTEGER NOT NULL,
    packed INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    PRIMARY KEY (shipment_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipment_line_by_order ON shipment_line (order_id);

CREATE TABLE service (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    carrier TEXT NOT NULL,
    tracked INTEGER NOT NULL,
    definition TEXT NOT NULL,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE number_pool (
    id INTEGER NOT NULL PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id),
    definition TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Every number that ever stood on a label of the own post: none is given twice.
CREATE TABLE used_number (
    number TEXT NOT NULL PRIMARY KEY,
    parcel_id INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Orders that a shop which a backup replaced had worked on, and that the backup does not know: they come again
-- with the next file, and must not leave a second time.
CREATE TABLE gone_order (
    channel_kind TEXT NOT NULL,
    source_id TEXT NOT NULL,
    number TEXT NOT NULL,
    why TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (channel_kind, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over (
    id INTEGER NOT NULL PRIMARY KEY,
    carrier TEXT NOT NULL,
    way TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    parcels INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE parcel (
    id INTEGER NOT NULL PRIMARY KEY,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    number TEXT NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    carrier TEXT NOT NULL,
    service_id INTEGER,
    address_id INTEGER,
    tracking TEXT NOT NULL,
    tracking_key TEXT NOT NULL,
    grams INTEGER,
    length_mm INTEGER,
    width_mm INTEGER,
    height_mm INTEGER,
    made_at INTEGER NOT NULL,
    labelled_at INTEGER,
    hand_over_id INTEGER,
    handed_over_at INTEGER,
    delivered_at INTEGER,
    assumed INTEGER NOT NULL,
    expected_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX parcel_by_shipment ON parcel (shipment_id);
CREATE INDEX parcel_by_tracking ON parcel (tracking_key) WHERE tracking_key <> '';
CREATE INDEX parcel_waiting ON parcel (carrier, id) WHERE state = 'labelled';
CREATE INDEX parcel_expected ON parcel (expected_at) WHERE expected_at IS NOT NULL;
CREATE INDEX parcel_by_hand_over ON parcel (hand_over_id) WHERE hand_over_id IS NOT NULL;

CREATE TABLE parcel_line (
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    line_id INTEGER NOT NULL REFERENCES order_line (id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (parcel_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_line_by_line ON parcel_line (line_id);

-- A label of a parcel: live, or retired and never printed or handed over again.
-- page, place: where it stands in its document, both from 1; places: labels that a page has room for.
-- kept_for: the newer address of its order for which a person kept it all the same.
CREATE TABLE label (
    id INTEGER NOT NULL PRIMARY KEY,
    parcel_id INTEGER NOT NULL REFERENCES parcel (id),
    state TEXT NOT NULL,
    service_id INTEGER,
    tracking TEXT NOT NULL,
    price INTEGER,
    currency TEXT NOT NULL,
    document_id INTEGER,
    page INTEGER,
    place INTEGER,
    places INTEGER,
    address_id INTEGER,
    made_at INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    retired_at INTEGER,
    retired_why TEXT NOT NULL,
    kept_for INTEGER
) STRICT;
CREATE UNIQUE INDEX label_live ON label (parcel_id) WHERE state = 'live';
CREATE INDEX label_by_parcel ON label (parcel_id);
CREATE INDEX label_by_document ON label (document_id);

CREATE TABLE pick_list (
    id INTEGER NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    layout TEXT NOT NULL,
    document_id INTEGER,
    made_at INTEGER NOT NULL,
    made_by INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX pick_list_open ON pick_list (id) WHERE state = 'open';

CREATE TABLE pick_line (
    list_id INTEGER NOT NULL REFERENCES pick_list (id),
    shipment_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    order_version INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    found INTEGER,
    short_why TEXT NOT NULL,
    open INTEGER NOT NULL,
    PRIMARY KEY (list_id, shipment_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX pick_line_open ON pick_line (shipment_id, line_id) WHERE open = 1;
CREATE INDEX pick_line_by_order ON pick_line (order_id);

-- Somebody signed that a shipment leaves although its order is not ready: what stood against it then,
-- the holds by id; what was due, -1 when the money was in order; units that were not there. What comes
-- later is not covered. Ended, never deleted.
CREATE TABLE signed_override (
    id INTEGER NOT NULL PRIMARY KEY,
    order_id INTEGER NOT NULL,
    shipment_id INTEGER NOT NULL,
    why TEXT NOT NULL,
    reasons TEXT NOT NULL,
    holds TEXT NOT NULL,
    money INTEGER NOT NULL,
    short INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX signed_override_by_order ON signed_override (order_id);

-- Units that were fetched and are no longer wanted: back to the shelf. gone: they never came back and
-- left the ledger.
CREATE TABLE put_back (
    id INTEGER NOT NULL PRIMARY KEY,
    variant_id INTEGER,
    order_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    location_id INTEGER,
    bin TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    done_at INTEGER,
    done_by INTEGER,
    gone INTEGER NOT NULL
) STRICT;
CREATE INDEX put_back_open ON put_back (made_at) WHERE done_at IS NULL;

-- Exact bytes. After erasure bytes are empty and the hash stays.
CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    mime TEXT NOT NULL,
    title TEXT NOT NULL,
    pages INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by INTEGER NOT NULL
) STRICT;

-- told: a hash of what a packing slip says of its order; empty on other paper. An order of which another hash
-- is right now was changed since.
CREATE TABLE document_order (
    document_id INTEGER NOT NULL REFERENCES document (id),
    page INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (document_id, page, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_by_order ON document_order (order_id);

CREATE TABLE print_journal (
    id INTEGER NOT NULL PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    page INTEGER,
    sha256 TEXT NOT NULL,
    printer TEXT NOT NULL,
    copies INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT;
CREATE INDEX print_journal_by_document ON print_journal (document_id, page);

-- channel_id: empty once the channel that it made is gone, because it was taken back.
CREATE TABLE import_batch (
    id INTEGER NOT NULL PRIMARY KEY,
    channel_id INTEGER REFERENCES channel (id),
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

-- What an import changed on orders that were here before it, so that it can be undone.
CREATE TABLE batch_change (
    batch_id INTEGER NOT NULL REFERENCES import_batch (id),
    order_id INTEGER NOT NULL,
    before TEXT NOT NULL,
    version_after INTEGER NOT NULL,
    PRIMARY KEY (batch_id, order_id)
) STRICT, WITHOUT ROWID;

-- The products that an import made of its lines, so that it can be undone.
CREATE TABLE batch_variant (
    batch_id INTEGER NOT NULL,
    variant_id INTEGER NOT NULL,
    PRIMARY KEY (batch_id, variant_id)
) STRICT, WITHOUT ROWID;

-- How a file with this header is read; each channel has its own, the newest counts where none is named.
CREATE TABLE saved_mapping (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    channel_id INTEGER,
    used_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_mapping_by_header ON saved_mapping (header, channel_id);

-- How many orders stand in each preset view; kept with every change of orders.views.
CREATE TABLE view_counter (
    name TEXT NOT NULL PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT;

CREATE TABLE job (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    request TEXT NOT NULL,
    result TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    cancel INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    staff_id INTEGER NOT NULL
) STRICT;
CREATE INDEX job_open ON job (id) WHERE ended_at IS NULL;

-- Effects outside the house. cause: the event that wants it. At most one success.
CREATE TABLE outbox (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    channel_id INTEGER,
    order_id INTEGER,
    parcel_id INTEGER,
    state TEXT NOT NULL,
    cause INTEGER NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX outbox_untold ON outbox (channel_id, id) WHERE kind = 'tell_shipped' AND ended_at IS NULL;
CREATE UNIQUE INDEX outbox_once ON outbox (parcel_id, order_id) WHERE kind = 'tell_shipped';

-- The journal: append-only. Order is seq, never the clock.
CREATE TABLE event (
    seq INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    happened_at INTEGER,
    staff_id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    verb TEXT NOT NULL,
    order_id INTEGER,
    thing_id INTEGER,
    data TEXT NOT NULL,
    cause INTEGER
) STRICT;
CREATE INDEX event_by_order ON event (order_id, seq) WHERE order_id IS NOT NULL;
-- For what has to be forgotten of a thing. An event of an order is found by the order, and one without data
-- says nothing of anybody.
CREATE INDEX event_by_thing ON event (thing_id, seq) WHERE thing_id IS NOT NULL AND order_id IS NULL AND data <> '';

-- Personal values of an event stand beside it, so that erasure can empty them.
CREATE TABLE event_person (
    seq INTEGER NOT NULL REFERENCES event (seq),
    customer_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (seq, customer_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_person_by_customer ON event_person (customer_id);

-- Who was erased: ids only. The list also stands outside the database and is replayed after a restore.
CREATE TABLE erasure (
    customer_id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
