//! A program as the linker leaves it with its relocations: one function leads to another and to a piece of data by their
//! addresses, and calls a third; the piece leads to the other too.

use super::named;
use crate::parts::program::Program;
use std::borrow::Cow;
use std::collections::BTreeSet;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, EntityType, Function,
    FunctionSection, ImportSection, LinkingSection, Module, Section, SymbolTable, TypeSection,
};

const CALL: u8 = 0;
const FUNCTION_ADDRESS: u8 = 1;
const FUNCTION_ADDRESS_IN_DATA: u8 = 2;
const DATA_ADDRESS: u8 = 4;
/// The subsection in which the runs of data are named.
const SEGMENTS: u8 = 5;

/// The content of a section, behind its length.
fn content(section: &impl Section) -> Vec<u8> {
    let mut written = Vec::new();
    section.encode(&mut written);
    // One byte: nothing here is long.
    written.split_off(1)
}

/// Relocations: kind, place in the section, symbol.
fn places(target: u8, places: &[(u8, usize, u8)]) -> Vec<u8> {
    let mut out = vec![target, u8::try_from(places.len()).expect("a few")];
    for (kind, at, symbol) in places {
        out.extend([*kind, u8::try_from(*at).expect("a short section"), *symbol]);
        if *kind == DATA_ADDRESS {
            out.push(0);
        }
    }
    out
}

fn linked() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("page", "called", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    functions.function(0).function(0);
    let mut code = CodeSection::new();
    let mut body = Function::new([]);
    body.instructions().i32_const(7).drop().i32_const(9).drop().call(0).end();
    let mut other = Function::new([]);
    other.instructions().end();
    code.function(&body).function(&other);
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), *b"text\x07\0\0\0");
    data.active(0, &ConstExpr::i32_const(2048), *b"x");
    let mut symbols = SymbolTable::new();
    symbols.function(0, 1, Some("first")).function(0, 2, Some("other"));
    for (index, offset, size) in [(0, 0, 4), (0, 4, 4), (1, 0, 1)] {
        symbols.data(0, "piece", Some(DataSymbolDefinition { index, offset, size }));
    }
    symbols.function(SymbolTable::WASM_SYM_UNDEFINED, 0, None);
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);
    // Name, alignment, flags.
    let segments = [&[2, 7][..], b".rodata", &[0, 0, 5], b".data", &[0, 0]].concat();
    let mut linking = content(&linking);
    linking.extend([&[SEGMENTS, u8::try_from(segments.len()).expect("short")][..], &segments].concat());
    // Behind the name, which the section that is written here has as well.
    let linking = linking.split_off("linking".len() + 1);

    let within = |section: &[u8], bytes: &[u8]| {
        section.windows(bytes.len()).position(|window| window == bytes).expect("it is there")
    };
    let (code_bytes, data_bytes) = (content(&code), content(&data));
    let of_code = places(
        3,
        &[
            (FUNCTION_ADDRESS, within(&code_bytes, &[0x41, 7]) + 1, 1),
            (DATA_ADDRESS, within(&code_bytes, &[0x41, 9]) + 1, 3),
            (CALL, within(&code_bytes, &[0x10, 0]) + 1, 5),
        ],
    );
    let of_data = places(4, &[(FUNCTION_ADDRESS_IN_DATA, within(&data_bytes, b"\x07\0\0\0"), 1)]);
    let custom = |name: &'static str, data: Vec<u8>| CustomSection {
        name: Cow::Borrowed(name),
        data: Cow::Owned(data),
    };
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&code).section(&data);
    module.section(&custom("linking", linking));
    module.section(&custom("reloc.CODE", of_code)).section(&custom("reloc.DATA", of_data));
    module.finish()
}

#[test]
fn what_is_meant_by_an_address_is_known_by_its_relocation() {
    let (_, links) = named(&linked()).expect("a linked program");
    let leads = &links.functions[&1];
    assert_eq!(leads.functions, BTreeSet::from([2]), "a call is no address");
    assert_eq!(leads.data, BTreeSet::from([1]));
    assert_eq!(links.functions.len(), 1);
    let pieces: Vec<_> = links.data.iter().map(|piece| (piece.addresses.clone(), &piece.leads)).collect();
    assert_eq!(
        [1024..1028, 1028..1032, 2048..2049].to_vec(),
        pieces.iter().map(|(at, _)| at.clone()).collect::<Vec<_>>()
    );
    let led: Vec<_> =
        pieces.iter().map(|(_, leads)| leads.functions.iter().copied().collect::<Vec<u32>>()).collect();
    assert_eq!(led, [vec![], vec![2], vec![]]);
    assert_eq!(links.constant, std::iter::once(1024..1032).collect::<Vec<_>>());
}

#[test]
fn functions_are_named_after_their_numbers_and_the_linker_leaves_nothing_behind() {
    let (program, _) = named(&linked()).expect("a linked program");
    let read = Program::read(&program).expect("a program");
    assert_eq!(read.functions.iter().map(|function| function.name).collect::<Vec<_>>(), [Some(1), Some(2)]);
    for name in ["linking", "reloc.CODE", "reloc.DATA"] {
        assert!(!program.windows(name.len()).any(|bytes| bytes == name.as_bytes()), "{name}");
    }
}
