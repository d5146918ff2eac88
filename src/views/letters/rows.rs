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
const CHUNK: usize = 100;
/// Chunks that are there at once.
const FIRST: usize = 2;

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
    let shown = use_state(|| FIRST);
    {
        // Another list begins with its first rows again.
        let shown = shown.clone();
        use_effect_with(props.pieces.clone(), move |_| shown.set(FIRST));
    }
    let total: usize = props.pieces.iter().map(|piece| piece.letters.len()).sum();
    // Who comes for a year comes for a row that may be far down.
    let wanted = !props.viewer.address.fragment.is_empty();
    let now = if wanted { total.div_ceil(CHUNK) } else { *shown };
    {
        let shown = shown.clone();
        use_effect_with((now, props.pieces.clone()), move |(now, _)| {
            let next = *now + 1;
            let wait = (*now * CHUNK < total).then(|| web::soon(move || shown.set(next)));
            // Held until there are more: letting go of it ends the waiting.
            move || {
                let _held = wait;
            }
        });
    }
    let chunks = (0..total.div_ceil(CHUNK).min(now)).map(|nth| {
        html! { <Chunk key={nth} viewer={props.viewer.clone()} pieces={props.pieces.clone()} {nth} /> }
    });
    markup! { <div class="letters__rows" aria-busy={(now * CHUNK < total).then_some("true")}>{ for chunks }</div> }
}

/// Which chunk.
#[derive(Debug, Clone, PartialEq, Properties)]
struct ChunkProps {
    viewer: Viewer,
    pieces: Rc<Vec<Piece>>,
    nth: usize,
}

/// A hundred rows. A component, so that those that are there are not compared again when more come.
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
    markup! { <div class="letters__chunk">{ for sections }</div> }
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
