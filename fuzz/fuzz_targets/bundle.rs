//! Whatever the bytes: they are opened or refused. Bytes alone never come past the checksum, so they are also given
//! a head that fits, and used as changes to the embedded edition: two bytes say where, one says what.
#![no_main]

use bundle::FORMAT_VERSION;
use libfuzzer_sys::fuzz_target;
use source::{SourceFile, SourceId};
use std::sync::LazyLock;

const HEAD: usize = 16;

static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let letter = SourceFile::from_text("letter.txt", include_str!("../../assets/letters/joffe-1921-03-17.txt"));
    let register = SourceFile::from_text("register.toml", include_str!("../../assets/letters/register.toml"));
    let edition = import::import(&[letter], Some(&SourceFile { id: SourceId(1), ..register })).value;
    bundle::pack(&edition, &index::build(&edition)).expect("an edition can be packed")
});

/// Opens a body with a head that says it is sound; what opens can be packed again.
fn open_headed(body: &[u8]) {
    let mut bytes = b"LTRBOOK\0".to_vec();
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend(crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body).to_le_bytes());
    bytes.extend(body);
    if let Ok((edition, indexes)) = bundle::open(&bytes) {
        assert!(bundle::pack(&edition, &indexes).is_ok());
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = bundle::open(bytes);
    open_headed(bytes);
    let mut body = EDITION[HEAD..].to_vec();
    for change in bytes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % body.len();
        body[at] ^= change[2];
    }
    open_headed(&body);
});
