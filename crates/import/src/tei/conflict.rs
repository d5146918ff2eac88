//! Two entries with one identifier that say different things.

use dates::{Edtf, print_edtf};
use edition::{Entry, EntryKind};

/// What an entry says otherwise than one that was known before; `stood` names the file of that one.
pub(super) fn told(known: &Entry, entry: &Entry, stood: Option<&str>) -> String {
    let mut differences = Vec::new();
    let mut differ = |what: &str, here: &str, before: &str| {
        differences.push(format!("{what}{here} here, {before} there"));
    };
    if known.kind != entry.kind {
        differ("", kind(entry.kind), kind(known.kind));
    }
    if known.name != entry.name {
        differ("named ", &entry.name, &known.name);
    }
    let (begins, ends) = match known.kind {
        EntryKind::Person => ("born ", "died "),
        _ => ("begins ", "ends "),
    };
    let mut differ_in_date = |what: &str, here: &Option<Edtf>, before: &Option<Edtf>| {
        if let (Some(here), Some(before)) = (here, before)
            && here != before
        {
            differ(what, &print_edtf(here), &print_edtf(before));
        }
    };
    differ_in_date(begins, &entry.begin, &known.begin);
    differ_in_date(ends, &entry.end, &known.end);
    let stood = stood.unwrap_or("the register");
    format!("{} is another than in {stood}: {}", entry.id, differences.join("; "))
}

fn kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Person => "a person",
        EntryKind::Organisation => "an organisation",
        EntryKind::Place => "a place",
        EntryKind::Work => "a work",
        EntryKind::Event => "an event",
        EntryKind::Office => "an office",
        EntryKind::Abbreviation => "an abbreviation",
    }
}

#[cfg(test)]
mod tests {
    use source::{SourceFile, SourceId};

    #[test]
    fn of_two_entries_with_one_identifier_it_is_said_what_differs_and_from_which_file() {
        let file = |lists: String| format!("<TEI><text><body>{lists}</body></text></TEI>");
        let person = |id: &str, name: &str, birth: &str| {
            format!("<person xml:id='{id}'><persName>{name}</persName><birth when='{birth}'/></person>")
        };
        let persons = |one: String, other: String| format!("<listPerson>{one}{other}</listPerson>");
        let place = "<listPlace><place xml:id='ford'><placeName>Ford</placeName></place></listPlace>";
        let org = "<listOrg><org xml:id='ford'><orgName>Ford</orgName></org></listOrg>";
        let first =
            file(persons(person("ada", "Ada Brook", "1866-05-02"), person("carl", "Carl Dorn", "1870")));
        let second = file(
            persons(person("ada", "Ada Brook", "1866-05-03"), person("carl", "Karl Dorn", "1871")) + place,
        );
        let third = file(org.to_owned());
        let mut files = vec![
            SourceFile::from_text("indices/persons.xml", &first),
            SourceFile::from_text("letters/one.xml", &second),
            SourceFile::from_text("letters/two.xml", &third),
        ];
        for (number, file) in files.iter_mut().enumerate() {
            file.id = SourceId(u32::try_from(number).expect("few files"));
        }
        let report = crate::import(&files, None);
        let said: Vec<&str> = report
            .diagnostics
            .iter()
            .filter(|finding| finding.code.0 == "tei/conflicting-entry")
            .map(|finding| finding.message.as_str())
            .collect();
        assert_eq!(
            said,
            [
                "ada is another than in persons: born 1866-05-03 here, 1866-05-02 there",
                "carl is another than in persons: named Karl Dorn here, Carl Dorn there; born 1871 here, 1870 there",
                "ford is another than in one: an organisation here, a place there",
            ]
        );
    }
}
