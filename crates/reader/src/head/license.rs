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

/// The address of the license that is named first, by its address or by the short name that Creative Commons gives
/// it (`CC BY-SA 4.0`, `CC0`). None for other words: what may be done with a letter is not guessed.
pub(super) fn license(rights: &[Box<str>]) -> Option<String> {
    rights.iter().find_map(|line| by_address(line).or_else(|| by_name(line)))
}

/// `Free under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)`
fn by_address(line: &str) -> Option<String> {
    let starts = line.match_indices("http").map(|(at, _)| at);
    starts.filter_map(|at| line.get(at..)).find_map(|rest| {
        let ends = |sign: char| sign.is_whitespace() || sign.is_control() || "<>\"'()[]{},;".contains(sign);
        let address = rest.split(ends).next()?.trim_end_matches(['.', ':', '!', '?']);
        let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
        let bare = bare.strip_prefix("www.").unwrap_or(bare);
        KNOWN.iter().any(|known| bare.starts_with(known)).then(|| address.to_owned())
    })
}

/// `CC BY-NC 4.0`, `CC-BY-SA-3.0`, `CC0 1.0`, `CC0`
fn by_name(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|sign: char| sign.is_whitespace() || "-(),;:".contains(sign))
        .filter(|word| !word.is_empty())
        .collect();
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
    let known = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"].contains(&name.as_str())
        && ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(&version);
    known.then(|| format!("https://creativecommons.org/licenses/{name}/{version}/"))
}

#[cfg(test)]
mod tests {
    use super::license;

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
