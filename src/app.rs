//! The app: the frame of the page, and which view is in it.

use crate::components::shell::{failure, shell};
use crate::context::{Opened, Settings, Step, Viewer};
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
    let locale = settings.locale.unwrap_or(props.locale);

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
    {
        let address = (*address).clone();
        use_effect_with((address.route.clone(), address.fragment.clone()), move |(_, fragment)| {
            web::show_fragment(fragment);
        });
    }
    popover::use_popovers(&address);
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
        Opened::Library(library) => {
            let library = library.clone();
            let viewer =
                Viewer { library, address: (*address).clone(), settings: *settings, locale, go, set };
            let view = views::view(&viewer);
            (titled(view.title, &viewer.library.edition.header.title), shell(&viewer, view.body))
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
