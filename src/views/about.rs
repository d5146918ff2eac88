//! The edition, its sources and rights, and how to read it.

use crate::components::rights::rights;
use crate::components::shell::shown;
use crate::context::Viewer;
use crate::markup::markup;
use crate::route::{REGISTERS, Route, shared_file};
use crate::views::View;
use crate::views::register::register_title;
use edition::EntryKind;
use yew::prelude::*;

/// The edition, its sources and rights, and how to read it.
pub(crate) fn about(viewer: &Viewer) -> View {
    let strings = viewer.strings();
    let words = &strings.about;
    let manifest = &viewer.library.manifest;
    let header = &manifest.header;
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let paragraphs =
        |lines: &[&'static str]| lines.iter().map(|line| markup! { <p>{ *line }</p> }).collect::<Html>();
    let body = markup! {
        <div class="about">
            <h1 lang={header.language.to_string()}>{ &*header.title }</h1>
            <h2>{ words.contents }</h2>
            <p>{ (words.letters)(count(manifest.letters)) }{ ", " }{ (words.dates)(count(manifest.moments)) }</p>
            <ul class="about__registers">
                { for manifest.registers.iter().filter(|(kind, ..)| offered(viewer, *kind)).map(|(kind, _, entries)| markup! {
                    <li><a href={Route::Register { kind: *kind }.href()}>{ register_title(strings, *kind) }</a>{ " " }{ *entries }</li>
                }) }
            </ul>
            if !header.editors.is_empty() {
                <p>{ words.editors }{ ": " }<span lang={header.language.to_string()}>{ header.editors.join(", ") }</span></p>
            }
            if !header.left_out.is_empty() {
                <p>{ words.left_out }</p>
                <ul class="about__left-out">{ for header.left_out.iter().map(|file| markup! { <li><code>{ &**file }</code></li> }) }</ul>
            }
            if let Some((file, bytes)) = &header.sources {
                <p><a href={shared_file(file)} download="">{ words.sources }</a>{ " " }{ size(*bytes, words.kilobytes) }</p>
            }
            <p class="about__keep">
                <button type="button" data-opens="keep">{ words.keep }</button>
            </p>
            <h2>{ words.reading }</h2>
            { paragraphs(&words.reading_how) }
            <h2>{ words.origins }</h2>
            { paragraphs(&words.origins_how) }
            <h2>{ words.keys }</h2>
            <dl>
                { for words.key_list.iter().map(|(key, does)| markup! { <><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></> }) }
            </dl>
            if !header.rights.is_empty() {
                <h2>{ words.rights }</h2>
                { rights(viewer, &header.rights) }
            }
        </div>
    };
    View { title: strings.frame.about.to_owned(), body }
}

/// Whether lists of views lead to the entries of a kind.
fn offered(viewer: &Viewer, kind: EntryKind) -> bool {
    REGISTERS.iter().any(|(known, word)| *known == kind && shown(viewer, word))
}

/// A size in words: `(12 KB)`, a kilobyte of 1024 bytes.
fn size(bytes: u32, kilobytes: &str) -> String {
    ["(", &bytes.div_ceil(1024).to_string(), " ", kilobytes, ")"].concat()
}
