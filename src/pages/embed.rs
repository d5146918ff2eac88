//! Pages for the pages of others: without the navigation, with a way to the edition.

use super::print::escape;
use super::{Site, document, file, folder, living, printed, tongue_folder, ways, with_living};
use crate::components::shell::{frame_foot, framed};
use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::printing;
use crate::route::{Address, Route, Ways, stand};
use crate::views::{self, View};
use reader::{Library, Shared};
use yew::html::Html;

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

/// Prints a page for the pages of others, which show it in a frame: without the navigation, and with a way to the edition.
#[must_use]
pub fn embed(site: &Site, library: &Shared<Library>, route: &Route, locale: Locale) -> String {
    let ways = ways(site, library, route, locale);
    let deeper = Ways {
        root: ["../", &*ways.shared, &tongue_folder(library, locale)].concat(),
        shared: ["../", &*ways.shared].concat(),
    };
    stand(deeper.clone());
    let place = [&*deeper.shared, &folder(library, route, locale)].concat();
    let viewer = Viewer::of(library, Address::of(route.clone()), locale);
    let live = views::lives(library, route);
    let View { title, body } = if live { views::live(&viewer) } else { printing(|| views::still(&viewer)) };
    let body = if live { Html::default() } else { body };
    let page = printed(&printing(|| framed(body, live)));
    let page =
        if live { with_living(page, &viewer, &living(library, &viewer.address, locale)) } else { page };
    let foot = printed(&printing(|| frame_foot(&viewer, &place)));
    let html = document::document(&document::Document {
        site,
        library,
        route,
        locale,
        title: &title,
        ways: &ways,
        frame: Some((&place, &foot)),
        body: &page,
    });
    stand(Ways::default());
    html
}

/// The file that says how others show a letter; none where the edition does not know its whole address.
#[must_use]
pub fn embedding_file(site: &Site, library: &Library, route: &Route, locale: Locale) -> Option<String> {
    let whole = site.base.as_deref().is_some_and(|base| base.contains("://"));
    let shown = whole && matches!(route, Route::Letter { .. });
    shown.then(|| [EMBED, &folder(library, route, locale), "oembed.json"].concat())
}

/// How others show a letter.
#[must_use]
pub fn embedding(site: &Site, library: &Shared<Library>, route: &Route, locale: Locale) -> Embedding {
    let viewer = Viewer::of(library, Address::of(route.clone()), locale);
    let title = printing(|| views::still(&viewer)).title;
    let base = site.base.as_deref().unwrap_or_default();
    let (mut address, mut name) = (String::new(), String::new());
    escape(&[base, EMBED, &folder(library, route, locale)].concat(), &mut address);
    escape(&title, &mut name);
    let html = format!(
        "<iframe src=\"{address}\" title=\"{name}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\"></iframe>"
    );
    Embedding { title, html, height: HEIGHT }
}
