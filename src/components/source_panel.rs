//! Where the letter was printed: the header of the print line by line, what is inferred, rights.

use super::rights::rights;
use crate::context::Viewer;
use crate::markup::markup;
use crate::text::{TextContext, inlines, kind_class, look, sign_class, sign_words};
use crate::views::register::register_title;
use edition::ImprintKind;
use reader::letter_page::{LetterPage, Marks};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Whether anything is said of where a letter was printed, or of rights.
pub(crate) fn has_source(page: &LetterPage<'_>) -> bool {
    !page.letter.witness.imprint.is_empty() || !page.letter.witness.rights.is_empty()
}

/// The panel of sources; nothing where nothing is said.
pub(crate) fn source_panel(context: TextContext<'_>, page: &LetterPage<'_>) -> Html {
    if !has_source(page) {
        return Html::default();
    }
    let TextContext { viewer, letter, .. } = context;
    let words = &viewer.strings().letter;
    let lang = letter.language.to_string();
    let mut before: Option<ImprintKind> = None;
    let lines = letter.witness.imprint.iter().map(|line| {
        // Lines that tell the same thing stand together.
        let label = (before != Some(line.kind)).then(|| markup! { <dt>{ kind_label(viewer, line.kind) }</dt> });
        before = Some(line.kind);
        markup! {
            <>
                { label }
                <dd id={line.id.as_str().to_owned()} lang={lang.clone()}>{ inlines(context, &line.inlines) }</dd>
            </>
        }
    });
    let lines: Html = lines.collect();
    markup! {
        <section id="source" class="source">
            <h2>{ words.source }</h2>
            if !letter.witness.imprint.is_empty() {
                <dl class="source__lines">{ lines }</dl>
            }
            if !letter.witness.rights.is_empty() {
                <h3>{ viewer.strings().about.rights }</h3>
                { rights(viewer, &letter.witness.rights) }
            }
        </section>
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
        ImprintKind::Description => 9,
        ImprintKind::Responsibility => 10,
    };
    viewer.strings().letter.imprint[at]
}

/// What the marks of this page mean: each that occurs, and no other.
pub(crate) fn key(viewer: &Viewer, page: &LetterPage<'_>) -> Html {
    let words = &viewer.strings().letter;
    let [printed, editor, machine] = viewer.strings().letters.origins;
    let marks = &page.marks;
    if page.names.is_empty() && *marks == Marks::default() {
        return Html::default();
    }
    let rows = marks.signs.iter().map(|sign| (sign_class(sign), sign_words(viewer.strings(), sign)));
    // Sources call one thing by several words.
    let mut known = BTreeSet::new();
    let mut shown: Vec<(&str, String)> = rows.filter(|row| known.insert(row.clone())).collect();
    let looks = marks.looks.iter().filter_map(|rend| look(viewer.strings(), rend));
    shown.extend(looks.map(|(class, words)| (class, words.to_owned())));
    let signs = shown.into_iter().map(|(class, words)| markup! { <li><span {class}>{ words }</span></li> });
    let reasons = match marks.reasons.as_slice() {
        [] => String::new(),
        reasons => [": ", &*reasons.join("; ")].concat(),
    };
    let kinds = page.names.iter().map(|group| {
        let class = kind_class(group.kind);
        markup! { <li><span {class}>{ register_title(viewer.strings(), group.kind) }</span></li> }
    });
    markup! {
        <section id="key" class="key">
            <h2>{ words.key }</h2>
            <ul>
                if let Some(call) = marks.call {
                    <li><span class="key__number" aria-hidden="true">{ call.to_owned() }</span>{ " " }{ words.key_note }</li>
                }
                { for kinds }
                if marks.abbreviations {
                    <li><span class="name name--abbreviation">{ words.key_abbreviation }</span></li>
                }
                if marks.inferred_names {
                    <li><span class="name" data-origin="machine">{ words.key_inferred_name }</span></li>
                }
                if marks.proposed_names {
                    <li><span class="name name--proposed">{ words.key_proposed }</span></li>
                }
                if marks.dates {
                    <li><span class="date__link">{ words.dates_short }{ ", " }{ printed }</span></li>
                }
                if marks.inferred_dates {
                    <li><span class="date__link" data-origin="machine">{ words.dates_short }{ ", " }{ machine }</span></li>
                }
                if marks.corrections {
                    <li><span class="tei-sic">{ printed }</span><span class="tei-corr" data-origin="editor">{ " [" }{ editor }{ "]" }</span>{ reasons }</li>
                }
                if marks.expansions {
                    <li><span class="tei-expan">{ words.choices[0] }</span></li>
                }
                if marks.regularizations {
                    <li><span class="tei-reg">{ words.choices[1] }</span></li>
                }
                { for signs }
                if marks.gaps {
                    <li><span class="tei-gap">{ "[…]" }</span>{ " " }{ words.gap.trim_end_matches(':') }</li>
                }
                if marks.supplied {
                    <li><span class="tei-supplied">{ words.key_supplied }</span></li>
                }
                if let Some(number) = marks.inferred_page {
                    <li><span class="tei-pb__link">{ "[" }{ (words.page)(number) }{ "]" }</span>{ " " }{ words.page_inferred }</li>
                }
            </ul>
        </section>
    }
}
