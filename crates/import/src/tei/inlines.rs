//! What stands in a line.

use super::blocks::{Body, is_blank};
use super::highlights::{has_marks, highlighted};
use super::kinds::{is_register, is_silent, is_transparent};
use super::{dates, header, links, names, notes, signs, space, xml};
use edition::{
    Block, BlockId, Choice, ChoiceKind, Inline, Note, NoteCall, NoteId, NoteKind, Origin, PageBreak, Rend,
    Sign, SignKind, Text,
};
use roxmltree::{Node, NodeId};
use source::{Severity, Span};

/// The children of an element. Between those of a substitution there are no words, and a blank there is of the layout.
pub(super) fn children<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let layout = xml::is(node, "subst");
    for child in node.children() {
        if !(layout && child.is_text() && !xml::is_words(child)) {
            inline(body, child, out);
        }
    }
}

pub(super) fn inner<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>) -> Vec<Inline> {
    // Mostly one text: a vector that grows by itself takes room for four.
    let mut out = Vec::with_capacity(node.children().count());
    children(body, node, &mut out);
    out
}

/// One node.
pub(super) fn inline<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    if node.is_text() {
        out.extend(text(node));
        return;
    }
    if !node.is_element() {
        return;
    }
    element(body, node, out);
    anchored_calls(body, node, out);
}

fn text(node: Node<'_, '_>) -> Option<Inline> {
    let words = space::collapsed(node.text().unwrap_or_default());
    (!words.is_empty()).then(|| Inline::Text(Text { text: words.into(), span: xml::span(node) }))
}

fn element<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let name = xml::name(node);
    if let Some(sign) = signs::sign(node, &body.context.hands) {
        let inner = inner(body, node);
        out.push(Inline::Sign(sign, inner));
        return;
    }
    if let Some(written) = signs::written(node, &body.context.glyphs) {
        // It is no character of the source.
        out.push(Inline::Text(Text { text: written.into(), span: Span::default() }));
        return;
    }
    match name {
        // The number that a writer set on the page is no note.
        "note" if node.attribute("type") == Some("foliation") => {
            let inner = inner(body, node);
            out.push(Inline::Sign(Sign::plain(SignKind::PageNumber), inner));
        }
        "note" => note(body, node, out),
        _ if is_register(name) => listed(body, node, out),
        "name" | "rs" if matches!(node.attribute("type"), Some("letter" | "brief")) => {
            links::reference(body, node, out)
        }
        "ref" | "ptr" => links::reference(body, node, out),
        "hi" | "emph" => {
            let inner = inner(body, node);
            highlighted(node, inner, out);
        }
        "q" | "quote" | "soCalled" if !has_marks(node) => {
            let inner = inner(body, node);
            out.push(Inline::Hi(Rend::Quoted, inner));
        }
        "label" => {
            let inner = inner(body, node);
            out.push(Inline::Label(inner));
        }
        "foreign" => {
            let inner = inner(body, node);
            let language = header::normal(xml::lang(node).unwrap_or("und"));
            out.push(Inline::Foreign(language.into(), inner));
        }
        "anchor" => {
            if let Some(note) = xml::id(node).and_then(|id| body.references.begun.get(id)) {
                body.lemmas = true;
                out.push(Inline::Hi(Rend::Lemma(NoteId(note.to_string().into())), Vec::new()));
            }
            children(body, node, out);
        }
        "lb" => {
            let inside_word = xml::inside_word(node);
            // Of a line and a page that break in one place, either may say that it is inside of a word.
            if let (true, Some(Inline::PageBreak(page))) = (inside_word, out.last_mut()) {
                page.inside_word = true;
            }
            out.push(Inline::LineBreak { inside_word, kept: !inside_word && xml::is_set_in_lines(node) });
            // Nothing may stand in it; what stands there all the same stays.
            children(body, node, out);
        }
        "pb" => {
            let mut page = page(body, node);
            page.inside_word |= matches!(out.last(), Some(Inline::LineBreak { inside_word: true, .. }));
            out.push(Inline::PageBreak(Box::new(page)));
            children(body, node, out);
        }
        // A blank that the source writes as an element.
        "space" => {
            out.push(blank());
            children(body, node, out);
        }
        "gap" => {
            out.push(Inline::Gap(Box::new(signs::gap(node))));
            children(body, node, out);
        }
        "choice" => choice(body, node, out),
        "app" => apparatus(body, node, out),
        "sic" | "corr" => {
            let inner = inner(body, node);
            out.push(Inline::Hi(Rend::Other(name.into()), inner));
        }
        "addrLine" => {
            if !out.is_empty() {
                out.push(Inline::LineBreak { inside_word: false, kept: false });
            }
            children(body, node, out);
        }
        "date" if dates::is_dated(node) => match dates::dating(body.context, node) {
            Some(dating) if !dating.as_written.is_empty() => {
                let inner = inner(body, node);
                out.push(Inline::Date(Box::new(dating), inner));
            }
            _ => children(body, node, out),
        },
        _ => match names::kind(node).filter(|_| !xml::words(node).is_empty()) {
            Some(kind) => {
                let mention = names::mention(node, kind, body.prefixes);
                let inner = inner(body, node);
                out.push(Inline::Mention(Box::new(mention), inner));
            }
            None if is_transparent(name) => children(body, node, out),
            None if is_silent(name) => children(body, node, out),
            None => {
                body.context.unknown(node);
                let inner = inner(body, node);
                out.push(Inline::Other(node.tag_name().name().into(), inner));
            }
        },
    }
}

/// A blank that is not a character of the source. Where two meet one is left out.
pub(super) fn blank() -> Inline {
    Inline::Text(Text { text: " ".into(), span: Span::default() })
}

/// The beginning of a page. Pages without a number are counted.
pub(super) fn page(body: &mut Body<'_, '_, '_>, node: Node<'_, '_>) -> PageBreak {
    body.pages += 1;
    let number = node.attribute("n").map(str::trim).filter(|number| !number.is_empty());
    let facs = node.attribute("facs").map(str::trim).filter(|facs| !facs.is_empty());
    PageBreak {
        page: number.map_or_else(|| body.pages.to_string().into(), Into::into),
        origin: if number.is_some() { Origin::Source } else { Origin::Machine },
        facs: facs.map(Into::into),
        inside_word: xml::inside_word(node),
        span: xml::span(node),
    }
}

fn choice<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let pairs = [
        (ChoiceKind::Correction, "sic", "corr"),
        (ChoiceKind::Expansion, "abbr", "expan"),
        (ChoiceKind::Regularization, "orig", "reg"),
    ];
    for (kind, printed, read) in pairs {
        let (Some(first), Some(second)) = (xml::child(node, printed), xml::child(node, read)) else {
            continue;
        };
        let (mut sic, mut corr) = (inner(body, first), inner(body, second));
        space::trim(&mut sic);
        space::trim(&mut corr);
        out.push(Inline::Choice(Box::new(Choice { kind, sic, corr, reason: None })));
        for child in told(node).filter(|child| *child != first && *child != second) {
            inline(body, child, out);
        }
        return;
    }
    for child in told(node) {
        inline(body, child, out);
    }
}

/// What stands in an element that has elements only; blanks between them are none of the text, words are.
fn told<'d, 'i>(node: Node<'d, 'i>) -> impl Iterator<Item = Node<'d, 'i>> {
    node.children().filter(|child| child.is_element() || xml::is_words(*child))
}

/// Those whom a note names in lists, which have nothing between them.
fn listed<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let apart = || Inline::Text(Text { text: "; ".into(), span: Span::default() });
    let named = |node: &Node<'_, '_>| node.is_element() && node.descendants().any(xml::is_words);
    let before = node.prev_siblings().skip(1).find(|before| before.is_element() || xml::is_words(*before));
    let mut first = !before.is_some_and(|before| is_register(xml::name(before)) && named(&before));
    for child in node.children() {
        if named(&child) && !std::mem::take(&mut first) {
            while out.last().is_some_and(is_blank) {
                out.pop();
            }
            out.push(apart());
        }
        inline(body, child, out);
    }
}

/// The words of the edition, and those of other witnesses behind them.
fn apparatus<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let lemma = xml::child(node, "lem");
    for child in told(node) {
        match xml::name(child) {
            "rdg" if lemma.is_some() => {
                let inner = inner(body, child);
                out.push(Inline::Sign(signs::variant(child), inner));
            }
            "lem" | "rdg" => children(body, child, out),
            _ => inline(body, child, out),
        }
    }
}

fn note<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let at = read(body, node);
    // A note that is called from elsewhere, or that says where it belongs, is not called from where it stands.
    let elsewhere = body.references.called.contains(&node.id().get())
        || body.references.placed.contains(&node.id().get());
    let target = node.attribute("target").and_then(|target| target.trim().strip_prefix('#'));
    if let Some(away) = target.filter(|id| !id.contains(' ') && !body.context.ids.contains(*id)) {
        let message = format!(
            "nothing is {away}, to which the note says it belongs; it is called from where it stands"
        );
        let finding = body.context.say("tei/dangling-reference", Severity::Warning, node, message);
        *finding = finding.clone().advise("mend the target, or set the note where it belongs");
    }
    if !elsewhere {
        if notes::is_listed(node) {
            let message = format!("nothing calls the note {}", body.notes[at].label);
            let finding = body.context.say("tei/orphan-note", Severity::Warning, node, message);
            *finding = finding.clone().advise("call it by a ref or ptr with its xml:id, or take it out");
        }
        out.push(call(body, at, String::new(), Span::default()));
    }
}

/// What an editor says of the letter as a whole: a note that nothing calls.
pub(super) fn commentary<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>) {
    if node.descendants().any(xml::is_words) {
        read_as(body, node, NoteKind::Commentary);
    }
}

/// Calls of the notes that say they belong to an element.
pub(super) fn anchored_calls<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, out: &mut Vec<Inline>) {
    let Some(notes) = xml::id(node).and_then(|id| body.references.anchored.get(id)).cloned() else { return };
    for note in notes {
        let Some(source) = node.document().get_node(NodeId::from(note)) else { continue };
        let at = read(body, source);
        out.push(call(body, at, String::new(), Span::default()));
    }
}

pub(super) fn call(body: &mut Body<'_, '_, '_>, at: usize, as_written: String, span: Span) -> Inline {
    let note = &mut body.notes[at];
    note.calls = note.calls.saturating_add(1);
    let as_written = if as_written.is_empty() { note.label.clone() } else { as_written.into() };
    let label = note.label.clone();
    Inline::NoteCall(Box::new(NoteCall {
        note: note.id.clone(),
        nth: note.calls,
        label,
        as_written,
        resolved: true,
        span,
    }))
}

/// Reads a note, once: where it stands among the notes.
pub(super) fn read<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>) -> usize {
    let key = node.id().get();
    if let Some(at) = body.read.get(&key) {
        return *at;
    }
    read_as(body, node, notes::kind(node))
}

fn read_as<'d>(body: &mut Body<'_, '_, 'd>, node: Node<'d, '_>, kind: NoteKind) -> usize {
    let key = node.id().get();
    let (label, id) = body.series.next(kind, node.attribute("n"));
    let at = body.notes.len();
    body.read.insert(key, at);
    // Its place is taken before its own notes take theirs.
    body.notes.push(Note {
        id: id.as_str().into(),
        label,
        kind,
        blocks: Vec::new(),
        back_reference: None,
        calls: 0,
        span: xml::span(node),
    });
    let mut blocks = body.apart(node);
    if blocks.is_empty() {
        let empty = Block {
            id: BlockId(id.as_str().into()),
            kind: edition::BlockKind::Paragraph,
            align: Default::default(),
            inlines: Vec::new(),
            span: xml::span(node),
        };
        blocks.push(empty);
    }
    for (nth, block) in blocks.iter_mut().enumerate() {
        block.id = BlockId(if nth == 0 { id.as_str().into() } else { format!("{id}-{}", nth + 1).into() });
    }
    body.notes[at].blocks = blocks;
    at
}
