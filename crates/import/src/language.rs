//! The language of a letter, by its letters and its commonest words.

use edition::{Letter, reading_words};

/// Words that hardly any sentence does without, and that the other languages do not have.
const COMMON: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "you", "that", "with", "have", "is", "for"]),
    ("de", &["und", "ich", "der", "nicht", "sie", "das", "ist", "mit", "zu", "die"]),
    ("fr", &["et", "je", "vous", "que", "les", "est", "pas", "le", "pour", "une"]),
    ("it", &["che", "di", "il", "non", "sono", "della", "per", "con", "gli", "più"]),
    ("es", &["que", "los", "las", "por", "con", "una", "del", "muy", "usted", "y"]),
    ("pt", &["que", "não", "para", "com", "uma", "os", "do", "meu", "muito", "mais"]),
    ("la", &["et", "est", "non", "ut", "cum", "quod", "sed", "quae", "ad", "enim"]),
    ("nl", &["het", "een", "van", "ik", "niet", "dat", "te", "voor", "zijn", "maar"]),
    ("da", &["og", "jeg", "ikke", "det", "til", "af", "som", "har", "den", "er"]),
    ("no", &["og", "jeg", "ikke", "det", "til", "av", "som", "har", "den", "er"]),
    ("sv", &["och", "jag", "inte", "det", "som", "att", "är", "för", "med", "den"]),
    ("pl", &["nie", "się", "na", "że", "to", "jest", "do", "jak", "już", "mnie"]),
    ("cs", &["že", "se", "na", "je", "jsem", "to", "ale", "jak", "není", "pro"]),
    ("hu", &["és", "hogy", "nem", "az", "egy", "is", "van", "csak", "meg", "ha"]),
];

/// How many characters are looked at: enough for any letter to show its language.
const SAMPLE: usize = 20_000;

/// The language that a letter shows in its text, as [`guess`].
pub(crate) fn of_letter(letter: &Letter) -> &'static str {
    let mut words = String::new();
    for block in &letter.text {
        reading_words(&mut words, &block.inlines);
        words.push('\n');
        if words.len() > 4 * SAMPLE {
            break;
        }
    }
    guess(&words)
}

/// The BCP 47 tag of the language; `und` where nothing shows it.
pub(crate) fn guess(text: &str) -> &'static str {
    let mut scripts = [("ru", 0_u32), ("he", 0), ("ar", 0), ("ja", 0), ("el", 0), ("latin", 0)];
    for letter in text.chars().take(SAMPLE) {
        let script = match letter {
            '\u{400}'..='\u{4ff}' => 0,
            '\u{590}'..='\u{5ff}' => 1,
            '\u{600}'..='\u{6ff}' => 2,
            '\u{3040}'..='\u{30ff}' => 3,
            '\u{370}'..='\u{3ff}' => 4,
            letter if letter.is_alphabetic() => 5,
            _ => continue,
        };
        scripts[script].1 += 1;
    }
    let (mut tag, mut most) = ("und", 0);
    for (script, count) in scripts {
        // Japanese is known by its kana, between which most letters are of no alphabet.
        let weight = if script == "ja" { count * 4 } else { count };
        if weight > most {
            (tag, most) = (script, weight);
        }
    }
    if tag == "latin" { latin(text) } else { tag }
}

fn latin(text: &str) -> &'static str {
    let mut counts = [0_u32; COMMON.len()];
    let sample = text.char_indices().nth(SAMPLE).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    for word in sample.split(|c: char| !c.is_alphabetic()) {
        if word.is_empty() || word.len() > 8 {
            continue;
        }
        let word = word.to_lowercase();
        for (count, (_, common)) in counts.iter_mut().zip(COMMON) {
            *count += u32::from(common.contains(&&*word));
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    // Of two languages that are nearly as likely neither is said.
    let near = counts.iter().filter(|count| **count * 2 > most).count();
    let best = counts.iter().position(|count| *count == most && most > 1 && near == 1);
    best.and_then(|best| COMMON.get(best)).map_or("und", |(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn languages_are_told_apart() {
        assert_eq!(guess("I have read your letter and I think that you are right to go."), "en");
        assert_eq!(
            guess("Ich habe den Brief gelesen und bin nicht sicher, ob das mit uns zu tun hat."),
            "de"
        );
        assert_eq!(
            guess("Je vous ai écrit que les enfants sont là et je ne sais pas où est le livre."),
            "fr"
        );
        assert_eq!(guess("Дорогая Софья, письмо получил и спешу ответить."), "ru");
        assert_eq!(guess("お手紙ありがとうございました。"), "ja");
        assert_eq!(guess("Ik heb de brief gelezen en weet niet wat het voor ons te betekenen heeft."), "nl");
        assert_eq!(guess("Epistolam tuam legi, sed non est quod ad eam respondeam, cum ipse venias."), "la");
        // Danish and Norwegian are written alike in many a line.
        assert_eq!(guess("Jeg har ikke lest det, og den er her som det er."), "und");
        assert_eq!(guess("12 + 4"), "und");
        assert_eq!(guess(""), "und");
    }
}
