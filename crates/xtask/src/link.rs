//! Between compiler and linker: the viewer is linked without the texts of its panics and without their places.

pub(crate) mod object;
mod places;

use crate::site::{SEARCH, WHOLE};
use crate::workshop::run;
use anyhow::{Context, Result};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Set where this program is called as the linker.
const MARK: &str = "LETTERBOOK_LINKS";

/// The stack stands before the data. It ends where addresses are still three bytes long in a program; a megabyte would
/// make them four.
const STACK: &str = "stack-size=917504";

/// Has Cargo call this program in place of the linker of WebAssembly.
pub(crate) fn by_us(cargo: &mut Command) -> Result<()> {
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", env::current_exe()?).env(MARK, "1");
    Ok(())
}

/// Whether the compiler has called.
pub(crate) fn is_called() -> bool {
    env::var_os(MARK).is_some()
}

/// Links what the compiler says, by the linker that came with it: it stands on the path.
pub(crate) fn link(arguments: impl Iterator<Item = OsString>) -> Result<()> {
    let mut linker = Command::new("rust-lld");
    let mut arguments: Vec<OsString> = arguments.collect();
    if arguments.first().is_none_or(|first| first != "-flavor") {
        linker.args(["-flavor", "wasm"]);
    }
    let mut ours = Vec::new();
    for argument in &mut arguments {
        if let Some(object) = cut(Path::new(argument))? {
            *argument = object.clone().into_os_string();
            ours.push(object);
        }
    }
    if is_divided(&arguments) {
        arguments.retain(|argument| argument != "--strip-all");
        arguments.extend(["--strip-debug", "--emit-relocs"].map(OsString::from));
    }
    arguments.extend(["-z", STACK].map(OsString::from));
    let linked = run(linker.args(arguments));
    for object in ours {
        fs::remove_file(&object).with_context(|| format!("{} cannot be removed", object.display()))?;
    }
    linked
}

/// Whether the program is one that is divided: its addresses have to be known by what they are of.
fn is_divided(arguments: &[OsString]) -> bool {
    let mut outputs = arguments.iter().skip_while(|argument| *argument != "-o").skip(1);
    let output = outputs.next().and_then(|output| Path::new(output).file_name()?.to_str());
    // The compiler calls it as it calls crates, and adds a checksum.
    let is = |program: &str, output: &str| output.starts_with(&[&*program.replace('-', "_"), "-"].concat());
    output.is_some_and(|output| is(WHOLE, output) || is(SEARCH, output))
}

/// Writes an object anew beside itself; nothing where it stays as it is.
fn cut(file: &Path) -> Result<Option<PathBuf>> {
    if file.extension() != Some(OsStr::new("o")) {
        return Ok(None);
    }
    let object = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let Some(object) = object::without_panics(&object)? else { return Ok(None) };
    let beside = file.with_extension("cut.o");
    fs::write(&beside, object).with_context(|| format!("{} cannot be written", beside.display()))?;
    Ok(Some(beside))
}
