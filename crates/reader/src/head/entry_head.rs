//! The head of an entry's page.

use super::edition_head::name_of;
use super::json::Thing;
use super::{Head, HeadWords, Page, Site, Target, begin, date, party};
use crate::{Library, entry_page, life};
use edition::{Entry, EntryId, EntryKind, plain};

/// The head of an entry's page; none where the entry is not here.
pub(super) fn entry_head(
    library: &Library,
    id: &EntryId,
    words: &HeadWords<'_>,
    site: &Site<'_>,
) -> Option<Head> {
    let body = library.body(id)?;
    let entry = &body.head.entry;
    let name = plain(&entry.name);
    let page = Page {
        description: description(library, entry, words),
        og_type: if entry.kind == EntryKind::Person { "profile" } else { "website" },
        path: &(site.path)(Target::Entry(entry.kind, &entry.id)),
        name: if name.is_empty() { name_of(library, words) } else { name },
        // What rights an editor has in an entry is nowhere said.
        license: None,
    };
    let head = begin(library, page, words, site);
    let thing = party::reference(entry, site)
        .with_text("alternateName", entry_page::other_names(body))
        .with_text("description", entry.about.as_deref());
    Some(Head { json_ld: dated(thing, entry).document(), ..head })
}

/// The one line, else the years, else what the edition is.
fn description(library: &Library, entry: &Entry, words: &HeadWords<'_>) -> String {
    if let Some(about) = entry.about.as_deref().filter(|about| !about.trim().is_empty()) {
        return about.to_owned();
    }
    let dates = life::life_dates(entry, words.dates);
    if dates.is_empty() { library.header().description.to_string() } else { dates }
}

/// With its dates, where they are certain and it is certain what they are dates of: that of a work may be of its
/// writing, its print or its first night.
fn dated(thing: Thing, entry: &Entry) -> Thing {
    let [begin, end] = match entry.kind {
        EntryKind::Person => ["birthDate", "deathDate"],
        EntryKind::Organisation => ["foundingDate", "dissolutionDate"],
        EntryKind::Event => ["startDate", "endDate"],
        EntryKind::Place | EntryKind::Work | EntryKind::Office | EntryKind::Abbreviation => return thing,
    };
    thing
        .with_text(begin, entry.begin.as_ref().and_then(date::certain_value))
        .with_text(end, entry.end.as_ref().and_then(date::certain_value))
}
