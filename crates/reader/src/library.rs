//! The edition that is open: its manifest, and the parts that have arrived.

#[cfg(feature = "pages")]
use bundle::{EntryBody, EntryHead, LetterBody};
use bundle::{Manifest, OpenError, Part, PartName, RegisterRow};
#[cfg(feature = "pages")]
use edition::Entry;
use edition::{EntryId, EntryKind, Header, LetterId};
use index::{Catalogue, Excerpt, LetterRow, Moment};
use std::cell::OnceCell;
use std::rc::Rc;

use crate::order;

/// The edition that is open. A copy shares its parts with the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// What the edition is, and which part holds what.
    pub manifest: Rc<Manifest>,
    /// The parts that have arrived.
    parts: Vec<(PartName, Rc<Part>)>,
    /// The parts that could not be had.
    missing: Vec<PartName>,
    /// The letters of the catalogue by identifier, as places in it.
    by_id: Rc<OnceCell<Vec<usize>>>,
}

/// What a page shows, and so which parts it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'w> {
    /// Nothing but what the manifest says.
    Nothing,
    /// All letters in a line each.
    Letters,
    /// A letter.
    Letter(&'w LetterId),
    /// The entries of a kind.
    Register(EntryKind),
    /// An entry.
    Entry(&'w EntryId),
    /// All dates.
    Chronology,
    /// The sentences around the dates at these places in the chronology.
    Excerpts(&'w [usize]),
}

impl Library {
    /// Opens an edition: a manifest, or an edition in one piece.
    ///
    /// # Errors
    /// Those of [`bundle::open_manifest`] and of the parts that came with it.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let (manifest, bodies) = bundle::open_manifest(bytes)?;
        let mut library = Self::of(manifest);
        for (name, body) in bodies {
            let part = Part::of_body(&name, body)?;
            library.keep(name, part);
        }
        Ok(library)
    }

    /// An edition of which nothing is here but the manifest.
    #[must_use]
    pub fn of(manifest: Manifest) -> Self {
        Self { manifest: Rc::new(manifest), ..Self::default() }
    }

    /// Takes in a part that has arrived. One that is damaged counts as missing.
    ///
    /// # Errors
    /// Those of [`bundle::open_part`].
    pub fn accept(&mut self, name: &PartName, bytes: &[u8]) -> Result<(), OpenError> {
        match bundle::open_part(name, bytes) {
            Ok(part) => {
                self.keep(name.clone(), part);
                Ok(())
            }
            Err(error) => {
                self.refuse(name);
                Err(error)
            }
        }
    }

    /// Takes in a part.
    pub fn keep(&mut self, name: PartName, part: Part) {
        self.missing.retain(|missing| *missing != name);
        if self.part(&name).is_none() {
            self.parts.push((name, Rc::new(part)));
        }
    }

    /// Notes that a part could not be had.
    pub fn refuse(&mut self, name: &PartName) {
        if !self.is_missing(name) {
            self.missing.push(name.clone());
        }
    }

    /// Forgets that parts could not be had, so that they are asked for again.
    pub fn retry(&mut self) {
        self.missing.clear();
    }

    /// The parts that are needed and not here, with those that could not be had.
    #[must_use]
    pub fn needs(&self, wanted: Wanted<'_>) -> Vec<PartName> {
        let manifest = &*self.manifest;
        let mut names: Vec<&PartName> = Vec::new();
        match wanted {
            Wanted::Nothing => {}
            Wanted::Letters => names.push(&manifest.catalogue),
            Wanted::Letter(id) => names.extend(manifest.letter_part(id)),
            Wanted::Register(kind) => names.extend(self.register_part(kind)),
            Wanted::Entry(id) => {
                names.extend(manifest.entry_part(id));
                names.push(&manifest.catalogue);
            }
            Wanted::Chronology => names.extend([&manifest.chronology, &manifest.catalogue]),
            Wanted::Excerpts(moments) => {
                for name in
                    moments.iter().filter_map(|at| manifest.excerpt_parts.get(at / Manifest::EXCERPTS))
                {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
        }
        names.into_iter().filter(|name| self.part(name).is_none()).cloned().collect()
    }

    /// Whether a part could not be had.
    #[must_use]
    pub fn is_missing(&self, name: &PartName) -> bool {
        self.missing.contains(name)
    }

    /// Title, language and the like.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.manifest.header
    }

    /// All letters in a line each; nothing before they have arrived.
    #[must_use]
    pub fn catalogue(&self) -> Option<&Catalogue> {
        match self.part(&self.manifest.catalogue)? {
            Part::Catalogue(catalogue) => Some(catalogue),
            _ => None,
        }
    }

    /// The letter at a position of the edition, in a line.
    #[must_use]
    pub fn row(&self, number: u32) -> Option<&LetterRow> {
        self.catalogue()?.letters.get(usize::try_from(number).ok()?)
    }

    /// The letter with this identifier, in a line.
    #[must_use]
    pub fn row_of(&self, id: &LetterId) -> Option<&LetterRow> {
        self.catalogue()?.letters.get(self.place_of(id)?)
    }

    /// The position in the edition of the letter with this identifier.
    #[must_use]
    pub fn place_of(&self, id: &LetterId) -> Option<usize> {
        let letters = &self.catalogue()?.letters;
        // Most pages never ask.
        let by_id = self.by_id.get_or_init(|| {
            let mut by_id: Vec<usize> = (0..letters.len()).collect();
            order::by_key(&mut by_id, |at| letters.get(*at).map(|row| &row.id));
            by_id
        });
        let at = by_id.partition_point(|at| letters.get(*at).is_some_and(|row| row.id < *id));
        by_id.get(at).copied().filter(|at| letters.get(*at).is_some_and(|row| row.id == *id))
    }

    /// The letter with this identifier, once it has arrived.
    #[cfg(feature = "pages")]
    #[must_use]
    pub fn letter(&self, id: &LetterId) -> Option<&LetterBody> {
        match self.part(self.manifest.letter_part(id)?)? {
            Part::Letters(part) => part.letters.iter().find(|body| body.letter.id == *id),
            _ => None,
        }
    }

    /// The entries of a kind in a line each, in the order of the register.
    #[must_use]
    pub fn register(&self, kind: EntryKind) -> &[RegisterRow] {
        match self.register_part(kind).and_then(|name| self.part(name)) {
            Some(Part::Register(rows)) => rows,
            _ => &[],
        }
    }

    /// An entry with everything that is known of it, once it has arrived.
    #[cfg(feature = "pages")]
    #[must_use]
    pub fn body(&self, id: &EntryId) -> Option<&EntryBody> {
        match self.part(self.manifest.entry_part(id)?)? {
            Part::Entries(bodies) => bodies.iter().find(|body| body.head.entry.id == *id),
            _ => None,
        }
    }

    /// What a card says of an entry, where it is in a letter that has arrived.
    #[cfg(feature = "pages")]
    #[must_use]
    pub fn head(&self, id: &EntryId) -> Option<&EntryHead> {
        self.parts.iter().rev().find_map(|(_, part)| match &**part {
            Part::Letters(part) => {
                let at = part.entries.binary_search_by(|head| head.entry.id.cmp(id)).ok()?;
                part.entries.get(at)
            }
            _ => None,
        })
    }

    /// An entry, where it is in a letter that has arrived.
    #[cfg(feature = "pages")]
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.head(id).map(|head| &head.entry)
    }

    /// All dates, without the sentences around them; none before they have arrived.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        match self.part(&self.manifest.chronology) {
            Some(Part::Chronology(moments)) => moments,
            _ => &[],
        }
    }

    /// The sentence around the date at a place in the chronology, once it has arrived.
    #[must_use]
    pub fn excerpt(&self, at: usize) -> Option<&Excerpt> {
        match self.part(self.manifest.excerpt_parts.get(at / Manifest::EXCERPTS)?)? {
            Part::Excerpts(excerpts) => excerpts.get(at % Manifest::EXCERPTS),
            _ => None,
        }
    }

    fn part(&self, name: &PartName) -> Option<&Part> {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, part)| &**part)
    }

    fn register_part(&self, kind: EntryKind) -> Option<&PartName> {
        self.manifest.registers.iter().find(|(known, ..)| *known == kind).map(|(_, name, _)| name)
    }
}

#[cfg(test)]
mod tests;
