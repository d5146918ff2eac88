//! Pages for the pages of others: without the navigation, with a way to the edition.

use super::print::escape;
use super::{Site, file, folder, tongue_folder};
use crate::i18n::Locale;
use crate::route::{Route, Ways};
use crate::views;
use reader::Library;

/// The folder of these pages.
const EMBED: &str = "embed/";

/// How high a frame is that is not told how high its page is, in CSS pixels.
const HEIGHT: u32 = 600;

/// How others show a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedding {
    /// What it is.
    pub title: String,
    /// What goes into their page.
    pub html: String,
    /// How high that is, in CSS pixels.
    pub height: u32,
}

/// The file of a page for the pages of others; none where it has none. Letters have one, views that
/// live, and the first page.
#[must_use]
pub fn embed_file(library: &Library, route: &Route, locale: Locale) -> Option<String> {
    let shown = matches!(route, Route::Home | Route::Letter { .. }) || views::lives(library, route);
    shown.then(|| [EMBED, &file(library, route, locale)].concat())
}

/// The file that says how others show a letter; none where the edition does not know its whole address.
#[must_use]
pub fn embedding_file(site: &Site, library: &Library, route: &Route, locale: Locale) -> Option<String> {
    let whole = site.whole().is_some();
    let shown = whole && matches!(route, Route::Letter { .. });
    shown.then(|| [EMBED, &folder(library, route, locale), "oembed.json"].concat())
}

/// How others show the letter at an address.
pub(super) fn embedding(
    site: &Site,
    library: &Library,
    route: &Route,
    locale: Locale,
    title: String,
) -> Embedding {
    let base = site.base.as_deref().unwrap_or_default();
    let (mut address, mut name) = (String::new(), String::new());
    escape(&[base, EMBED, &folder(library, route, locale)].concat(), &mut address);
    escape(&title, &mut name);
    let html = format!(
        "<iframe src=\"{address}\" title=\"{name}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\"></iframe>"
    );
    Embedding { title, html, height: HEIGHT }
}

/// The ways from where others show a page, by those from the page itself.
pub(super) fn deeper(library: &Library, locale: Locale, ways: &Ways) -> Ways {
    let shared = ["../", &*ways.shared].concat();
    Ways { root: [&*shared, &tongue_folder(library, locale)].concat(), shared }
}

/// The same markup with other ways to the edition and its files.
pub(super) fn moved(html: &str, from: &Ways, to: &Ways) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut begin = 0;
    // In what an attribute says there is neither `<` nor `>` nor `"`, and in a text neither of the first two.
    for (at, sign) in html.match_indices("=\".") {
        let (before, value) = (&html[..at], &html[at + sign.len() - 1..]);
        let in_tag = before.rfind(['<', '>']).is_some_and(|tag| before.as_bytes()[tag] == b'<');
        if !in_tag || !(before.ends_with(" href") || before.ends_with(" src")) {
            continue;
        }
        // Where both ways are one, so is where they lead.
        let ways = [(&from.shared, &to.shared), (&from.root, &to.root)];
        if let Some((from, to)) = ways.into_iter().find(|(from, _)| value.starts_with(from.as_str())) {
            out.push_str(&html[begin..html.len() - value.len()]);
            out.push_str(to);
            begin = html.len() - value.len() + from.len();
        }
    }
    out.push_str(&html[begin..]);
    out
}

#[cfg(test)]
mod tests {
    use super::{Ways, moved};

    #[test]
    fn only_ways_to_the_edition_are_others() {
        let ways = |root: &str, shared: &str| Ways { root: root.into(), shared: shared.into() };
        let (from, to) = (ways("../../", "../../../"), ways("../../../../de/", "../../../../"));
        for (page, frame) in [
            ("<a href=\"../../persons/a/\">", "<a href=\"../../../../de/persons/a/\">"),
            (
                "<a class=\"x\" href=\"../../../letters/a/\" lang=\"en\">",
                "<a class=\"x\" href=\"../../../../letters/a/\" lang=\"en\">",
            ),
            ("<img src=\"../../../a.png\" alt=\"../../\">", "<img src=\"../../../../a.png\" alt=\"../../\">"),
            ("<a href=\"#n1\">", "<a href=\"#n1\">"),
            ("<a href=\"https://host.example/../../\">", "<a href=\"https://host.example/../../\">"),
            (
                "<p>a href=\"../../\" b &lt;a href=\"../../\"&gt;</p>",
                "<p>a href=\"../../\" b &lt;a href=\"../../\"&gt;</p>",
            ),
            (
                "<a title=\" href=&quot;../../\" href=\"../../\"></a>",
                "<a title=\" href=&quot;../../\" href=\"../../../../de/\"></a>",
            ),
            ("no markup at all", "no markup at all"),
        ] {
            assert_eq!(moved(page, &from, &to), frame);
        }
        let (from, to) = (ways("./", "./"), ways("../", "../"));
        assert_eq!(
            moved("<a href=\"./\">x</a><a href=\"./de/\">", &from, &to),
            "<a href=\"../\">x</a><a href=\"../de/\">"
        );
    }
}
