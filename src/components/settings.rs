//! The panel of the reader's settings. Its choices are made by `settings.js`, when a reader wants to choose.

use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::markup;
use crate::pages::tongue;
use yew::prelude::*;

/// The button "Aa", and the panel it opens where languages are offered: they are links, and need no script. The panel is a
/// native popover: Esc and a click outside close it.
pub(crate) fn settings_panel(viewer: &Viewer) -> Html {
    let label = viewer.strings().frame.settings;
    let offered = Locale::offered(&viewer.library.header().interface);
    if offered.len() < 2 {
        return markup! {
            <button type="button" class="settings__button" data-opens="settings" aria-label={label}>{ "Aa" }</button>
        };
    }
    markup! {
        <>
            <button type="button" class="settings__button" data-opens="settings" popovertarget="settings" aria-label={label}>{ "Aa" }</button>
            <div popover="auto" id="settings" class="settings" role="dialog" aria-label={label}>
                <h2>{ label }</h2>
                <nav class="settings__languages" aria-label={viewer.strings().frame.language}>
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
            </div>
        </>
    }
}
