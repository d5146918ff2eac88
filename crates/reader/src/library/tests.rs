//! Parts come and go; what is there is shown, what is missing is named.

use crate::fixture;
use crate::{Library, Wanted};
use bundle::{OpenError, pack};

fn packed() -> bundle::Packed {
    let edition = fixture::edition();
    pack(&edition, &index::build(&edition)).expect("an edition can be packed")
}

#[test]
fn parts_arrive_one_by_one_and_a_page_asks_for_no_more_than_it_needs() {
    let packed = packed();
    let mut library = Library::open(&packed.manifest_file().expect("a manifest")).expect("it opens");
    let letter = "two".into();
    let needed = library.needs(Wanted::Letter(&letter));
    assert_eq!(needed.len(), 1);
    assert!(library.letter(&letter).is_none() && library.catalogue().is_none());
    for (name, bytes) in packed.files().filter(|(name, _)| needed.contains(name)) {
        assert_eq!(library.accept(name, &bytes), Ok(()));
    }
    assert!(library.needs(Wanted::Letter(&letter)).is_empty());
    let body = library.letter(&letter).expect("it is here now");
    assert_eq!(body.letter.id, letter);
    assert!(library.entry(&"gross".into()).is_some(), "with the entries it names");
    assert!(library.catalogue().is_none(), "and nothing else");
    assert!(library.needs(Wanted::Nothing).is_empty());
    assert_eq!(library.needs(Wanted::Entry(&"gross".into())).len(), 2);
}

#[test]
fn a_letter_that_no_part_can_hold_needs_nothing() {
    let library = Library::open(&packed().manifest_file().expect("a manifest")).expect("it opens");
    assert!(library.needs(Wanted::Letter(&"aaa".into())).is_empty(), "before the first identifier");
    assert_eq!(Library::default().needs(Wanted::Letter(&"one".into())), []);
}

#[test]
fn a_part_of_another_name_is_refused_and_can_be_asked_for_again() {
    let packed = packed();
    let mut library = Library::open(&packed.manifest_file().expect("a manifest")).expect("it opens");
    let files: Vec<_> = packed.files().collect();
    let (name, _) = &files[0];
    let (_, other) = &files[1];
    assert_eq!(library.accept(name, other), Err(OpenError::Damaged));
    assert!(library.is_missing(name));
    library.retry();
    assert!(!library.is_missing(name));
    assert_eq!(library.accept(name, &files[0].1), Ok(()));
}
