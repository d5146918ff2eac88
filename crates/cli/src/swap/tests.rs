//! The old site is whole until the new one is, and what others put there stays.

use super::{absolute, beside, exchange, free, remove};
use crate::folder::FolderError;
use std::fs;
use std::path::{Path, PathBuf};

/// A place for a site in a folder of its own.
fn place(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("letterbook-swap-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder.join("site")
}

fn page(out: &Path) -> String {
    fs::read_to_string(out.join("index.html")).expect("a page")
}

/// What stands beside each other in the folder of the place; clears it away.
fn names(out: &Path) -> Vec<String> {
    let folder = out.parent().expect("a folder");
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    fs::remove_dir_all(folder).expect("cleared away");
    names
}

const NONE: [&Path; 0] = [];

fn put(out: &Path, name: &str, text: &str) -> Result<(), FolderError> {
    super::put(out, |fresh| fresh.write(name, text.as_bytes()))
}

#[test]
fn no_detour_leads_into_the_sources() {
    let out = place("detour");
    let folder = out.parent().expect("a folder").canonicalize().expect("it is there");
    fs::create_dir_all(folder.join("letters")).expect("a folder");
    for way in ["letters/a/b", "new/../letters/a/b", "new/deeper/../../letters/a/b", "./letters/a/./b"] {
        let whole = absolute(&folder.join(way)).expect("a path");
        assert_eq!(whole, folder.join("letters/a/b"), "{way}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.join("letters"), folder.join("link")).expect("a link");
        assert_eq!(absolute(&folder.join("link/a/b")).expect("a path"), folder.join("letters/a/b"));
    }
    fs::remove_dir_all(&folder).expect("cleared away");
}

#[test]
fn the_old_site_comes_back_where_the_new_one_cannot_be_put() {
    let out = place("restored");
    put(&out, "index.html", "old").expect("a free place");
    // There is no new folder: the second rename fails.
    let failed = exchange(&beside(&out, "new"), &out);
    assert!(matches!(failed, Err(FolderError::Write { .. })), "{failed:?}");
    assert_eq!(page(&out), "old");
    assert_eq!(names(&out), ["site"]);
}

#[test]
fn a_site_left_aside_by_a_killed_build_is_put_back() {
    let out = place("left");
    put(&out, "index.html", "old").expect("a free place");
    fs::rename(&out, beside(&out, "old")).expect("left aside");
    free(&out, Path::new("."), NONE).expect("a free place");
    assert_eq!(page(&out), "old");
    // Killed after the second rename: both are there, and the old one goes.
    let old = beside(&out, "old");
    fs::create_dir(&old).expect("a folder");
    fs::write(old.join(".letterbook"), "").expect("a file");
    put(&out, "index.html", "new").expect("our own place");
    assert_eq!(page(&out), "new");
    assert_eq!(names(&out), ["site"]);
}

#[test]
fn what_others_put_into_the_site_goes_on_to_the_next() {
    let out = place("guests");
    put(&out, "index.html", "old").expect("a free place");
    fs::create_dir(out.join(".git")).expect("a folder");
    fs::write(out.join(".git/HEAD"), "main").expect("a file");
    fs::write(out.join("CNAME"), "host.example").expect("a file");
    put(&out, "index.html", "new").expect("our own place");
    put(&out, "index.html", "newest").expect("our own place");
    assert_eq!(page(&out), "newest");
    assert_eq!(fs::read_to_string(out.join(".git/HEAD")).expect("a file"), "main");
    assert_eq!(super::names(&out).expect("names"), [".git", ".letterbook", "CNAME", "index.html"]);
    // One that would be in the way stops the build, and nothing is lost.
    let refused = put(&out, "CNAME", "ours");
    assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(out.join("CNAME")).expect("a file"), "host.example");
    assert_eq!(page(&out), "newest");
    assert_eq!(names(&out), ["site"]);
}

#[test]
fn guests_of_a_site_left_aside_come_back() {
    let out = place("late");
    put(&out, "index.html", "old").expect("a free place");
    fs::write(out.join("CNAME"), "host.example").expect("a file");
    // Killed between the renames and what comes after them.
    fs::rename(&out, beside(&out, "old")).expect("left aside");
    super::put(&out, |fresh| fresh.write("index.html", b"new")).expect("our own place");
    put(&out, "index.html", "newest").expect("our own place");
    assert_eq!(fs::read_to_string(out.join("CNAME")).expect("a file"), "host.example");
    assert_eq!(names(&out), ["site"]);
}

#[test]
fn two_builds_do_not_write_into_one_place() {
    let out = place("two");
    super::put(&out, |fresh| {
        fresh.write("index.html", b"first")?;
        let refused = put(&out, "index.html", "second");
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
        fresh.write("more.html", b"first")
    })
    .expect("a free place");
    assert_eq!(page(&out), "first");
    assert!(out.join("more.html").is_file());
    // What a killed build left is in nobody's way.
    let left = beside(&out, "new");
    fs::create_dir(&left).expect("a folder");
    fs::write(left.join(".letterbook"), "").expect("a file");
    put(&out, "index.html", "third").expect("our own place");
    assert_eq!(names(&out), ["site"]);
}

#[test]
fn what_others_put_beside_the_place_stays() {
    let out = place("theirs");
    let old = beside(&out, "old");
    fs::create_dir(&old).expect("a folder");
    fs::write(old.join("diary.txt"), "Dear diary").expect("a file");
    free(&out, Path::new("."), NONE).expect("a free place");
    assert!(!out.exists(), "a diary is no site");
    assert!(matches!(remove(&old), Err(FolderError::Refused { .. })));
    let refused = put(&out, "index.html", "new");
    assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
    assert_eq!(names(&out), [".site.old"]);
}

#[test]
fn sources_are_neither_replaced_nor_written_into() {
    let out = fs::canonicalize(place("sources").parent().expect("a folder")).expect("a folder").join("site");
    put(&out, "letters/one.txt", "Dear").expect("a free place");
    for source in [out.clone(), out.join("letters"), out.join("letters/one.txt")] {
        let refused = free(&out, Path::new("."), [source.as_path()]);
        assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
    }
    let inside = free(&out.join("letters/site"), Path::new("."), [out.join("letters").as_path()]);
    assert!(matches!(inside, Err(FolderError::Refused { .. })), "{inside:?}");
    let refused = free(&out, &out, NONE);
    assert!(matches!(refused, Err(FolderError::Refused { .. })), "{refused:?}");
    free(&out, Path::new("."), [out.join("../elsewhere").as_path()]).expect("a place beside the sources");
    assert_eq!(names(&out), ["site"]);
}
