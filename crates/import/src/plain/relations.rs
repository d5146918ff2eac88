//! Whose the writer is: `Your affectionate friend`, `Dein treuer Bruder`, `Votre bien devouee`, and the name after it.

use super::among;

/// Words after which the writer says what he is to the addressee; before other words they begin any sentence.
pub(super) const OF_YOU: &[&str] = &[
    "your",
    "i am your",
    "votre",
    "vos",
    "ta",
    "ton",
    "ihr",
    "ihre",
    "dein",
    "deine",
    "euer",
    "eure",
    "ваш",
    "ваша",
    "твой",
    "твоя",
];

/// What a writer is to the addressee and how, by the beginnings of words, in small letters.
const STEMS: &str = "|friend|servant|brother|sister|father|mother|mamma|papa|nephew|niece|uncle|aunt|cousin|daughter|\
    husband|wife|pupil|disciple|comrade|colleague|admirer|debtor|kinsman|kinswoman|grandfather|grandmother|grandson|\
    affectionate|obedient|humble|faithful|sincere|devoted|obliged|grateful|loving|dutiful|attached|respectful|\
    freund|vater|mutter|bruder|schwester|tochter|onkel|tante|neffe|nichte|vetter|cousine|diener|knecht|schüler|verehrer|\
    gatte|gattin|kamerad|genosse|kollege|schwager|schwägerin|großvater|großmutter|enkel|bräutigam|liebster|geliebte|\
    ergeben|gehorsam|getreu|treu|dankbar|aufrichtig|herzlich|innig|\
    serviteur|servante|frere|soeur|sœur|pere|mere|neveu|oncle|tante|devoue|fidele|affectionne|obeissant|\
    reconnaissant|eleve|\
    брат|сестра|отец|мать|племянни|дядя|тетка|искренн|преданн|верн|любящ|покорн|предан|слуга|";

/// The same, whole words.
const WORDS: &str = "|son|ami|amie|fils|fille|sohn|mann|frau|weib|kind|braut|alter|alte|lieber|liebe|lieben|sehr|ganz|immer|stets|old|true|truly|\
    very|most|ever|own|dear|and|much|und|et|bien|tout|toute|tres|vieux|vieille|друг|сын|дочь|муж|жена|весь|вся|и|child|";

/// Those who are addressed so, and do not write.
const TITLES: &str = "|majesty|excellency|highness|lordship|ladyship|grace|honour|honor|worship|eminence|reverence|holiness|\
    majestät|exzellenz|excellenz|hoheit|durchlaucht|gnaden|hochwohlgeboren|wohlgeboren|heiligkeit|eminenz|\
    majesté|excellence|altesse|sainteté|seigneurie|величество|превосходительство|сиятельство|высочество|";

fn relation(word: &str) -> bool {
    // French of the eighteenth century spares accents.
    let plain = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        other => other,
    };
    let small: String =
        word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().chars().map(plain).collect();
    among(WORDS, &small) || STEMS.split('|').any(|stem| !stem.is_empty() && small.starts_with(stem))
}

/// The words after "your" and the like, if a text begins so.
fn after_of_you(text: &str) -> Option<&str> {
    let first = |words: &str| {
        let mut letters = text.char_indices();
        let same = words
            .chars()
            .all(|c| letters.next().is_some_and(|(_, at)| at.to_lowercase().eq(c.to_lowercase())));
        let rest = text.get(letters.next().map_or(text.len(), |(at, _)| at)..)?;
        (same && !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'))).then_some(rest)
    };
    OF_YOU.iter().find_map(|words| first(words))
}

/// Whether a text says what the writer is to the addressee and stops there: `Ta fille.`, not `Your letter came.`
pub(super) fn ends_in_relation(text: &str) -> bool {
    let Some(rest) = after_of_you(text) else { return true };
    let last = rest.split_whitespace().next_back();
    last.is_none_or(relation) || rest.split_whitespace().count() < 2
}

/// Where a name begins that follows without a stop: `Ihr F. Kafka`, `Dein treuer Freund W. Müller`, `Ваш А. Чехов.`
pub(super) fn name_after(text: &str) -> Option<usize> {
    let mut rest = after_of_you(text)?.trim_start();
    while let Some(word) = rest.split_whitespace().next().filter(|word| relation(word)) {
        rest = rest.get(word.len()..)?.trim_start();
    }
    let first = rest.split_whitespace().next()?;
    let small = first.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    // A word without letters names nobody either.
    let title = small.is_empty() || among(TITLES, &small);
    // "Votre très humble serviteur et neveu" is all relation.
    let name = !title && !rest.split_whitespace().any(relation);
    (name && rest.split_whitespace().count() <= 4).then(|| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::{ends_in_relation, name_after};

    #[test]
    fn names_after_whose_the_writer_is() {
        let name = |text: &'static str| name_after(text).map_or("-", |at| &text[at..]);
        assert_eq!(name("Ihr F. Kafka"), "F. Kafka");
        assert_eq!(name("Dein treuer Freund W. Müller"), "W. Müller");
        assert_eq!(name("Votre G. Flaubert"), "G. Flaubert");
        assert_eq!(name("Ihre Rosa"), "Rosa");
        assert_eq!(name("Ваш А. Чехов."), "А. Чехов.");
        assert_eq!(name("Your affectionate brother John"), "John");
        assert_eq!(name("Your most affectionate Brother"), "-");
        assert_eq!(name("Ihr Freund"), "-");
        assert_eq!(name("Your Majesty"), "-");
        assert_eq!(name("Ihr Lieben"), "-");
        assert_eq!(name("Votre très humble et très Obeissant Serviteur\nEt Neveu"), "-");
        assert_eq!(name("Ihre treuste Tochter Caroline"), "Caroline");
        assert_eq!(name("Yours"), "-");
        assert_eq!(name("Your"), "-");
    }

    #[test]
    fn sentences_are_no_valedictions() {
        for text in [
            "Ta fille.",
            "Your obedient servant.",
            "Your sincere and grateful pupil.",
            "Ever yours.",
            "Ihr Max.",
        ] {
            assert!(ends_in_relation(text), "{text}");
        }
        for text in [
            "Your letter reached me on Tuesday.",
            "Your lordship's favour came to hand yesterday.",
            "Your brother came yesterday.",
            "Ihr Brief kam am Dienstag.",
        ] {
            assert!(!ends_in_relation(text), "{text}");
        }
    }
}
