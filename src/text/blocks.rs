//! Blocks: the parts of a letter one below the other.

use super::TextContext;
use super::inlines::{inlines, origin_word};
use edition::{Block, BlockKind, PageBreak};
use yew::prelude::*;

/// The whole text of a letter. A page mark between two blocks stands inside the one that follows it, so that it can
/// be set in the margin beside the line it belongs to.
pub(crate) fn text(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut marks: Vec<Html> =
        context.letter.first_page.iter().map(|page| page_mark(context, page)).collect();
    for one in blocks {
        if let BlockKind::PageBreak(page) = &one.kind {
            marks.push(page_mark(context, page));
            continue;
        }
        out.push(block(context, one, marks.drain(..).collect()));
    }
    out.extend(marks);
    out.into_iter().collect()
}

/// One block, with what stands before its words.
pub(crate) fn block(context: TextContext<'_>, block: &Block, before: Html) -> Html {
    let words = &context.viewer.strings().letter;
    let id = context.id(block.id.as_str());
    let inner = inlines(context, &block.inlines);
    let class = match &block.kind {
        BlockKind::Heading => "tei-head",
        BlockKind::Number => "tei-num",
        BlockKind::Dateline => "tei-dateline",
        BlockKind::Salute => "tei-salute",
        BlockKind::Address => "tei-address",
        BlockKind::Paragraph => "tei-p",
        BlockKind::Continuation => "tei-p tei-p--continued",
        BlockKind::Closer => "tei-closer",
        BlockKind::Signed => "tei-signed",
        BlockKind::Postscript => "tei-p tei-postscript",
        BlockKind::Editorial => "tei-p tei-note--editorial",
        BlockKind::Other | BlockKind::PageBreak(_) => "tei-p tei-other",
    };
    let permalink = match &block.kind {
        BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Postscript if context.ids => {
            let href = ["#", block.id.as_str()].concat();
            html! { <a class="permalink" {href} aria-label={words.permalink} title={words.permalink}>{ "¶" }</a> }
        }
        _ => html! {},
    };
    html! { <p {id} {class}>{ before }{ inner }{ permalink }</p> }
}

/// The content of a block without ids, for a popover.
pub(crate) fn clone_of(context: TextContext<'_>, blocks: &[Block]) -> Html {
    let context = TextContext { ids: false, ..context };
    blocks.iter().map(|block| html! { <p class="tei-p">{ inlines(context, &block.inlines) }</p> }).collect()
}

/// The mark of a page of the print, linkable.
pub(crate) fn page_mark(context: TextContext<'_>, page: &PageBreak) -> Html {
    let words = &context.viewer.strings().letter;
    let fragment = ["pg-", &page.page].concat();
    let label = (words.page)(&page.page);
    let inferred = page.origin != edition::Origin::Source;
    let title = if inferred { words.page_inferred } else { words.page_printed };
    html! {
        <span id={context.id(&fragment)} class="tei-pb" role="doc-pagebreak" aria-label={label.clone()} data-origin={origin_word(page.origin)}>
            <a class="tei-pb__link" href={["#", &fragment].concat()} {title}>
                { if inferred { ["[", &label, "]"].concat() } else { label } }
            </a>
        </span>
    }
}
