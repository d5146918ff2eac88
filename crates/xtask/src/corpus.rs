//! Editions that are made: many letters to measure with, and letters full of injections.

mod injections;
mod letter;
mod lexicon;
mod life;
mod random;
mod registers;
mod words;

use crate::workshop::Workshop;
use anyhow::{Context, Result};
use letter::{Correspondence, Row};
use random::Random;
use registers::Registers;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes an edition of so many TEI letters: the same number gives the same bytes. Returns where it stands.
pub(crate) fn letters(workshop: &Workshop, count: usize, folder: Option<&str>) -> Result<PathBuf> {
    let folder = folder.map_or_else(|| workshop.target.join("corpus").join(count.to_string()), PathBuf::from);
    let letters = empty(&folder)?.join("letters");
    fs::create_dir_all(&letters)?;
    let mut random = Random::new(1862);
    let registers = Registers::new(count, &mut random);
    for (name, text) in registers.files() {
        write(&folder.join(name), &text)?;
    }
    write(&folder.join("letterbook.toml"), CONFIG)?;
    let rows = life::rows(count, &registers, &mut random);
    for (number, row) in rows.iter().enumerate() {
        let neighbours = Correspondence { all: &rows, at: number };
        let text = letter::write(row, &neighbours, &registers, &mut random);
        write(&letters.join(format!("{}.xml", Row::id(number))), &text)?;
    }
    Ok(folder)
}

const CONFIG: &str = "title = \"Letters that nobody wrote\"\n\
    description = \"Made by a program, to measure with; the words mean nothing.\"\n\
    language = \"en\"\nlicence = \"CC0-1.0\"\neditors = [\"A program\"]\n";

/// Writes an edition that has every injection in every field.
pub(crate) fn injections(workshop: &Workshop, folder: &str) -> Result<()> {
    let list = workshop.root.join("tests/corpus/injections/injections.txt");
    let list = fs::read_to_string(&list).with_context(|| format!("{} cannot be read", list.display()))?;
    let folder = empty(Path::new(folder))?;
    for (name, text) in injections::files(&list.lines().collect::<Vec<_>>()) {
        write(&folder.join(name), &text)?;
    }
    Ok(())
}

/// What says that a folder was written by this command, so that it may be written again.
const MARK: &str = ".made-by-xtask";

/// The folder, emptied where this command has filled it, refused where somebody else has.
fn empty(folder: &Path) -> Result<&Path> {
    let mark = folder.join(MARK);
    if folder.exists() && fs::read_dir(folder)?.next().is_some() {
        anyhow::ensure!(mark.is_file(), "{} is not empty, and not made by this command", folder.display());
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(mark, "")?;
    Ok(folder)
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// Words as they stand in XML, in text and in attributes.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{injections, letters};
    use crate::workshop::Workshop;
    use cli::{Counts, Folder, read_folder};
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                files.extend(contents(&path).into_iter().map(|(name, bytes)| (path.join(name), bytes)));
            } else {
                files.insert(path.file_name().expect("a name").into(), fs::read(&path).expect("a file"));
            }
        }
        files
    }

    fn read(folder: &Path) -> (Folder, Counts) {
        let read = read_folder(folder).expect("the folder can be read");
        let counts = Counts::of(&read.diagnostics);
        (read, counts)
    }

    #[test]
    fn twenty_letters_are_sound_and_the_same_every_time() {
        let workshop = Workshop::find().expect("the project");
        let folder = workshop.target.join("test-corpus/letters");
        let place = folder.to_string_lossy();
        letters(&workshop, 20, Some(&place)).expect("a free place");
        let first = contents(&folder);
        let (edition, counts) = read(&folder);
        assert_eq!((edition.edition.letters.len(), counts.errors, counts.warnings), (20, 0, 0));
        assert!(edition.edition.register.entries.len() >= 28);
        letters(&workshop, 20, Some(&place)).expect("our own place");
        assert_eq!(contents(&folder), first);
    }

    #[test]
    fn every_injection_arrives_as_words() {
        let workshop = Workshop::find().expect("the project");
        let folder = workshop.target.join("test-corpus/injections");
        injections(&workshop, &folder.to_string_lossy()).expect("a free place");
        let (edition, _) = read(&folder);
        assert_eq!(edition.edition.letters.len(), 300);
        // What stands in the field of a title is the line of the list, in each format that has titles.
        let list = fs::read_to_string(workshop.root.join("tests/corpus/injections/injections.txt"))
            .expect("the list");
        let titles: Vec<&str> =
            edition.edition.letters.iter().filter_map(|letter| letter.title.as_deref()).collect();
        for injection in list.lines() {
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let there = titles.iter().filter(|title| words(title) == words(injection)).count();
            assert!(there >= 2, "{injection}");
        }
        for finding in &edition.diagnostics {
            let broken = [
                "tei/not-well-formed",
                "config/syntax",
                "register/syntax",
                "markdown/front-matter",
                "import/text-lost",
            ];
            assert!(!broken.contains(&finding.code.0), "{}: {}", finding.code.0, finding.message);
        }
    }

    #[test]
    fn what_somebody_else_wrote_is_left_alone() {
        let workshop = Workshop::find().expect("the project");
        let folder = workshop.target.join("test-corpus/mine");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("diary.txt"), "Dear diary").expect("a file");
        assert!(letters(&workshop, 1, Some(&folder.to_string_lossy())).is_err());
        assert!(folder.join("diary.txt").is_file());
    }
}
