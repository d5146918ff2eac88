//! A bibliographic reference in the order in which one cites (TEI `biblStruct`, P5 chapter 3.12.2).

use super::xml;
use roxmltree::Node;

/// `Brook, Ada: Wheels. In: The Miller. Riga: Wheel & Sons, 1905, 12–14 (New Series, 3)`
///
/// Every word of the element stands in it. Two are said by its elements alone and are added: `In:` before what a part appeared
/// in, `ed.` before an `editor`.
pub(super) fn citation(reference: Node<'_, '_>) -> String {
    let mut out = String::new();
    for level in reference.children().filter(Node::is_element) {
        match xml::name(level) {
            "monogr" => add(&mut out, ". In: ", &work(level)),
            "series" => {
                let series = work(level);
                if !series.is_empty() {
                    add(&mut out, " ", &["(", &series, ")"].concat());
                }
            }
            "analytic" => add(&mut out, ". ", &work(level)),
            _ => add(&mut out, ", ", &xml::words(level)),
        }
    }
    out
}

/// A work: whose, what it is called, who helped, where it appeared, which part of it.
fn work(level: Node<'_, '_>) -> String {
    if xml::says_words(level) {
        return xml::words(level);
    }
    let parts = || level.children().filter(Node::is_element);
    let of = |wanted: &str| xml::joined(parts().filter(|part| xml::is(*part, wanted)).map(xml::words), "; ");
    let mut out = of("author");
    let mut titles = parts().filter(|part| xml::is(*part, "title")).map(xml::words);
    add(&mut out, ": ", &titles.next().unwrap_or_default());
    titles.for_each(|title| add(&mut out, ". ", &title));
    let editors = of("editor");
    if !editors.is_empty() {
        add(&mut out, ", ", &["ed. ", &editors].concat());
    }
    for part in parts() {
        match xml::name(part) {
            "author" | "title" | "editor" => {}
            "respStmt" => add(&mut out, ". ", &responsible(part)),
            "edition" => add(&mut out, ". ", &xml::words(part)),
            "imprint" => add(&mut out, ". ", &imprint(part)),
            _ => add(&mut out, ", ", &xml::words(part)),
        }
    }
    out
}

/// `Edited by Eva Elm; Carl Dorn`
fn responsible(statement: Node<'_, '_>) -> String {
    if xml::says_words(statement) {
        return xml::words(statement);
    }
    let of = |resp: bool| {
        let parts = statement.children().filter(|part| part.is_element() && xml::is(*part, "resp") == resp);
        xml::joined(parts.map(xml::words), "; ")
    };
    let mut out = of(true);
    add(&mut out, " ", &of(false));
    out
}

/// `Riga / Mitau: Wheel & Sons, 1911, 63`
fn imprint(imprint: Node<'_, '_>) -> String {
    if xml::says_words(imprint) {
        return xml::words(imprint);
    }
    let of = |wanted: fn(&str) -> bool, between: &str| {
        let parts = imprint.children().filter(|part| part.is_element() && wanted(xml::name(*part)));
        xml::joined(parts.map(said), between)
    };
    let mut out = of(|name| name == "pubPlace", " / ");
    add(&mut out, ": ", &of(|name| name == "publisher", "; "));
    add(&mut out, ", ", &of(|name| name == "date", ", "));
    add(&mut out, ", ", &of(|name| !matches!(name, "pubPlace" | "publisher" | "date"), ", "));
    out
}

/// The words of a part of an imprint; of a date without words, what its attribute says.
fn said(part: Node<'_, '_>) -> String {
    let words = xml::words(part);
    let when = part.attribute("when").filter(|_| words.is_empty() && xml::is(part, "date"));
    when.map_or(words, str::to_owned)
}

/// Adds words, with a sign between where something stands before them that does not end in one.
fn add(out: &mut String, between: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    if !out.is_empty() {
        let ended = out.ends_with(['.', '!', '?', ':']) && between.starts_with('.');
        out.push_str(if ended { &between[1..] } else { between });
    }
    out.push_str(words);
}

#[cfg(test)]
mod tests {
    use super::citation;
    use roxmltree::Document;

    #[test]
    fn references_as_one_cites_them() {
        let rows = [
            (
                "<monogr><author>Brook, Ada</author><title>Mills</title>
                 <respStmt><resp>Edited by</resp><persName>Eva Elm</persName><persName>Carl Dorn</persName></respStmt>
                 <imprint><date>1911</date><pubPlace>Riga</pubPlace><publisher>Wheel &amp; Sons</publisher></imprint>
                 <biblScope>63</biblScope></monogr><series><title>Works.</title><biblScope>XL</biblScope></series>",
                "Brook, Ada: Mills. Edited by Eva Elm; Carl Dorn. Riga: Wheel & Sons, 1911, 63 (Works., XL)",
            ),
            (
                "<analytic><author>Ada Brook</author><author>Carl Dorn</author><title>Why?</title></analytic>
                 <monogr><title>The Miller</title><editor>Eva Elm</editor><imprint><date>1902</date></imprint>
                 <biblScope>vol. 2</biblScope><biblScope>4–9</biblScope></monogr>",
                "Ada Brook; Carl Dorn: Why? In: The Miller, ed. Eva Elm. 1902, vol. 2, 4–9",
            ),
            ("<monogr><title>Mills</title><imprint/></monogr><series/>", "Mills"),
            (
                "<monogr><title>Letters</title><imprint><pubPlace>Riga</pubPlace><date when=\"1935\"/></imprint></monogr>",
                "Letters. Riga, 1935",
            ),
            ("<monogr>As told, <date>1902</date></monogr><note>lost</note>", "As told, 1902, lost"),
            ("", ""),
        ];
        for (content, expected) in rows {
            let document = format!("<biblStruct>{content}</biblStruct>");
            let document = Document::parse(&document).expect("XML");
            assert_eq!(citation(document.root_element()), expected, "{content}");
        }
    }

    #[test]
    fn no_word_is_lost() {
        let names =
            ["author", "title", "editor", "edition", "imprint", "biblScope", "idno", "respStmt", "ref"];
        let content: String = names.iter().map(|name| format!("<{name}>of {name}</{name}>")).collect();
        for level in ["analytic", "monogr", "series", "relatedItem"] {
            let document = format!("<biblStruct><{level}>{content}</{level}></biblStruct>");
            let document = Document::parse(&document).expect("XML");
            let cited = citation(document.root_element());
            for name in names {
                assert!(cited.contains(&format!("of {name}")), "{name} in {level}: {cited}");
            }
        }
    }
}
