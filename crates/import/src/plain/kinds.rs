//! What kinds of blocks and header lines are called in reports.

use edition::{BlockKind, ImprintKind};

/// The name of a kind of block in reports (`paragraph`, `heading.addressee`). The second half of a paragraph is a
/// `paragraph` too.
#[must_use]
pub fn block_name(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading => "heading.addressee",
        BlockKind::Number => "number",
        BlockKind::Dateline => "dateline",
        BlockKind::Salute => "salutation",
        BlockKind::Address => "address",
        BlockKind::Paragraph | BlockKind::Continuation => "paragraph",
        BlockKind::PageBreak(_) => "pageMarker",
        BlockKind::Closer => "closer",
        BlockKind::Signed => "signature",
        BlockKind::Postscript => "postscript",
        BlockKind::Editorial => "editorial",
        BlockKind::Verse { .. } => "verse",
        BlockKind::Item => "item",
        BlockKind::Row => "row",
        BlockKind::Quote => "quotation",
        BlockKind::Figure(_) => "figure",
        BlockKind::Other => "other",
    }
}

/// The name of a kind of header line in reports (`header.volumePages`).
#[must_use]
pub fn imprint_name(kind: ImprintKind) -> &'static str {
    match kind {
        ImprintKind::Author => "header.author",
        ImprintKind::FirstPublished => "header.firstPublished",
        ImprintKind::TextSource => "header.textSource",
        ImprintKind::Edition => "header.edition",
        ImprintKind::VolumePages => "header.volumePages",
        ImprintKind::Translation => "header.translation",
        ImprintKind::Digitisation => "header.digitisation",
        ImprintKind::SentFromTo => "header.sentFromTo",
        ImprintKind::Description => "header.description",
        ImprintKind::Responsibility => "header.responsibility",
        ImprintKind::Unknown => "header.unknown",
    }
}
