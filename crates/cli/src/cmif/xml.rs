//! XML as it is written: whatever stands in an edition stays text.

use std::fmt::Write;

/// A document while it is written, element by element, in lines of their own.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
    /// The elements that are open.
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins an element that holds others. Attributes without a value are left out.
    pub(super) fn begin(&mut self, name: &'static str, attributes: &[(&str, Option<&str>)]) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub(super) fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// An element with words, or without any.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, Option<&str>)], words: &str) {
        self.tag(name, attributes);
        if words.is_empty() {
            self.text.push_str("/>\n");
        } else {
            self.text.push('>');
            escape(&mut self.text, words);
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.indent();
        let _ = write!(self.text, "<{name}");
        for (attribute, value) in attributes {
            if let Some(value) = value {
                let _ = write!(self.text, " {attribute}=\"");
                escape(&mut self.text, value);
                self.text.push('"');
            }
        }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }

    /// What was written since this was asked last.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

/// Text for an element or a quoted attribute, in one line. What XML 1.0 has no way to write is left out.
///
/// # Source
/// XML 1.0, sections 2.2 (characters) and 2.4 (markup).
fn escape(out: &mut String, text: &str) {
    for sign in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            sign => out.push(sign),
        }
    }
}
