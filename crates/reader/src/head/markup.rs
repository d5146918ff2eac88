//! A head as HTML.

use super::{Head, MetaKey};

/// Writes title, statements, links and JSON-LD, one element a line. Whatever stands in the head stays text: it can end
/// neither an attribute nor an element. Declares no encoding and refers to no style or program: the caller does.
///
/// # Source
/// HTML: "Restrictions on the contents of raw text and escapable raw text elements", "Restrictions for contents of
/// script elements".
pub fn head_markup(head: &Head, out: &mut String) {
    out.push_str("<title>");
    escape(out, &head.title);
    out.push_str("</title>\n");
    if !head.description.is_empty() {
        // Search engines look for the one, social networks for the other: once for both, it is not sent twice.
        let both = [("name", "description"), ("property", "og:description"), ("content", &*head.description)];
        element(out, "meta", &both);
    }
    for meta in &head.meta {
        let key = match meta.key {
            MetaKey::Name(name) => ("name", name),
            MetaKey::Property(property) => ("property", property),
        };
        element(out, "meta", &[key, ("content", &meta.content)]);
    }
    for link in &head.links {
        let hreflang = link.hreflang.iter().map(|language| ("hreflang", language.as_str()));
        let attributes: Vec<(&str, &str)> =
            [("rel", link.rel), ("href", &link.href)].into_iter().chain(hreflang).collect();
        element(out, "link", &attributes);
    }
    if let Some(json) = &head.json_ld {
        out.push_str("<script type=\"application/ld+json\">");
        // Only in its strings can JSON have this sign, and there it may be written so.
        out.push_str(&json.replace('<', "\\u003c"));
        out.push_str("</script>\n");
    }
}

fn element(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    out.push('<');
    out.push_str(name);
    for (attribute, value) in attributes {
        out.push(' ');
        out.push_str(attribute);
        out.push_str("=\"");
        escape(out, value);
        out.push('"');
    }
    out.push_str(">\n");
}

/// Text for an element or a quoted attribute. What HTML has no character for is left out.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character if character.is_control() && !character.is_whitespace() => {}
            character => out.push(character),
        }
    }
}
