//! XML as it is written: whatever stands in an edition stays text.

use crate::text::one_line;
use reader::head::xml_text;
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

/// Text for an element or a quoted attribute, in one line.
fn escape(out: &mut String, text: &str) {
    xml_text(out, &one_line(text));
}
