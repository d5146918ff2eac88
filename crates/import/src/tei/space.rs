//! Blanks: an indented source is not an indented letter.

use edition::{Inline, PageBreak, Text};

/// Signs before which no blank stands.
const STOPS: [char; 7] = ['.', ',', ';', ':', '!', '?', ')'];

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
        let layout = blanks.contains('\n') && after.starts_with(STOPS);
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

/// Takes back the blanks that the layout of a source sets where its words have none: at the end of an element that a stop follows,
/// before the call of a note, and on both sides of a break inside a word, which a page that begins there has in common with its line.
pub(super) fn close(inlines: &mut [Inline]) {
    let mut parts = Vec::new();
    line(inlines, &mut parts);
    join_breaks(&mut parts);
    for at in 0..parts.len() {
        match &parts[at] {
            Part::Text(text) if text.text.starts_with(STOPS) => {
                let before = parts[..at].iter_mut().rev().take_while(|part| matches!(part, Part::Text(_)));
                strip(before, |words| words.trim_end_matches(' '));
            }
            Part::Call => {
                let before = parts[..at].iter_mut().rev().take_while(|part| !matches!(part, Part::Call));
                let ends = strip(before, |words| words.trim_end_matches(' '));
                // The blank stands behind it then.
                if let (true, Some(Part::Text(next))) = (ends, parts.get_mut(at + 1))
                    && next.text.starts_with(char::is_alphanumeric)
                {
                    next.text = [" ", &next.text].concat().into();
                }
            }
            Part::Inside => {
                strip(parts[..at].iter_mut().rev(), |words| words.trim_end_matches(' '));
                strip(parts[at + 1..].iter_mut(), |words| words.trim_start_matches(' '));
            }
            Part::Text(_) | Part::Page(_) | Part::Other => {}
        }
    }
}

/// A page that begins where a line breaks inside of a word, with nothing but blanks between, breaks inside of the word too.
fn join_breaks(parts: &mut [Part<'_>]) {
    let mut inside = false;
    for part in parts {
        match part {
            Part::Inside => inside = true,
            Part::Page(page) if inside => {
                page.inside_word = true;
                *part = Part::Inside;
            }
            Part::Text(text) if text.text.trim().is_empty() => {}
            _ => inside = false,
        }
    }
}

/// What is read one after the other.
enum Part<'t> {
    Text(&'t mut Text),
    Call,
    /// A break inside a word.
    Inside,
    /// One of a page, of which that is not known.
    Page(&'t mut PageBreak),
    Other,
}

/// Takes blanks off texts until one has words; whether there were any.
fn strip<'p, 't: 'p>(parts: impl Iterator<Item = &'p mut Part<'t>>, off: fn(&str) -> &str) -> bool {
    let mut any = false;
    for part in parts {
        match part {
            Part::Text(text) => {
                let kept = off(&text.text);
                any |= kept.len() < text.text.len();
                let done = !kept.is_empty();
                if kept.len() < text.text.len() {
                    text.text = kept.into();
                }
                if done {
                    break;
                }
            }
            Part::Call => {}
            Part::Inside | Part::Page(_) | Part::Other => break,
        }
    }
    any
}

fn line<'t>(inlines: &'t mut [Inline], out: &mut Vec<Part<'t>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(Part::Text(text)),
            Inline::NoteCall(_) => out.push(Part::Call),
            Inline::LineBreak { inside_word: true, .. } => out.push(Part::Inside),
            Inline::PageBreak(page) if page.inside_word => out.push(Part::Inside),
            Inline::PageBreak(page) => out.push(Part::Page(page)),
            Inline::Gap(_) | Inline::LineBreak { .. } => out.push(Part::Other),
            Inline::Cell(inner) => {
                out.push(Part::Other);
                line(inner, out);
            }
            other => line(other.inner_mut(), out),
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
