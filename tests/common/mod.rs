//! What the tests of pages have in common.

use reader::{Library, Shared};
use viewer::{Address, Locale, pages};

/// A page as it is printed, at an address with its query, without the marks by which components find their parts and
/// without the words that a live view may come to say.
pub(crate) fn printed(library: Library, href: &str, locale: Locale) -> String {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let (_, mut html) = pages::view(&Shared::new(library), &Address::parse(path, query, ""), locale);
    while let Some((start, end)) =
        html.find("<!--").and_then(|at| Some((at, at + html[at..].find("-->")? + 3)))
    {
        html.replace_range(start..end, "");
    }
    // The words of a live view have tests of their own.
    const WORDS: &str = " data-live=\"";
    if let Some(start) = html.find(WORDS).map(|at| at + WORDS.len()) {
        let end = html[start..].find('"').map_or(start, |at| start + at);
        html.replace_range(start..end, "");
    }
    html
}
