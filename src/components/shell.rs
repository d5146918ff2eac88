//! The frame of every page: skip link, header with navigation, main part, footer.

use crate::components::settings::settings_panel;
use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::markup;
use crate::route::{REGISTERS, Route};
use bundle::OpenError;
use yew::prelude::*;

/// The frame of every page around a view. Functions here, not components: each component costs the browser bytes.
pub(crate) fn shell(viewer: &Viewer, view: Html) -> Html {
    let words = &viewer.strings().shell;
    let link = |route: Route, label: &'static str| {
        let current = (viewer.address.route == route
            || section(&viewer.address.route).as_ref() == Some(&route))
        .then_some("page");
        markup! { <li><a href={route.href()} aria-current={current}>{ label }</a></li> }
    };
    let labels = [words.persons, words.places, words.organisations, words.works, words.events, words.offices];
    let has = |kind| viewer.library.manifest.registers.iter().any(|(known, ..)| *known == kind);
    markup! {
        <>
            <a class="skip" href="#main">{ words.skip }</a>
            <header class="shell__header">
                <a class="shell__title" href="/">{ &*viewer.library.header().title }</a>
                { settings_panel(viewer) }
                <nav class="shell__nav" aria-label={words.navigation}>
                    <ul>
                        { link(Route::Home, if viewer.library.manifest.letters > 1 { words.letters } else { words.letter }) }
                        { link(Route::Chronology, words.chronology) }
                        { for REGISTERS.iter().zip(labels).filter(|((kind, _), _)| has(*kind)).map(|((kind, _), label)| link(Route::Register { kind: *kind }, label)) }
                        { link(Route::About, words.about) }
                    </ul>
                </nav>
            </header>
            <main id="main" tabindex="-1">{ view }</main>
            <footer class="shell__footer">{ words.footer }</footer>
        </>
    }
}

/// The link of the navigation that an address belongs to, where it is not that link's own.
fn section(route: &Route) -> Option<Route> {
    match route {
        Route::Entry { kind, .. } => Some(Route::Register { kind: *kind }),
        Route::Letter { .. } | Route::Correspondence { .. } => Some(Route::Home),
        _ => None,
    }
}

/// A plain message in place of an edition that cannot be opened.
pub(crate) fn failure(error: OpenError, locale: Locale) -> Html {
    let words = &locale.strings().shell;
    let reason = match error {
        OpenError::Foreign => words.failed_foreign.to_owned(),
        OpenError::Version { expected, found } => (words.failed_version)(found, expected),
        OpenError::Truncated => words.failed_truncated.to_owned(),
        OpenError::Damaged => words.failed_damaged.to_owned(),
    };
    markup! { <main id="main" class="failure" role="alert"><h1>{ words.failed }</h1><p>{ reason }</p></main> }
}
