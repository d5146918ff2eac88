//! An edition that is served while it is worked on: what changes is built again, and the report says what is wrong.

use cli::{FolderError, ServeOptions, serve_with};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

const VIEWER: &[(&str, &[u8])] =
    &[("index.html", b"<!DOCTYPE html><html lang=\"en\"><head><title>Letterbook</title></head></html>")];

const LETTER: &str = "---\nid: one\nfrom: Ada Stern\nto: Ben Kern\ndate: 1901-03-02\n---\n\nCome soon.\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("one.md"), LETTER).expect("a letter");
    folder
}

/// The status line and the body of an answer.
fn get(address: &str, path: &str) -> (String, String) {
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).expect("a server");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let answer = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
}

fn report(address: &str, after: u64) -> Value {
    let (_, body) = get(address, &format!("/-/report?after={after}"));
    serde_json::from_str(&body).expect("JSON")
}

#[test]
fn what_changes_is_built_again_and_the_report_follows() {
    let folder = folder("changes");
    let serving = serve_with(VIEWER, ServeOptions { folder: &folder, port: 0 }).expect("a free port");
    let (status, page) = get(&serving.address, "/about/");
    assert!(status.ends_with("200 OK"), "{status}");
    assert!(page.contains("/-/report.js"), "{page}");
    assert!(get(&serving.address, "/edition.ltb").0.ends_with("200 OK"));
    assert!(get(&serving.address, "/nothing.ltb").0.ends_with("404 Not Found"));
    assert!(get(&serving.address, "/../one.md").0.ends_with("404 Not Found"), "nothing beside the site");

    let first = report(&serving.address, 0);
    assert_eq!((&first["build"], &first["letters"], &first["error"]), (&1.into(), &1.into(), &Value::Null));
    let before = first["findings"].as_array().map_or(0, Vec::len);

    fs::write(folder.join("two.xml"), "<TEI><text>").expect("a broken letter");
    let second = report(&serving.address, 1);
    assert_eq!(second["build"], 2);
    let findings = second["findings"].as_array().expect("findings");
    assert!(findings.len() > before, "{second}");
    let broken = findings.iter().find(|finding| finding["severity"] == "error").expect("an error");
    assert_eq!((&broken["file"], &broken["line"]), (&"two.xml".into(), &1.into()));
    assert!(broken["hints"].as_array().is_some_and(|hints| !hints.is_empty()), "advice: {broken}");

    fs::remove_file(folder.join("two.xml")).expect("taken away");
    fs::remove_file(folder.join("one.md")).expect("taken away");
    let mut last = report(&serving.address, 2);
    while last["letters"] != 0 {
        last = report(&serving.address, last["build"].as_u64().expect("a number"));
    }
    assert!(last["error"].is_string(), "{last}");
    assert!(get(&serving.address, "/edition.ltb").0.ends_with("200 OK"), "the last edition stays");
}

#[test]
fn it_answers_as_a_host_would_where_the_site_will_stand() {
    let folder = folder("host");
    let base = "base = \"https://host.example/f/\"\n[moved]\nold = \"one\"\n";
    fs::write(folder.join("letterbook.toml"), base).expect("a file");
    let serving = serve_with(VIEWER, ServeOptions { folder: &folder, port: 0 }).expect("a free port");
    let whole = |path: &str| {
        let host = serving.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).expect("a server");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    for (asked, status, place) in [
        ("/letters/one/", "200", None),
        ("/letters/one", "301", Some("/letters/one/")),
        ("/letters/one?lang=de", "301", Some("/letters/one/?lang=de")),
        ("/letters/none", "404", None),
        ("/letters/old/", "200", None),
        ("/f/letters/one/", "200", None),
        ("/f/letters/one", "301", Some("/letters/one/")),
        ("/f/", "200", None),
        ("/f/edition.ltb", "200", None),
        ("/f/none/", "404", None),
        // No way to another host.
        ("//letters/one", "301", Some("/letters/one/")),
    ] {
        let answer = whole(asked);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{asked}: {answer}");
        let line = answer.lines().find_map(|line| line.strip_prefix("location: "));
        assert_eq!(line, place, "{asked}");
    }
}

#[test]
fn what_cannot_be_served_is_said_at_once() {
    let folder = folder("refused");
    let nowhere = ServeOptions { folder: &folder.join("nowhere"), port: 0 };
    assert!(matches!(serve_with(VIEWER, nowhere), Err(FolderError::Read { .. })));
    assert!(matches!(serve_with(&[], ServeOptions { folder: &folder, port: 0 }), Err(FolderError::NoViewer)));
    let taken = serve_with(VIEWER, ServeOptions { folder: &folder, port: 0 }).expect("a free port");
    let port = taken.address.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let refused = serve_with(VIEWER, ServeOptions { folder: &folder, port });
    assert!(matches!(refused, Err(FolderError::Serve { .. })), "{refused:?}");
}
