//! What Backroom says to people, in English and German.
//!
//! Every sentence stands once per language in `parts/<room>.<lang>.ftl` (Project Fluent syntax);
//! all parts are one catalogue. Rooms hand out [`Sentence`]s, hosts and paper turn them into text
//! here, and the window does the same with the same files.

pub mod catalogue;
pub mod typescript;

use domain::Sentence;
use domain::say::Value;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// A language that the catalogue is complete in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// German.
    De,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// The language for a BCP 47 tag such as `de-AT`: its first subtag decides, in any case, and
    /// what is not spoken here is English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        if first.eq_ignore_ascii_case("de") {
            Self::De
        } else {
            Self::En
        }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }
}

/// The sentence as text for a reader of `lang`. Numbers are grouped in the reader's way. The text
/// has no invisible isolation marks, so it can be printed and compared. A key that the catalogue
/// does not have is shown as `⟦key⟧`, so that it is seen and reported rather than lost.
#[must_use]
pub fn say(lang: Lang, sentence: &Sentence) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle
        .get_message(&sentence.id)
        .and_then(|message| message.value())
    else {
        return format!("⟦{}⟧", sentence.id);
    };
    let mut args = FluentArgs::with_capacity(sentence.args.len());
    for (name, value) in &sentence.args {
        let value = match value {
            Value::Number(n) => FluentValue::from(*n),
            Value::Text(text) => FluentValue::from(text.as_str()),
        };
        args.set(name.as_str(), value);
    }
    let mut unresolved = Vec::new();
    bundle
        .format_pattern(pattern, Some(&args), &mut unresolved)
        .into_owned()
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static EN: LazyLock<Bundle> = LazyLock::new(|| build(Lang::En));
    static DE: LazyLock<Bundle> = LazyLock::new(|| build(Lang::De));
    match lang {
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

fn build(lang: Lang) -> Bundle {
    let locale: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    match lang {
        Lang::En => bundle.set_formatter(Some(|value, _| grouped(value, ','))),
        Lang::De => bundle.set_formatter(Some(|value, _| grouped(value, '.'))),
    }
    let names = catalogue::field_names(lang);
    // A name can be taken only once, by this one.
    let _taken = bundle.add_function("FIELDS", move |values, _| match values.first() {
        Some(FluentValue::String(fields)) => named(fields, &names).into(),
        Some(other) => other.clone(),
        None => FluentValue::None,
    });
    // A broken entry is left out and shows as ⟦key⟧; the room's tests name it.
    let resource = match FluentResource::try_new(catalogue::source(lang).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    // The first of two equal keys stands; the room's tests refuse the second.
    let _duplicates = bundle.add_resource(resource);
    bundle
}

/// `ship_to, line:7` as `address, units of a line`: the fields of an order by their names in the
/// catalogue. A field without a name stands as it is.
fn named(fields: &str, names: &BTreeMap<String, String>) -> String {
    fields
        .split(", ")
        .map(|field| {
            let key = field.split(':').next().unwrap_or_default();
            names.get(key).map_or(field, String::as_str)
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// `2431` as `2,431`. Only whole numbers are values of a sentence.
fn grouped(value: &FluentValue, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", plain.as_ref()),
    };
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_choose_the_plural_and_are_grouped_for_the_reader() {
        let selected = |n: i64| Sentence::new("orders-selected").with("count", n);
        assert_eq!(say(Lang::En, &selected(1)), "1 selected");
        assert_eq!(say(Lang::En, &selected(2431)), "2,431 selected");
        assert_eq!(say(Lang::De, &selected(2431)), "2.431 ausgewählt");
        let found = |n: i64| Sentence::new("customer-orders").with("count", n);
        assert_eq!(say(Lang::En, &found(1)), "1 order");
        assert_eq!(say(Lang::De, &found(2)), "2 Bestellungen");
        assert_eq!(say(Lang::De, &found(1)), "1 Bestellung");
    }

    #[test]
    fn fields_are_called_by_their_names() {
        let edited = |fields: &str| Sentence::new("event-order-edited").with("fields", fields);
        assert_eq!(
            say(Lang::En, &edited("ship_to, line:7, hat")),
            "Changed: address, units of a line, hat"
        );
        assert_eq!(say(Lang::De, &edited("ship_by")), "Geändert: Versand bis");
    }

    #[test]
    fn a_missing_key_is_visible() {
        assert_eq!(
            say(Lang::En, &Sentence::new("no-such-key")),
            "⟦no-such-key⟧"
        );
    }

    #[test]
    fn text_has_no_isolation_marks() {
        let text = say(Lang::En, &Sentence::new("select-row").with("name", "ליאת"));
        assert_eq!(text, "Select ליאת");
    }

    #[test]
    fn the_first_subtag_decides() {
        assert_eq!(Lang::from_tag("de-AT"), Lang::De);
        assert_eq!(Lang::from_tag("DE_de"), Lang::De);
        assert_eq!(Lang::from_tag("den"), Lang::En);
        assert_eq!(Lang::from_tag("fr"), Lang::En);
    }
}
