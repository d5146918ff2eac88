//! An image of a page, or a picture, that is not in the folder of the edition.
//!
//! Readers see an empty frame. Addresses of the web are not asked, and names without the ending of an image are names in
//! an archive, not files.
//!
//! Example: `<pb facs="scans/12.jpg"/>` without that file.

use crate::{Checked, Rule, at};
use edition::{BlockKind, Inline, each_inline};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule { code: Code("check/missing-image"), run };

const ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".tif", ".tiff"];

fn run(found: &mut Vec<Diagnostic>, checked: Checked<'_>) {
    let Some(files) = checked.files else { return };
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        by_name.entry(name(file)).or_default().push(file);
    }
    for (letter, place) in checked.letters() {
        let mut named: Vec<(&str, Span)> = Vec::new();
        for block in letter.text.iter().chain(letter.notes.iter().flat_map(|note| &note.blocks)) {
            match &block.kind {
                BlockKind::PageBreak(page) => {
                    named.extend(page.facs.as_deref().map(|facs| (facs, page.span)))
                }
                BlockKind::Figure(image) => named.extend(image.as_deref().map(|image| (image, block.span))),
                _ => {}
            }
            each_inline(&block.inlines, &mut |inline| {
                if let Inline::PageBreak(page) = inline {
                    named.extend(page.facs.as_deref().map(|facs| (facs, page.span)));
                }
            });
        }
        for (image, span) in named {
            let Some(path) = file(image) else { continue };
            if !files.contains(path) && !there(&by_name, path) {
                let message = format!("the image {image} is not in the folder of the edition");
                let finding = at(&RULE, Severity::Warning, (place.source, Some(span)), message);
                found.push(finding.advise("put it there, or mend its name; capitals count"));
            }
        }
    }
}

/// Whether a path that is written from the folder of a letter is that of a file.
fn there(by_name: &BTreeMap<&str, Vec<&str>>, path: &str) -> bool {
    let mut files = by_name.get(name(path)).into_iter().flatten();
    files.any(|file| file.strip_suffix(path).is_some_and(|above| above.ends_with('/')))
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The path of an image that has to be a file, without `./` and `../` before it.
fn file(address: &str) -> Option<&str> {
    let image = ENDINGS.iter().any(|ending| address.to_lowercase().ends_with(ending));
    if !image || address.contains(':') || address.starts_with("//") {
        return None;
    }
    let mut path = address.trim_start_matches('/');
    while let Some(rest) = path.strip_prefix("./").or_else(|| path.strip_prefix("../")) {
        path = rest;
    }
    Some(path)
}
