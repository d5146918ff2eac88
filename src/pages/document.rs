//! The document around a page.

use super::print::escape;
use super::{Site, embedding_file, faces, folder, main_locale};
use crate::i18n::Locale;
use crate::route::{Route, Ways};
use reader::Library;
use reader::head::{self, Alternate, Head, HeadOf, HeadWords, Target, head_markup};

/// What goes into a document.
pub(super) struct Document<'d> {
    pub(super) site: &'d Site,
    pub(super) library: &'d Library,
    pub(super) route: &'d Route,
    pub(super) locale: Locale,
    /// What the page calls itself.
    pub(super) title: &'d str,
    pub(super) ways: &'d Ways,
    /// In a frame of somebody else's page: the way to the page itself, and what stands below whatever is shown.
    pub(super) frame: Option<(&'d str, &'d str)>,
    /// What is in the page, as markup.
    pub(super) body: &'d str,
}

/// A page as a document. The program comes last, and after all that is read.
pub(super) fn document(page: &Document<'_>) -> String {
    let Ways { root, shared } = page.ways;
    let (mut root, shared) = (escaped(root), escaped(shared));
    let mut said = String::new();
    if let (Some(kiosk), None) = (page.site.kiosk, page.frame) {
        said.push_str(&kiosk.attributes());
    }
    let mut files = shared.clone();
    let mut script = String::new();
    if let Some((place, _)) = page.frame {
        said.push_str(&format!(" data-place=\"{}\"", escaped(place)));
        // The way is the same. Where it is written as that to what all languages share, the program looks which language the
        // browser wants; a page in a frame has that of the page around it.
        root.insert_str(0, "./");
        files = ["../", &*shared].concat();
        script = format!("<script type=\"module\" src=\"{files}frame.js\"></script>\n");
    }
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" data-root=\"{root}\" data-shared=\"{shared}\"{said}>\n<head>\n\
         <meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n",
        page.locale.tag(),
    );
    if page.frame.is_some() {
        // The page itself is to be found, and not this one.
        html.push_str(&format!(
            "<title>{}</title>\n<meta name=\"robots\" content=\"noindex\">",
            escaped(page.title)
        ));
    } else {
        html.push_str(&head(page));
    }
    html += &format!(
        "\n<link rel=\"icon\" href=\"{files}icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"{files}app.css\">\n\
         <link rel=\"manifest\" href=\"{files}site.webmanifest\">\n",
    );
    // A face that comes later than the page is not seen on it.
    for face in [faces::FIRST].into_iter().chain(faces::asked([page.body].into_iter())) {
        html += &format!("<link rel=\"preload\" href=\"{files}fonts/{face}\" as=\"font\" crossorigin>\n");
    }
    let (_, foot) = page.frame.unwrap_or_default();
    html += &format!("<script type=\"module\" async src=\"{files}boot.js\"></script>\n");
    html +=
        &format!("{script}</head>\n<body>\n<div id=\"app\">{}</div>{foot}\n</body>\n</html>\n", page.body);
    html
}

/// What a page says of itself, as markup.
pub(super) fn head(page: &Document<'_>) -> String {
    let mut html = String::new();
    head_markup(&said(page), &mut html);
    if let Some(file) = embedding_file(page.site, page.library, page.route, page.locale) {
        let base = page.site.base.as_deref().unwrap_or_default();
        html.push_str(&format!(
            "\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">",
            escaped(&[base, &file].concat())
        ));
    }
    html
}

/// What the page says of itself.
fn said(page: &Document<'_>) -> Head {
    let Document { site, library, route, locale, title, ways, .. } = *page;
    let strings = locale.strings();
    let words = HeadWords {
        tag: locale.tag(),
        dates: locale.date_words(),
        from_to: &|from, to| strings.letters.from_to.say(&[from, to]),
        unknown: strings.letters.unknown,
        letters: strings.shell.letters,
    };
    let in_tongue = |route: &Route| folder(library, route, locale);
    let path = |target: Target<'_>| match target {
        Target::Edition => in_tongue(&Route::Home),
        Target::Letter(id) => in_tongue(&Route::Letter { id: id.clone() }),
        Target::Entry(kind, id) => in_tongue(&Route::Entry { kind, id: id.clone() }),
    };
    let offered = Locale::offered(&library.header().interface);
    let exists = *route != Route::NotFound;
    let mut tongues: Vec<(&str, String)> = offered
        .iter()
        .filter(|_| exists && offered.len() > 1)
        .map(|tongue| (tongue.tag(), folder(library, route, *tongue)))
        .collect();
    if let Some((_, path)) = tongues.iter().find(|(tag, _)| *tag == main_locale(library).tag()) {
        // There the program looks which language the reader wants.
        tongues.push(("x-default", path.clone()));
    }
    let alternates: Vec<Alternate<'_>> =
        tongues.iter().map(|(language, path)| Alternate { language, path }).collect();
    let place = head::Site {
        base: site.base.as_deref().filter(|_| exists),
        root: &ways.shared,
        path: &path,
        alternates: &alternates,
        rights: &site.rights,
    };
    let path = in_tongue(route);
    let other = HeadOf::Other { title, path: &path };
    let of = match route {
        Route::Home => match &library.manifest.first {
            Some(only) if library.manifest.letters == 1 => HeadOf::Letter(only),
            _ => HeadOf::Edition { title: "", path: &path },
        },
        Route::Letter { id } => HeadOf::Letter(id),
        Route::Entry { id, .. } => HeadOf::Entry(id),
        _ => other,
    };
    let said = head::head(library, of, &words, &place).or_else(|| head::head(library, other, &words, &place));
    said.unwrap_or_default()
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}
