//! A language that is no tag of BCP 47.
//!
//! Browsers choose hyphens, quotation marks and voices by it; a wrong one is worse than none. Looked at is the form of
//! the tag, not whether the language exists.
//!
//! Example: `xml:lang="german"`.

use crate::{Checked, Rule, at};
use edition::{Inline, Letter, each_inline};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeMap;

/// What to write for a language.
pub const ADVICE: &str = "write de, en-GB, ru-petr1708: two or three letters, then parts of one to eight";

pub(crate) const RULE: Rule = Rule { code: Code("check/language-tag"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, place) in checked.letters() {
        let mut wrong: BTreeMap<&str, Option<Span>> = BTreeMap::new();
        for (tag, span) in foreign(letter).into_iter().filter(|(tag, _)| !is_tag(tag)) {
            wrong.entry(tag).or_insert(span);
        }
        if !is_tag(&letter.language) {
            wrong.insert(&letter.language, place.language);
        }
        for (tag, span) in wrong {
            let message = format!("{tag} is no tag of a language (in {})", letter.id);
            let finding = at(&RULE, Severity::Warning, (place.source, span), message);
            found.push(finding.advise(ADVICE));
        }
    }
}

/// The languages of words in other languages, each with the place of its first words.
fn foreign(letter: &Letter) -> Vec<(&str, Option<Span>)> {
    let mut out = Vec::new();
    for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
        each_inline(&block.inlines, &mut |inline| {
            if let Inline::Foreign(tag, inner) = inline {
                let mut first = None;
                each_inline(inner, &mut |inside| {
                    if let Inline::Text(text) = inside {
                        first.get_or_insert(text.span);
                    }
                });
                out.push((&**tag, first));
            }
        });
    }
    out
}

/// Whether a text has the form of a tag.
///
/// # Source
/// RFC 5646, section 2.1; of the registered exceptions those that begin with `i-` and `x-`.
#[must_use]
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let word =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let private = matches!(first, "x" | "i" | "X" | "I") && tag.len() > 2;
    let language = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    (language || private) && parts.all(word)
}
