//! What an editor's words say beyond what is shown already: those of a date, a title.

use dates::{Edtf, Language, months, names};

/// Whether words say more or something else than a day: another number, as of the same day in another calendar, or words that
/// are no part of a date. `place` may stand beside it.
pub(super) fn says_other(words: &str, meaning: &Edtf, place: &str) -> bool {
    // What programs write to each other is in the date already.
    if words.contains('T') && words.bytes().all(|byte| b"0123456789-+:./TZ".contains(&byte)) {
        return false;
    }
    let Edtf::Date(date) = meaning else { return true };
    let Some((year, month, day)) = date.full() else { return true };
    let mut parts = vec![vec![i32::from(day)], vec![year, year.rem_euclid(100)]];
    let tokens: Vec<String> = tokens(words).map(str::to_lowercase).collect();
    if !tokens.iter().any(|word| is_month(word)) {
        parts.push(vec![i32::from(month)]);
    }
    let place: Vec<String> = self::tokens(place).map(str::to_lowercase).collect();
    tokens.iter().any(|word| match word.parse::<i32>() {
        // Each part stands there once.
        Ok(number) => match parts.iter().position(|part| part.contains(&number)) {
            Some(at) => {
                parts.remove(at);
                false
            }
            None => true,
        },
        Err(_) => !is_month(word) && !is_weekday(word) && !SMALL.contains(&&**word) && !place.contains(word),
    })
}

/// Words that add nothing to a date.
const SMALL: &[&str] = &[
    "den", "der", "dem", "am", "d", "the", "of", "on", "th", "st", "nd", "rd", "le", "du", "de", "er", "ten",
    "г", "года", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "i",
];

/// Runs of figures and runs of letters.
fn tokens(words: &str) -> impl Iterator<Item = &str> {
    let runs = words.split(|sign: char| !sign.is_ascii_digit() && !sign.is_alphabetic());
    let apart = runs.flat_map(|run| {
        let (figures, letters) =
            run.split_at(run.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(run.len()));
        [figures, letters]
    });
    apart.filter(|run| !run.is_empty())
}

fn is_month(word: &str) -> bool {
    Language::ALL.into_iter().flat_map(months).any(|names| names.all().any(|month| begins(month, word)))
}

fn is_weekday(word: &str) -> bool {
    Language::ALL.into_iter().any(|language| names(language).weekdays.all().any(|day| begins(day, word)))
}

/// Whether a word is the beginning of a name, of at least two letters.
fn begins(name: &str, word: &str) -> bool {
    word.chars().nth(1).is_some() && name.to_lowercase().starts_with(word)
}

/// Whether a title is a name of its own: most editions call a letter by who wrote it to whom and when, as its page does.
pub(super) fn is_own(title: &str, shown: &str) -> bool {
    // Of initials and small words nothing follows.
    let long = |words: &str| -> Vec<String> {
        tokens(words).filter(|word| word.chars().nth(2).is_some()).map(str::to_lowercase).collect()
    };
    let shown = long(shown);
    let said = |word: &String| {
        shown.iter().any(|known| known.starts_with(word.as_str()) || word.starts_with(known.as_str()))
    };
    let named = long(title).iter().any(said);
    !named && !title.contains(|sign: char| sign.is_ascii_digit()) && title.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{is_own, says_other};

    #[test]
    fn what_only_programs_say_of_a_day_is_no_more_than_the_day() {
        let day = dates::parse_edtf("1966-02-03").expect("a day");
        for (words, other) in [
            ("3 February 1966", false),
            ("1966-02-03T12:00:00-05:00/1966-02-03T23:59:59-05:00", false),
            ("1966-02-03/04", true),
            ("Tuesday after Candlemas", true),
        ] {
            assert_eq!(says_other(words, &day, ""), other, "{words}");
        }
    }

    #[test]
    fn a_title_of_its_own_has_no_names_and_no_numbers() {
        let shown = "Sophie von La Roche to A. D. Rehm";
        for (title, own) in [
            ("Der Kupferstich", true),
            ("Der Abend", true),
            ("Brief an F. Rehm", false),
            ("Rehms Brief", false),
            ("Letter 12", false),
            ("3. Mai", false),
            ("…", false),
        ] {
            assert_eq!(is_own(title, shown), own, "{title}");
        }
    }
}
