//! The license that statements of rights name.

/// Where licenses and statements of rights have their addresses, without `www.`.
const KNOWN: [&str; 6] = [
    "creativecommons.org/licenses/",
    "creativecommons.org/publicdomain/",
    "rightsstatements.org/vocab/",
    "rightsstatements.org/page/",
    "opendatacommons.org/licenses/",
    "gnu.org/licenses/",
];

/// Where those of Creative Commons are.
const COMMONS: &str = "creativecommons.org/";

/// What the licenses of Creative Commons are made of.
const ELEMENTS: [&str; 6] = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"];
/// Their versions.
const VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

/// The address of the license that is named first, by its address or by the short name that Creative Commons gives
/// it (`CC BY-SA 4.0`, `CC0`). None for other words: what may be done with a letter is not guessed.
pub fn license(rights: &[Box<str>]) -> Option<String> {
    rights.iter().find_map(|line| of_line(line))
}

fn of_line(line: &str) -> Option<String> {
    by_address(line).or_else(|| by_name(line))
}

/// `Free under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)`
fn by_address(line: &str) -> Option<String> {
    addresses(line).map(|(_, address)| address).find(|address| is_known(address)).map(str::to_owned)
}

fn is_known(address: &str) -> bool {
    KNOWN.iter().any(|known| bare(address).is_some_and(|bare| bare.starts_with(known)))
}

/// An address without `https://www.`.
fn bare(address: &str) -> Option<&str> {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    Some(bare.strip_prefix("www.").unwrap_or(bare))
}

/// Longer than any address, in characters: a line of nothing but beginnings of addresses is looked through once.
const LONGEST: usize = 2000;

/// The addresses in a line, and where they begin.
fn addresses(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |sign: char| sign.is_whitespace() || sign.is_control() || "<>\"'()[]{},;".contains(sign);
    line.match_indices("http").filter_map(move |(at, _)| {
        let rest = &line[at..];
        let near = rest.char_indices().nth(LONGEST).map_or(rest, |(end, _)| &rest[..end]);
        let address = near.split(ends).next()?.trim_end_matches(['.', ':', '!', '?']);
        bare(address).is_some_and(|bare| !bare.is_empty()).then_some((at, address))
    })
}

/// A piece of a statement of rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RightsPiece<'l> {
    /// Words.
    Words(&'l str),
    /// An address.
    Address {
        /// The address.
        href: &'l str,
        /// What it is called, where it alone is the statement and names a license of Creative Commons (`CC BY 4.0`).
        name: Option<String>,
    },
}

/// A statement of rights in pieces, none of them lost: what stands between addresses, and the addresses.
pub fn rights_pieces(line: &str) -> Vec<RightsPiece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (at, href) in addresses(line) {
        // An address in an address (`https://web.archive.org/web/http://…`) is a part of it.
        if at < done {
            continue;
        }
        pieces.extend((at > done).then(|| RightsPiece::Words(&line[done..at])));
        let name = (href == line.trim()).then(|| short_name(href)).flatten();
        pieces.push(RightsPiece::Address { href, name });
        done = at + href.len();
    }
    pieces.extend((done < line.len()).then(|| RightsPiece::Words(&line[done..])));
    pieces
}

/// Whether a statement is a license of Creative Commons, by its short name, its address, or both, and nothing else.
pub(super) fn is_only(line: &str, license: &str) -> bool {
    let parts = ["CC", "CC0", "BY", "NC", "SA", "ND"];
    let alone = |piece: &RightsPiece<'_>| match piece {
        RightsPiece::Address { href, .. } => bare(href).is_some_and(|bare| bare.starts_with(COMMONS)),
        RightsPiece::Words(words) => {
            name_words(words).all(|word| parts.contains(&word) || VERSIONS.contains(&word))
        }
    };
    of_line(line).as_deref() == Some(license) && rights_pieces(line).iter().all(alone)
}

/// The words of which a short name is made.
fn name_words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|sign: char| sign.is_whitespace() || "-(),;:".contains(sign)).filter(|word| !word.is_empty())
}

/// The short name that Creative Commons gives a license.
fn short_name(address: &str) -> Option<String> {
    let rest = bare(address)?.strip_prefix(COMMONS)?;
    let mut parts = rest.split('/');
    let (kind, elements, version) = (parts.next()?, parts.next()?, parts.next()?);
    match (kind, elements) {
        _ if !VERSIONS.contains(&version) => None,
        ("licenses", elements) if ELEMENTS.contains(&elements) => {
            Some(["CC ", &elements.to_uppercase(), " ", version].concat())
        }
        ("publicdomain", "zero") => Some(["CC0 ", version].concat()),
        _ => None,
    }
}

/// `CC BY-NC 4.0`, `CC-BY-SA-3.0`, `CC0 1.0`, `CC0`
fn by_name(line: &str) -> Option<String> {
    let words: Vec<&str> = name_words(line).collect();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        match *word {
            "CC0" => return Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
            "CC" => {
                if let Some(address) = after_cc(after) {
                    return Some(address);
                }
            }
            _ => {}
        }
        rest = after;
    }
    None
}

/// Elements and version: `BY`, `NC`, `SA`, `4.0`. Without a version there is no one license of that name.
fn after_cc(words: &[&str]) -> Option<String> {
    let elements = words.iter().take_while(|word| ["BY", "NC", "SA", "ND"].contains(*word)).count();
    let (elements, rest) = words.split_at_checked(elements)?;
    let name = elements.join("-").to_lowercase();
    let version = rest.first()?.trim_end_matches('.');
    let known = ELEMENTS.contains(&name.as_str()) && VERSIONS.contains(&version);
    known.then(|| format!("https://creativecommons.org/licenses/{name}/{version}/"))
}

#[cfg(test)]
mod tests {
    use super::RightsPiece::{Address, Words};
    use super::{RightsPiece, license, rights_pieces};

    #[test]
    fn licenses_by_address_and_by_name() {
        let rows = [
            ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
            ("Text: CC-BY-NC-SA-3.0.", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
            ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
            (
                "Free (http://creativecommons.org/licenses/by/3.0/).",
                "http://creativecommons.org/licenses/by/3.0/",
            ),
            (
                "See https://www.gnu.org/licenses/fdl-1.3.html, please",
                "https://www.gnu.org/licenses/fdl-1.3.html",
            ),
            ("From https://example.org/, under CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ];
        for (line, address) in rows {
            assert_eq!(license(&[line.into()]).as_deref(), Some(address), "{line}");
        }
    }

    #[test]
    fn what_is_said_beside_a_license_is_no_license() {
        let alone =
            ["CC BY 4.0", "CC0 (https://creativecommons.org/publicdomain/zero/1.0/)", "CC BY-NC-SA 3.0"];
        let more = [
            "© Eva Elm, CC BY 4.0",
            "CC BY 4.0 (https://example.org/)",
            "Free (https://creativecommons.org/licenses/by/4.0/)",
        ];
        let only = |line: &str| license(&[line.into()]).is_some_and(|license| super::is_only(line, &license));
        assert!(alone.iter().all(|line| only(line)));
        assert!(!more.iter().any(|line| only(line)));
        // Another license beside it is not said by it.
        assert!(!super::is_only("CC0", "https://creativecommons.org/licenses/by/4.0/"));
    }

    #[test]
    fn a_statement_in_pieces_loses_nothing() {
        let address = |href, name: Option<&str>| Address { href, name: name.map(str::to_owned) };
        let rows = [
            ("", vec![]),
            ("Free for all", vec![Words("Free for all")]),
            (
                "https://creativecommons.org/licenses/by/4.0/deed.de",
                vec![address("https://creativecommons.org/licenses/by/4.0/deed.de", Some("CC BY 4.0"))],
            ),
            (
                "http://creativecommons.org/publicdomain/zero/1.0/",
                vec![address("http://creativecommons.org/publicdomain/zero/1.0/", Some("CC0 1.0"))],
            ),
            (
                "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), see https://example.org.",
                vec![
                    Words("CC BY 4.0 ("),
                    address("https://creativecommons.org/licenses/by/4.0/", None),
                    Words("), see "),
                    address("https://example.org", None),
                    Words("."),
                ],
            ),
            (
                "https://web.archive.org/web/http://example.org/",
                vec![address("https://web.archive.org/web/http://example.org/", None)],
            ),
            ("https:// and javascript:alert(1)", vec![Words("https:// and javascript:alert(1)")]),
        ];
        for (line, pieces) in rows {
            assert_eq!(rights_pieces(line), pieces, "{line}");
        }
    }

    #[test]
    fn a_line_of_beginnings_is_looked_through_and_kept() {
        let line = "https://".repeat(50_000);
        let words = |piece: &RightsPiece<'_>| match piece {
            RightsPiece::Words(words) => words.len(),
            RightsPiece::Address { href, .. } => href.len(),
        };
        assert_eq!(rights_pieces(&line).iter().map(words).sum::<usize>(), line.len());
        assert_eq!(license(&[line.into()]), None);
    }

    #[test]
    fn nothing_is_guessed() {
        for line in [
            "",
            "CC BY",
            "CC BY-ND-SA 4.0",
            "CC BY 9.0",
            "Printed in the C.C. of 4.0",
            "https://example.org/creativecommons.org/licenses/by/4.0/",
            "https://creativecommons.org.example.org/licenses/by/4.0/",
            "javascript:https//creativecommons.org/licenses/",
            "Free for all",
        ] {
            assert_eq!(license(&[line.into()]), None, "{line}");
        }
    }
}
