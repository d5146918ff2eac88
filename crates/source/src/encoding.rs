//! In which encoding the bytes of a file are.

use crate::decode::control;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE};

/// How an encoding was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// By a mark, or because all bytes fit.
    Sure,
    /// By the declaration of XML.
    Declared,
    /// By the letters that come of it.
    Guessed,
}

/// The encoding, and how it was found.
pub(crate) fn find(bytes: &[u8]) -> (&'static Encoding, How) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, How::Sure);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, How::Guessed);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, How::Sure);
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8) {
        return (encoding, How::Declared);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // Letters of two bytes in the encodings of East Asia look like those of UTF-8 now and then.
    if nearly_utf_8(bytes, if guess.is_single_byte() { 2 } else { 8 }) {
        return (UTF_8, How::Sure);
    }
    // The two Cyrillic KOI8 share every Russian letter; without a Ukrainian one the Russian name is the true one.
    let ukrainian = |text: &str| text.contains(['ґ', 'є', 'і', 'ї', 'Ґ', 'Є', 'І', 'Ї']);
    if guess == KOI8_U && !ukrainian(&guess.decode_without_bom_handling(bytes).0) {
        return (KOI8_R, How::Guessed);
    }
    (guess, How::Guessed)
}

/// The encoding that the declaration of XML names: `<?xml version="1.0" encoding="ISO-8859-1"?>`. One that can be read as
/// ASCII is not UTF-16, whatever it says.
///
/// # Source
/// Extensible Markup Language (XML) 1.0, 4.3.3.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let end = rest.iter().take(256).position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(&rest[..end]).ok()?;
    let (_, said) = declaration.split_once("encoding")?;
    let said = said.trim_start().strip_prefix('=')?.trim_start();
    let quote = said.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let label = said[1..].split(quote).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding != UTF_16LE && encoding != UTF_16BE).then_some(encoding)
}

/// Whether a text is UTF-8 but for few bytes: that many letters of several bytes to each false place. In other encodings
/// such letters come about by chance alone.
fn nearly_utf_8(bytes: &[u8], least: usize) -> bool {
    let (mut letters, mut false_places) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        false_places += usize::from(!chunk.invalid().is_empty());
    }
    letters > 0 && letters >= false_places * least
}

/// UTF-16 without a mark: blanks, line ends and Latin letters leave a NUL in one byte of a pair, always the same one, and
/// all pairs are characters. Text in other encodings has no NULs.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(8192) & !1)?;
    if sample.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    // Most files are told apart by this alone.
    if !sample.contains(&0) {
        return None;
    }
    let pairs = sample.len() / 2;
    let nul = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (nul(0), nul(1));
    // Latin text with a stray NUL is Latin text still: of its pairs nearly all would have one.
    let latin = sample
        .iter()
        .all(|byte| *byte < 0x7f && (*byte >= b' ' || matches!(*byte, 0 | b'\t' | b'\n' | b'\r')));
    let least = if latin { pairs * 4 / 5 } else { pairs.div_ceil(50) };
    let one_sided = |many: usize, few: usize| many >= least && few * 20 <= many;
    let encoding = if one_sided(second, first) {
        UTF_16LE
    } else if one_sided(first, second) {
        UTF_16BE
    } else {
        return None;
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let controls = text.chars().filter(|c| control(*c)).count();
    (!broken && controls * 50 <= text.len()).then_some(encoding)
}
