//! How the reader wants to read: what is chosen in the panel "Aa", and remembered. The panel is made by `settings.js`, which
//! knows the same words.

use crate::i18n::Locale;

/// A group of choices, one of which holds: its name, which is that of an attribute of the root element too
/// (`data-theme`), and the words of its choices. All words differ, so that choices can be kept as a line of words.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
    /// The choice that holds where none was made.
    pub(crate) usual: usize,
}

/// Colours, size of the text, names in the text (as any word, underlined, underlined and in the order of the Tab key),
/// the layer of the transcription (as one reads it, or as it stands on the paper), where notes stand in print (N19).
pub(crate) const GROUPS: [Group; 5] = [
    Group { name: "theme", words: &["system", "light", "dark"], usual: 0 },
    Group { name: "size", words: &["small", "medium", "large", "huge"], usual: 1 },
    Group { name: "names", words: &["plain", "underlined", "tabbed"], usual: 1 },
    Group { name: "layer", words: &["reading", "diplomatic"], usual: 0 },
    Group { name: "notes", words: &["end", "paragraphs"], usual: 0 },
];

/// The reader's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settings {
    /// A choice for each of [`GROUPS`].
    pub(crate) chosen: [usize; 5],
    /// The language of the interface; none follows the browser.
    pub(crate) locale: Option<Locale>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { chosen: GROUPS.map(|group| group.usual), locale: None }
    }
}

impl Settings {
    /// Reads choices from their words, in any order; what is no choice is left out.
    pub(crate) fn parse(words: &str) -> Self {
        let mut settings = Self::default();
        for word in words.split(' ') {
            settings.choose(word);
        }
        settings
    }

    /// Makes the choice of a word.
    pub(crate) fn choose(&mut self, word: &str) {
        for (group, chosen) in GROUPS.iter().zip(&mut self.chosen) {
            if let Some(at) = group.words.iter().position(|known| *known == word) {
                *chosen = at;
                return;
            }
        }
        self.locale = Locale::wanted([word]).or(self.locale);
    }

    /// The choices by the names of their groups.
    pub(crate) fn words(&self) -> [(&'static str, &'static str); 5] {
        let mut words = [("", ""); 5];
        for ((slot, group), chosen) in words.iter_mut().zip(&GROUPS).zip(self.chosen) {
            *slot = (group.name, group.words[chosen]);
        }
        words
    }

    /// The choices in a line, as they are remembered.
    pub(crate) fn line(&self) -> String {
        let mut line = String::new();
        for (_, word) in self.words() {
            line.push_str(word);
            line.push(' ');
        }
        line.push_str(self.locale.map_or("", Locale::tag));
        line
    }
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, Settings};
    use crate::i18n::Locale;

    #[test]
    fn choices_come_back_from_their_line() {
        for (at, group) in GROUPS.iter().enumerate() {
            for choice in 0..group.words.len() {
                let mut settings = Settings { locale: Some(Locale::Ru), ..Settings::default() };
                settings.chosen[at] = choice;
                assert_eq!(Settings::parse(&settings.line()), settings);
            }
        }
    }

    #[test]
    fn words_of_other_versions_are_left_out() {
        assert_eq!(Settings::parse("sepia dark"), Settings::parse("dark"));
        assert_eq!(Settings::parse(""), Settings::default());
        assert_eq!(Settings::parse("dark de").locale, Some(Locale::De));
    }

    #[test]
    fn no_two_choices_have_one_word() {
        let words: Vec<&str> = GROUPS.iter().flat_map(|group| group.words).copied().collect();
        for (at, word) in words.iter().enumerate() {
            assert!(!words[..at].contains(word), "{word}");
            assert_eq!(Locale::wanted([*word]), None, "{word}");
        }
    }
}
