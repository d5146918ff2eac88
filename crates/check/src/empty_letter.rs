//! A letter without text.
//!
//! Readers open it and find nothing. A letter that is lost can say so in a paragraph.
//!
//! Example: front matter with nothing below it.

use crate::{Checked, Rule, at};
use edition::BlockKind;
use source::{Code, Diagnostic, Severity};

pub(crate) const RULE: Rule = Rule { code: Code("check/empty-letter"), run };

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    for (letter, place) in checked.letters() {
        if !letter.text.iter().any(|block| !matches!(block.kind, BlockKind::PageBreak(_))) {
            let message = format!("{} has no text", letter.id);
            let finding = at(&RULE, Severity::Warning, (place.source, place.head), message);
            found.push(finding.advise("if the letter is lost, say so in a paragraph"));
        }
    }
}
