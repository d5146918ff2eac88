//! Prints the pages of the embedded edition into a folder.

use reader::{Library, Shared};
use std::path::Path;
use std::{env, fs, io};
use viewer::{Locale, pages};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1) else {
        return Err(io::Error::other("the folder is missing that the pages go to"));
    };
    let library = Library::open(viewer::EMBEDDED).map_err(io::Error::other)?;
    let library = Shared::new(library);
    let site = pages::Site { rights: library.header().rights.clone(), ..pages::Site::default() };
    for locale in Locale::offered(&library.header().interface) {
        for route in pages::routes(&library) {
            let file = Path::new(&folder).join(pages::file(&library, &route, locale));
            fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
            fs::write(file, pages::page(&site, &library, &route, locale))?;
        }
    }
    Ok(())
}
