//! Files and folders that the system does not let be read.
#![cfg(unix)]

mod common;

use cli::ReportFormat;
use common::{LETTER, REGISTER, folder, report, site};
use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Closes a file or folder; whether that keeps anybody out. The superuser reads everything.
fn close(path: &Path) -> bool {
    fs::set_permissions(path, Permissions::from_mode(0o000)).expect("the permissions");
    if path.is_dir() { fs::read_dir(path).is_err() } else { fs::read(path).is_err() }
}

/// Opens it again, so that the next run can take the folder away.
fn open(path: &Path) {
    fs::set_permissions(path, Permissions::from_mode(0o755)).expect("the permissions");
}

#[test]
fn what_cannot_be_read_is_left_out_and_named() {
    let other = LETTER.replace("'L1'", "'L2'");
    let files = [
        ("in/a.xml", LETTER),
        ("in/b.xml", &*other),
        ("in/r.xml", REGISTER),
        ("in/under/c.xml", LETTER),
        ("in/under/d.xml", LETTER),
    ];
    let place = folder("closed/named", &files);
    let (place, out) = (place.join("in"), place.join("site"));
    let (letter, below) = (place.join("b.xml"), place.join("under"));
    if !close(&letter) || !close(&below) {
        // Written past the capture of the tests: nobody shall believe that it ran.
        let said = writeln!(
            io::stderr(),
            "SKIPPED what_cannot_be_read…: who runs it reads every file, as root does"
        );
        said.expect("standard error");
        open(&letter);
        return open(&below);
    }
    let (text, counts) = report(&place, ReportFormat::Text);
    let built = site(&place, &out, false);
    open(&letter);
    open(&below);
    assert_eq!(counts.errors, 2, "{text}");
    for name in ["b.xml", "under"] {
        assert!(text.contains(&format!("\n--> {name}\n")), "{name} is not named: {text}");
    }
    assert!(text.contains("1 letter"), "{text}");
    built.expect("the rest is built");
    assert!(out.join("letters/L1/index.html").is_file());
}
