//! Which way a text is written.

use edition::{Inline, each_inline};

/// `rtl` for a text most letters of which are written from right to left; nothing for others, which are written as the page
/// is. Not left to the browser, which goes by the first letter: a line may begin with a word of another language.
pub(crate) fn direction(inlines: &[Inline]) -> Option<&'static str> {
    let (mut leftward, mut all) = (0_usize, 0_usize);
    each_inline(inlines, &mut |inline| {
        if let Inline::Text(text) = inline
            && !text.text.is_ascii()
        {
            leftward += text.text.chars().filter(|letter| is_leftward(*letter)).count();
        }
    });
    if leftward == 0 {
        return None;
    }
    each_inline(inlines, &mut |inline| {
        if let Inline::Text(text) = inline {
            all += text.text.chars().filter(|letter| letter.is_alphabetic()).count();
        }
    });
    (leftward * 2 > all).then_some("rtl")
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts in the blocks that Unicode keeps for those written
/// from right to left (UAX 9, table 4: R and AL).
fn is_leftward(letter: char) -> bool {
    let kept = matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    );
    kept && letter.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::direction;
    use edition::{Inline, Text};

    #[test]
    fn most_letters_decide() {
        for (text, expected) in [
            ("Dear Friend", None),
            ("1919, 20. März", None),
            ("Das Wort שלום steht in einer Zeile", None),
            ("הֶרֶף מִנֶהִי, רֵעַ יקר", Some("rtl")),
            ("Wien, הֶרֶף מִנֶהִי רֵעַ יקר", Some("rtl")),
            ("المقتبس 1906", Some("rtl")),
            ("", None),
        ] {
            let row = [Inline::Text(Text { text: text.into(), span: Default::default() })];
            assert_eq!(direction(&row), expected, "{text}");
        }
    }
}
