//! Whatever the text: what is recognized stands at borders of characters, in order, apart from each other and from
//! the impossible days; and every date that can be parsed is printed as it is read again.
#![no_main]

use dates::{CalendarChange, DateHints, Language, impossible, parse_edtf, print_edtf, recognize};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let language = [Language::En, Language::De, Language::Fr, Language::Ru][usize::from(choice % 4)];
    let letter_date = if choice & 4 == 0 { None } else { parse_edtf("1921-03-17").ok() };
    let hints = DateHints { letter_date, calendar_change: (choice & 8 != 0).then_some(CalendarChange::RUSSIA) };
    let mut end = 0;
    for found in recognize(text, language, &hints) {
        assert!(found.range.start >= end && found.range.start < found.range.end, "{:?}", found.range);
        assert!(text.get(found.range.clone()).is_some());
        end = found.range.end;
        for edtf in [&found.dating.meaning, &found.dating.original].into_iter().flatten() {
            assert_eq!(parse_edtf(&print_edtf(edtf)).as_ref(), Ok(edtf));
            let _ = dates::bounds(edtf);
        }
    }
    for range in impossible(text, language) {
        assert!(text.get(range).is_some());
    }
    if let Ok(edtf) = parse_edtf(text) {
        assert_eq!(parse_edtf(&print_edtf(&edtf)).as_ref(), Ok(&edtf));
        let _ = dates::bounds(&edtf);
    }
});
