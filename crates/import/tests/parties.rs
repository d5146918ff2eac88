//! Who wrote to whom, by heading and signature: a table to be read. `?` is somebody who is not identified; `~` before an entry
//! says that it is a guess.

mod common;

use common::{import, sound};
use dates::Certainty;
use edition::{ActionKind, Edition, Joint};
use source::SourceFile;

const REGISTER: &str = r#"
[[person]]
id = "schiller"
name = "Friedrich Schiller"
forms = ["Friedrich Schiller", "Schiller"]

[[person]]
id = "charlotte"
name = "Charlotte Schiller"
forms = ["Charlotte Schiller", "Frau Schiller"]

[[person]]
id = "goethe"
name = "Johann Wolfgang von Goethe"
forms = ["Goethe", "J. W. v. Goethe"]

[[person]]
id = "elder"
name = "Bruno Klein"
forms = ["Klein"]

[[person]]
id = "younger"
name = "Carl Klein"
forms = ["Klein"]

[[organisation]]
id = "board"
name = "Harbor Board"
forms = ["Harbor Board"]
"#;

/// Sender or addressee of a letter.
fn meant(edition: &Edition, kind: ActionKind) -> String {
    let mut actions = edition.letters[0].corresp.actions.iter().filter(|action| action.kind == kind);
    let parties = actions.next().map_or(&[][..], |action| &action.correspondents);
    let one = |party: &edition::Mention| {
        let ids: Vec<&str> = party.targets.iter().map(|id| id.as_str()).collect();
        let guess = if party.certainty > Certainty::Medium && !ids.is_empty() { "~" } else { "" };
        let joint = if party.joint == Joint::OneOf { " or " } else { " and " };
        if ids.is_empty() { "?".to_owned() } else { format!("{guess}{}", ids.join(joint)) }
    };
    parties.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_party_is_who_is_named_as_a_whole() {
    let rows = [
        ("TO SCHILLER", "GOETHE.", "schiller", "goethe"),
        ("TO FRIEDRICH SCHILLER", "J. W. v. GOETHE.", "schiller", "goethe"),
        ("TO HERR PROFESSOR SCHILLER", "GOETHE.", "schiller", "goethe"),
        ("TO MY DEAR BROTHER SCHILLER, JENA", "GOETHE.", "schiller", "goethe"),
        ("TO F. SCHILLER, ESQ.", "GOETHE.", "schiller", "goethe"),
        ("TO FRAU SCHILLER", "GOETHE.", "charlotte", "goethe"),
        ("TO MRS. SCHILLER", "GOETHE.", "?", "goethe"),
        ("TO KARL SCHILLER", "GOETHE.", "?", "goethe"),
        ("TO KUNO SCHILLER", "GOETHE.", "?", "goethe"),
        ("TO SCHILLER'S WIDOW", "GOETHE.", "?", "goethe"),
        ("TO THE WIDOW OF SCHILLER", "GOETHE.", "?", "goethe"),
        ("TO SCHILLER JUNIOR", "GOETHE.", "?", "goethe"),
        ("TO SCHILLER", "CHARLOTTE VON GOETHE.", "schiller", "?"),
        ("TO SCHILLER", "AUGUST VON GOETHE.", "schiller", "?"),
        ("TO SCHILLER", "KUNO VON GOETHE.", "schiller", "?"),
        ("TO FRIEDRICH SCHILLER AND CHARLOTTE SCHILLER", "GOETHE.", "schiller; charlotte", "goethe"),
        ("TO CHARLOTTE SCHILLER", "GOETHE AND SCHILLER.", "charlotte", "goethe and schiller"),
        ("TO THE HARBOR BOARD", "GOETHE.", "board", "goethe"),
        ("TO THE CLERKS OF THE HARBOR BOARD", "GOETHE.", "~board", "goethe"),
        ("TO SCHILLER", "KLEIN.", "schiller", "~elder or younger"),
        ("TO SCHILLER", "CARL KLEIN.", "schiller", "younger"),
    ];
    let mut wrong = String::new();
    for (heading, signature, to, from) in rows {
        let text = format!(
            "{heading}\n\nJena, May 7, 1797.\n\nDear friend,\n\nI came.\n\nYours ever,\n\n{signature}\n"
        );
        let file = SourceFile::from_text("letter.txt", &text);
        let report = import(&file, Some(REGISTER));
        sound(&file, &report);
        let found = (meant(&report.value, ActionKind::Received), meant(&report.value, ActionKind::Sent));
        if found != (to.to_owned(), from.to_owned()) {
            wrong += &format!(
                "\n  {heading} … {signature}\n    expected {to}, {from}\n    found    {}, {}",
                found.0, found.1
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
