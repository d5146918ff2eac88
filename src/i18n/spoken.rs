//! The words of the views that live go with their page, in its language: the program that shows them carries none.

use super::phrase::Words;
use super::strings::LiveStrings;

/// The last line: whether page and program know the same words.
const END: &str = ".";

/// What a live view says that is not said by all of them.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The list of letters.
    Letters,
    /// The timeline, which lists letters too.
    Timeline,
    /// A register.
    Register,
}

/// The words that a view needs, or all, a line each. Lines of words that only others need are empty.
#[cfg(feature = "ssr")]
pub(crate) fn lines(words: &LiveStrings, speaker: Option<Speaker>) -> String {
    let mut lines = Vec::new();
    let mut group = |words: &dyn Fn(&mut Vec<&'static str>), by: &[Speaker]| {
        let before = lines.len();
        words(&mut lines);
        if speaker.is_some_and(|speaker| !by.contains(&speaker)) {
            lines[before..].fill("");
        }
    };
    let (letters, timeline, register) = (Speaker::Letters, Speaker::Timeline, Speaker::Register);
    group(&|lines| words.shell.write(lines), &[letters, timeline, register]);
    group(&|lines| words.letters.write(lines), &[letters, timeline]);
    group(&|lines| words.timeline.write(lines), &[timeline]);
    group(&|lines| words.register.write(lines), &[register]);
    lines.push(END);
    lines.join("\n")
}

/// Reads what [`lines`] wrote; nothing where that was a program with other words.
#[cfg(any(test, not(feature = "ssr")))]
fn read(lines: &'static str) -> Option<LiveStrings> {
    let mut lines = lines.split('\n');
    let words = LiveStrings::read(&mut lines);
    (lines.next() == Some(END) && lines.next().is_none()).then_some(words)
}

#[cfg(not(feature = "ssr"))]
mod here {
    use super::{LiveStrings, Words, read};
    use std::cell::{Cell, RefCell};

    thread_local! {
        static WORDS: Cell<Option<&'static LiveStrings>> = const { Cell::new(None) };
        /// What pages have said so far, by its lines.
        static HEARD: RefCell<Vec<(&'static str, Option<&'static LiveStrings>)>> = const { RefCell::new(Vec::new()) };
    }

    /// Takes the words of a page; whether they are those that this program knows. They are kept for good, and once: there
    /// are as many as views and languages, however long a reader stays.
    pub fn speak(lines: String) -> bool {
        let heard = HEARD.with_borrow(|heard| heard.iter().find(|(said, _)| *said == lines).copied());
        let (_, words) = heard.unwrap_or_else(|| {
            let lines: &'static str = Box::leak(lines.into_boxed_str());
            let words = read(lines).map(|words| &*Box::leak(Box::new(words)));
            HEARD.with_borrow_mut(|heard| heard.push((lines, words)));
            (lines, words)
        });
        if words.is_some() {
            WORDS.set(words);
        }
        words.is_some()
    }

    /// The words of the page; without them nothing is said.
    pub(in crate::i18n) fn words() -> &'static LiveStrings {
        WORDS.get().unwrap_or_else(|| {
            let nothing: &LiveStrings = Box::leak(Box::new(LiveStrings::read(&mut "".split('\n'))));
            WORDS.set(Some(nothing));
            nothing
        })
    }
}

#[cfg(not(feature = "ssr"))]
pub use here::speak;
#[cfg(not(feature = "ssr"))]
pub(super) use here::words;

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::{Speaker, Words, lines, read};

    #[test]
    fn a_page_says_the_words_of_its_view_and_the_program_reads_them() {
        for locale in Locale::ALL {
            let words = &locale.strings().live;
            let mut all = Vec::new();
            words.write(&mut all);
            assert!(all.iter().all(|line| !line.is_empty() && !line.contains('\n')), "{all:?}");
            let speakers = [Speaker::Letters, Speaker::Timeline, Speaker::Register].map(Some);
            for speaker in speakers.into_iter().chain([None]) {
                let said = lines(words, speaker);
                let mut again = Vec::new();
                read(Box::leak(said.clone().into_boxed_str())).expect("the same words").write(&mut again);
                assert_eq!(format!("{}\n.", again.join("\n")), said);
                assert_eq!(again.len(), all.len());
                assert!(again.iter().zip(&all).all(|(one, other)| one.is_empty() || one == other));
                assert_eq!(again.iter().any(|line| line.is_empty()), speaker.is_some());
            }
        }
    }

    #[test]
    fn the_words_of_another_program_are_not_taken() {
        let said = lines(&Locale::En.strings().live, Some(Speaker::Timeline));
        for other in [
            String::new(),
            said[..said.len() - 2].to_owned(),
            format!("{said}\n."),
            format!("one more\n{said}"),
        ] {
            assert!(read(Box::leak(other.into_boxed_str())).is_none());
        }
    }
}
