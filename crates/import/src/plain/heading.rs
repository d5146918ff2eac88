//! Headings (R3): `TO A. A. JOFFE`, `TO DR. SCHADE,--AUGSBURG.`, `A M. CARON, A PARIS`, `TO A. LINCOLN FROM JAS. SHIELDS`.

use super::parts::Parts;
use super::{Piece, blank};
use crate::draft::Addressee;
use source::Span;

/// The words before the addressee, longest first.
const BEFORE: &[&str] = &[
    "TELEGRAM TO ",
    "NOTE TO ",
    "LETTER TO ",
    "TO: ",
    "TO ",
    "An ",
    "AN ",
    "A MADAME ",
    "A MONSIEUR ",
    "À MADAME ",
    "À MONSIEUR ",
    "A M. ",
    "A.M. ",
    "À M. ",
    "A MME ",
    "À MME ",
];

/// What follows a running number in the same line: `LETTER II.--TO JOHN RANDOLPH`, `IX.--TO LEIGH HUNT.`
pub(super) fn after_number(content: &str) -> Option<usize> {
    let at = content.find("--TO ")?;
    let number = content.get(..at)?;
    let words: Vec<&str> = number.trim_end_matches('.').split_whitespace().collect();
    let numeral = |word: &str| word.bytes().all(|byte| b"IVXLCDM0123456789".contains(&byte));
    let plausible = match words.as_slice() {
        [one] => numeral(one),
        ["LETTER", one] => numeral(one),
        _ => false,
    };
    plausible.then_some(at + 2)
}

/// Whether a line is a heading that names an addressee.
pub(super) fn claims(content: &str) -> bool {
    let rest = content.get(after_number(content).unwrap_or_default()..).unwrap_or_default();
    let rest = rest.trim_start_matches('*');
    let Some(name) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) else {
        return false;
    };
    // In capitals, but for a note call, a date and small words.
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let (upper, all) = letters.fold((0, 0), |(upper, all), c| (upper + u32::from(c.is_uppercase()), all + 1));
    content.len() < 160 && (all == 0 || upper * 10 >= all * 6)
}

/// Reads the addressees of a heading, and the author where it names one.
pub(super) fn read(parts: &mut Parts<'_>, span: Span) {
    let piece = Piece::of(&parts.file.text, span);
    let mut start = after_number(piece.text).unwrap_or_default();
    start += piece.text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches('*').len());
    let rest = piece.text.get(start..).unwrap_or_default();
    let Some(word) = BEFORE.iter().find(|word| rest.starts_with(**word)) else { return };
    start += word.len();
    let whole = piece.text.get(start..).unwrap_or_default();
    let end = start + whole.find(['[', '\n', '\r']).unwrap_or(whole.len());
    let mut names = piece.text.get(start..end).unwrap_or_default();
    if let Some(from) = names.find(" FROM ") {
        let author = names.get(from + 6..).unwrap_or_default();
        let at = start + from + 6;
        parts.author.get_or_insert(piece.part(at, at + author.trim_end_matches(['.', ' ']).len()));
        names = names.get(..from).unwrap_or_default();
    }
    // The place: `,--AUGSBURG`, `, A PARIS`, `(AT ATHENS)`.
    for (before, after) in [(",--", ""), (", A ", ""), (", À ", ""), (" (AT ", ")"), (" (IN ", ")")] {
        if let Some(at) = names.find(before) {
            let from = start + at + before.len();
            let place = names.get(at + before.len()..).unwrap_or_default();
            let place = place.split([',', ')']).next().unwrap_or_default();
            let place = if after.is_empty() { place.trim_end_matches(['.', ' ']) } else { place };
            if !place.is_empty() && parts.addressee_place.is_none() {
                parts.addressee_place = Some(piece.part(from, from + place.len()));
            }
            names = names.get(..at).unwrap_or_default();
        }
    }
    // A date in the same line.
    if let Some(comma) = names
        .find(", ")
        .filter(|at| names.get(*at..).is_some_and(|tail| tail.contains(|c: char| c.is_ascii_digit())))
    {
        names = names.get(..comma).unwrap_or_default();
    }
    let mut at = start;
    for name in names.split(" AND ") {
        let trimmed = name.trim_matches(blank).trim_end_matches([',', ';', '.']);
        let trimmed = if ends_in_initial(trimmed, name) { name.trim_matches(blank) } else { trimmed };
        let lead = name.len() - name.trim_start_matches(blank).len();
        if !trimmed.is_empty() && trimmed != "***" {
            let span = piece.part(at + lead, at + lead + trimmed.len());
            parts.addressees.push(Addressee {
                span,
                as_written: trimmed.into(),
                display: in_ordinary_letters(trimmed),
            });
        }
        at += name.len() + " AND ".len();
    }
}

/// Whether the stop that was cut off belongs to an initial.
fn ends_in_initial(trimmed: &str, whole: &str) -> bool {
    whole.trim_end().ends_with('.') && trimmed.chars().rev().nth(1).is_none_or(|c| !c.is_alphabetic())
}

/// Capitals to ordinary letters: `A. A. JOFFE` to `A. A. Joffe`, `DE LA CHÂTRE` to `de la Châtre`.
fn in_ordinary_letters(name: &str) -> Box<str> {
    const SMALL: &[&str] =
        &["DE", "LA", "DU", "VON", "VAN", "DER", "DEN", "OF", "THE", "IN", "ZU", "HIS", "AND"];
    let word = |word: &str| {
        if SMALL.contains(&word) {
            return word.to_lowercase();
        }
        let mut inside = false;
        word.chars()
            .map(|c| {
                let shown = if inside { c.to_lowercase().next().unwrap_or(c) } else { c };
                inside = c.is_alphabetic() || c == '\'' && inside && word.len() > 3;
                shown
            })
            .collect()
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ").into()
}
