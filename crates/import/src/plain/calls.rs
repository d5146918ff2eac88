//! Which call calls which note.

use edition::{Block, Inline, Note, NoteCall, NoteId, each_inline};
use std::collections::{BTreeMap, VecDeque};

/// The calls and notes of one label, by offset, in the order of the source.
#[derive(Default)]
struct Series {
    calls: Vec<u32>,
    notes: Vec<(u32, NoteId)>,
}

/// What a call calls: the note, the how-manyth call of it, whether it is there.
#[derive(Clone)]
struct Answer {
    note: NoteId,
    nth: u16,
    resolved: bool,
}

/// Gives every call its note and its number among the calls of that note, and every note the number of its calls.
pub(super) fn resolve(blocks: &mut [Block], notes: &mut [Note]) {
    let mut series: BTreeMap<Box<str>, Series> = BTreeMap::new();
    let note_blocks = notes.iter().flat_map(|note| &note.blocks);
    for block in blocks.iter().chain(note_blocks) {
        each(&block.inlines, &mut |call| {
            series.entry(call.label.clone()).or_default().calls.push(call.span.start)
        });
    }
    for note in notes.iter() {
        let of_label = series.entry(note.label.clone()).or_default();
        of_label.notes.push((note.span.start, note.id.clone()));
    }
    let mut counts: BTreeMap<NoteId, u16> = BTreeMap::new();
    let mut answers: BTreeMap<Box<str>, VecDeque<(u32, Answer)>> = BTreeMap::new();
    for (label, mut of_label) in series {
        of_label.calls.sort_unstable();
        let answered = of_label.calls.iter().enumerate().map(|(number, call)| {
            let note = of_label.answer(number, *call);
            let count = counts.entry(note.clone().unwrap_or_else(|| unanswered(&label))).or_default();
            *count = count.saturating_add(1);
            let resolved = note.is_some();
            (*call, Answer { note: note.unwrap_or_else(|| unanswered(&label)), nth: *count, resolved })
        });
        let answered: VecDeque<(u32, Answer)> = answered.collect();
        answers.insert(label, answered);
    }
    let find = |call: &NoteCall| {
        let of_label = answers.get(&call.label)?;
        let at = of_label.binary_search_by_key(&call.span.start, |(start, _)| *start).ok()?;
        of_label.get(at).map(|(_, answer)| answer.clone())
    };
    for block in blocks.iter_mut().chain(notes.iter_mut().flat_map(|note| &mut note.blocks)) {
        change(&mut block.inlines, &mut |call| {
            if let Some(answer) = find(call) {
                (call.note, call.nth, call.resolved) = (answer.note, answer.nth, answer.resolved);
            }
        });
    }
    for note in notes {
        note.calls = counts.get(&note.id).copied().unwrap_or_default();
    }
}

/// The identifier that the note of a call would have.
fn unanswered(label: &str) -> NoteId {
    let clean: String = label.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    NoteId(format!("n{clean}").into())
}

impl Series {
    /// The note of a call. Where a label begins anew (on every page, in every letter of a volume) there are as many notes
    /// as calls, and each stands between its call and the next; else every call means the first note.
    fn answer(&self, number: usize, call: u32) -> Option<NoteId> {
        let (at, note) = self.notes.get(number).or_else(|| self.notes.first())?;
        let pairs = self.notes.len() == self.calls.len() && self.notes.len() > 1;
        let before_next = self.calls.get(number + 1).is_none_or(|next| at < next);
        if pairs && *at > call && before_next {
            return Some(note.clone());
        }
        self.notes.first().map(|(_, note)| note.clone())
    }
}

/// Visits every call in its order.
pub(super) fn each(inlines: &[Inline], visit: &mut dyn FnMut(&NoteCall)) {
    each_inline(inlines, &mut |inline| {
        if let Inline::NoteCall(call) = inline {
            visit(call);
        }
    });
}

fn change(inlines: &mut [Inline], visit: &mut dyn FnMut(&mut NoteCall)) {
    for inline in inlines {
        if let Inline::NoteCall(call) = inline {
            visit(call);
        }
        change(inline.inner_mut(), visit);
    }
}
