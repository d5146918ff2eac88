//! A paragraph as words, numbers and marks.

use super::lexicon::{Entry, Sense, entries};
use crate::Language;

/// A word, a number or a mark.
#[derive(Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// The text of a word as the lexicon spells it; else the text.
    pub(super) key: Box<str>,
    /// Bytes in the whole text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a blank or a line end stands before it.
    pub(super) apart: bool,
    /// Whether a line begins with it.
    pub(super) new_line: bool,
    entries: &'static [Entry],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits; the value is right up to nine of them.
    Number(u32),
    Word,
    Mark(char),
}

/// The tokens of one paragraph, and the language of the text.
pub(super) struct Words<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) language: Language,
}

/// The paragraphs of a text: parted by empty lines.
pub(super) fn paragraphs(text: &str, language: Language) -> Vec<Words<'_>> {
    let mut all = Vec::new();
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut lines, mut apart) = (0, true);
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        match first {
            '\n' => lines += 1,
            '\u{2029}' | '\u{c}' => lines += 2,
            _ => {}
        }
        if is_blank(first) {
            apart = true;
            continue;
        }
        if lines > 1 && !tokens.is_empty() {
            all.push(Words { tokens: std::mem::take(&mut tokens), language });
        }
        let same: fn(char) -> bool = match first {
            '0'..='9' => |c| c.is_ascii_digit(),
            _ if is_letter(first) => is_letter,
            _ => |_| false,
        };
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = rest.peek()
            && same(next)
        {
            end = at + next.len_utf8();
            rest.next();
        }
        let part = &text[start..end];
        let kind = match first {
            '0'..='9' => {
                Kind::Number(part.bytes().take(9).fold(0, |n, digit| n * 10 + u32::from(digit - b'0')))
            }
            _ if is_letter(first) => Kind::Word,
            mark => Kind::Mark(mark),
        };
        let key: Box<str> = if kind == Kind::Word { fold(part).into() } else { part.into() };
        let entries = if kind == Kind::Word { entries(&key) } else { &[] };
        tokens.push(Token { kind, text: part, key, start, end, apart, new_line: lines > 0, entries });
        (lines, apart) = (0, false);
    }
    if !tokens.is_empty() {
        all.push(Words { tokens, language });
    }
    all
}

/// The keys of a phrase, for the lexicon.
pub(super) fn keys(phrase: &str) -> Vec<Box<str>> {
    let mut keys: Vec<Box<str>> = Vec::new();
    let mut word = String::new();
    for c in phrase.chars().chain([' ']) {
        if is_letter(c) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            keys.push(fold(&word).into());
            word.clear();
        }
        if !is_blank(c) {
            keys.push(c.to_string().into());
        }
    }
    keys
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Lower case, accents composed, Russian letters of before 1918 in today's spelling.
fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        let composed = match c {
            'ѣ' | 'ё' => 'е',
            'і' | 'ї' => 'и',
            'ѳ' => 'ф',
            '\u{300}'..='\u{36f}' => match (out.pop(), c) {
                (Some('a'), '\u{308}') => 'ä',
                (Some('o'), '\u{308}') => 'ö',
                (Some('u'), '\u{308}') => 'ü',
                (Some('u'), '\u{302}') => 'û',
                (Some('e'), '\u{301}') => 'é',
                (Some('e'), '\u{300}') => 'è',
                (Some('и'), '\u{306}') => 'й',
                (Some(base), _) => base,
                (None, _) => continue,
            },
            _ => c,
        };
        out.push(composed);
    }
    if out.ends_with('ъ') {
        out.pop();
    }
    out
}

impl Words<'_> {
    pub(super) fn token(&self, i: usize) -> Option<&Token<'_>> {
        self.tokens.get(i)
    }

    pub(super) fn key(&self, i: usize) -> &str {
        self.token(i).map_or("", |token| &token.key)
    }

    /// The number there and how many digits it is written with.
    pub(super) fn number(&self, i: usize) -> Option<(u32, usize)> {
        match self.token(i)? {
            Token { kind: Kind::Number(value), text, .. } if text.len() <= 9 => Some((*value, text.len())),
            _ => None,
        }
    }

    /// Whether one of these marks stands there.
    pub(super) fn mark(&self, i: usize, marks: &str) -> bool {
        matches!(self.token(i), Some(Token { kind: Kind::Mark(mark), .. }) if marks.contains(*mark))
    }

    /// Past one of these marks, if one stands there.
    pub(super) fn past(&self, i: usize, marks: &str) -> usize {
        i + usize::from(self.mark(i, marks))
    }

    /// Whether a token stands there, and directly after the one before it.
    pub(super) fn tight(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| !token.apart)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether a word there begins with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.token(i).and_then(|token| token.text.chars().next()).is_some_and(char::is_uppercase)
    }

    /// The longest words there that have a wanted sense, and where they end. Of equals the text's own language wins.
    pub(super) fn find<T>(&self, i: usize, want: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let mut best: Option<(T, usize, bool)> = None;
        for entry in self.token(i)?.entries {
            let next = i + 1 + entry.tail.len();
            let own = entry.language == self.language;
            if (entry.own && !own)
                || best.as_ref().is_some_and(|(_, end, theirs)| (*end, *theirs) >= (next, own))
                || !entry.tail.iter().enumerate().all(|(k, key)| self.key(i + 1 + k) == &**key)
                || (entry.capital && !self.capital(i))
            {
                continue;
            }
            if let Some(value) = want(entry.sense) {
                best = Some((value, next, own));
            }
        }
        best.map(|(value, next, _)| (value, next))
    }

    /// Where words of this sense end, if they stand there.
    pub(super) fn sense(&self, i: usize, sense: Sense) -> Option<usize> {
        self.find(i, |found| (found == sense).then_some(())).map(|(_, next)| next)
    }

    /// Past words of this sense, if they stand there.
    pub(super) fn past_sense(&self, i: usize, sense: Sense) -> usize {
        self.sense(i, sense).unwrap_or(i)
    }

    /// Past articles and "of", at most three.
    pub(super) fn past_small_words(&self, i: usize) -> usize {
        (0..3).fold(i, |i, _| {
            let next = self.past_sense(i, Sense::Small);
            // The apostrophe of an elided article: d'août, l'été.
            if next > i && self.mark(next, "'’") { next + 1 } else { next }
        })
    }

    /// Whether words of this sense end right before a token.
    pub(super) fn ends_before(&self, i: usize, want: impl Fn(Sense) -> bool + Copy) -> bool {
        (i.saturating_sub(4)..i).any(|start| {
            self.token(start).is_some_and(|token| {
                token.entries.iter().any(|entry| {
                    start + 1 + entry.tail.len() == i
                        && want(entry.sense)
                        && (!entry.own || entry.language == self.language)
                        && entry.tail.iter().enumerate().all(|(k, key)| self.key(start + 1 + k) == &**key)
                })
            })
        })
    }
}
