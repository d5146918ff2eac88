//! Letters that a reader half remembers are found: queries made from passages of real letters, each with the letter it comes
//! from, in German, English, French, Japanese, Russian and Hebrew. What counts is the place of that letter: the reciprocal of its rank (MRR), and whether it is
//! among the first ten.

use cli::read_folder;
use edition::{Edition, EntryId, Inline, Letter, each_inline};
use rayon::prelude::*;
use search::{Answer, Built, Index, Results, Syntax, lowered, parse, tokens};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The corpora, each with the language of most of its letters.
/// Of Russian and Hebrew there are few letters at hand; queries of them tell whether their words are found at all.
const CORPORA: [(&str, &str); 8] = [
    ("schnitzler", "de"),
    ("tillich", "de, en"),
    ("jean-paul", "de"),
    ("amp-auden", "en"),
    ("dahn-pec", "fr"),
    ("japanese-aozora/utf8", "ja"),
    ("hebrew", "he"),
    ("tolstoy", "ru"),
];
/// Queries of each kind in a corpus, where there are as many.
const EACH: usize = 20;

/// A kind of query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    TwoRareWords,
    Phrase,
    NameInAnotherForm,
    OtherReading,
    TypingError,
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

fn search(index: &mut Index, built: &Built, query: &str) -> Results {
    let query = parse(query, &Syntax::default(), &|text| lowered(text));
    loop {
        match index.search(&query, None) {
            Answer::Ready(results) => return results,
            Answer::Needs(shards) => {
                for shard in shards {
                    index.accept(shard, built.shard(shard).expect("a file")).expect("whole");
                }
            }
        }
    }
}

/// The words of the paragraphs of a letter, as printed.
fn paragraphs(letter: &Letter) -> Vec<String> {
    let text_of = |inlines: &[Inline]| {
        let mut out = String::new();
        each_inline(inlines, &mut |inline| match inline {
            Inline::Text(text) => out.push_str(&text.text),
            Inline::LineBreak { inside_word: false, .. } | Inline::PageBreak(_) | Inline::Gap(_) => {
                out.push(' ')
            }
            // A word that is broken over lines is one word to whoever remembers it.
            Inline::LineBreak { inside_word: true, .. } => {
                out.truncate(out.trim_end_matches(['-', '¬', '=']).len())
            }
            _ => {}
        });
        out
    };
    letter.text.iter().map(|block| text_of(&block.inlines)).collect()
}

fn words(text: &str) -> Vec<String> {
    tokens(&lowered(text)).map(|token| token.text).collect()
}

/// One letter more, less or another, or two changed.
fn misspelt(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = dice.roll(letters.len() - 1);
    match dice.roll(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, 'e'),
        // Another letter of the word itself: a key of the same keyboard.
        _ => letters[at] = letters.iter().copied().find(|other| *other != letters[at]).unwrap_or('n'),
    }
    letters.into_iter().collect()
}

/// Queries, each with its kind and the letter it was made from.
fn queries(edition: &Edition) -> Vec<(Kind, String, u32)> {
    let texts: Vec<Vec<Vec<String>>> = edition
        .letters
        .iter()
        .map(|letter| paragraphs(letter).iter().map(|text| words(text)).collect())
        .collect();
    let mut often: HashMap<&str, usize> = HashMap::new();
    for text in &texts {
        let mut own: Vec<&str> = text.iter().flatten().map(String::as_str).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|word| *often.entry(word).or_default() += 1);
    }
    // A word of few letters, and of a small part of them.
    let seldom = (texts.len() / 10).clamp(1, 5);
    let rare = |number: usize, shortest: usize| -> Vec<&String> {
        let all = texts[number].iter().flatten();
        // Two signs of Han or Kana are a word here.
        let long =
            |word: &str| word.chars().count() >= shortest || word.starts_with(|sign| sign > '\u{2e80}');
        all.filter(|word| long(word) && often[word.as_str()] <= seldom).collect()
    };
    let entries: HashMap<&EntryId, _> =
        edition.register.entries.iter().map(|entry| (&entry.id, entry)).collect();
    let mut dice = Dice(1921);
    let mut made: Vec<(Kind, String, u32)> = Vec::new();
    for _ in 0..4000 {
        let number = dice.roll(texts.len());
        let letter = &edition.letters[number];
        let own = rare(number, 4);
        if own.len() < 2 {
            continue;
        }
        let word = own[dice.roll(own.len())];
        let other = own[dice.roll(own.len())];
        let mut add = |kind: Kind, query: String| {
            if made.iter().filter(|(known, ..)| *known == kind).count() < EACH {
                made.push((kind, query, u32::try_from(number).expect("few letters")));
            }
        };
        if word != other {
            add(Kind::TwoRareWords, format!("{word} {other}"));
            let long: Vec<&String> =
                rare(number, 6).into_iter().filter(|word| word.chars().count() >= 6).collect();
            if let Some(long) = long.get(dice.roll(long.len())).filter(|long| **long != other) {
                add(Kind::TypingError, format!("{} {other}", misspelt(long, &mut dice)));
            }
        }
        let text = &texts[number][dice.roll(texts[number].len())];
        if text.len() > 5 {
            let at = dice.roll(text.len() - 4);
            let phrase = &text[at..at + 4];
            // Of words that everybody writes in a row, nobody remembers one letter.
            if phrase.iter().any(|word| often[word.as_str()] <= 4 * seldom)
                && phrase.iter().all(|word| word.chars().count() > 1)
            {
                add(Kind::Phrase, format!("\"{}\"", phrase.join(" ")));
            }
        }
        let mut form = None;
        let mut reading = None;
        for block in &letter.text {
            each_inline(&block.inlines, &mut |inline| match inline {
                Inline::Mention(mention, _) => {
                    let entry = mention.targets.first().and_then(|id| entries.get(id));
                    let other = entry.and_then(|entry| {
                        std::iter::once(&entry.name).chain(entry.forms.iter().map(|form| &form.text)).find(
                            |form| !words(&mention.as_written).iter().any(|word| words(form).contains(word)),
                        )
                    });
                    form = form.take().or_else(|| other.map(|name| words(name).join(" ")));
                }
                Inline::Choice(choice) => {
                    for inline in &choice.corr {
                        if let (Inline::Text(text), None) = (inline, &reading) {
                            reading = Some(words(&text.text).join(" ")).filter(|text| !text.is_empty());
                        }
                    }
                }
                _ => {}
            });
        }
        if let Some(form) = form.filter(|form| !form.is_empty()) {
            add(Kind::NameInAnotherForm, format!("{form} {word}"));
        }
        if let Some(reading) = reading {
            add(Kind::OtherReading, format!("{reading} {word}"));
        }
    }
    made
}

/// For each query in a corpus, at which place its letter was found.
fn places(corpus: &str, corpora: &Path) -> Vec<(Kind, Option<usize>)> {
    let folder = read_folder(&corpora.join(corpus)).expect("a corpus");
    let catalogue = index::build(&folder.edition).catalogue;
    let built = index::full_text(&folder.edition, &catalogue);
    let mut index = Index::open(&built.root).expect("a root");
    let place = |(kind, query, letter): (Kind, String, u32)| {
        let results = search(&mut index, &built, &query);
        let place = results.hits.iter().position(|hit| hit.document == letter);
        if place.is_none_or(|place| place > 9) {
            eprintln!("{corpus}: {kind:?} {query}: {place:?} of {}", results.hits.len());
        }
        (kind, place)
    };
    queries(&folder.edition).into_iter().map(place).collect()
}

#[test]
fn half_remembered_letters_are_found() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    if !corpora.is_dir() {
        eprintln!("skipped: ../shared is absent");
        return;
    }
    // Of each kind and language: queries, the sum of reciprocal ranks, how many among the first ten.
    let mut scores: BTreeMap<(Kind, &str), (f64, f64, f64)> = BTreeMap::new();
    let found: Vec<_> =
        CORPORA.par_iter().map(|(name, language)| (*language, places(name, &corpora))).collect();
    for (language, places) in found {
        for (kind, place) in places {
            #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
            let reciprocal = place.map_or(0.0, |place| 1.0 / (place + 1) as f64);
            let score = scores.entry((kind, language)).or_default();
            *score = (
                score.0 + 1.0,
                score.1 + reciprocal,
                score.2 + f64::from(u8::from(place.is_some_and(|place| place < 10))),
            );
        }
    }
    let mut sums = [(0.0, 0.0, 0.0); 2];
    for ((kind, language), (count, reciprocal, first)) in &scores {
        eprintln!(
            "{kind:?}, {language}: {count} queries, MRR {:.3}, among ten {:.3}",
            reciprocal / count,
            first / count
        );
        let sum = &mut sums[usize::from(*kind == Kind::TypingError)];
        *sum = (sum.0 + count, sum.1 + reciprocal, sum.2 + first);
    }
    let [whole, damaged] = sums;
    eprintln!("undamaged: {} queries, MRR {:.3}", whole.0, whole.1 / whole.0);
    eprintln!("damaged: {} queries, among ten {:.3}", damaged.0, damaged.2 / damaged.0);
    assert!(whole.0 + damaged.0 >= 300.0, "only {} queries", whole.0 + damaged.0);
    assert!(whole.1 / whole.0 >= 0.95, "mean reciprocal rank {}", whole.1 / whole.0);
    assert!(damaged.2 / damaged.0 >= 0.90, "recall among ten {}", damaged.2 / damaged.0);
}
