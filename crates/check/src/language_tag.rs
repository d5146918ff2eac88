//! A language that is no tag of BCP 47.
//!
//! Browsers choose hyphens, quotation marks and voices by it; a wrong one is worse than none. Looked at is the form of
//! the tag, not whether the language exists.
//!
//! Example: `xml:lang="german"`.

use crate::{Checked, Rule, about};
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/language-tag"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, source) in checked.letters() {
        if !is_tag(&letter.language) {
            let message = format!("{} is no tag of a language (in {})", letter.language, letter.id);
            let finding = about(&RULE, Severity::Warning, source, message);
            found
                .push(finding.advise(
                    "write de, en-GB, ru-petr1708: two or three letters, then parts of one to eight",
                ));
        }
    }
}

/// Whether a text has the form of a tag.
///
/// # Source
/// RFC 5646, section 2.1, without the registered exceptions.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let word =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(word)
}
