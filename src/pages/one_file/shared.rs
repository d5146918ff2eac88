//! What many pages have in common, written once: the frame around a view, and the cards of those who are named in many
//! letters. A browser unpacks pages some at a time, and sees no further back than 32 KB (RFC 1951, section 2).

use std::collections::HashMap;

/// Where a piece begins that another page may have too.
const CUTS: [&str; 7] = [
    "<div id=\"app\">",
    "<main",
    "</main>",
    "<footer",
    "<div popover=\"hint\"",
    "<p class=\"card__here\">",
    "<p class=\"card__totals\">",
];
/// Shorter pieces are not worth their number.
const LEAST: usize = 80;
/// Before the number of a piece, which ends with a semicolon. No page has it as it is.
pub(super) const MARK: char = '\u{1d}';

/// A page in pieces.
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let next = rest.match_indices('<').map(|(at, _)| at).skip_while(|at| *at == 0);
        let mut next = next.filter(|at| CUTS.iter().any(|cut| rest[*at..].starts_with(cut)));
        let (piece, after) = rest.split_at(next.next().unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

/// Takes out of pages what several of them have in common, and leaves its number there. The pieces, by number.
pub(super) fn take_out(pages: &mut [String]) -> Vec<String> {
    let mut shared: Vec<String> = Vec::new();
    let numbers = {
        let mut times: HashMap<&str, u32> = HashMap::new();
        for piece in pages.iter().flat_map(|page| pieces(page)).filter(|piece| piece.len() >= LEAST) {
            *times.entry(piece).or_default() += 1;
        }
        let mut numbers: HashMap<String, usize> = HashMap::new();
        // In the order of the pages: the same edition gives the same file.
        for piece in pages.iter().flat_map(|page| pieces(page)) {
            if times.get(piece).is_some_and(|times| *times > 1) && !numbers.contains_key(piece) {
                numbers.insert(piece.to_owned(), shared.len());
                shared.push(piece.to_owned());
            }
        }
        numbers
    };
    for page in pages {
        let mut short = String::with_capacity(page.len() / 2);
        for piece in pieces(page) {
            match numbers.get(piece) {
                Some(number) => {
                    short.push(MARK);
                    short.push_str(&number.to_string());
                    short.push(';');
                }
                None => short.push_str(piece),
            }
        }
        *page = short;
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::{pieces, take_out};

    const CARD: &str = "<div popover=\"hint\" id=\"c-elm\"><p>Eva Elm, who crossed the river on many a day and wrote of it.</p>";

    fn page(words: &str) -> String {
        format!("<title>{words}</title><div id=\"app\"><main>{words}{CARD}</main><footer>Ф</footer></div>")
    }

    #[test]
    fn pieces_are_the_page() {
        for html in [&page("Ada"), "", "plain", "<main", "a<b<main>ж"] {
            assert_eq!(pieces(html).collect::<String>(), *html);
        }
    }

    #[test]
    fn what_is_shared_stands_once() {
        let mut pages = vec![page("Ada"), page("Carl")];
        let whole = pages.clone();
        let shared = take_out(&mut pages);
        assert_eq!(shared, [CARD]);
        assert!(pages.iter().all(|page| page.contains("\u{1d}0;") && !page.contains("Eva")), "{pages:?}");
        let again = pages.iter().map(|page| page.replace("\u{1d}0;", CARD));
        assert_eq!(again.collect::<Vec<_>>(), whole);
    }
}
