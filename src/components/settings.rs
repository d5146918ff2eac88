//! The panel of the reader's settings: colours, size, names, layer, language.

use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::markup;
use crate::pages::tongue;
use crate::settings::GROUPS;
use yew::prelude::*;

/// The button "Aa" and the panel it opens. The panel is a native popover: Esc and a click outside close it. What is
/// chosen is shown once the program is there and knows it; languages are links, and need no program.
pub(crate) fn settings_panel(viewer: &Viewer) -> Html {
    let words = &viewer.strings().frame;
    let paper = &viewer.strings().letter;
    let labels: [(&'static str, &[&'static str]); 5] = [
        (words.theme, &words.themes),
        (words.size, &words.sizes),
        (words.names, &words.names_shown),
        (words.layer, &words.layers),
        (paper.on_paper, &paper.on_paper_where),
    ];
    let choices = GROUPS.iter().zip(labels).map(|(group, (legend, labels))| {
        let radios = group.words.iter().zip(labels).enumerate().map(|(at, (word, label))| {
            markup! { <label><input value={*word} checked={at == group.usual} type="radio" name={group.name} />{ *label }</label> }
        });
        markup! { <fieldset><legend>{ legend }</legend>{ for radios }</fieldset> }
    });
    let offered = Locale::offered(&viewer.library.header().interface);
    markup! {
        <>
            <button type="button" class="settings__button" popovertarget="settings" aria-label={words.settings}>{ "Aa" }</button>
            <div popover="auto" id="settings" class="settings" role="dialog" aria-label={words.settings}>
                <h2>{ words.settings }</h2>
                { for choices }
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
