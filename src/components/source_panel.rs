//! Where the letter was printed: the header of the print line by line, what is inferred, rights.

use crate::context::Viewer;
use crate::text::{TextContext, inlines};
use edition::{ImprintKind, Letter};
use reader::letter_page::LetterPage;
use yew::prelude::*;

/// The panel of sources.
pub(crate) fn source_panel(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let letter = page.letter;
    let lang = letter.language.to_string();
    let context = TextContext { viewer, letter, ids: true };
    let mut before: Option<ImprintKind> = None;
    let lines = letter.witness.imprint.iter().map(|line| {
        let label = (before != Some(line.kind)).then(|| kind_label(viewer, line.kind));
        before = Some(line.kind);
        html! {
            <>
                <dt>{ label.unwrap_or_default() }</dt>
                <dd id={line.id.as_str().to_owned()} lang={lang.clone()}>{ inlines(context, &line.inlines) }</dd>
            </>
        }
    });
    let lines: Html = lines.collect();
    html! {
        <section id="source" class="source" aria-labelledby="source-title">
            <h2 id="source-title">{ words.source }</h2>
            if !letter.witness.imprint.is_empty() {
                <dl class="source__lines">{ lines }</dl>
            }
            { rights(viewer, letter) }
        </section>
    }
}

fn rights(viewer: &Viewer, letter: &Letter) -> Html {
    if letter.witness.rights.is_empty() {
        return html! {};
    }
    let lang = viewer.library.edition.header.language.to_string();
    html! {
        <>
            <h3>{ viewer.strings().about.rights }</h3>
            <ul class="source__rights" {lang}>
                { for letter.witness.rights.iter().map(|line| html! { <li>{ line.to_string() }</li> }) }
            </ul>
        </>
    }
}

fn kind_label(viewer: &Viewer, kind: ImprintKind) -> &'static str {
    let at = match kind {
        ImprintKind::Author => 0,
        ImprintKind::FirstPublished => 1,
        ImprintKind::TextSource => 2,
        ImprintKind::Edition => 3,
        ImprintKind::VolumePages => 4,
        ImprintKind::Translation => 5,
        ImprintKind::Digitisation => 6,
        ImprintKind::SentFromTo => 7,
        ImprintKind::Unknown => 8,
    };
    viewer.strings().letter.imprint[at]
}

/// What the marks of this page mean: each that occurs, and no other.
pub(crate) fn key(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let kinds = page.names.iter().map(|group| {
        let class = crate::text::kind_class(group.kind);
        html! { <li><span {class}>{ crate::views::register::register_title(viewer.strings(), group.kind) }</span></li> }
    });
    let corrected =
        page.letter.text.iter().chain(page.letter.notes.iter().flat_map(|note| &note.blocks)).any(|block| {
            let mut found = false;
            reader::letter_page::each_inline(&block.inlines, &mut |inline| {
                found |= matches!(inline, edition::Inline::Choice(_))
            });
            found
        });
    let inferred = page.dates.iter().any(|(dating, _)| dating.origin == edition::Origin::Machine);
    html! {
        <section id="key" class="key" aria-labelledby="key-title">
            <h2 id="key-title">{ words.key }</h2>
            <ul>
                if !page.letter.notes.is_empty() {
                    <li><span class="key__number" aria-hidden="true">{ "84" }</span>{ " " }{ words.key_note }</li>
                }
                { for kinds }
                if !page.dates.is_empty() {
                    <li><span class="date__link" data-origin="source">{ words.dates }</span></li>
                }
                if inferred {
                    <li><span class="date__link" data-origin="machine">{ viewer.strings().entry.origins[2] }</span></li>
                }
                if corrected {
                    <li><span class="tei-sic">{ words.key_sic }</span><span class="tei-corr" data-origin="editor">{ " [" }{ words.key_corr }{ "]" }</span></li>
                }
            </ul>
        </section>
    }
}
