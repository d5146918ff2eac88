//! What passed is not run again while nothing has changed that it looks at, so that a second run takes minutes. An automatic
//! run, and one with `--again`, runs everything.

use super::{Bench, Tally};
use crate::workshop::capture;
use anyhow::Result;
use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::Hasher;
use std::path::Path;
use std::process::Command;

/// Folders that a run itself writes, or that a lock file stands for.
const LEFT_OUT: [&str; 2] = ["node_modules", "results"];

/// Runs a step unless it passed before with these files and folders, these browsers, and this program.
pub(super) fn unless_passed(
    bench: &mut Bench<'_>,
    step: &str,
    files: &[&Path],
    browsers: &[&Path],
    run: impl FnOnce(&mut Bench<'_>) -> Result<Tally>,
) -> Result<Tally> {
    let key = key(files, browsers)?;
    let stamp = bench.workshop.target.join("passed").join(step);
    let known = fs::read_to_string(&stamp).unwrap_or_default();
    let passed = known.split_once(' ').filter(|(known, _)| *known == key);
    if let (false, Some(passed)) = (bench.again, passed.and_then(|(_, count)| count.parse().ok())) {
        println!("unchanged since {passed} passed: not run again (`cargo xtask test --again` does)");
        bench.said.push(format!("unchanged since it passed: {step}"));
        return Ok(Tally { passed, failed: 0 });
    }
    let tally = run(bench)?;
    if tally.failed == 0 {
        fs::create_dir_all(bench.workshop.target.join("passed"))?;
        fs::write(stamp, format!("{key} {}", tally.passed))?;
    }
    Ok(tally)
}

/// What stands for the contents of all that a step looks at.
fn key(files: &[&Path], browsers: &[&Path]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        add(file, &mut hasher)?;
    }
    add(&env::current_exe()?, &mut hasher)?;
    for browser in browsers {
        let (version, _) = capture(Command::new(browser).arg("--version"))?;
        hasher.write(version.as_bytes());
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if LEFT_OUT.contains(&&*name) {
        return Ok(());
    }
    hasher.write(name.as_bytes());
    if path.is_dir() {
        let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        inside.sort();
        hasher.write_usize(inside.len());
        return inside.iter().try_for_each(|path| add(path, hasher));
    }
    let bytes = fs::read(path)?;
    hasher.write_usize(bytes.len());
    hasher.write(&bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::key;
    use std::fs;

    #[test]
    fn whatever_changes_in_a_folder_is_seen() {
        let folder = std::env::temp_dir().join(format!("letterbook-unchanged-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).expect("a folder");
        let now = || key(&[&folder], &[]).expect("files that can be read");
        let mut seen = vec![now()];
        let mut write = |name: &str, text: &str| {
            fs::write(folder.join(name), text).expect("a file");
            seen.push(now());
        };
        write("one", "a");
        write("inner/two", "b");
        write("one", "b");
        fs::rename(folder.join("one"), folder.join("three")).expect("another name");
        seen.push(now());
        let again = now();
        fs::remove_dir_all(&folder).expect("the folder goes");
        assert_eq!(seen.last(), Some(&again), "nothing changed");
        for (at, key) in seen.iter().enumerate() {
            assert!(!seen[..at].contains(key), "change {at}");
        }
    }
}
