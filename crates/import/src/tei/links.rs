//! Words that lead somewhere: to a note, an entry, a letter, a page elsewhere.

use super::blocks::Body;
use super::inlines::{call, inner, read};
use super::notes::called;
use super::{names, xml};
use edition::{EntryKind, Inline, Text};
use roxmltree::{Node, NodeId};
use source::{Severity, Span};

/// A `ref` or `ptr`, or a name of a letter.
pub(super) fn reference<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    if let Some(note) = called(node, &body.references) {
        let source = node.document().get_node(NodeId::from(note));
        let at = source.map(|source| read(body, source));
        out.extend(at.map(|at| call(body, at, xml::words(node), xml::span(node))));
        return;
    }
    // Of several the first can be followed.
    let target = node.attribute("target").or_else(|| node.attribute("ref")).unwrap_or_default();
    let target = match target.trim().split_once(' ') {
        Some((first, rest)) if rest.trim_start().starts_with(['#', 'h']) => first,
        _ => target.trim(),
    };
    if node.attribute("type") == Some("noteAnchor") {
        let message = format!("no note is at {target}");
        let finding = body.context.say("tei/dangling-note-call", Severity::Warning, node, message);
        *finding = finding.clone().advise("give the note this xml:id, or take the call out");
    }
    let mut inner = inner(body, node);
    if inner.is_empty() {
        if target.is_empty() {
            return;
        }
        inner.push(Inline::Text(Text { text: shown(node, target).into(), span: Span::default() }));
    }
    // A name of a letter leads there as a link does.
    let named = || {
        names::kind(node)
            .or_else(|| (!names::targets(node, body.prefixes).is_empty()).then_some(EntryKind::Work))
    };
    if let Some(kind) =
        Some(node).filter(|node| matches!(xml::name(*node), "ref" | "ptr")).and_then(|_| named())
    {
        let mention = names::mention(node, kind, body.prefixes);
        out.push(Inline::Mention(Box::new(mention), inner));
        return;
    }
    if target.is_empty() {
        out.append(&mut inner);
        return;
    }
    let link = crate::link::link(target);
    if crate::link::is_refused(target) {
        let finding =
            body.context.say("tei/refused-link", Severity::Warning, node, crate::link::message(target));
        *finding = finding.clone().advise(crate::link::ADVICE);
    } else if node.attribute("type") != Some("noteAnchor") {
        let here = target.strip_prefix('#');
        let file = || target.split('#').next().filter(|file| file.ends_with(".xml") && !file.contains(':'));
        if let Some(away) =
            here.filter(|id| !body.context.ids.contains(*id)).or_else(|| file().map(|_| target))
        {
            body.context.loose.entry(away.into()).or_insert(xml::start_tag(body.context.file, node));
        }
    }
    out.push(Inline::Link(link, inner));
}

/// What stands for a link without words: what it leads to, and what editors call that.
fn shown(link: Node<'_, '_>, target: &str) -> String {
    let called = link.attribute("type").map(str::trim).filter(|called| !called.is_empty());
    match called {
        Some(called) if !matches!(called, "letter" | "brief") && !target.contains([':', '/']) => {
            [called, " ", target.trim_start_matches('#')].concat()
        }
        _ => target.to_owned(),
    }
}
