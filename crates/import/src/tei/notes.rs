//! Notes: whose they are, how they are numbered, from where they are called.

use super::ids::Taken;
use super::xml;
use edition::NoteKind;
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// How the notes of a letter hang together with its text, found before the text is read.
#[derive(Debug, Default)]
pub(super) struct References<'d> {
    /// Notes with an identifier.
    pub(super) notes: BTreeMap<&'d str, u32>,
    /// Those of them that a `ref` or `ptr` calls.
    pub(super) called: BTreeSet<u32>,
    /// Notes that say themselves where they belong, by the identifier of that place.
    pub(super) anchored: BTreeMap<&'d str, Vec<u32>>,
    /// Notes that say where the words begin that they are on: by the identifier of an `anchor`.
    pub(super) begun: BTreeMap<&'d str, u32>,
    /// Which of the notes are anchored in this way.
    pub(super) placed: BTreeSet<u32>,
}

/// Finds the notes of a text and their calls.
pub(super) fn references<'d>(text: Node<'d, '_>) -> References<'d> {
    let mut out = References::default();
    let (mut ids, mut anchors) = (BTreeSet::new(), BTreeSet::new());
    for node in text.descendants() {
        let Some(id) = xml::id(node) else { continue };
        ids.insert(id);
        if xml::is(node, "anchor") {
            anchors.insert(id);
        }
    }
    for note in xml::all(text, "note") {
        if let Some(id) = xml::id(note) {
            out.notes.insert(id, note.id().get());
        }
        let begins = note.attribute("corresp").map(|pointer| pointer.trim().trim_start_matches('#'));
        if let Some(anchor) = begins.filter(|anchor| anchors.contains(anchor)) {
            out.begun.entry(anchor).or_insert(note.id().get());
        }
        // Of a stretch the end is where the call stands.
        let target = note.attribute("target").and_then(|target| target.split_whitespace().next_back());
        if let Some(place) = target.and_then(|target| target.strip_prefix('#')).filter(|id| ids.contains(id))
        {
            out.anchored.entry(place).or_default().push(note.id().get());
            out.placed.insert(note.id().get());
        }
    }
    for call in text.descendants().filter(|node| matches!(xml::name(*node), "ref" | "ptr")) {
        out.called.extend(called(call, &out));
    }
    out
}

/// The note that a `ref` or `ptr` calls, where it calls one.
pub(super) fn called(call: Node<'_, '_>, references: &References<'_>) -> Option<u32> {
    let id = call.attribute("target")?.trim().strip_prefix('#')?;
    references.notes.get(id).copied()
}

/// Whether a note stands in a list of notes behind the text, where only a call can say what it belongs to.
pub(super) fn is_listed(note: Node<'_, '_>) -> bool {
    let lists = |above: &Node<'_, '_>| {
        let notes = |word: &str| matches!(word, "notes" | "footnotes" | "endnotes" | "anmerkungen");
        xml::is(*above, "div") && above.attribute("type").is_some_and(notes)
    };
    xml::id(note).is_some()
        && note.ancestors().skip(1).take_while(|above| !xml::is(*above, "note")).any(|above| lists(&above))
}

/// Whose note it is, and about what.
pub(super) fn kind(note: Node<'_, '_>) -> NoteKind {
    let word =
        note.attribute("type").or_else(|| note.attribute("subtype")).unwrap_or_default().to_lowercase();
    let by = note.attribute("resp").unwrap_or_default().to_lowercase();
    let textual =
        matches!(word.as_str(), "eb" | "textconst" | "critical" | "textual" | "foliation" | "apparatus");
    if textual || word.contains("textcrit") || word.contains("transcript") {
        NoteKind::Textual
    } else if word == "authorial" || word == "author" || by.trim_start_matches('#') == "author" {
        NoteKind::Authorial
    } else {
        NoteKind::Explanatory
    }
}

/// Gives notes their numbers and identifiers: each kind is a series of its own.
#[derive(Debug, Default)]
pub(super) struct Series {
    counts: BTreeMap<NoteKind, u32>,
    labels: BTreeSet<(NoteKind, Box<str>)>,
    ids: Taken,
}

impl Series {
    /// The label and the identifier of the next note of a kind. The source's own number stands where it is short and
    /// used once.
    pub(super) fn next(&mut self, kind: NoteKind, said: Option<&str>) -> (Box<str>, String) {
        let said = said.map(str::trim).filter(|label| !label.is_empty() && label.chars().count() <= 6);
        let mut label: Box<str> = said.unwrap_or_default().into();
        while label.is_empty() || !self.labels.insert((kind, label.clone())) {
            let count = self.counts.entry(kind).or_default();
            *count += 1;
            label = match kind {
                NoteKind::Explanatory => count.to_string().into(),
                NoteKind::Textual => letters(*count).into(),
                NoteKind::Authorial if *count == 1 => "*".into(),
                NoteKind::Authorial => format!("*{count}").into(),
                NoteKind::Commentary if *count == 1 => "§".into(),
                NoteKind::Commentary => format!("§{count}").into(),
            };
        }
        let series = match kind {
            NoteKind::Explanatory => "n",
            NoteKind::Textual => "nt",
            NoteKind::Authorial => "nu",
            NoteKind::Commentary => "nc",
        };
        let name = format!("{series}{}", label.replace(|c: char| !c.is_ascii_alphanumeric(), ""));
        (label, self.ids.free(name))
    }
}

/// `a` to `z`, then `aa`.
fn letters(count: u32) -> String {
    let mut out = String::new();
    let mut rest = count;
    while rest > 0 {
        rest -= 1;
        out.insert(0, char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    out
}
