//! Names of persons by their last word, as registers sort them, where that is the name of the family.

/// Words that begin small and belong to names.
const PARTICLES: &[&str] = &[
    "af", "al", "am", "av", "ben", "bin", "bint", "d", "da", "dal", "de", "degli", "del", "della", "den",
    "der", "des", "di", "do", "dos", "du", "e", "el", "i", "ibn", "im", "la", "las", "le", "les", "los",
    "ten", "ter", "til", "van", "vom", "von", "y", "z", "zu", "zum", "zur", "аль", "ван", "де", "дель",
    "дер", "ди", "дю", "ибн", "ла", "тер", "фон", "цу",
];

/// What is no person: ends of words, for in German most are put together.
const BODIES: &[&str] = &[
    "akademie",
    "bibliothek",
    "buchhandlung",
    "club",
    "comité",
    "committee",
    "company",
    "commission",
    "druckerei",
    "family",
    "gesellschaft",
    "gymnasium",
    "institut",
    "klub",
    "komitee",
    "kommission",
    "librairie",
    "ministerium",
    "redaction",
    "redaktion",
    "société",
    "society",
    "universität",
    "university",
    "verbindung",
    "verein",
    "verlag",
    "издательство",
    "комитет",
    "общество",
    "редакция",
    "семья",
    "университет",
];

/// What somebody is to the writer, as first word; and what a name is the name of.
const RELATIONS: &[&str] = &[
    "aunt",
    "brother",
    "bruder",
    "cousin",
    "cousine",
    "familie",
    "father",
    "firma",
    "gebrüder",
    "grandfather",
    "grandma",
    "grandmother",
    "grandpa",
    "großmama",
    "großmutter",
    "großpapa",
    "großvater",
    "mama",
    "mother",
    "mutter",
    "oma",
    "oncle",
    "onkel",
    "opa",
    "papa",
    "schwester",
    "sister",
    "tante",
    "uncle",
    "vater",
    "vetter",
    "бабушка",
    "дедушка",
    "дядя",
    "тетя",
    "тётя",
];

/// From the name of a father, in Russian.
const PATRONYMICS: &[&str] = &["ович", "евич", "ьич", "овна", "евна", "ична"];

/// `Brandt, Caroline` for `Caroline Brandt`; none where the last word cannot be told to be the name of a family. So it is
/// with one word; with a comma, brackets or words that no name has; where it is a body that is named, or somebody by what
/// they are to the writer (`Onkel Adolf`); and where the last word is a patronymic, for then the family stands first
/// (`Фойгт Карл Карлович`), if it is named at all.
#[must_use]
pub fn inverted(name: &str) -> Option<String> {
    let name = name.trim();
    let (given, family) = name.rsplit_once(' ')?;
    let words: Vec<String> = name.split_whitespace().map(bare).collect();
    let relation = words.first().is_some_and(|first| RELATIONS.contains(&&**first));
    let body = words.iter().any(|word| BODIES.iter().any(|body| word.ends_with(body)));
    let stays = relation
        || body
        || name.contains([',', '(', ')', '[', ']', '&', ':', ';', '/'])
        || name.split_whitespace().any(is_no_name)
        || is_number(family)
        || ends_in_patronymic(given, family);
    (!stays).then(|| [family, ", ", given.trim_end()].concat())
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase()
}

/// A word that begins small and is none that belongs to names; `d’Alembert` and `al-Rashid` do.
fn is_no_name(word: &str) -> bool {
    let first = word.split(['-', '\'', '’', '.']).find(|part| !part.is_empty()).unwrap_or_default();
    let small = first.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    small && first.len() > 1 && !PARTICLES.contains(&first)
}

/// Of a ruler (`Friedrich II.`), or of the younger of two (`John Smith Jr.`).
fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(word, "Jr" | "Sr") || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// After a patronymic stands the family, whatever it ends in (`Пётр Ильич Рабинович`).
fn ends_in_patronymic(given: &str, family: &str) -> bool {
    let is = |word: &str| PATRONYMICS.iter().any(|ending| word.ends_with(ending));
    let mut before = given.split_whitespace().skip(1).peekable();
    let full = before.peek().is_some();
    (is(family) || full && family.ends_with("ич")) && !before.any(is)
}

#[cfg(test)]
mod tests {
    use super::inverted;

    #[test]
    fn a_family_goes_first() {
        for (name, sorted) in [
            ("Caroline Brandt", "Brandt, Caroline"),
            ("Ludwig van Beethoven", "Beethoven, Ludwig van"),
            ("Charles de la Tour du Pin", "Pin, Charles de la Tour du"),
            ("Jean le Rond d’Alembert", "d’Alembert, Jean le Rond"),
            ("Harun al-Rashid", "al-Rashid, Harun"),
            ("A. A. Joffe", "Joffe, A. A."),
            ("Frank Press", "Press, Frank"),
            ("Пётр Ильич Рабинович", "Рабинович, Пётр Ильич"),
            ("Анна фон Берг", "Берг, Анна фон"),
            ("Иван Бабич", "Бабич, Иван"),
        ] {
            assert_eq!(inverted(name).as_deref(), Some(sorted));
        }
    }

    #[test]
    fn what_has_no_family_at_its_end_stays_as_it_is() {
        for name in [
            "Lenin",
            "Joffe, Adolf",
            "Heinz Kappes (Ev.Jugend-u. Wohlfahrtsdienst)",
            "Verlag Vandenhoeck und Ruprecht",
            "Breitkopf & Härtel",
            "Akademische Verlagsbuchhandlung Mohr",
            "Redaktion der Frankfurter Zeitung",
            "Onkel Adolf",
            "Aunt May",
            "ein Freund aus Wien",
            "Friedrich II.",
            "John Smith Jr.",
            "Фойгт Карл Карлович",
            "Ульянов Владимир Ильич",
            "Крупская Надежда Константиновна",
            "Лев Николаевич",
        ] {
            assert_eq!(inverted(name), None, "{name}");
        }
    }
}
