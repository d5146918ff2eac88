//! Initials, stops, titles, locators and proposals: what is marked stands in ⟨angle brackets⟩, with what it names.

use dates::Certainty;
use edition::Origin;
use import::{Forms, find, read_side_file};
use source::SourceFile;

const REGISTER: &str = r#"
[edition]
present_edition = "works"

[[person]]
id = "joffe"
name = "Adolf Abramovich Joffe"
forms = ["A. A. Joffe", "Joffe"]
lookup = ["Ioffe"]

[[person]]
id = "trotsky"
name = "Leon Trotsky"
forms = ["L. D. Trotsky", "Trotsky"]

[[person]]
id = "krupskaya"
name = "Nadezhda Krupskaya"
forms = ["Krupskaya"]

[[person]]
id = "gerard"
name = "Étienne Gérard"
forms = ["Gérard"]

[[person]]
id = "obrien"
name = "James O'Brien"
forms = ["O'Brien"]

[[person]]
id = "rimsky"
name = "Nikolai Rimsky-Korsakov"
forms = ["Rimsky-Korsakov"]

[[person]]
id = "muller-a"
name = "Anna Müller"
forms = ["Müller"]

[[person]]
id = "muller-b"
name = "Bruno Müller"
forms = ["Müller"]

[[organisation]]
id = "cc"
name = "Central Committee"
forms = ["C.C.", "R.C.P.(B.) Central Committee", "Party Central Committee"]
related = ["rcp"]

[[organisation]]
id = "rcp"
name = "Russian Communist Party"
forms = ["R.C.P.(B.)", "Party"]

[[organisation]]
id = "union"
name = "Union of Central Committee Clerks"
forms = ["Central Committee Clerks"]

[[event]]
id = "congress"
name = "Tenth Congress"
forms = ["Tenth Party Congress", "Congress"]

[[event]]
id = "talks"
name = "Talks"
forms = ["the talks with Krupskaya"]

[[work]]
id = "miscellany"
name = "Trotsky Miscellany"
forms = ["Trotsky Miscellany XXXVI"]

[[work]]
id = "letter"
name = "A letter"
forms = ["a letter to Trotsky"]

[[work]]
id = "works"
name = "Works"

[[abbreviation]]
short = "C.C."
long = "Central Committee"
entry = "cc"

[[abbreviation]]
short = "e.g."
long = "for example"
"#;

fn forms(register: &str) -> Forms {
    let report = read_side_file(&SourceFile::from_text("register.toml", register));
    let wrong: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
    assert!(wrong.iter().all(|code| *code == "register/shared-form"), "{wrong:?}");
    Forms::of(&report.value)
}

/// The text with every name in brackets.
fn marked(text: &str, forms: &Forms) -> String {
    let mut signs: Vec<(usize, usize, String)> = Vec::new();
    for (number, found) in find(text, forms).iter().enumerate() {
        let targets: Vec<&str> = found.targets.iter().map(|id| id.as_str()).collect();
        let named = if targets.is_empty() { "?".to_owned() } else { targets.join(" or ") };
        let sure = if found.certainty == Certainty::High { "" } else { "~" };
        // Inner names open after outer ones and close before them.
        signs.push((found.start, number, "⟨".to_owned()));
        signs.push((found.end, usize::MAX - number, format!("→{sure}{named}⟩")));
    }
    signs.sort_by_key(|(at, order, sign)| (*at, sign.starts_with('⟨'), *order));
    let mut out = String::new();
    let mut from = 0;
    for (at, _, sign) in signs {
        out += &text[from..at];
        out += &sign;
        from = at;
    }
    out + &text[from..]
}

fn check(forms: &Forms, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(marked(text, forms), *expected, "{text}");
    }
}

#[test]
fn stops_and_initials() {
    check(
        &forms(REGISTER),
        &[
            // The stop of an abbreviation ends the sentence too.
            ("I am the C.C. This is", "I am the ⟨C.C.→cc⟩ This is"),
            ("\"I am the C.C.\".", "\"I am the ⟨C.C.→cc⟩\"."),
            ("so says the C.C. Trotsky thinks", "so says the ⟨C.C.→cc⟩ ⟨Trotsky→trotsky⟩ thinks"),
            ("the R.C.C. and the C.C.C.", "the R.C.C. and the C.C.C."),
            ("the R.C.P. (B.) met", "the ⟨R.C.P. (B.)→rcp⟩ met"),
            // Initials that the register does not have: those of the person, or of somebody else.
            ("N. Krupskaya", "⟨N. Krupskaya→~krupskaya⟩"),
            ("M. Joffe", "⟨M. Joffe→~?⟩"),
            ("J. Joffe", "⟨J. Joffe→~?⟩"),
            ("A. Joffe", "⟨A. Joffe→~joffe⟩"),
            ("U.S.S.R. Trotsky", "U.S.S.R. ⟨Trotsky→trotsky⟩"),
            // One name of two entries; initials can tell which.
            ("dear Müller", "dear ⟨Müller→~muller-a or muller-b⟩"),
            ("dear B. Müller", "dear ⟨B. Müller→~muller-b⟩"),
            // An abbreviation that stands for no entry.
            ("towns, e.g. Riga", "towns, ⟨e.g.→?⟩ Riga"),
        ],
    );
}

#[test]
fn names_inside_names() {
    check(
        &forms(REGISTER),
        &[
            ("the R.C.P.(B.) Central Committee met", "the ⟨⟨R.C.P.(B.)→rcp⟩ Central Committee→cc⟩ met"),
            ("the Party Central Committee", "the ⟨⟨Party→rcp⟩ Central Committee→cc⟩"),
            ("the Tenth Party Congress", "the ⟨Tenth ⟨Party→rcp⟩ Congress→congress⟩"),
            ("in a letter to Trotsky", "in ⟨a letter to ⟨Trotsky→trotsky⟩→letter⟩"),
            ("A letter to Trotsky", "⟨A letter to ⟨Trotsky→trotsky⟩→letter⟩"),
            ("The talks with Krupskaya", "⟨The talks with ⟨Krupskaya→krupskaya⟩→talks⟩"),
            // A title is a name of its own.
            ("in Trotsky Miscellany XXXVI", "in ⟨Trotsky Miscellany XXXVI→miscellany⟩"),
            // What crosses: the longer stands, and what is inside it.
            ("the Party Central Committee Clerks", "the ⟨Party→rcp⟩ ⟨Central Committee Clerks→union⟩"),
        ],
    );
}

#[test]
fn locators() {
    check(
        &forms(REGISTER),
        &[
            ("Vol. 45, pp. 99-100.", "⟨Vol. 45, pp. 99-100→works⟩."),
            ("(see present edition, Vol. 32, p. 45).", "(see ⟨present edition, Vol. 32, p. 45→works⟩)."),
            ("See present\nedition, Vol. 32, p. 45", "See ⟨present\nedition, Vol. 32, p. 45→works⟩"),
            ("present edition,\n  Vol. 32,\np. 45", "⟨present edition,\n  Vol. 32,\np. 45→works⟩"),
            ("See Vol. 32, p. 45", "See ⟨Vol. 32, p. 45→~works⟩"),
            ("Capital, Vol. 3, p. 100", "Capital, Vol. 3, p. 100"),
            ("see Vol. 3", "see Vol. 3"),
            ("Vol. III, p. 4", "⟨Vol. III, p. 4→works⟩"),
        ],
    );
}

#[test]
fn proposals_without_a_register() {
    let none = forms("");
    check(
        &none,
        &[
            ("Dear Comrade Joffe:", "Dear Comrade ⟨Joffe→~?⟩:"),
            ("TO MAXIM GORKY", "TO ⟨MAXIM GORKY→~?⟩"),
            ("TO A. A. JOFFE", "TO ⟨A. A. JOFFE→~?⟩"),
            ("TO THE COMRADES", "TO THE COMRADES"),
            ("To London we went", "To London we went"),
            ("with L. D. Trotsky's support", "with ⟨L. D. Trotsky→~?⟩'s support"),
            ("by David J. Romagnolo,", "by ⟨David J. Romagnolo→~?⟩,"),
            ("(N. I. Bukharin)", "(⟨N. I. Bukharin→~?⟩)"),
            ("A. von Humboldt", "⟨A. von Humboldt→~?⟩"),
            ("Mr. O'Brien's house", "Mr. ⟨O'Brien→~?⟩'s house"),
            ("Liebe Lou,", "Liebe ⟨Lou→~?⟩,"),
            ("Lieber Freund!", "Lieber Freund!"),
            ("My dear Mother,", "My dear Mother,"),
            ("Дорогой товарищ Иоффе!", "Дорогой товарищ ⟨Иоффе→~?⟩!"),
            ("he is a Count. Then he left", "he is a Count. Then he left"),
            ("the C.C. This is", "the C.C. This is"),
            ("W.P.I. It was U.S.S.R. He", "W.P.I. It was U.S.S.R. He"),
        ],
    );
    for found in find("Dear Comrade Joffe", &none) {
        assert_eq!((found.origin, found.certainty), (Origin::Machine, Certainty::Low));
        assert!(found.targets.is_empty());
    }
}

#[test]
fn who_says_so() {
    let forms = forms(REGISTER);
    let said = |text: &str| {
        find(text, &forms).iter().map(|found| (found.origin, found.certainty)).collect::<Vec<_>>()
    };
    assert_eq!(said("Joffe"), [(Origin::Editor, Certainty::High)]);
    assert_eq!(said("A. Joffe"), [(Origin::Machine, Certainty::Medium)]);
    assert_eq!(said("Müller"), [(Origin::Machine, Certainty::Low)]);
    assert_eq!(said("Vol. 45, p. 99"), [(Origin::Machine, Certainty::High)]);
}
