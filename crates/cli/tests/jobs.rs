//! What comes of an edition is the same however many threads work on it.

mod common;

use cli::{ReportFormat, with_jobs};
use common::{contents, folder, report, site};
use std::fs;
use std::num::NonZeroUsize;

/// Letters of all formats, each with something to report, and a name for some that another has already.
fn mixed(name: &str) -> std::path::PathBuf {
    let place = folder(name, &[]);
    let person = |id: &str, form: &str| {
        format!("[[person]]\nid = \"{id}\"\nname = \"{form}\"\nforms = [\"{form}\"]\n\n")
    };
    let register =
        [person("ada", "Ada Brook"), person("carl", "Carl Dorn"), person("none", "Nobody")].concat();
    fs::write(place.join("register.toml"), register).expect("a file");
    for number in 0..40 {
        let home = place.join(format!("letters/{}", number % 4));
        fs::create_dir_all(&home).expect("a folder");
        let day = 1 + number % 28;
        let (name, text) = match number % 3 {
            0 => (
                "a.txt",
                format!(
                    "Ada Brook\n\n    TO CARL DORN\n\n    Kassel, {day}. II.1912\n\n    Dear Carl Dorn:\n\n    On 5 May {number} of us met [1].\n\n    A. Brook\n"
                ),
            ),
            1 => (
                "b.md",
                format!(
                    "---\nfrom: Ada Brook\nto: carl\ndate: 1912-02-{day:02}\n---\n\nDear Carl Dorn, [x](person:absent) {number}.\n"
                ),
            ),
            _ => (
                "c.xml",
                format!(
                    "<TEI xml:id='L{}'><teiHeader><correspDesc><correspAction type='sent'><persName>Ada</persName><date when='1912-99-{day:02}'/></correspAction></correspDesc></teiHeader><text><body><p>Good day <persName ref='#p{number}'>P</persName>.</p></body></text></TEI>",
                    number % 9
                ),
            ),
        };
        let folder = home.join(format!("{}", number / 4 % 5));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(name), text).expect("a file");
    }
    fs::write(place.join("letterbook.toml"), "sources = [\"letters\"]\n").expect("a file");
    place
}

#[test]
fn one_thread_and_four_give_the_same_bytes() {
    let place = mixed("jobs/mixed");
    let of = |jobs: usize| {
        let out = place.join(format!("site-{jobs}"));
        with_jobs(NonZeroUsize::new(jobs), || {
            let reports = [ReportFormat::Text, ReportFormat::Json].map(|format| report(&place, format));
            let built = site(&place, &out, false)?;
            Ok((reports, built))
        })
        .map(|done| (done, contents(&out)))
        .expect("a free place")
    };
    let (one, four) = (of(1), of(4));
    let ((reports, built), files) = &one;
    assert!(built.letters >= 30, "{built:?}");
    assert!(reports[0].0.contains("import/duplicate-letter"), "letters of one name: {}", reports[0].0);
    assert!(reports[0].1.warnings > 20, "{:?}", reports[0].1);
    assert!(files.len() > 5);
    assert_eq!(one, four);
}
