use super::{CODE, CUSTOM, HEADER, sections, without_panics};
use wasm_encoder::Encode;

/// `core::panicking::panic`, as the compiler mangles it.
const PANIC: &str = "_RNvNtCs5QVeXmLfUGF_4core9panicking5panic";
/// Room for a number that the linker fills in.
const ROOM: [u8; 5] = [0x80, 0x80, 0x80, 0x80, 0x00];
const FUNCTION_INDEX: u8 = 0;
const MEMORY_ADDRESS: u8 = 4;

fn unsigned(number: usize) -> Vec<u8> {
    let mut out = Vec::new();
    number.encode(&mut out);
    out
}

fn section(number: u8, content: &[u8]) -> Vec<u8> {
    [vec![number], unsigned(content.len()), content.to_vec()].concat()
}

fn named(name: &str, content: &[u8]) -> Vec<u8> {
    section(CUSTOM, &[&unsigned(name.len()), name.as_bytes(), content].concat())
}

/// The bodies of functions, each behind its length.
fn code(bodies: &[&[u8]]) -> Vec<u8> {
    let each = bodies.iter().map(|body| [unsigned(body.len()), body.to_vec()].concat());
    [unsigned(bodies.len()), each.collect::<Vec<_>>().concat()].concat()
}

/// A function that panics, one that calls it in a block, and one that does nothing.
fn object(panic: &str) -> Vec<u8> {
    let caller = [
        &[0x00, 0x02, 0x40, 0x41][..],
        &ROOM,
        &[0x1a, 0x10],
        &[0x80, 0x80, 0x80, 0x80, 0x00],
        &[0x00, 0x0b, 0x10],
        &[0x82, 0x80, 0x80, 0x80, 0x00],
        &[0x0b],
    ]
    .concat();
    let code = code(&[&[0x00, 0x00, 0x0b], &caller, &[0x00, 0x0b]]);
    let begin = code.windows(caller.len()).position(|bytes| bytes == caller).expect("it is there");
    let symbol =
        |index: u8, name: &str| [&[0x00, 0x00, index][..], &unsigned(name.len()), name.as_bytes()].concat();
    let symbols = [vec![3], symbol(0, panic), symbol(1, "caller"), symbol(2, "nothing")].concat();
    let linking = [vec![2, 8], unsigned(symbols.len()), symbols].concat();
    let place =
        |kind: u8, offset: usize, index: u8| [vec![kind], unsigned(begin + offset), vec![index]].concat();
    let places = [
        [place(MEMORY_ADDRESS, 4, 0), vec![0]].concat(),
        place(FUNCTION_INDEX, 11, 0),
        place(FUNCTION_INDEX, 19, 2),
    ];
    [
        HEADER.to_vec(),
        section(1, &[1, 0x60, 0, 0]),
        section(3, &[3, 0, 0, 0]),
        section(CODE, &code),
        named("linking", &linking),
        named("reloc.CODE", &[vec![2, 3], places.concat()].concat()),
    ]
    .concat()
}

#[test]
fn what_leads_into_a_panic_is_cut_and_the_rest_is_found_again() {
    let cut = without_panics(&object(PANIC)).expect("an object").expect("it can be cut");
    let sections = sections(&cut).expect("sections");
    let code = sections.iter().find(|section| section.number == CODE).expect("code").content;
    let caller = [0x00, 0x02, 0x40, 0x00, 0x0b, 0x10, 0x82, 0x80, 0x80, 0x80, 0x00, 0x0b];
    assert_eq!(code, self::code(&[&[0x00, 0x00, 0x0b], &caller, &[0x00, 0x0b]]));
    let places = sections.iter().find(|section| section.name == "reloc.CODE").expect("places").content;
    // One is left, of the call that is no panic: it stands behind the five bytes before it.
    let begin = code.windows(caller.len()).position(|bytes| bytes == caller).expect("it is there");
    assert_eq!(places[11..], [&[2, 1, FUNCTION_INDEX][..], &unsigned(begin + 6), &[2]].concat());
}

#[test]
fn what_does_not_come_back_and_is_no_panic_stays() {
    let object = object("_ZN12wasm_bindgen9throw_strE");
    let kept = without_panics(&object).expect("an object").expect("it can be cut");
    assert_eq!(kept, object);
}

#[test]
fn other_files_stay_as_they_are() {
    assert_eq!(without_panics(b"!<arch>\n").expect("no object"), None);
    assert_eq!(without_panics(HEADER).expect("an object without code"), None);
}

/// The name of a source file, a place in it, and a text that is none, each a segment and a symbol of its own.
fn object_with_places() -> Vec<u8> {
    let segments: [&[u8]; 3] = [b"src/list.rs", &[0, 0, 0, 0, 11, 0, 0, 0, 7, 0, 0, 0, 9, 0, 0, 0], b"list"];
    let mut data = vec![3];
    for segment in segments {
        data.extend([&[0x00, 0x41, 0x00, 0x0b][..], &unsigned(segment.len()), segment].concat());
    }
    let begin = data.windows(16).position(|bytes| bytes == segments[1]).expect("it is there");
    let symbol = |number: u8| {
        let length = unsigned(segments[usize::from(number)].len());
        [&[0x01, 0x02][..], &unsigned(1), &[b'a' + number, number, 0], &length].concat()
    };
    let symbols = [vec![3], symbol(0), symbol(1), symbol(2)].concat();
    let linking = [vec![2, 8], unsigned(symbols.len()), symbols].concat();
    let place = |at: usize, symbol: u8| [vec![5], unsigned(at), vec![symbol, 0]].concat();
    [
        HEADER.to_vec(),
        section(1, &[1, 0x60, 0, 0]),
        section(3, &[1, 0]),
        section(CODE, &code(&[&[0x00, 0x0b]])),
        section(super::DATA, &data),
        named("linking", &linking),
        named("reloc.DATA", &[vec![3, 2], place(begin, 0), place(begin + 24, 2)].concat()),
    ]
    .concat()
}

#[test]
fn places_in_the_source_are_told_to_nobody() {
    let object = object_with_places();
    let cut = without_panics(&object).expect("an object").expect("it can be cut");
    let sections = sections(&cut).expect("sections");
    let data = sections.iter().find(|section| section.number == super::DATA).expect("data").content;
    assert!(data.windows(16).any(|bytes| bytes == [0; 16]), "{data:?}");
    // The name is left to the linker, which leaves out what nobody asks for; what asks for other texts stays.
    assert!(data.windows(11).any(|bytes| bytes == b"src/list.rs"));
    let places = sections.iter().find(|section| section.name == "reloc.DATA").expect("places").content;
    assert_eq!(places[11..13], [3, 1]);
    assert_eq!(places[places.len() - 2..], [2, 0]);
}
