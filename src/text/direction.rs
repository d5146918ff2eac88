//! Which way a text is written.

use crate::markup::markup;
use edition::{Inline, each_inline};
use yew::prelude::*;

/// Languages that are written from right to left where their tag names no script.
const LEFTWARD: &[&str] =
    &["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];
/// Scripts that are written so.
const SCRIPTS: &[&str] = &["Arab", "Aran", "Hebr", "Nkoo", "Samr", "Syrc", "Thaa"];

/// Whether a language is written from right to left, by its BCP 47 tag: as its script says (`ar-Latn`, `ota-Arab`), else as
/// it mostly is.
pub(crate) fn is_leftward_language(tag: &str) -> bool {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    match rest.split('-').find(is_script) {
        Some(script) => SCRIPTS.iter().any(|known| known.eq_ignore_ascii_case(script)),
        None => LEFTWARD.iter().any(|known| known.eq_ignore_ascii_case(language)),
    }
}

/// Whether rows of words are written from right to left, `around` them being the way of what they stand in.
///
/// Most of their letters decide. Not left to the browser, which goes by the first letter: a line may begin with a word of
/// another language. In what is written from right to left a row that begins so is written so, however much it quotes
/// of others; and numbers are written as what is around them.
pub(crate) fn is_leftward<'r>(rows: impl Iterator<Item = &'r [Inline]> + Clone, around: bool) -> bool {
    let (mut leftward, mut all, mut begins) = (0_usize, 0_usize, around);
    if !around && !rows.clone().any(any_leftward) {
        return false;
    }
    for row in rows {
        each_inline(row, &mut |inline| {
            let Inline::Text(text) = inline else { return };
            for letter in text.text.chars().filter(|letter| letter.is_alphabetic()) {
                let so = is_leftward_letter(letter);
                begins = if all == 0 { so } else { begins };
                all += 1;
                leftward += usize::from(so);
            }
        });
    }
    leftward * 2 > all || around && begins
}

/// Whether words in a language that is named are written from right to left. A language that is so can be written in
/// Latin letters, without its tag saying it.
pub(crate) fn is_leftward_in(language: &str, inlines: &[Inline], around: bool) -> bool {
    if !is_leftward_language(language) {
        return around && is_leftward([inlines].into_iter(), false);
    }
    any_leftward(inlines)
}

fn any_leftward(row: &[Inline]) -> bool {
    let mut any = false;
    each_inline(row, &mut |inline| {
        if let Inline::Text(text) = inline {
            any |= has_leftward(&text.text);
        }
    });
    any
}

/// The word for a direction, where it is not that of what is around.
pub(crate) fn word(leftward: bool, around: bool) -> Option<&'static str> {
    (leftward != around).then_some(if leftward { "rtl" } else { "ltr" })
}

/// Whether any letter is written from right to left.
pub(crate) fn has_leftward(words: &str) -> bool {
    !words.is_ascii() && words.chars().any(is_leftward_letter)
}

/// Words of the interface with names in them (`{1} to {2}`), in the order of the names: each that is written from right to
/// left is set apart, so that what stands around it keeps its place.
pub(crate) fn set_apart<'n>(words: &str, names: impl IntoIterator<Item = &'n str>) -> Html {
    let mut rest = words;
    let mut out: Vec<Html> = Vec::new();
    for name in names.into_iter().filter(|name| has_leftward(name)) {
        let Some((before, after)) = rest.split_once(name) else { continue };
        out.push(markup! { <>{ before.to_owned() }<bdi>{ name.to_owned() }</bdi></> });
        rest = after;
    }
    markup! { <>{ for out }{ rest.to_owned() }</> }
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts in the blocks that Unicode keeps for those written
/// from right to left (UAX 9, table 4: R and AL).
fn is_leftward_letter(letter: char) -> bool {
    let kept = matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    );
    kept && letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::{is_leftward, is_leftward_in, is_leftward_language};
    use edition::{Inline, Text};

    fn row(text: &str) -> [Inline; 1] {
        [Inline::Text(Text { text: text.into(), span: Default::default() })]
    }

    #[test]
    fn most_letters_decide_and_the_first_in_what_is_written_from_right_to_left() {
        for (text, alone, inside) in [
            ("Dear Friend", false, false),
            ("1919, 20. März", false, false),
            ("Das Wort שלום steht in einer Zeile", false, false),
            ("הֶרֶף מִנֶהִי, רֵעַ יקר", true, true),
            ("Wien, הֶרֶף מִנֶהִי רֵעַ יקר", true, true),
            ("المقتبس 1906", true, true),
            ("انظر Encyclopaedia of Islam, s. v.", false, true),
            ("1906, 12", false, true),
            ("", false, true),
        ] {
            let row = row(text);
            assert_eq!(is_leftward([row.as_slice()].into_iter(), false), alone, "{text}");
            assert_eq!(is_leftward([row.as_slice()].into_iter(), true), inside, "{text}");
        }
    }

    #[test]
    fn languages_and_their_scripts() {
        for (tag, leftward) in [
            ("ar", true),
            ("he-IL", true),
            ("AR", true),
            ("ota-Arab", true),
            ("ar-Latn", false),
            ("yi-Latn-DE", false),
            ("de", false),
            ("uz-Arab-AF", true),
            ("", false),
        ] {
            assert_eq!(is_leftward_language(tag), leftward, "{tag}");
        }
    }

    #[test]
    fn words_in_a_language() {
        for (language, text, around, leftward) in [
            ("ar", "كتاب", false, true),
            ("ar", "kitāb", false, false),
            ("en", "New York, N.Y.", true, false),
            ("de", "كتاب", true, true),
            ("de", "كتاب", false, false),
        ] {
            assert_eq!(is_leftward_in(language, &row(text), around), leftward, "{language}: {text}");
        }
    }
}
