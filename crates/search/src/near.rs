//! What a word may have been meant to be that the index does not have, or that few documents have.

use crate::expand::Looker;
use std::ops::RangeInclusive;

/// How many words are taken at most: those in most documents.
const MOST: usize = 8;
/// Where words that differ by one are in fewer documents, those that differ by two are taken, too.
pub(crate) const FEW: usize = 3;

/// Letters that words begin with, beside those that are seen to begin one: Latin, Greek, Cyrillic, Hebrew, Arabic.
const ALPHABETS: [RangeInclusive<char>; 5] = ['a'..='z', 'α'..='ω', 'а'..='я', 'א'..='ת', 'ء'..='ي'];

/// A word in more documents than this is what was meant.
pub(crate) const LITTLE: usize = 9;
/// So many times as many documents has a word that may have been meant.
pub(crate) const MORE: usize = 10;

/// How many letters a word may differ by: one from four letters on, two from eight.
fn allowed(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The words nearest to a word: a letter more, less or another, or two neighbours changed. Words that differ by one are found
/// wherever they differ; those that differ by two have the first two letters in common.
pub(crate) fn near(looker: &mut Looker<'_>, word: &str) -> Vec<(u32, usize)> {
    let letters: Vec<char> = word.chars().collect();
    let allowed = allowed(letters.len());
    if allowed == 0 || word.starts_with('\u{1}') {
        return Vec::new();
    }
    let beginning = joined(&[letters.get(..2).unwrap_or_default()]);
    let mut by_distance: [Vec<(u32, usize)>; 3] = Default::default();
    let mut other: Vec<char> = Vec::new();
    looker.each_beginning(&beginning, &mut |shard, at, term| {
        other.clear();
        other.extend(term.word.chars());
        let distance = distance(&letters, &other, allowed);
        if let Some(words) = by_distance.get_mut(distance).filter(|_| distance <= allowed) {
            words.push((shard, at));
        }
    });
    let [_, one, two] = by_distance;
    let mut found = one;
    if found.is_empty() && looker.needs.is_empty() {
        found = beginnings(looker, &letters);
    }
    let count =
        |(shard, at): (u32, usize)| looker.index.terms(shard).map_or(0, |terms| terms.postings(at).len());
    // A word that somebody else misspelt, too, is not all that was meant.
    if found.iter().map(|place| count(*place)).sum::<usize>() < FEW && looker.needs.is_empty() {
        found.extend(two);
    }
    let mut best: Vec<(u32, usize)> = Vec::new();
    while best.len() < MOST {
        // Of those in as many documents, the first by the alphabet.
        let next =
            found.iter().filter(|place| !best.contains(place)).rev().max_by_key(|place| count(**place));
        let Some(next) = next else { break };
        best.push(*next);
    }
    best
}

/// The words that differ by one in the first two letters: each is looked up.
fn beginnings(looker: &mut Looker<'_>, letters: &[char]) -> Vec<(u32, usize)> {
    // Letters that words begin with, of the same script.
    let script = |letter: char| letter as u32 >> 8;
    let own = letters.first().map(|letter| script(*letter));
    let mut known: Vec<char> = Vec::new();
    let mut add = |letter: char| {
        if Some(script(letter)) == own && letter.is_alphanumeric() && !known.contains(&letter) {
            known.push(letter);
        }
    };
    for shard in &looker.index.shards {
        shard.first.chars().for_each(&mut add);
    }
    for alphabet in ALPHABETS {
        alphabet.for_each(&mut add);
    }
    let mut words: Vec<String> = Vec::new();
    for at in 0..letters.len().min(2) {
        let (before, after) = letters.split_at(at);
        let rest = after.get(1..).unwrap_or_default();
        words.push(joined(&[before, rest]));
        for letter in &known {
            words.push(joined(&[before, &[*letter], rest]));
            words.push(joined(&[before, &[*letter], after]));
        }
        if let [one, other, rest @ ..] = after {
            words.push(joined(&[before, &[*other, *one], rest]));
        }
    }
    let mut found = Vec::new();
    for word in words {
        let shard = looker.index.shard_of(&word);
        let place = looker.terms(shard).and_then(|terms| Some((shard, terms.find(&word)?)));
        if let Some(place) = place.filter(|place| !found.contains(place)) {
            found.push(place);
        }
    }
    found
}

/// A word in one piece.
fn joined(pieces: &[&[char]]) -> String {
    pieces.iter().copied().flatten().collect()
}

/// How many letters two words differ by, neighbours changed counted as one (optimal string alignment); more than `most`
/// is any number above.
pub(crate) fn distance(one: &[char], other: &[char], most: usize) -> usize {
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let width = other.len() + 1;
    let mut before = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1; width];
        for (column, against) in other.iter().enumerate() {
            let same = usize::from(letter != against);
            let mut cost = (last[column] + same).min(last[column + 1] + 1).min(now[column] + 1);
            let crossed = row > 0 && column > 0 && one[row - 1] == *against && *letter == other[column - 1];
            if crossed {
                cost = cost.min(before[column - 1] + 1);
            }
            now[column + 1] = cost;
        }
        if now.iter().all(|cost| *cost > most) {
            return most + 1;
        }
        (before, last) = (last, now);
    }
    last.last().copied().unwrap_or(most + 1)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn words_differ_by_letters() {
        let table = [
            ("moscow", "moscow", 0),
            ("moscow", "moskow", 1),
            ("moscow", "mosocw", 1),
            ("moscow", "moscw", 1),
            ("moscow", "mosscow", 1),
            ("moscow", "oscow", 1),
            ("schnitzler", "shnizler", 2),
            ("abcd", "wxyz", 3),
            ("a", "abcdef", 3),
        ];
        for (one, other, expected) in table {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(distance(&letters(one), &letters(other), 2), expected, "{one} {other}");
        }
    }
}
