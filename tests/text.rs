//! Texts that no letter has, through the text functions: names in names in dates, calls in names, pages anywhere.
//! Whatever stands in what, links never nest, ids never come twice, and every word stays where it was.

mod common;

use bundle::{LetterBody, Letters, Manifest, Part, PartName, Range};
use common::printed;
use dates::{Calendar, Certainty, Recognized, Rule};
use edition::{
    Block, BlockKind, Choice, Dating, EntryKind, Inline, Joint, Letter, Mention, Note, NoteCall, NoteKind,
    Origin, PageBreak, Rend, Text, Witness,
};
use reader::{Library, Neighbors};
use viewer::Locale;

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// A text under construction: numbers for ids, and the words as they must be read.
struct Maker {
    dice: Dice,
    next: u32,
    words: String,
}

impl Maker {
    fn number(&mut self) -> String {
        self.next += 1;
        self.next.to_string()
    }

    fn text(&mut self) -> Inline {
        let words = ["so ", "it <b> & ", "was\u{a0}then,", "\n", "d’accord ", "«да» "];
        let word = words[usize::try_from(self.dice.roll(6)).unwrap_or_default()];
        self.words.push_str(word);
        Inline::Text(Text { text: word.into(), span: Default::default() })
    }

    fn inlines(&mut self, depth: u64) -> Vec<Inline> {
        (0..1 + self.dice.roll(4)).map(|_| self.inline(depth)).collect()
    }

    fn inline(&mut self, depth: u64) -> Inline {
        if depth == 0 {
            return self.text();
        }
        match self.dice.roll(12) {
            0..=2 => self.mention(depth),
            3 => self.date(depth),
            4 => {
                let number = self.number();
                self.words.push_str(&number);
                let note = ["n", &number].concat().as_str().into();
                let as_written = ["[", &number, "]"].concat().into();
                Inline::NoteCall(Box::new(NoteCall {
                    note,
                    nth: 1,
                    label: number.into(),
                    as_written,
                    resolved: true,
                    span: Default::default(),
                }))
            }
            5 => Inline::Hi(Rend::Italic, self.inlines(depth - 1)),
            6 => Inline::Label(self.inlines(depth - 1)),
            7 => Inline::Supplied(self.inlines(depth - 1)),
            8 => Inline::Choice(Box::new(Choice {
                kind: edition::ChoiceKind::Correction,
                sic: self.inlines(depth - 1),
                corr: vec![text("CORR")],
                reason: None,
            })),
            9 => {
                let page = self.number().into();
                Inline::PageBreak(Box::new(PageBreak {
                    page,
                    origin: Origin::Source,
                    facs: None,
                    inside_word: false,
                    span: Default::default(),
                }))
            }
            10 => Inline::Other("odd".into(), self.inlines(depth - 1)),
            _ => self.text(),
        }
    }

    fn mention(&mut self, depth: u64) -> Inline {
        let kinds = [EntryKind::Person, EntryKind::Place, EntryKind::Office, EntryKind::Abbreviation];
        let targets: &[&str] = [&[][..], &["joffe"], &["joffe", "lenin"], &["nobody"]]
            [usize::try_from(self.dice.roll(4)).unwrap_or_default()];
        let mention = Mention {
            id: ["m", &self.number()].concat().as_str().into(),
            kind: kinds[usize::try_from(self.dice.roll(4)).unwrap_or_default()],
            as_written: "words".into(),
            targets: targets.iter().map(|id| (*id).into()).collect(),
            joint: if self.dice.roll(2) == 0 { Joint::And } else { Joint::OneOf },
            origin: Origin::Machine,
            certainty: Certainty::Low,
            reason: None,
            expansion: Some("Long Words".into()),
            implied: false,
            span: Default::default(),
        };
        Inline::Mention(Box::new(mention), self.inlines(depth - 1))
    }

    fn date(&mut self, depth: u64) -> Inline {
        let reading = Recognized {
            meaning: None,
            calendar: Calendar::default(),
            original: None,
            duration: None,
            certainty: Certainty::Unknown,
            rule: Rule::Relative,
            anchor: None,
        };
        let dating = Dating {
            id: ["d", &self.number()].concat().as_str().into(),
            as_written: "then".into(),
            reading,
            origin: Origin::Machine,
            reason: None,
            span: Default::default(),
        };
        Inline::Date(Box::new(dating), self.inlines(depth - 1))
    }

    fn block(&mut self, id: &str, kind: BlockKind) -> Block {
        Block {
            id: id.into(),
            kind,
            align: Default::default(),
            inlines: self.inlines(4),
            span: Default::default(),
        }
    }
}

fn notes(maker: &mut Maker, blocks: &[Block]) -> Vec<Note> {
    let mut calls = Vec::new();
    for block in blocks {
        edition::each_inline(&block.inlines, &mut |inline| {
            if let Inline::NoteCall(call) = inline {
                calls.push((call.note.clone(), call.label.clone()));
            }
        });
    }
    let kinds = [NoteKind::Authorial, NoteKind::Textual, NoteKind::Explanatory];
    calls
        .into_iter()
        .map(|(id, label)| Note {
            blocks: vec![block(id.as_str(), BlockKind::Paragraph, vec![maker.text()])],
            id,
            label,
            kind: kinds[usize::try_from(maker.dice.roll(3)).unwrap_or_default()],
            back_reference: None,
            calls: 1,
            span: Default::default(),
        })
        .collect()
}

fn letter(maker: &mut Maker) -> (Letter, String) {
    let kinds = [
        BlockKind::Heading,
        BlockKind::Salute,
        BlockKind::Paragraph,
        BlockKind::Continuation,
        BlockKind::Editorial,
        BlockKind::Signed,
        BlockKind::Other,
    ];
    let text: Vec<Block> = kinds
        .into_iter()
        .zip(["b1", "b2", "b3", "b4", "b5", "b6", "b7"])
        .map(|(kind, id)| maker.block(id, kind))
        .collect();
    let words = std::mem::take(&mut maker.words);
    let notes = notes(maker, &text);
    maker.words.clear();
    let letter = Letter {
        id: "made".into(),
        title: None,
        number: None,
        status: None,
        language: "en".into(),
        corresp: edition::CorrespDesc::default(),
        witness: Witness::default(),
        text,
        notes,
        first_page: None,
    };
    (letter, words)
}

fn page(letter: Letter) -> String {
    let (manifest, bodies) = bundle::open_manifest(viewer::EMBEDDED).expect("the embedded edition opens");
    let parts = bodies.iter().map(|(name, body)| Part::of_body(name, body).expect("a part"));
    let entries = parts.filter_map(|part| match part {
        Part::Letters(part) => Some(part.entries),
        _ => None,
    });
    let body = LetterBody { letter, neighbors: Neighbors::default(), spans: Vec::new() };
    let letters = Letters { letters: vec![body], entries: entries.flatten().collect() };
    let name = PartName { kind: "letters".into(), checksum: 0 };
    let letter_parts = vec![Range { first: "made".into(), part: name.clone() }];
    let mut library = Library::of(Manifest { letters: 1, letter_parts, ..manifest });
    library.keep(name, Part::Letters(letters));
    printed(library, "/letters/made/", Locale::En)
}

/// The texts between the tags, but for what the page itself adds; and the deepest nesting of links.
fn read(html: &str) -> (String, usize) {
    const ADDED: [&str; 4] = ["visually-hidden", "permalink", "tei-pb__link", "tei-corr"];
    let (mut words, mut open, mut apart) = (String::new(), Vec::new(), 0_usize);
    let (mut links, mut deepest) = (0_usize, 0);
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let link = name == "a" || name == "button";
        if tag.starts_with('/') {
            let (known, added): (&str, bool) = open.pop().expect("every end tag has its start tag");
            assert_eq!(known, name);
            apart -= usize::from(added);
            links -= usize::from(link);
        } else {
            let added = ADDED.iter().any(|class| tag.contains(class));
            open.push((name, added));
            apart += usize::from(added);
            links += usize::from(link);
            deepest = deepest.max(links);
        }
        if apart == 0 {
            words.push_str(text);
        }
    }
    assert!(open.is_empty());
    (
        words
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&amp;", "&"),
        deepest,
    )
}

fn squeezed(text: &str) -> String {
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect()
}

#[test]
fn links_never_nest_and_no_word_is_lost() {
    let mut maker = Maker { dice: Dice(0x1921_0317), next: 0, words: String::new() };
    let mut nested = 0;
    for _ in 0..60 {
        let (letter, words) = letter(&mut maker);
        for block in &letter.text {
            edition::each_inline(&block.inlines, &mut |inline| {
                if let Inline::Mention(_, inner) = inline {
                    nested += inner
                        .iter()
                        .filter(|inner| matches!(inner, Inline::Mention(..) | Inline::NoteCall(_)))
                        .count();
                }
            });
        }
        let html = page(letter);
        let start = html.find("<div class=\"letter__text\" lang=\"en\">").expect("the text");
        let end = start + html[start..].find("</div><").expect("its end") + "</div>".len();
        let (shown, deepest) = read(&html[start..end]);
        assert_eq!(squeezed(&shown), squeezed(&words));
        assert_eq!(deepest, 1);
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id comes twice");
    }
    assert!(nested > 100, "{nested} names and calls stood in names");
}

fn text(words: &str) -> Inline {
    Inline::Text(Text { text: words.into(), span: Default::default() })
}

fn block(id: &str, kind: BlockKind, inlines: Vec<Inline>) -> Block {
    Block { id: id.into(), kind, align: Default::default(), inlines, span: Default::default() }
}

/// A note that the editor's words call leads back to them.
#[test]
fn calls_in_corrections_are_found_again() {
    let call = |nth| {
        Inline::NoteCall(Box::new(NoteCall {
            note: "n1".into(),
            nth,
            label: "1".into(),
            as_written: "1".into(),
            resolved: true,
            span: Default::default(),
        }))
    };
    let mut maker = Maker { dice: Dice(11), next: 0, words: String::new() };
    let (mut letter, _) = letter(&mut maker);
    letter.text = vec![block(
        "p1",
        BlockKind::Paragraph,
        vec![
            text("She wrote "),
            Inline::Choice(Box::new(Choice {
                kind: edition::ChoiceKind::Correction,
                sic: vec![text("sonn"), call(1)],
                corr: vec![text("soon"), call(2)],
                reason: None,
            })),
        ],
    )];
    letter.notes = vec![Note {
        id: "n1".into(),
        label: "1".into(),
        kind: NoteKind::Textual,
        blocks: vec![block("n1", BlockKind::Paragraph, vec![text("A slip.")])],
        back_reference: None,
        calls: 2,
        span: Default::default(),
    }];
    let html = page(letter);
    for fragment in ["r1", "r1b"] {
        assert_eq!(html.matches(&["<a id=\"", fragment, "\""].concat()).count(), 1, "{fragment}");
        assert!(html.contains(&["role=\"doc-backlink\" href=\"#", fragment, "\""].concat()), "{fragment}");
    }
}

/// A paragraph that a page break parts is told to run on; the page mark between its halves stands in the line.
#[test]
fn halves_of_a_paragraph_run_on() {
    let block = |id, kind, words: &str| {
        block(id, kind, Some(words).filter(|words| !words.is_empty()).map(text).into_iter().collect())
    };
    let break_at = |page: &str| {
        BlockKind::PageBreak(PageBreak {
            page: page.into(),
            origin: Origin::Source,
            facs: None,
            inside_word: false,
            span: Default::default(),
        })
    };
    let mut maker = Maker { dice: Dice(7), next: 0, words: String::new() };
    let (mut letter, _) = letter(&mut maker);
    letter.notes.clear();
    letter.text = vec![
        block("p1", BlockKind::Paragraph, "We came to"),
        block("x1", break_at("7"), ""),
        block("p2", BlockKind::Continuation, "the river."),
        block("x2", break_at("8"), ""),
        block("p3", BlockKind::Paragraph, "It was deep."),
    ];
    let html = page(letter);
    assert!(html.contains("<p id=\"p1\" class=\"tei-p tei-p--halved\">"));
    assert!(html.contains("<span id=\"pg-7\" class=\"tei-pb tei-pb--in-line\">"));
    assert!(html.contains("<p id=\"p2\" class=\"tei-p tei-p--continued\">"));
    assert!(html.contains("<div id=\"pg-8\" class=\"tei-pb\">"));
    assert!(html.contains("<p id=\"p3\" class=\"tei-p\">"));
}

/// Notes of several series have lists and switches of their own, and their calls tell them apart.
#[test]
fn n03_each_series_of_notes_has_its_list_and_its_switch() {
    let mut maker = Maker { dice: Dice(1921), next: 0, words: String::new() };
    let (mut letter, _) = std::iter::repeat_with(|| letter(&mut maker))
        .find(|(letter, _)| letter.notes.len() >= 3)
        .expect("a text with three calls");
    let kinds = [NoteKind::Textual, NoteKind::Authorial, NoteKind::Explanatory];
    for (nth, note) in letter.notes.iter_mut().enumerate() {
        note.kind = kinds[nth % 3];
    }
    let html = page(letter);
    let series = ["notes__series--authorial", "notes__series--explanatory", "notes__series--textual"];
    let at: Vec<usize> = series.iter().filter_map(|class| html.find(class)).collect();
    assert!(at.len() == 3 && at.is_sorted(), "three series in their order: {at:?}");
    assert_eq!(html.matches("<label class=\"notes__hide\">").count(), 3);
    for class in ["noteref noteref--authorial", "noteref noteref--textual", "noteref"] {
        assert!(html.contains(&["class=\"", class, "\""].concat()), "{class}");
    }
}
