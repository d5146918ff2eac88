//! The files of a site that a reader can keep, to read it without a network.

use super::faces;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What ends the head of a page.
const BODY: &[u8] = b"<body>";

/// Gathers the files of a site as they are written.
#[derive(Debug, Default)]
pub struct Kept {
    files: Vec<(String, usize)>,
    /// The further faces that pages ask for.
    faces: BTreeSet<&'static str>,
    checksum: crc32fast::Hasher,
}

impl Kept {
    /// Where the list stands in the site.
    pub const FILE: &'static str = "files.txt";

    /// Takes a file, unless reading goes on without it.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        const APART: [&str; 8] = [
            "404.html",
            "_headers",
            ".letterbook",
            "embed.js",
            "frame.js",
            "sources.zip",
            Kept::FILE,
            "sw.js",
        ];
        if APART.contains(&name) || name.starts_with("embed/") || name.starts_with("sitemap") {
            return;
        }
        self.checksum.update(name.as_bytes());
        self.checksum.update(bytes);
        if name.ends_with(".html") {
            let head = bytes.windows(BODY.len()).position(|part| part == BODY).unwrap_or_default();
            let head = String::from_utf8_lossy(&bytes[..head]);
            self.faces.extend(faces::FURTHER.into_iter().filter(|face| head.contains(face)));
        }
        self.files.push((name.to_owned(), bytes.len()));
    }

    /// Takes in files that were gathered apart, and that come after these.
    pub fn extend(&mut self, later: Kept) {
        self.checksum.combine(&later.checksum);
        self.faces.extend(later.faces);
        self.files.extend(later.files);
    }

    /// The list: in its first line the state of the site (CRC-32 of all), how many files follow and how many bytes they
    /// have in all; then the address of each, from the beginning of the site.
    #[must_use]
    pub fn list(&self) -> String {
        let mut out = String::new();
        let state = self.checksum.clone().finalize();
        // Of the faces those that a page asks for.
        let spared = |name: &str| {
            name.strip_prefix("fonts/")
                .is_some_and(|face| faces::FURTHER.contains(&face) && !self.faces.contains(face))
        };
        let mut files: Vec<(&str, usize)> =
            self.files.iter().map(|(name, bytes)| (&**name, *bytes)).collect();
        files.retain(|(name, _)| !spared(name));
        files.sort_unstable();
        let bytes: usize = files.iter().map(|(_, bytes)| bytes).sum();
        let _ = writeln!(out, "{state:08x} {} {bytes}", files.len());
        let names = files.into_iter().map(|(name, _)| name);
        for name in names {
            // A page is asked for by the name of its folder.
            out.push_str(match name.strip_suffix("index.html") {
                Some("") => "./",
                Some(folder) => folder,
                None => name,
            });
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn pages_are_listed_by_their_addresses_and_a_change_is_another_state() {
        let mut kept = Kept::default();
        for name in ["index.html", "letters/a/index.html", "app.css", "embed/index.html", "sw.js"] {
            kept.add(name, b"12");
        }
        let list = kept.list();
        let (first, rest) = list.split_once('\n').expect("lines");
        assert_eq!(rest, "app.css\n./\nletters/a/\n");
        assert!(first.ends_with(" 3 6"), "{first}");
        let (mut one, mut other) = (Kept::default(), Kept::default());
        one.add("index.html", b"12");
        for name in ["letters/a/index.html", "app.css"] {
            other.add(name, b"12");
        }
        one.extend(other);
        assert_eq!(one.list(), list, "gathered by two");
        kept.add("icon.svg", b"3");
        assert_ne!(kept.list().split(' ').next(), first.split(' ').next());
    }

    #[test]
    fn faces_that_no_page_asks_for_are_not_kept() {
        let mut kept = Kept::default();
        kept.add("fonts/letterbook-serif.woff2", b"1");
        kept.add("fonts/letterbook-serif-greek.woff2", b"1");
        kept.add("fonts/letterbook-serif-italic.woff2", b"1");
        let page =
            "<head>fonts/letterbook-serif-greek.woff2</head>\n<body>letterbook-serif-italic.woff2</body>";
        kept.add("index.html", page.as_bytes());
        let list = kept.list();
        assert!(
            list.ends_with("\nfonts/letterbook-serif-greek.woff2\nfonts/letterbook-serif.woff2\n./\n"),
            "{list}"
        );
        assert!(list.contains(&format!(" 3 {}\n", page.len() + 2)), "{list}");
    }
}
