//! The catalogue itself: which keys there are, and which values each needs.

use crate::Lang;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use fluent_syntax::parser::parse;
use std::collections::{BTreeMap, BTreeSet};

/// All parts of `lang` as one Fluent source.
#[must_use]
pub fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.ftl")),
        Lang::De => include_str!(concat!(env!("OUT_DIR"), "/de.ftl")),
    }
}

/// What reading one language's source gives.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Each key with the names of the values that its sentence uses, selectors included.
    pub keys: BTreeMap<String, BTreeSet<String>>,
    /// Keys that stand more than once.
    pub twice: Vec<String>,
    /// Entries that are not Fluent, as they stand.
    pub junk: Vec<String>,
}

/// The names of an order's fields: what stands under `field-…`, without that beginning.
#[must_use]
pub fn field_names(lang: Lang) -> BTreeMap<String, String> {
    source(lang)
        .lines()
        .filter_map(|line| line.strip_prefix("field-")?.split_once(" = "))
        .map(|(field, name)| (field.to_owned(), name.to_owned()))
        .collect()
}

/// Reads a Fluent source.
#[must_use]
pub fn read(source: &str) -> Catalogue {
    let resource = match parse(source) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut catalogue = Catalogue::default();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                if catalogue
                    .keys
                    .insert(key.clone(), values(message))
                    .is_some()
                {
                    catalogue.twice.push(key);
                }
            }
            Entry::Junk { content } => catalogue.junk.push((*content).to_owned()),
            Entry::Term(_)
            | Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_) => {}
        }
    }
    catalogue
}

fn values(message: &Message<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(pattern) = &message.value {
        in_pattern(pattern, &mut found);
    }
    for attribute in &message.attributes {
        in_pattern(&attribute.value, &mut found);
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, found),
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => in_call(arguments, found),
        InlineExpression::TermReference { arguments, .. } => {
            if let Some(arguments) = arguments {
                in_call(arguments, found);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. } => {}
    }
}

fn in_call(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    for positional in &arguments.positional {
        in_inline(positional, found);
    }
    for named in &arguments.named {
        in_inline(&named.value, found);
    }
}
