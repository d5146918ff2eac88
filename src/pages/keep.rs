//! The files of a site that a reader can keep, to read it without a network.

use std::fmt::Write;

/// Gathers the files of a site as they are written.
#[derive(Debug, Default)]
pub struct Kept {
    files: Vec<(String, usize)>,
    bytes: usize,
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
        self.bytes += bytes.len();
        self.files.push((name.to_owned(), bytes.len()));
    }

    /// Takes in files that were gathered apart, and that come after these.
    pub fn extend(&mut self, later: Kept) {
        self.checksum.combine(&later.checksum);
        self.bytes += later.bytes;
        self.files.extend(later.files);
    }

    /// The list: in its first line the state of the site (CRC-32 of all), how many files follow and how many bytes they
    /// have in all; then the address of each, from the beginning of the site.
    #[must_use]
    pub fn list(&self) -> String {
        let mut out = String::new();
        let state = self.checksum.clone().finalize();
        let _ = writeln!(out, "{state:08x} {} {}", self.files.len(), self.bytes);
        let mut names: Vec<&str> = self.files.iter().map(|(name, _)| &**name).collect();
        names.sort_unstable();
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
}
