//! Prints the pages of the embedded edition: `letterbook-pages FOLDER` into the folder of the viewer's site;
//! `letterbook-pages FOLDER --single-file FILE` into one file, with the viewer that is in the folder.

use edition::LetterId;
use reader::{Library, Shared};
use std::path::Path;
use std::{env, fs, io};
use viewer::pages::faces;
use viewer::pages::one_file::{self, Program};
use viewer::{Locale, Route, pages};

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let Some(folder) = arguments.next() else {
        return Err(io::Error::other("the folder is missing that the pages go to"));
    };
    let folder = Path::new(&folder);
    let library = Library::open(viewer::EMBEDDED).map_err(io::Error::other)?;
    let library = Shared::new(library);
    let site = pages::Site { rights: library.header().rights.clone(), ..pages::Site::default() };
    match (arguments.next().as_deref().and_then(|word| word.to_str()), arguments.next()) {
        (None, _) => print(folder, &site, &library),
        (Some("--single-file"), Some(file)) => single_file(folder, &site, &library, Path::new(&file)),
        _ => Err(io::Error::other("letterbook-pages FOLDER [--single-file FILE]")),
    }
}

fn print(folder: &Path, site: &pages::Site, library: &Shared<Library>) -> io::Result<()> {
    let mut printer = pages::Printer::new(site, library);
    for locale in Locale::offered(&library.header().interface) {
        for route in pages::routes(library) {
            write(&folder.join(pages::file(library, &route, locale)), &printer.page(&route, locale))?;
            if let Some(file) = pages::embed_file(library, &route, locale) {
                write(&folder.join(file), &printer.frame(&route, locale))?;
            }
        }
    }
    for (name, bytes) in files()?.into_iter().chain(leaves(library)?) {
        fs::create_dir_all(folder.join(&name).parent().unwrap_or(folder))?;
        fs::write(folder.join(name), bytes)?;
    }
    fs::write(folder.join("site.webmanifest"), reader::head::web_manifest(library.header()))?;
    let mut kept = pages::Kept::default();
    let mut names = Vec::new();
    gather(folder, "", &mut names)?;
    names.sort();
    for name in names {
        kept.add(&name, &fs::read(folder.join(&name))?);
    }
    fs::write(folder.join(pages::Kept::FILE), kept.list())
}

/// What is searched: the words of the letter, and the edition they are of.
fn files() -> io::Result<Vec<(String, Vec<u8>)>> {
    let words = viewer::WORDS.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let edition = bundle::compressed(viewer::CARRIED).map_err(io::Error::other)?;
    Ok(words.chain([("edition.ltb".to_owned(), edition)]).collect())
}

/// The leaves of letters that a search shows first.
fn leaves(library: &Library) -> io::Result<Vec<(String, Vec<u8>)>> {
    let Some(catalogue) = library.catalogue() else {
        return Err(io::Error::other("the edition that is carried has no list of letters"));
    };
    let languages = Locale::offered(&library.header().interface).into_iter().map(Locale::tag);
    let address = |id: &LetterId| Route::Letter { id: id.clone() }.path();
    bundle::leaf_files(viewer::WORDS_ID, catalogue, languages, &address).map_err(io::Error::other)
}

fn gather(folder: &Path, before: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{before}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() { gather(&path, &format!("{name}/"), names)? } else { names.push(name) }
    }
    Ok(())
}

fn write(file: &Path, page: &str) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    fs::write(file, page)
}

fn single_file(folder: &Path, site: &pages::Site, library: &Shared<Library>, file: &Path) -> io::Result<()> {
    let text = |name: &str| fs::read_to_string(folder.join(name));
    let bytes = |name: &str| fs::read(folder.join(name));
    let (style, icon, boot) = (text("app.css")?, text("icon.svg")?, text("boot.js")?);
    let faces = faces::all().map(|name| Ok((name, bytes(&["fonts/", name].concat())?)));
    let faces = faces.collect::<io::Result<Vec<_>>>()?;
    let faces: Vec<(&str, &[u8])> = faces.iter().map(|(name, bytes)| (*name, &**bytes)).collect();
    let files = one_file::PROGRAM.map(|name| Ok((name, bytes(name)?)));
    let files = files.into_iter().collect::<io::Result<Vec<_>>>()?;
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, &**bytes)).collect();
    let program = Program { style: &style, faces: &faces, icon: &icon, boot: &boot, files: &files };
    let locales = Locale::offered(&library.header().interface);
    let routes = pages::routes(library);
    let sheets = routes.iter().flat_map(|route| one_file::sheets(site, library, route, &locales)).collect();
    let carried = self::files()?;
    let carried: Vec<(&str, &[u8])> = carried.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
    fs::write(file, one_file::file(site, library, &program, sheets, &carried).map_err(io::Error::other)?)
}
