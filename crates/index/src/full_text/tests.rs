//! What of a letter is found by which words.

use crate::{build, full_text};
use search::{Answer, Index, Query, Scope, Syntax, lowered, parse};
use source::{Report, SourceFile, SourceId};

const SYNTAX: Syntax<'_> = Syntax {
    names: &[
        ("from", Scope::Said(&['f'])),
        ("to", Scope::Said(&['t'])),
        ("person", Scope::Said(&['f', 't', 'p'])),
        ("place", Scope::Said(&['o'])),
        ("work", Scope::Said(&['w'])),
        ("lang", Scope::Said(&['l'])),
    ],
    fields: &[("notes", search::Field::Note), ("text", search::Field::Text)],
    typing: false,
};

fn found(built: &search::Built, query: &Query) -> Vec<u32> {
    let mut index = Index::open(&built.root).expect("a root");
    loop {
        match index.search(query, None) {
            Answer::Ready(results) => return results.hits.iter().map(|hit| hit.document).collect(),
            Answer::Needs(shards) => {
                for shard in shards {
                    index.accept(shard, built.shard(shard).expect("a file")).expect("whole");
                }
            }
        }
    }
}

pub(crate) fn edition(files: &[(&str, &str)]) -> edition::Edition {
    let mut sources = Vec::new();
    for (number, (path, text)) in (0..).zip(files) {
        let Report { value, .. } = source::decode(path, text.as_bytes());
        sources.push(SourceFile { id: SourceId(number), ..value });
    }
    let side = sources.pop_if(|file| file.path.0.ends_with("register.toml"));
    import::import(&sources, side.as_ref()).value
}

pub(crate) const LETTER: &str = r#"<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="L1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Letter 7</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName>Ada Byron</persName><placeName>Ockham</placeName><date when="1843-07-05"/></correspAction>
<correspAction type="received"><persName>Charles Babbage</persName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p>The <choice><abbr>govt</abbr><expan>government</expan></choice> is <del>never</del> slow, and the num<lb break="no"/>bers
run on the Engi-<lb break="no"/>ne.<note>On Menabrea's paper in the Bibliothèque universelle.</note></p><pb n="12"/><p>Enchantress, al-<pb n="13" break="no"/>gebra</p></body></text></TEI>"#;

#[test]
fn a_letter_in_tei_is_found_by_both_layers_and_all_it_says() {
    let edition = edition(&[("L1.xml", LETTER)]);
    let indexes = build(&edition);
    let built = full_text(&edition, &indexes.catalogue);
    let table = [
        ("\"the government is slow\"", true),
        ("\"the govt is never slow\"", true),
        ("numbers", true),
        ("engine", true),
        ("algebra", true),
        ("\"p. 13\"", true),
        ("in:notes menabrea", true),
        ("in:text menabrea", false),
        ("bibliotheque", true),
        ("\"July 1843\"", true),
        ("\"5. Juli 1843\"", true),
        ("from:ada", true),
        ("from:babbage", false),
        ("to:babbage", true),
        ("person:babbage", true),
        ("place:ockham", true),
        ("lang:en", true),
        ("lang:de", false),
        ("\"p. 12\"", true),
        ("\"letter 7\"", true),
        ("babbage", true),
        ("slow -enchantress", false),
    ];
    for (query, expected) in table {
        let query_read = parse(query, &SYNTAX, &|text| lowered(text));
        assert_eq!(!found(&built, &query_read).is_empty(), expected, "{query}");
    }
}

#[test]
fn a_name_in_any_form_finds_who_is_meant() {
    let letter = include_str!("../../../../assets/letters/joffe-1921-03-17.txt");
    let register = include_str!("../../../../assets/letters/register.toml");
    let edition = edition(&[("joffe-1921-03-17.txt", letter), ("register.toml", register)]);
    let built = full_text(&edition, &build(&edition).catalogue);
    for query in [
        "Bronstein",
        "Ioffe",
        "person:trotsky",
        "from:lenin",
        "to:joffe",
        "\"then come to Moscow\"",
        "\"17 March 1921\"",
        "\"p. 100\"",
    ] {
        let query_read = parse(query, &SYNTAX, &|text| lowered(text));
        assert_eq!(found(&built, &query_read), [0], "{query}");
    }
}
