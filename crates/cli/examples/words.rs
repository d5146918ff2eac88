//! Reads the letters of a folder and writes the index of their words, and no pages: what indexing is measured by, beside other
//! engines (`cargo xtask bench`).

use bundle::search_files;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("which folder, and where to?".into());
    };
    let read = cli::read_folder(Path::new(&folder))?;
    let indexes = index::build(&read.edition);
    let words = index::full_text(&read.edition, &indexes.catalogue);
    for (name, bytes) in search_files(&words, &indexes.catalogue, ["de"])? {
        let file = Path::new(&out).join(name);
        fs::create_dir_all(file.parent().ok_or("a file without a folder")?)?;
        fs::write(file, bytes)?;
    }
    Ok(())
}
