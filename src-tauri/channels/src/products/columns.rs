//! Column names of product files.
//!
//! Our own names are the first of each list. Shopify's are those of its product export. A weight's
//! or length's unit may stand behind its name: `weight kg`, `length (cm)`, `Gewicht in g`.

use super::{ProductColumn, ProductMapping};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What a column of a product file means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProductField {
    /// What the rows of one product share.
    Key,
    /// The product's title.
    Title,
    /// The variant's own title, or its options in one cell.
    Variant,
    /// Name of an option; the value column follows it.
    OptionName,
    /// Value of an option.
    OptionValue,
    /// SKU.
    Sku,
    /// A barcode; several columns, or several in a cell parted by commas, are all taken.
    Barcode,
    /// Weight of one unit.
    Weight,
    /// Weight of one unit in grams, whatever another column says of units.
    Grams,
    /// Unit of the weight column.
    WeightUnit,
    /// Length.
    Length,
    /// Width.
    Width,
    /// Height.
    Height,
    /// Unit of the three.
    LengthUnit,
    /// Length × width × height in one cell.
    Size,
    /// Customs tariff number.
    HsCode,
    /// Country of origin.
    Origin,
    /// What one unit costs the shop.
    Cost,
    /// What one unit is sold for.
    Price,
    /// Currency of both.
    Currency,
    /// Where it lies.
    Bin,
    /// Units on the shelf at the start.
    Opening,
    /// Reorder point.
    ReorderAt,
    /// What a set is put together from: SKUs with how many of each.
    Parts,
    /// Whether it is shipped at all.
    Ships,
}

impl ProductField {
    pub(crate) fn is_number(self) -> bool {
        matches!(
            self,
            Self::Weight
                | Self::Grams
                | Self::Length
                | Self::Width
                | Self::Height
                | Self::Cost
                | Self::Price
                | Self::Opening
                | Self::ReorderAt
        )
    }
}

const NAMES: &[(ProductField, &str)] = &[
    (
        ProductField::Key,
        "product key|handle|product id|parent sku|produkt id",
    ),
    (
        ProductField::Title,
        "title|product|product title|product name|name|item name|titel|produkt|produktname|artikel|artikelname|bezeichnung|artikelbezeichnung|produit|nom|désignation|producto|nombre",
    ),
    (
        ProductField::Variant,
        "variant|variant title|options|variante|ausführung|variation",
    ),
    (
        ProductField::OptionName,
        "option1 name|option2 name|option3 name|option 1 name|option 2 name|option 3 name",
    ),
    (
        ProductField::OptionValue,
        "option1 value|option2 value|option3 value|option 1 value|option 2 value|option 3 value",
    ),
    (
        ProductField::Sku,
        "sku|variant sku|item sku|product sku|item number|article number|artikelnummer|artikelnr|artikel nr|art nr|référence|referencia",
    ),
    (
        ProductField::Barcode,
        "barcode|barcodes|variant barcode|ean|gtin|upc|isbn|ean upc|strichcode|code barres|código de barras",
    ),
    (ProductField::Grams, "variant grams|grams"),
    (
        ProductField::Weight,
        "weight|item weight|unit weight|gewicht|poids|peso",
    ),
    (
        ProductField::WeightUnit,
        "weight unit|variant weight unit|gewichtseinheit|unité de poids|unidad de peso",
    ),
    (ProductField::Length, "length|länge|longueur|largo|longitud"),
    (ProductField::Width, "width|breite|largeur|ancho"),
    (ProductField::Height, "height|höhe|hauteur|alto|altura"),
    (
        ProductField::LengthUnit,
        "length unit|dimension unit|size unit|längeneinheit",
    ),
    (
        ProductField::Size,
        "size|dimensions|maße|abmessungen|dimensiones",
    ),
    (
        ProductField::HsCode,
        "hs code|hs|variant harmonized system code|harmonized system code|tariff number|tariff code|customs code|zolltarifnummer|warennummer|code sh|code douanier|código arancelario",
    ),
    (
        ProductField::Origin,
        "origin|country of origin|origin country|variant country of origin|made in|ursprungsland|herkunftsland|ursprung|pays d origine|país de origen",
    ),
    (
        ProductField::Cost,
        "cost|cost per item|unit cost|purchase price|einkaufspreis|ek|ek preis|kosten|coût|prix d achat|coste|costo",
    ),
    (
        ProductField::Price,
        "price|variant price|sale price|selling price|preis|verkaufspreis|vk|vk preis|prix|prix de vente|precio|precio de venta",
    ),
    (ProductField::Currency, "currency|währung|devise|moneda"),
    (
        ProductField::Bin,
        "bin|bin location|bin name|location|shelf|lagerplatz|regal|fach|emplacement|ubicación",
    ),
    (
        ProductField::Opening,
        "count|on hand|stock|quantity|qty|opening count|variant inventory qty|inventory|available|bestand|lagerbestand|anfangsbestand|menge|quantité|quantité en stock|existencias|cantidad",
    ),
    (
        ProductField::ReorderAt,
        "reorder at|reorder point|minimum stock|low stock|mindestbestand|meldebestand|stock minimum|punto de pedido",
    ),
    (
        ProductField::Parts,
        "components|parts|bundle components|kit components|set parts|bestandteile|teile|stückliste|composants|componentes",
    ),
    (
        ProductField::Ships,
        "ships|requires shipping|variant requires shipping|versandpflichtig",
    ),
];

const UNITS: [&str; 16] = [
    "kg", "g", "gr", "gram", "grams", "gramm", "lb", "lbs", "oz", "mm", "cm", "m", "in", "inch",
    "inches", "ft",
];

/// The meaning of every column whose name is known.
#[must_use]
pub fn by_name(header: &[String]) -> ProductMapping {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut mapping = ProductMapping::default();
    for name in header {
        let nth = seen.entry(crate::table::normal(name)).or_default();
        if let Some((field, unit)) = meaning(name) {
            let several = matches!(
                field,
                ProductField::Barcode | ProductField::OptionName | ProductField::OptionValue
            );
            if several || !mapping.columns.iter().any(|column| column.field == field) {
                mapping.columns.push(ProductColumn {
                    header: name.clone(),
                    nth: *nth,
                    field,
                    unit: unit.to_owned(),
                });
            }
        }
        *nth += 1;
    }
    mapping
}

fn meaning(name: &str) -> Option<(ProductField, &'static str)> {
    let loose: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = loose.split_whitespace().collect();
    let find = |words: &[&str]| {
        let name = words.join(" ");
        NAMES
            .iter()
            .find(|(_, list)| list.split('|').any(|known| known == name))
            .map(|(field, _)| *field)
    };
    if let Some(field) = find(&words) {
        return Some((field, ""));
    }
    let (last, before) = words.split_last()?;
    let unit = UNITS.into_iter().find(|unit| unit == last)?;
    let before = before.strip_suffix(&["in"]).unwrap_or(before);
    let field = find(before)?;
    let measured = matches!(
        field,
        ProductField::Weight
            | ProductField::Length
            | ProductField::Width
            | ProductField::Height
            | ProductField::Size
    );
    measured.then_some((field, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stand_behind_names() {
        assert_eq!(meaning("Weight (kg)"), Some((ProductField::Weight, "kg")));
        assert_eq!(meaning("Gewicht in g"), Some((ProductField::Weight, "g")));
        assert_eq!(meaning("length_cm"), Some((ProductField::Length, "cm")));
        assert_eq!(meaning("Variant Grams"), Some((ProductField::Grams, "")));
        assert_eq!(meaning("price kg"), None);
        assert_eq!(meaning("Body (HTML)"), None);
    }
}
