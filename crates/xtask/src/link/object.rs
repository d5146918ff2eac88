//! Takes out of a relocatable WebAssembly object what leads only into a panic. A browser shows no text of a panic: it is
//! told that the program stopped, and so it is by the trap that stands behind every call of one. What is left to nobody by
//! that (texts, tables, the formatting of numbers) the linker leaves out by itself.
//!
//! The layout is that of the [conventions for linking](https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md).

#[cfg(test)]
mod tests;

use super::places;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::Encode;
use wasmparser::{
    BinaryReader, FunctionBody, ImportSectionReader, Linking, LinkingSectionReader, Operator,
    RelocAddendKind, RelocSectionReader, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

pub(crate) const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// The number of sections that have a name instead of one.
pub(crate) const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
pub(crate) const CODE: u8 = 10;
pub(crate) const DATA: u8 = 11;

/// A section, without its number and length.
pub(crate) struct Section<'o> {
    pub(crate) number: u8,
    /// The name of one that is known by that.
    pub(crate) name: &'o str,
    pub(crate) content: &'o [u8],
}

/// The object with nothing before the traps of its panics; nothing where it is none that can be cut.
pub(crate) fn without_panics(object: &[u8]) -> Result<Option<Vec<u8>>> {
    if !object.starts_with(HEADER) {
        return Ok(None);
    }
    let sections = sections(object)?;
    let Some(at) = sections.iter().position(|section| section.number == CODE) else { return Ok(None) };
    let mut names = BTreeMap::new();
    for section in sections.iter().filter(|section| section.name == "linking") {
        names.extend(symbols(section)?);
    }
    let cuts = cuts(sections[at].content, imported(&sections)?, &names)?;
    let mut out = HEADER.to_vec();
    let (code, kept) = without(sections[at].content, &cuts)?;
    let data = sections.iter().position(|section| section.number == DATA);
    let places = match data {
        Some(data) => places::places(&sections[data], data, &sections)?,
        None => BTreeSet::new(),
    };
    let changed = Changed { code: at, kept: &kept, data, places: &places };
    for section in &sections {
        let moved = match section.number {
            CUSTOM if section.name.starts_with("reloc.") => relocations(section, &changed)?,
            CODE => Some(code.clone()),
            DATA => Some(places::without(section.content, &places)),
            _ => None,
        };
        let content = moved.as_deref().unwrap_or(section.content);
        out.push(section.number);
        content.encode(&mut out);
    }
    Ok(Some(out))
}

pub(crate) fn sections(object: &[u8]) -> Result<Vec<Section<'_>>> {
    let mut reader = BinaryReader::new(object, 0);
    reader.read_bytes(HEADER.len())?;
    let mut sections = Vec::new();
    while !reader.eof() {
        let number = reader.read_u8()?;
        let length = usize::try_from(reader.read_var_u32()?)?;
        let content = reader.read_bytes(length)?;
        let name = if number == CUSTOM { BinaryReader::new(content, 0).read_string()? } else { "" };
        sections.push(Section { number, name, content });
    }
    Ok(sections)
}

/// How many functions are brought from outside.
pub(crate) fn imported(sections: &[Section<'_>]) -> Result<usize> {
    let Some(imports) = sections.iter().find(|section| section.number == IMPORT) else { return Ok(0) };
    let mut count = 0;
    for import in ImportSectionReader::new(BinaryReader::new(imports.content, 0))?.into_imports() {
        count += usize::from(matches!(import?.ty, TypeRef::Func(_)));
    }
    Ok(count)
}

/// The functions that have a name, by their number.
fn symbols<'o>(section: &Section<'o>) -> Result<Vec<(u32, &'o str)>> {
    let mut named = Vec::new();
    for part in LinkingSectionReader::new(behind_name(section)?)?.subsections() {
        let Linking::SymbolTable(table) = part? else { continue };
        for symbol in table {
            if let SymbolInfo::Func { index, name: Some(name), .. } = symbol? {
                named.push((index, name));
            }
        }
    }
    Ok(named)
}

pub(crate) fn behind_name<'o>(section: &Section<'o>) -> Result<BinaryReader<'o>> {
    let mut reader = BinaryReader::new(section.content, 0);
    reader.read_string()?;
    let from = reader.original_position();
    Ok(BinaryReader::new(&section.content[from..], from))
}

/// Whether a function is of the standard library, by its mangled name.
fn is_standard(name: &str) -> bool {
    let Some(path) = name.strip_prefix("_R") else {
        return ["_ZN4core", "_ZN5alloc", "_ZN3std"].iter().any(|root| name.starts_with(root));
    };
    // The root of the path is the first crate in it: `Cs`, what makes it unique, `_`, its length and name.
    let root = path.split_once("Cs").and_then(|(_, root)| root.split_once('_'));
    root.is_some_and(|(_, root)| {
        ["4core", "5alloc", "3std", "7___rustc"].iter().any(|name| root.starts_with(name))
    })
}

/// What leads into the trap of a panic and nowhere else, as places in the code. `first` is the number of the first function
/// that is not brought from outside.
fn cuts(code: &[u8], first: usize, names: &BTreeMap<u32, &str>) -> Result<Vec<Range<usize>>> {
    let bodies = bodies(code)?;
    let number = |nth: usize| u32::try_from(first + nth);
    let mut panics: BTreeSet<u32> =
        names.iter().filter(|(_, name)| is_standard(name)).map(|(function, _)| *function).collect();
    loop {
        let mut cuts = Vec::new();
        let before = panics.len();
        for (nth, body) in bodies.iter().enumerate() {
            let here = cuts_of(&code[body.clone()], body.start, &panics)?;
            // A function that does nothing but panic is a panic too.
            if here.whole {
                panics.insert(number(nth)?);
            }
            cuts.extend(here.cuts);
        }
        if panics.len() == before {
            return Ok(cuts);
        }
    }
}

/// What is cut in a function.
#[derive(Default)]
struct CutsOf {
    cuts: Vec<Range<usize>>,
    /// Whether nothing is left but the trap.
    whole: bool,
}

/// What is done on the way into a panic, by itself or by what it calls, is done for its text alone, or is seen by nobody:
/// the program ends.
fn cuts_of(body: &[u8], offset: usize, panics: &BTreeSet<u32>) -> Result<CutsOf> {
    let mut operators = FunctionBody::new(BinaryReader::new(body, offset)).get_operators_reader()?;
    let start = operators.original_position();
    let mut found = CutsOf::default();
    // Where what is done one after the other began; whether its last act was to call what may panic.
    let (mut begin, mut called) = (start, false);
    while !operators.eof() {
        let (operator, at) = operators.read_with_offset()?;
        if matches!(operator, Operator::Unreachable) && called {
            found.whole |= begin == start;
            found.cuts.push(begin..at);
        }
        called = matches!(operator, Operator::Call { function_index } if panics.contains(&function_index));
        if !is_step(&operator) {
            begin = operators.original_position();
        }
    }
    Ok(found)
}

/// Whether what is next follows.
fn is_step(operator: &Operator<'_>) -> bool {
    !matches!(
        operator,
        Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::TryTable { .. }
            | Operator::Throw { .. }
            | Operator::ThrowRef
    )
}

/// The bodies of the functions, as places in the code.
pub(crate) fn bodies(code: &[u8]) -> Result<Vec<Range<usize>>> {
    let mut reader = BinaryReader::new(code, 0);
    let count = reader.read_var_u32()?;
    let mut bodies = Vec::new();
    for _ in 0..count {
        let length = usize::try_from(reader.read_var_u32()?)?;
        let from = reader.original_position();
        reader.read_bytes(length)?;
        bodies.push(from..from + length);
    }
    Ok(bodies)
}

/// A piece of code that was kept, and where it stands now.
struct Kept {
    was: Range<usize>,
    is: usize,
}

/// The code without what is cut, and its pieces in their order.
fn without(code: &[u8], cuts: &[Range<usize>]) -> Result<(Vec<u8>, Vec<Kept>)> {
    let bodies = bodies(code)?;
    let mut out = Vec::new();
    bodies.len().encode(&mut out);
    let mut kept = Vec::new();
    let mut cuts = cuts.iter().peekable();
    for body in bodies {
        let mut pieces = Vec::new();
        let mut from = body.start;
        while let Some(cut) = cuts.next_if(|cut| cut.end <= body.end) {
            pieces.push(from..cut.start);
            from = cut.end;
        }
        pieces.push(from..body.end);
        pieces.iter().map(ExactSizeIterator::len).sum::<usize>().encode(&mut out);
        for was in pieces {
            let is = out.len();
            out.extend(&code[was.clone()]);
            kept.push(Kept { was, is });
        }
    }
    Ok((out, kept))
}

/// What is other than it was.
struct Changed<'c> {
    /// Which section holds the code.
    code: usize,
    kept: &'c [Kept],
    /// Which section holds the data.
    data: Option<usize>,
    places: &'c BTreeSet<usize>,
}

/// The relocations of what has changed, where it stands now; nothing for those that stay.
fn relocations(section: &Section<'_>, changed: &Changed<'_>) -> Result<Option<Vec<u8>>> {
    let reader = RelocSectionReader::new(behind_name(section)?)?;
    let target = usize::try_from(reader.section_index())?;
    let entries = reader.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
    // What points into functions is for debuggers, and is left out when all is linked.
    let of_debugger = |entry: &RelocationEntry| entry.ty == RelocationType::FunctionOffsetI32;
    let of_place = |entry: &RelocationEntry| {
        usize::try_from(entry.offset).is_ok_and(|offset| changed.places.contains(&offset))
    };
    let moved: Vec<RelocationEntry> = match target {
        _ if target == changed.code => {
            entries.iter().filter_map(|entry| moved(entry, changed.kept)).collect()
        }
        _ if Some(target) == changed.data => entries.into_iter().filter(|entry| !of_place(entry)).collect(),
        _ if entries.iter().any(of_debugger) => Vec::new(),
        _ => return Ok(None),
    };
    let mut out = Vec::new();
    section.name.encode(&mut out);
    target.encode(&mut out);
    moved.len().encode(&mut out);
    for entry in moved {
        out.push(entry.ty as u8);
        entry.offset.encode(&mut out);
        entry.index.encode(&mut out);
        if entry.ty.addend_kind() != RelocAddendKind::None {
            entry.addend.encode(&mut out);
        }
    }
    Ok(Some(out))
}

/// A relocation where its place is now; nothing where that was cut.
fn moved(entry: &RelocationEntry, kept: &[Kept]) -> Option<RelocationEntry> {
    let offset = usize::try_from(entry.offset).ok()?;
    let piece = &kept[kept.partition_point(|piece| piece.was.end <= offset)..].first()?;
    let offset = piece.is + offset.checked_sub(piece.was.start)?;
    Some(RelocationEntry { offset: u32::try_from(offset).ok()?, ..*entry })
}
