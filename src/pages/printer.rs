//! A page, and what the pages of others show of it, printed one after the other: what both show is printed once.

use super::embed::{deeper, embedding, moved};
use super::{Embedding, Site, around, document, folder, live, living, printed, still, ways, with_living};
use crate::components::shell::{frame_foot, framed};
use crate::context::Viewer;
use crate::i18n::Locale;
use crate::markup::{printing, written};
use crate::route::{Address, Route, Ways, stand};
use crate::views::{self, View};
use reader::{Library, Shared};
use yew::html::Html;

/// Prints pages. What they need is to be here (see [`needs`](super::needs)).
#[derive(Debug)]
pub struct Printer<'p> {
    site: &'p Site,
    library: &'p Shared<Library>,
    /// What was shown last, of the views that do not live: where and in which language.
    last: Option<(Route, Locale, View)>,
}

impl<'p> Printer<'p> {
    /// Prints pages of a site.
    #[must_use]
    pub fn new(site: &'p Site, library: &'p Shared<Library>) -> Self {
        Self { site, library, last: None }
    }

    /// Prints a page, as a whole document.
    #[must_use]
    pub fn page(&mut self, route: &Route, locale: Locale) -> String {
        let ways = ways(self.site, self.library, route, locale);
        let viewer = self.viewer(route, locale);
        stand(ways.clone());
        let (title, body) = if views::lives(self.library, route) {
            live(&viewer)
        } else {
            around(&viewer, self.still(&viewer))
        };
        self.document(&viewer, &title, &ways, None, &body)
    }

    /// Prints a page for the pages of others, which show it in a frame: without the navigation, and with a way to the
    /// edition.
    #[must_use]
    pub fn frame(&mut self, route: &Route, locale: Locale) -> String {
        let ways = ways(self.site, self.library, route, locale);
        let deeper = deeper(self.library, locale, &ways);
        let place = [&*deeper.shared, &folder(self.library, route, locale)].concat();
        let viewer = self.viewer(route, locale);
        let (title, body) = if views::lives(self.library, route) {
            stand(deeper);
            let page = printed(&printing(|| framed(&viewer, Html::default(), true)));
            (views::live(&viewer).title, with_living(page, &viewer, &living(&viewer)))
        } else {
            stand(ways.clone());
            let View { title, body } = self.still(&viewer);
            let body = written(moved(&printed(&body), &ways, &deeper).into());
            stand(deeper);
            (title, printed(&printing(|| framed(&viewer, body, false))))
        };
        let foot = printed(&printing(|| frame_foot(&viewer, &place)));
        self.document(&viewer, &title, &ways, Some((&place, &foot)), &body)
    }

    /// Says how others show a letter.
    #[must_use]
    pub fn embedding(&mut self, route: &Route, locale: Locale) -> Embedding {
        stand(ways(self.site, self.library, route, locale));
        let View { title, .. } = self.still(&self.viewer(route, locale));
        stand(Ways::default());
        embedding(self.site, self.library, route, locale, title)
    }

    fn viewer(&self, route: &Route, locale: Locale) -> Viewer {
        Viewer::of(self.library, Address::of(route.clone()), locale)
    }

    /// A view that does not live, as it is on its page, which is to stand.
    fn still(&mut self, viewer: &Viewer) -> View {
        let (route, locale) = (&viewer.address.route, viewer.locale);
        match &self.last {
            Some((of, tongue, view)) if (of, *tongue) == (route, locale) => view.clone(),
            _ => {
                let view = still(viewer);
                self.last = Some((route.clone(), locale, view.clone()));
                view
            }
        }
    }

    fn document(
        &self,
        viewer: &Viewer,
        title: &str,
        ways: &Ways,
        frame: Option<(&str, &str)>,
        body: &str,
    ) -> String {
        let (site, library, route) = (self.site, self.library, &viewer.address.route);
        let locale = viewer.locale;
        let page = document::Document { site, library, route, locale, title, ways, frame, body };
        let html = document::document(&page);
        stand(Ways::default());
        html
    }
}
