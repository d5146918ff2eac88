//! The letters of an edition, year by year.

use super::entry::letter_line;
use crate::components::jump_bar::{initial_id, jump_bar};
use crate::context::Viewer;
use crate::markup::markup;
use crate::views::View;
use reader::{YearOfLetters, letter_list};

/// The list of letters. All are in the page, so that the browser's own search finds them; years out of sight are not
/// laid out.
pub(crate) fn letters(viewer: &Viewer) -> View {
    let strings = viewer.strings();
    let header = &viewer.library.edition.header;
    let years = letter_list(&viewer.library, viewer.language());
    let named: Vec<(String, &YearOfLetters<'_>)> = years
        .iter()
        .map(|year| {
            (year.year.map_or_else(|| strings.timeline.undated.to_owned(), |year| year.to_string()), year)
        })
        .collect();
    let body = markup! {
        <div key="letters" class="letters">
            <h1 lang={header.language.to_string()}>{ &*header.title }</h1>
            if !header.description.is_empty() {
                <p class="letters__description" lang={header.language.to_string()}>{ &*header.description }</p>
            }
            <p class="letters__count">{ (strings.about.letters)(viewer.library.edition.letters.len()) }</p>
            { jump_bar(strings.shell.years, named.iter().map(|(name, _)| name.as_str())) }
            { for named.iter().map(|(name, year)| markup! {
                <section class="letters__year" aria-labelledby={initial_id(name)}>
                    <h2 id={initial_id(name)}>{ name.as_str() }</h2>
                    <ol>{ for year.letters.iter().map(|line| markup! { <li>{ letter_line(viewer, line) }</li> }) }</ol>
                </section>
            }) }
        </div>
    };
    View { title: strings.shell.letters.to_owned(), body }
}
