//! Blanks: an indented source is not an indented letter.

use edition::{Inline, Text};

/// The words of a text node: a run of blanks with a line end in it is one blank. Other blanks stay one by one, so that
/// those that a scribe set stay.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([' ', '\t', '\n', '\r']) {
        out.push_str(&rest[..at]);
        let run = rest[at..].len() - rest[at..].trim_start_matches([' ', '\t', '\n', '\r']).len();
        let (blanks, after) = rest[at..].split_at(run);
        // A line end before a stop is the editor's, not the writer's.
        let layout = blanks.contains('\n') && after.starts_with(['.', ',', ';', ':', '!', '?', ')']);
        out.push_str(if layout { "" } else { " " });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Leaves out blanks at both ends of a block, and the second of two that meet.
pub(super) fn trim(inlines: &mut [Inline]) {
    let mut parts: Vec<Option<&mut Text>> = Vec::new();
    gather(inlines, &mut parts);
    let mut blank_before = true;
    for part in &mut parts {
        let Some(text) = part else {
            blank_before = false;
            continue;
        };
        let mut words: &str = &text.text;
        if blank_before {
            words = words.trim_start_matches(' ');
        }
        if !words.is_empty() {
            blank_before = words.ends_with(' ');
        }
        if words.len() < text.text.len() {
            text.text = words.into();
        }
    }
    for text in parts.iter_mut().rev().map_while(Option::as_mut) {
        let words = text.text.trim_end_matches(' ');
        let done = !words.is_empty();
        if words.len() < text.text.len() {
            text.text = words.into();
        }
        if done {
            break;
        }
    }
}

/// Texts in the order in which they are read, and nothing for what else is seen between them. Of a choice only the
/// printed words: the others begin and end for themselves.
fn gather<'t>(inlines: &'t mut [Inline], out: &mut Vec<Option<&'t mut Text>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(Some(text)),
            Inline::Gap(_) | Inline::NoteCall(_) | Inline::PageBreak(_) => out.push(None),
            other => gather(other.inner_mut(), out),
        }
    }
}
