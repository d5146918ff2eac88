//! An edition as one file, which opens from a disk. Its letters stand in it once, as plain text and notes that are read
//! without any program; all pages beside, without the text of the letters, and the program and its data are compressed.

mod shared;
#[cfg(test)]
mod tests;
mod text;

use super::{Site, faces, main_locale, view};
use crate::components::shell::shell;
use crate::context::Viewer;
use crate::i18n::Locale;
use crate::route::{Address, Route, Ways, stand};
use crate::views::{self, View};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bundle::OpenError;
use reader::{Library, Shared};
use yew::html::Html;

/// Most letters whose text stands in the file as it is. A browser reads all of it each time the file is opened, for readers
/// without scripts alone; of 2,000 letters it is a few megabytes. Past this the text is compressed with its page, so that
/// 10,000 letters open no later than 600.
pub const PLAIN: u32 = 2_000;

/// Pages that are compressed together come to about this many bytes: enough for what they share, and soon unpacked.
const TOGETHER: usize = 192 << 10;

const SCRIPT: &str = include_str!("../../../assets/one-file.js");
const STYLE: &str = include_str!("../../../assets/one-file.css");

/// Between the pages that are compressed together, and between the parts of each.
const RECORD: char = '\u{1e}';
const UNIT: char = '\u{1f}';

/// A page in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its path in the edition: `letters/ID/`.
    pub path: String,
    /// The letter as it is read without a program. None where the page shows none, or another page has it.
    pub article: Option<String>,
    /// The page that shows the letter whose text is left out of this one.
    text: Option<String>,
    /// The page as a document of its own.
    html: String,
    /// The further files of the face that it asks for.
    faces: Vec<&'static str>,
}

/// The program.
pub const PROGRAM: [&str; 18] = [
    "start.js",
    "failures.js",
    "letterbook-viewer.js",
    "letterbook-viewer_bg.wasm",
    "letterbook-views.js",
    "letterbook-views_bg.wasm",
    "settings.js",
    "back.js",
    "search.js",
    "search-page.js",
    "search-words.js",
    "search-ahead.js",
    "letterbook-search.js",
    "letterbook-search_bg.wasm",
    "letterbook-pieces.js",
    "letterbook-pieces_bg.wasm",
    "letterbook-found.js",
    "letterbook-found_bg.wasm",
];
/// What the screen of a museum needs beside it.
pub const KIOSK: [&str; 5] =
    ["kiosk.js", "kiosk-code.js", "kiosk-visits.js", "letterbook-code.js", "letterbook-code_bg.wasm"];

/// The files of the viewer.
#[derive(Debug, Clone, Copy)]
pub struct Program<'p> {
    /// `app.css`
    pub style: &'p str,
    /// The files of the serif face by name, as `woff2`; those that the edition does not ask for are left out.
    pub faces: &'p [(&'p str, &'p [u8])],
    /// `icon.svg`
    pub icon: &'p str,
    /// `boot.js`
    pub boot: &'p str,
    /// The program and what it fetches by name: [`PROGRAM`], and for a kiosk [`KIOSK`] too.
    pub files: &'p [(&'p str, &'p [u8])],
}

/// Prints what is at an address, in each language; the main one first. What the page needs is to be here (see
/// [`super::needs`]).
#[must_use]
pub fn sheets(site: &Site, library: &Shared<Library>, route: &Route, locales: &[Locale]) -> Vec<Sheet> {
    let site = Site { one_file: true, ..site.clone() };
    let main = main_locale(library);
    let mut order = locales.to_vec();
    order.sort_by_key(|locale| *locale != main);
    let letter = match route {
        Route::Letter { id } => Some(id),
        Route::Home if library.manifest.letters == 1 => library.manifest.first.as_ref(),
        _ => None,
    };
    let letter = letter.filter(|_| library.manifest.letters <= PLAIN);
    let mut known: Option<String> = None;
    let print = |locale: Locale| {
        let ways = super::ways(&site, library, route, locale);
        stand(ways.clone());
        let viewer = Viewer::of(library, Address::of(route.clone()), locale);
        let path =
            super::folder(library, route, locale) + if *route == Route::NotFound { "404/" } else { "" };
        let live = views::lives(library, route);
        let View { title, body } = if live { views::live(&viewer) } else { views::still(&viewer) };
        let mut text = None;
        let mut article = None;
        if let Some(id) = letter {
            let own = text::text(&body);
            if known.is_none() && library.manifest.letters > 1 {
                let mut markup = String::new();
                text::plain(&body, &path, &mut markup);
                article = Some(article_of(&path, &title, &body, &markup));
            }
            // Where the words of the interface stand in the text, another language has another.
            if *known.get_or_insert_with(|| own.clone()) == own {
                text = Some(super::folder(library, &Route::Letter { id: id.clone() }, main));
            }
        }
        let mut markup = String::new();
        let page = shell(&viewer, if live { Html::default() } else { body }, live);
        match text {
            Some(_) => text::without_text(&page, &mut markup),
            None => super::print::print(&page, &mut markup),
        }
        if live {
            // The program shows it; only its words are there.
            markup = super::with_living(markup, &viewer, "");
        }
        let html = document(&ways, locale, &titled(library, &title), &markup);
        let faces = faces::asked([&*html, article.as_deref().unwrap_or_default()].into_iter());
        Sheet { path, article, text, html, faces }
    };
    let sheets = order.into_iter().map(print).collect();
    stand(Ways::default());
    sheets
}

fn titled(library: &Library, title: &str) -> String {
    let edition = &*library.header().title;
    if title.is_empty() || title == edition { edition.to_owned() } else { [title, " · ", edition].concat() }
}

fn article_of(path: &str, title: &str, body: &Html, markup: &str) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        super::print::escape(text, &mut out);
        out
    };
    let date = text::date(body).map(|date| format!("<p class=\"letter-head__date\">{}</p>", escaped(&date)));
    format!(
        "<article id=\"{path}\"><h2>{}</h2>{}{markup}</article>\n",
        escaped(title),
        date.unwrap_or_default()
    )
}

/// A page as the program takes it.
fn document(ways: &Ways, locale: Locale, title: &str, body: &str) -> String {
    let mut escaped = String::new();
    super::print::escape(title, &mut escaped);
    let html = format!(
        "<html lang=\"{}\" data-root=\"{}\" data-shared=\"{}\"><title>{escaped}</title><div id=\"app\">{body}</div>",
        locale.tag(),
        ways.root,
        ways.shared,
    );
    html.replace(shared::MARK, "&#29;").replace(RECORD, "&#30;").replace(UNIT, "&#31;")
}

/// Puts the file together: `sheets` are all pages, `files` those of the edition that the live views ask for, compressed,
/// with their names. What the first page needs is to be here.
///
/// # Errors
/// Where something cannot be compressed.
pub fn file(
    site: &Site,
    library: &Shared<Library>,
    program: &Program<'_>,
    sheets: Vec<Sheet>,
    files: &[(&str, &[u8])],
) -> Result<String, OpenError> {
    let site = Site { one_file: true, ..site.clone() };
    let locale = main_locale(library);
    let ways = super::ways(&site, library, &Route::Home, locale);
    stand(ways.clone());
    let (title, body) = view(library, &Address::of(Route::Home), locale);
    let route = &Route::Home;
    let head = super::document::Document {
        site: &site,
        library,
        route,
        locale,
        title: &title,
        ways: &ways,
        frame: None,
        body: "",
    };
    let head = super::document::head(&head);
    stand(Ways::default());
    let mut said = String::new();
    if let Some(kiosk) = site.kiosk {
        said.push_str(&kiosk.attributes());
    }
    // The first page stands in the file itself: the letter of an edition of one is nowhere else.
    let mut asked = faces::asked([&*body].into_iter());
    asked.extend(sheets.iter().flat_map(|sheet| &sheet.faces));
    let spared: Vec<&str> = faces::FURTHER.into_iter().filter(|face| !asked.contains(face)).collect();
    let mut style = faces::without(program.style, &spared);
    for (name, bytes) in program.faces {
        let face = format!("url(data:font/woff2;base64,{})", STANDARD.encode(bytes));
        style = style.replace(&format!("url(\"fonts/{name}\")"), &face);
    }
    // It is here, and a moment later at most; over a network it would come too late for the first page.
    let style = style.replace("font-display: optional", "font-display: block");
    let note = locale.strings().about.one_file[usize::from(library.manifest.letters > PLAIN)];
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" data-root=\"#\" data-shared=\"#\" data-one-file{said}>\n<head>\n\
         <meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{head}\n\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n<style>\n{style}{STYLE}</style>\n\
         <script>document.documentElement.dataset.scripts=\"\"</script>\n</head>\n<body>\n\
         <div id=\"app\" data-path=\"\">{body}</div>\n<div class=\"book\"><p class=\"book__note\">{note}</p>\n",
        locale.tag(),
        STANDARD.encode(program.icon),
    );
    let mut sheets = sheets;
    for sheet in &mut sheets {
        html.push_str(&sheet.article.take().unwrap_or_default());
    }
    html.push_str("</div>\n");
    for (name, bytes) in program.files {
        add(&mut html, "data-file", name, &bundle::compressed(bytes)?);
    }
    for (name, bytes) in files {
        add(&mut html, "data-file", name, bytes);
    }
    sheets.sort_by(|one, other| one.path.cmp(&other.path));
    let mut pages: Vec<String> = sheets.iter_mut().map(|sheet| std::mem::take(&mut sheet.html)).collect();
    let shared = shared::take_out(&mut pages).join(&RECORD.to_string());
    add(&mut html, "data-file", "shared", &bundle::compressed(shared.as_bytes())?);
    for (sheet, page) in sheets.iter_mut().zip(pages) {
        sheet.html = page;
    }
    let mut rest = sheets.as_slice();
    while let Some(first) = rest.first() {
        let mut size = 0;
        let count = rest.iter().take_while(|sheet| {
            let before = size;
            size += sheet.html.len();
            before < TOGETHER
        });
        let (together, after) = rest.split_at(count.count());
        add(&mut html, "data-pages", &first.path, &bundle::compressed(joined(together).as_bytes())?);
        rest = after;
    }
    html.push_str("<script type=\"module\">\n");
    html.push_str(SCRIPT);
    html.push_str(program.boot);
    html.push_str("</script>\n</body>\n</html>\n");
    Ok(html)
}

fn joined(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    for Sheet { path, text, html, .. } in sheets {
        if !out.is_empty() {
            out.push(RECORD);
        }
        for unit in [path, text.as_deref().unwrap_or_default()] {
            out.push_str(unit);
            out.push(UNIT);
        }
        out.push_str(html);
    }
    out
}

/// Adds a block of compressed bytes.
fn add(html: &mut String, kind: &str, name: &str, bytes: &[u8]) {
    html.push_str(&format!("<script type=\"text/plain\" {kind}=\"{name}\">"));
    STANDARD.encode_string(bytes, html);
    html.push_str("</script>\n");
}
