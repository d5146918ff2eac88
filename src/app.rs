//! The app: the frame of the page, and which view is in it.

use crate::components::shell::{failure, shell};
use crate::context::{Opened, Settings, Step, Viewer};
use crate::i18n::Locale;
use crate::route::{Address, Route};
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

    let plain_title = match address.route {
        Route::About => Some(locale.strings().shell.about),
        Route::NotFound => Some(locale.strings().shell.not_found),
        _ => None,
    };
    use_effect_with(plain_title, move |title| {
        // The other views set their own.
        if let Some(title) = title {
            web::set_title(title);
        }
    });
    let library = match &props.opened {
        Opened::Library(library) => library.clone(),
        Opened::Failed(error) => return failure(*error, locale),
    };
    let viewer = Viewer { library, address: (*address).clone(), settings: *settings, locale, go, set };
    html! {
        <ContextProvider<Viewer> context={viewer.clone()}>
            { shell(&viewer, view(&viewer)) }
        </ContextProvider<Viewer>>
    }
}

fn view(viewer: &Viewer) -> Html {
    match &viewer.address.route {
        Route::Home => match viewer.library.edition.letters.first() {
            Some(letter) => html! { <views::letter::LetterView id={letter.id.clone()} /> },
            None => views::not_found::not_found(viewer),
        },
        Route::Letter { id } => html! { <views::letter::LetterView id={id.clone()} /> },
        Route::Chronology => html! { <views::chronology::ChronologyView /> },
        Route::Register { kind } => html! { <views::register::RegisterView kind={*kind} /> },
        Route::Entry { kind, id } => html! { <views::entry::EntryView kind={*kind} id={id.clone()} /> },
        Route::About => views::about::about(viewer),
        Route::NotFound => views::not_found::not_found(viewer),
    }
}
