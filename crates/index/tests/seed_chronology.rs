//! The dates of the letter that the viewer carries, in their order, as the timeline shows them.
#![cfg(feature = "build")]

use dates::print_edtf;
use expect_test::expect;
use source::{SourceFile, SourceId};
use std::fs;
use std::path::Path;

#[test]
fn the_letter_to_joffe() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/letters");
    let file = |name: &str, id: u32| {
        let bytes = fs::read(folder.join(name)).expect("a file of the embedded edition");
        SourceFile { id: SourceId(id), ..source::decode(name, &bytes).value }
    };
    let (letter, register) = (file("joffe-1921-03-17.txt", 0), file("register.toml", 1));
    let edition = import::import(std::slice::from_ref(&letter), Some(&register)).value;
    let mut lines = String::new();
    for moment in index::build(&edition).chronology {
        let meaning = moment.meaning.as_ref().map_or_else(|| "no value".to_owned(), print_edtf);
        lines.push_str(&format!(
            "{} {:?} {meaning} {:?}: {}|{}|{}\n",
            moment.fragment,
            moment.kind,
            moment.origin,
            moment.excerpt.before,
            moment.excerpt.words,
            moment.excerpt.after
        ));
    }
    expect![[r#"
        d7 Mentioned 1917-09-17~/1921-03-17~ Machine: But "fate" did not allow him, a single time in |three and a half years|, to be either People's Commissar for the Workers' and Peasants' Inspection, or People's Commissar for Nationalities.
        d6 Mentioned 1919/1920 Source: The old C.C. (|1919-1920|) defeated me on one of the vastly important questions, as you must know from the discussion.
        d10 InNote 1920-12-07 Source: A probable reference to the Plenary Meeting of the R.C.P.(B.) Central Committee on |December 7, 1920|, which discussed the conflict between the water transport union and Tsektran (Central Committee of the Joint Trade Union of Rail and Water Transport Workers).
        d11 InNote 1921-03-14 Source: A reference to the Party Central Committee elected at the 13th sitting of the Tenth Party Congress on |March 14, 1921|.
        d5 Mentioned 1921-03-15 Machine: I was highly distressed to read your deeply perturbed letter of |15/III|.
        d9 InNote 1921-03-15 Source: In a letter to Lenin on |March 15, 1921|, A. A. Joffe, who was then in Riga as chairman of the Soviet peace delegation negotiating with Poland, expressed dissatisfaction over the fact that despite his extensive experience in political and especially diplomatic work, the Party's C.C. kept transferring him from one job to another.
        d8 Mentioned 1921-03-16 Machine: (The new C.C. was constituted only |yesterday| and will take some time to "gear up".)
        d12 InNote 1921-03-16 Machine: On |March 16|, atfer the Congress had closed, a plenum of the R.C.P.(B.) Central Committee met to elect the governing organs of the C.C.
        d4 Sent 1921-03-17 Source: |17. III.1921|
        d1 Printing 1959 Source: First published in |1959|
        d2 Printing 1970 Source: Progress Publishers, Moscow, |1970|
        d3 Printing 2000-08 Source: Prepared © for the Internet by David J. Romagnolo, (|August 2000|)
    "#]].assert_eq(&lines);
}
