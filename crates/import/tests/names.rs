//! Which words are names: a table to be read. In the third column stands what is marked, outer before inner, one
//! behind the other: `words > entry`, `words > one | other` where one of several is meant, `words > ?` where nobody
//! known is meant.

mod common;

use common::{Marked, import, sound};
use dates::Certainty;
use edition::{Joint, Mention, Origin};
use source::SourceFile;

/// A side file with entries `kind id form form …`, one a line. `present ID` names the present edition.
fn register(lines: &[&str]) -> String {
    let mut side = String::new();
    for line in lines.iter().filter_map(|line| line.strip_prefix("present ")) {
        side += &format!("[edition]\npresent_edition = \"{line}\"\n");
    }
    for line in lines {
        let mut parts = line.split(" / ");
        let Some((kind, id)) = parts.next().and_then(|head| head.split_once(' ')) else { continue };
        if kind == "abbreviation" {
            let short = parts.next().unwrap_or_default();
            side += &format!("[[abbreviation]]\nshort = \"{short}\"\nlong = \"in full\"\nentry = \"{id}\"\n");
        } else if kind != "present" {
            let forms: Vec<String> = parts.map(|form| format!("'''{form}'''")).collect();
            side += &format!("[[{kind}]]\nid = \"{id}\"\nname = \"{id}\"\nforms = [{}]\n", forms.join(", "));
        }
    }
    side
}

fn mentions(text: &str, side: Option<&str>) -> Vec<Mention> {
    // Paragraphs enough that none of them is taken for a heading or a signature.
    let file = SourceFile::from_text(
        "letter.txt",
        &format!("Dear all,\n\n{text}\n\nand so we went on and on.\n\nYours ever,\n"),
    );
    let report = import(&file, side);
    sound(&file, &report);
    Marked::of(&report.value.letters[0]).mentions
}

fn shown(mentions: &[Mention]) -> Vec<String> {
    let one = |mention: &Mention| {
        let targets: Vec<&str> = mention.targets.iter().map(|id| id.as_str()).collect();
        let targets = if targets.is_empty() { "?".to_owned() } else { targets.join(" | ") };
        format!("{} > {targets}", mention.as_written)
    };
    mentions.iter().map(one).collect()
}

const JOFFE: &[&str] = &["person joffe / A. A. Joffe / Joffe"];
const RIGA: &[&str] = &["place riga / Riga"];
const CC: &[&str] = &["organisation cc / C.C. / Central Committee"];
const RCP: &[&str] =
    &["organisation rcp / R.C.P.(B.)", "organisation rcpcc / R.C.P.(B.) Central Committee", CC[0]];
const CW: &[&str] = &["present cw", "work cw / Collected Works"];

/// The editor's forms of a man and his wife.
const COUPLE: &[&str] = &[
    "person friedrich / Friedrich Schiller / Schiller",
    "person charlotte / Charlotte Schiller / Frau Schiller",
];
const BROTHERS: &[&str] =
    &["person august / A. W. Schlegel / Schlegel", "person friedrich / F. Schlegel / Schlegel"];
const MAY: &[&str] = &["person may / Anna May / May"];

const TABLE: &[(&[&str], &str, &[&str])] = &[
    // Initials, with whatever blanks
    (JOFFE, "We met A. A. Joffe there.", &["A. A. Joffe > joffe"]),
    (JOFFE, "We met A.A. Joffe there.", &["A.A. Joffe > joffe"]),
    (JOFFE, "We met A.A.Joffe there.", &["A.A.Joffe > joffe"]),
    (JOFFE, "We met A.\u{a0}A.\u{a0}Joffe there.", &["A.\u{a0}A.\u{a0}Joffe > joffe"]),
    (JOFFE, "We met A.\u{202f}A. Joffe there.", &["A.\u{202f}A. Joffe > joffe"]),
    (JOFFE, "We met A.  A.  Joffe there.", &["A.  A.  Joffe > joffe"]),
    (JOFFE, "We met Joffe there.", &["Joffe > joffe"]),
    (JOFFE, "We met joffe there.", &[]),
    // Possessives
    (JOFFE, "It was Joffe's idea.", &["Joffe > joffe"]),
    (JOFFE, "It was Joffe’s idea.", &["Joffe > joffe"]),
    (
        &["organisation wpi / Workers' Inspection"],
        "The Workers’ Inspection came.",
        &["Workers’ Inspection > wpi"],
    ),
    (
        &["organisation wpi / Workers’ Inspection"],
        "The Workers' Inspection came.",
        &["Workers' Inspection > wpi"],
    ),
    // Capitals
    (JOFFE, "It said: TO A. A. JOFFE.", &["A. A. JOFFE > joffe"]),
    (&["person claud / Claud de La Châtre"], "It said: CLAUD DE LA CHÂTRE.", &["CLAUD DE LA CHÂTRE > claud"]),
    (&["person gross / Groß"], "It said: HERR GROSS.", &["GROSS > gross"]),
    (&["event talk / the talk"], "The talk was long.", &["The talk > talk"]),
    (&["person joffe / Иоффе"], "Там был ИОФФЕ.", &["ИОФФЕ > joffe"]),
    // Line ends and hyphens
    (JOFFE, "We met A. A.\nJoffe there.", &["A. A.\nJoffe > joffe"]),
    (&["person bukharin / Bukharin"], "We met Buk-\nharin there.", &["Buk-\nharin > bukharin"]),
    (&["person rk / Rimsky-Korsakov"], "We met Rimsky-\nKorsakov there.", &["Rimsky-\nKorsakov > rk"]),
    (&["person rk / Rimsky-Korsakov"], "We met Rimsky‑Korsakov there.", &["Rimsky‑Korsakov > rk"]),
    (&["organisation cc / Central Committee"], "The Central\nCommittee met.", &["Central\nCommittee > cc"]),
    // Accents, however they are written
    (&["person gerard / Gérard"], "We met Ge\u{301}rard there.", &["Ge\u{301}rard > gerard"]),
    (&["person gerard / Ge\u{301}rard"], "We met Gérard there.", &["Gérard > gerard"]),
    (&["person rene / Rene"], "We met Rene\u{301} there.", &[]),
    // Bounds of words
    (RIGA, "Riga, the Rigaer and Riga-town.", &["Riga > riga", "Riga > riga"]),
    (RIGA, "In (Riga) and “Riga”.", &["Riga > riga", "Riga > riga"]),
    (RIGA, "In Riga2 and 3Riga.", &[]),
    (RIGA, "In Ärigariga and XRiga.", &[]),
    // Abbreviations
    (CC, "He left the C.C. It met.", &["C.C. > cc"]),
    (CC, "The C. C. met.", &["C. C. > cc"]),
    (CC, "He is of the R.C.C. now.", &[]),
    (CC, "He is of the C.C.", &["C.C. > cc"]),
    (&["organisation cc / Central Committee", "abbreviation cc / C.C."], "The C.C. met.", &["C.C. > cc"]),
    (RCP, "The R.C.P.(B.) met.", &["R.C.P.(B.) > rcp"]),
    (RCP, "The R.C.P. (B.) met.", &["R.C.P. (B.) > rcp"]),
    (
        RCP,
        "The R.C.P.(B.) Central Committee met.",
        &["R.C.P.(B.) Central Committee > rcpcc", "R.C.P.(B.) > rcp", "Central Committee > cc"],
    ),
    // Names in names
    (
        &["office chair / chairman of the delegation", "organisation del / the delegation"],
        "The chairman of the delegation came.",
        &["chairman of the delegation > chair", "the delegation > del"],
    ),
    (&["person joffe / A. A. Joffe / Joffe"], "Only A. A. Joffe once.", &["A. A. Joffe > joffe"]),
    (
        &["work misc / Lenin Miscellany", "person lenin / Lenin"],
        "In Lenin Miscellany by Lenin.",
        &["Lenin Miscellany > misc", "Lenin > lenin"],
    ),
    (
        &["work reply / a letter to Lenin", "person lenin / Lenin"],
        "It was a letter to Lenin.",
        &["a letter to Lenin > reply", "Lenin > lenin"],
    ),
    (
        &["event one / North South Gate", "event two / Gate East"],
        "By North South Gate East.",
        &["North South Gate > one"],
    ),
    // A person's name is no other person's
    (COUPLE, "Then Frau Schiller came.", &["Frau Schiller > charlotte"]),
    (COUPLE, "Then Friedrich Schiller came.", &["Friedrich Schiller > friedrich"]),
    (BROTHERS, "Then F. Schlegel came.", &["F. Schlegel > friedrich"]),
    (
        &["person wife / the wife of Lenin", "person lenin / Lenin"],
        "There was the wife of Lenin.",
        &["the wife of Lenin > wife", "Lenin > lenin"],
    ),
    (
        &["person wife / Lenin's wife", "person lenin / Lenin"],
        "There was Lenin's wife.",
        &["Lenin's wife > wife", "Lenin > lenin"],
    ),
    (
        &["person philip / Philip of Hesse", "place hesse / Hesse"],
        "There was Philip of Hesse.",
        &["Philip of Hesse > philip", "Hesse > hesse"],
    ),
    (
        &["office aide / Schiller's secretary", "person schiller / Schiller"],
        "There was Schiller's secretary.",
        &["Schiller's secretary > aide", "Schiller > schiller"],
    ),
    // Another given name, another person; the same in another language is the same
    (COUPLE, "Then Karl Schiller came.", &["Karl Schiller > ?"]),
    (COUPLE, "Then Karl von Schiller came.", &["Karl von Schiller > ?"]),
    (COUPLE, "Then KARL SCHILLER came.", &["KARL SCHILLER > ?"]),
    (COUPLE, "Then Frederick Schiller came.", &["Schiller > friedrich"]),
    (COUPLE, "Then Fritz Schiller came.", &["Schiller > friedrich"]),
    (COUPLE, "Then Karl Friedrich Schiller came.", &["Karl Friedrich Schiller > friedrich"]),
    (COUPLE, "I greeted Karl. Schiller came.", &["Schiller > friedrich"]),
    (COUPLE, "With Karl, Schiller came.", &["Schiller > friedrich"]),
    (COUPLE, "Then Professor Schiller came.", &["Schiller > friedrich"]),
    (COUPLE, "Das Werk Schiller gab er ihm.", &["Schiller > friedrich"]),
    (BROTHERS, "Then Friedrich Schlegel came.", &["Friedrich Schlegel > friedrich"]),
    (BROTHERS, "Then Henry Schlegel came.", &["Henry Schlegel > ?"]),
    (
        &["person one / Ada Klein / Klein", "person two / Bruno Klein / Klein"],
        "Then Ada Klein came, then Professor Klein.",
        &["Ada Klein > one", "Klein > one | two"],
    ),
    (
        &["person one / Tycho B. Klein / Klein", "person two / Bruno Klein / Klein"],
        "Then Tycho Klein came.",
        &["Tycho Klein > one"],
    ),
    (&["person goethe / J. W. v. Goethe / Goethe"], "Then Johann Goethe came.", &["Goethe > goethe"]),
    // A woman of a man's name
    (COUPLE, "Then Mrs. Schiller came.", &["Mrs. Schiller > ?"]),
    (COUPLE, "Then Madame Schiller came.", &["Madame Schiller > ?"]),
    (COUPLE, "Then Herr Schiller came.", &["Schiller > friedrich"]),
    (&["person krupskaya / Krupskaya"], "Then Mrs. Krupskaya came.", &["Krupskaya > krupskaya"]),
    // A word of a date is no name
    (MAY, "She left on May 3, 1797 and came.", &[]),
    (MAY, "She left in May and came.", &[]),
    (MAY, "Then May came on May 3, 1797.", &["May > may"]),
    (MAY, "Then Henry May came.", &["Henry May > ?"]),
    (
        &["event rising / Easter 1916", "person easter / Easter"],
        "It was at Easter 1916 there.",
        &["Easter 1916 > rising"],
    ),
    // Two of one name
    (
        &["person elder / Gracchus", "person younger / Gracchus"],
        "We met Gracchus.",
        &["Gracchus > elder | younger"],
    ),
    // Locators
    (CW, "Look: see Vol. 45, pp. 99-100.", &["Vol. 45, pp. 99-100 > cw"]),
    (CW, "See the present edition, Vol. 32, p. 45.", &["present edition, Vol. 32, p. 45 > cw"]),
    (CW, "It is in Vol. 3 alone.", &[]),
    (CW, "Marx, Capital, Vol. 3, p. 45.", &[]),
    (RIGA, "Look: see Vol. 45, pp. 99-100.", &[]),
    // Other scripts; inflection is not guessed
    (&["person joffe / Иоффе"], "Там был Иоффе.", &["Иоффе > joffe"]),
    (&["person lenin / Ленин"], "Письмо Ленину от Ленина.", &[]),
    (&["person lenin / Ленин / Ленину"], "Письмо Ленину.", &["Ленину > lenin"]),
    (&["work pravda / «Правда»"], "Читал «Правда» вчера.", &["«Правда» > pravda"]),
    (
        &["work crisis / \"The Party Crisis\""],
        "I read “The Party Crisis” twice.",
        &["“The Party Crisis” > crisis"],
    ),
];

#[test]
fn which_words_are_names() {
    let mut wrong = String::new();
    for (entries, text, expected) in TABLE {
        let found = shown(&mentions(text, Some(&register(entries))));
        if found != *expected {
            wrong += &format!("\n  {text}\n    expected {expected:?}\n    found    {found:?}");
        }
    }
    assert!(TABLE.len() >= 40 && wrong.is_empty(), "{wrong}");
}

#[test]
fn two_entries_of_one_form_are_one_of_two_and_unsure() {
    let side = register(&["person elder / Gracchus", "person younger / Gracchus"]);
    let found = mentions("We met Gracchus.", Some(&side));
    assert_eq!((found[0].joint, found[0].certainty), (Joint::OneOf, Certainty::Low));
}

/// Without a register nobody is known: what looks like a name is proposed, by the machine, for no entry.
#[test]
fn proposals_are_no_facts() {
    for (text, expected) in [
        ("Then A. A. Joffe came.", &["A. A. Joffe > ?"][..]),
        ("Then Comrade Joffe came.", &["Joffe > ?"]),
        ("Then Mr. O’Brien's dog came.", &["O’Brien > ?"]),
        ("Then Herr von Humboldt came.", &[]),
        ("Then M. von Humboldt came.", &["M. von Humboldt > ?"]),
        ("Nobody of a name came.", &[]),
        ("It was I. We left.", &[]),
        ("Видел А. А. Иоффе там.", &["А. А. Иоффе > ?"]),
    ] {
        let found = mentions(text, None);
        assert_eq!(shown(&found), expected, "{text}");
        for mention in found {
            assert_eq!((mention.origin, mention.certainty), (Origin::Machine, Certainty::Low));
        }
    }
}

/// The editor's word on single places of the first paragraph.
#[test]
fn what_the_editor_says_of_a_place_stands() {
    let text = "Gracchus met Gracchus and he spoke of Riga.";
    let entries = register(&["person elder / Gracchus", "person younger / Gracchus", "place riga / Riga"]);
    for (note, expected) in [
        (
            "surface = 'Gracchus'\nentry = 'elder'",
            &["Gracchus > elder", "Gracchus > elder | younger", "Riga > riga"][..],
        ),
        (
            "surface = 'Gracchus'\nnth = 2\nentry = 'younger'",
            &["Gracchus > elder | younger", "Gracchus > younger", "Riga > riga"],
        ),
        (
            "surface = 'Gracchus'\nnth = 3\nentry = 'younger'",
            &["Gracchus > elder | younger", "Gracchus > elder | younger", "Riga > riga"],
        ),
        ("surface = 'Riga'\nnot = true", &["Gracchus > elder | younger", "Gracchus > elder | younger"]),
        (
            "surface = 'he'\nentry = 'elder'",
            &["Gracchus > elder | younger", "Gracchus > elder | younger", "he > elder", "Riga > riga"],
        ),
        (
            "surface = 'of Riga'\nentry = 'elder'",
            &["Gracchus > elder | younger", "Gracchus > elder | younger", "of Riga > elder", "Riga > riga"],
        ),
    ] {
        let side = format!("{entries}[[mention]]\nblock = 'p1'\n{note}\n");
        assert_eq!(shown(&mentions(text, Some(&side))), expected, "{note}");
    }
}

#[test]
fn certainty_and_reason_of_the_editor_are_kept() {
    let side = register(RIGA)
        + "[[mention]]\nblock = 'p1'\nsurface = 'the town'\nentry = 'riga'\ncert = 'low'\nreason = 'No other town is near.'\n";
    let found = mentions("We left the town early.", Some(&side));
    assert_eq!(shown(&found), ["the town > riga"]);
    assert_eq!((found[0].origin, found[0].certainty), (Origin::Editor, Certainty::Low));
    assert_eq!(found[0].reason.as_deref(), Some("No other town is near."));
}
