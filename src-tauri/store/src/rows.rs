//! One struct per table: what stands in it, column by column. The tables themselves, with what each
//! column means, are in `migrations/`.

use crate::rows;

rows! {
    /// A row of `setting`.
    SettingRow in "setting" { key: String, value: String, version: i64 }
    /// A row of `location`.
    LocationRow in "location" { id: i64, name: String, active: i64, position: i64, version: i64 }
    /// A row of `staff`.
    StaffRow in "staff" { id: i64, name: String, role: String, active: i64, version: i64 }
    /// A row of `device`.
    DeviceRow in "device" { id: i64, name: String, first_seen_at: i64, last_seen_at: i64 }
    /// A row of `channel`.
    ChannelRow in "channel" { id: i64, kind: String, name: String, start_at: Option<i64>, on_shelf: Option<i64>, active: i64, version: i64 }
    /// A row of `customer`.
    CustomerRow in "customer" { id: i64, name: String, company: String, email: String, email_key: String, phone: String, tax_id: String, note: String, created_at: i64, merged_into: Option<i64>, version: i64 }
    /// A row of `customer_word`.
    CustomerWordRow in "customer_word" { word: String, customer_id: i64 }
    /// A row of `customer_source`.
    CustomerSourceRow in "customer_source" { channel_id: i64, source_id: String, customer_id: i64 }
    /// A row of `address`.
    AddressRow in "address" { id: i64, customer_id: Option<i64>, name: String, company: String, line1: String, line2: String, line3: String, city: String, region: String, postcode: String, postcode_key: String, country: String, phone: String }
    /// A row of `product`.
    ProductRow in "product" { id: i64, title: String, created_at: i64, version: i64 }
    /// A row of `variant`.
    VariantRow in "variant" { id: i64, product_id: i64, sku: String, sku_key: String, title: String, options: String, kind: String, grams: Option<i64>, length_mm: Option<i64>, width_mm: Option<i64>, height_mm: Option<i64>, hs_code: String, origin: String, cost: Option<i64>, price: Option<i64>, currency: String, counted: i64, safety: i64, reorder_point: Option<i64>, most_shipments: Option<i64>, active: i64, version: i64 }
    /// A row of `variant_word`.
    VariantWordRow in "variant_word" { word: String, variant_id: i64 }
    /// A row of `barcode`.
    BarcodeRow in "barcode" { code: String, variant_id: i64 }
    /// A row of `kit_part`.
    KitPartRow in "kit_part" { kit_id: i64, part_id: i64, quantity: i64 }
    /// A row of `stock`.
    StockRow in "stock" { variant_id: i64, location_id: i64, bin: String, on_hand: i64, reserved: i64, picked: i64, missing: i64 }
    /// A row of `movement`.
    MovementRow in "movement" { id: i64, variant_id: i64, location_id: i64, quantity: i64, kind: String, at: i64, order_id: Option<i64>, line_id: Option<i64>, parcel_id: Option<i64>, staff_id: i64, note: String }
    /// A row of `reservation`.
    ReservationRow in "reservation" { id: i64, variant_id: i64, location_id: i64, order_id: i64, line_id: i64, quantity: i64, state: String, made_at: i64, ended_at: Option<i64> }
    /// A row of `orders`.
    OrderRow in "orders" { id: i64, channel_id: i64, source_id: String, number: String, number_key: String, customer_id: Option<i64>, ship_to_id: Option<i64>, bill_to_id: Option<i64>, recipient_key: String, country: String, placed_at: i64, booked_at: i64, currency: String, lines_total: i64, total: i64, paid: i64, refunded: i64, balance: i64, amounts_known: i64, prices_include_tax: Option<i64>, source_paid: String, source_shipped: String, life: String, payment: String, fulfilment: String, returns: String, history: i64, counter_sale: i64, ready: i64, work: i64, holds: i64, needs: i64, units: i64, units_left: i64, short: i64, grams: Option<i64>, ship_by: Option<i64>, promised_at: Option<i64>, shipped_at: Option<i64>, ended_at: Option<i64>, service_wish: String, service_id: Option<i64>, most_shipments: Option<i64>, expired_at: Option<i64>, reserve_from: Option<i64>, note: String, gift: i64, gift_message: String, tags: String, extra: String, views: i64, batch_id: Option<i64>, source_row: Option<i64>, digest: String, sample: i64, version: i64 }
    /// A row of `order_line`.
    LineRow in "order_line" { id: i64, order_id: i64, position: i64, source_id: String, kind: String, by_shop: i64, sending: String, of_line_id: Option<i64>, variant_id: Option<i64>, sku: String, title: String, options: String, personalisation: String, unit_price: Option<i64>, discount: i64, tax: Option<i64>, total: i64, grams: Option<i64>, not_before: Option<i64>, ordered: i64, cancelled: i64, reserved: i64, backordered: i64, picked: i64, packed: i64, shipped: i64, delivered: i64, return_requested: i64, returned: i64, written_off: i64 }
    /// A row of `line_part`.
    LinePartRow in "line_part" { line_id: i64, part_id: i64, quantity: i64, share: i64 }
    /// A row of `charge`.
    ChargeRow in "charge" { id: i64, order_id: i64, kind: String, label: String, amount: i64 }
    /// A row of `credit`.
    CreditRow in "credit" { id: i64, order_id: i64, line_id: Option<i64>, reason: String, amount: i64, at: i64 }
    /// A row of `payment`.
    PaymentRow in "payment" { id: i64, order_id: i64, direction: String, way: String, method: String, reference: String, state: String, amount: Option<i64>, at: Option<i64>, origin: String }
    /// A row of `tax`.
    TaxRow in "tax" { id: i64, order_id: i64, name: String, amount: i64, included: Option<i64>, by_channel: i64 }
    /// A row of `hold`.
    HoldRow in "hold" { id: i64, order_id: i64, line_id: Option<i64>, shipment_id: Option<i64>, kind: String, sentence: String, until_at: Option<i64>, placed_at: i64, placed_by: i64, released_at: Option<i64>, released_by: Option<i64>, release_note: String }
    /// A row of `local_edit`.
    LocalEditRow in "local_edit" { order_id: i64, field: String, theirs: String }
    /// A row of `conflict`.
    ConflictRow in "conflict" { id: i64, order_id: i64, field: String, ours: String, theirs: String, batch_id: Option<i64>, found_at: i64, settled_at: Option<i64>, settled: String }
    /// A row of `need`.
    NeedRow in "need" { id: i64, kind: String, order_id: Option<i64>, thing_id: Option<i64>, sentence: String, opened_at: i64, closed_at: Option<i64>, closed_by: Option<i64> }
    /// A row of `shipment`.
    ShipmentRow in "shipment" { id: i64, order_id: Option<i64>, number: String, state: String, elsewhere: i64, from_shelf: Option<i64>, location_id: Option<i64>, address_id: Option<i64>, made_at: i64, shipped_at: Option<i64>, delivered_at: Option<i64>, version: i64 }
    /// A row of `shipment_line`.
    ShipmentLineRow in "shipment_line" { shipment_id: i64, line_id: i64, order_id: i64, quantity: i64, picked: i64, packed: i64, verified: i64 }
    /// A row of `service`.
    ServiceRow in "service" { id: i64, name: String, carrier: String, tracked: i64, definition: String, active: i64, version: i64 }
    /// A row of `number_pool`.
    NumberPoolRow in "number_pool" { id: i64, service_id: i64, definition: String, made_at: i64 }
    /// A row of `used_number`.
    UsedNumberRow in "used_number" { number: String, parcel_id: i64, at: i64 }
    /// A row of `gone_order`.
    GoneOrderRow in "gone_order" { channel_kind: String, source_id: String, number: String, why: String, at: i64 }
    /// A row of `hand_over`.
    HandOverRow in "hand_over" { id: i64, carrier: String, way: String, at: i64, staff_id: i64, parcels: i64, note: String }
    /// A row of `parcel`.
    ParcelRow in "parcel" { id: i64, shipment_id: i64, number: String, direction: String, state: String, carrier: String, service_id: Option<i64>, address_id: Option<i64>, tracking: String, tracking_key: String, grams: Option<i64>, length_mm: Option<i64>, width_mm: Option<i64>, height_mm: Option<i64>, made_at: i64, labelled_at: Option<i64>, hand_over_id: Option<i64>, handed_over_at: Option<i64>, delivered_at: Option<i64>, assumed: i64, expected_at: Option<i64>, version: i64 }
    /// A row of `parcel_line`.
    ParcelLineRow in "parcel_line" { parcel_id: i64, line_id: i64, quantity: i64 }
    /// A row of `label`.
    LabelRow in "label" { id: i64, parcel_id: i64, state: String, service_id: Option<i64>, tracking: String, price: Option<i64>, currency: String, document_id: Option<i64>, page: Option<i64>, place: Option<i64>, places: Option<i64>, address_id: Option<i64>, made_at: i64, made_by: i64, retired_at: Option<i64>, retired_why: String, kept_for: Option<i64> }
    /// A row of `pick_list`.
    PickListRow in "pick_list" { id: i64, number: String, state: String, layout: String, document_id: Option<i64>, made_at: i64, made_by: i64, ended_at: Option<i64> }
    /// A row of `pick_line`.
    PickLineRow in "pick_line" { list_id: i64, shipment_id: i64, line_id: i64, order_id: i64, order_version: i64, asked: i64, found: Option<i64>, short_why: String, open: i64 }
    /// A row of `signed_override`.
    SignedOverrideRow in "signed_override" { id: i64, order_id: i64, shipment_id: i64, why: String, reasons: String, holds: String, money: i64, short: i64, at: i64, staff_id: i64, ended_at: Option<i64> }
    /// A row of `put_back`.
    PutBackRow in "put_back" { id: i64, variant_id: Option<i64>, order_id: i64, line_id: i64, quantity: i64, location_id: Option<i64>, bin: String, made_at: i64, done_at: Option<i64>, done_by: Option<i64>, gone: i64 }
    /// A row of `document_order`.
    DocumentOrderRow in "document_order" { document_id: i64, page: i64, order_id: i64, told: String }
    /// A row of `print_journal`.
    PrintJournalRow in "print_journal" { id: i64, document_id: i64, page: Option<i64>, sha256: String, printer: String, copies: i64, at: i64, staff_id: i64, reason: String, outcome: String }
    /// A row of `import_batch`.
    ImportBatchRow in "import_batch" { id: i64, channel_id: Option<i64>, kind: String, file_name: String, sha256: String, format: String, state: String, created: i64, updated: i64, skipped: i64, refused: i64, at: i64, staff_id: i64, undone_at: Option<i64> }
    /// A row of `batch_variant`.
    BatchVariantRow in "batch_variant" { batch_id: i64, variant_id: i64 }
    /// A row of `batch_change`.
    BatchChangeRow in "batch_change" { batch_id: i64, order_id: i64, before: String, version_after: i64 }
    /// A row of `saved_mapping`.
    SavedMappingRow in "saved_mapping" { id: i64, name: String, header: String, mapping: String, channel_id: Option<i64>, used_at: i64 }
    /// A row of `view_counter`.
    ViewCounterRow in "view_counter" { name: String, n: i64 }
    /// A row of `job`.
    JobRow in "job" { id: i64, kind: String, state: String, request: String, result: String, done: i64, total: i64, cancel: i64, made_at: i64, ended_at: Option<i64>, staff_id: i64 }
    /// A row of `outbox`.
    OutboxRow in "outbox" { id: i64, kind: String, channel_id: Option<i64>, order_id: Option<i64>, parcel_id: Option<i64>, state: String, cause: i64, body: String, made_at: i64, ended_at: Option<i64> }
    /// A row of `event`.
    EventRow in "event" { seq: i64, at: i64, happened_at: Option<i64>, staff_id: i64, device_id: i64, verb: String, order_id: Option<i64>, thing_id: Option<i64>, data: String, cause: Option<i64> }
    /// A row of `event_person`.
    EventPersonRow in "event_person" { seq: i64, customer_id: i64, field: String, value: String }
    /// A row of `erasure`.
    ErasureRow in "erasure" { customer_id: i64, at: i64 }
}
