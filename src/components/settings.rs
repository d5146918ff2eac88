//! The panel of the reader's settings. Its choices are made by `settings.js`, when a reader wants to choose.

use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::markup;
use crate::pages::tongue;
use yew::prelude::*;

/// The button "Aa" and the panel it opens. The panel is a native popover: Esc and a click outside close it. Languages are
/// links, and need no script.
pub(crate) fn settings_panel(viewer: &Viewer) -> Html {
    let words = &viewer.strings().frame;
    let offered = Locale::offered(&viewer.library.header().interface);
    markup! {
        <>
            <button type="button" class="settings__button" data-opens="settings" popovertarget="settings" aria-label={words.settings}>{ "Aa" }</button>
            <div popover="auto" id="settings" class="settings" role="dialog" aria-label={words.settings}>
                <h2>{ words.settings }</h2>
                if offered.len() > 1 {
                    <nav class="settings__languages" aria-label={words.language}>
                        <ul>
                            { for offered.iter().map(|locale| markup! {
                                <li>
                                    <a href={tongue(viewer, *locale)} hreflang={locale.tag()} lang={locale.tag()} aria-current={(viewer.locale == *locale).then_some("true")}>
                                        { locale.own_name() }
                                    </a>
                                </li>
                            }) }
                        </ul>
                    </nav>
                }
            </div>
        </>
    }
}
