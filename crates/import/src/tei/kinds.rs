//! Which elements of a text are what.

use edition::Alignment;
use roxmltree::Node;

/// Elements whose content stands in the line, and that say nothing that is kept.
pub(super) fn is_transparent(name: &str) -> bool {
    matches!(
        name,
        "c" | "g"
            | "seg"
            | "s"
            | "w"
            | "pc"
            | "num"
            | "measure"
            | "email"
            | "term"
            | "gloss"
            | "q"
            | "quote"
            | "soCalled"
            | "said"
            | "mentioned"
            | "distinct"
            | "time"
            | "abbr"
            | "expan"
            | "reg"
            | "orig"
            | "forename"
            | "surname"
            | "roleName"
            | "nameLink"
            | "addName"
            | "genName"
            | "settlement"
            | "country"
            | "region"
            | "street"
            | "postCode"
            | "idno"
            | "affiliation"
            | "subst"
            | "mod"
            | "cit"
            | "name"
            | "rs"
            | "title"
            | "bibl"
            | "date"
            | "line"
            | "zone"
            | "choice"
            | "placeName"
            | "dateline"
            | "salute"
            | "signed"
            | "opener"
            | "closer"
            | "author"
            | "editor"
            | "publisher"
            | "pubPlace"
            | "biblScope"
            | "height"
            | "width"
            | "desc"
            | "p"
            | "ab"
            | "div"
            | "item"
            | "figDesc"
            | "head"
            | "ptr"
            | "byline"
            | "docAuthor"
            | "objectName"
            | "person"
            | "personGrp"
            | "place"
            | "org"
            | "address"
            | "formula"
    )
}

/// Elements that stand for themselves on the page.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "ab"
            | "head"
            | "lg"
            | "l"
            | "list"
            | "item"
            | "table"
            | "row"
            | "figure"
            | "opener"
            | "closer"
            | "dateline"
            | "salute"
            | "signed"
            | "postscript"
            | "address"
            | "addrLine"
            | "trailer"
            | "argument"
            | "epigraph"
            | "byline"
            | "floatingText"
            | "sp"
            | "fw"
    ) || is_division(name)
}

/// Elements that only hold others.
pub(super) fn is_division(name: &str) -> bool {
    matches!(name, "front" | "body" | "back" | "group" | "text")
        || (name.starts_with("div") && name[3..].chars().all(|c| c.is_ascii_digit()))
}

/// Whose words a division holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// The writer's, or nothing says it.
    Letter,
    /// An editor's, who says in short what the letter says.
    Summary,
    /// An editor's about the letter.
    Commentary,
}

/// Whose words a division holds, as editors call it (`@type`).
pub(super) fn words_of(division: Node<'_, '_>) -> Words {
    match division.attribute("type").unwrap_or_default().to_lowercase().as_str() {
        "comment" | "comments" | "commentary" | "kommentar" | "editorial" | "apparatus" => Words::Commentary,
        "regest" | "summary" | "abstract" | "zusammenfassung" => Words::Summary,
        _ => Words::Letter,
    }
}

/// Elements without words that say nothing that is kept.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "milestone" | "cb" | "anchor" | "graphic" | "metamark" | "index" | "addSpan" | "delSpan" | "space"
    )
}

/// Lists of a register, which are no text.
pub(super) fn is_register(name: &str) -> bool {
    matches!(name, "listPerson" | "listPlace" | "listOrg" | "listBibl" | "listEvent" | "listObject")
}

/// `rend` or `rendition` in the words that editors use for it: `center`, `align(right)`, `#left`.
pub(super) fn alignment(node: Node<'_, '_>) -> Option<Alignment> {
    let words = ["rend", "rendition"].into_iter().filter_map(|name| node.attribute(name));
    words.flat_map(str::split_whitespace).find_map(|word| {
        // The DTA's base format has one letter for it.
        let word = if word == "#c" { "center" } else { word.trim_start_matches('#') };
        match word.strip_prefix("align(").and_then(|side| side.strip_suffix(')')).unwrap_or(word) {
            "left" => Some(Alignment::Left),
            "center" | "centre" | "centered" | "centred" => Some(Alignment::Center),
            "right" => Some(Alignment::Right),
            _ => None,
        }
    })
}
