//! The frame of every page: skip link, header with navigation, main part, footer.

use crate::components::settings::settings_panel;
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::{REGISTERS, Route};
use yew::prelude::*;

/// The frame of every page around a view; `live` where a component takes the view over.
pub(crate) fn shell(viewer: &Viewer, view: Html, live: bool) -> Html {
    let (words, frame) = (&viewer.strings().shell, &viewer.strings().frame);
    let link = |route: Route, label: &'static str| {
        let current = (viewer.address.route == route
            || section(&viewer.address.route).as_ref() == Some(&route))
        .then_some("page");
        markup! { <li><a href={route.href()} aria-current={current}>{ label }</a></li> }
    };
    let labels = [words.persons, words.places, words.organisations, words.works, words.events, words.offices];
    let has = |kind| viewer.library.manifest.registers.iter().any(|(known, ..)| *known == kind);
    let offer = |word: &str, route: Route, label| shown(viewer, word).then(|| link(route, label));
    markup! {
        <>
            <a class="skip" href="#main">{ frame.skip }</a>
            <header class="shell__header">
                <a class="shell__title" href={Route::Home.href()}>{ &*viewer.library.header().title }</a>
                { settings_panel(viewer) }
                <nav class="shell__nav" aria-label={frame.navigation}>
                    <ul>
                        { link(Route::Home, if viewer.library.manifest.letters > 1 { words.letters } else { frame.letter }) }
                        { for offer("chronology", Route::Chronology, words.chronology) }
                        { for REGISTERS.iter().zip(labels).filter(|((kind, _), _)| has(*kind)).filter_map(|((kind, word), label)| offer(word, Route::Register { kind: *kind }, label)) }
                        { for offer("search", Route::Search, frame.search) }
                        { link(Route::About, frame.about) }
                    </ul>
                </nav>
            </header>
            { framed(viewer, view, live) }
            <footer class="shell__footer">{ frame.footer }</footer>
        </>
    }
}

/// Whether lists of views lead to one, by the word in its address.
pub(crate) fn shown(viewer: &Viewer, word: &str) -> bool {
    !viewer.library.header().hidden.iter().any(|hidden| **hidden == *word)
}

/// A view, which is all that the page of somebody else has of us.
pub(crate) fn framed(viewer: &Viewer, view: Html, live: bool) -> Html {
    let close = viewer.strings().frame.close;
    markup! { <main id="main" tabindex="-1" data-close={close} data-live={live.then_some("")}>{ view }</main> }
}

/// What stands below it, whatever is shown: a way to the edition.
pub(crate) fn frame_foot(viewer: &Viewer, place: &str) -> Html {
    markup! {
        <footer class="shell__footer shell__footer--frame">
            <a href={place.to_owned()} target="_blank" rel="noopener">{ &*viewer.library.header().title }</a>
            { " · " }{ viewer.strings().frame.footer }{ " " }
            { settings_panel(viewer) }
        </footer>
    }
}

/// The link of the navigation that an address belongs to, where it is not that link's own.
fn section(route: &Route) -> Option<Route> {
    match route {
        Route::Entry { kind, .. } => Some(Route::Register { kind: *kind }),
        Route::Letters | Route::Letter { .. } | Route::Correspondence { .. } => Some(Route::Home),
        _ => None,
    }
}
