//! What other programs are told of a letter.

use super::records;
use crate::full_text::tests::{LETTER, edition};
use expect_test::expect;

const REGISTER: &str = r#"
title = "The Engine"

[[person]]
id = "ada"
name = "Ada King"
forms = ["Ada Byron", "Countess of Lovelace"]

[[person]]
id = "menabrea"
name = "Luigi Menabrea"
forms = ["Menabrea"]
"#;

const REPLY: &str = "---
id: L2
from: Charles Babbage
to: Ada King
date: 1843-09
number: 8
---

The Countess of Lovelace[^1] will want Menabrea's paper.

[^1]: As she was since 1838.
";

#[test]
fn a_record_has_the_date_the_names_and_both_layers() {
    let edition = edition(&[("L1.xml", LETTER), ("L2.md", REPLY), ("register.toml", REGISTER)]);
    let indexes = crate::build(&edition);
    let records: Vec<_> = records(&edition, &indexes.catalogue).collect();
    expect![[r#"
        [
            Record {
                id: "L1",
                url: "",
                title: "Letter 7",
                number: None,
                date: Some(
                    "1843-07-05",
                ),
                date_text: Some(
                    "5 July 1843",
                ),
                date_from: Some(
                    "1843-07-05",
                ),
                date_to: Some(
                    "1843-07-05",
                ),
                day_from: Some(
                    -46201,
                ),
                day_to: Some(
                    -46201,
                ),
                year: Some(
                    1843,
                ),
                from: [
                    "Ada Byron",
                ],
                to: [
                    "Charles Babbage",
                ],
                place: Some(
                    "Ockham",
                ),
                language: "en",
                persons: [],
                organisations: [],
                places: [],
                works: [],
                other_names: [],
                entries: [],
                pages: [
                    "12",
                    "13",
                ],
                text: "The government is slow, and the numbers run on the Engine.\n\nEnchantress, algebra",
                text_as_written: Some(
                    "The govt is never slow, and the numbers run on the Engine.\n\nEnchantress, algebra",
                ),
                notes: [
                    "On Menabrea's paper in the Bibliothèque universelle.",
                ],
            },
            Record {
                id: "L2",
                url: "",
                title: "Charles Babbage – Ada King",
                number: Some(
                    "8",
                ),
                date: Some(
                    "1843-09",
                ),
                date_text: Some(
                    "September 1843",
                ),
                date_from: Some(
                    "1843-09-01",
                ),
                date_to: Some(
                    "1843-09-30",
                ),
                day_from: Some(
                    -46143,
                ),
                day_to: Some(
                    -46114,
                ),
                year: Some(
                    1843,
                ),
                from: [
                    "Charles Babbage",
                ],
                to: [
                    "Ada King",
                ],
                place: None,
                language: "en",
                persons: [
                    "Ada King",
                    "Luigi Menabrea",
                ],
                organisations: [],
                places: [],
                works: [],
                other_names: [
                    "Ada Byron",
                    "Countess of Lovelace",
                    "Menabrea",
                ],
                entries: [
                    RecordEntry {
                        id: "ada",
                        kind: "person",
                        name: "Ada King",
                        roles: [
                            "to",
                            "mentioned",
                        ],
                        url: "",
                        same_as: [],
                    },
                    RecordEntry {
                        id: "menabrea",
                        kind: "person",
                        name: "Luigi Menabrea",
                        roles: [
                            "mentioned",
                        ],
                        url: "",
                        same_as: [],
                    },
                ],
                pages: [],
                text: "The Countess of Lovelace will want Menabrea's paper.",
                text_as_written: None,
                notes: [
                    "As she was since 1838.",
                ],
            },
        ]
    "#]]
    .assert_debug_eq(&records);
}
