//! What a reader downloads, file by file, against the budgets.

use crate::site::SEARCH_PARTS;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// One KB is 1024 bytes here.
const KB: usize = 1024;
/// Program and scripts together, as brotli.
const PROGRAM_BUDGET: usize = 140 * KB;
/// Programs that come when a reader searches, as brotli.
const SEARCH_BUDGET: usize = 45 * KB;
/// The style sheet, as brotli.
const STYLE_BUDGET: usize = 14 * KB;

/// Prints the table; whether the budgets hold.
pub(crate) fn report(site: &Path) -> Result<bool> {
    println!("{:<28} {:>10} {:>10} {:>10}", "file (bytes)", "raw", "gzip -9", "brotli 11");
    let program = sum(site, &["letterbook-viewer_bg.wasm", "letterbook-viewer.js", "boot.js", "start.js"])?;
    let living = program + sum(site, &["letterbook-views_bg.wasm", "letterbook-views.js"])?;
    let of_search = |ending| SEARCH_PARTS.map(|part| [part.name, ending].concat());
    let search = sum(site, &of_search("_bg.wasm"))?;
    sum(site, &of_search(".js"))?;
    let style = sum(site, &["app.css"])?;
    sum(site, &["index.html", "icon.svg"])?;
    let mut fonts = Vec::new();
    for entry in fs::read_dir(site.join("fonts"))? {
        fonts.push(format!("fonts/{}", entry?.file_name().to_string_lossy()));
    }
    fonts.retain(|name| name.ends_with(".woff2"));
    fonts.sort();
    sum(site, &fonts)?;
    let program_fits = within("Wasm and JavaScript of a letter's page", program, PROGRAM_BUDGET);
    let living_fits = within("Wasm and JavaScript where a view lives", living, PROGRAM_BUDGET);
    let search_fits = within("Wasm that a search adds", search, SEARCH_BUDGET);
    let style_fits = within("CSS", style, STYLE_BUDGET);
    Ok(program_fits && living_fits && search_fits && style_fits)
}

fn within(what: &str, bytes: usize, budget: usize) -> bool {
    let tenths = bytes * 10 / KB;
    let verdict = if bytes <= budget { "within" } else { "PAST" };
    println!(
        "{what}: {}.{} KB brotli, {verdict} the limit of {} KB (1 KB = 1024 bytes)",
        tenths / 10,
        tenths % 10,
        budget / KB
    );
    bytes <= budget
}

/// Prints some files and their sum; the sum as brotli.
fn sum(site: &Path, names: &[impl AsRef<str>]) -> Result<usize> {
    let mut total = [0; 3];
    for name in names.iter().map(AsRef::as_ref) {
        let bytes = fs::read(site.join(name)).with_context(|| format!("{name} is not in the site"))?;
        let sizes = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
        println!("{name:<28} {:>10} {:>10} {:>10}", sizes[0], sizes[1], sizes[2]);
        for (total, size) in total.iter_mut().zip(sizes) {
            *total += size;
        }
    }
    if names.len() > 1 {
        println!("{:<28} {:>10} {:>10} {:>10}", "  together", total[0], total[1], total[2]);
    }
    Ok(total[2])
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed.len())
}
