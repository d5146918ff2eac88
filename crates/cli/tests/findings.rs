//! Every kind of finding, drawn as an editor sees it: letters and registers are invented, each with one fault.

use cli::{Format, InspectOptions, inspect};
use expect_test::expect_file;
use std::fs;
use std::path::PathBuf;

const LETTER: &str = "Anna Weiss\n\nVol. 2, pp. 7-8.\n\n    TO B. KLEIN\n\n    3. II.1912\n\n    Dear Klein:\n\n    \u{a0} \u{a0} The \
                      parcel came.[1] I thank you.\n\n    With greetings,\n\n    A. Weiss\n\n\n    \u{a0} [1] It held books. \
                      \u{a0} \u{a0}[p. 7]\n";

const FLUSH: &str = "TO ANNA BELL\n\nYork, May 3, 1840.\n\nDear Anna,\n\nIt rains, and the roads are bad.\n\n[Footnote 1: They \
                     were closed.]\n\nYours,\n\nB. COLE.\n";

fn drawn(name: &str, letter: impl AsRef<[u8]>, register: Option<&str>) -> (String, String, bool) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder for the test");
    let file = folder.join("letter.txt");
    fs::write(&file, letter).expect("the letter");
    let side = folder.join("register.toml");
    if let Some(register) = register {
        fs::write(&side, register).expect("the register");
    }
    let options =
        InspectOptions { file: &file, register: register.map(|_| side.as_path()), format: Format::Json };
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let errors = inspect(&options, &mut out, &mut messages).expect("both files are there");
    let shown = String::from_utf8(messages).expect("text");
    let shown = shown.replace(&format!("{}/", folder.display()), "").trim_end().to_owned() + "\n";
    (String::from_utf8(out).expect("text"), shown, errors)
}

/// The finding of one code, as drawn; each has its golden file.
fn check(name: &str, code: &str, letter: impl AsRef<[u8]>, register: Option<&str>) {
    let (_, shown, _) = drawn(name, letter, register);
    let one: Vec<&str> = shown.split("\n\n").filter(|drawn| drawn.contains(&format!("[{code}]"))).collect();
    assert!(!one.is_empty(), "{code} is not found in:\n{shown}");
    expect_file![format!("findings/{name}.expected")]
        .assert_eq(&format!("{}\n", one.join("\n\n").trim_end()));
}

#[test]
fn a_sound_letter_has_no_findings() {
    let (_, shown, errors) = drawn("sound", LETTER, None);
    assert_eq!((shown.as_str(), errors), ("\n", false));
}

#[test]
fn letters() {
    let with = |from: &str, to: &str| {
        assert!(LETTER.contains(from), "{from}");
        LETTER.replace(from, to)
    };
    check("call-without-note", "plain/call-without-note", with("thank you.", "thank you.[2]"), None);
    check("note-without-call", "plain/note-without-call", with("came.[1]", "came."), None);
    check("back-reference", "plain/back-reference", with("[p. 7]", "[p. 8]"), None);
    check(
        "duplicate-note",
        "plain/duplicate-note",
        format!("{LETTER}\n    \u{a0} [1] It held maps.\n"),
        None,
    );
    check(
        "unreadable-date",
        "dates/unreadable",
        with("    TO B. KLEIN\n\n    3. II.1912", "    TO B. KLEIN\n\n    Kassel, 3. XIV."),
        None,
    );
    check(
        "corrected-year",
        "dates/corrected-year",
        with("3. II.1912", "Kassel, 3 February 1912 [1913]"),
        None,
    );
    check(
        "footnotes-not-sure",
        "plain/footnotes-not-sure",
        format!("{}\n2. They were closed.\n", FLUSH.replace("rains,", "rains2, and2 rains,")),
        None,
    );
    check(
        "impossible-date",
        "dates/impossible",
        with("The parcel came", "The parcel of 31 June 1911 came"),
        None,
    );
    check(
        "missing-addressee",
        "plain/missing-addressee",
        with("    TO B. KLEIN\n\n", "").replace("    Dear Klein:\n\n", ""),
        None,
    );
    check(
        "header-line",
        "plain/header-line-not-understood",
        with("Vol. 2", "Seen 3 times: 12 copies\n\nVol. 2"),
        None,
    );
    check(
        "missing-signature",
        "plain/missing-signature",
        with("greetings,\n\n    A. Weiss", "greetings, \u{a0}\u{a0}\u{a0}\u{a0}"),
        None,
    );
    check("empty", "source/empty", " \n", None);
    check("footnote-not-closed", "plain/footnote-not-closed", FLUSH.replace("closed.]", "closed."), None);
    check(
        "text-after-signature",
        "plain/text-after-signature",
        format!("{FLUSH}\n\n\nSold at Leeds.\n"),
        None,
    );
    check(
        "line-not-understood",
        "plain/line-not-understood",
        with("    With greetings", "    He stood at\n    the gate\n    and left, for\n\n    With greetings"),
        None,
    );
}

#[test]
fn encodings() {
    let accents = LETTER.replace("The parcel came", "Die Bücher für Käthe kamen schön verpackt");
    let latin: Vec<u8> = accents.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    check("guessed-encoding", "source/encoding", latin, None);
    let broken = [&b"\xef\xbb\xbf"[..], LETTER.replace('1', "\u{1}").as_bytes(), &b"\xff\xfe"[..]].concat();
    check("undecodable", "source/undecodable", broken, None);
    check("binary", "source/binary", "%PDF-1.4\n1 0 obj\n", None);
}

#[test]
fn registers() {
    let klein = "[[person]]\nid = \"klein\"\nname = \"Bruno Klein\"\nforms = [\"B. Klein\", \"Klein\"]\n";
    let with = |more: &str| format!("{klein}\n{more}");
    check(
        "unused-form",
        "register/unused-form",
        LETTER,
        Some(&with("[[place]]\nid = \"kassel\"\nname = \"Kassel\"\nforms = [\"Kassel\"]\n")),
    );
    check(
        "shared-form",
        "register/shared-form",
        LETTER,
        Some(&with("[[person]]\nid = \"other\"\nname = \"Otto Klein\"\nforms = [\"Klein\"]\n")),
    );
    check("unknown-key", "register/unknown-key", LETTER, Some(&klein.replace("forms", "froms")));
    check("unknown-table", "register/unknown-key", LETTER, Some(&with("[[persons]]\nid = \"x\"\n")));
    check("missing-key", "register/missing-key", LETTER, Some("[[person]]\nname = \"Bruno Klein\"\n"));
    check(
        "bad-edtf",
        "register/value",
        LETTER,
        Some(&with("born = \"12.5.1880\"\n").replace("\n\nborn", "\nborn")),
    );
    check(
        "bad-certainty",
        "register/value",
        LETTER,
        Some(&with(
            "[[mention]]\nblock = \"p1\"\nsurface = \"parcel\"\nentry = \"klein\"\ncert = \"sure\"\n",
        )),
    );
    check(
        "duplicate-id",
        "register/duplicate-id",
        LETTER,
        Some(&with("[[work]]\nid = \"klein\"\nname = \"A work\"\n")),
    );
    check(
        "unknown-id",
        "register/unknown-id",
        LETTER,
        Some(&with("[[letter]]\nfile = \"letter.txt\"\nfrom = \"weiss\"\n")),
    );
    check(
        "words-not-found",
        "register/words-not-found",
        LETTER,
        Some(&with("[[correction]]\nblock = \"p1\"\nsic = \"parcle\"\ncorr = \"parcel\"\n")),
    );
    check(
        "words-not-found-twice",
        "register/words-not-found",
        LETTER,
        Some(&with("[[mention]]\nblock = \"p1\"\nsurface = \"parcel\"\nnth = 2\nentry = \"klein\"\n")),
    );
    check(
        "unknown-block",
        "register/words-not-found",
        LETTER,
        Some(&with("[[date]]\nblock = \"p9\"\nsurface = \"then\"\nvalue = \"1912\"\n")),
    );
    check(
        "unknown-letter",
        "register/unknown-letter",
        LETTER,
        Some(&with(
            "[[letter]]\nfile = \"lettre.txt\"\n\n[[correction]]\nletter = \"leter\"\nblock = \"p1\"\nsic = \"parcel\"\ncorr = \"box\"\n",
        )),
    );
    check(
        "reversed-dates",
        "register/reversed-dates",
        LETTER,
        Some(&format!("{klein}born = \"1912\"\ndied = \"1880-05\"\n")),
    );
    check("not-a-table", "register/not-a-table", LETTER, Some("person = \"Bruno Klein\"\n"));
    check(
        "wrong-values",
        "register/value",
        LETTER,
        Some("[[person]]\nid = \"\"\nname = 12\nforms = \"Klein\"\nlookup = [\"\", 3]\nids = \"Q1\"\n"),
    );
    check(
        "wrong-notes",
        "register/value",
        LETTER,
        Some(&with(
            "[[mention]]\nblock = \"p1\"\nsurface = \"parcel\"\nnth = 0\nnot = \"yes\"\nentry = \"klein\"\n",
        )),
    );
    check("syntax", "register/syntax", LETTER, Some("[[person]\nid = \"klein\"\n"));
}

#[test]
fn a_fault_is_an_error_or_not() {
    assert!(drawn("error", LETTER.replace("thank you.", "thank you.[2]"), None).2);
    assert!(!drawn("warning", LETTER.replace("came.[1]", "came."), None).2);
}

#[test]
fn the_report_for_programs_has_its_parts() {
    let (json, _, _) = drawn(
        "json",
        LETTER,
        Some("[[person]]\nid = \"klein\"\nname = \"Bruno Klein\"\nforms = [\"B. Klein\", \"Klein\"]\n"),
    );
    expect_file!["findings/letter.json"].assert_eq(&json.replace(env!("CARGO_TARGET_TMPDIR"), "."));
}
