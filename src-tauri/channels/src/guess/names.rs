//! What columns are called, in the words of the shop systems and of people.

use crate::field::Field;

/// Names that mean one field wherever they stand. Compared without case and signs.
pub(super) const NAMES: &[(Field, &str)] = &[
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
pub(super) const PARTS: &[([Option<Field>; 3], &str)] = &[
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
pub(super) const WHOSE: &[(usize, &str)] = &[
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

/// A header's name with letters and digits only.
pub(super) fn loose(name: &str) -> String {
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

pub(super) fn by_name(name: &str) -> Option<Field> {
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

pub(super) fn part_of(part: &str, whose: usize) -> Option<Field> {
    let found = PARTS.iter().find(|(_, list)| one_of(list, part))?;
    found.0.get(whose).copied().flatten()
}

pub(super) fn one_of(list: &str, name: &str) -> bool {
    list.split('|').any(|known| known.trim() == name)
}
