//! What a reader of the embedded letter must find on its page, and what pages of other letters must bear.

use super::{Card, LetterPage, Part, Ways, caller_id, each_block, letter_page};
use crate::{Library, fixture};
use dates::{Anchor, Certainty, DateForm, Language, Rule, display, names, print_edtf};
use edition::{ActionKind, Edition, EntryKind, Inline, Joint, NoteId, Origin, Rend, SignKind, each_inline};
use index::Setting;
use source::{SourceFile, SourceId};

const LETTER: &str = include_str!("../../../../assets/letters/joffe-1921-03-17.txt");
const REGISTER: &str = include_str!("../../../../assets/letters/register.toml");

fn file(number: u32, path: &str, text: &str) -> SourceFile {
    SourceFile { id: SourceId(number), ..SourceFile::from_text(path, text) }
}

fn library(letters: &[(&str, &str)], register: &str) -> Library {
    fixture::open(&edition(letters, register))
}

fn edition(letters: &[(&str, &str)], register: &str) -> Edition {
    let files: Vec<SourceFile> =
        (0..).zip(letters).map(|(number, (path, text))| file(number, path, text)).collect();
    import::import(&files, Some(&file(99, "register.toml", register))).value
}

fn seed() -> Library {
    library(&[("joffe-1921-03-17.txt", LETTER)], REGISTER)
}

fn page(library: &Library) -> LetterPage<'_> {
    letter_page(library, &"joffe-1921-03-17".into()).expect("the letter is there")
}

fn entry_card<'p>(page: &'p LetterPage<'_>, id: &str) -> &'p super::EntryCard<'p> {
    let card = page.cards.iter().find_map(|card| match card {
        Card::Entries { entries, .. } => match entries.as_slice() {
            [Ok(one)] if one.entry.id.as_str() == id => Some(one),
            _ => None,
        },
        _ => None,
    });
    card.expect("a card of the entry")
}

#[test]
fn fact_1_who_wrote_to_whom_and_when() {
    let library = seed();
    let page = page(&library);
    let shown =
        |parties: &[super::Party<'_>]| parties.iter().map(|who| who.shown().to_owned()).collect::<Vec<_>>();
    assert_eq!(shown(&page.senders), ["V. I. Lenin"]);
    assert_eq!(shown(&page.recipients), ["A. A. Joffe"]);
    let date = page.date.and_then(|dating| dating.reading.meaning.as_ref()).expect("a date");
    assert_eq!(display(date, names(Language::En), DateForm::Long), "17 March 1921");
    assert_eq!(
        page.date.map(|dating| (&*dating.as_written, dating.origin)),
        Some(("17. III.1921", Origin::Source))
    );
    let place = page.sent_from.expect("a place");
    assert_eq!(
        (&*place.as_written, place.origin, place.certainty),
        ("Moscow", Origin::Editor, Certainty::Low)
    );
    assert!(place.reason.is_some());
}

#[test]
fn fact_2_where_it_was_printed() {
    let library = seed();
    let witness = &page(&library).letter.witness;
    assert_eq!((witness.volume.as_deref(), witness.pages.as_deref()), (Some("45"), Some("99-100")));
}

#[test]
fn facts_3_to_5_the_notes_and_their_calls() {
    let library = seed();
    let page = page(&library);
    let calls = page.letter.notes.iter().map(|note| {
        let ways = Ways::of(page.letter);
        let calls = ways.callers(&note.id);
        let ids: Vec<String> = calls.iter().map(|call| caller_id(&note.id, call.nth)).collect();
        (note.id.to_string(), ids.join(" "), note.back_reference.as_ref().map(|back| back.page.to_string()))
    });
    let expected = [("n84", "r84", "99"), ("n85", "r85", "99"), ("n86", "r86", "100")];
    let expected =
        expected.map(|(note, call, page)| (note.to_owned(), call.to_owned(), Some(page.to_owned())));
    assert_eq!(calls.collect::<Vec<_>>(), expected);
}

#[test]
fn fact_6_bukharin_occurs_once_in_note_85() {
    let library = seed();
    let page = page(&library);
    let persons = &page.names[0];
    assert_eq!(persons.kind, EntryKind::Person);
    let bukharin = persons.names.iter().find(|name| name.entry.id.as_str() == "bukharin").expect("Bukharin");
    let settings: Vec<&Setting> = bukharin.places.iter().map(|place| &place.setting).collect();
    assert_eq!(settings, [&Setting::Note("85".into())]);
    let card = entry_card(&page, "bukharin");
    assert_eq!((card.part, card.in_text, card.in_notes, card.totals), (Part::Mentioned, 0, 1, [0, 0, 1]));
    assert_eq!(card.mentions, Some("in-notes"));
}

#[test]
fn fact_7_trotsky_once_in_the_letter_and_once_in_a_note() {
    let library = seed();
    let page = page(&library);
    let card = entry_card(&page, "trotsky");
    assert_eq!((card.in_text, card.in_notes, card.in_imprint), (1, 1, 0));
    assert_eq!(card.authorities.len(), 1);
    let persons: Vec<&str> = page.names[0].names.iter().map(|name| name.entry.id.as_str()).collect();
    assert_eq!(persons, ["bukharin", "joffe", "lenin", "romagnolo", "sdobnikov", "stalin", "trotsky"]);
}

#[test]
fn fact_8_what_the_abbreviation_stands_for() {
    let library = seed();
    let page = page(&library);
    assert_eq!(entry_card(&page, "cc").expansions, [("C.C.", "Central Committee")]);
    assert_eq!(entry_card(&page, "wpi").expansions, [("W.P.I.", "Workers' and Peasants' Inspection")]);
}

#[test]
fn fact_9_what_day_yesterday_was_and_from_what() {
    let library = seed();
    let page = page(&library);
    let yesterday =
        page.dates.iter().find(|date| &*date.dating.as_written == "yesterday").expect("yesterday");
    let reading = &yesterday.dating.reading;
    assert_eq!(reading.meaning.as_ref().map(print_edtf).as_deref(), Some("1921-03-16"));
    assert_eq!((yesterday.dating.origin, reading.rule), (Origin::Machine, Rule::Relative));
    let Some(Anchor::LetterDate(from)) = &reading.anchor else { panic!("counted from the letter's date") };
    assert_eq!(print_edtf(from), "1921-03-17");
}

#[test]
fn lengths_of_time_are_counted_back_as_on_the_timeline() {
    let library = seed();
    let page = page(&library);
    for date in &page.dates {
        assert_eq!(date.span.is_some(), date.dating.reading.duration.is_some(), "{}", date.dating.as_written);
    }
    let length = page.dates.iter().find(|date| date.dating.reading.rule == Rule::Duration).expect("a length");
    assert!(length.dating.reading.meaning.is_none());
    assert!(length.span.is_some_and(|span| span.meaning.is_some() && span.anchor.is_some()));
}

#[test]
fn the_key_names_the_marks_that_occur() {
    let library = seed();
    let marks = page(&library).marks;
    assert_eq!((marks.call, marks.inferred_page), (Some("84"), Some("99")));
    assert!(marks.dates && marks.inferred_dates && marks.corrections && marks.inferred_names);
    assert_eq!(marks.reasons, ["Misprint."]);
    assert!(!marks.supplied && !marks.proposed_names && !marks.abbreviations);
}

#[test]
fn sender_and_recipient_say_so_on_their_cards() {
    let library = seed();
    let page = page(&library);
    assert_eq!(entry_card(&page, "lenin").part, Part::Sender);
    assert_eq!(entry_card(&page, "joffe").part, Part::Recipient);
}

/// Every mention and every date has its card, and no card comes twice.
#[test]
fn every_mention_and_date_has_one_card() {
    let library = seed();
    let page = page(&library);
    let mut ids: Vec<&str> = page
        .cards
        .iter()
        .map(|card| match card {
            Card::Entries { id, .. } | Card::Words { id, .. } | Card::Date { id, .. } => id.as_str(),
        })
        .collect();
    let mut wanted = Vec::new();
    each_block(page.letter, &mut |block, _| {
        each_inline(&block.inlines, &mut |inline| match inline {
            Inline::Mention(mention, _) => wanted.push(super::card_of_mention(mention)),
            Inline::Date(dating, _) => wanted.push(super::card_of_dating(dating)),
            _ => {}
        });
    });
    assert!(wanted.len() > 50);
    assert!(wanted.iter().all(|id| ids.contains(&id.as_str())));
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn a_name_that_a_rule_assigned_has_a_card_that_says_so() {
    let library = seed();
    let page = page(&library);
    let machine = page.cards.iter().filter_map(|card| match card {
        Card::Entries { mention, single, .. } if mention.origin == Origin::Machine => Some(*single),
        _ => None,
    });
    assert_eq!(machine.collect::<Vec<_>>(), [true, true], "the volume in the imprint and in note 85");
}

#[test]
fn one_of_several_and_missing_entries() {
    let mut edition = edition(&[("joffe-1921-03-17.txt", LETTER)], REGISTER);
    let letter = &mut edition.letters[0];
    let Some(Inline::Mention(mention, _)) = letter.text[0].inlines.get_mut(1) else {
        panic!("TO A. A. JOFFE")
    };
    mention.targets.push("nobody".into());
    mention.joint = Joint::OneOf;
    let library = fixture::open(&edition);
    let page = page(&library);
    let Card::Entries { id, entries, joint, .. } = &page.cards[0] else { panic!("a card of entries") };
    assert_eq!((id.as_str(), *joint), ("c-joffe|nobody", Joint::OneOf));
    assert!(entries[0].is_ok());
    assert_eq!(entries[1].as_ref().err().map(|id| id.as_str()), Some("nobody"));
}

#[test]
fn words_that_nobody_identified_have_one_card() {
    let mut edition = edition(&[("joffe-1921-03-17.txt", LETTER)], REGISTER);
    let mut cards = Vec::new();
    for block in &mut edition.letters[0].text {
        for inline in &mut block.inlines {
            let Inline::Mention(mention, _) = inline else { continue };
            mention.targets.clear();
            mention.as_written = "The  Mill".into();
            (mention.origin, mention.certainty) = (Origin::Editor, Certainty::High);
            (mention.reason, mention.expansion, mention.implied) = (None, None, false);
            cards.push(super::card_of_mention(mention));
            mention.origin = Origin::Machine;
            assert_eq!(super::card_of_mention(mention), ["c-", mention.id.as_str()].concat());
            mention.origin = Origin::Editor;
            mention.as_written = "a".repeat(49).into();
            assert!(super::card_of_mention(mention).ends_with(mention.id.as_str()));
        }
    }
    assert!(cards.len() > 5 && cards.iter().all(|id| id.ends_with("-The__Mill")), "{cards:?}");
    // Of one kind each: a person and a place may have one name.
    assert!(cards.iter().any(|id| *id != cards[0]));
}

#[test]
fn neighbors_and_a_letter_without_date_or_sender() {
    let bare = "TO A. A. JOFFE\n\nDear Comrade,\n\nThe books have come.\n";
    let library = library(&[("joffe-1921-03-17.txt", LETTER), ("undated.txt", bare)], "");
    let first = letter_page(&library, &"joffe-1921-03-17".into()).expect("the first");
    let [previous, next] = &first.neighbors.edition;
    assert_eq!((previous, next.as_ref().map(|next| next.letter.as_str())), (&None, Some("undated")));
    let second = letter_page(&library, &"undated".into()).expect("the second");
    assert!(second.senders.is_empty() && second.date.is_none() && second.sent_from.is_none());
    assert_eq!(second.recipients.iter().map(|who| who.shown()).collect::<Vec<_>>(), ["A. A. Joffe"]);
    assert!(letter_page(&library, &"nowhere".into()).is_none());
}

#[test]
fn a_letter_says_all_steps_of_its_way() {
    let action = |kind: &str, what: &str| format!("<correspAction type='{kind}'>{what}</correspAction>");
    let actions = [
        action("sent", "<persName>Ada</persName><date when='1901-05-03'/><date when='1901-05-04'/>"),
        action("forwarded", "<persName>Otto</persName><placeName>Riga</placeName>"),
        action("received", "<persName>Eva</persName><date notBefore='1901-05-05' notAfter='1901-05-09'/>"),
        action("received", "<persName>Carl</persName>"),
    ];
    let text = format!(
        "<TEI><teiHeader><profileDesc><correspDesc>{}</correspDesc></profileDesc></teiHeader><text><body><p>So.</p></body></text></TEI>",
        actions.concat()
    );
    let library = library(&[("way.xml", &text)], "");
    let page = letter_page(&library, &"way".into()).expect("the letter");
    let steps = page.steps.iter().map(|step| {
        let who: Vec<&str> = step.parties.iter().map(|who| who.shown()).collect();
        let date = step.date.and_then(|date| date.reading.meaning.as_ref()).map(dates::print_edtf);
        (step.kind, who.join(", "), date.unwrap_or_default(), step.place.map(|place| &*place.as_written))
    });
    let expected = [
        (ActionKind::Sent, String::new(), "1901-05-04".to_owned(), None),
        (ActionKind::Forwarded, "Otto".to_owned(), String::new(), Some("Riga")),
        (ActionKind::Received, String::new(), "[1901-05-05..1901-05-09]".to_owned(), None),
        (ActionKind::Received, "Carl".to_owned(), String::new(), None),
    ];
    assert_eq!(steps.collect::<Vec<_>>(), expected);
}

#[test]
fn marks_are_told_apart_by_manner_and_look() {
    let text = "<TEI><teiHeader/><text><body><p><del rend='s'>a</del><del rend='ow'>b</del><del rend='s' hand='#x'>c</del><add>d</add>\
        <hi rend='latin'>e</hi><hi rend='latin'>f</hi><hi rend='stamp'>g</hi><hi rend='italic'>h</hi></p></body></text></TEI>";
    let library = library(&[("marks.xml", text)], "");
    let page = letter_page(&library, &"marks".into()).expect("the letter");
    let signs: Vec<_> = page.marks.signs.iter().map(|sign| (sign.kind, sign.how())).collect();
    assert_eq!(signs, [(SignKind::Deleted, "s"), (SignKind::Deleted, "ow"), (SignKind::Added, "")]);
    assert_eq!(page.marks.looks, [&Rend::LatinScript, &Rend::Stamped]);
}

#[test]
fn later_calls_of_a_note_have_letters_then_numbers() {
    let note = NoteId::from("n84");
    let ids: Vec<String> = [1, 2, 3, 26, 27, 300].iter().map(|nth| caller_id(&note, *nth)).collect();
    assert_eq!(ids, ["r84", "r84b", "r84c", "r84z", "r84-27", "r84-300"]);
    assert_eq!(super::popover_of_note(&note), "pn84");
}
