//! Whatever the text: reading it as TEI, and bringing it together with itself, does not panic, and every finding stands
//! inside the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use source::{SourceFile, SourceId};

fuzz_target!(|text: &str| {
    let file = SourceFile::from_text("letter.xml", text);
    let report = import::read_tei(&file);
    for finding in &report.diagnostics {
        assert!(finding.span.is_none_or(|span| text.get(span.range()).is_some()), "{finding:?}");
    }
    let files = vec![(SourceId(0), report.value.clone()), (SourceId(1), report.value)];
    let merged = import::merge_tei(files, Vec::new()).value;
    for (_, letter) in &merged.letters {
        let _ = edition::dump(letter);
    }
});
