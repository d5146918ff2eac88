//! Links of letters in Markdown to other letters of the edition, and those that lead nowhere.

use super::leftover::Origin;
use crate::ids::{cleaned, file_name};
use crate::link::{ENTRIES, schemes};
use crate::side_file::SideFile;
use edition::{EntryKind, Inline, Letter, LetterId, Link};
use percent_encoding::percent_decode_str;
use source::{Code, Diagnostic, Severity, SourceFile, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Links of a letter that are no address, each with its place.
pub(super) type Open = Vec<(Box<str>, Span)>;

/// Leads the links of some letters to the letters that they name, by their files or identifiers; what leads nowhere is
/// reported. The files are those of the letters, one for each; `open` says of which letters there are links.
pub(super) fn resolve(
    open: Vec<(usize, Open)>,
    files: &[Origin<'_>],
    letters: &mut [Letter],
    side: &SideFile,
    findings: &mut Vec<Diagnostic>,
) {
    if open.iter().all(|(_, links)| links.is_empty()) {
        return;
    }
    let known = Known::of(files, letters);
    for (at, links) in open {
        let (Some((file, _)), Some(letter)) = (files.get(at), letters.get_mut(at)) else { continue };
        let mut found = BTreeMap::new();
        for (target, span) in links {
            match known.letter(file, &target) {
                Some(id) => {
                    found.insert(target, id);
                }
                None => findings.push(leads_nowhere(&target, span, side).in_source(file.id)),
            }
        }
        let notes = letter.notes.iter_mut().flat_map(|note| &mut note.blocks);
        letter.text.iter_mut().chain(notes).for_each(|block| lead(&mut block.inlines, &found));
    }
}

fn lead(inlines: &mut [Inline], found: &BTreeMap<Box<str>, LetterId>) {
    for inline in inlines {
        if let Inline::Link(link, _) = inline
            && let Link::Unknown(target) = &*link
            && let Some(id) = found.get(target)
        {
            *link = Link::Letter(id.clone());
        }
        lead(inline.inner_mut(), found);
    }
}

/// The letters of an edition by what a link can call them.
struct Known {
    by_path: BTreeMap<String, LetterId>,
    /// Names that several files have name none.
    by_name: BTreeMap<String, Option<LetterId>>,
    by_id: BTreeMap<String, LetterId>,
}

impl Known {
    fn of(files: &[Origin<'_>], letters: &[Letter]) -> Self {
        let mut known = Self { by_path: BTreeMap::new(), by_name: BTreeMap::new(), by_id: BTreeMap::new() };
        for ((file, _), letter) in files.iter().zip(letters) {
            let id = || letter.id.clone();
            known.by_path.entry(file.path.0.to_string()).or_insert_with(id);
            let name = known.by_name.entry(file_name(&file.path.0).to_owned());
            name.and_modify(|known| *known = None).or_insert_with(|| Some(id()));
            known.by_id.insert(letter.id.to_string(), id());
        }
        known
    }

    /// The letter that a link in a file names: `b.md`, `../1901/b.md`, `letter:b`, `b`.
    fn letter(&self, from: &SourceFile, target: &str) -> Option<LetterId> {
        let target = target.strip_prefix("letter:").unwrap_or(target);
        let target = decoded(target.split(['#', '?']).next().unwrap_or_default());
        let name = target.rsplit('/').next().filter(|name| name.contains(char::is_alphanumeric))?;
        let beside = self.by_path.get(&path_beside(&from.path.0, &target));
        let named = || self.by_name.get(name)?.as_ref();
        let called = || self.by_id.get(&*target).or_else(|| self.by_id.get(&cleaned(&target)));
        beside.or_else(named).or_else(called).cloned()
    }
}

/// A path that is written in a file, from the place where that file's own path begins.
fn path_beside(file: &str, path: &str) -> String {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// An address with `%20` and the like undone.
fn decoded(address: &str) -> Cow<'_, str> {
    percent_decode_str(address).decode_utf8().unwrap_or(Cow::Borrowed(address))
}

fn leads_nowhere(target: &str, span: Span, side: &SideFile) -> Diagnostic {
    let scheme = target.split_once(':').filter(|(scheme, _)| scheme.chars().all(char::is_alphanumeric));
    let (message, advice) = match scheme {
        Some(("letter", id)) => {
            (format!("no letter is {id}"), "write the name of its file, or its identifier".to_owned())
        }
        Some((scheme, rest)) => {
            let near =
                schemes().map(|known| (strsim::damerau_levenshtein(&scheme.to_lowercase(), known), known));
            let near = near.min().filter(|(edits, known)| *edits <= 2 && *edits < known.len() / 2);
            let advice = match near {
                Some((_, known)) => format!("did you mean {known}:{rest}?"),
                None => {
                    format!(
                        "links begin with {}: or are the name of a letter's file",
                        schemes().collect::<Vec<_>>().join(":, ")
                    )
                }
            };
            (format!("a link to {scheme}: leads nowhere"), advice)
        }
        None => {
            let entry = side.register.entry(&target.into());
            let advice = match entry {
                Some(entry) => {
                    format!("write {}:{target} to name the entry of the register", scheme_of(entry.kind))
                }
                None if target.starts_with("www.") => format!("write https://{target}"),
                None => "write the name of a letter's file, person:… and the like, or an address with https:"
                    .to_owned(),
            };
            (format!("the link to “{target}” leads nowhere: there is no such letter"), advice)
        }
    };
    Diagnostic::new(Code("markdown/unknown-link"), Severity::Warning, Some(span), message).advise(advice)
}

/// What stands before the colon of a link to an entry.
fn scheme_of(kind: EntryKind) -> &'static str {
    ENTRIES.iter().find(|(_, known)| *known == kind).map_or("person", |(scheme, _)| scheme)
}

#[cfg(test)]
mod tests {
    use super::{decoded, path_beside};

    #[test]
    fn paths_begin_where_their_file_is() {
        let rows = [
            ("a.md", "b.md", "b.md"),
            ("x/a.md", "b.md", "x/b.md"),
            ("x/a.md", "./b.md", "x/b.md"),
            ("x/y/a.md", "../b.md", "x/b.md"),
            ("x/a.md", "../../b.md", "../b.md"),
        ];
        for (file, path, expected) in rows {
            assert_eq!(path_beside(file, path), expected);
        }
        assert_eq!(decoded("M%C3%BCller%20a.md 50% %"), "Müller a.md 50% %");
    }
}
