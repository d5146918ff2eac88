//! Words in all letters: the field, and what there is to look through without it. What is found is shown by `search.js`.

use crate::context::Viewer;
use crate::markup::markup;
use crate::route::{REGISTERS, Route};
use crate::views::View;
use crate::views::register::register_title;
use reader::{Facet, ListState};

/// The page on which letters are searched.
pub(crate) fn search(viewer: &Viewer) -> View {
    let strings = viewer.strings();
    let words = &strings.search;
    let manifest = &viewer.library.manifest;
    let has = |kind| manifest.registers.iter().any(|(known, ..)| *known == kind);
    let registers = REGISTERS.iter().map(|(kind, _)| *kind).filter(|kind| has(*kind));
    // Room is kept for these from the beginning, so that nothing moves when their choices come.
    let varied = reader::facets(&viewer.library, &ListState::default());
    let facets: Vec<&str> =
        Facet::ALL.iter().zip(varied).filter(|(_, varies)| *varies).map(|(facet, _)| facet.word()).collect();
    let body = markup! {
        <div class="find" id="find">
            <h1>{ strings.frame.search }</h1>
            <form class="find__form" role="search">
                <label class="find__label" for="find-words">{ words.field }</label>
                <input class="find__words" id="find-words" name="q" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="find-suggested" />
                <ul class="find__suggested" id="find-suggested" role="listbox" aria-label={words.field} hidden=""></ul>
                <button class="find__button" type="submit">{ words.button }</button>
            </form>
            <p class="find__status" role="status"></p>
            <div class="find__notices"></div>
            <details class="find__narrow" hidden="">
                <summary>{ strings.letters.filters }</summary>
                <div class="letters__filters find__facets" data-facets={facets.join(" ")} role="group" aria-label={strings.letters.filters}></div>
            </details>
            <ol class="find__years" aria-label={words.years} hidden=""></ol>
            <ol class="find__letters"></ol>
            <button class="find__more" type="button" hidden="">{ words.more }</button>
            <details class="find__how">
                <summary>{ words.how }</summary>
                <dl>
                    { for words.how_list.iter().map(|(typed, finds)| markup! { <><dt><code>{ *typed }</code></dt><dd>{ *finds }</dd></> }) }
                </dl>
            </details>
            <p class="find__lists">
                { words.lists }{ " " }
                <a href={Route::Home.href()}>{ strings.shell.letters }</a>{ " · " }
                <a href={Route::Chronology.href()}>{ strings.shell.chronology }</a>
                { for registers.map(|kind| markup! {
                    <>{ " · " }<a href={Route::Register { kind }.href()}>{ register_title(strings, kind) }</a></>
                }) }
            </p>
            // The script of the search takes it away, before it is seen.
            <p class="find__still">{ words.still }</p>
        </div>
    };
    View { title: strings.frame.search.to_owned(), body }
}
