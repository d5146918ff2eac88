//! Identifiers inside a letter: blocks by their kind, mentions and dates in the order of the text.

use crate::annotate;
use edition::{ActionKind, BlockId, BlockKind, Dating, DatingId, Letter};
use std::collections::BTreeMap;

/// Counts blocks by kind.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    counts: BTreeMap<&'static str, u32>,
    pages: Taken,
}

impl Blocks {
    /// The next identifier of a kind: `p1`, `p2`; of what mostly stands once, the first is bare: `dl`, `dl2`.
    pub(super) fn next(&mut self, kind: &BlockKind) -> BlockId {
        let (name, bare) = match kind {
            BlockKind::PageBreak(page) => return self.page(&page.page),
            BlockKind::Heading => ("head", true),
            BlockKind::Number => ("num", true),
            BlockKind::Dateline => ("dl", true),
            BlockKind::Salute => ("sal", true),
            BlockKind::Address => ("addr", true),
            BlockKind::Closer => ("clo", true),
            BlockKind::Signed => ("sig", true),
            BlockKind::Paragraph | BlockKind::Continuation => ("p", false),
            BlockKind::Postscript => ("ps", false),
            BlockKind::Verse { .. } => ("l", false),
            BlockKind::Item => ("i", false),
            BlockKind::Row => ("row", false),
            BlockKind::Quote => ("q", false),
            BlockKind::Figure(_) => ("fig", false),
            BlockKind::Editorial => ("ed", false),
            BlockKind::Other => ("x", false),
        };
        let count = self.counts.entry(name).or_default();
        *count += 1;
        let id = if bare && *count == 1 { name.to_owned() } else { format!("{name}{count}") };
        BlockId(id.into())
    }

    fn page(&mut self, page: &str) -> BlockId {
        let name = crate::ids::fragment(page);
        BlockId(self.pages.free(format!("pb-{name}")).into())
    }
}

/// Identifiers that are taken, each with how often it was wanted.
#[derive(Debug, Default)]
pub(crate) struct Taken(BTreeMap<String, u32>);

impl Taken {
    /// The identifier where it is free, else the next that is: `n1`, `n1b`, `n1b2`, `n1b3`.
    pub(crate) fn free(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        while self.0.contains_key(&id) {
            let times = self.0.entry(wanted.clone()).or_default();
            *times += 1;
            id = if *times == 1 { format!("{wanted}b") } else { format!("{wanted}b{times}") };
        }
        self.0.insert(id.clone(), 0);
        id
    }
}

/// Numbers mentions and dates. The dates of the correspondence that stand in the text are those of the text.
pub(super) fn number(letter: &mut Letter) {
    let (mut mentions, mut datings) = (0, 0);
    for block in letter.text.iter_mut().chain(letter.notes.iter_mut().flat_map(|note| &mut note.blocks)) {
        annotate::number(&mut block.inlines, &mut mentions, &mut datings);
    }
    for (nth, action) in letter.corresp.actions.iter_mut().enumerate() {
        for (mention, who) in action.correspondents.iter_mut().enumerate() {
            who.id = format!("c{}-{}", nth + 1, mention + 1).as_str().into();
        }
        let Some(dating) = &mut action.dating else { continue };
        let printed = (action.kind == ActionKind::Sent)
            .then(|| {
                letter.text.iter().filter(|block| block.kind == BlockKind::Dateline).find_map(same(dating))
            })
            .flatten();
        match printed {
            Some((id, words)) => {
                dating.id = id;
                dating.as_written = words;
            }
            None => dating.id = format!("d0-{}", nth + 1).as_str().into(),
        }
    }
}

/// The identifier and the words of a date in a dateline that has the same value.
fn same(wanted: &Dating) -> impl Fn(&edition::Block) -> Option<(DatingId, Box<str>)> {
    let meaning = wanted.reading.meaning.clone();
    move |block| {
        let mut found = None;
        edition::each_inline(&block.inlines, &mut |inline| {
            if let edition::Inline::Date(dating, _) = inline
                && found.is_none()
                && dating.reading.meaning == meaning
            {
                found = Some((dating.id.clone(), dating.as_written.clone()));
            }
        });
        found
    }
}
