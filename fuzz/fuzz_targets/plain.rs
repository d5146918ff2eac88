//! Whatever the bytes: they are decoded, read as a printed letter, and the letter with what was consumed as
//! structure is the text again. Names and dates are marked, once proposed and once by the register of the embedded
//! edition, and still nothing is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use source::{SourceFile, SourceId};
use std::sync::LazyLock;

static REGISTER: LazyLock<SourceFile> = LazyLock::new(|| SourceFile {
    id: SourceId(1),
    ..SourceFile::from_text("register.toml", include_str!("../../assets/letters/register.toml"))
});

fuzz_target!(|bytes: &[u8]| {
    let file = source::decode("fuzz.txt", bytes).value;
    let draft = import::read_plain(&file).value;
    assert_eq!(import::rebuild(&file, &draft.letter, &draft.consumed).as_deref(), Ok(&*file.text));
    for register in [None, Some(&*REGISTER)] {
        let edition = import::import(std::slice::from_ref(&file), register).value;
        assert_eq!(edition.letters.len(), 1);
        for letter in &edition.letters {
            assert_eq!(import::rebuild(&file, letter, &draft.consumed).as_deref(), Ok(&*file.text));
        }
    }
});
