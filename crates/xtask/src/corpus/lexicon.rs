//! Words of no language: as many different ones, and as unequally frequent, as letters have. Six hundred letters of
//! Schnitzler's have 17,500 different words, and every tenfold text five times as many; the small words of a language are
//! nearly half of what stands there.

use super::random::Random;

/// What made words of a language look like.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The words without which there is no sentence, the most frequent first.
    small: &'static str,
    /// What other words are bent by.
    endings: [&'static str; 6],
    vowels: [&'static str; 8],
    /// Whether some words have a capital.
    nouns: bool,
}

/// Of a hundred words, how many are small ones.
const SMALL: usize = 45;

/// What syllables begin with.
const ONSETS: [&str; 18] =
    ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "br", "kl"];

/// What words end with, before they are bent.
const CODAS: [&str; 7] = ["n", "r", "l", "t", "ng", "st", "rm"];

/// How many syllables there are: an onset and a vowel each.
const SYLLABLES: u64 = 18 * 8;

/// The most frequent word that is not a small one has this rank.
const FIRST: f64 = 60.0;

pub(super) const GERMAN: Lexicon = Lexicon {
    small: "ich und die der sie in zu nicht das mit ist es den von so ein mir wie auch auf daß aber sich dem wenn \
            noch eine bin an habe nur was als im er für mich hat oder bei nach man aus schon wird über doch haben \
            einen mehr wieder war werden durch alles dann ja um sehr da",
    endings: ["", "", "e", "en", "er", "es"],
    vowels: ["a", "e", "i", "o", "u", "ei", "ä", "ü"],
    nouns: true,
};

pub(super) const ENGLISH: Lexicon = Lexicon {
    small: "the and to of i a in that it you is for not be with have my as but was we are at on so this me your he \
            all they will if which by from or do no what can more been very had there would his than some when them \
            only were their up our has about could any",
    endings: ["", "", "s", "ed", "ing", "ly"],
    vowels: ["a", "e", "i", "o", "u", "ea", "ou", "y"],
    nouns: false,
};

pub(super) const FRENCH: Lexicon = Lexicon {
    small: "de la et que je le les vous à des en un ne pas pour une qui est du dans il ce nous plus au me avec mais \
            sur si se par on tout mon bien elle votre lui ma ai même sans comme aux sont cette y moi très être fait où \
            ou ces leur encore aussi",
    endings: ["", "", "e", "s", "es", "ant"],
    vowels: ["a", "e", "i", "o", "u", "é", "oi", "ai"],
    nouns: false,
};

impl Lexicon {
    /// So many words in a row, the first with a capital.
    pub(super) fn row(&self, count: usize, random: &mut Random) -> String {
        let small: Vec<&str> = self.small.split_whitespace().collect();
        let words: Vec<String> = (0..count).map(|_| self.word(&small, random)).collect();
        capital(&words.join(" "))
    }

    fn word(&self, small: &[&str], random: &mut Random) -> String {
        if random.percent(SMALL) {
            let part = random.part();
            return small[below(part * part.sqrt() * length(small.len()), small.len())].to_owned();
        }
        // The rank of a word whose chance falls with the power of 1.4 of it, which makes as many words as letters have.
        let part = random.part();
        let rank = FIRST / (part * part * part.sqrt());
        self.ranked(below(rank, usize::MAX) as u64, random.one(&self.endings))
    }

    /// The word of a rank: two syllables as long as there are any, then three, then four.
    fn ranked(&self, rank: u64, ending: &str) -> String {
        let (mut syllables, mut all) = (2, SYLLABLES.pow(2));
        while rank >= all && syllables < 4 {
            (syllables, all) = (syllables + 1, all * SYLLABLES);
        }
        // Neighbours in rank are no neighbours in the alphabet.
        let mut mixed = (rank % all).wrapping_mul(0x9e37_79b1) % all;
        let coda = CODAS[index(mixed, CODAS.len())];
        let mut word = String::new();
        for _ in 0..syllables {
            let syllable = index(mixed, ONSETS.len() * 8);
            word.push_str(ONSETS[syllable / 8]);
            word.push_str(self.vowels[syllable % 8]);
            mixed /= SYLLABLES;
        }
        word.push_str(coda);
        word.push_str(ending);
        if self.nouns && rank.is_multiple_of(3) { capital(&word) } else { word }
    }
}

/// What is left of a number, as a place in a list.
fn index(number: u64, length: usize) -> usize {
    usize::try_from(number % length.max(1) as u64).unwrap_or_default()
}

/// The whole part of a number, below another.
fn below(number: f64, end: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is too large is the largest"
    )]
    let whole = number as usize;
    whole.min(end.saturating_sub(1))
}

fn length(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH, GERMAN, Random};
    use std::collections::BTreeMap;

    #[test]
    fn words_are_as_many_and_as_unequal_as_in_letters() {
        for lexicon in [GERMAN, ENGLISH, FRENCH] {
            let mut random = Random::new(7);
            let text = lexicon.row(115_000, &mut random).to_lowercase();
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            text.split(' ').for_each(|word| *counts.entry(word).or_default() += 1);
            let mut often: Vec<usize> = counts.values().copied().collect();
            often.sort_unstable_by_key(|count| std::cmp::Reverse(*count));
            let share = |words: usize| often.iter().take(words).sum::<usize>() * 100 / 115_000;
            // Schnitzler's letters: 17,467 words; the first 40 are 30 of 100, the first 1,000 are 72.
            assert!((12_000..24_000).contains(&often.len()), "{}", often.len());
            assert!((25..40).contains(&share(40)), "{}", share(40));
            assert!((60..80).contains(&share(1000)), "{}", share(1000));
        }
    }
}
