//! What links of Markdown become: names, ways out, or words.

use super::blocks::Reading;
use edition::{Inline, Joint, Link, Mention, Origin};
use source::{Code, Diagnostic, Severity, Span};
use std::ops::Range;

impl Reading<'_> {
    /// `person:joffe` names an entry; what is no address of the web leads nowhere.
    pub(super) fn link(&mut self, address: &str, inner: Vec<Inline>, range: Range<usize>) -> Inline {
        let entry = address.split_once(':').and_then(|(scheme, id)| {
            let (_, kind) = crate::link::ENTRIES.iter().find(|(known, _)| *known == scheme)?;
            Some((*kind, id))
        });
        if let Some((kind, id)) = entry {
            let mut as_written = String::new();
            edition::each_inline(&inner, &mut |inline| {
                if let Inline::Text(text) = inline {
                    as_written.push_str(&text.text);
                }
            });
            let mention = Mention {
                id: "".into(),
                kind,
                as_written: as_written.into(),
                targets: vec![id.into()],
                joint: Joint::And,
                origin: Origin::Editor,
                certainty: dates::Certainty::High,
                reason: None,
                expansion: None,
                implied: false,
                span: Span::new(range.start, range.end),
            };
            return Inline::Mention(Box::new(mention), inner);
        }
        if crate::link::is_refused(address) {
            let span = Some(Span::new(range.start, range.end));
            let message = crate::link::message(address);
            let finding = Diagnostic::new(Code("markdown/refused-link"), Severity::Warning, span, message);
            self.diagnostics.push(finding.advise(crate::link::ADVICE));
            return Inline::Link(crate::link::link(address), inner);
        }
        let link = crate::link::link(address);
        if let Link::Unknown(target) = &link {
            self.links.push((target.clone(), Span::new(range.start, range.end)));
        }
        Inline::Link(link, inner)
    }
}
