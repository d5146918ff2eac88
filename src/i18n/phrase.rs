//! Messages with places for what is not known beforehand, as data: a program that speaks one language carries no others.

use std::str::Split;

/// A message. `{1}` is the place of the first insertion; `{1:letter|letters}` is the form of a word that the number there
/// asks for: one and other, or, with three forms, one, few and many as in Russian (the plural rules of CLDR).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase(pub &'static str);

impl Phrase {
    /// The message with its insertions.
    #[must_use]
    pub fn say(self, insertions: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.0;
        while let Some((before, place)) = rest.split_once('{') {
            let (place, after) = place.split_once('}').unwrap_or((place, ""));
            let (number, forms) = place.split_once(':').unwrap_or((place, ""));
            let nth = number.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'1')));
            let insertion = insertions.get(nth).copied().unwrap_or_default();
            out.push_str(before);
            out.push_str(if forms.is_empty() { insertion } else { form(insertion, forms) });
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The message about a number.
    #[must_use]
    pub fn count(self, count: impl ToString) -> String {
        self.say(&[&count.to_string()])
    }
}

/// How many are shown, and of how many: the first message where they are all.
pub(crate) fn shown_of<N: ToString + PartialEq>(phrases: [Phrase; 2], shown: N, all: N) -> String {
    phrases[usize::from(shown != all)].say(&[&shown.to_string(), &all.to_string()])
}

/// The form of a word that a number asks for, of forms with a stroke between.
pub(super) fn form<'f>(number: &str, forms: &'f str) -> &'f str {
    let mut digits = number.bytes().rev();
    let nth = match (forms.matches('|').count(), digits.next(), digits.next()) {
        (..2, ..) => usize::from(number != "1"),
        (_, _, Some(b'1')) => 2,
        (_, Some(b'1'), _) => 0,
        (_, Some(b'2'..=b'4'), _) => 1,
        _ => 2,
    };
    forms.split('|').nth(nth).unwrap_or_default()
}

/// Messages in a fixed order, a line each.
pub(super) trait Words: Sized {
    /// Takes as many lines as there are messages.
    #[cfg_attr(feature = "ssr", allow(dead_code, reason = "it is a browser that reads them"))]
    fn read(lines: &mut Split<'static, char>) -> Self;

    /// Adds its lines.
    #[cfg(feature = "ssr")]
    fn write(&self, lines: &mut Vec<&'static str>);
}

impl Words for &'static str {
    #[inline(never)]
    fn read(lines: &mut Split<'static, char>) -> Self {
        lines.next().unwrap_or_default()
    }

    #[cfg(feature = "ssr")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }
}

impl Words for Phrase {
    fn read(lines: &mut Split<'static, char>) -> Self {
        Self(Words::read(lines))
    }

    #[cfg(feature = "ssr")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        self.0.write(lines);
    }
}

impl<W: Words, const N: usize> Words for [W; N] {
    fn read(lines: &mut Split<'static, char>) -> Self {
        std::array::from_fn(|_| W::read(lines))
    }

    #[cfg(feature = "ssr")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        self.iter().for_each(|words| words.write(lines));
    }
}

/// A group of messages that can be read from lines.
macro_rules! words {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$means:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        pub struct $name {
            $($(#[$means])* pub $field: $kind,)*
        }

        impl $crate::i18n::phrase::Words for $name {
            fn read(lines: &mut std::str::Split<'static, char>) -> Self {
                Self { $($field: $crate::i18n::phrase::Words::read(lines),)* }
            }

            #[cfg(feature = "ssr")]
            fn write(&self, lines: &mut Vec<&'static str>) {
                $($crate::i18n::phrase::Words::write(&self.$field, lines);)*
            }
        }
    };
}

pub(super) use words;

#[cfg(test)]
mod tests {
    use super::{Phrase, shown_of};

    #[test]
    fn words_follow_their_numbers() {
        let letters = Phrase("{1} {1:letter|letters}");
        let said = [0_usize, 1, 2, 21].map(|count| letters.count(count));
        assert_eq!(said, ["0 letters", "1 letter", "2 letters", "21 letters"]);
        let letters = Phrase("{1} {1:письмо|письма|писем}");
        for (count, said) in [
            (0, "0 писем"),
            (1, "1 письмо"),
            (3, "3 письма"),
            (5, "5 писем"),
            (11, "11 писем"),
            (14, "14 писем"),
            (21, "21 письмо"),
            (112, "112 писем"),
            (1202, "1202 письма"),
        ] {
            assert_eq!(letters.count(count), said);
        }
    }

    #[test]
    fn what_is_inserted_is_not_read() {
        let phrase = Phrase("{1} to {2}.");
        assert_eq!(phrase.say(&["{2}", "}{1:a|b}"]), "{2} to }{1:a|b}.");
        assert_eq!(phrase.say(&["Joffe"]), "Joffe to .");
        assert_eq!(Phrase("a { that is not closed").say(&["x"]), "a ");
    }

    #[test]
    fn how_many_of_how_many() {
        let found = [Phrase("{2} {2:entry|entries}"), Phrase("{1} of {2} {2:entry|entries}")];
        assert_eq!(shown_of(found, 1, 1), "1 entry");
        assert_eq!(shown_of(found, 1, 12), "1 of 12 entries");
    }
}
