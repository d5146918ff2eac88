//! What the tests of pages have in common.

use reader::{Library, Shared};
use viewer::{Address, Locale, pages};

/// A page as it is printed, at an address with its query, without the marks by which components find their parts.
pub(crate) fn printed(library: Library, href: &str, locale: Locale) -> String {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let (_, mut html) = pages::view(&Shared::new(library), &Address::parse(path, query, ""), locale);
    while let Some((start, end)) =
        html.find("<!--").and_then(|at| Some((at, at + html[at..].find("-->")? + 3)))
    {
        html.replace_range(start..end, "");
    }
    html
}
