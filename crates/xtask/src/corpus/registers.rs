//! Persons, places and works that nobody was, is or wrote.

use super::escaped;
use super::random::Random;
use std::fmt::Write;

/// A person.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) given: String,
    pub(super) family: String,
    about: &'static str,
    /// Of few both years are known.
    life: Option<(usize, usize)>,
}

impl Person {
    /// Given name, then family name.
    pub(super) fn name(&self) -> String {
        [self.given.as_str(), " ", &self.family].concat()
    }
}

/// All that letters name.
#[derive(Debug)]
pub(super) struct Registers {
    /// The first keeps all letters.
    pub(super) persons: Vec<Person>,
    pub(super) places: Vec<String>,
    pub(super) works: Vec<String>,
}

const GIVEN: &[&str] = &[
    "Ada", "Carl", "Eva", "Johann", "Marthe", "Louis", "Agnes", "Victor", "Helene", "Georg", "Clara", "Hugo",
    "Emilie", "Anton", "Sophie", "Felix", "Rosa", "Edmund", "Judith", "Paul",
];
const STARTS: &[&str] = &[
    "Al", "Ber", "Cor", "Dan", "Eb", "Fal", "Grun", "Hal", "Il", "Kor", "Lin", "Mar", "Nor", "Ost", "Per",
    "Ros", "Sal", "Tor", "Ul", "Wal",
];
const MIDDLES: &[&str] = &["en", "i", "o", "er", "a", "un", "el", "is", "or", "am"];
const ENDS: &[&str] = &[
    "berg", "dorf", "mann", "stein", "feld", "ski", "sen", "well", "court", "hof", "au", "bach", "ley",
    "son", "hausen", "mont",
];
const OCCUPATIONS: &[&str] = &[
    "printer",
    "singer",
    "physician",
    "painter",
    "merchant",
    "actress",
    "publisher",
    "teacher",
    "officer",
    "translator",
];
const TITLES: &[&str] = &[
    "The Ferry",
    "Der stille Garten",
    "Les deux moulins",
    "Winter Songs",
    "Das dritte Heft",
    "The Harbour",
    "Nocturnes",
    "Der Setzer",
    "La malle",
    "A Late Guest",
];

/// A name that no other has: the number is spelled in its parts, which are shuffled by a fixed stride.
fn family(number: usize) -> String {
    let (starts, middles, ends) = (STARTS.len(), MIDDLES.len(), ENDS.len());
    let spread = (number * 1_009) % (starts * middles * ends);
    let again = number / (starts * middles * ends);
    let mut name =
        [STARTS[spread % starts], MIDDLES[spread / starts % middles], ENDS[spread / starts / middles]]
            .concat();
    if again > 0 {
        name = format!("{name}-{}", family(again - 1));
    }
    name
}

impl Registers {
    /// About as many as real editions have: a person for eight letters, a place for thirty, a work for twenty.
    pub(super) fn new(letters: usize, random: &mut Random) -> Self {
        let person = |number: usize| Person {
            given: random.one(GIVEN).to_owned(),
            family: family(number),
            about: random.one(OCCUPATIONS),
            life: (number > 0 && random.percent(60))
                .then(|| (1790 + random.below(50), 1935 + random.below(30))),
        };
        let persons = (0..(letters / 8).max(12)).map(person).collect();
        let places = (0..(letters / 30).max(8)).map(|number| family(number * 7 + 3)).collect();
        let work = |number: usize| match number / TITLES.len() {
            0 => TITLES[number].to_owned(),
            part => format!("{}, part {}", TITLES[number % TITLES.len()], part + 1),
        };
        let works = (0..(letters / 20).max(8)).map(work).collect();
        Self { persons, places, works }
    }

    /// The files of the registers, each with its name.
    pub(super) fn files(&self) -> [(&'static str, String); 3] {
        let mut persons = String::new();
        for (number, person) in self.persons.iter().enumerate() {
            let Person { given, family, about, life } = person;
            let _ = write!(
                persons,
                "<person xml:id=\"person{number}\"><persName><forename>{given}</forename> <surname>{family}</surname></persName>\
                 <persName>{}. {family}</persName>",
                given.chars().next().unwrap_or_default()
            );
            if let Some((birth, death)) = life {
                let _ = write!(persons, "<birth when=\"{birth}\"/><death when=\"{death}\"/>");
            }
            let _ = writeln!(
                persons,
                "<occupation>{about}</occupation><idno type=\"GND\">https://d-nb.info/gnd/0{number:08}</idno></person>"
            );
        }
        let mut places = String::new();
        for (number, place) in self.places.iter().enumerate() {
            let _ = writeln!(
                places,
                "<place xml:id=\"place{number}\"><placeName>{place}</placeName><location><geo>{}.{:04} {}.{:04}</geo></location>\
                 <idno>https://www.geonames.org/9{number:07}</idno></place>",
                40 + number % 20,
                number * 37 % 10_000,
                number % 30,
                number * 91 % 10_000,
            );
        }
        let mut works = String::new();
        for (number, work) in self.works.iter().enumerate() {
            let _ = writeln!(
                works,
                "<bibl xml:id=\"work{number}\"><title>{}</title><date when=\"{}\"/></bibl>",
                escaped(work),
                1800 + number % 120
            );
        }
        [
            ("registers/persons.xml", list("listPerson", &persons)),
            ("registers/places.xml", list("listPlace", &places)),
            ("registers/works.xml", list("listBibl", &works)),
        ]
    }
}

fn list(name: &str, entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n\
         <teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt></fileDesc></teiHeader>\n\
         <text><body><{name}>\n{entries}</{name}></body></text>\n</TEI>\n"
    )
}
