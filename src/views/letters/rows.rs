//! The rows of the list. A page of them is there at once; the others follow while the reader reads, so that the
//! browser's own search and the printer reach every letter, and none waits for all.

use crate::components::jump_bar::initial_id;
use crate::context::Viewer;
use crate::markup::markup;
use crate::views::entry::letter_line;
use crate::web;
use reader::listed_letter;
use std::rc::Rc;
use yew::prelude::*;

/// Rows that are built and laid out together.
const CHUNK: usize = 50;
/// Chunks that are there at once.
const FIRST: usize = 1;

/// Letters under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) heading: String,
    pub(super) letters: Vec<u32>,
}

/// What the rows need to know.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) viewer: Viewer,
    pub(super) pieces: Rc<Vec<Piece>>,
}

/// All rows, chunk by chunk. A component: it knows how many chunks are there.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    // How many chunks of which list: another list begins with its first rows again.
    let shown = use_mut_ref(|| (props.pieces.clone(), FIRST, 0_u32));
    let grow = use_force_update();
    if shown.borrow().0 != props.pieces {
        let list = shown.borrow().2.wrapping_add(1);
        *shown.borrow_mut() = (props.pieces.clone(), FIRST, list);
    }
    let total: usize = props.pieces.iter().map(|piece| piece.letters.len()).sum();
    if !props.viewer.address.fragment.is_empty() {
        // Who comes for a year comes for a row that may be far down.
        shown.borrow_mut().1 = total.div_ceil(CHUNK);
    }
    let now = shown.borrow().1;
    {
        let shown = shown.clone();
        use_effect_with((now, props.pieces.clone()), move |(now, _)| {
            let more = move || {
                shown.borrow_mut().1 += 1;
                grow.force_update();
            };
            let wait = (*now * CHUNK < total).then(|| web::soon(more));
            // Held until there are more: letting go of it ends the waiting.
            move || {
                let _held = wait;
            }
        });
    }
    let chunks = (0..total.div_ceil(CHUNK).min(now)).map(|nth| {
        html! { <Chunk key={nth} viewer={props.viewer.clone()} pieces={props.pieces.clone()} {nth} /> }
    });
    // Another list is another element: the rows of the last one are let go of together.
    let key = shown.borrow().2.to_string();
    markup! { <div {key} class="letters__rows" aria-busy={(now * CHUNK < total).then_some("true")}>{ for chunks }</div> }
}

/// Which chunk.
#[derive(Debug, Clone, Properties)]
struct ChunkProps {
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
fn Chunk(props: &ChunkProps) -> Html {
    let viewer = &props.viewer;
    let (from, to) = (props.nth * CHUNK, (props.nth + 1) * CHUNK);
    let mut sections = Vec::new();
    let mut before = 0;
    for piece in &*props.pieces {
        let after = before + piece.letters.len();
        let range = from.saturating_sub(before)..to.min(after).saturating_sub(before);
        if let Some(letters) = piece.letters.get(range.clone()).filter(|letters| !letters.is_empty()) {
            sections.push(section(viewer, piece, letters, range.start == 0));
        }
        before = after;
    }
    web::still(markup! { <div class="letters__chunk">{ for sections }</div> })
}

fn section(viewer: &Viewer, piece: &Piece, letters: &[u32], begins: bool) -> Html {
    let id = initial_id(&piece.heading);
    let lines =
        letters.iter().filter_map(|number| listed_letter(&viewer.library, *number, viewer.language()));
    markup! {
        <section class="letters__year" aria-labelledby={id.clone()}>
            if begins {
                <h2 {id}>{ piece.heading.as_str() }</h2>
            }
            <ol>{ for lines.map(|line| markup! { <li>{ letter_line(viewer, &line) }</li> }) }</ol>
        </section>
    }
}
