//! Every table with text in it, and what an erasure does to each column. `MODEL.md`, "Erasure".
//!
//! Every text column of the schema stands here once, either with what becomes of it or with the reason
//! why it stays; a test reads the schema and fails on a column that nobody has thought about.

/// Whose rows of a table are meant: the column that holds one of these ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A customer's id.
    Customer(&'static str),
    /// The id of an order of theirs.
    Order(&'static str),
    /// The id of a parcel that carried an order of theirs.
    Parcel(&'static str),
    /// The id of an address of theirs.
    Address(&'static str),
    /// The id of a document that names them.
    Document(&'static str),
    /// The rows say nothing of a buyer.
    Nobody,
}

/// What becomes of the rows that are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They go.
    Delete,
    /// These columns get these values; the others stay.
    Blank(&'static [(&'static str, &'static str)]),
    /// They stay as they are, or are changed by a statement of their own.
    Keep,
}

/// A table's part in an erasure.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Whose rows.
    pub whose: Whose,
    /// What becomes of them.
    pub fate: Fate,
    /// The text and bytes columns that stay: codes, numbers and words of the shop's own.
    pub kept: &'static [&'static str],
}

/// In the place of a sentence whose values may have named the person.
const SENTENCE: &str = r#"'{"id":"erased-sentence","args":{}}'"#;
const NOTHING: &str = "''";
const NO_LIST: &str = "'[]'";

const fn stays(name: &'static str, kept: &'static [&'static str]) -> Table {
    Table {
        name,
        whose: Whose::Nobody,
        fate: Fate::Keep,
        kept,
    }
}

const fn goes(name: &'static str, whose: Whose) -> Table {
    Table {
        name,
        whose,
        fate: Fate::Delete,
        kept: &[],
    }
}

const fn blanked(
    name: &'static str,
    whose: Whose,
    columns: &'static [(&'static str, &'static str)],
    kept: &'static [&'static str],
) -> Table {
    Table {
        name,
        whose,
        fate: Fate::Blank(columns),
        kept,
    }
}

/// Every table with text in it.
pub const TABLES: &[Table] = &[
    blanked(
        "customer",
        Whose::Customer("id"),
        &[
            ("name", NOTHING),
            ("company", NOTHING),
            ("email", NOTHING),
            ("email_key", NOTHING),
            ("phone", NOTHING),
            ("tax_id", NOTHING),
            ("note", NOTHING),
        ],
        &[],
    ),
    goes("customer_word", Whose::Customer("customer_id")),
    goes("customer_source", Whose::Customer("customer_id")),
    blanked(
        "address",
        Whose::Address("id"),
        &[
            ("name", NOTHING),
            ("company", NOTHING),
            ("line1", NOTHING),
            ("line2", NOTHING),
            ("line3", NOTHING),
            ("city", NOTHING),
            ("region", NOTHING),
            ("postcode", NOTHING),
            ("postcode_key", NOTHING),
            ("phone", NOTHING),
        ],
        // Where sales went is needed for taxes.
        &["country"],
    ),
    blanked(
        "orders",
        Whose::Order("id"),
        &[
            ("recipient_key", NOTHING),
            ("note", NOTHING),
            ("gift_message", NOTHING),
            ("tags", NO_LIST),
            ("extra", NO_LIST),
            // What was read before is old now: an undo, an edit or a printed list says so.
            ("version", "version + 1"),
        ],
        // The channel's id and the digest keep a second import of the same file from being a new order.
        &[
            "source_id",
            "number",
            "number_key",
            "country",
            "currency",
            "source_paid",
            "source_shipped",
            "life",
            "payment",
            "fulfilment",
            "returns",
            "service_wish",
            "digest",
        ],
    ),
    blanked(
        "order_line",
        Whose::Order("order_id"),
        &[("options", NOTHING), ("personalisation", NOTHING)],
        &["source_id", "kind", "sending", "sku", "title"],
    ),
    blanked(
        "charge",
        Whose::Order("order_id"),
        &[("label", NOTHING)],
        &["kind"],
    ),
    blanked(
        "credit",
        Whose::Order("order_id"),
        // 'source' is a code that an undone import looks for.
        &[(
            "reason",
            "CASE WHEN reason = 'source' THEN reason ELSE '' END",
        )],
        &[],
    ),
    blanked(
        "payment",
        Whose::Order("order_id"),
        &[("reference", NOTHING)],
        &["direction", "way", "method", "state", "origin"],
    ),
    blanked(
        "hold",
        Whose::Order("order_id"),
        &[("sentence", SENTENCE), ("release_note", NOTHING)],
        &["kind"],
    ),
    blanked(
        "need",
        Whose::Order("order_id"),
        &[("sentence", SENTENCE)],
        &["kind"],
    ),
    goes("local_edit", Whose::Order("order_id")),
    blanked(
        "conflict",
        Whose::Order("order_id"),
        &[("ours", NOTHING), ("theirs", NOTHING)],
        &["field", "settled"],
    ),
    blanked(
        "batch_change",
        Whose::Order("order_id"),
        &[("before", NOTHING)],
        &[],
    ),
    blanked(
        "movement",
        Whose::Order("order_id"),
        &[("note", NOTHING)],
        &["kind"],
    ),
    blanked(
        "pick_line",
        Whose::Order("order_id"),
        &[("short_why", NOTHING)],
        &[],
    ),
    blanked(
        "signed_override",
        Whose::Order("order_id"),
        &[("why", NOTHING), ("reasons", NO_LIST)],
        // The ids of the holds that were signed away.
        &["holds"],
    ),
    blanked(
        "outbox",
        Whose::Order("order_id"),
        &[("body", NOTHING)],
        &["kind", "state"],
    ),
    blanked(
        "label",
        Whose::Parcel("parcel_id"),
        &[("retired_why", NOTHING)],
        // A number names a parcel; the own post never gives it again.
        &["state", "tracking", "currency"],
    ),
    blanked(
        "document_order",
        Whose::Order("order_id"),
        // Of a known address a hash could be guessed.
        &[("told", NOTHING)],
        &[],
    ),
    blanked(
        "print_journal",
        Whose::Document("document_id"),
        &[("reason", NOTHING)],
        &["sha256", "printer", "outcome"],
    ),
    // Values of a person stand beside an event; both are emptied by statements of their own.
    stays("event", &["verb", "data"]),
    stays("event_person", &["field", "value"]),
    // Pages are emptied one by one: others stand on their neighbours.
    stays("document", &["kind", "mime", "title", "sha256", "bytes"]),
    // What follows is the shop's own.
    stays("meta", &["key", "value"]),
    stays("counter", &["name"]),
    stays("setting", &["key", "value"]),
    stays("location", &["name"]),
    stays("staff", &["name", "role"]),
    stays("device", &["name"]),
    stays("channel", &["kind", "name"]),
    stays("product", &["title"]),
    stays(
        "variant",
        &[
            "sku", "sku_key", "title", "options", "kind", "hs_code", "origin", "currency",
        ],
    ),
    stays("variant_word", &["word"]),
    stays("barcode", &["code"]),
    stays("stock", &["bin"]),
    stays("reservation", &["state"]),
    stays("tax", &["name"]),
    stays("shipment", &["number", "state"]),
    stays("service", &["name", "carrier", "definition"]),
    stays("number_pool", &["definition"]),
    stays("used_number", &["number"]),
    stays(
        "gone_order",
        &["channel_kind", "source_id", "number", "why"],
    ),
    stays("hand_over", &["carrier", "way", "note"]),
    stays(
        "parcel",
        &[
            "number",
            "direction",
            "state",
            "carrier",
            "tracking",
            "tracking_key",
        ],
    ),
    stays("pick_list", &["number", "state", "layout"]),
    stays("put_back", &["bin"]),
    stays(
        "import_batch",
        &["kind", "file_name", "sha256", "format", "state"],
    ),
    stays("saved_mapping", &["name", "header", "mapping"]),
    stays("view_counter", &["name"]),
    stays("job", &["kind", "state", "request", "result"]),
];
