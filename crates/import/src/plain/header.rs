//! The header block (R1): flush-left lines before the letter, in groups set off by blank lines.

use super::parts::Parts;
use super::{dateline, pages};
use edition::{BlockKind, ImprintKind};
use source::{Code, Diagnostic, Severity, Span};

/// How lines of the header block begin, in the languages of such volumes.
const BEGINNINGS: &[(&str, ImprintKind)] = &[
    ("First published", ImprintKind::FirstPublished),
    ("First printed", ImprintKind::FirstPublished),
    ("Printed in", ImprintKind::FirstPublished),
    ("Published in", ImprintKind::FirstPublished),
    ("Published for", ImprintKind::FirstPublished),
    ("Erstmals", ImprintKind::FirstPublished),
    ("Zuerst ", ImprintKind::FirstPublished),
    ("Première publication", ImprintKind::FirstPublished),
    ("Publié pour la première", ImprintKind::FirstPublished),
    ("Впервые", ImprintKind::FirstPublished),
    ("Printed from", ImprintKind::TextSource),
    ("Printed according", ImprintKind::TextSource),
    ("Published according", ImprintKind::TextSource),
    ("From the original", ImprintKind::TextSource),
    ("From the typewritten", ImprintKind::TextSource),
    ("Печатается по", ImprintKind::TextSource),
    ("Nach ", ImprintKind::TextSource),
    ("D'après ", ImprintKind::TextSource),
    ("From ", ImprintKind::Edition),
    ("Source:", ImprintKind::Edition),
    ("Aus ", ImprintKind::Edition),
    ("Tiré", ImprintKind::Edition),
    ("Vol.", ImprintKind::VolumePages),
    ("Volume ", ImprintKind::VolumePages),
    ("Bd.", ImprintKind::VolumePages),
    ("Band ", ImprintKind::VolumePages),
    ("T. ", ImprintKind::VolumePages),
    ("Tome ", ImprintKind::VolumePages),
    ("Т. ", ImprintKind::VolumePages),
    ("Том ", ImprintKind::VolumePages),
    ("pp.", ImprintKind::VolumePages),
    ("p. ", ImprintKind::VolumePages),
    ("S. ", ImprintKind::VolumePages),
    ("Translated", ImprintKind::Translation),
    ("Translation", ImprintKind::Translation),
    ("Übersetzt", ImprintKind::Translation),
    ("Traduit", ImprintKind::Translation),
    ("Перевод", ImprintKind::Translation),
    ("Prepared", ImprintKind::Digitisation),
    ("Transcribed", ImprintKind::Digitisation),
    ("Transcription", ImprintKind::Digitisation),
    ("Digitised", ImprintKind::Digitisation),
    ("Digitized", ImprintKind::Digitisation),
    ("Sent from", ImprintKind::SentFromTo),
];

/// What a line tells by its beginning.
fn kind_of(line: &str) -> Option<ImprintKind> {
    BEGINNINGS.iter().find(|(word, _)| line.starts_with(word)).map(|(_, kind)| *kind)
}

/// Whether a line is of the header block by its beginning alone.
pub(super) fn claims(line: &str) -> bool {
    line.len() <= 400 && kind_of(line).is_some()
}

/// Reads a group of lines of the block, each with its place. A line goes on from the one above it in its group unless
/// it begins as another kind does.
pub(super) fn read(parts: &mut Parts<'_>, group: &[Span]) {
    let mut above: Option<ImprintKind> = None;
    for span in group {
        let text = parts.file.text.get(span.range()).unwrap_or_default();
        if text.starts_with("Written") && written(parts, text, *span) {
            continue;
        }
        let kind = match (kind_of(text), above) {
            (Some(kind), _) | (None, Some(kind)) => kind,
            (None, None) if parts.author.is_none() && name_like(text) => {
                parts.author = Some(*span);
                ImprintKind::Author
            }
            (None, None) => not_understood(parts, *span),
        };
        if kind == ImprintKind::VolumePages {
            locate(parts, text);
        }
        parts.imprint.push((kind, *span));
        above = Some(kind).filter(|kind| !matches!(kind, ImprintKind::Author | ImprintKind::Unknown));
    }
}

/// `Written on February 19, 1913`: the dateline of the letter, though it stands in the header block.
fn written(parts: &mut Parts<'_>, text: &str, span: Span) -> bool {
    let found = dateline::claims(text, parts.dates, dateline::Where::Opening);
    if found.is_some() {
        parts.block(BlockKind::Dateline, span);
    }
    found.is_some()
}

fn not_understood(parts: &mut Parts<'_>, span: Span) -> ImprintKind {
    parts.diagnostics.push(
        Diagnostic::new(
            Code("plain/header-line-not-understood"),
            Severity::Warning,
            Some(span),
            "this line of the header block is not understood",
        )
        .advise(
            "it is shown as it stands; lines like “First published in …”, “From …”, “Vol. …, pp. …” are read",
        ),
    );
    ImprintKind::Unknown
}

/// A name alone on a line: begins with a capital, up to six words, no figure.
fn name_like(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_uppercase)
        && line.len() <= 120
        && line.split_whitespace().count() <= 6
        && !line.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '[' | '!' | '?'))
}

/// `Vol. 45, pp. 99-100.`
fn locate(parts: &mut Parts<'_>, line: &str) {
    let volume = pages::number_after(line, &["Vol.", "Volume", "Bd.", "Band", "Tome", "T.", "Том", "Т."]);
    let numbers = pages::number_after(line, &["pp.", "p.", "S.", "стр.", "с."]);
    if parts.volume.is_none() {
        parts.volume = volume.map(Into::into);
    }
    if parts.pages.is_none() {
        parts.pages = numbers.map(Into::into);
    }
}
