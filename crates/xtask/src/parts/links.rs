//! What a linked program refers to by address: which functions and data a function or a piece of data leads to, besides
//! those it calls. The linker says so where it is asked to keep its relocations (`--emit-relocs`), in the layout of the
//! [conventions for linking](https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md).

#[cfg(test)]
mod tests;

use crate::link::object::{CODE, CUSTOM, DATA, HEADER, Section, behind_name, bodies, imported, sections};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::{Encode, NameMap, NameSection};
use wasmparser::{
    BinaryReader, DataKind, DataSectionReader, Linking, LinkingSectionReader, Operator, RelocSectionReader,
    RelocationEntry, RelocationType, SymbolInfo,
};

/// What something leads to.
#[derive(Debug, Default, Clone)]
pub(super) struct Leads {
    /// Functions, by their names.
    pub(super) functions: BTreeSet<u32>,
    /// Pieces of data, by their places in [`Links::data`].
    pub(super) data: BTreeSet<usize>,
}

/// A piece of data that has a name of its own.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) addresses: Range<u32>,
    pub(super) leads: Leads,
}

#[derive(Debug, Default)]
pub(super) struct Links {
    /// What the functions lead to by address, by their names.
    pub(super) functions: BTreeMap<u32, Leads>,
    pub(super) data: Vec<Piece>,
    /// Where data stands in memory that never changes.
    pub(super) constant: Vec<Range<u32>>,
}

/// What a symbol stands for.
#[derive(Clone, Copy)]
enum Meant {
    Function(u32),
    Data(usize),
    Nothing,
}

/// The program without its relocations, with functions that are named after their numbers: whatever is done to it, they are
/// known again. With what its parts lead to.
pub(super) fn named(linked: &[u8]) -> Result<(Vec<u8>, Links)> {
    let sections = sections(linked)?;
    let find = |number| sections.iter().position(|section| section.number == number);
    let (code, data) = (find(CODE).context("a program without code")?, find(DATA));
    let first = imported(&sections)?;
    let bodies = bodies(sections[code].content)?;
    let segments = match data {
        Some(data) => segments(&sections[data])?,
        None => Vec::new(),
    };
    let mut links = Links::default();
    let mut symbols = Vec::new();
    for section in sections.iter().filter(|section| section.name == "linking") {
        symbols = meanings(section, &segments, &mut links)?;
    }
    for section in sections.iter().filter(|section| section.name.starts_with("reloc.")) {
        let reader = RelocSectionReader::new(behind_name(section)?)?;
        let target = usize::try_from(reader.section_index())?;
        for entry in reader.entries() {
            let entry = entry?;
            let Some(meant) = meant(&entry, &symbols) else { continue };
            let offset = usize::try_from(entry.offset)?;
            if target == code {
                let nth = bodies.partition_point(|body| body.end <= offset);
                let name = u32::try_from(first + nth)?;
                lead(links.functions.entry(name).or_default(), meant);
            } else if Some(target) == data {
                let Some(address) = address(&segments, offset) else { continue };
                let pieces = links.data.iter_mut().filter(|piece| piece.addresses.contains(&address));
                pieces.for_each(|piece| lead(&mut piece.leads, meant));
            }
        }
    }
    Ok((with_names(&sections, first..first + bodies.len())?, links))
}

/// What an address is of that stands in code or data; a call is none.
fn meant(entry: &RelocationEntry, symbols: &[Meant]) -> Option<Meant> {
    let of_address = matches!(
        entry.ty,
        RelocationType::TableIndexSleb
            | RelocationType::TableIndexI32
            | RelocationType::MemoryAddrLeb
            | RelocationType::MemoryAddrSleb
            | RelocationType::MemoryAddrI32
    );
    symbols.get(usize::try_from(entry.index).ok()?).copied().filter(|_| of_address)
}

fn lead(leads: &mut Leads, meant: Meant) {
    match meant {
        Meant::Function(name) => {
            leads.functions.insert(name);
        }
        Meant::Data(piece) => {
            leads.data.insert(piece);
        }
        Meant::Nothing => {}
    }
}

/// A run of data: where its bytes stand in their section, and in memory.
struct Segment {
    bytes: Range<usize>,
    address: u32,
}

fn segments(section: &Section<'_>) -> Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for data in DataSectionReader::new(BinaryReader::new(section.content, 0))? {
        let data = data?;
        let bytes = data.range.end - data.data.len()..data.range.end;
        segments.push(Segment { bytes, address: begin(&data.kind)? });
    }
    Ok(segments)
}

/// Where a run of data begins in memory.
pub(super) fn begin(kind: &DataKind<'_>) -> Result<u32> {
    let DataKind::Active { offset_expr, .. } = kind else { return Ok(0) };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Ok(0),
    }
}

/// The address in memory of a place in the section of data.
fn address(segments: &[Segment], offset: usize) -> Option<u32> {
    let segment = segments.iter().find(|segment| segment.bytes.contains(&offset))?;
    Some(segment.address + u32::try_from(offset - segment.bytes.start).ok()?)
}

/// What the symbols of a program stand for. Pieces of data are added to the links.
fn meanings(section: &Section<'_>, segments: &[Segment], links: &mut Links) -> Result<Vec<Meant>> {
    let mut meanings = Vec::new();
    for part in LinkingSectionReader::new(behind_name(section)?)?.subsections() {
        let table = match part? {
            Linking::SymbolTable(table) => table,
            Linking::SegmentInfo(infos) => {
                for (segment, info) in segments.iter().zip(infos) {
                    if info?.name.starts_with(".rodata") {
                        let end = segment.address + u32::try_from(segment.bytes.len())?;
                        links.constant.push(segment.address..end);
                    }
                }
                continue;
            }
            _ => continue,
        };
        for symbol in table {
            meanings.push(match symbol? {
                SymbolInfo::Func { index, .. } => Meant::Function(index),
                SymbolInfo::Data { symbol: Some(place), .. } => {
                    match segments.get(usize::try_from(place.index)?) {
                        Some(segment) => {
                            let from = segment.address + place.offset;
                            links
                                .data
                                .push(Piece { addresses: from..from + place.size, leads: Leads::default() });
                            Meant::Data(links.data.len() - 1)
                        }
                        None => Meant::Nothing,
                    }
                }
                _ => Meant::Nothing,
            });
        }
    }
    Ok(meanings)
}

/// The sections without those of the linker, and with the numbers of functions as their names.
fn with_names(sections: &[Section<'_>], functions: Range<usize>) -> Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    let of_linker = |name: &str| name == "linking" || name == "name" || name.starts_with("reloc.");
    for section in sections.iter().filter(|section| !of_linker(section.name)) {
        out.push(section.number);
        section.content.encode(&mut out);
    }
    let mut map = NameMap::new();
    for function in functions {
        let function = u32::try_from(function)?;
        map.append(function, &function.to_string());
    }
    let mut names = NameSection::new();
    names.functions(&map);
    out.push(CUSTOM);
    names.encode(&mut out);
    Ok(out)
}
