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
        fields("Pedido,Fecha,Nombre,Calle,Código postal,Ciudad,País,Producto,Cantidad,Precio\n"),
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
