//! A letter: head, text, notes, names, dates, source, and the popovers that show them beside their words.

mod head;
mod stated;

use crate::components::card::card;
use crate::components::names_list::{dates_list, names_list};
use crate::components::notes_list::{commentary, note_popover, notes_list};
use crate::components::source_panel::{key, source_panel};
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::Route;
use crate::text::{Ids, Pages, TextContext, date_words, is_long, text};
use crate::views::View;
use crate::views::letter_line::from_to;
use crate::views::not_found::not_found;
use edition::{BlockKind, LetterId, NoteKind, known_by, reading_words};
use head::head;
use reader::letter_page::{LetterPage, Party, Ways, letter_page};
use reader::{Neighbor, Neighbors};
use yew::prelude::*;

/// A letter with everything that belongs to it.
pub(crate) fn letter(viewer: &Viewer, id: &LetterId) -> View {
    let Some(page) = letter_page(&viewer.library, id) else { return not_found(viewer) };
    let title = title(viewer, &page);
    let letter = page.letter;
    let lang = letter.language.to_string();
    let ways = Ways::of(letter);
    let context = TextContext {
        viewer,
        letter,
        ways: &ways,
        pages: &Pages::default(),
        ids: Ids::All,
        leftward: false,
        long: false,
    };
    let (dir, inside) = context.turned_to(&lang);
    let inside = TextContext { long: is_long(&letter.text), ..inside };
    let called = letter.notes.iter().filter(|note| note.kind != NoteKind::Commentary);
    let body = markup! {
        <>
            <article key="letter" class="letter">
                { head(viewer, &page, &title) }
                <div class="letter__text" {lang} {dir}>{ text(inside, &letter.text) }</div>
                { unsigned(viewer, &page) }
                { notes_list(context) }
                { commentary(context) }
                <div class="letter__aids">
                    { names_list(viewer, &page) }
                    { dates_list(viewer, &page) }
                    { source_panel(context, &page) }
                    { key(viewer, &page) }
                </div>
                { neighbors(viewer, &page) }
            </article>
            <div class="popovers">
                { for called.map(|note| note_popover(context, note)) }
                { for page.cards.iter().map(|one| card(viewer, letter, one)) }
            </div>
        </>
    };
    View { title, body }
}

/// `V. I. Lenin to A. A. Joffe`, or what the letter is known by.
fn title(viewer: &Viewer, page: &LetterPage<'_>) -> String {
    let names = |parties: &[Party<'_>]| parties.iter().map(Party::shown).collect::<Vec<_>>().join(", ");
    let (from, to) = (names(&page.senders), names(&page.recipients));
    let nobody = from.is_empty() && to.is_empty();
    from_to(viewer, &from, &to, &if nobody { known_by(page.letter) } else { String::new() })
}

/// A letter without a signature says so, outside its text.
fn unsigned(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let of = |wanted: BlockKind| page.letter.text.iter().filter(move |block| block.kind == wanted);
    let mut closers = String::new();
    of(BlockKind::Closer).for_each(|block| reading_words(&mut closers, &block.inlines));
    // Some sign inside of their closing.
    let signs = |who: &Party<'_>| {
        let name = who.shown().rsplit([' ', ',']).next().unwrap_or_default();
        name.chars().count() > 2 && closers.contains(name)
    };
    if of(BlockKind::Signed).next().is_some() || closers.is_empty() || page.senders.iter().any(signs) {
        return Html::default();
    }
    markup! { <p class="letter__remark" data-origin="machine">{ viewer.strings().letter.no_signature }</p> }
}

/// The letters before and after this one: between the same two, and in the edition.
fn neighbors(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let Neighbors { edition, correspondence, between } = page.neighbors;
    let all = between.as_ref().map(|(one, other)| {
        let href = Route::Correspondence { one: one.clone(), other: other.clone() }.href();
        markup! { <a class="letter__all" {href}>{ viewer.strings().letters.correspondence }</a> }
    });
    let both = edition == correspondence;
    markup! {
        <>
            if correspondence.iter().any(Option::is_some) {
                { row(viewer, words.neighbors_between, correspondence, all) }
            }
            if !both && edition.iter().any(Option::is_some) {
                { row(viewer, words.neighbors, edition, None) }
            }
        </>
    }
}

fn row(viewer: &Viewer, label: &'static str, pair: &[Option<Neighbor>; 2], all: Option<Html>) -> Html {
    let words = &viewer.strings().letter;
    let sides = pair.iter().zip([("prev", words.previous), ("next", words.next)]);
    let links = sides.filter_map(|(neighbor, (rel, direction))| {
        let neighbor = neighbor.as_ref()?;
        let href = Route::Letter { id: neighbor.letter.clone() }.href();
        let date = neighbor.date.as_ref().map(|date| date_words(viewer, date));
        Some(markup! {
            <a class="letter__neighbor" {rel} {href}>
                <span class="letter__direction">{ direction }</span>
                { " " }{ date.unwrap_or_else(|| viewer.strings().letters.undated.to_owned()) }
                <span class="letter__parties">{ " " }{ from_to(viewer, &neighbor.from, &neighbor.to, &neighbor.known_by) }</span>
            </a>
        })
    });
    markup! {
        <nav class="letter__neighbors" aria-label={label}>
            <p class="letter__row">{ label }{ all.map(|all| markup! { <>{ " · " }{ all }</> }) }</p>
            { for links }
        </nav>
    }
}
