//! Letters behind symbolic links, links that lead nowhere, and names that are no Unicode.
#![cfg(unix)]

mod common;

use cli::ReportFormat;
use common::{LETTER, REGISTER, folder, report, site};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

#[test]
fn letters_behind_links_are_read_and_links_to_nowhere_are_named() {
    let other = LETTER.replace("'L1'", "'L2'");
    let place = folder(
        "links/followed",
        &[("in/r.xml", REGISTER), ("store/one.xml", LETTER), ("store/deep/two.xml", &other)],
    );
    let (inside, store) = (place.join("in"), place.join("store"));
    symlink(store.join("one.xml"), inside.join("one.xml")).expect("a link");
    symlink(store.join("deep"), inside.join("deep")).expect("a link");
    // It leads back to what is read already.
    symlink(&inside, inside.join("round")).expect("a link");
    symlink(store.join("gone.xml"), inside.join("gone.xml")).expect("a link");
    symlink(store.join("gone.png"), inside.join("gone.png")).expect("a link");
    let (text, counts) = report(&inside, ReportFormat::Text);
    assert!(text.contains("2 letters"), "{text}");
    assert!(text.contains("--> gone.xml\n"), "{text}");
    assert_eq!(counts.errors, 1, "neither the picture nor the way back is a fault: {text}");
    // A register is looked for by its name, even where its link leads nowhere.
    symlink(store.join("gone.toml"), inside.join("register.toml")).expect("a link");
    let (text, counts) = report(&inside, ReportFormat::Text);
    assert!(text.contains("--> register.toml\n") && counts.errors == 2, "{text}");
    symlink(store.join("gone.toml"), inside.join("letterbook.toml")).expect("a link");
    let failed = site(&inside, &place.join("site"), false).expect_err("what it asks for is not known");
    assert!(failed.to_string().contains("letterbook.toml cannot be read"), "{failed}");
}

#[test]
fn a_name_that_is_no_unicode_is_a_name() {
    let place = folder("links/bytes", &[("in/r.xml", REGISTER)]);
    let name = OsStr::from_bytes(b"bad\xff.xml");
    if fs::write(place.join("in").join(name), LETTER).is_err() {
        // Some disks take Unicode only.
        return;
    }
    let built = site(&place.join("in"), &place.join("site"), false).expect("it is read and built");
    assert_eq!(built.letters, 1);
}
