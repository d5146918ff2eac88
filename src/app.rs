//! The app: the frame of the page, and which view is in it.

use crate::components::shell::{failure, shell};
use crate::context::{Opened, Settings, Step, Viewer};
use crate::hooks::use_library;
use crate::i18n::Locale;
use crate::route::Address;
use crate::{popover, views, web};
use yew::prelude::*;

/// What the app starts with; the same on server and browser.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The edition.
    pub opened: Opened,
    /// Where the reader is.
    pub address: Address,
    /// How the reader wants to read.
    pub settings: Settings,
    /// The language of the interface.
    pub locale: Locale,
}

/// The viewer.
#[component]
pub fn App(props: &AppProps) -> Html {
    let address = use_state(|| props.address.clone());
    let settings = use_state(|| props.settings);
    let library = use_library(&props.opened);
    let current = library.current();
    // What the reader chose once may be none of those that this edition offers.
    let offered = Locale::offered(&current.header().interface);
    let mut wishes = settings.locale.into_iter().chain([props.locale]).chain(offered.first().copied());
    let locale = wishes.find(|locale| offered.contains(locale)).unwrap_or_default();

    let (ask, retry) = (library.ask(), library.retry());

    let go = {
        let address = address.clone();
        Callback::from(move |(next, step): (Address, Step)| {
            web::step(&next, step);
            address.set(next);
        })
    };
    {
        // Links and the history change the address; what is at it is shown by the effect below.
        let (go, address) = (go.clone(), address.clone());
        use_effect_with((), move |()| {
            let follow = web::follow_links(Callback::from(move |next: Address| {
                if next == web::current_address() {
                    // The reader is there already, and wants to see it again.
                    web::show_fragment(&next.fragment);
                } else {
                    go.emit((next, Step::Push));
                }
            }));
            let history = web::on_history(Callback::from(move |next| address.set(next)));
            web::mark_ready();
            // Held until the app goes; letting go of them ends the listening.
            move || {
                let _ = (follow, history);
            }
        });
    }
    // What is on its way is waited for with what was read before on the page.
    let needs = views::needs(&current, &address.route);
    let waits = !needs.is_empty() && !needs.iter().any(|name| current.is_missing(name));
    let last = use_mut_ref(|| None::<Address>);
    let shown = last.borrow().clone().filter(|_| waits).unwrap_or_else(|| (*address).clone());
    if !waits {
        *last.borrow_mut() = Some(shown.clone());
    }
    {
        let ask = ask.clone();
        // What could not be had is asked for again only when the reader wants it.
        let wanted: Vec<_> = needs.into_iter().filter(|name| !current.is_missing(name)).collect();
        use_effect_with(wanted, move |wanted| ask.emit(wanted.clone()));
    }
    {
        let shown = shown.clone();
        // What was waited for has come only now.
        use_effect_with((shown.route, shown.fragment, waits), move |(_, fragment, waits)| {
            if !waits {
                web::show_fragment(fragment);
            }
        });
    }
    popover::use_popovers(&shown);
    let set = {
        let settings = settings.clone();
        Callback::from(move |next: Settings| settings.set(next))
    };
    {
        let settings = *settings;
        use_effect_with((settings, locale), move |(settings, locale)| {
            web::save_settings(settings);
            web::apply_settings(settings, *locale);
        });
    }

    let (title, page) = match &props.opened {
        Opened::Library(_) => {
            let viewer =
                Viewer { library: current, address: shown, settings: *settings, locale, go, set, ask, retry };
            let view = views::view(&viewer);
            (titled(view.title, &viewer.library.header().title), shell(&viewer, view.body))
        }
        Opened::Failed(error) => (locale.strings().shell.failed.to_owned(), failure(*error, locale)),
    };
    use_effect_with(title, |title| web::set_title(title));
    page
}

/// The title of the page: what it shows, then the edition.
fn titled(mut title: String, edition: &str) -> String {
    if !edition.is_empty() {
        title.push_str(" · ");
        title.push_str(edition);
    }
    title
}
