//! GS1 element strings: `(01)09506000134352(10)AB-123` as data and function characters.

use super::BarcodeError;
use super::code128::Unit;

/// Application identifiers whose data has one length only, by their first two digits, with the
/// length of identifier and data together (GS1 General Specifications, figure 7.8.5-2). Nothing
/// separates them from what follows.
const FIXED: &[(&str, usize)] = &[
    ("00", 20),
    ("01", 16),
    ("02", 16),
    ("03", 16),
    ("04", 18),
    ("11", 8),
    ("12", 8),
    ("13", 8),
    ("14", 8),
    ("15", 8),
    ("16", 8),
    ("17", 8),
    ("18", 8),
    ("19", 8),
    ("20", 4),
    ("31", 10),
    ("32", 10),
    ("33", 10),
    ("34", 10),
    ("35", 10),
    ("36", 10),
    ("41", 16),
];

/// The units of a GS1-128 symbol: the function character first, then the elements, with a
/// function character after each one of variable length that is not the last.
pub(super) fn units(text: &str) -> Result<Vec<Unit>, BarcodeError> {
    let elements = elements(text)?;
    let mut out = vec![Unit::Fnc1];
    let last = elements.len() - 1;
    for (at, (ai, data)) in elements.iter().enumerate() {
        out.extend(ai.bytes().chain(data.bytes()).map(Unit::Ascii));
        let fixed = FIXED.iter().find(|(head, _)| ai.starts_with(head));
        match fixed {
            Some((_, length)) if ai.len() + data.len() != *length => {
                return Err(BarcodeError::Gs1(format!("({ai}) has the wrong length")));
            }
            Some(_) => {}
            None if at < last => out.push(Unit::Fnc1),
            None => {}
        }
    }
    Ok(out)
}

/// Identifier and data of each element.
fn elements(text: &str) -> Result<Vec<(&str, &str)>, BarcodeError> {
    let wrong = || BarcodeError::Gs1(text.to_owned());
    let mut out = Vec::new();
    for element in text.strip_prefix('(').ok_or_else(wrong)?.split('(') {
        let (ai, data) = element.split_once(')').ok_or_else(wrong)?;
        let ai_ok = (2..=4).contains(&ai.len()) && ai.bytes().all(|b| b.is_ascii_digit());
        // GS1 General Specifications 7.11: character set 82, which has no space.
        let data_ok = !data.is_empty() && data.bytes().all(|b| b.is_ascii_graphic() && b != b')');
        if !ai_ok || !data_ok {
            return Err(wrong());
        }
        out.push((ai, data));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, BarcodeError> {
        let shown = units(text)?.into_iter().map(|u| match u {
            Unit::Fnc1 => '~',
            Unit::Ascii(b) => char::from(b),
        });
        Ok(shown.collect())
    }

    #[test]
    fn only_variable_elements_are_closed() {
        assert_eq!(
            shown("(00)340434160094021005").unwrap(),
            "~00340434160094021005"
        );
        assert_eq!(
            shown("(420)31056(92)0123456789").unwrap(),
            "~42031056~920123456789"
        );
        assert_eq!(
            shown("(01)09506000134352(10)AB(17)261231").unwrap(),
            "~0109506000134352".to_owned() + "10AB~" + "17261231"
        );
    }

    #[test]
    fn malformed_elements_are_refused() {
        for bad in ["420123", "(00)12", "(4)1", "(42x)1", "(420)", "(10)a b"] {
            assert!(units(bad).is_err(), "{bad}");
        }
    }
}
