//! The sentence around a name or a date.
//!
//! Sentence borders are found in the words as printed, without the calls of notes. A full stop after an
//! abbreviation (`C.C.`, `R.C.P.(B.)`, `Vol.`), an initial (`N. I.`) or an ordinal (`15. März`) ends a sentence
//! only where the next word is one that sentences like to begin with.

mod flat;

use crate::{Excerpt, Setting};
use edition::{Block, BlockKind, Dating, Letter, Mention};
use flat::Flat;
use std::ops::Range;

/// Longest text kept on either side of the words, in characters; what is longer is cut at a blank.
const SIDE: usize = 480;

/// A name or a date that stands in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words<'e> {
    /// A name.
    Mention(&'e Mention),
    /// A date.
    Dating(&'e Dating),
}

/// A name or a date as it is found in a letter.
pub(crate) struct Found<'e, 'f> {
    /// Which.
    pub(crate) words: Words<'e>,
    /// In which part of the letter it stands.
    pub(crate) setting: &'f Setting,
    /// The paragraph, where its sentences begin, and where the words are in it.
    place: Option<(&'f str, &'f [usize], Range<usize>)>,
}

/// What is done with each of them.
type Call<'c, 'e> = dyn FnMut(&Found<'e, '_>) + 'c;

/// Calls back for every name and every date of a letter, in the order of the source.
pub(crate) fn each<'e>(letter: &'e Letter, call: &mut Call<'_, 'e>) {
    let mut flat = Flat::default();
    for line in &letter.witness.imprint {
        flat.inlines(&line.inlines);
        flat.end(&Setting::Imprint, call);
    }
    blocks(&mut flat, &letter.text, &Setting::Text, call);
    for note in &letter.notes {
        blocks(&mut flat, &note.blocks, &Setting::Note(note.label.clone()), call);
    }
}

/// A paragraph that goes on after a page break is read as one.
fn blocks<'e>(flat: &mut Flat<'e>, blocks: &'e [Block], setting: &Setting, call: &mut Call<'_, 'e>) {
    for block in blocks {
        match block.kind {
            BlockKind::PageBreak(_) => {}
            BlockKind::Continuation => flat.blank(),
            _ => flat.end(setting, call),
        }
        flat.inlines(&block.inlines);
    }
    flat.end(setting, call);
}

impl Found<'_, '_> {
    /// The sentence around the words; empty for words that are not read.
    pub(crate) fn sentence(&self) -> Excerpt {
        let Some((text, borders, found)) = &self.place else { return Excerpt::default() };
        let words = &text[found.clone()];
        // Blanks at the edges of the words belong to what is around them.
        let start = found.start + (words.len() - words.trim_start().len());
        let end = (found.end - (words.len() - words.trim_end().len())).max(start);
        let (before, after) = borders.split_at(borders.partition_point(|border| *border <= start));
        let first = before.last().copied().unwrap_or_default();
        let last = after.iter().find(|border| **border >= end).copied().unwrap_or(text.len());
        Excerpt {
            before: last_part(text[first..start].trim_start()),
            words: text[start..end].into(),
            after: first_part(text[end..last.max(end)].trim_end()),
        }
    }
}

fn first_part(text: &str) -> Box<str> {
    let Some((limit, _)) = text.char_indices().nth(SIDE) else { return text.into() };
    let cut = text[..limit].rfind(' ').unwrap_or(limit);
    [&text[..cut], " …"].concat().into()
}

fn last_part(text: &str) -> Box<str> {
    let Some((limit, _)) = text.char_indices().rev().nth(SIDE) else { return text.into() };
    let cut = text[limit..].find(' ').map_or(limit, |blank| limit + blank + 1);
    ["… ", &text[cut..]].concat().into()
}

/// Where sentences begin, but for the first: offsets after the blank between two sentences.
fn borders(text: &str) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut token_start = 0;
    for (at, character) in text.char_indices() {
        let next = at + character.len_utf8();
        if matches!(character, '。' | '！' | '？') {
            borders.push(next);
        } else if character == ' ' {
            if ends_sentence(&text[token_start..at], &text[next..]) {
                borders.push(next);
            }
            token_start = next;
        }
    }
    borders
}

fn ends_sentence(token: &str, rest: &str) -> bool {
    let core = token.trim_end_matches(is_closing);
    let next = rest.trim_start_matches(|c| is_opening(c) || matches!(c, ' ' | '—' | '–' | '-'));
    let Some(first) = next.chars().next() else { return false };
    if first.is_lowercase() {
        return false;
    }
    let Some(before) = core.strip_suffix('.') else {
        return core.ends_with(['!', '?', '…', '؟']);
    };
    if before.ends_with(is_closing) && !before.ends_with(')') {
        return true;
    }
    let before = before.trim_start_matches(is_opening);
    let word = next.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next().unwrap_or_default();
    match stop_after(before) {
        Stop::Sentence => true,
        Stop::Never => false,
        Stop::Abbreviation => STARTERS.contains(&word),
    }
}

/// What a full stop after a word is likely to be.
enum Stop {
    /// The end of a sentence.
    Sentence,
    /// Part of an abbreviation that always has something after it.
    Never,
    /// Part of an abbreviation that may stand at the end.
    Abbreviation,
}

fn stop_after(word: &str) -> Stop {
    let mut characters = word.chars();
    let (first, second) = (characters.next(), characters.next());
    if first.is_some_and(char::is_alphabetic) && second.is_none() {
        // "So do I. Then" and "N. I. Bukharin".
        return if word == "I" { Stop::Abbreviation } else { Stop::Never };
    }
    if LEADING.contains(&word) {
        return Stop::Never;
    }
    let short_number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    if word.contains('.') || short_number || TRAILING.contains(&word) {
        return Stop::Abbreviation;
    }
    Stop::Sentence
}

fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | '«' | ')' | ']' | '}')
}

fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '»' | '”' | '(' | '[' | '{')
}

/// Abbreviations that stand before what they belong to (English, German, French, Russian).
const LEADING: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Rev", "Hon", "Gen", "Col", "Capt", "Lt", "Sgt", "Messrs", "Mme",
    "Mlle", "Vol", "vol", "Vols", "vols", "pp", "No", "no", "Nos", "nos", "Nr", "Nos", "Bd", "Bde", "Hr",
    "Hrn", "Fr", "Frl", "Sr", "Se", "Ew", "vgl", "Vgl", "cf", "Cf", "bzw", "ca", "geb", "gest", "hrsg",
    "Hrsg", "ed", "eds", "fol", "Abt", "ул", "стр", "см", "См", "гр", "проф", "тов", "им", "св",
];

/// Abbreviations that may stand at the end of a sentence as well.
const TRAILING: &[&str] = &[
    "etc", "ff", "usw", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Okt", "Dez",
    "Co", "Jr", "Inst", "inst", "ult", "prox", "Esq", "др", "пр", "гг", "руб", "коп",
];

/// Words that begin sentences far more often than they follow an abbreviation inside one.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "All",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "Even",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "I'm",
    "If",
    "In",
    "It",
    "Its",
    "Let",
    "My",
    "No",
    "Nor",
    "Not",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Or",
    "Our",
    "Perhaps",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Thus",
    "To",
    "Under",
    "Was",
    "We",
    "What",
    "When",
    "Where",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Would",
    "Yet",
    "You",
    "Your",
    "Aber",
    "Am",
    "Auch",
    "Auf",
    "Aus",
    "Bei",
    "Da",
    "Dann",
    "Das",
    "Dass",
    "Daß",
    "Dein",
    "Der",
    "Des",
    "Die",
    "Dies",
    "Diese",
    "Dieser",
    "Doch",
    "Du",
    "Ein",
    "Eine",
    "Er",
    "Es",
    "Für",
    "Hier",
    "Ich",
    "Ihr",
    "Im",
    "Ist",
    "Man",
    "Mein",
    "Meine",
    "Mit",
    "Nach",
    "Nicht",
    "Noch",
    "Nun",
    "Nur",
    "Sie",
    "Sein",
    "Seine",
    "Sind",
    "So",
    "Und",
    "Vom",
    "Von",
    "Vor",
    "Was",
    "Wenn",
    "Wer",
    "Wie",
    "Wir",
    "Wo",
    "Zu",
    "Zum",
    "Au",
    "Aussi",
    "Avec",
    "Ce",
    "Ces",
    "Cela",
    "Cette",
    "Dans",
    "De",
    "Elle",
    "Elles",
    "En",
    "Et",
    "Il",
    "Ils",
    "Je",
    "La",
    "Le",
    "Les",
    "Mais",
    "Ma",
    "Mon",
    "Non",
    "Nous",
    "On",
    "Ou",
    "Où",
    "Par",
    "Pour",
    "Quand",
    "Que",
    "Qui",
    "Si",
    "Son",
    "Sur",
    "Tout",
    "Tu",
    "Un",
    "Une",
    "Vous",
    "А",
    "Без",
    "В",
    "Во",
    "Вот",
    "Вы",
    "Где",
    "Да",
    "Для",
    "Если",
    "Еще",
    "Ещё",
    "За",
    "И",
    "Из",
    "Или",
    "К",
    "Как",
    "Когда",
    "Мы",
    "На",
    "Надо",
    "Не",
    "Нет",
    "Но",
    "О",
    "Об",
    "Он",
    "Она",
    "Они",
    "От",
    "По",
    "При",
    "С",
    "Так",
    "То",
    "Только",
    "Ты",
    "У",
    "Что",
    "Это",
    "Этот",
    "Я",
];

#[cfg(test)]
mod tests;
