//! Markup as text. Yew's own printer waits at every node, which an edition of many pages is too long for; it is kept for
//! the views that live, whose components only it can print.

use yew::html::Html;
use yew::virtual_dom::{VNode, VTag};

/// Elements without an end (HTML Living Standard, section 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Prints markup that is made of elements and texts.
pub(crate) fn print(html: &Html, out: &mut String) {
    match html {
        VNode::VTag(tag) => element(tag, out),
        VNode::VText(text) => text_of(&text.text, out),
        VNode::VList(list) => list.iter().for_each(|child| print(child, out)),
        VNode::VRaw(raw) => out.push_str(&raw.html),
        other => debug_assert!(false, "{other:?} is no still markup"),
    }
}

fn element(tag: &VTag, out: &mut String) {
    begin(tag, out);
    if is_void(tag.tag()) {
        return;
    }
    if let Some(children) = tag.children() {
        print(children, out);
    }
    end(tag, out);
}

/// The tag that begins an element.
pub(super) fn begin(tag: &VTag, out: &mut String) {
    out.push('<');
    out.push_str(tag.tag());
    if let Some(value) = tag.value() {
        attribute("value", value, out);
    }
    if tag.checked() == Some(true) {
        out.push_str(" checked");
    }
    for (name, value) in tag.attributes.iter() {
        attribute(name, value, out);
    }
    out.push('>');
}

/// The tag that ends an element, where it has one.
pub(super) fn end(tag: &VTag, out: &mut String) {
    if !is_void(tag.tag()) {
        out.push_str("</");
        out.push_str(tag.tag());
        out.push('>');
    }
}

/// Whether an element has no end.
pub(crate) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Writes an attribute.
pub(crate) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

/// Writes a text as it stands between tags.
pub(crate) fn text_of(text: &str, out: &mut String) {
    escaped(text, b"&<>", out);
}

/// Writes a text as it may stand in an attribute between double quotation marks.
pub(crate) fn escape(text: &str, out: &mut String) {
    escaped(text, b"&<>\"", out);
}

fn escaped(text: &str, signs: &[u8], out: &mut String) {
    let mut begin = 0;
    for (at, byte) in text.bytes().enumerate() {
        // All four are among the first signs of ASCII, most of what is written is not.
        if byte > b'>' || !signs.contains(&byte) {
            continue;
        }
        out.push_str(&text[begin..at]);
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        begin = at + 1;
    }
    out.push_str(&text[begin..]);
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::markup::markup;

    #[test]
    fn text_is_text_wherever_it_stands() {
        let hostile = "</script><img src=x onerror=\"alert(1)\"> & 'so'";
        let mut out = String::new();
        print(&markup! { <p title={hostile} hidden={true}>{ hostile }<br />{ "ж" }</p> }, &mut out);
        let inside = "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'so'";
        let words = inside.replace("&quot;", "\"");
        assert_eq!(out, ["<p title=\"", inside, "\" hidden=\"hidden\">", &words, "<br>ж</p>"].concat());
    }
}
