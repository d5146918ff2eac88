//! Calls of notes in the words of a link: `[Ada[^1]](person:ada)`. To `CommonMark` a link holds no other, and such a call
//! counts as one; so the link would be lost.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Stand for the brackets of such a call: signs of one byte, so that every place stays what it is.
const OPENS: char = '\u{1}';
const CLOSES: char = '\u{2}';
/// No words of a link are longer, in bytes.
const LONGEST: usize = 500;

/// The text with other brackets around the calls that stand in the words of a link.
pub(super) fn hidden(text: &str) -> Cow<'_, str> {
    if text.contains([OPENS, CLOSES]) {
        return Cow::Borrowed(text);
    }
    let defined = labels(text);
    let mut places = Vec::new();
    for (at, _) in text.match_indices("[^") {
        let Some(length) = text.bytes().skip(at).take(LONGEST).position(|byte| byte == b']') else {
            continue;
        };
        let label = &text[at + 2..at + length];
        let end = at + length + 1;
        if defined.contains(label) && opens_before(&text[..at]) && closes_after(&text[end..]) {
            places.push((at, end - 1));
        }
    }
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut hidden, mut done) = (String::with_capacity(text.len()), 0);
    for (open, close) in places {
        hidden.push_str(&text[done..open]);
        hidden.push(OPENS);
        hidden.push_str(&text[open + 1..close]);
        hidden.push(CLOSES);
        done = close + 1;
    }
    hidden.push_str(&text[done..]);
    Cow::Owned(hidden)
}

/// The text as it was.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if text.contains([OPENS, CLOSES]) {
        Cow::Owned(text.replace(OPENS, "[").replace(CLOSES, "]"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The pieces of some words: whether each is the label of a call, where it begins in them, and its length there.
pub(super) fn pieces(words: &str) -> Vec<(bool, usize, usize)> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some((open, close)) = call(&words[at..]) {
        if open > 0 {
            pieces.push((false, at, open));
        }
        pieces.push((true, at + open, close + 1 - open));
        at += close + 1;
    }
    if at < words.len() {
        pieces.push((false, at, words.len() - at));
    }
    pieces
}

fn call(words: &str) -> Option<(usize, usize)> {
    let open = words.find(OPENS)?;
    Some((open, open + words[open..].find(CLOSES)?))
}

/// The labels of the notes that lines begin with.
fn labels(text: &str) -> BTreeSet<&str> {
    let begun = text.lines().filter_map(|line| line.trim_start().strip_prefix("[^")?.split_once("]:"));
    begun
        .map(|(label, _)| label)
        .filter(|label| !label.is_empty() && !label.contains(['[', ']', ' ']))
        .collect()
}

/// Whether a bracket is open at the end of a text, in its last paragraph.
fn opens_before(text: &str) -> bool {
    let mut closed = 0_usize;
    let mut later = ' ';
    for c in text.chars().rev().take(LONGEST) {
        match c {
            ']' => closed += 1,
            '[' if closed == 0 => return true,
            '[' => closed -= 1,
            '\n' if later == '\n' => return false,
            _ => {}
        }
        later = if c == '\r' { later } else { c };
    }
    false
}

/// Whether the bracket that is open at the beginning of a text is closed in its paragraph, and an address follows.
fn closes_after(text: &str) -> bool {
    let mut open = 0_usize;
    let mut before = ' ';
    for (at, c) in text.char_indices().take(LONGEST) {
        match c {
            '[' => open += 1,
            ']' if open == 0 => return text[at + 1..].starts_with('('),
            ']' => open -= 1,
            '\n' if before == '\n' => return false,
            _ => {}
        }
        before = if c == '\r' { before } else { c };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{hidden, pieces, shown};

    #[test]
    fn only_calls_in_the_words_of_a_link_are_hidden() {
        let rows = [
            ("[Ada[^n]](person:ada)", "[Ada\u{1}^n\u{2}](person:ada)"),
            ("[Ada[^n] B](person:ada)", "[Ada\u{1}^n\u{2} B](person:ada)"),
            ("[[^n]](person:ada)", "[\u{1}^n\u{2}](person:ada)"),
            ("[Ada](person:ada)[^n]", "[Ada](person:ada)[^n]"),
            ("[Ada[^n]]", "[Ada[^n]]"),
            ("[Ada[^m]](person:ada)", "[Ada[^m]](person:ada)"),
            ("[Ada[^n]\n\nB](person:ada)", "[Ada[^n]\n\nB](person:ada)"),
            ("[Ada[^n] [B](c)](d)", "[Ada\u{1}^n\u{2} [B](c)](d)"),
        ];
        for (text, expected) in rows {
            let text = format!("{text}\n\n[^n]: A note.\n");
            assert_eq!(hidden(&text), format!("{expected}\n\n[^n]: A note.\n"));
            assert_eq!(shown(&hidden(&text)), text);
        }
        assert_eq!(pieces("a\u{1}^n\u{2}b"), [(false, 0, 1), (true, 1, 4), (false, 5, 1)]);
        assert_eq!(pieces("\u{1}^n\u{2}"), [(true, 0, 4)]);
        assert_eq!(pieces("a"), [(false, 0, 1)]);
    }
}
