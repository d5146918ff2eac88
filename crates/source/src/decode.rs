//! Bytes to text, in the encoding that is found for them; which one is said.

use crate::encoding::{How, find};
use crate::{Code, Diagnostic, Report, Severity, SourceFile, SourceId, SourcePath, Span};
use encoding_rs::UTF_8;
use std::borrow::Cow;

/// Decodes a file. A byte order mark decides; then UTF-16 by its NULs; then valid UTF-8; then what XML declares; then
/// UTF-8 with a few false bytes; then a guess from the letters. All but UTF-8 and marks are reported. Nothing is an error: what cannot be decoded becomes U+FFFD and is reported.
#[must_use]
pub fn decode<'b>(path: &str, bytes: impl Into<Cow<'b, [u8]>>) -> Report<SourceFile> {
    let bytes = bytes.into();
    let (encoding, found) = find(&bytes);
    let (text, used, broken) = encoding.decode(&bytes);
    let mut diagnostics = Vec::new();
    if found == How::Declared {
        let message = format!("read as {}, as the file declares", used.name());
        diagnostics.push(Diagnostic::new(Code("source/encoding"), Severity::Note, None, message));
    } else if found == How::Guessed {
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
            Diagnostic::new(
                Code("source/undecodable"),
                Severity::Warning,
                Some(Span::new(at, at + 3)),
                message,
            )
            .advise("save the file as UTF-8; every such place is shown as \u{fffd}"),
        );
    }
    if text.trim().is_empty() {
        diagnostics.push(
            Diagnostic::new(Code("source/empty"), Severity::Error, None, "the file holds no text")
                .advise("put the letter into it"),
        );
    } else {
        diagnostics.extend(not_text(&bytes, &text));
    }
    diagnostics.extend(crate::bidi::note(&text));
    let text = match text {
        // The bytes are the text: it is not copied.
        Cow::Borrowed(text) if text.len() == bytes.len() => {
            let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            String::from_utf8(bytes.into_owned()).unwrap_or_else(|broken| lossy(broken.as_bytes()))
        }
        text => text.into_owned(),
    };
    let value = SourceFile {
        id: SourceId::default(),
        path: SourcePath(path.into()),
        text: text.into_boxed_str(),
        encoding: used.name(),
    };
    Report { value, diagnostics }
}

/// Characters that no letter has.
pub(crate) fn control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// Whether there is such a character, by bytes, many at a time: most files have none.
fn has_control(text: &[u8]) -> bool {
    let odd = |byte: u8, next: u8| {
        let low = byte < b' ' && !matches!(byte, b'\t'..=b'\r');
        // U+0080 to U+009F are written as this byte and one of those.
        low | (byte == 0x7f) | ((byte == 0xc2) & (next < 0xa0) & (next != 0x85))
    };
    let nexts = text.get(1..).unwrap_or_default();
    let pairs = text.chunks(256).zip(nexts.chunks(256));
    let mut pairs = pairs.map(|(bytes, nexts)| bytes.iter().zip(nexts));
    pairs.any(|pairs| pairs.fold(false, |found, (byte, next)| found | odd(*byte, *next)))
        || text.last().is_some_and(|last| odd(*last, b' '))
}

/// How files begin that hold a letter, but not as text.
const OTHER_FILES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a packed file, as word processors and EPUB use"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "a file of an old word processor"),
];

/// What is to be said of a file that is no text: a known beginning, NULs, or one control character among a hundred.
fn not_text(bytes: &[u8], text: &str) -> Option<Diagnostic> {
    let kind = OTHER_FILES.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, kind)| *kind);
    let all = || text.char_indices().filter(|(_, c)| control(*c));
    let (first, controls) =
        if has_control(text.as_bytes()) { (all().next(), all().count()) } else { (None, 0) };
    let (message, at) = match (kind, first) {
        (Some(kind), _) => (format!("this is {kind}, not a text"), None),
        (None, Some((at, c))) if text.contains('\0') || controls * 100 >= text.len() => {
            let count =
                if controls == 1 { "one character".to_owned() } else { format!("{controls} characters") };
            (
                format!("the file holds {count} that no letter has, as files do that are not text"),
                Some((at, c)),
            )
        }
        _ => return None,
    };
    let span = at.map(|(at, c)| Span::new(at, at + c.len_utf8()));
    Some(
        Diagnostic::new(Code("source/binary"), Severity::Warning, span, message)
            .advise("export the letter as plain text; what is here is kept as it is"),
    )
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::Encoding;

    /// Words long enough to guess from, in the encodings that printed letters come in.
    const TABLE: &[(&str, &str)] = &[
        (
            "windows-1252",
            "Mit herzlichen Grüßen aus Köln, wo die Straßen über Nacht weiß geworden sind. Ihr Günther",
        ),
        (
            "KOI8-R",
            "Дорогой друг! Письмо Ваше от пятнадцатого марта получил и спешу ответить на все вопросы.",
        ),
        (
            "windows-1251",
            "Дорогой друг! Письмо Ваше от пятнадцатого марта получил и спешу ответить на все вопросы.",
        ),
        ("Shift_JIS", "拝啓、お手紙ありがとうございました。こちらは皆元気に暮らしております。敬具"),
    ];

    #[test]
    fn encodings_are_found_and_said() {
        for (name, text) in TABLE {
            let encoding = Encoding::for_label(name.as_bytes()).expect("a known label");
            let (bytes, _, _) = encoding.encode(text);
            let report = decode("letter.txt", &*bytes);
            assert_eq!((&*report.value.text, report.value.encoding), (*text, *name));
            assert!(
                report.diagnostics.iter().any(|finding| finding.message.contains(name)),
                "{name} is not reported"
            );
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
    fn utf_16_without_a_mark_in_other_scripts() {
        for text in ["Дорогой друг,\nписьмо Ваше получил.\n", "拝啓\nお手紙ありがとう。\n敬具\n"]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for bytes in [little, big] {
                let report = decode("letter.txt", &bytes);
                assert_eq!(&*report.value.text, text, "{}", report.value.encoding);
                assert_eq!(report.diagnostics.len(), 1);
            }
        }
    }

    #[test]
    fn one_false_byte_does_not_spoil_the_others() {
        let text = "Grüße aus München:\nes ist schön hier\u{fffd}\nund in Köln auch.";
        let parts: Vec<&[u8]> = text.split('\u{fffd}').map(str::as_bytes).collect();
        let report = decode("a.txt", parts.join(&0xfc));
        assert_eq!((&*report.value.text, report.value.encoding), (text, "UTF-8"));
        let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.0).collect();
        assert_eq!(codes, ["source/undecodable"]);
        let place = report.diagnostics[0].span.map(|span| report.value.line_column(span.start).line);
        assert_eq!(place, Some(2));
    }

    #[test]
    fn what_xml_declares_is_not_guessed() {
        let letter = |label: &str| format!("<?xml version='1.0' encoding=\"{label}\"?><TEI>Grüße, Жук</TEI>");
        let table = [
            ("windows-1251", "windows-1251", "read as windows-1251, as the file declares"),
            ("ISO-8859-1", "windows-1252", "read as windows-1252, as the file declares"),
            ("KOI8-R", "KOI8-R", "read as KOI8-R, as the file declares"),
        ];
        for (label, name, said) in table {
            let encoding = Encoding::for_label(label.as_bytes()).expect("a known label");
            let report = decode("a.xml", &*encoding.encode(&letter(label)).0);
            assert_eq!(report.value.encoding, name);
            assert_eq!(report.diagnostics.iter().map(|one| &*one.message).collect::<Vec<_>>(), [said]);
        }
        // The bytes know better than what was copied from another file.
        assert_eq!(decode("a.xml", letter("ISO-8859-1").as_bytes()).value.encoding, "UTF-8");
        assert_eq!(decode("a.xml", letter("UTF-16").as_bytes()).value.encoding, "UTF-8");
    }

    #[test]
    fn line_ends_stay() {
        let text = "a\r\nb\rc\n\u{2028}d";
        assert_eq!(&*decode("a", text.as_bytes()).value.text, text);
        assert!(decode("a", text.as_bytes()).diagnostics.is_empty());
    }

    #[test]
    fn empty_and_broken_files_say_so() {
        let codes =
            |bytes: &[u8]| decode("a", bytes).diagnostics.iter().map(|d| d.code.0).collect::<Vec<_>>();
        assert_eq!(codes(b""), ["source/empty"]);
        assert_eq!(codes(b" \n\t"), ["source/empty"]);
        assert_eq!(codes(b"Dear \0 Sofia"), ["source/binary"]);
        assert_eq!(codes(b"%PDF-1.7\n1 0 obj"), ["source/binary"]);
        assert_eq!(codes(b"{\\rtf1 Dear Sofia}"), ["source/binary"]);
        assert_eq!(codes(b"Dear Sofia\x1b, one escape in a text that is long enough to bear it, as it is, and more and more, and more"), [""; 0]);
        assert_eq!(codes(&[0xef, 0xbb, 0xbf, b'a', 0xff, b'b']), ["source/undecodable"]);
    }

    #[test]
    fn the_first_broken_place_is_shown() {
        let report = decode("a", b"\xef\xbb\xbfab\xffcd\xff");
        assert_eq!(report.diagnostics[0].span.map(|span| span.start), Some(2));
        assert_eq!(&*report.value.text, "ab\u{fffd}cd\u{fffd}");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let report = decode("a", &bytes);
            for finding in &report.diagnostics {
                let span = finding.span.unwrap_or_default();
                proptest::prop_assert!(report.value.text.get(span.range()).is_some());
            }
        }

        #[test]
        fn controls_are_seen_by_their_bytes(text in "(a{0,300}[\\PC\\x00-\\x20\\x7f-\\xa2]{0,2}){0,3}") {
            proptest::prop_assert_eq!(super::has_control(text.as_bytes()), text.chars().any(super::control));
        }

        #[test]
        fn text_comes_back(text in "[\\PC\n\r\t]{1,80}") {
            proptest::prop_assume!(!text.starts_with('\u{feff}') && !text.contains('\0'));
            let report = decode("a", text.as_bytes());
            proptest::prop_assert_eq!(&*report.value.text, &*text);
        }
    }
}
