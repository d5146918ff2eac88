//! The text of a letter, as it stands on its page.

use super::super::print::{attribute, begin, end, text_of};
use yew::html::Html;
use yew::virtual_dom::{VNode, VTag};

/// Parts of a page that hold the text of a letter, by their class.
const PARTS: [&str; 3] = ["letter__text", "notes", "commentary__text"];
/// What stands in them and is no text of the letter, by its class or its element: `one-file.js` knows the same.
const ASIDE: [&str; 7] = [
    "permalink",
    "visually-hidden",
    "notes__back",
    "notes__hide",
    "notes__page",
    "tei-pb",
    "tei-pb tei-pb--in-line",
];
const ASIDE_ELEMENTS: [&str; 2] = ["h2", "h3"];
/// Before the length of a text that stands elsewhere. No letter's text follows it where it is looked for.
const MARK: char = '\u{1}';

/// Where a node stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Text,
    Aside,
}

impl Place {
    fn inside(self, tag: &VTag) -> Self {
        match self {
            Self::Outside if PARTS.contains(&class(tag)) => Self::Text,
            Self::Text if ASIDE.contains(&class(tag)) || ASIDE_ELEMENTS.contains(&tag.tag()) => Self::Aside,
            other => other,
        }
    }
}

fn value<'t>(tag: &'t VTag, wanted: &str) -> Option<&'t str> {
    tag.attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value)
}

fn class(tag: &VTag) -> &str {
    value(tag, "class").unwrap_or_default()
}

/// The text of the letter that a page shows; empty where it shows none.
pub(super) fn text(html: &Html) -> String {
    let mut out = String::new();
    gather(html, Place::Outside, &mut out);
    out
}

fn gather(html: &Html, place: Place, out: &mut String) {
    match html {
        VNode::VTag(tag) => {
            let place = place.inside(tag);
            if let (true, Some(children)) = (place != Place::Aside, tag.children()) {
                gather(children, place, out);
            }
        }
        VNode::VText(text) if place == Place::Text => out.push_str(&text.text),
        VNode::VList(list) => list.iter().for_each(|child| gather(child, place, out)),
        _ => {}
    }
}

/// The first date of a page, in words.
pub(super) fn date(html: &Html) -> Option<String> {
    match html {
        VNode::VTag(tag) if tag.tag() == "time" => {
            let mut out = String::new();
            gather(tag.children()?, Place::Text, &mut out);
            Some(out)
        }
        VNode::VTag(tag) => date(tag.children()?),
        VNode::VList(list) => list.iter().find_map(date),
        _ => None,
    }
}

/// Prints a page with the lengths of the letter's texts in place of them, in UTF-16 units.
pub(super) fn without_text(html: &Html, out: &mut String) {
    lengths(html, Place::Outside, out);
}

fn lengths(html: &Html, place: Place, out: &mut String) {
    match html {
        VNode::VTag(tag) => {
            begin(tag, out);
            if let Some(children) = tag.children() {
                lengths(children, place.inside(tag), out);
            }
            end(tag, out);
        }
        VNode::VText(text) if place == Place::Text => {
            out.push(MARK);
            out.push_str(&text.text.encode_utf16().count().to_string());
        }
        VNode::VText(text) => text_of(&text.text, out),
        VNode::VList(list) => list.iter().for_each(|child| lengths(child, place, out)),
        _ => {}
    }
}

/// Prints the text of a letter and its notes, to be read without a program: words, paragraphs, and the ways between notes
/// and their calls. Names lead nowhere there. `page` is the path of the letter's page, with which its places are named.
pub(super) fn plain(html: &Html, page: &str, out: &mut String) {
    let plain = Plain { page };
    plain.find(html, out);
}

/// What is not there without a program, by its class.
const LEFT_OUT: [&str; 3] = ["permalink", "visually-hidden", "notes__hide"];
/// How the classes begin that the style sheet needs, and those among them that it can do without.
const KEPT: [&str; 5] = ["letter__text", "noteref", "notes", "commentary__text", "tei-"];
const PLAIN: [&str; 8] =
    ["tei-p", "tei-hi", "tei-other", "tei-lb", "tei-foreign", "tei-cell", "tei-row", "notes__body"];

struct Plain<'p> {
    page: &'p str,
}

impl Plain<'_> {
    fn find(&self, html: &Html, out: &mut String) {
        match html {
            VNode::VTag(tag) if PARTS.contains(&class(tag)) => self.print(html, out),
            VNode::VTag(tag) => tag.children().into_iter().for_each(|children| self.find(children, out)),
            VNode::VList(list) => list.iter().for_each(|child| self.find(child, out)),
            _ => {}
        }
    }

    fn print(&self, html: &Html, out: &mut String) {
        match html {
            VNode::VTag(tag) => self.element(tag, out),
            VNode::VText(text) => {
                // A parser takes these for others, and the lengths would be wrong.
                let mut printed = String::new();
                text_of(&text.text, &mut printed);
                out.push_str(&printed.replace('\r', "&#13;").replace('\0', "\u{fffd}"));
            }
            VNode::VList(list) => list.iter().for_each(|child| self.print(child, out)),
            _ => {}
        }
    }

    fn element(&self, tag: &VTag, out: &mut String) {
        if LEFT_OUT.contains(&class(tag)) {
            return;
        }
        let mut kept = String::new();
        let place = |id: &str| [self.page, "#", id].concat();
        // To other pages nothing leads: they are not read without the program.
        let own =
            |href: &&str| !href.starts_with('#') || !href.contains('/') && !class(tag).starts_with("tei-pb");
        let href = value(tag, "href").filter(own);
        if let Some(href) = href {
            match href.strip_prefix('#') {
                Some(id) => attribute("href", &["#", &place(id)].concat(), &mut kept),
                None => attribute("href", href, &mut kept),
            }
        }
        let class = class(tag);
        // What calls and notes lead to; other places are found by the program.
        let target = class.starts_with("noteref") || class == "notes__item";
        if let (true, Some(id)) = (target, value(tag, "id")) {
            attribute("id", &place(id), &mut kept);
        }
        if let Some(lang) = value(tag, "lang") {
            attribute("lang", lang, &mut kept);
        }
        let styled = KEPT.iter().any(|known| class.starts_with(known));
        if styled && !class.split(' ').next().is_some_and(|first| PLAIN.contains(&first)) {
            attribute("class", class, &mut kept);
        }
        let wrapped = !kept.is_empty() || !matches!(tag.tag(), "span" | "a");
        if wrapped {
            out.push('<');
            out.push_str(tag.tag());
            out.push_str(&kept);
            out.push('>');
        }
        if let Some(children) = tag.children() {
            self.print(children, out);
        }
        if wrapped {
            end(tag, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, text, without_text};
    use crate::markup::markup;
    use yew::prelude::*;

    fn page() -> Html {
        markup! {
            <article>
                <h1>{ "To a friend" }</h1>
                <div class="letter__text" lang="de">
                    <p class="tei-p" id="p1">
                        { "Dear " }<span class="mention" id="m1"><a class="name" href="#persons/elm/" interestfor="c-elm">{ "Eva 𝄞" }</a></span>{ ",\r\n" }
                        <a class="noteref" id="r1" href="#n1"><span class="visually-hidden">{ "Note " }</span>{ "1" }</a>
                        <a class="permalink" href="#p1">{ "¶" }</a>
                    </p>
                </div>
                <section class="notes"><h2>{ "Notes" }</h2><ol><li class="notes__item" id="n1">{ "A & B" }<a class="notes__back" href="#r1">{ "↩" }</a></li></ol></section>
            </article>
        }
    }

    #[test]
    fn the_text_stands_once_and_in_order() {
        assert_eq!(text(&page()), "Dear Eva 𝄞,\r\n1A & B");
        let mut out = String::new();
        without_text(&page(), &mut out);
        assert!(
            out.contains("<p class=\"tei-p\" id=\"p1\">\u{1}5<span") && out.contains(">\u{1}6</a>"),
            "{out}"
        );
        assert!(out.contains("<h1>To a friend</h1>") && out.contains("¶") && !out.contains("Dear"), "{out}");
    }

    #[test]
    fn without_a_program_notes_are_reached_and_names_are_words() {
        let mut out = String::new();
        plain(&page(), "letters/a/", &mut out);
        assert_eq!(
            out,
            "<div lang=\"de\" class=\"letter__text\"><p>Dear Eva 𝄞,&#13;\n\
             <a href=\"#letters/a/#n1\" id=\"letters/a/#r1\" class=\"noteref\">1</a></p></div>\
             <section class=\"notes\"><h2>Notes</h2><ol><li id=\"letters/a/#n1\" class=\"notes__item\">A &amp; B\
             <a href=\"#letters/a/#r1\" class=\"notes__back\">↩</a></li></ol></section>"
        );
    }
}
