//! The rows of the list. A page of them is there at once; the others follow while the reader reads, so that the
//! browser's own search and the printer reach every letter, and none waits for all.

use crate::components::jump_bar::initial_id;
use crate::context::Viewer;
use crate::hooks::use_after;
use crate::markup::markup;
use crate::part::PartProps;
use crate::views::letter_line::letter_line;
use crate::web;
use reader::listed_letter;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// Rows that are built and laid out together.
const CHUNK: usize = 50;
/// A list of more letters than this is not printed whole where it begins: a reader of one letter would wait for ten
/// thousand. It has a page of its own.
const WHOLE: usize = 500;

/// Whether a list is printed in part, with the way to all of it.
pub(crate) fn is_cut(total: usize) -> bool {
    cfg!(not(target_arch = "wasm32")) && total > WHOLE
}

/// How many chunks of a list are there at once.
fn first(total: usize) -> usize {
    match cfg!(target_arch = "wasm32") {
        true => 1,
        false if is_cut(total) => 2,
        false => usize::MAX,
    }
}

/// Letters under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub(super) heading: String,
    pub(super) letters: Vec<u32>,
}

/// What the rows need to know.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RowsProps {
    pub(super) viewer: Viewer,
    pub(super) pieces: Rc<Vec<Piece>>,
}

/// All rows, chunk by chunk. A component: it knows how many chunks are there.
#[component]
pub(crate) fn Rows(props: &RowsProps) -> Html {
    let total: usize = props.pieces.iter().map(|piece| piece.letters.len()).sum();
    // The rows that were printed are those of the list that comes first.
    let printed = use_mut_ref(|| web::rows().map(|rows| (rows, props.pieces.clone())));
    // How many chunks of which list: another list begins with its first rows again.
    let shown = use_mut_ref(|| (props.pieces.clone(), first(total), 0_u32));
    let grow = use_force_update();
    if shown.borrow().0 != props.pieces {
        let list = shown.borrow().2.wrapping_add(1);
        *shown.borrow_mut() = (props.pieces.clone(), first(total), list);
    }
    if !props.viewer.address.fragment.is_empty() {
        // Who comes for a year comes for a row that may be far down.
        shown.borrow_mut().1 = total.div_ceil(CHUNK);
    }
    let printed =
        printed.borrow().as_ref().filter(|(_, pieces)| *pieces == props.pieces).map(|(rows, _)| rows.clone());
    let now = if printed.is_some() { usize::MAX } else { shown.borrow().1 };
    {
        let shown = shown.clone();
        let of = [now.to_string(), shown.borrow().2.to_string()].join(" ");
        use_after(
            of,
            Box::new(move || {
                let more = move || {
                    shown.borrow_mut().1 += 1;
                    grow.force_update();
                };
                let wait = (now.saturating_mul(CHUNK) < total).then(|| web::soon(more));
                // Held until there are more: letting go of it ends the waiting.
                Box::new(move || {
                    let _held = wait;
                })
            }),
        );
    }
    if let Some(rows) = printed {
        return VNode::VRef(rows);
    }
    let chunks = (0..total.div_ceil(CHUNK).min(now)).map(|nth| {
        PartProps::Chunk(ChunkProps { viewer: props.viewer.clone(), pieces: props.pieces.clone(), nth })
            .html(Some(nth.into()))
    });
    // Another list is another element: the rows of the last one are let go of together.
    let key = shown.borrow().2.to_string();
    let whole = now == usize::MAX;
    // Nothing grows on what is printed.
    let busy = cfg!(target_arch = "wasm32") && now.saturating_mul(CHUNK) < total;
    markup! { <div {key} class="letters__rows" data-whole={whole} aria-busy={busy.then_some("true")}>{ for chunks }</div> }
}

/// Which chunk.
#[derive(Debug, Clone, Properties)]
pub struct ChunkProps {
    viewer: Viewer,
    pieces: Rc<Vec<Piece>>,
    nth: usize,
}

/// What a row shows depends on the edition and the language alone, not on where the reader goes next.
impl PartialEq for ChunkProps {
    fn eq(&self, other: &Self) -> bool {
        let same = self.viewer.library == other.viewer.library && self.viewer.locale == other.viewer.locale;
        same && self.nth == other.nth && self.pieces == other.pieces
    }
}

/// Fifty rows. A component, so that those that are there are not compared again when more come.
#[component]
pub(crate) fn Chunk(props: &ChunkProps) -> Html {
    web::still(chunk(&props.viewer, &props.pieces, props.nth))
}

/// All rows, for a page that does not live.
#[cfg(feature = "ssr")]
pub(super) fn all(viewer: &Viewer, pieces: &[Piece]) -> Html {
    let total: usize = pieces.iter().map(|piece| piece.letters.len()).sum();
    let chunks = (0..total.div_ceil(CHUNK)).map(|nth| chunk(viewer, pieces, nth));
    markup! { <div class="letters__rows">{ for chunks }</div> }
}

fn chunk(viewer: &Viewer, pieces: &[Piece], nth: usize) -> Html {
    let (from, to) = (nth * CHUNK, (nth + 1) * CHUNK);
    let mut sections = Vec::new();
    let mut before = 0;
    for piece in pieces {
        let after = before + piece.letters.len();
        let range = from.saturating_sub(before)..to.min(after).saturating_sub(before);
        if let Some(letters) = piece.letters.get(range.clone()).filter(|letters| !letters.is_empty()) {
            sections.push(section(viewer, piece, letters, range.start == 0));
        }
        before = after;
    }
    markup! { <div class="letters__chunk">{ for sections }</div> }
}

fn section(viewer: &Viewer, piece: &Piece, letters: &[u32], begins: bool) -> Html {
    let id = initial_id(&piece.heading);
    let lines =
        letters.iter().filter_map(|number| listed_letter(&viewer.library, *number, viewer.date_words()));
    markup! {
        <section class="letters__year" aria-labelledby={id.clone()}>
            if begins {
                <h2 {id}>{ piece.heading.as_str() }</h2>
            }
            <ol>{ for lines.map(|line| markup! { <li>{ letter_line(viewer, &line) }</li> }) }</ol>
        </section>
    }
}
