//! What is said above a page when something could not be had. The page itself stays readable.

use super::browser::{document, main_part};
use crate::i18n::Locale;
use bundle::{OpenError, PartName};
use gloo::events::EventListener;
use web_sys::Element;

/// Says above the page why nothing lives on it.
pub(super) fn failed(main: &Element, error: OpenError, locale: Locale) {
    let words = &locale.strings().shell;
    let reason = match error {
        OpenError::Foreign => words.failed_foreign.to_owned(),
        OpenError::Version { expected, found } => {
            words.failed_version.say(&[&found.to_string(), &expected.to_string()])
        }
        OpenError::Truncated => words.failed_truncated.to_owned(),
        OpenError::Damaged => words.failed_damaged.to_owned(),
    };
    tell(main, &[words.failed, ". ", &reason].concat());
}

/// Says above the page which parts could not be had that its live part needs, with a button to try again.
pub(super) fn lacking(main: &Element, missing: &[PartName], locale: Locale, retry: impl FnOnce() + 'static) {
    let (words, which) = (locale.page(), locale.strings().shell.unavailable_parts);
    let files: Vec<String> = missing.iter().map(PartName::file).collect();
    let said = [words.unavailable, ". ", &which.say(&[&files.join(", ")])].concat();
    if let (Some(notice), Ok(again)) = (tell(main, &said), document().create_element("button")) {
        again.set_text_content(Some(words.retry));
        let _ = notice.append_with_str_1(" ");
        let _ = notice.append_child(&again);
        EventListener::once(&again, "click", move |_| {
            notice.remove();
            retry();
        })
        .forget();
    }
}

/// Says above the page that another could not be had, with a link to try again.
pub(super) fn lost(href: &str, locale: Locale) {
    let words = locale.page();
    let notice = main_part().and_then(|main| tell(&main, words.unavailable));
    if let (Some(notice), Ok(again)) = (notice, document().create_element("a")) {
        let _ = again.set_attribute("href", href);
        again.set_text_content(Some(words.retry));
        let _ = notice.append_with_str_1(". ");
        let _ = notice.append_child(&again);
    }
}

fn tell(main: &Element, words: &str) -> Option<Element> {
    if let Ok(Some(before)) = document().query_selector("#main > .failure") {
        before.remove();
    }
    let notice = document().create_element("p").ok()?;
    notice.set_class_name("failure");
    let _ = notice.set_attribute("role", "alert");
    main.prepend_with_node_1(&notice).ok()?;
    // Set after the notice is in the page, so that it is read out.
    notice.set_text_content(Some(words));
    Some(notice)
}
