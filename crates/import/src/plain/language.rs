//! The language of a letter, by its letters and its commonest words.

/// Words that hardly any sentence does without, and that the other languages do not have.
const COMMON: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "you", "that", "with", "have", "is", "for"]),
    ("de", &["und", "ich", "der", "nicht", "sie", "das", "ist", "mit", "zu", "auf"]),
    ("fr", &["et", "je", "vous", "que", "les", "est", "pas", "le", "pour", "une"]),
    ("it", &["che", "di", "il", "non", "sono", "della", "per", "con", "gli", "più"]),
    ("es", &["que", "los", "las", "por", "con", "una", "del", "muy", "usted", "y"]),
];

/// How many characters are looked at: enough for any letter to show its language.
const SAMPLE: usize = 20_000;

/// The BCP 47 tag of the language; `und` where nothing shows it.
pub(super) fn guess(text: &str) -> &'static str {
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
    let best = counts.iter().position(|count| *count == most && most > 1);
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
        assert_eq!(guess("12 + 4"), "und");
        assert_eq!(guess(""), "und");
    }
}
