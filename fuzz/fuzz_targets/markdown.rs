//! Whatever the text: reading it as a letter in Markdown does not panic, and every finding stands inside the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use source::SourceFile;

fuzz_target!(|text: &str| {
    let file = SourceFile::from_text("letter.md", text);
    let report = import::import(std::slice::from_ref(&file), None);
    for finding in &report.diagnostics {
        assert!(finding.span.is_none_or(|span| text.get(span.range()).is_some()), "{finding:?}");
    }
    for letter in &report.value.letters {
        let _ = edition::dump(letter);
    }
});
