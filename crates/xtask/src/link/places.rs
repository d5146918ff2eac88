//! Takes out of a relocatable WebAssembly object the places in the source where a panic may happen: names of files, lines
//! and columns. The program has none to tell.

use super::object::{Section, behind_name};
use anyhow::Result;
use std::collections::BTreeSet;
use wasmparser::{
    BinaryReader, DataSectionReader, Linking, LinkingSectionReader, RelocSectionReader, SymbolInfo,
};

/// Address and length of the file's name, line and column.
const PLACE: usize = 16;

/// Where places stand in the section of data, as offsets in it: wherever the address of a file's name does.
pub(super) fn places(data: &Section<'_>, at: usize, sections: &[Section<'_>]) -> Result<BTreeSet<usize>> {
    let mut files = BTreeSet::new();
    for section in sections.iter().filter(|section| section.name == "linking") {
        files.extend(names_of_files(data, section)?);
    }
    let mut places = BTreeSet::new();
    for section in sections.iter().filter(|section| section.name.starts_with("reloc.")) {
        let reader = RelocSectionReader::new(behind_name(section)?)?;
        if usize::try_from(reader.section_index())? != at {
            continue;
        }
        for entry in reader.entries() {
            let entry = entry?;
            if files.contains(&entry.index) {
                places.insert(usize::try_from(entry.offset)?);
            }
        }
    }
    Ok(places)
}

/// The data without what stands at these places.
pub(super) fn without(data: &[u8], places: &BTreeSet<usize>) -> Vec<u8> {
    let mut data = data.to_vec();
    for place in places {
        if let Some(place) = data.get_mut(*place..place + PLACE) {
            place.fill(0);
        }
    }
    data
}

/// The symbols that stand for the name of a source file: a text of its own that ends as one does.
fn names_of_files(data: &Section<'_>, linking: &Section<'_>) -> Result<BTreeSet<u32>> {
    let segments = DataSectionReader::new(BinaryReader::new(data.content, 0))?.into_iter();
    let segments = segments.collect::<Result<Vec<_>, _>>()?;
    let mut files = BTreeSet::new();
    for part in LinkingSectionReader::new(behind_name(linking)?)?.subsections() {
        let Linking::SymbolTable(table) = part? else { continue };
        for (number, symbol) in (0..).zip(table) {
            let SymbolInfo::Data { symbol: Some(place), .. } = symbol? else { continue };
            let (from, size) = (usize::try_from(place.offset)?, usize::try_from(place.size)?);
            let segment = segments.get(usize::try_from(place.index)?);
            let text = segment.and_then(|segment| segment.data.get(from..from + size)).unwrap_or_default();
            if text.strip_suffix(b"\0").unwrap_or(text).ends_with(b".rs") {
                files.insert(number);
            }
        }
    }
    Ok(files)
}
