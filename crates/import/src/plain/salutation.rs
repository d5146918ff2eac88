//! Salutations (R5): alone on their line, or run into the first paragraph.

/// First words of salutations, in small letters.
const FIRST: &[&str] = &[
    "dear",
    "dearest",
    "my",
    "sir",
    "sirs",
    "madam",
    "gentlemen",
    "honored",
    "honoured",
    "beloved",
    "comrade",
    "comrades",
    "friend",
    "friends",
    "most",
    "esteemed",
    "respected",
    "good",
    "cher",
    "chère",
    "chers",
    "chères",
    "mon",
    "ma",
    "mes",
    "monsieur",
    "madame",
    "mademoiselle",
    "messieurs",
    "citoyen",
    "lieber",
    "liebe",
    "liebster",
    "liebste",
    "sehr",
    "geehrter",
    "geehrte",
    "verehrter",
    "verehrte",
    "hochverehrter",
    "hochgeehrter",
    "mein",
    "meine",
    "teurer",
    "teuerster",
    "teure",
    "liebes",
    "ew",
    "wohlgeborner",
    "hochwohlgeborner",
    "дорогой",
    "дорогая",
    "дорогие",
    "милый",
    "милая",
    "милостивый",
    "уважаемый",
    "уважаемая",
    "многоуважаемый",
    "глубокоуважаемый",
    "любезный",
    "товарищ",
    "товарищи",
];

/// Whether the first word is one that greets.
pub(super) fn greets(text: &str) -> bool {
    let first = text.trim_start_matches(['"', '“', '«', '_', '[']);
    let first = first.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    first.len() <= 40 && FIRST.contains(&&*first.to_lowercase())
}

/// Whether a line is a salutation: short, and ends as salutations do, or greets and ends with no stop.
pub(super) fn claims(text: &str) -> bool {
    if text.chars().nth(80).is_some() || text.contains(['[', ']']) {
        return false;
    }
    let dashes = text.ends_with("--") || text.ends_with('—') || text.ends_with('–');
    let words = text.split_whitespace().count();
    dashes
        || text.ends_with([':', '!'])
        || (text.ends_with(',') && words <= 8)
        || (greets(text) && words <= 8 && !text.ends_with(['.', '?']))
}

/// Where a salutation ends that the first paragraph goes on from: `MY DEAR SON:--Your letter`. Only where it greets or
/// stands in capitals, and a capital follows the dashes.
pub(super) fn run_in(text: &str) -> Option<usize> {
    let mut end = text.len().min(160);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end)?;
    let (at, dash) = ["--", "—"].into_iter().filter_map(|dash| Some((head.find(dash)?, dash))).min()?;
    let name = head.get(..at)?.trim_end_matches([':', ',', '.', ' ']);
    let rest = text.get(at + dash.len()..)?;
    let capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let words = name.split_whitespace().count();
    let goes_on =
        rest.chars().find(|c| !matches!(c, '"' | '“' | '«' | '_' | '\'')).is_some_and(char::is_uppercase);
    let inner_stop = name.contains(['!', '?', ';']);
    ((1..=8).contains(&words) && (greets(name) || capitals) && goes_on && !inner_stop)
        .then_some(at + dash.len())
}

#[cfg(test)]
mod tests {
    use super::{claims, run_in};

    #[test]
    fn alone_on_their_line() {
        for text in [
            "Dear Comrade Joffe:",
            "MY OLD FRIEND,--",
            "Gentlemen,",
            "GOOD-MORNING!",
            "Cher Monsieur",
            "Ew. Wohlgeboren",
            "Дорогой друг!",
        ] {
            assert!(claims(text), "{text}");
        }
        for text in [
            "It rains.",
            "He came with [two] friends,",
            "Dear me, what a day we have had of it here, and no end of rain until last night,",
        ] {
            assert!(!claims(text), "{text}");
        }
    }

    #[test]
    fn run_into_the_paragraph() {
        let found = |text: &'static str| run_in(text).map_or("-", |end| &text[..end]);
        assert_eq!(found("MY DEAR SON:--Your letter came."), "MY DEAR SON:--");
        assert_eq!(found("My dear Anna--The rain has stopped."), "My dear Anna--");
        assert_eq!(found("JOHN BELL, ESQ.:--In reply"), "JOHN BELL, ESQ.:--");
        assert_eq!(found("My house--it is small--stands."), "-");
        assert_eq!(found("It rained--We stayed in."), "-");
    }
}
