//! One entry of the register: who or what it is, and where it occurs.

mod letters;
mod relations;
mod years;

use bundle::EntryBody;
use dates::Names;
use edition::{ActionKind, Authority, Entry, EntryId, Origin};
use index::{Excerpt, Occurrence, Setting, Share};

use crate::letter_line::{LetterLine, Partners};
use crate::{Library, life, order};
pub use relations::{Relation, RelationKind};
pub use years::{YearCount, YearStrip};

/// An entry as it is shown. The counts are the lengths of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPage<'l> {
    /// The entry.
    pub entry: &'l Entry,
    /// Its dates in full. Empty where nothing is known.
    pub dates: String,
    /// Other forms of its name, and abbreviations that stand for it.
    pub other_names: Vec<&'l str>,
    /// Entries it belongs with, by the way they do.
    pub relations: Vec<Relation<'l>>,
    /// Identifiers in authority files with their addresses there.
    pub authorities: Vec<AuthorityLink<'l>>,
    /// Letters it sent (of a place: sent from there).
    pub sent: Vec<LetterLine<'l>>,
    /// Letters it received (of a place: received there).
    pub received: Vec<LetterLine<'l>>,
    /// Mentions in the text of letters, letter by letter.
    pub in_text: Vec<Mentions<'l>>,
    /// Mentions in notes.
    pub in_notes: Vec<Mentions<'l>>,
    /// Mentions in the lines about the print.
    pub in_imprint: Vec<Mentions<'l>>,
    /// Letters and mentions by year.
    pub years: YearStrip,
}

/// An identifier in an authority file, or the address of a page elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityLink<'l> {
    /// The file and the identifier.
    pub authority: &'l Authority,
    /// How the file is called.
    pub file: &'l str,
    /// Its page there; none for a file that is not known, or an identifier that can be none.
    pub href: Option<String>,
}

impl AuthorityLink<'_> {
    /// Whether the identifier is the address itself.
    #[must_use]
    pub fn is_address(&self) -> bool {
        self.href.as_deref() == Some(&self.authority.id)
    }

    /// How the link is called: by the file and the identifier. An address is not to be read: by the file alone, and by its
    /// last piece where others of this file stand beside it.
    #[must_use]
    pub fn label(&self, beside: &[AuthorityLink<'_>]) -> String {
        let alone = beside.iter().filter(|other| other.file == self.file).count() < 2;
        let id = match self.is_address() {
            true if alone => return self.file.to_owned(),
            true => self.authority.id.trim_end_matches('/').rsplit('/').next().unwrap_or_default(),
            false => &self.authority.id,
        };
        [self.file, " ", id].concat()
    }
}

/// The mentions of an entry in one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentions<'l> {
    /// The letter.
    pub letter: LetterLine<'l>,
    /// The places, in the order of the source.
    pub places: Vec<Place<'l>>,
}

/// A mention: the sentence and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'l> {
    /// The fragment of the mention in the letter view.
    pub fragment: &'l str,
    /// The label of the note, for a mention in a note.
    pub note: Option<&'l str>,
    /// The sentence, with the name marked.
    pub excerpt: &'l Excerpt,
    /// Who says that this entry is meant.
    pub origin: Origin,
}

impl EntryPage<'_> {
    /// How many mentions there are in all.
    #[must_use]
    pub fn mentioned(&self) -> usize {
        [&self.in_text, &self.in_notes, &self.in_imprint].into_iter().map(|list| count(list)).sum()
    }
}

/// How many mentions a list holds.
#[must_use]
pub fn count(list: &[Mentions<'_>]) -> usize {
    list.iter().map(|mentions| mentions.places.len()).sum()
}

/// An entry with everything that is known of it; none for an identifier that is not in the register.
#[must_use]
pub fn entry_page<'l>(library: &'l Library, id: &EntryId, words: &'static Names) -> Option<EntryPage<'l>> {
    let body = library.body(id)?;
    let entry = &body.head.entry;
    let lines = |shares: &'l [Share], kind| letters::lines(library, shares, (entry, kind), words);
    let mentions = |wanted: fn(&Setting) -> bool| mentions(library, body, wanted, words);
    Some(EntryPage {
        entry,
        dates: life::life_dates(entry, words),
        other_names: other_names(body),
        relations: relations::relations(body),
        authorities: entry.authorities.iter().map(link).collect(),
        sent: lines(&body.sent, ActionKind::Sent),
        received: lines(&body.received, ActionKind::Received),
        in_text: mentions(|setting| *setting == Setting::Text),
        in_notes: mentions(|setting| matches!(setting, Setting::Note(_))),
        in_imprint: mentions(|setting| *setting == Setting::Imprint),
        years: years::years(library, body),
    })
}

/// The forms of its name and its abbreviations, each once, the preferred name left out.
pub(crate) fn other_names(body: &EntryBody) -> Vec<&str> {
    let entry = &body.head.entry;
    let abbreviations = body.head.abbreviations.iter().flat_map(|(short, long)| [&**short, &**long]);
    let forms = entry.forms.iter().map(|form| &*form.text);
    let mut names: Vec<&str> = Vec::new();
    for name in forms.chain(abbreviations) {
        if name != &*entry.name && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn mentions<'l>(
    library: &'l Library,
    body: &'l EntryBody,
    wanted: fn(&Setting) -> bool,
    words: &'static Names,
) -> Vec<Mentions<'l>> {
    let mut list: Vec<(u32, Mentions<'l>)> = Vec::new();
    for occurrence in body.occurrences.iter().filter(|occurrence| wanted(&occurrence.setting)) {
        let place = place(occurrence);
        match list.last_mut() {
            Some((letter, mentions)) if *letter == occurrence.letter => mentions.places.push(place),
            _ => {
                let Some(letter) = letters::line(library, occurrence.letter, Partners::Both, words) else {
                    continue;
                };
                list.push((occurrence.letter, Mentions { letter, places: vec![place] }));
            }
        }
    }
    order::by_key(&mut list, |(letter, _)| letters::when(library, *letter));
    list.into_iter().map(|(_, mentions)| mentions).collect()
}

fn place(occurrence: &Occurrence) -> Place<'_> {
    let note = match &occurrence.setting {
        Setting::Note(label) => Some(&**label),
        Setting::Text | Setting::Imprint => None,
    };
    Place { fragment: &occurrence.fragment, note, excerpt: &occurrence.excerpt, origin: occurrence.origin }
}

/// Addresses are made, never fetched. An identifier with other characters than those that identifiers have makes none, unless
/// it is an address of the web.
pub fn link(authority: &Authority) -> AuthorityLink<'_> {
    let (file, before, after) = match &*authority.name {
        "wikidata" => ("Wikidata", "https://www.wikidata.org/wiki/", ""),
        "gnd" => ("GND", "https://d-nb.info/gnd/", ""),
        "geonames" => ("GeoNames", "https://www.geonames.org/", "/"),
        "viaf" => ("VIAF", "https://viaf.org/viaf/", "/"),
        other => (other, "", ""),
    };
    let plain = authority.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let web = ["https://", "http://"].iter().any(|scheme| authority.id.starts_with(scheme));
    let href = if web && !authority.id.contains(|sign: char| sign.is_whitespace() || sign.is_control()) {
        Some(authority.id.to_string())
    } else {
        (!before.is_empty() && plain && !authority.id.is_empty())
            .then(|| [before, &authority.id, after].concat())
    };
    AuthorityLink { authority, file, href }
}

#[cfg(test)]
mod tests;
