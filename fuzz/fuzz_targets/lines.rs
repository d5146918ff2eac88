//! Whatever the bytes of the lines and leaves that a search shows: they are read or refused. Bytes alone never come past the checksum, so
//! they are sealed as the index seals them.
#![no_main]

use index::{Lines, leaf};
use libfuzzer_sys::fuzz_target;
use search::sealed;

fuzz_target!(|bytes: &[u8]| {
    let _ = Lines::open(7, bytes);
    let _ = leaf(7, bytes);
    let _ = leaf(7, &sealed(7, bytes.to_vec()));
    if let Ok(lines) = Lines::open(7, &sealed(7, bytes.to_vec())) {
        assert_eq!(lines.dates.len(), lines.catalogue.letters.len());
    }
});
