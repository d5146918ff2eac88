//! The pages of an edition, printed when it is built. Each is read without any program.

mod document;
mod embed;
pub mod faces;
mod keep;
pub mod one_file;
mod plan;
pub(crate) mod print;
mod printer;

pub use embed::{Embedding, embed_file, embedding_file};
pub use keep::Kept;
pub use plan::routes;
pub use printer::Printer;

use crate::components::shell::shell;
use crate::context::Viewer;
use crate::i18n::{Locale, Speaker, lines};
use crate::live::LiveProps;
use crate::markup::printing;
use crate::part::{Part, PartProps};
use crate::route::{Address, Route, Ways, shared_file};
use crate::views::{self, View};
use bundle::PartName;
use print::print;
use reader::{Library, Shared};
use yew::html::Html;

/// What the pages of a site have in common.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    /// Where the site stands, where that is known: a path on its host (`/letters/`) or a whole address
    /// (`https://host.example/letters/`), with a slash at its end. The page for addresses that do not exist cannot know it
    /// by itself, and search engines want whole addresses.
    pub base: Option<String>,
    /// Rights that hold for all letters that name none of their own.
    pub rights: Vec<Box<str>>,
    /// All pages are in one file (see [`one_file`]).
    pub one_file: bool,
    /// The pages are for the screen of a museum.
    pub kiosk: Option<Kiosk>,
}

/// The screen of a museum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kiosk {
    /// Seconds without a touch until it is asked whether somebody still reads; at least 30. None: 60.
    pub idle: Option<u32>,
    /// The width of the screen in millimetres, by which the size of targets is measured. None: as CSS measures.
    pub screen: Option<u32>,
}

impl Kiosk {
    /// What the page says of it.
    fn attributes(self) -> String {
        let mut out = " data-kiosk".to_owned();
        for (name, value) in [("idle", self.idle), ("screen", self.screen)] {
            if let Some(value) = value {
                out.push_str(&format!(" data-kiosk-{name}=\"{value}\""));
            }
        }
        out
    }
}

impl Site {
    /// The path on its host.
    fn path(&self) -> &str {
        path_of(self.base.as_deref().unwrap_or("/"))
    }

    /// The address of the first page, where it is known whole.
    #[must_use]
    pub fn whole(&self) -> Option<&str> {
        self.base.as_deref().filter(|base| base.contains("://"))
    }
}

/// The path of an address on its host, which begins and ends with a slash.
#[must_use]
pub fn path_of(base: &str) -> &str {
    let host = base.find("://").map_or(0, |at| at + 3);
    base[host..].find('/').map_or("/", |at| &base[host + at..])
}

/// The language that stands at the beginning of the site: that of the edition, where the interface speaks it; else the
/// first that is offered. All others stand in a folder of their name.
#[must_use]
pub fn main_locale(library: &Library) -> Locale {
    let header = library.header();
    let offered = Locale::offered(&header.interface);
    let own = Locale::wanted([&*header.language.to_string()]).filter(|own| offered.contains(own));
    own.or(offered.first().copied()).unwrap_or_default()
}

/// The parts of the edition that a page needs and that are not here.
#[must_use]
pub fn needs(library: &Library, route: &Route) -> Vec<PartName> {
    views::needs(library, route)
}

/// The file of a page in the site: `letters/ID/index.html`.
#[must_use]
pub fn file(library: &Library, route: &Route, locale: Locale) -> String {
    let name = if *route == Route::NotFound { "404.html" } else { "index.html" };
    folder(library, route, locale) + name
}

/// Prints a page, as a whole document. What it needs is to be here (see [`needs`]).
#[must_use]
pub fn page(site: &Site, library: &Shared<Library>, route: &Route, locale: Locale) -> String {
    Printer::new(site, library).page(route, locale)
}

/// What a page shows, in any state: its title, and its markup without the document around it.
#[must_use]
pub fn view(library: &Shared<Library>, address: &Address, locale: Locale) -> (String, String) {
    let viewer = Viewer::of(library, address.clone(), locale);
    if views::lives(library, &address.route) { live(&viewer) } else { around(&viewer, still(&viewer)) }
}

/// What a page shows whose view lives.
fn live(viewer: &Viewer) -> (String, String) {
    let page = printed(&printing(|| shell(viewer, Html::default(), true)));
    (views::live(viewer).title, with_living(page, viewer, &living(viewer)))
}

/// What a page shows around a view that does not.
fn around(viewer: &Viewer, View { title, body }: View) -> (String, String) {
    (title, printed(&printing(|| shell(viewer, body, false))))
}

/// A view that does not live; its body is text already.
fn still(viewer: &Viewer) -> View {
    printing(|| views::still(viewer))
}

/// All words of the views that live, as a page says them: what tests in a browser have in place of a page.
#[must_use]
pub fn words(locale: Locale) -> String {
    lines(locale.strings(), None)
}

/// The page with its live part, and with the words that this may come to say.
fn with_living(mut page: String, viewer: &Viewer, living: &str) -> String {
    // No text can be taken for it: what is no markup has no `>`.
    const PLACE: &str = " data-live=\"\">";
    let speaker = match viewer.address.route {
        Route::Chronology => Speaker::Timeline,
        Route::Register { .. } => Speaker::Register,
        _ => Speaker::Letters,
    };
    if let Some(at) = page.find(PLACE) {
        let words = document::escaped(&lines(viewer.strings(), Some(speaker)));
        page.replace_range(at..at + PLACE.len(), &[" data-live=\"", &words, "\">", living].concat());
    }
    page
}

/// A view as its component prints it, to be taken over as it stands.
fn living(viewer: &Viewer) -> String {
    let (library, address) = (viewer.library.clone(), viewer.address.clone());
    let list = address.route == Route::Home;
    let props = PartProps::Live(LiveProps { library, address, locale: viewer.locale });
    // A list is made of far more nodes than a component should take over one by one; its rows go from the page as they
    // are.
    pollster::block_on(yew::LocalServerRenderer::<Part>::with_props(props).hydratable(!list).render())
}

fn printed(html: &Html) -> String {
    let mut out = String::new();
    print(html, &mut out);
    out
}

/// The folder of a language: none for the main one.
fn tongue_folder(library: &Library, locale: Locale) -> String {
    if locale == main_locale(library) { String::new() } else { [locale.tag(), "/"].concat() }
}

fn folder(library: &Library, route: &Route, locale: Locale) -> String {
    let path = if *route == Route::NotFound { String::new() } else { route.path() };
    tongue_folder(library, locale) + &path
}

/// The address of the page that is shown, in another language.
pub(crate) fn tongue(viewer: &Viewer, locale: Locale) -> String {
    shared_file(&folder(&viewer.library, &viewer.address.route, locale))
}

fn ways(site: &Site, library: &Library, route: &Route, locale: Locale) -> Ways {
    if site.one_file {
        let root = ["#", &tongue_folder(library, locale)].concat();
        return Ways { root, shared: "#".to_owned() };
    }
    if *route == Route::NotFound {
        // Shown at any address: the ways from it begin at the host.
        let shared = site.path().to_owned();
        return Ways { root: [&*shared, &tongue_folder(library, locale)].concat(), shared };
    }
    let up = |folders: usize| if folders == 0 { "./".to_owned() } else { "../".repeat(folders) };
    let depth = route.path().matches('/').count();
    let folders = tongue_folder(library, locale).matches('/').count();
    Ways { root: up(depth), shared: up(depth + folders) }
}
