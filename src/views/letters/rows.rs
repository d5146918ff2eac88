//! The rows of the list. A page of them is there at once; the others follow while the reader reads, so that the
//! browser's own search and the printer reach every letter, and none waits for all.

use crate::components::jump_bar::initial_id;
use crate::context::Viewer;
use crate::markup::markup;
use crate::views::letter_line::letter_line;
#[cfg(target_arch = "wasm32")]
use crate::web;
use reader::listed_letter;
use yew::prelude::*;

/// Rows that are built and laid out together.
const CHUNK: usize = 12;
/// Chunks in a group of their own: a browser that lays out only what is in sight looks at groups first.
const GROUP: usize = 40;
/// Chunks that are printed of a list that is not printed whole.
#[cfg(not(target_arch = "wasm32"))]
const FIRST: usize = 8;
/// A list of more letters than this is not printed whole where it begins: a reader of one letter would wait for ten
/// thousand. It has a page of its own.
const WHOLE: usize = 500;

/// Whether a list is printed in part, with the way to all of it.
pub(crate) fn is_cut(total: usize) -> bool {
    cfg!(not(target_arch = "wasm32")) && total > WHOLE
}

/// Letters under one heading.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) heading: String,
    pub(super) letters: Vec<u32>,
}

/// All rows, chunk by chunk.
#[cfg(target_arch = "wasm32")]
pub(super) fn rows(viewer: &Viewer, pieces: Vec<Piece>) -> Html {
    let total: usize = pieces.iter().map(|piece| piece.letters.len()).sum();
    web::long(web::List {
        name: viewer.address.query.clone(),
        around: [markup! { <div class="letters__rows" aria-busy="true"></div> }, group(Html::default())],
        parts: [total.div_ceil(CHUNK), until(&pieces, &viewer.address.fragment), GROUP],
        make: {
            let viewer = viewer.clone();
            Box::new(move |nth| chunk(&viewer, &pieces, nth))
        },
    })
}

/// The rows that are printed: all, or the first. They stand in a place of their own, where others will take theirs.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn rows(viewer: &Viewer, pieces: Vec<Piece>) -> Html {
    let total: usize = pieces.iter().map(|piece| piece.letters.len()).sum();
    let whole = !is_cut(total);
    let chunks = if whole { total.div_ceil(CHUNK) } else { FIRST };
    markup! { <div><div class="letters__rows" data-whole={whole}>{ groups(viewer, &pieces, chunks) }</div></div> }
}

/// How many chunks are there at once: who comes for a year comes for a row that may be far down.
#[cfg(target_arch = "wasm32")]
fn until(pieces: &[Piece], fragment: &str) -> usize {
    let year = pieces.iter().position(|piece| !fragment.is_empty() && initial_id(&piece.heading) == fragment);
    let before: usize = pieces.iter().take(year.unwrap_or_default()).map(|piece| piece.letters.len()).sum();
    before / CHUNK + 2
}

/// All rows, for a page that does not live.
#[cfg(feature = "ssr")]
pub(super) fn all(viewer: &Viewer, pieces: &[Piece]) -> Html {
    let total: usize = pieces.iter().map(|piece| piece.letters.len()).sum();
    markup! { <div class="letters__rows">{ groups(viewer, pieces, total.div_ceil(CHUNK)) }</div> }
}

/// The first chunks, in groups.
#[cfg(any(feature = "ssr", not(target_arch = "wasm32")))]
fn groups(viewer: &Viewer, pieces: &[Piece], chunks: usize) -> Html {
    let begins = (0..chunks).step_by(GROUP);
    begins
        .map(|begin| {
            let chunks = begin..chunks.min(begin + GROUP);
            group(chunks.map(|nth| chunk(viewer, pieces, nth)).collect())
        })
        .collect()
}

/// What is laid out together, or not at all.
fn group(chunks: Html) -> Html {
    markup! { <div class="letters__group">{ chunks }</div> }
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
    let lines =
        letters.iter().filter_map(|number| listed_letter(&viewer.library, *number, viewer.date_words()));
    markup! {
        <section class="letters__year">
            if begins {
                <h2 id={initial_id(&piece.heading)}>{ piece.heading.as_str() }</h2>
            }
            <ol>{ for lines.map(|line| markup! { <li>{ letter_line(viewer, &line) }</li> }) }</ol>
        </section>
    }
}
