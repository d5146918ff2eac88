//! `letterbook export`: the letters as records for other programs.

use crate::check::{Counts, Detail, as_text};
use crate::cmif::{self, Index};
use crate::folder::{Folder, FolderError, read_folder_with};
use crate::progress::Progress;
use crate::{single, swap};
use edition::Entry;
use reader::authority_link;
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use viewer::Route;

/// How a file of records begins, and by which it is known as ours. A file may be written again in another form.
const RECORD: &str = "{\"id\":";

/// The form of what is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// A letter a line, each a JSON object: what search engines take in
    Jsonl,
    /// Who wrote to whom, when and where, in TEI: what correspSearch takes in (CMIF)
    Cmif,
}

/// What to export.
#[derive(Debug, Clone)]
pub struct ExportOptions<'p> {
    /// The folder of the edition.
    pub folder: &'p Path,
    /// In which form.
    pub format: ExportFormat,
    /// The day of the last change, `2026-11-30`, for formats that have one: the output knows no clock.
    pub date: Option<&'p str>,
    /// Where it goes; standard output, where no file is named.
    pub out: Option<&'p Path>,
    /// How much is told of what was found.
    pub detail: Detail,
    /// Where it is shown how far the work has come.
    pub progress: Progress,
}

/// Writes a record of each letter, in the order of the edition; findings go to `messages`, and what a format asks for that the
/// edition does not say. The same edition gives the same bytes.
///
/// # Errors
/// Where the folder cannot be read or the records not written.
pub fn export(
    options: &ExportOptions<'_>,
    out: &mut dyn Write,
    messages: &mut dyn Write,
) -> Result<Counts, FolderError> {
    let read = read_folder_with(options.folder, &options.progress)?;
    let failed = |reason: io::Error| FolderError::Write { path: "the output".into(), reason };
    let out_file = options.out.map(swap::absolute).transpose()?;
    if let Some(path) = &out_file {
        let sources: Vec<PathBuf> = read.files.iter().map(|file| read.path(file)).collect();
        single::free_of(path, &sources, |head| head.starts_with(RECORD) || head.starts_with(cmif::BEGIN))?;
    }
    as_text(&read, options.detail, messages).map_err(failed)?;
    let index = Index { edition: &read.edition, base: read.config.base.as_ref(), date: options.date };
    if options.format == ExportFormat::Cmif {
        index
            .missing()
            .into_iter()
            .try_for_each(|said| writeln!(messages, "cmif: {said}"))
            .map_err(failed)?;
    }
    let write = |out: &mut dyn Write| {
        match options.format {
            ExportFormat::Jsonl => records(&read, out)?,
            ExportFormat::Cmif => index.write(out)?,
        }
        out.flush()
    };
    match &out_file {
        Some(path) => swap::put_file(path, write)?,
        None => write(&mut BufWriter::new(out)).map_err(failed)?,
    }
    Ok(Counts::of(&read.diagnostics))
}

/// A record of each letter, a line each.
fn records(read: &Folder, out: &mut dyn Write) -> io::Result<()> {
    let base = read.config.base.as_ref().map_or("", |base| base.as_str());
    let entries: HashMap<&str, &Entry> =
        read.edition.register.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let indexes = index::build(&read.edition);
    for (mut record, letter) in index::records(&read.edition, &indexes.catalogue).zip(&read.edition.letters) {
        let address = |route: Route| [base, &*route.path()].concat();
        record.url = address(Route::Letter { id: letter.id.clone() });
        for entry in &mut record.entries {
            let Some(known) = entries.get(&*entry.id) else { continue };
            entry.url = address(Route::Entry { kind: known.kind, id: known.id.clone() });
            entry.same_as = known.authorities.iter().filter_map(|one| authority_link(one).href).collect();
        }
        serde_json::to_writer(&mut *out, &record)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
