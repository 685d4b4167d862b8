-- The shop. Money in minor units, times in milliseconds UTC, quantities in units, weights in grams.
-- SQLite's twin stands in ../sqlite under the same name; a test compares the two.
-- Every text is COLLATE "C": sorted by code point whatever the server's locale, as on SQLite, so that
-- pages and ranges over folded keys mean the same.

-- Bulk statements read one JSON text on both engines: SQLite has json_each, here it is defined.
CREATE FUNCTION json_each(doc TEXT) RETURNS TABLE (key BIGINT, value JSONB)
LANGUAGE SQL IMMUTABLE STRICT AS $$
    SELECT ordinality - 1, value FROM jsonb_array_elements(doc::JSONB) WITH ORDINALITY
$$;

-- Which shop this is, the schema's version, whether the last run ended cleanly.
CREATE TABLE meta (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

-- Counters that desks take blocks from: 'id' for every thing, 'journal' for the events' sequence.
CREATE TABLE counter (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    next BIGINT NOT NULL
);

CREATE TABLE setting (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL
);

-- position: the order in which places ship; the first is where a parcel leaves from by default.
CREATE TABLE location (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    active BIGINT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE staff (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    active BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE device (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    first_seen_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);

-- start_at: orders placed before it are history. on_shelf: whether what it reports shipped stood on our
-- shelf, 1 or 0; empty until it was asked.
CREATE TABLE channel (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    start_at BIGINT,
    on_shelf BIGINT,
    active BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE customer (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    company TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    email_key TEXT COLLATE "C" NOT NULL,
    phone TEXT COLLATE "C" NOT NULL,
    tax_id TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    merged_into BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key <> '';

-- The folded words of a customer's names, for search by the beginning of any of them; and each name of
-- several words as a whole, after a '='.
CREATE TABLE customer_word (
    word TEXT COLLATE "C" NOT NULL,
    customer_id BIGINT NOT NULL,
    PRIMARY KEY (word, customer_id)
);
CREATE INDEX customer_word_by_customer ON customer_word (customer_id, word);

-- How a channel tells its buyers apart, where it has an id of its own for them.
CREATE TABLE customer_source (
    channel_id BIGINT NOT NULL,
    source_id TEXT COLLATE "C" NOT NULL,
    customer_id BIGINT NOT NULL,
    PRIMARY KEY (channel_id, source_id)
);

-- An address is a value: rows never change. An order or parcel points at the one it had.
CREATE TABLE address (
    id BIGINT NOT NULL PRIMARY KEY,
    customer_id BIGINT,
    name TEXT COLLATE "C" NOT NULL,
    company TEXT COLLATE "C" NOT NULL,
    line1 TEXT COLLATE "C" NOT NULL,
    line2 TEXT COLLATE "C" NOT NULL,
    line3 TEXT COLLATE "C" NOT NULL,
    city TEXT COLLATE "C" NOT NULL,
    region TEXT COLLATE "C" NOT NULL,
    postcode TEXT COLLATE "C" NOT NULL,
    postcode_key TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    phone TEXT COLLATE "C" NOT NULL
);
CREATE INDEX address_by_customer ON address (customer_id);
CREATE INDEX address_by_postcode ON address (postcode_key) WHERE postcode_key <> '';

CREATE TABLE product (
    id BIGINT NOT NULL PRIMARY KEY,
    title TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- counted: 0 until its opening count; until then it is never short.
-- most_shipments: in how many shipments an order may leave of which this is short, 0 for any number;
-- empty is as the shop's rule says.
CREATE TABLE variant (
    id BIGINT NOT NULL PRIMARY KEY,
    product_id BIGINT NOT NULL REFERENCES product (id),
    sku TEXT COLLATE "C" NOT NULL,
    sku_key TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    options TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    grams BIGINT,
    length_mm BIGINT,
    width_mm BIGINT,
    height_mm BIGINT,
    hs_code TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    cost BIGINT,
    price BIGINT,
    currency TEXT COLLATE "C" NOT NULL,
    counted BIGINT NOT NULL,
    safety BIGINT NOT NULL,
    reorder_point BIGINT,
    most_shipments BIGINT,
    active BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX variant_by_sku ON variant (sku_key, sku) WHERE sku_key <> '';
CREATE INDEX variant_by_product ON variant (product_id);

CREATE TABLE variant_word (
    word TEXT COLLATE "C" NOT NULL,
    variant_id BIGINT NOT NULL,
    PRIMARY KEY (word, variant_id)
);

CREATE TABLE barcode (
    code TEXT COLLATE "C" NOT NULL,
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    PRIMARY KEY (code, variant_id)
);

-- A kit's recipe: so many of each part in one kit.
CREATE TABLE kit_part (
    kit_id BIGINT NOT NULL REFERENCES variant (id),
    part_id BIGINT NOT NULL REFERENCES variant (id),
    quantity BIGINT NOT NULL,
    PRIMARY KEY (kit_id, part_id)
);
CREATE INDEX kit_part_by_part ON kit_part (part_id);

-- What the rows below add up to, kept in the same transaction. picked: fetched, not handed over and
-- not back on the shelf. missing: not found by a picker since the last count; promised to nobody.
CREATE TABLE stock (
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    location_id BIGINT NOT NULL REFERENCES location (id),
    bin TEXT COLLATE "C" NOT NULL,
    on_hand BIGINT NOT NULL,
    reserved BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    PRIMARY KEY (variant_id, location_id)
);

-- The stock ledger: rows are only ever added.
CREATE TABLE movement (
    id BIGINT NOT NULL PRIMARY KEY,
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    location_id BIGINT NOT NULL REFERENCES location (id),
    quantity BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    order_id BIGINT,
    line_id BIGINT,
    parcel_id BIGINT,
    staff_id BIGINT NOT NULL,
    note TEXT COLLATE "C" NOT NULL
);
CREATE INDEX movement_by_variant ON movement (variant_id, location_id, id);
CREATE INDEX movement_by_parcel ON movement (parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX movement_by_line ON movement (line_id) WHERE line_id IS NOT NULL;

CREATE TABLE reservation (
    id BIGINT NOT NULL PRIMARY KEY,
    variant_id BIGINT NOT NULL REFERENCES variant (id),
    location_id BIGINT NOT NULL REFERENCES location (id),
    order_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX reservation_by_line ON reservation (line_id);
CREATE INDEX reservation_active ON reservation (variant_id, location_id) WHERE state = 'active';

-- most_shipments: in how many shipments it may leave, 0 for any number; empty is as the shop's rule says.
-- reserve_from: from when goods are put aside for it, 9007199254740991 until somebody says so; empty
-- once its time has come.
-- expired_at: when its goods were let go, because nobody had paid; empty again once it is paid.
CREATE TABLE orders (
    id BIGINT NOT NULL PRIMARY KEY,
    channel_id BIGINT NOT NULL REFERENCES channel (id),
    source_id TEXT COLLATE "C" NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    number_key TEXT COLLATE "C" NOT NULL,
    customer_id BIGINT,
    ship_to_id BIGINT,
    bill_to_id BIGINT,
    recipient_key TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL,
    placed_at BIGINT NOT NULL,
    booked_at BIGINT NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    lines_total BIGINT NOT NULL,
    total BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    balance BIGINT NOT NULL,
    amounts_known BIGINT NOT NULL,
    prices_include_tax BIGINT,
    source_paid TEXT COLLATE "C" NOT NULL,
    source_shipped TEXT COLLATE "C" NOT NULL,
    life TEXT COLLATE "C" NOT NULL,
    payment TEXT COLLATE "C" NOT NULL,
    fulfilment TEXT COLLATE "C" NOT NULL,
    returns TEXT COLLATE "C" NOT NULL,
    history BIGINT NOT NULL,
    counter_sale BIGINT NOT NULL,
    ready BIGINT NOT NULL,
    work BIGINT NOT NULL,
    holds BIGINT NOT NULL,
    needs BIGINT NOT NULL,
    units BIGINT NOT NULL,
    units_left BIGINT NOT NULL,
    short BIGINT NOT NULL,
    grams BIGINT,
    ship_by BIGINT,
    promised_at BIGINT,
    shipped_at BIGINT,
    ended_at BIGINT,
    service_wish TEXT COLLATE "C" NOT NULL,
    service_id BIGINT,
    most_shipments BIGINT,
    expired_at BIGINT,
    reserve_from BIGINT,
    note TEXT COLLATE "C" NOT NULL,
    gift BIGINT NOT NULL,
    gift_message TEXT COLLATE "C" NOT NULL,
    tags TEXT COLLATE "C" NOT NULL,
    extra TEXT COLLATE "C" NOT NULL,
    views BIGINT NOT NULL,
    batch_id BIGINT,
    source_row BIGINT,
    digest TEXT COLLATE "C" NOT NULL,
    sample BIGINT NOT NULL,
    version BIGINT NOT NULL
);
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
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    position BIGINT NOT NULL,
    source_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    by_shop BIGINT NOT NULL,
    sending TEXT COLLATE "C" NOT NULL,
    of_line_id BIGINT,
    variant_id BIGINT,
    sku TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    options TEXT COLLATE "C" NOT NULL,
    personalisation TEXT COLLATE "C" NOT NULL,
    unit_price BIGINT,
    discount BIGINT NOT NULL,
    tax BIGINT,
    total BIGINT NOT NULL,
    grams BIGINT,
    not_before BIGINT,
    ordered BIGINT NOT NULL,
    cancelled BIGINT NOT NULL,
    reserved BIGINT NOT NULL,
    backordered BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    packed BIGINT NOT NULL,
    shipped BIGINT NOT NULL,
    delivered BIGINT NOT NULL,
    return_requested BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    written_off BIGINT NOT NULL
);
CREATE INDEX order_line_by_order ON order_line (order_id, position);
CREATE INDEX order_line_by_variant ON order_line (variant_id, order_id) WHERE variant_id IS NOT NULL;
CREATE INDEX order_line_waiting ON order_line (variant_id, order_id) WHERE backordered > 0;

-- What one unit of a kit's line is fetched as: its recipe as it stood when the order was placed. share:
-- of the kit's price, in millionths, together 1,000,000. A line of kind 'kit' has such rows, no other has.
CREATE TABLE line_part (
    line_id BIGINT NOT NULL REFERENCES order_line (id),
    part_id BIGINT NOT NULL REFERENCES variant (id),
    quantity BIGINT NOT NULL,
    share BIGINT NOT NULL,
    PRIMARY KEY (line_id, part_id)
);
CREATE INDEX line_part_by_part ON line_part (part_id);

-- Amounts beside the lines: what is owed. A line's own amount is order_line.total.
CREATE TABLE charge (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    kind TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL
);
CREATE INDEX charge_by_order ON charge (order_id);

CREATE TABLE credit (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    line_id BIGINT,
    reason TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX credit_by_order ON credit (order_id);

-- Payments as facts. direction 'in' or 'out' (a refund). amount is absent when only the fact is known.
CREATE TABLE payment (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    direction TEXT COLLATE "C" NOT NULL,
    way TEXT COLLATE "C" NOT NULL,
    method TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    amount BIGINT,
    at BIGINT,
    origin TEXT COLLATE "C" NOT NULL
);
CREATE INDEX payment_by_order ON payment (order_id);

-- Taxes as the source names them; what is on top of prices is also a charge.
CREATE TABLE tax (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    name TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    included BIGINT,
    by_channel BIGINT NOT NULL
);
CREATE INDEX tax_by_order ON tax (order_id);

CREATE TABLE hold (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    line_id BIGINT,
    shipment_id BIGINT,
    kind TEXT COLLATE "C" NOT NULL,
    sentence TEXT COLLATE "C" NOT NULL,
    until_at BIGINT,
    placed_at BIGINT NOT NULL,
    placed_by BIGINT NOT NULL,
    released_at BIGINT,
    released_by BIGINT,
    release_note TEXT COLLATE "C" NOT NULL
);
CREATE INDEX hold_by_order ON hold (order_id);
CREATE INDEX hold_until ON hold (until_at) WHERE released_at IS NULL AND until_at IS NOT NULL;

-- What the source last said of a field that a person here has changed. Without a row the source's
-- last value is the order's own: so an unedited order costs nothing here.
CREATE TABLE local_edit (
    order_id BIGINT NOT NULL REFERENCES orders (id),
    field TEXT COLLATE "C" NOT NULL,
    theirs TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (order_id, field)
);

-- Both sides changed one field: ours stands, theirs is shown beside it until a person decides.
CREATE TABLE conflict (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES orders (id),
    field TEXT COLLATE "C" NOT NULL,
    ours TEXT COLLATE "C" NOT NULL,
    theirs TEXT COLLATE "C" NOT NULL,
    batch_id BIGINT,
    found_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled TEXT COLLATE "C" NOT NULL
);
CREATE INDEX conflict_by_order ON conflict (order_id);

-- Something only a person can settle. Closed, never deleted.
CREATE TABLE need (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    order_id BIGINT,
    thing_id BIGINT,
    sentence TEXT COLLATE "C" NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by BIGINT
);
CREATE INDEX need_open ON need (opened_at, id) WHERE closed_at IS NULL;
CREATE INDEX need_by_order ON need (order_id) WHERE order_id IS NOT NULL;

-- Goods that leave together. elsewhere: the source shipped them; then order_id names the one order, and
-- without shipment lines it stands for all of the order's live units. from_shelf: of those elsewhere, 1
-- when they stood on our shelf and its stock fell, 0 when not; empty while nobody has said.
CREATE TABLE shipment (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT,
    number TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    elsewhere BIGINT NOT NULL,
    from_shelf BIGINT,
    location_id BIGINT,
    address_id BIGINT,
    made_at BIGINT NOT NULL,
    shipped_at BIGINT,
    delivered_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX shipment_elsewhere ON shipment (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX shipment_unasked ON shipment (id) WHERE from_shelf IS NULL;

CREATE TABLE shipment_line (
    shipment_id BIGINT NOT NULL REFERENCES shipment (id),
    line_id BIGINT NOT NULL REFERENCES order_line (id),
    order_id BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    picked BIGINT NOT NULL,
    packed BIGINT NOT NULL,
    verified BIGINT NOT NULL,
    PRIMARY KEY (shipment_id, line_id)
);
CREATE INDEX shipment_line_by_order ON shipment_line (order_id);

CREATE TABLE service (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    carrier TEXT COLLATE "C" NOT NULL,
    tracked BIGINT NOT NULL,
    definition TEXT COLLATE "C" NOT NULL,
    active BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE number_pool (
    id BIGINT NOT NULL PRIMARY KEY,
    service_id BIGINT NOT NULL REFERENCES service (id),
    definition TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL
);

-- Every number that ever stood on a label of the own post: none is given twice.
CREATE TABLE used_number (
    number TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    parcel_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);

-- Orders that a shop which a backup replaced had worked on, and that the backup does not know: they come again
-- with the next file, and must not leave a second time.
CREATE TABLE gone_order (
    channel_kind TEXT COLLATE "C" NOT NULL,
    source_id TEXT COLLATE "C" NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    why TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (channel_kind, source_id)
);

CREATE TABLE hand_over (
    id BIGINT NOT NULL PRIMARY KEY,
    carrier TEXT COLLATE "C" NOT NULL,
    way TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    parcels BIGINT NOT NULL,
    note TEXT COLLATE "C" NOT NULL
);

CREATE TABLE parcel (
    id BIGINT NOT NULL PRIMARY KEY,
    shipment_id BIGINT NOT NULL REFERENCES shipment (id),
    number TEXT COLLATE "C" NOT NULL,
    direction TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    carrier TEXT COLLATE "C" NOT NULL,
    service_id BIGINT,
    address_id BIGINT,
    tracking TEXT COLLATE "C" NOT NULL,
    tracking_key TEXT COLLATE "C" NOT NULL,
    grams BIGINT,
    length_mm BIGINT,
    width_mm BIGINT,
    height_mm BIGINT,
    made_at BIGINT NOT NULL,
    labelled_at BIGINT,
    hand_over_id BIGINT,
    handed_over_at BIGINT,
    delivered_at BIGINT,
    assumed BIGINT NOT NULL,
    expected_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX parcel_by_shipment ON parcel (shipment_id);
CREATE INDEX parcel_by_tracking ON parcel (tracking_key) WHERE tracking_key <> '';
CREATE INDEX parcel_waiting ON parcel (carrier, id) WHERE state = 'labelled';
CREATE INDEX parcel_expected ON parcel (expected_at) WHERE expected_at IS NOT NULL;
CREATE INDEX parcel_by_hand_over ON parcel (hand_over_id) WHERE hand_over_id IS NOT NULL;

CREATE TABLE parcel_line (
    parcel_id BIGINT NOT NULL REFERENCES parcel (id),
    line_id BIGINT NOT NULL REFERENCES order_line (id),
    quantity BIGINT NOT NULL,
    PRIMARY KEY (parcel_id, line_id)
);
CREATE INDEX parcel_line_by_line ON parcel_line (line_id);

-- A label of a parcel: live, or retired and never printed or handed over again.
-- page, place: where it stands in its document, both from 1; places: labels that a page has room for.
-- kept_for: the newer address of its order for which a person kept it all the same.
CREATE TABLE label (
    id BIGINT NOT NULL PRIMARY KEY,
    parcel_id BIGINT NOT NULL REFERENCES parcel (id),
    state TEXT COLLATE "C" NOT NULL,
    service_id BIGINT,
    tracking TEXT COLLATE "C" NOT NULL,
    price BIGINT,
    currency TEXT COLLATE "C" NOT NULL,
    document_id BIGINT,
    page BIGINT,
    place BIGINT,
    places BIGINT,
    address_id BIGINT,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    retired_at BIGINT,
    retired_why TEXT COLLATE "C" NOT NULL,
    kept_for BIGINT
);
CREATE UNIQUE INDEX label_live ON label (parcel_id) WHERE state = 'live';
CREATE INDEX label_by_parcel ON label (parcel_id);
CREATE INDEX label_by_document ON label (document_id);

CREATE TABLE pick_list (
    id BIGINT NOT NULL PRIMARY KEY,
    number TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    layout TEXT COLLATE "C" NOT NULL,
    document_id BIGINT,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX pick_list_open ON pick_list (id) WHERE state = 'open';

CREATE TABLE pick_line (
    list_id BIGINT NOT NULL REFERENCES pick_list (id),
    shipment_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    order_version BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    found BIGINT,
    short_why TEXT COLLATE "C" NOT NULL,
    open BIGINT NOT NULL,
    PRIMARY KEY (list_id, shipment_id, line_id)
);
CREATE UNIQUE INDEX pick_line_open ON pick_line (shipment_id, line_id) WHERE open = 1;
CREATE INDEX pick_line_by_order ON pick_line (order_id);

-- Somebody signed that a shipment leaves although its order is not ready: what stood against it then,
-- the holds by id; what was due, -1 when the money was in order; units that were not there. What comes
-- later is not covered. Ended, never deleted.
CREATE TABLE signed_override (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL,
    shipment_id BIGINT NOT NULL,
    why TEXT COLLATE "C" NOT NULL,
    reasons TEXT COLLATE "C" NOT NULL,
    holds TEXT COLLATE "C" NOT NULL,
    money BIGINT NOT NULL,
    short BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX signed_override_by_order ON signed_override (order_id);

-- Units that were fetched and are no longer wanted: back to the shelf. gone: they never came back and
-- left the ledger.
CREATE TABLE put_back (
    id BIGINT NOT NULL PRIMARY KEY,
    variant_id BIGINT,
    order_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    location_id BIGINT,
    bin TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    done_at BIGINT,
    done_by BIGINT,
    gone BIGINT NOT NULL
);
CREATE INDEX put_back_open ON put_back (made_at) WHERE done_at IS NULL;

-- Exact bytes. After erasure bytes are empty and the hash stays.
CREATE TABLE document (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    mime TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    pages BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    bytes BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL
);

-- told: a hash of what a packing slip says of its order; empty on other paper. An order of which another hash
-- is right now was changed since.
CREATE TABLE document_order (
    document_id BIGINT NOT NULL REFERENCES document (id),
    page BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (document_id, page, order_id)
);
CREATE INDEX document_by_order ON document_order (order_id);

CREATE TABLE print_journal (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL REFERENCES document (id),
    page BIGINT,
    sha256 TEXT COLLATE "C" NOT NULL,
    printer TEXT COLLATE "C" NOT NULL,
    copies BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL
);
CREATE INDEX print_journal_by_document ON print_journal (document_id, page);

-- channel_id: empty once the channel that it made is gone, because it was taken back.
CREATE TABLE import_batch (
    id BIGINT NOT NULL PRIMARY KEY,
    channel_id BIGINT REFERENCES channel (id),
    kind TEXT COLLATE "C" NOT NULL,
    file_name TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    format TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    undone_at BIGINT
);

-- What an import changed on orders that were here before it, so that it can be undone.
CREATE TABLE batch_change (
    batch_id BIGINT NOT NULL REFERENCES import_batch (id),
    order_id BIGINT NOT NULL,
    before TEXT COLLATE "C" NOT NULL,
    version_after BIGINT NOT NULL,
    PRIMARY KEY (batch_id, order_id)
);

-- The products that an import made of its lines, so that it can be undone.
CREATE TABLE batch_variant (
    batch_id BIGINT NOT NULL,
    variant_id BIGINT NOT NULL,
    PRIMARY KEY (batch_id, variant_id)
);

-- How a file with this header is read; each channel has its own, the newest counts where none is named.
CREATE TABLE saved_mapping (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    header TEXT COLLATE "C" NOT NULL,
    mapping TEXT COLLATE "C" NOT NULL,
    channel_id BIGINT,
    used_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX saved_mapping_by_header ON saved_mapping (header, channel_id);

-- How many orders stand in each preset view; kept with every change of orders.views.
CREATE TABLE view_counter (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    n BIGINT NOT NULL
);

CREATE TABLE job (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    request TEXT COLLATE "C" NOT NULL,
    result TEXT COLLATE "C" NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    cancel BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    staff_id BIGINT NOT NULL
);
CREATE INDEX job_open ON job (id) WHERE ended_at IS NULL;

-- Effects outside the house. cause: the event that wants it. At most one success.
CREATE TABLE outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    channel_id BIGINT,
    order_id BIGINT,
    parcel_id BIGINT,
    state TEXT COLLATE "C" NOT NULL,
    cause BIGINT NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX outbox_untold ON outbox (channel_id, id) WHERE kind = 'tell_shipped' AND ended_at IS NULL;
CREATE UNIQUE INDEX outbox_once ON outbox (parcel_id, order_id) WHERE kind = 'tell_shipped';

-- The journal: append-only. Order is seq, never the clock.
CREATE TABLE event (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    happened_at BIGINT,
    staff_id BIGINT NOT NULL,
    device_id BIGINT NOT NULL,
    verb TEXT COLLATE "C" NOT NULL,
    order_id BIGINT,
    thing_id BIGINT,
    data TEXT COLLATE "C" NOT NULL,
    cause BIGINT
);
CREATE INDEX event_by_order ON event (order_id, seq) WHERE order_id IS NOT NULL;
-- For what has to be forgotten of a thing. An event of an order is found by the order, and one without data
-- says nothing of anybody.
CREATE INDEX event_by_thing ON event (thing_id, seq) WHERE thing_id IS NOT NULL AND order_id IS NULL AND data <> '';

-- Personal values of an event stand beside it, so that erasure can empty them.
CREATE TABLE event_person (
    seq BIGINT NOT NULL REFERENCES event (seq),
    customer_id BIGINT NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (seq, customer_id, field)
);
CREATE INDEX event_person_by_customer ON event_person (customer_id);

-- Who was erased: ids only. The list also stands outside the database and is replayed after a restore.
CREATE TABLE erasure (
    customer_id BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
