//! The head of a letter's page.

use super::json::{Node, Thing};
use super::license::license;
use super::opening::opening;
use super::party::{self, Party};
use super::{Head, HeadWords, Link, Meta, MetaKey, Page, Site, Target, begin, date, edition_head};
use crate::{Library, letter_page};
use dates::{Certainty, DateForm, display};
use edition::{
    ActionKind, CorrespAction, Dating, EntryKind, ImprintKind, Inline, Letter, LetterId, PlaceStatement,
    known_by, plain,
};

/// A letter with what it says of its way.
struct Sending<'l> {
    letter: &'l Letter,
    sent: Option<&'l CorrespAction>,
    received: Option<&'l CorrespAction>,
}

impl<'l> Sending<'l> {
    fn of(letter: &'l Letter) -> Self {
        let action = |kind| letter.corresp.actions.iter().find(|action| action.kind == kind);
        Self { letter, sent: action(ActionKind::Sent), received: action(ActionKind::Received) }
    }

    fn dating(&self) -> Option<&'l Dating> {
        self.sent?.dating.as_ref()
    }

    /// Where it was sent from, where that is certain.
    fn place(&self) -> Option<&'l PlaceStatement> {
        self.sent?.place.as_ref().filter(|place| place.certainty == Certainty::High)
    }

    /// Rights in the letter: its own, else those of all letters.
    fn rights<'r>(&self, site: &Site<'r>) -> &'r [Box<str>]
    where
        'l: 'r,
    {
        let own = &*self.letter.witness.rights;
        if own.is_empty() { site.rights } else { own }
    }
}

/// The head of a letter's page; none where the letter is not here.
pub(super) fn letter_head(
    library: &Library,
    id: &LetterId,
    words: &HeadWords<'_>,
    site: &Site<'_>,
) -> Option<Head> {
    let body = library.letter(id)?;
    let sending = Sending::of(&body.letter);
    let name = name(library, &sending, words);
    let page = Page {
        description: description(library, &sending, words),
        // Reference managers take a `website` for a web page, whatever else is said.
        og_type: "article",
        path: &(site.path)(Target::Letter(id)),
        name: name.clone(),
        license: license(sending.rights(site)),
    };
    let mut head = begin(library, page, words, site);
    citation(&mut head.meta, library, &sending, &name);
    for (rel, neighbor) in ["prev", "next"].into_iter().zip(&body.neighbors.edition) {
        if let Some(neighbor) = neighbor {
            let href = site.address_of(Target::Letter(&neighbor.letter));
            head.links.push(Link { rel, href, hreflang: None });
        }
    }
    Some(Head { json_ld: message(library, &sending, &name, words, site).document(), ..head })
}

/// `V. I. Lenin to A. A. Joffe`, or what it is known by where it went between nobody, as the page is headed.
fn name(library: &Library, sending: &Sending<'_>, words: &HeadWords<'_>) -> String {
    let of = |action| {
        let parties = letter_page::parties(library, action);
        let names = parties.iter().map(|party| plain(party.shown())).filter(|name| !name.is_empty());
        names.collect::<Vec<_>>().join(", ")
    };
    let (from, to) = (of(sending.sent), of(sending.received));
    if from.is_empty() && to.is_empty() {
        let known_by = known_by(sending.letter);
        if !known_by.is_empty() {
            return known_by;
        }
    }
    let or_unknown = |name: String| if name.is_empty() { words.unknown.to_owned() } else { name };
    plain(&(words.from_to)(&or_unknown(from), &or_unknown(to)))
}

/// `17 March 1921, Moscow · Dear Comrade Joffe …`; of a letter that says none of it, what the edition is.
fn description(library: &Library, sending: &Sending<'_>, words: &HeadWords<'_>) -> String {
    let date = sending.dating().map(|dating| match date::marked(&dating.reading) {
        Some(value) => display(&value, words.dates, DateForm::Long),
        None => dating.as_written.to_string(),
    });
    let place = sending.place().map(|place| place_name(library, place).to_owned());
    let joined = |parts: [Option<String>; 2], joint: &str| {
        let parts = parts.into_iter().flatten().map(|part| plain(&part)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(joint)
    };
    let when_and_where = joined([date, place], ", ");
    let description = joined([Some(when_and_where), Some(opening(sending.letter))], " · ");
    if description.is_empty() { library.header().description.to_string() } else { description }
}

/// As the register calls it, else as written.
fn place_name<'l>(library: &'l Library, place: &'l PlaceStatement) -> &'l str {
    let entry = place.target.as_ref().and_then(|id| library.entry(id));
    entry.map_or(&place.as_written, |entry| &entry.name)
}

/// What reference managers read.
///
/// # Source
/// The names are those of Highwire Press, as Google Scholar and Zotero read them; `dcterms.type` makes it a letter:
/// without it Zotero takes whatever has a `citation_title` for an article of a journal. There is no `citation_public_url`:
/// both read the canonical address.
fn citation(meta: &mut Vec<Meta>, library: &Library, sending: &Sending<'_>, name: &str) {
    let mut say = |key, content: &str| {
        let content = plain(content);
        if !content.is_empty() {
            meta.push(Meta { key: MetaKey::Name(key), content });
        }
    };
    say("citation_title", name);
    for sender in party::certain(library, sending.sent) {
        say("citation_author", sender.cited());
    }
    if let Some(date) = sending.dating().and_then(|dating| date::cited(&dating.reading)) {
        // Of the two names for it Zotero reads both, Google Scholar this one. It means the date by which a text is cited.
        say("citation_publication_date", &date);
    }
    say("citation_language", &sending.letter.language);
    say("dcterms.type", "letter");
}

/// The letter as a thing.
///
/// # Source
/// schema.org has no type for letters; a `Message` has sender, recipient and the day it was sent. The last is given
/// where it is certain. Of any other date as much as is certain, a month or a year, is when the `CreativeWork` was made.
/// There is no form for doubt, and `temporalCoverage` is of what a text speaks of.
fn message(
    library: &Library,
    sending: &Sending<'_>,
    name: &str,
    words: &HeadWords<'_>,
    site: &Site<'_>,
) -> Thing {
    let letter = sending.letter;
    let parties = |action| party::certain(library, action);
    let things = |parties: &[Party<'_>]| parties.iter().map(|party| party.thing(site)).collect::<Vec<_>>();
    let sent = sending.dating().map(|dating| &dating.reading);
    let day = sent.and_then(date::certain);
    let part = sent.filter(|_| day.is_none()).and_then(date::certain_part);
    let received = sending.received.and_then(|action| action.dating.as_ref());
    let place = sending.place().map(|place| Node::Thing(place_thing(library, place, site)));
    let title = letter.title.as_deref().filter(|title| *title != name);
    let thing = Thing::new(&["CreativeWork", "Message"])
        .at(site.address_of(Target::Letter(&letter.id)))
        .with_text("name", [name])
        .with_text("alternateName", title)
        .with_text("sameAs", lasting_addresses(letter))
        .with("sender", things(&parties(sending.sent)))
        .with("recipient", things(&parties(sending.received)))
        .with_text("dateSent", day)
        .with_text("dateCreated", part)
        .with_text("dateReceived", received.and_then(|dating| date::certain(&dating.reading)))
        .with("locationCreated", place)
        .with_text("inLanguage", [&letter.language])
        .with_text("position", letter.number.as_deref())
        .with("isPartOf", [Node::Thing(edition_head::reference(library, words, site))]);
    edition_head::with_rights(thing, sending.rights(site))
}

/// The addresses under which the digital text was published, as the source gives them: a handle, a DOI.
fn lasting_addresses(letter: &Letter) -> Vec<&str> {
    let lines = letter.witness.imprint.iter().filter(|line| line.kind == ImprintKind::Digitisation);
    // A line that is nothing but an address; others lead to whatever else.
    let addresses = lines.filter_map(|line| match &*line.inlines {
        [Inline::Link(edition::Link::Address(href), _)] => Some(&**href),
        _ => None,
    });
    addresses.collect()
}

fn place_thing(library: &Library, place: &PlaceStatement, site: &Site<'_>) -> Thing {
    match place.target.as_ref().and_then(|id| library.entry(id)) {
        Some(entry) => party::reference(entry, site),
        None => party::named(EntryKind::Place, &place.as_written),
    }
}
