//! The keys of front matter and what stands behind them, each with its place.

use source::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key with its values.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) span: Span,
    /// One, or those of a list.
    pub(super) values: Vec<(Said, Span)>,
}

/// What stands behind a key.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A text, a number, a day, as it is written.
    Words(String),
    /// Nothing: `to:`, or `null`.
    Nothing,
    /// What holds further values.
    Other(&'static str),
}

/// Why front matter cannot be read, and where.
#[derive(Debug)]
pub(super) struct Unreadable {
    pub(super) message: String,
    pub(super) at: Option<usize>,
}

/// Front matter in TOML. The text begins at a place of the file.
pub(super) fn toml(text: &str, start: usize) -> Result<Vec<Pair>, Unreadable> {
    let table = DeTable::parse(text).map_err(|error| Unreadable {
        message: format!("the front matter is no TOML: {}", error.message()),
        at: error.span().map(|span| span.start + start),
    })?;
    let place = |range: std::ops::Range<usize>| Span::new(range.start + start, range.end + start);
    let said = |value: &Spanned<DeValue<'_>>| (one(value.get_ref()), place(value.span()));
    let pairs = table.get_ref().iter().map(|(key, value)| Pair {
        key: key.get_ref().to_string(),
        span: place(key.span()),
        values: match value.get_ref() {
            DeValue::Array(values) => values.iter().map(said).collect(),
            _ => vec![said(value)],
        },
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    pairs.sort_by_key(|pair| pair.span);
    Ok(pairs)
}

fn one(value: &DeValue<'_>) -> Said {
    match value {
        DeValue::String(text) => Said::Words(text.trim().to_owned()),
        DeValue::Integer(number) => Said::Words(number.as_str().to_owned()),
        DeValue::Float(number) => Said::Words(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Said::Words(truth.to_string()),
        DeValue::Datetime(when) => Said::Words(when.to_string()),
        DeValue::Array(_) => Said::Other("a list in a list"),
        DeValue::Table(_) => Said::Other("a table"),
    }
}
