//! The header block (R1): flush-left lines before the letter, in groups set off by blank lines.

use super::Line;
use super::parts::Parts;
use edition::ImprintKind;
use source::{Code, Diagnostic, Severity, Span};

/// How lines of the header block begin, in the languages of such volumes.
const BEGINNINGS: &[(&str, ImprintKind)] = &[
    ("First published", ImprintKind::FirstPublished),
    ("Printed in", ImprintKind::FirstPublished),
    ("Published in", ImprintKind::FirstPublished),
    ("Published for", ImprintKind::FirstPublished),
    ("Erstmals", ImprintKind::FirstPublished),
    ("Première publication", ImprintKind::FirstPublished),
    ("Впервые", ImprintKind::FirstPublished),
    ("Printed from", ImprintKind::TextSource),
    ("Printed according", ImprintKind::TextSource),
    ("Published according", ImprintKind::TextSource),
    ("Печатается по", ImprintKind::TextSource),
    ("Nach ", ImprintKind::TextSource),
    ("From ", ImprintKind::Edition),
    ("Aus ", ImprintKind::Edition),
    ("Tiré", ImprintKind::Edition),
    ("Vol.", ImprintKind::VolumePages),
    ("Volume ", ImprintKind::VolumePages),
    ("Bd.", ImprintKind::VolumePages),
    ("Band ", ImprintKind::VolumePages),
    ("T. ", ImprintKind::VolumePages),
    ("Tome ", ImprintKind::VolumePages),
    ("pp.", ImprintKind::VolumePages),
    ("p. ", ImprintKind::VolumePages),
    ("S. ", ImprintKind::VolumePages),
    ("Translated", ImprintKind::Translation),
    ("Übersetzt", ImprintKind::Translation),
    ("Traduit", ImprintKind::Translation),
    ("Prepared", ImprintKind::Digitisation),
    ("Transcribed", ImprintKind::Digitisation),
    ("Digitised", ImprintKind::Digitisation),
    ("Digitized", ImprintKind::Digitisation),
    ("Sent from", ImprintKind::SentFromTo),
    ("Written", ImprintKind::SentFromTo),
];

fn kind_of(content: &str) -> Option<ImprintKind> {
    BEGINNINGS.iter().find(|(word, _)| content.starts_with(word)).map(|(_, kind)| *kind)
}

/// Reads the lines of the block.
pub(super) fn read(parts: &mut Parts<'_>, lines: &[Line<'_>]) {
    let mut before: Option<(Line<'_>, ImprintKind)> = None;
    for line in lines {
        let content = line.content();
        let span = line.content_span();
        // A line goes on from the one right above it, unless it begins as another kind does.
        let goes_on =
            before.filter(|(above, _)| adjoining(parts, above.span, line.span)).map(|(_, kind)| kind);
        let kind = match (kind_of(content), goes_on) {
            (Some(kind), _) => kind,
            (None, Some(kind)) if kind != ImprintKind::Author => kind,
            (None, _) if parts.author.is_none() && name_like(content) => {
                parts.author = Some(span);
                ImprintKind::Author
            }
            _ => {
                parts.diagnostics.push(
                    Diagnostic::new(
                        Code("plain/header-line-not-understood"),
                        Severity::Warning,
                        Some(span),
                        "this line of the header block is not understood",
                    )
                    .advise("it is shown as it stands; lines like “First published in …”, “From …”, “Vol. …, pp. …” are read"),
                );
                ImprintKind::Unknown
            }
        };
        if kind == ImprintKind::VolumePages {
            locate(parts, content);
        }
        parts.imprint.push((kind, span));
        before = Some((*line, kind));
    }
}

/// Whether only one line end stands between two lines.
fn adjoining(parts: &Parts<'_>, above: Span, below: Span) -> bool {
    let between = parts.file.slice(Span { start: above.end, end: below.start });
    matches!(between, "\n" | "\r\n" | "\r")
}

/// A name alone on a line: begins with a capital, up to six words, no figure.
fn name_like(content: &str) -> bool {
    content.chars().next().is_some_and(char::is_uppercase)
        && content.split_whitespace().count() <= 6
        && !content.contains(|c: char| c.is_ascii_digit() || c == ':' || c == '[')
}

/// `Vol. 45, pp. 99-100.`
fn locate(parts: &mut Parts<'_>, content: &str) {
    for word in ["Vol.", "Volume", "Bd.", "Band", "T.", "Tome"] {
        if let Some(number) = number_after(content, word) {
            parts.volume.get_or_insert(number);
        }
    }
    for word in ["pp.", "p.", "S."] {
        if let Some(pages) = number_after(content, word) {
            parts.pages.get_or_insert(pages);
        }
    }
}

fn number_after(content: &str, word: &str) -> Option<Box<str>> {
    let at = content.find(word)?;
    let starts_word = content.get(..at)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let rest = content.get(at + word.len()..)?.trim_start_matches(super::blank);
    let end =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))).unwrap_or(rest.len());
    let number = rest.get(..end)?.trim_end_matches(['-', '–']);
    (starts_word && number.starts_with(|c: char| c.is_ascii_digit())).then(|| number.into())
}
