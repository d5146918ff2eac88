//! Which room may use which: the table in `crates/README.md` against the manifests.

use super::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Dependencies that the table does not allow, and rooms that are not in it.
pub(super) fn broken(sources: &[Source]) -> Vec<String> {
    let allowed = sources
        .iter()
        .find(|source| source.path == "crates/README.md")
        .map(|map| table(&map.text))
        .unwrap_or_default();
    let manifests: BTreeMap<&str, &str> =
        sources.iter().filter_map(|source| Some((room(&source.path)?, source.text.as_str()))).collect();
    let mut broken = Vec::new();
    for (room, manifest) in &manifests {
        let Some(may) = allowed.get(*room) else {
            broken.push(format!("{room} is not in the table"));
            continue;
        };
        for used in dependencies(manifest).filter(|used| manifests.contains_key(used)) {
            if !may.contains(used) {
                broken.push(format!("{room} uses {used}"));
            }
        }
    }
    for room in allowed.keys().filter(|room| !manifests.contains_key(room.as_str())) {
        broken.push(format!("{room} stands in the table alone"));
    }
    broken
}

/// The room that a manifest belongs to.
fn room(path: &str) -> Option<&str> {
    if path == "Cargo.toml" {
        return Some("root");
    }
    let room = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
    (!room.contains('/')).then_some(room)
}

/// Reads rows such as ``| `index` | what it holds | edition, dates |``.
fn table(map: &str) -> BTreeMap<String, BTreeSet<&str>> {
    let mut allowed = BTreeMap::new();
    for line in map.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, rooms, _, may, _] = cells[..] else { continue };
        if rooms.starts_with("root") {
            allowed.insert("root".to_owned(), may.split(", ").collect());
        } else if rooms.starts_with('`') {
            for room in rooms.split('`').skip(1).step_by(2) {
                allowed.insert(room.to_owned(), may.split(", ").collect());
            }
        }
    }
    allowed
}

/// What stands under `[dependencies]`.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split([' ', '=', '.']).next())
}

#[cfg(test)]
mod tests {
    use super::{Source, broken};

    #[test]
    fn an_edge_that_is_not_in_the_table_is_named() {
        let sources = [
            ("crates/README.md", "| `a`, `b` | x | nothing of ours |\n| root (`src/`) | y | a |\n"),
            (
                "crates/a/Cargo.toml",
                "[dependencies]\nserde = \"1\"\nb = { workspace = true }\n[lints]\nroot = 1\n",
            ),
            ("crates/b/Cargo.toml", "[dev-dependencies]\na.workspace = true\n"),
            ("Cargo.toml", "[workspace.dependencies]\nb = 1\n[dependencies]\na = { workspace = true }\n"),
        ]
        .map(|(path, text)| Source { path: path.to_owned(), text: text.to_owned() });
        assert_eq!(broken(&sources), ["a uses b"]);
    }
}
