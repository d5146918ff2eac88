//! Who wrote to whom, when and where, for services that search many editions at once: a file after the Correspondence
//! Metadata Interchange Format, as correspSearch takes it in.
//!
//! # Source
//! TEI Correspondence SIG, CMIF 1, and its proposal 1.1 for what is conjectured (`@evidence`) or in doubt (`@cert`).

mod when;
mod xml;

use crate::config::Base;
use edition::{ActionKind, CorrespAction, Edition, Entry, EntryId, EntryKind, Joint, Letter, Mention};
use reader::authority_link;
use reader::head::license;
use std::collections::HashMap;
use std::io::{self, Write};
use viewer::Route;
use when::{When, given, when};
use xml::Xml;

/// How a file begins, and by which it is known as ours.
pub(crate) const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- CMIF of letterbook -->\n";

/// What the file is called where the edition stands: its own address.
const NAME: &str = "cmif.xml";

/// The only terms under which correspSearch takes files in.
const TERMS: &str = "creativecommons.org/licenses/by/4.0/";

/// Who is not known has this name.
const UNKNOWN: &str = "Unknown";

/// What is written of whom.
pub(crate) struct Index<'e> {
    pub(crate) edition: &'e Edition,
    /// Where the site will stand; letters have addresses where that is a whole address.
    pub(crate) base: Option<&'e Base>,
    /// The day of the last change, `2026-11-30`. It is asked for by the format, and is no part of an edition.
    pub(crate) date: Option<&'e str>,
}

impl Index<'_> {
    /// The whole address of the first page.
    fn address(&self) -> Option<&str> {
        self.base.map(Base::as_str).filter(|base| base.contains("://"))
    }

    fn terms(&self) -> Option<String> {
        license(&self.edition.header.rights)
    }

    /// What correspSearch asks for and the edition does not say, each in a sentence.
    pub(crate) fn missing(&self) -> Vec<&'static str> {
        let header = &self.edition.header;
        let free = self.terms().is_some_and(|terms| terms.contains(TERMS));
        let asked = [
            (
                self.address().is_some(),
                "letters have no ref: say where the edition stands, base = \"https://…\" in letterbook.toml",
            ),
            (!header.editors.is_empty(), "there is no editor: editors = [\"…\"] in letterbook.toml"),
            (free, "the licence is not CC BY 4.0, the only one of correspSearch: licence in letterbook.toml"),
            (self.date.is_some(), "there is no date of the last change: --date 2026-11-30"),
        ];
        asked.into_iter().filter(|(said, _)| !said).map(|(_, missing)| missing).collect()
    }

    /// Writes the file: a header, then a `correspDesc` for each letter in the order of the edition. The same edition gives
    /// the same bytes.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Xml::default();
        let id = uuid(self.address().unwrap_or(&self.edition.header.title));
        out.write_all(BEGIN.as_bytes())?;
        xml.begin("TEI", &[("xmlns", Some("http://www.tei-c.org/ns/1.0"))]);
        xml.begin("teiHeader", &[]);
        self.file(&mut xml, &id);
        xml.begin("profileDesc", &[]);
        let entries: HashMap<&EntryId, &Entry> =
            self.edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
        let source = format!("#{id}");
        for letter in &self.edition.letters {
            self.letter(&mut xml, letter, &entries, &source);
            out.write_all(xml.take().as_bytes())?;
        }
        xml.end();
        xml.end();
        xml.begin("text", &[]);
        xml.begin("body", &[]);
        xml.element("p", &[], "");
        (0..3).for_each(|_| xml.end());
        out.write_all(xml.take().as_bytes())
    }

    /// `fileDesc`: who answers for the file, under which terms it is, and the edition that its letters are in.
    fn file(&self, xml: &mut Xml, id: &str) {
        let header = &self.edition.header;
        let editors = header.editors.join(", ");
        xml.begin("fileDesc", &[]);
        xml.begin("titleStmt", &[]);
        xml.element("title", &[], &header.title);
        header.editors.iter().for_each(|editor| xml.element("editor", &[], editor));
        xml.end();
        xml.begin("publicationStmt", &[]);
        let publisher = if editors.is_empty() { &*header.title } else { &editors };
        match self.address() {
            Some(address) => {
                xml.begin("publisher", &[]);
                xml.element("ref", &[("target", Some(address))], publisher);
                xml.end();
                xml.element("idno", &[("type", Some("url"))], &[address, NAME].concat());
            }
            None => xml.element("publisher", &[], publisher),
        }
        if self.date.is_some() {
            xml.element("date", &[("when", self.date)], "");
        }
        if !header.rights.is_empty() {
            xml.begin("availability", &[]);
            let words = header.rights.join(" · ");
            match self.terms() {
                Some(terms) => xml.element("licence", &[("target", Some(&terms))], &words),
                None => xml.element("licence", &[], &words),
            }
            xml.end();
        }
        xml.end();
        xml.begin("sourceDesc", &[]);
        let parts = [&*editors, &*header.title, self.address().unwrap_or_default()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        xml.element("bibl", &[("type", Some("online")), ("xml:id", Some(id))], &parts.join(". "));
        xml.end();
        xml.end();
    }

    fn letter(&self, xml: &mut Xml, letter: &Letter, entries: &HashMap<&EntryId, &Entry>, source: &str) {
        let path = Route::Letter { id: letter.id.clone() }.path();
        let address = self.address().map(|base| [base, &path].concat());
        let attributes =
            [("key", Some(letter.id.as_str())), ("ref", address.as_deref()), ("source", Some(source))];
        xml.begin("correspDesc", &attributes);
        for (kind, name) in [(ActionKind::Sent, "sent"), (ActionKind::Received, "received")] {
            let mut actions = letter.corresp.actions.iter().filter(|action| action.kind == kind).peekable();
            if actions.peek().is_none() {
                xml.begin("correspAction", &[("type", Some(name))]);
                xml.element("persName", &[], UNKNOWN);
                xml.end();
            }
            for action in actions {
                xml.begin("correspAction", &[("type", Some(name))]);
                self::action(xml, action, entries);
                xml.end();
            }
        }
        xml.end();
    }
}

/// Who did it, where and when. Both have to be named, and who is not known is `Unknown`.
fn action(xml: &mut Xml, action: &CorrespAction, entries: &HashMap<&EntryId, &Entry>) {
    let parties = action.correspondents.iter().flat_map(|mention| parties(mention, entries));
    let parties: Vec<Party<'_>> = parties.collect();
    // One of several: of none it is sure.
    let one_of = action.joint == Joint::OneOf && parties.len() > 1;
    if parties.is_empty() {
        xml.element("persName", &[], UNKNOWN);
    }
    for party in parties {
        let name = if party.kind == EntryKind::Organisation { "orgName" } else { "persName" };
        let attributes = [
            ("ref", party.reference.as_deref()),
            ("cert", (party.doubtful || one_of).then_some("low")),
            ("evidence", party.conjectured.then_some("conjecture")),
        ];
        xml.element(name, &attributes, party.name);
    }
    if let Some(place) = &action.place {
        let entry = place.target.as_ref().and_then(|id| entries.get(id).copied());
        let reference = entry.and_then(|entry| reference(entry, &["geonames", "gnd", "wikidata"]));
        let conjectured = place.origin == edition::Origin::Machine || given(place.reason.as_deref());
        let attributes = [
            ("ref", reference.as_deref()),
            ("cert", (place.certainty > dates::Certainty::High).then_some("low")),
            ("evidence", conjectured.then_some("conjecture")),
        ];
        xml.element("placeName", &attributes, entry.map_or(&place.as_written, |entry| &entry.name));
    }
    let dating = action.dating.as_ref();
    if let Some((dating, When { values, doubtful, conjectured })) = dating.zip(dating.and_then(when)) {
        let values = values.iter().map(|(attribute, value)| (*attribute, Some(&**value)));
        let marks = [("cert", doubtful.then_some("low")), ("evidence", conjectured.then_some("conjecture"))];
        let attributes: Vec<_> = values.chain(marks).collect();
        xml.element("date", &attributes, &dating.as_written);
    }
}

/// A sender or recipient.
struct Party<'e> {
    kind: EntryKind,
    name: &'e str,
    /// The address in an authority file.
    reference: Option<String>,
    doubtful: bool,
    conjectured: bool,
}

/// Those whom a name means: the entries that it leads to, else the name.
fn parties<'e>(mention: &'e Mention, entries: &HashMap<&EntryId, &'e Entry>) -> Vec<Party<'e>> {
    let known: Vec<&Entry> = mention.targets.iter().filter_map(|id| entries.get(id).copied()).collect();
    let one_of = mention.joint == Joint::OneOf && known.len() > 1;
    let conjectured = given(mention.reason.as_deref());
    if known.is_empty() {
        let words = &*mention.as_written;
        let name = if words.trim().is_empty() { UNKNOWN } else { words };
        // That no entry is known is no doubt about the name.
        let doubtful = matches!(mention.certainty, dates::Certainty::Medium | dates::Certainty::Low);
        return vec![Party { kind: mention.kind, name, reference: None, doubtful, conjectured }];
    }
    let doubtful = one_of || mention.certainty > dates::Certainty::High;
    let party = |entry: &'e Entry| Party {
        kind: entry.kind,
        name: &entry.name,
        reference: reference(entry, &["gnd", "viaf"]),
        doubtful,
        conjectured,
    };
    known.into_iter().map(party).collect()
}

/// The address of an entry in an authority file: in the first of these that it is in, else in whatever file.
fn reference(entry: &Entry, first: &[&str]) -> Option<String> {
    let rank = |name: &str| first.iter().position(|known| *known == name).unwrap_or(first.len());
    let links = entry.authorities.iter().filter_map(|authority| {
        let href = authority_link(authority).href?;
        Some((rank(&authority.name), href))
    });
    // Of two in the same file the first counts.
    let (_, href) = links.min_by_key(|(rank, _)| *rank)?;
    Some(href.trim_end_matches('/').to_owned())
}

/// A UUID that is always the same for the same edition: by its address, else by its title. It begins with a letter, as an
/// `xml:id` does.
///
/// # Source
/// RFC 9562, section 5.8 (version 8: of one's own making); the bits are those of FNV-1a.
fn uuid(of: &str) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = of.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let letter = 0xa + (hash >> 124) % 6;
    let hash = hash & !(0xf << 124) | letter << 124;
    let hash = hash & !(0xf << 76) | 0x8 << 76;
    let hash = hash & !(0x3 << 62) | 0x2 << 62;
    let digits = format!("{hash:032x}");
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    parts.join("-")
}
