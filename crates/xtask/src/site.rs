//! The viewer as a folder of files that any web server can serve.

use crate::parts::{self, Part};
use crate::workshop::{FEATURES, Workshop, capture, run, which};
use crate::{css, glue, link, order};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::{Bindgen, Output};

/// The program of every page: its name, and of the files made from it.
const VIEWER: &str = "letterbook-viewer";
/// The program of the views that live.
const VIEWS: &str = "letterbook-views";
/// The program that draws codes for telephones, at a kiosk.
const CODE: &str = "letterbook-code";
/// The program that finds words in all letters, and its part that is there first.
pub(crate) const SEARCH: &str = "letterbook-search";
/// The programs of page and views as one, which is divided into the two again: what both need is in the first.
pub(crate) const WHOLE: &str = "letterbook-whole";
const PARTS: [Part; 2] = [
    Part { name: VIEWER, gives: &["start", "enlivened", "turned", "settle", "stood", "chosen"] },
    Part { name: VIEWS, gives: &["begin", "arrived", "lives", "take_over", "shift", "leave"] },
];
/// The program of the search in parts: what tells of the letters that are found first, what shows pieces of them, and the rest.
pub(crate) const SEARCH_PARTS: [Part; 3] = [
    Part { name: SEARCH, gives: &["open", "first", "came", "opening"] },
    Part { name: "letterbook-pieces", gives: &["pieces", "marks"] },
    Part {
        name: "letterbook-found",
        gives: &["search", "lists", "listed", "letters", "choices", "suggested", "retry", "identifiers"],
    },
];
/// The program that prints the pages of the letter in this repository.
const PAGES: &str = "letterbook-pages";
const WASM: &str = "wasm32-unknown-unknown";

/// How the viewer is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Soon ready, large.
    Dev,
    /// What readers get.
    Release,
}

impl Profile {
    fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }

    /// The programs that are compiled.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Profile::Dev => &[VIEWER, VIEWS, CODE, SEARCH],
            Profile::Release => &[WHOLE, CODE, SEARCH],
        }
    }

    fn site(self) -> &'static str {
        match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        }
    }
}

/// Builds the viewer; the folder of the site.
pub(crate) fn build(workshop: &Workshop, profile: Profile) -> Result<PathBuf> {
    wasm_target(workshop)?;
    println!("Compiling the viewer to WebAssembly (about 3 minutes the first time, seconds later) ...");
    let mut cargo =
        workshop.plain_cargo(&["build", "--package", "viewer", "--features", FEATURES, "--target", WASM]);
    for program in profile.programs() {
        cargo.args(["--bin", program]);
    }
    if profile == Profile::Release {
        cargo.arg("--release");
        link::by_us(&mut cargo)?;
    }
    run(&mut cargo)?;
    let site = workshop.target.join("site").join(profile.site());
    println!("Writing the site (a second) ...");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::create_dir_all(&site)?;
    for program in profile.programs() {
        let wasm = workshop.target.join(WASM).join(profile.folder()).join(format!("{program}.wasm"));
        let linked = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        match profile {
            Profile::Dev => bindgen(program, linked, true)?.emit(&site)?,
            Profile::Release if *program == WHOLE => parts::divide(&linked, &PARTS, &site)?,
            Profile::Release if *program == SEARCH => parts::divide(&linked, &SEARCH_PARTS, &site)?,
            Profile::Release => bind(program, linked, &site, false)?,
        }
    }
    if profile == Profile::Dev {
        // Not divided: all is in the first part.
        let whole = format!("export * from \"./{SEARCH}.js\";\nexport default async () => {{}};\n");
        for part in &SEARCH_PARTS[1..] {
            fs::write(site.join(part.name).with_extension("js"), &whole)?;
        }
    }
    write_assets(workshop, &site)?;
    println!("Printing the pages (a minute the first time, seconds later) ...");
    print_pages(workshop, &site)?;
    Ok(site)
}

/// Makes sure that the compiler can make WebAssembly.
pub(crate) fn wasm_target(workshop: &Workshop) -> Result<()> {
    let mut ask = workshop.command("rustc", &["--print", "target-libdir", "--target", WASM]);
    let (folder, _) = capture(&mut ask)?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if which(&["rustup", "rustup.exe"]).is_none() {
        bail!("the Rust compiler lacks the target {WASM}, and there is no rustup to add it");
    }
    println!("Adding the target {WASM} to the Rust compiler (half a minute) ...");
    run(&mut workshop.command("rustup", &["target", "add", WASM]))
}

fn bindgen(program: &str, linked: Vec<u8>, names: bool) -> Result<Output> {
    let output = Bindgen::new()
        .web(true)?
        .input_bytes(program, linked)
        .typescript(false)
        .remove_producers_section(true)
        .remove_name_section(!names)
        // The glue finds the program beside itself.
        .omit_default_module_path(false)
        .generate_output();
    output.with_context(|| format!("the JavaScript beside {program} cannot be made"))
}

/// Writes a program into a site with the script between it and its page, both of them light, with or without names of
/// functions.
pub(crate) fn bind(program: &str, linked: Vec<u8>, site: &Path, function_names: bool) -> Result<()> {
    let mut output = bindgen(program, linked, function_names)?;
    let module = output.wasm_mut();
    let imports = module.imports.iter().map(|import| import.name.as_str());
    let names = glue::short_names(imports.chain(module.exports.iter().map(|export| export.name.as_str())));
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    for name in imports.chain(module.exports.iter_mut().map(|export| &mut export.name)) {
        if let Some(short) = names.get(name) {
            name.clone_from(short);
        }
    }
    output.emit(site)?;
    let wasm = site.join([program, "_bg.wasm"].concat());
    fs::write(&wasm, order::ordered(&fs::read(&wasm)?)?)?;
    let script = site.join(program).with_extension("js");
    let light = glue::lighten(&glue::for_readers(&fs::read_to_string(&script)?), &names);
    Ok(fs::write(script, light)?)
}

/// Writes what stands beside the page and the program: style sheet, start script, fonts, icon.
pub(crate) fn write_assets(workshop: &Workshop, site: &Path) -> Result<()> {
    let assets = workshop.root.join("assets");
    fs::write(site.join("app.css"), css::join(&assets.join("css"))?)?;
    for script in [
        "boot.js",
        "start.js",
        "failures.js",
        "sw.js",
        "embed.js",
        "frame.js",
        "share.js",
        "settings.js",
        "back.js",
        "keep.js",
        "kiosk.js",
        "kiosk-code.js",
        "kiosk-visits.js",
        "search.js",
        "search-page.js",
        "search-words.js",
        "search-ahead.js",
    ] {
        let whole = fs::read_to_string(assets.join(script))?;
        fs::write(site.join(script), glue::lighten(&whole, &BTreeMap::new()))?;
    }
    fs::copy(assets.join("icon.svg"), site.join("icon.svg"))?;
    let fonts = site.join("fonts");
    fs::create_dir_all(&fonts)?;
    for entry in fs::read_dir(assets.join("fonts"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "woff2" || ending == "txt") {
            fs::copy(&path, fonts.join(path.file_name().context("a font without a name")?))?;
        }
    }
    Ok(())
}

/// The letter that the viewer carries, in one file; its path.
pub(crate) fn single_file(workshop: &Workshop, file: Option<&str>) -> Result<PathBuf> {
    let site = build(workshop, Profile::Release)?;
    single_file_of(workshop, &site, file)
}

/// The same with the viewer of a site.
pub(crate) fn single_file_of(workshop: &Workshop, site: &Path, file: Option<&str>) -> Result<PathBuf> {
    let file = file.map_or_else(|| workshop.target.join("site/letterbook.html"), PathBuf::from);
    run(workshop.program(PAGES).arg(site).arg("--single-file").arg(&file))?;
    Ok(file)
}

/// Prints the pages of the letter that the viewer carries.
pub(crate) fn print_pages(workshop: &Workshop, site: &Path) -> Result<()> {
    run(workshop.program(PAGES).arg(site))
}
