//! The reader's settings: colours, size, names, language.

use crate::context::{Names, Settings, TextSize, Theme, Viewer};
use crate::i18n::Locale;
use crate::markup::markup;
use edition::Layer;
use yew::prelude::*;

/// The button "Aa" and the panel it opens. The panel is a native popover: Esc and a click outside close it.
pub(crate) fn settings_panel(viewer: &Viewer) -> Html {
    let words = &viewer.strings().shell;
    let now = viewer.settings;
    let themes = [Theme::System, Theme::Light, Theme::Dark];
    let sizes = [TextSize::Small, TextSize::Medium, TextSize::Large, TextSize::Huge];
    let names = [Names::Plain, Names::Underlined, Names::Tabbed];
    let radio = |group: &'static str,
                 label: &'static str,
                 checked: bool,
                 next: Settings,
                 lang: Option<&'static str>| {
        let set = viewer.set.clone();
        let onchange = Callback::from(move |_: Event| set.emit(next));
        markup! {
            <label {lang}><input type="radio" name={group} {checked} {onchange} />{ label }</label>
        }
    };
    let offered = Locale::offered(&viewer.library.header().interface);
    markup! {
        <>
            <button type="button" class="settings__button" popovertarget="settings" aria-label={words.settings}>{ "Aa" }</button>
            <div popover="auto" id="settings" class="settings" role="dialog" aria-label={words.settings}>
                <h2>{ words.settings }</h2>
                <fieldset>
                    <legend>{ words.size }</legend>
                    { for sizes.into_iter().zip(words.sizes).map(|(size, label)| {
                        radio("size", label, now.size == size, Settings { size, ..now }, None)
                    }) }
                </fieldset>
                <fieldset>
                    <legend>{ words.theme }</legend>
                    { for themes.into_iter().zip(words.themes).map(|(theme, label)| {
                        radio("theme", label, now.theme == theme, Settings { theme, ..now }, None)
                    }) }
                </fieldset>
                <fieldset>
                    <legend>{ words.names }</legend>
                    { for names.into_iter().zip(words.names_shown).map(|(names, label)| {
                        radio("names", label, now.names == names, Settings { names, ..now }, None)
                    }) }
                </fieldset>
                <fieldset>
                    <legend>{ words.layer }</legend>
                    { for [Layer::Reading, Layer::Diplomatic].into_iter().zip(words.layers).map(|(layer, label)| {
                        radio("layer", label, now.layer == layer, Settings { layer, ..now }, None)
                    }) }
                </fieldset>
                if offered.len() > 1 {
                    <fieldset>
                        <legend>{ words.language }</legend>
                        { for offered.iter().map(|locale| {
                            let next = Settings { locale: Some(*locale), ..now };
                            radio("locale", locale.own_name(), viewer.locale == *locale, next, Some(locale.tag()))
                        }) }
                    </fieldset>
                }
            </div>
        </>
    }
}
