//! Closings (R9): valedictions, signatures, postscripts.

use super::relations;

/// A valediction that may end with any stop, for it says whose the letter is; so do those of [`relations::OF_YOU`].
const YOURS: &[&str] = &["yours", "ever your", "ever yours", "ever thine", "ever mine", "thine"];

/// Beginnings of other valedictions.
const PHRASES: &[&str] = &[
    "with best",
    "with kind",
    "with warm",
    "with comradely",
    "with communist",
    "with love",
    "with great",
    "with all",
    "with greetings",
    "with regards",
    "with sincere",
    "with every",
    "with a handshake",
    "best wishes",
    "best regards",
    "kind regards",
    "warm regards",
    "greetings",
    "regards",
    "sincerely",
    "faithfully",
    "affectionately",
    "respectfully",
    "cordially",
    "truly",
    "ever",
    "i am",
    "i remain",
    "i have the honor",
    "i have the honour",
    "believe me",
    "adieu",
    "farewell",
    "à vous",
    "tout à",
    "bien à",
    "je suis",
    "agréez",
    "veuillez",
    "recevez",
    "mit herzlichen",
    "mit herzlichem",
    "mit freundlichen",
    "mit freundlichem",
    "mit vorzüglicher",
    "mit besten",
    "mit bestem",
    "hochachtungsvoll",
    "herzlich",
    "herzlichst",
    "herzliche grüße",
    "beste grüße",
    "viele grüße",
    "es grüßt",
    "leben sie wohl",
    "leb wohl",
    "с приветом",
    "с коммунистическим",
    "с уважением",
    "с товарищеским",
    "жму руку",
    "крепко жму",
    "преданный",
    "всего хорошего",
    "целую",
    "обнимаю",
];

/// What a short text at the end of a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `With best wishes,`
    Valediction,
    /// A valediction and a name: where each ends and begins.
    Both { valediction: usize, name: usize },
    /// A name in capitals.
    Capitals,
    /// Words that can be a name.
    Name,
    /// `P.S. …`
    Postscript,
    /// Something else.
    Other,
}

/// What a text is, taken by itself.
pub(super) fn form(text: &str) -> Form {
    if postscript(text) {
        return Form::Postscript;
    }
    if text.chars().nth(160).is_some() {
        return Form::Other;
    }
    // A name in capitals may begin with a word that valedictions begin with; a valediction is not in capitals.
    if capitals(text) {
        Form::Capitals
    } else if let Some(both) = both(text) {
        both
    } else if valediction(text) {
        Form::Valediction
    } else if name(text) {
        Form::Name
    } else {
        Form::Other
    }
}

fn postscript(text: &str) -> bool {
    ["P.S", "P. S", "PS ", "PS:", "PS.", "N.B.", "Postscript", "POSTSCRIPT", "Nachschrift", "П.С", "П. С"]
        .iter()
        .any(|word| text.starts_with(word))
}

fn begins(small: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| small.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// A short text that begins as valedictions do and has no second sentence.
pub(super) fn valediction(text: &str) -> bool {
    if text.chars().nth(110).is_some() {
        return false;
    }
    let small = text.trim_start_matches(['_', '"', '“', '[']).to_lowercase();
    let words = text.split_whitespace().count();
    let lines = text.lines().count();
    if lines > 1 {
        // Each line is one: "Ever thine. / Ever mine."
        return lines <= 5 && text.lines().all(|line| valediction(line.trim()) || begins_small(line));
    }
    let sentence_inside = text.contains(". ") && !text.contains(", ");
    let ends_open = text.ends_with(',') || text.ends_with(char::is_alphabetic);
    !sentence_inside
        && ((begins(&small, YOURS) && words <= 10)
            || (begins(&small, relations::OF_YOU)
                && words <= 10
                && (ends_open || relations::ends_in_relation(&small)))
            || (begins(&small, PHRASES) && words <= 14 && (ends_open || words <= 3)))
}

/// `your most obedient servant,` under another line.
fn begins_small(line: &str) -> bool {
    line.trim().starts_with(char::is_lowercase) && line.ends_with(',')
}

/// A valediction with the name in the same lines: `Your obedient servant, J. BELL.` The valediction is as short as can be:
/// `J. BELL, HARBOR MASTER` is all name.
fn both(text: &str) -> Option<Form> {
    if let Some(at) = relations::name_after(text).filter(|at| text.get(*at..).is_some_and(name)) {
        let valediction = text.get(..at)?.trim_end().len();
        return Some(Form::Both { valediction, name: at });
    }
    text.match_indices([',', '\n']).find_map(|(comma, _)| {
        let head = text.get(..=comma)?.trim_end();
        let rest = text.get(comma + 1..)?;
        let tail = rest.trim_start();
        let own_line = text.get(comma..)?.starts_with('\n') || rest.starts_with(['\n', '\r']);
        let named = capitals(tail) || (name(tail) && (own_line || tail.split_whitespace().count() <= 3));
        (named && valediction(head) && !valediction(tail))
            .then(|| Form::Both { valediction: head.len(), name: text.len() - tail.len() })
    })
}

/// The name without what may follow it: stops, the call of a note.
pub(super) fn bare_name(text: &str) -> &str {
    let mut name = text.trim_end_matches(super::blank);
    loop {
        let shorter = name.trim_end_matches([',', ';', '_']);
        let shorter = match shorter.strip_suffix(']').and_then(|inner| inner.rfind('[').map(|at| (inner, at)))
        {
            Some((inner, at)) if inner.len() - at <= 6 => inner.get(..at).unwrap_or_default(),
            _ => shorter,
        };
        let shorter = shorter.strip_suffix('.').filter(|rest| !ends_in_initial(rest)).unwrap_or(shorter);
        if shorter.len() == name.len() {
            return name.trim_start_matches('_');
        }
        name = shorter;
    }
}

/// Whether a text ends with a single letter, whose stop belongs to it.
pub(super) fn ends_in_initial(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next().is_some_and(char::is_alphabetic) && back.next().is_none_or(|c| !c.is_alphabetic())
}

const PARTICLES: &[&str] = &[
    "v.", "von", "van", "de", "la", "du", "di", "da", "der", "den", "zu", "alias", "_alias_", "and", "et",
    "und",
];

/// A name in capitals, or with more capitals than not: `L. V. BEETHOVEN,`, `JOHN KEATS _alias_ JUNKETS.`
fn capitals(text: &str) -> bool {
    let name = bare_name(text);
    let words: Vec<&str> = name.split_whitespace().collect();
    let upper = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let long = words.iter().any(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 2 && upper(word));
    long && words.len() <= 8
        && name.chars().nth(60).is_none()
        && !name.contains(['[', ']', '!', '?', ':', '('])
        && !name.contains(|c: char| c.is_ascii_digit())
        && !is_numeral(name)
        && !name.starts_with("TO ")
        && !name.contains(" TO ")
        && !matches!(name, "THE END" | "FINIS" | "END" | "ENDE" | "FIN")
        && words.iter().all(|word| upper(word) || PARTICLES.contains(&word.to_lowercase().as_str()))
}

/// `XII`, `I.`
fn is_numeral(name: &str) -> bool {
    name.bytes().all(|byte| b"IVXLCDM. ".contains(&byte))
}

/// Words of which each begins with a capital, as names do: `Th: Jefferson.`, `John Keats, alias Junkets`
fn name(text: &str) -> bool {
    let name = bare_name(text);
    let words = name.split_whitespace().count();
    let capital = |word: &str| {
        let letters = word.trim_start_matches(['_', '(', '"', '“']);
        letters.chars().next().is_some_and(char::is_uppercase)
            || PARTICLES.contains(&word.to_lowercase().as_str())
    };
    (1..=6).contains(&words)
        && (name.len() <= 2 || !is_numeral(name))
        && name.chars().nth(50).is_none()
        && !name.contains(['!', '?', ';', '[', ']'])
        && !name.ends_with(':')
        && !name.contains(|c: char| c.is_ascii_digit())
        && name.split_whitespace().all(capital)
}

#[cfg(test)]
mod tests {
    use super::{Form, bare_name, form};

    fn check(text: &str, expected: &str) {
        let found = match form(text) {
            Form::Valediction => "valediction".to_owned(),
            Form::Both { valediction, name } => format!("{} | {}", &text[..valediction], &text[name..]),
            Form::Capitals => "capitals".to_owned(),
            Form::Name => "name".to_owned(),
            Form::Postscript => "postscript".to_owned(),
            Form::Other => "other".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn forms() {
        check("With best wishes,", "valediction");
        check("Your sincere Friend", "valediction");
        check("Ta fille.", "valediction");
        check("Your letter reached me on Tuesday.", "other");
        check("Ihr F. Kafka", "Ihr | F. Kafka");
        check("Dein Freund W. Müller", "Dein Freund | W. Müller");
        check("your most obedient servant,", "valediction");
        check("Ever thine.\nEver mine.", "valediction");
        check("Your obedient servant, JAS. BELL.", "Your obedient servant, | JAS. BELL.");
        check("Your servant, J. BELL, HARBOR MASTER.", "Your servant, | J. BELL, HARBOR MASTER.");
        check("Yours ever,\nAnna Bell", "Yours ever, | Anna Bell");
        check("With a handshake,\nEver yours,\nTom", "With a handshake,\nEver yours, | Tom");
        check("L. V. BEETHOVEN,", "capitals");
        check("JOHN KEATS _alias_ JUNKETS.", "capitals");
        check("LES DEUX CASIMIRS[3].", "capitals");
        check("Th: Jefferson.", "name");
        check("Lincoln", "name");
        check("P.S. It rains.", "postscript");
        check("III", "other");
        check("You shall hear where we move.", "other");
        check("Adieu, mon père. Nous vous embrassons et sommes à vous.", "other");
        check("With regard to this, no.", "other");
    }

    #[test]
    fn names_without_what_follows() {
        assert_eq!(bare_name("LES DEUX CASIMIRS[3]."), "LES DEUX CASIMIRS");
        assert_eq!(bare_name("L."), "L.");
        assert_eq!(bare_name("_Court Organist._"), "Court Organist");
        assert_eq!(bare_name("JOHN."), "JOHN");
        assert_eq!(bare_name(""), "");
    }
}
