//! How words were deleted, added or lost, in the words of a reader. TEI leaves the values open (`@place`, `@rend`, `@reason`,
//! `@agent`, `@unit`): those that editions use are known here, and all others are shown as they are.

use crate::i18n::Strings;

/// What sources call it, each row as one of the words for manners in `Strings`.
const MANNERS: &[&[&str]] = &[
    &["above", "superlinear", "supralinear", "supraline"],
    &["interlinear", "intralinear"],
    &["below", "sublinear", "infralinear", "under"],
    &["margin", "marginal"],
    &["left"],
    &["right"],
    &["top"],
    &["bottom", "foot"],
    &["inline"],
    &["inspace", "space"],
    &["across", "superimposed", "over"],
    &["end"],
    &["opposite"],
    &["overleaf", "verso"],
    &["strikethrough", "s", "overstrike", "strike", "struck", "line-through", "crossed"],
    &["overwritten", "ow", "overlaid"],
    &["overtyped"],
    &["erased", "erasure"],
    &["whiteout"],
    &["unmarked", "none"],
    &["illegible"],
    &["faded"],
    &["damage", "damaged", "mutilation"],
    &["hole"],
    &["paperloss", "paper missing"],
    &["covered"],
    &["stain", "stained"],
    &["lost", "textualloss"],
    &["omission", "omitted"],
    &["deleted", "cancelled"],
];

/// How many words for manners a language has.
pub(crate) const MANNERS_IN_WORDS: usize = MANNERS.len();

/// What is counted where words are missing, each row as one of the units of `Strings`.
const UNITS: &[&[&str]] = &[
    &["char", "chars", "character", "characters", "letter", "letters", "zeichen"],
    &["word", "words", "wort", "wörter"],
    &["line", "lines", "zeile", "zeilen"],
    &["page", "pages", "seite", "seiten"],
];

fn known(rows: &[&[&str]], word: &str) -> Option<usize> {
    rows.iter().position(|words| words.contains(&word))
}

/// The rows of what a source says, where all of it is known: as a whole, or word by word.
fn rows(how: &str) -> Option<Vec<usize>> {
    let how = how.to_lowercase();
    match known(MANNERS, how.trim()) {
        Some(row) => Some(vec![row]),
        None => how
            .split([' ', '(', ')', ',', ';', '-', '_'])
            .filter(|part| !part.is_empty())
            .map(|part| known(MANNERS, part))
            .collect(),
    }
}

/// Where words stand, as far as the page has a shape for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Above their line, or nothing is said.
    Above,
    /// Below their line.
    Below,
    /// In their line, at its side, over other words.
    Elsewhere,
}

/// Where words were added.
pub(super) fn place(how: &str) -> Place {
    match rows(how).as_deref() {
        None | Some([] | [0 | 1, ..]) => Place::Above,
        Some([2, ..]) => Place::Below,
        Some(_) => Place::Elsewhere,
    }
}

/// Whether others were written over the words.
pub(super) fn is_over(how: &str) -> bool {
    matches!(rows(how).as_deref(), Some([15 | 16 | 18, ..]))
}

/// The words of a source, in those of the interface where they are known.
pub(super) fn manner(strings: &Strings, how: &str) -> String {
    match rows(how) {
        Some(rows) => rows.iter().map(|row| strings.letter.manners[*row]).collect::<Vec<_>>().join(", "),
        None => how.replace('_', " "),
    }
}

/// How much is missing.
pub(super) fn amount(strings: &Strings, quantity: Option<u16>, unit: Option<&str>) -> Option<String> {
    let Some(row) = unit.and_then(|unit| known(UNITS, &unit.to_lowercase())) else {
        let number = quantity.map(|quantity| quantity.to_string());
        let words = number.into_iter().chain(unit.map(|unit| unit.replace('_', " ")));
        let words = words.collect::<Vec<_>>().join(" ");
        return (!words.is_empty()).then_some(words);
    };
    Some((strings.letter.amount)(quantity, row))
}

#[cfg(test)]
mod tests {
    use super::{Place, amount, is_over, manner, place};
    use crate::i18n::Locale;

    #[test]
    fn words_of_a_source_in_those_of_the_interface() {
        let rows = [
            ("superlinear", "above the line", "über der Zeile", Place::Above),
            ("Sublinear", "below the line", "unter der Zeile", Place::Below),
            ("margin(left)", "in the margin, at the left", "am Rand, links", Place::Elsewhere),
            ("across", "over other words", "über anderen Worten", Place::Elsewhere),
            ("paper missing", "paper missing", "Papier fehlt", Place::Elsewhere),
            // What is not known stays as it is, with all its words.
            ("above the_Fold", "above the Fold", "above the Fold", Place::Above),
            ("", "", "", Place::Above),
        ];
        for (how, english, german, stands) in rows {
            assert_eq!(manner(Locale::En.strings(), how), english, "{how}");
            assert_eq!(manner(Locale::De.strings(), how), german, "{how}");
            assert_eq!(place(how), stands, "{how}");
        }
        assert!(is_over("overwritten") && !is_over("strikethrough") && !is_over("what the clerk overwrote"));
    }

    #[test]
    fn how_much_is_missing() {
        let rows = [
            (Some(1), Some("char"), Some("1 character"), Some("1 знак")),
            (Some(3), Some("words"), Some("3 words"), Some("3 слова")),
            (None, Some("Lines"), Some("lines"), Some("строки")),
            (Some(2), Some("cm"), Some("2 cm"), Some("2 cm")),
            (None, Some("few_words"), Some("few words"), Some("few words")),
            (None, None, None, None),
        ];
        for (quantity, unit, english, russian) in rows {
            assert_eq!(amount(Locale::En.strings(), quantity, unit).as_deref(), english, "{unit:?}");
            assert_eq!(amount(Locale::Ru.strings(), quantity, unit).as_deref(), russian, "{unit:?}");
        }
    }
}
