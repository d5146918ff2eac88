//! Bytes to text: the encoding is found, and said.

use crate::{Code, Diagnostic, Report, Severity, SourceFile, SourceId, SourcePath, Span};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE};

/// Decodes a file. A byte order mark decides; then valid UTF-8; then UTF-16 by its NULs; then a guess from the
/// letters, which is reported. Nothing is an error: what cannot be decoded becomes U+FFFD and is reported.
#[must_use]
pub fn decode(path: &str, bytes: &[u8]) -> Report<SourceFile> {
    let (encoding, guessed) = find(bytes);
    let (text, used, broken) = encoding.decode(bytes);
    let mut diagnostics = Vec::new();
    if guessed {
        let message = format!("read as {}, guessed from its letters", used.name());
        diagnostics.push(
            Diagnostic::new(Code("source/encoding"), Severity::Note, None, message)
                .advise("save the file as UTF-8 if letters look wrong"),
        );
    } else if used != UTF_8 {
        let message = format!("read as {}", used.name());
        diagnostics.push(Diagnostic::new(Code("source/encoding"), Severity::Note, None, message));
    }
    if broken {
        let at = text.find('\u{fffd}').unwrap_or_default();
        let message = format!("some bytes are no letters of {}", used.name());
        diagnostics.push(
            Diagnostic::new(Code("source/undecodable"), Severity::Warning, Some(Span::new(at, at + 3)), message)
                .advise("save the file as UTF-8; every such place is shown as \u{fffd}"),
        );
    }
    if text.trim().is_empty() {
        diagnostics.push(
            Diagnostic::new(Code("source/empty"), Severity::Error, None, "the file holds no text")
                .advise("put the letter into it"),
        );
    } else if let Some(at) = text.find('\0') {
        diagnostics.push(
            Diagnostic::new(
                Code("source/binary"),
                Severity::Warning,
                Some(Span::new(at, at + 1)),
                "the file holds NUL characters, as files do that are not text",
            )
            .advise("export the letter as plain text"),
        );
    }
    let value = SourceFile {
        id: SourceId::default(),
        path: SourcePath(path.into()),
        text: text.into_owned().into_boxed_str(),
        encoding: used.name(),
    };
    Report { value, diagnostics }
}

/// The encoding, and whether it was guessed.
fn find(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // The two Cyrillic KOI8 share every Russian letter; without a Ukrainian one the Russian name is the true one.
    let ukrainian = |text: &str| text.contains(['ґ', 'є', 'і', 'ї', 'Ґ', 'Є', 'І', 'Ї']);
    if guess == KOI8_U && !ukrainian(&guess.decode_without_bom_handling(bytes).0) {
        return (KOI8_R, true);
    }
    (guess, true)
}

/// UTF-16 without a mark: Latin letters leave a NUL in every second byte.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    if sample.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let pairs = sample.len() / 2;
    let nul = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (nul(0), nul(1));
    if second * 10 > pairs * 6 && first * 10 < pairs {
        Some(UTF_16LE)
    } else if first * 10 > pairs * 6 && second * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::Encoding;

    /// Words long enough to guess from, in the encodings that printed letters come in.
    const TABLE: &[(&str, &str)] = &[
        ("windows-1252", "Mit herzlichen Grüßen aus Köln, wo die Straßen über Nacht weiß geworden sind. Ihr Günther"),
        ("KOI8-R", "Дорогой друг! Письмо Ваше от пятнадцатого марта получил и спешу ответить на все вопросы."),
        ("windows-1251", "Дорогой друг! Письмо Ваше от пятнадцатого марта получил и спешу ответить на все вопросы."),
        ("Shift_JIS", "拝啓、お手紙ありがとうございました。こちらは皆元気に暮らしております。敬具"),
    ];

    #[test]
    fn encodings_are_found_and_said() {
        for (name, text) in TABLE {
            let encoding = Encoding::for_label(name.as_bytes()).expect("a known label");
            let (bytes, _, _) = encoding.encode(text);
            let report = decode("letter.txt", &bytes);
            assert_eq!((&*report.value.text, report.value.encoding), (*text, *name));
            assert!(report.diagnostics.iter().any(|finding| finding.message.contains(name)), "{name} is not reported");
        }
    }

    #[test]
    fn marks_and_utf_16() {
        let text = "Dear Sofia,\r\nyours";
        assert_eq!(&*decode("a", format!("\u{feff}{text}").as_bytes()).value.text, text);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(&*decode("a", &little).value.text, text);
        assert_eq!(decode("a", &big).value.encoding, "UTF-16BE");
        let marked = [&[0xff, 0xfe][..], &little].concat();
        assert_eq!(&*decode("a", &marked).value.text, text);
    }

    #[test]
    fn empty_and_broken_files_say_so() {
        let codes = |bytes: &[u8]| decode("a", bytes).diagnostics.iter().map(|d| d.code.0).collect::<Vec<_>>();
        assert_eq!(codes(b""), ["source/empty"]);
        assert_eq!(codes(b" \n\t"), ["source/empty"]);
        assert_eq!(codes(b"Dear \0 Sofia"), ["source/binary"]);
        assert_eq!(codes(&[0xef, 0xbb, 0xbf, b'a', 0xff, b'b']), ["source/undecodable"]);
    }
}
