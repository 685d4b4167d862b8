//! What the columns of an unknown table probably mean: by their names in English, German, French
//! and Spanish, and where the names say nothing, by what their cells look like. A person sees the
//! guess before anything is imported, and may change and save it.

use crate::field::{Field, Kind};
use crate::mapping::{MappedColumn, Mapping};
use crate::reading::ReadOptions;
use crate::records::{Found, Record};
use crate::refused::FileRefused;
use crate::table::Table;
use crate::values::{country, date};
use std::collections::HashMap;

/// Names that mean one field wherever they stand. Compared without case and signs.
const NAMES: &[(Field, &str)] = &[
    (
        Field::OrderNumber,
        "order number|order no|order nr|order|order name|order ref|order reference|ordernumber|\
         orderno|bestellnummer|bestellnr|bestell nr|auftragsnummer|auftragsnr|auftrag|bestellung|\
         auftrags nr|belegnummer|numéro de commande|n de commande|no de commande|commande|\
         numero de commande|número de pedido|numero de pedido|pedido|n de pedido|sales order|\
         reference|referenz|référence|invoice number|rechnungsnummer",
    ),
    (
        Field::OrderId,
        "order id|orderid|bestell id|auftrags id|id commande|id pedido|id de pedido",
    ),
    (
        Field::PlacedAt,
        "order date|date|created at|created|date created|ordered at|ordered on|purchase date|\
         sale date|placed at|date placed|orderdate|datum|bestelldatum|auftragsdatum|kaufdatum|\
         bestellt am|erstellt am|date de commande|date d achat|date de la commande|fecha|\
         fecha de pedido|fecha del pedido|fecha de compra|timestamp",
    ),
    (
        Field::PlacedTime,
        "time|order time|uhrzeit|zeit|bestellzeit|heure|hora",
    ),
    (
        Field::Currency,
        "currency|currency code|order currency|währung|waehrung|devise|monnaie|moneda|divisa",
    ),
    (
        Field::BuyerId,
        "customer id|customer number|kundennummer|kundennr|kunden nr|kunden id|numéro client|número de cliente|username|user name|buyer id|buyer username",
    ),
    (
        Field::BuyerEmail,
        "email|e mail|mail|email address|e mail address|e mail adresse|emailadresse|courriel|adresse email|adresse e mail|correo|correo electrónico|customer email|buyer email|kunden email",
    ),
    (
        Field::BuyerTaxId,
        "vat number|vat id|tax id|ust id|ustid|ust idnr|umsatzsteuer id|numéro de tva|nif|cif",
    ),
    (
        Field::PaymentStatus,
        "payment status|financial status|paid|is paid|zahlungsstatus|zahlstatus|bezahlt|bezahlstatus|statut de paiement|payé|paiement statut|estado de pago|estado del pago|pagado",
    ),
    (
        Field::FulfilmentStatus,
        "fulfillment status|fulfilment status|shipping status|delivery status|shipment status|shipped|versandstatus|lieferstatus|versendet|verschickt|statut de livraison|statut d expédition|estado de envío|estado del envío|enviado",
    ),
    (
        Field::OrderStatus,
        "status|order status|state|order state|bestellstatus|auftragsstatus|statut|statut de commande|estado|estado del pedido",
    ),
    (
        Field::PaidAt,
        "paid at|paid on|payment date|date paid|bezahlt am|zahlungsdatum|zahldatum|date de paiement|fecha de pago",
    ),
    (
        Field::ShippedAt,
        "shipped at|shipped on|ship date|date shipped|shipping date|dispatched on|versanddatum|versendet am|verschickt am|lieferdatum|date d expédition|date d envoi|fecha de envío",
    ),
    (
        Field::CancelledAt,
        "cancelled at|canceled at|storniert am|stornodatum|annulé le|cancelado el",
    ),
    (
        Field::ShipBy,
        "ship by|ship by date|dispatch by|deadline|versand bis|versenden bis|liefertermin|à expédier avant|enviar antes de",
    ),
    (
        Field::PaymentMethod,
        "payment method|payment type|payment|zahlungsart|zahlart|zahlungsmethode|zahlungsweise|mode de paiement|moyen de paiement|método de pago|forma de pago",
    ),
    (
        Field::PaymentReference,
        "payment reference|transaction id|payment id|transaktionsnummer|zahlungsreferenz|référence de paiement|id de transacción",
    ),
    (
        Field::Subtotal,
        "subtotal|sub total|items total|zwischensumme|warenwert|sous total|subtotal del pedido",
    ),
    (
        Field::Shipping,
        "shipping|shipping cost|shipping costs|shipping price|shipping total|shipping amount|shipping fee|shipping charge|postage|delivery cost|delivery fee|versandkosten|versand|porto|versandpreis|lieferkosten|frais de port|frais de livraison|livraison|port|gastos de envío|coste de envío|envío|costo de envío",
    ),
    (
        Field::Tax,
        "tax|taxes|vat|tax amount|tax total|total tax|sales tax|vat amount|steuer|steuern|mwst|mwst betrag|ust|umsatzsteuer|mehrwertsteuer|tva|taxe|montant tva|iva|impuesto|impuestos",
    ),
    (
        Field::Discount,
        "discount|discount amount|discount total|total discount|rabatt|rabattbetrag|nachlass|remise|réduction|montant de la remise|descuento",
    ),
    (
        Field::DiscountCode,
        "discount code|coupon|coupon code|voucher|promo code|gutscheincode|rabattcode|gutschein|code promo|cupón|código de descuento",
    ),
    (
        Field::Fee,
        "fee|fees|handling|handling fee|gebühr|gebühren|bearbeitungsgebühr|frais|tarifa",
    ),
    (Field::Tip, "tip|tips|trinkgeld|pourboire|propina"),
    (Field::Duty, "duty|duties|zoll|douane|aranceles"),
    (
        Field::GiftWrap,
        "gift wrap|gift wrapping|geschenkverpackung|emballage cadeau|papel de regalo",
    ),
    (
        Field::Total,
        "total|order total|grand total|total amount|total price|amount|order amount|order value|total paid|gesamtbetrag|gesamt|gesamtsumme|summe|rechnungsbetrag|endbetrag|bestellsumme|brutto|bruttobetrag|betrag|total ttc|montant total|montant|total commande|total del pedido|importe total|importe",
    ),
    (
        Field::Refunded,
        "refunded|refunded amount|refund|refund amount|amount refunded|erstattet|erstattungsbetrag|remboursé|montant remboursé|reembolsado",
    ),
    (
        Field::Service,
        "shipping method|shipping service|delivery method|ship method|carrier|service|versandart|versandmethode|lieferart|versanddienst|mode de livraison|transporteur|método de envío",
    ),
    (
        Field::Note,
        "note|notes|customer note|comment|comments|buyer note|order note|order notes|message|remarks|bemerkung|bemerkungen|kommentar|hinweis|anmerkung|notiz|kundennotiz|remarque|commentaire|nota|notas|comentario|observaciones",
    ),
    (Field::Gift, "gift|is gift|geschenk|cadeau|regalo"),
    (
        Field::GiftMessage,
        "gift message|gift note|grußtext|grusstext|geschenknachricht|grußbotschaft|message cadeau|mensaje de regalo",
    ),
    (
        Field::Tracking,
        "tracking|tracking number|tracking no|tracking code|tracking id|sendungsnummer|trackingnummer|paketnummer|sendungsverfolgung|numéro de suivi|suivi|número de seguimiento",
    ),
    (Field::Tags, "tags|tag|schlagworte|étiquettes|etiquetas"),
    (
        Field::LineId,
        "line id|line item id|item id|order item id|positionsnummer|positions id|pos id",
    ),
    (
        Field::Sku,
        "sku|item sku|product sku|variant sku|lineitem sku|line item sku|article number|item number|item no|item code|product code|artikelnummer|artikelnr|artikel nr|art nr|artnr|référence article|référence produit|ref|réf|referencia|código de artículo|código de producto|custom label",
    ),
    (
        Field::Title,
        "title|item|item name|item title|product|product name|product title|lineitem name|line item name|description|item description|article|artikel|artikelname|artikelbezeichnung|bezeichnung|produkt|produktname|beschreibung|produit|nom du produit|désignation|libellé|producto|nombre del producto|artículo|descripción",
    ),
    (
        Field::Options,
        "options|option|variant|variation|variations|variant title|variante|ausführung|attributs|déclinaison|opciones",
    ),
    (
        Field::Personalisation,
        "personalisation|personalization|engraving|gravur|personalisierung|personnalisation|gravure|personalización",
    ),
    (
        Field::Barcode,
        "barcode|ean|gtin|upc|ean13|isbn|strichcode|code barres|código de barras",
    ),
    (
        Field::Quantity,
        "quantity|qty|lineitem quantity|item quantity|quantity ordered|quantity purchased|units|count|pieces|pcs|menge|anzahl|stück|stückzahl|quantité|qté|cantidad|cant|uds|unidades",
    ),
    (
        Field::QuantityShipped,
        "quantity shipped|shipped quantity|qty shipped|gelieferte menge|versendete menge|quantité expédiée|cantidad enviada",
    ),
    (
        Field::UnitPrice,
        "price|unit price|item price|price each|lineitem price|product price|preis|einzelpreis|stückpreis|e preis|artikelpreis|verkaufspreis|prix|prix unitaire|precio|precio unitario|sold for",
    ),
    (
        Field::LineTotal,
        "line total|item total|row total|line amount|positionssumme|zeilensumme|gesamtpreis|total ligne|total de línea|line price",
    ),
    (
        Field::LineDiscount,
        "line discount|item discount|lineitem discount|positionsrabatt|artikelrabatt|remise ligne|descuento de línea",
    ),
    (
        Field::LineTax,
        "line tax|item tax|artikelsteuer|positionssteuer|taxe ligne",
    ),
    (
        Field::Weight,
        "weight|item weight|unit weight|gewicht|artikelgewicht|poids|peso",
    ),
    (
        Field::NeedsShipping,
        "requires shipping|lineitem requires shipping|needs shipping|versandpflichtig",
    ),
];

/// Parts of an address, for the recipient, the bill and the buyer.
const PARTS: &[([Option<Field>; 3], &str)] = &[
    (
        [
            Some(Field::ShipName),
            Some(Field::BillName),
            Some(Field::BuyerName),
        ],
        "name|full name|contact|contact name|person|to|ansprechpartner|nom complet|nom et prénom|nombre completo|nombre y apellidos|",
    ),
    (
        [
            Some(Field::ShipFirstName),
            Some(Field::BillFirstName),
            Some(Field::BuyerFirstName),
        ],
        "first name|firstname|given name|vorname|prénom|nombre",
    ),
    (
        [
            Some(Field::ShipLastName),
            Some(Field::BillLastName),
            Some(Field::BuyerLastName),
        ],
        "last name|lastname|surname|family name|nachname|familienname|nom|nom de famille|apellido|apellidos",
    ),
    (
        [
            Some(Field::ShipCompany),
            Some(Field::BillCompany),
            Some(Field::BuyerCompany),
        ],
        "company|company name|firm|organisation|organization|firma|firmenname|unternehmen|société|entreprise|empresa",
    ),
    (
        [Some(Field::ShipLine1), Some(Field::BillLine1), None],
        "address|address 1|address1|address line 1|addressline1|line 1|street|street 1|street address|street name|adresse 1|adresse1|adresszeile 1|straße|strasse|str|straße und hausnummer|straße nr|straße hausnummer|rue|adresse ligne 1|dirección 1|calle|línea de dirección 1|adresse|anschrift|dirección",
    ),
    (
        [Some(Field::ShipHouse), Some(Field::BillHouse), None],
        "house number|house no|street number|hausnummer|hausnr|haus nr|hnr|numéro de rue|número",
    ),
    (
        [Some(Field::ShipLine2), Some(Field::BillLine2), None],
        "address 2|address2|address line 2|addressline2|line 2|street 2|apt|apartment|suite|adresse 2|adresse2|adresszusatz|zusatz|adresszeile 2|complément d adresse|complément|adresse ligne 2|dirección 2|piso",
    ),
    (
        [Some(Field::ShipLine3), Some(Field::BillLine3), None],
        "address 3|address3|address line 3|line 3|adresse 3|adresszeile 3|dirección 3",
    ),
    (
        [Some(Field::ShipCity), Some(Field::BillCity), None],
        "city|town|suburb|locality|ort|stadt|wohnort|ville|ciudad|localidad|población",
    ),
    (
        [Some(Field::ShipRegion), Some(Field::BillRegion), None],
        "state|province|region|county|state code|province code|bundesland|kanton|région|département|provincia|región|comunidad autónoma",
    ),
    (
        [Some(Field::ShipPostcode), Some(Field::BillPostcode), None],
        "zip|zip code|zipcode|postal code|postcode|post code|postalcode|plz|postleitzahl|code postal|cp|código postal",
    ),
    (
        [Some(Field::ShipCountry), Some(Field::BillCountry), None],
        "country|country code|country name|land|länderkürzel|ländercode|staat|pays|code pays|país|código de país",
    ),
    (
        [
            Some(Field::ShipPhone),
            Some(Field::BillPhone),
            Some(Field::BuyerPhone),
        ],
        "phone|phone number|telephone|tel|mobile|telefon|telefonnummer|handy|mobil|téléphone|portable|teléfono|móvil",
    ),
];

/// Words before a part of an address that say whose it is. Longer ones first.
const WHOSE: &[(usize, &str)] = &[
    (
        0,
        "shipping address|ship to|deliver to|delivery address|shipping|delivery|recipient|ship|consignee|lieferadresse|lieferanschrift|versandadresse|empfänger|lieferung|liefer|versand|adresse de livraison|livraison|destinataire|expédition|dirección de envío|envío|entrega|destinatario",
    ),
    (
        1,
        "billing address|bill to|invoice address|billing|invoice|bill|payer|rechnungsadresse|rechnungsanschrift|rechnungs|rechnung|adresse de facturation|facturation|dirección de facturación|facturación",
    ),
    (
        2,
        "customer|buyer|client|purchaser|kunden|kunde|käufer|besteller|acheteur|cliente|comprador",
    ),
];

/// A guess for every column that can be guessed. Each field but the kept ones is given once: to
/// the column that stands first.
///
/// # Errors
/// The first records are beyond a limit.
pub fn mapping(table: &Table<'_>, options: &ReadOptions) -> Result<Mapping, FileRefused> {
    let samples = samples(table)?;
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut columns: Vec<(usize, MappedColumn)> = Vec::new();
    let mut unnamed = Vec::new();
    for (at, header) in table.header.iter().enumerate() {
        let name = loose(header);
        let nth = seen.entry(name.clone()).or_default();
        let column = |field| MappedColumn {
            header: header.clone(),
            nth: *nth,
            field,
        };
        let cells = samples.get(at).map(Vec::as_slice).unwrap_or_default();
        let free = |field: &Field| !columns.iter().any(|(_, column)| column.field == *field);
        match by_name(&name)
            .filter(free)
            .filter(|field| fits(*field, cells, options))
        {
            Some(field) => columns.push((at, column(field))),
            None => unnamed.push((at, column(Field::Keep))),
        }
        *nth += 1;
    }
    for (at, column) in unnamed {
        let cells = samples.get(at).map(Vec::as_slice).unwrap_or_default();
        let free = |field: Field| !columns.iter().any(|(_, column)| column.field == field);
        if let Some(field) = by_cells(cells, options).filter(|field| free(*field)) {
            columns.push((at, MappedColumn { field, ..column }));
        }
    }
    columns.sort_by_key(|(at, _)| *at);
    let mut mapping = Mapping {
        columns: columns.into_iter().map(|(_, column)| column).collect(),
        ..Mapping::default()
    };
    settle(&mut mapping);
    Ok(mapping)
}

/// Meanings that hang on which other columns there are.
fn settle(mapping: &mut Mapping) {
    // One price column and a line total in a file with quantities: `total` may be the line's.
    let has = |mapping: &Mapping, field| mapping.has(field);
    if !has(mapping, Field::OrderNumber) && has(mapping, Field::OrderId) {
        return;
    }
    // "Nombre" and "Nom" stand for the whole name where no family name stands beside them.
    for (first, last, whole) in [
        (Field::ShipFirstName, Field::ShipLastName, Field::ShipName),
        (Field::BillFirstName, Field::BillLastName, Field::BillName),
        (
            Field::BuyerFirstName,
            Field::BuyerLastName,
            Field::BuyerName,
        ),
    ] {
        let one = has(mapping, first) != has(mapping, last);
        if one && !has(mapping, whole) {
            for column in &mut mapping.columns {
                if column.field == first || column.field == last {
                    column.field = whole;
                }
            }
        }
    }
}

/// The first filled cells of every column.
fn samples(table: &Table<'_>) -> Result<Vec<Vec<String>>, FileRefused> {
    const ROWS: usize = 200;
    let mut samples = vec![Vec::new(); table.header.len()];
    let mut records = table.records();
    let mut record = Record::default();
    for _ in 0..ROWS {
        match records.read(&mut record)? {
            Found::End => break,
            Found::Broken => {}
            Found::Record => {
                for (at, cells) in samples.iter_mut().enumerate() {
                    let cell = record.get(at).trim();
                    if !cell.is_empty() {
                        cells.push(cell.chars().take(100).collect());
                    }
                }
            }
        }
    }
    Ok(samples)
}

/// A header's name with letters and digits only.
fn loose(name: &str) -> String {
    let mut loose = String::with_capacity(name.len());
    let mut lower_before = false;
    for c in name.trim().chars() {
        // orderNumber is "order number", SKU stays "sku".
        if c.is_uppercase() && lower_before {
            loose.push(' ');
        }
        lower_before = c.is_lowercase();
        if c.is_alphanumeric() {
            loose.extend(c.to_lowercase());
        } else if !loose.ends_with(' ') && !loose.is_empty() {
            loose.push(' ');
        }
    }
    loose.truncate(loose.trim_end().len());
    loose
}

fn one_of(list: &str, name: &str) -> bool {
    list.split('|').any(|known| known.trim() == name)
}

fn by_name(name: &str) -> Option<Field> {
    if name.is_empty() {
        return None;
    }
    if let Some((field, _)) = NAMES.iter().find(|(_, list)| one_of(list, name)) {
        return Some(*field);
    }
    for (whose, list) in WHOSE {
        let prefix = list
            .split('|')
            .map(str::trim)
            .find(|prefix| name.starts_with(prefix));
        if let Some(part) = prefix.and_then(|prefix| name.strip_prefix(prefix)) {
            return part_of(part.trim(), *whose);
        }
    }
    part_of(name, 0)
}

fn part_of(part: &str, whose: usize) -> Option<Field> {
    let found = PARTS.iter().find(|(_, list)| one_of(list, part))?;
    found.0.get(whose).copied().flatten()
}

/// Whether the cells do not speak against a name: a "price" column full of words is none.
fn fits(field: Field, cells: &[String], options: &ReadOptions) -> bool {
    let most = |fit: &dyn Fn(&str) -> bool| {
        cells.is_empty() || cells.iter().filter(|cell| fit(cell)).count() * 2 >= cells.len()
    };
    match field.kind() {
        // A column called "quantity" is never passed over: without one, every line would be one unit.
        Kind::Code | Kind::Text | Kind::Count => true,
        Kind::Money | Kind::Weight => {
            most(&|cell| cell.bytes().any(|b| b.is_ascii_digit()) && cell.len() < 40)
        }
        Kind::Date => most(&|cell| {
            !matches!(
                date::parse(cell, None, options.today),
                Err(date::NotADate::Malformed)
            )
        }),
        Kind::Time | Kind::Zone | Kind::Country | Kind::Currency | Kind::Status | Kind::Flag => {
            most(&|cell| cell.len() < 60)
        }
    }
}

/// What cells without a telling header look like.
fn by_cells(cells: &[String], options: &ReadOptions) -> Option<Field> {
    if cells.is_empty() {
        return None;
    }
    let all = |fit: &dyn Fn(&str) -> bool| cells.iter().all(|cell| fit(cell));
    let mail = |cell: &str| {
        cell.split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
            && !cell.contains(char::is_whitespace)
    };
    if all(&mail) {
        return Some(Field::BuyerEmail);
    }
    let day = |cell: &str| {
        let read = date::parse(cell, None, options.today);
        matches!(read, Ok(_) | Err(date::NotADate::TwoReadings))
    };
    if all(&day) {
        return Some(Field::PlacedAt);
    }
    // Two letters could be a state or a currency's half; names and three kinds of code are enough.
    if all(&|cell| country::code(cell).is_some()) && cells.iter().any(|cell| cell.len() > 3) {
        return Some(Field::ShipCountry);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Chosen;
    use chrono::NaiveDate;
    use domain::Currency;

    fn guessed(text: &str) -> Vec<(String, Field)> {
        let today = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let options = ReadOptions::new(Currency::new("EUR").unwrap(), chrono_tz::UTC, today);
        let table = Table::open(text.as_bytes(), &Chosen::default()).unwrap();
        let mapping = mapping(&table, &options).unwrap();
        mapping
            .columns
            .into_iter()
            .map(|column| (column.header, column.field))
            .collect()
    }

    fn fields(text: &str) -> Vec<Field> {
        guessed(text).into_iter().map(|(_, field)| field).collect()
    }

    #[test]
    fn german_names_with_their_compounds() {
        assert_eq!(
            fields(
                "Bestellnummer;Bestelldatum;Lieferadresse Name;Liefer-Straße;Hausnummer;Lieferung PLZ;Ort;Land;E-Mail;Artikelnummer;Bezeichnung;Menge;Einzelpreis;Versandkosten;Gesamtbetrag;Zahlungsstatus\n"
            ),
            [
                Field::OrderNumber,
                Field::PlacedAt,
                Field::ShipName,
                Field::ShipLine1,
                Field::ShipHouse,
                Field::ShipPostcode,
                Field::ShipCity,
                Field::ShipCountry,
                Field::BuyerEmail,
                Field::Sku,
                Field::Title,
                Field::Quantity,
                Field::UnitPrice,
                Field::Shipping,
                Field::Total,
                Field::PaymentStatus,
            ]
        );
    }

    #[test]
    fn french_and_spanish_names() {
        assert_eq!(
            fields(
                "Numéro de commande,Prénom,Nom,Adresse,Code postal,Ville,Pays,Quantité,Prix unitaire,Frais de port\n"
            ),
            [
                Field::OrderNumber,
                Field::ShipFirstName,
                Field::ShipLastName,
                Field::ShipLine1,
                Field::ShipPostcode,
                Field::ShipCity,
                Field::ShipCountry,
                Field::Quantity,
                Field::UnitPrice,
                Field::Shipping,
            ]
        );
        assert_eq!(
            fields(
                "Pedido,Fecha,Nombre,Calle,Código postal,Ciudad,País,Producto,Cantidad,Precio\n"
            ),
            [
                Field::OrderNumber,
                Field::PlacedAt,
                Field::ShipName,
                Field::ShipLine1,
                Field::ShipPostcode,
                Field::ShipCity,
                Field::ShipCountry,
                Field::Title,
                Field::Quantity,
                Field::UnitPrice,
            ]
        );
    }

    #[test]
    fn bill_and_recipient_are_told_apart() {
        assert_eq!(
            fields("order_number,billing_city,shipping_city,customerName,shipTo zip\n"),
            [
                Field::OrderNumber,
                Field::BillCity,
                Field::ShipCity,
                Field::BuyerName,
                Field::ShipPostcode
            ]
        );
    }

    #[test]
    fn cells_tell_where_names_do_not() {
        assert_eq!(
            guessed("order,contact info,when exactly,where to\n1,a@b.example,2026-08-14,Germany\n"),
            [
                ("order".to_owned(), Field::OrderNumber),
                ("contact info".to_owned(), Field::BuyerEmail),
                ("when exactly".to_owned(), Field::PlacedAt),
                ("where to".to_owned(), Field::ShipCountry),
            ]
        );
    }

    #[test]
    fn a_price_column_full_of_words_is_none() {
        assert_eq!(
            fields("order,price\n1,on request\n2,ask us\n"),
            [Field::OrderNumber]
        );
    }
}
