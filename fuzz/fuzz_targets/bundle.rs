//! Whatever the bytes: they are opened or refused. Bytes alone never come past the checksum, so they are also given
//! a head that fits, and used as changes to the parts of the embedded edition: two bytes say where, one says what.
#![no_main]

use bundle::{FORMAT_VERSION, PartName};
use libfuzzer_sys::fuzz_target;
use source::{SourceFile, SourceId};
use std::sync::LazyLock;

const HEAD: usize = 16;

/// The manifest, then every part, each with its name.
static FILES: LazyLock<Vec<(PartName, Vec<u8>)>> = LazyLock::new(|| {
    let letter = SourceFile::from_text("letter.txt", include_str!("../../assets/letters/joffe-1921-03-17.txt"));
    let register = SourceFile::from_text("register.toml", include_str!("../../assets/letters/register.toml"));
    let edition = import::import(&[letter], Some(&SourceFile { id: SourceId(1), ..register })).value;
    let packed = bundle::pack(&edition, &index::build(&edition)).expect("an edition can be packed");
    let manifest = packed.manifest_file().expect("a manifest");
    let parts = packed.files().map(|(name, bytes)| (name.clone(), bytes));
    std::iter::once((PartName::default(), manifest)).chain(parts).collect()
});

/// Opens a body with a head that says it is sound.
fn open_headed(name: &PartName, body: &[u8]) {
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body);
    let mut bytes = b"LTRBOOK\0".to_vec();
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend(checksum.to_le_bytes());
    bytes.extend(body);
    let _ = bundle::open_manifest(&bytes);
    let _ = bundle::open_part(&PartName { checksum, ..name.clone() }, &bytes);
}

fuzz_target!(|bytes: &[u8]| {
    let _ = bundle::open_manifest(bytes);
    let Some((which, rest)) = bytes.split_first() else { return };
    let (name, file) = &FILES[usize::from(*which) % FILES.len()];
    open_headed(name, rest);
    let mut body = file[HEAD..].to_vec();
    for change in rest.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % body.len();
        body[at] ^= change[2];
    }
    open_headed(name, &body);
});
