//! Letters in Markdown (`CommonMark` with footnotes), with front matter in YAML or TOML.

mod blocks;
mod calls;
mod front;
mod links;
mod pairs;
mod within;
mod yaml;

pub use front::Front;

use edition::{CorrespDesc, Letter, Witness};
use source::{Report, SourceFile, Span};

/// A letter in Markdown, names not yet found, and what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownLetter {
    /// What the front matter says.
    pub front: Front,
    /// The letter; who wrote to whom is in the front matter still.
    pub letter: Letter,
    /// Links that are no address, as they are written, and where they stand.
    pub links: Vec<(Box<str>, Span)>,
}

/// Reads a letter in Markdown. Every text is one; markup of HTML in it stays text.
///
/// # Source
/// `CommonMark` 0.31; footnotes as GitHub writes them.
#[must_use]
pub fn read_markdown(file: &SourceFile) -> Report<MarkdownLetter> {
    let (front, body, mut diagnostics) = front::read(file);
    let mut reading = blocks::Reading::new(file, body);
    let (text, notes) = reading.whole();
    diagnostics.append(&mut reading.diagnostics);
    diagnostics.append(&mut calls::without_note(file, body, &mut reading.read));
    diagnostics.sort_by_key(|finding| finding.span);
    let letter = Letter {
        id: crate::ids::cleaned(crate::ids::stem(&file.path.0)).as_str().into(),
        title: front.title.clone(),
        number: front.number.clone(),
        status: None,
        language: front.language.clone().unwrap_or_else(|| "und".into()),
        corresp: CorrespDesc::default(),
        witness: Witness::default(),
        text,
        notes,
        first_page: None,
    };
    Report { value: MarkdownLetter { front, letter, links: reading.links }, diagnostics }
}
