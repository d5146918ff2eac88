//! Blocks: the parts of a letter one below the other.

use super::inlines::inlines;
use super::{Ids, TextContext};
use crate::markup::markup;
use edition::{Block, BlockKind, Inline, Origin, PageBreak, each_inline};
use yew::prelude::*;

/// The whole text of a letter. Both halves of a paragraph that a page break parts are told to run on as one.
pub(crate) fn text(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let marked = |page: &PageBreak| {
        blocks
            .iter()
            .any(|block| matches!(&block.kind, BlockKind::PageBreak(known) if known.page == page.page))
    };
    let first = context.letter.first_page.as_ref().filter(|page| !marked(page));
    let first = first.map(|page| page_mark(context, page, false));
    markup! { <>{ first }{ rows(context, blocks) }</> }
}

/// Blocks one below the other.
pub(crate) fn rows(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let mut rest = Vec::new();
    let mut at = 0;
    while let Some(one) = blocks.get(at) {
        let alike = blocks[at..].iter().take_while(|next| together(&one.kind, &next.kind)).count();
        if alike > 0 {
            rest.push(group(context, &blocks[at..at + alike]));
            at += alike;
            continue;
        }
        let halved = goes_on(&blocks[at + 1..]);
        rest.push(match &one.kind {
            BlockKind::PageBreak(page) => page_mark(context, page, halved),
            _ => block(context, one, halved),
        });
        at += 1;
    }
    markup! { <>{ for rest }</> }
}

/// Whether a block goes on what another of its kind began: points of a list, rows of a table, lines of a stanza.
fn together(first: &BlockKind, next: &BlockKind) -> bool {
    matches!(
        (first, next),
        (BlockKind::Item, BlockKind::Item)
            | (BlockKind::Row, BlockKind::Row)
            | (BlockKind::Quote, BlockKind::Quote)
            | (BlockKind::Verse { .. }, BlockKind::Verse { .. })
    )
}

/// Points as a list, rows as a table, paragraphs of a quotation, lines of verse.
fn group(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let id = |block: &Block| context.id(block.id.as_str());
    // The box is written as its parts are, so that their sides are its sides.
    let (begins, context) = context.turned_by(blocks);
    let words = |block: &Block| inlines(context, &block.inlines);
    // A part, and which way it is written where that is another.
    let part = |block: &Block| {
        let (dir, context) = context.turned_by(std::slice::from_ref(block));
        (dir, inlines(context, &block.inlines))
    };
    match blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Item) => markup! {
            <ul class={if blocks.first().is_some_and(numbered) { "tei-list tei-list--numbered" } else { "tei-list" }} dir={begins}>{ for blocks.iter().map(|block| {
                let (dir, words) = part(block);
                markup! { <li id={id(block)} class="tei-item" {dir}>{ words }</li> }
            }) }</ul>
        },
        Some(BlockKind::Row) => markup! {
            <div class="tei-table" dir={begins}><table><tbody>
                { for blocks.iter().map(|block| markup! { <tr id={id(block)} class="tei-row">{ words(block) }</tr> }) }
            </tbody></table></div>
        },
        Some(BlockKind::Quote) => markup! {
            <blockquote class="tei-quote" dir={begins}>{ for blocks.iter().map(|block| {
                let (dir, words) = part(block);
                markup! { <p id={id(block)} class="tei-p" {dir}>{ words }</p> }
            }) }</blockquote>
        },
        _ => markup! {
            <div class="tei-lg" dir={begins}>
                { for blocks.iter().map(|block| {
                    let begins = matches!(block.kind, BlockKind::Verse { stanza: true });
                    let class = if begins { "tei-l tei-l--stanza" } else { "tei-l" };
                    let (dir, words) = part(block);
                    markup! { <p id={id(block)} {class} {dir} data-align={block.align.word()}>{ words }</p> }
                }) }
            </div>
        },
    }
}

/// Whether a point of a list begins with a number of its own: no dot has to stand before it.
fn numbered(point: &Block) -> bool {
    let words = plain_words(&point.inlines);
    let rest = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < words.len() && rest.starts_with(['.', ')'])
}

/// The first words of a row, if they are not set off.
fn plain_words(row: &[Inline]) -> &str {
    match row.first() {
        Some(Inline::Text(text)) => &text.text,
        Some(Inline::Date(_, inner)) => plain_words(inner),
        _ => "",
    }
}

/// Whether what follows, page breaks aside, is the second half of a paragraph.
fn goes_on(rest: &[Block]) -> bool {
    let mut rest = rest.iter().map(|block| &block.kind);
    rest.find(|kind| !matches!(kind, BlockKind::PageBreak(_))) == Some(&BlockKind::Continuation)
}

/// One block.
pub(crate) fn block(context: TextContext<'_>, block: &Block, halved: bool) -> Html {
    let words = &context.viewer.strings().letter;
    let class = match &block.kind {
        BlockKind::Heading => "tei-head",
        BlockKind::Number => "tei-num",
        BlockKind::Dateline => "tei-dateline",
        BlockKind::Salute => "tei-salute",
        BlockKind::Address => "tei-address",
        BlockKind::Paragraph if halved => "tei-p tei-p--halved",
        BlockKind::Paragraph => "tei-p",
        BlockKind::Continuation if halved => "tei-p tei-p--continued tei-p--halved",
        BlockKind::Continuation => "tei-p tei-p--continued",
        BlockKind::Closer => "tei-closer",
        BlockKind::Signed => "tei-signed",
        BlockKind::Postscript => "tei-p tei-postscript",
        BlockKind::Editorial => "tei-note--editorial",
        BlockKind::Figure(_) => "tei-figure",
        BlockKind::Verse { .. } | BlockKind::Item | BlockKind::Row | BlockKind::Quote => "tei-p",
        BlockKind::Other | BlockKind::PageBreak(_) => "tei-other",
    };
    let (dir, context) = context.turned_by(std::slice::from_ref(block));
    let linked = matches!(block.kind, BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Postscript);
    let alone = context.long && !halved && block.kind == BlockKind::Paragraph;
    let lines = if alone { lines(block).map(|lines| lines.to_string()) } else { None };
    markup! {
        <>
            <p id={context.id(block.id.as_str())} {class} {dir} data-align={block.align.word()} data-lines={lines}>
                { inlines(context, &block.inlines) }
                if linked && context.ids == Ids::All {
                    <a class="permalink" href={["#", block.id.as_str()].concat()} aria-label={words.permalink} title={words.permalink}>{ "¶" }</a>
                }
            </p>
            // The two halves stand in one line, so a blank has to part them.
            if halved {
                { " " }
            }
        </>
    }
}

/// Letters of more characters are laid out as they come into sight: half a dozen screens.
const LONG: usize = 12_000;
/// The characters of a line.
const LINE: usize = 64;

/// Whether a letter has so many.
pub(crate) fn is_long(blocks: &[Block]) -> bool {
    let mut length = 0;
    blocks.iter().any(|block| {
        length += characters(block);
        length > LONG
    })
}

/// How many lines a paragraph has, about. None where the number of a page is to stand beside one of them.
fn lines(block: &Block) -> Option<usize> {
    let mut marked = false;
    each_inline(&block.inlines, &mut |inline| marked |= matches!(inline, Inline::PageBreak(_)));
    (!marked).then(|| characters(block) / LINE + 1)
}

fn characters(block: &Block) -> usize {
    let mut length = 0;
    each_inline(&block.inlines, &mut |inline| {
        if let Inline::Text(text) = inline {
            length += text.text.chars().count();
        }
    });
    length
}

/// The content of a note without ids, for a popover.
pub(crate) fn clone_of(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let context = TextContext { ids: Ids::None, ..context };
    let paragraph = |block: &Block| {
        let (dir, context) = context.turned_by(std::slice::from_ref(block));
        markup! { <p class="tei-p" {dir}>{ inlines(context, &block.inlines) }</p> }
    };
    blocks.iter().map(paragraph).collect()
}

/// The fragment of a page. Of several that are called the same (leaves of several letters in one) the later ones are counted.
fn page_fragment(context: TextContext<'_>, page: &PageBreak) -> String {
    let mut fragment = ["pg-", &page.page].concat();
    if context.ids == Ids::All {
        let mut pages = context.pages.borrow_mut();
        let nth = pages.entry(page.page.clone()).or_default();
        *nth += 1;
        if *nth > 1 {
            fragment.push('-');
            fragment.push_str(&nth.to_string());
        }
    }
    fragment
}

/// The mark of a page of the print, linkable: in the line, or on one of its own.
///
/// What stands in a `doc-pagebreak` is not read out, so the link stands beside it. Its name is a title: checkers that
/// know no DPUB roles take the label of a bare span for a mistake.
pub(crate) fn page_mark(context: TextContext<'_>, page: &PageBreak, in_line: bool) -> Html {
    let words = &context.viewer.strings().letter;
    let fragment = page_fragment(context, page);
    let mut label = (words.page)(&page.page);
    let inferred = page.origin != Origin::Source;
    let mark = markup! { <span role="doc-pagebreak" title={label.clone()}></span> };
    if inferred {
        label = ["[", &label, "]"].concat();
    }
    let link = markup! { <a class="tei-pb__link" href={["#", &fragment].concat()}>{ label }</a> };
    let facs =
        page.facs.as_deref().filter(|address| address.starts_with("https:") || address.starts_with("http:"));
    let facs = facs.map(|href| {
        markup! { <>{ " " }<a class="tei-pb__facs" href={href} rel="external noreferrer">{ words.facsimile }</a></> }
    });
    let id = context.id(&fragment);
    if in_line {
        let blank = if page.inside_word { "" } else { " " };
        markup! { <><span {id} class="tei-pb tei-pb--in-line">{ mark }{ link }{ facs }</span>{ blank }</> }
    } else {
        markup! { <div {id} class="tei-pb">{ mark }{ link }{ facs }</div> }
    }
}
