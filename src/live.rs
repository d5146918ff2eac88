//! The views that live: the list of letters, the registers and the timeline. Each stands on its page as the server
//! printed it, and is taken over when its data are there. All other pages are what they are.

use crate::context::Viewer;
use crate::hooks::{for_good, use_after, use_kept, use_library};
use crate::i18n::Locale;
use crate::route::{Address, Step};
use crate::{views, web};
use reader::{Library, Shared};
use yew::prelude::*;

/// What a live view starts with; the same on server and browser.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct LiveProps {
    /// The edition, with what the view needs of it.
    pub library: Shared<Library>,
    /// Where the reader is.
    pub address: Address,
    /// The language of the interface.
    pub locale: Locale,
}

/// The live view of a page.
#[component]
pub(crate) fn Live(props: &LiveProps) -> Html {
    let address = use_kept(|| props.address.clone());
    let library = use_library(&props.library);
    let go = {
        let address = address.clone();
        Callback::from(move |(next, step): (Address, Step)| {
            web::step(&next, step);
            address.set(next);
        })
    };
    {
        let address = address.clone();
        use_after(
            String::new(),
            for_good(move || web::on_shift(Callback::from(move |next| address.set(next)))),
        );
    }
    let viewer = Viewer { library, address: address.get(), locale: props.locale, go };
    views::live(&viewer).body
}
