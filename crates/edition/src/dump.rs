//! A letter as lines that a philologist can read and compare: the golden form of the tests.

use crate::{
    Block, BlockKind, CorrespAction, Dating, ImprintKind, Inline, Letter, LetterId, Link, Mention, Note,
    NoteKind, Origin, Rend, SignKind,
};
use dates::print_edtf;

/// The letter, part by part, in the order of the source. Every block begins with its identifier and kind; its words
/// stand below it behind `|`, a new line for each of theirs. Inside them
/// - `_words_` are italic, `⟨strong: words⟩` otherwise set off,
/// - `⟨84 → n84⟩` is a call and its note, `⟨84 → nothing⟩` one without,
/// - `⟨words = joffe⟩` is a name and its entry, `⟨words = ?⟩` one that is only proposed,
/// - `⟨words = 1921-03-17⟩` is a date, `⟨printed → read⟩` an editor's correction,
/// - `⟨label (1)⟩`, `⟨supplied [words]⟩`, `⟨page 100⟩` are what they say.
#[must_use]
pub fn dump(letter: &Letter) -> String {
    let mut out = String::from("letter ");
    out.push_str(letter.id.as_str());
    out.push_str(" (");
    out.push_str(&letter.language);
    out.push_str(")\n");
    for action in &letter.corresp.actions {
        correspondence(&mut out, action);
    }
    for line in &letter.witness.imprint {
        heading(&mut out, line.id.as_str(), imprint(line.kind));
        words(&mut out, &line.inlines);
    }
    if let Some(volume) = &letter.witness.volume {
        entry(&mut out, "volume", volume);
    }
    if let Some(pages) = &letter.witness.pages {
        entry(&mut out, "pages", pages);
    }
    if let Some(page) = &letter.first_page {
        out.push_str("first page: ");
        out.push_str(&page.page);
        out.push_str(said_by(page.origin));
        out.push('\n');
    }
    for block in &letter.text {
        dump_block(&mut out, block);
    }
    for note in &letter.notes {
        dump_note(&mut out, note);
    }
    out
}

fn entry(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str(": ");
    out.push_str(value);
    out.push('\n');
}

fn heading(out: &mut String, id: &str, kind: &str) {
    out.push_str(id);
    out.push(' ');
    out.push_str(kind);
    out.push('\n');
}

fn said_by(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "",
        Origin::Editor => ", by an editor",
        Origin::Machine => ", inferred",
    }
}

fn correspondence(out: &mut String, action: &CorrespAction) {
    out.push_str(match action.kind {
        crate::ActionKind::Sent => "sent",
        crate::ActionKind::Received => "received",
        crate::ActionKind::Transmitted => "transmitted",
        crate::ActionKind::Redirected => "redirected",
        crate::ActionKind::Forwarded => "forwarded",
        crate::ActionKind::Delivered => "delivered",
        crate::ActionKind::Other => "another step",
    });
    for correspondent in &action.correspondents {
        out.push_str("; by or to ");
        mention(out, correspondent);
    }
    if let Some(place) = &action.place {
        out.push_str("; at ");
        out.push_str(&place.as_written);
        out.push_str(said_by(place.origin));
    }
    if let Some(date) = &action.dating {
        out.push_str("; on ");
        dating(out, date);
    }
    out.push('\n');
}

fn imprint(kind: ImprintKind) -> &'static str {
    match kind {
        ImprintKind::Author => "author",
        ImprintKind::FirstPublished => "first published",
        ImprintKind::TextSource => "basis of the text",
        ImprintKind::Edition => "edition",
        ImprintKind::VolumePages => "volume and pages",
        ImprintKind::Translation => "translation",
        ImprintKind::Digitisation => "digitisation",
        ImprintKind::SentFromTo => "sent from and to",
        ImprintKind::Description => "description",
        ImprintKind::Responsibility => "edited by",
        ImprintKind::Unknown => "header line not understood",
    }
}

fn dump_block(out: &mut String, block: &Block) {
    let kind = match &block.kind {
        BlockKind::Heading => "heading",
        BlockKind::Number => "number",
        BlockKind::Dateline => "dateline",
        BlockKind::Salute => "salutation",
        BlockKind::Address => "address",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Continuation => "paragraph, second half",
        BlockKind::Closer => "closer",
        BlockKind::Signed => "signature",
        BlockKind::Postscript => "postscript",
        BlockKind::Verse { stanza: true } => "verse, a stanza begins",
        BlockKind::Verse { stanza: false } => "verse",
        BlockKind::Item => "point of a list",
        BlockKind::Row => "row of a table",
        BlockKind::Quote => "quotation",
        BlockKind::Figure(_) => "figure",
        BlockKind::Editorial => "words of the editor of the print",
        BlockKind::Other => "not understood",
        BlockKind::PageBreak(page) => {
            out.push_str(block.id.as_str());
            out.push_str(" page ");
            out.push_str(&page.page);
            out.push_str(said_by(page.origin));
            out.push('\n');
            return;
        }
    };
    let side = block.align.word().map_or_else(String::new, |word| [", ", word].concat());
    heading(out, block.id.as_str(), &[kind, &side].concat());
    words(out, &block.inlines);
}

fn dump_note(out: &mut String, note: &Note) {
    out.push_str(note.id.as_str());
    out.push_str(" note ");
    out.push_str(&note.label);
    out.push_str(match note.kind {
        NoteKind::Authorial => ", by the writer",
        NoteKind::Textual => ", on the text",
        NoteKind::Explanatory => "",
        NoteKind::Commentary => ", on the letter",
    });
    match note.calls {
        0 => out.push_str(", never called"),
        1 => {}
        calls => {
            out.push_str(", called ");
            number(out, calls);
            out.push_str(" times");
        }
    }
    if let Some(reference) = &note.back_reference {
        out.push_str(", of page ");
        out.push_str(&reference.page);
    }
    out.push('\n');
    for (position, block) in note.blocks.iter().enumerate() {
        if position > 0 {
            dump_block(out, block);
        } else {
            words(out, &block.inlines);
        }
    }
}

fn number(out: &mut String, number: u16) {
    if number > 9 {
        self::number(out, number / 10);
    }
    out.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or_default()));
}

/// The words of a block, behind `|`.
fn words(out: &mut String, inlines: &[Inline]) {
    let mut text = String::new();
    write(&mut text, inlines);
    for line in text.split('\n') {
        out.push_str("  | ");
        out.push_str(line.trim_end_matches('\r'));
        out.push('\n');
    }
}

fn write(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(&text.text),
            Inline::Hi(Rend::Italic, inner) => around(out, "_", inner, "_"),
            Inline::Hi(Rend::Lemma(note), _) => {
                out.push('⟨');
                out.push_str(note.as_str());
                out.push_str(" from here⟩");
            }
            Inline::Hi(rend, inner) => {
                out.push('⟨');
                out.push_str(rend_word(rend));
                around(out, ": ", inner, "⟩");
            }
            Inline::Other(name, inner) => {
                out.push('⟨');
                out.push_str(name);
                around(out, ": ", inner, "⟩");
            }
            Inline::Mention(found, inner) => {
                around(out, "⟨", inner, " = ");
                targets(out, found);
                out.push('⟩');
            }
            Inline::Date(found, inner) => {
                around(out, "⟨", inner, " = ");
                meaning(out, found);
                out.push('⟩');
            }
            Inline::NoteCall(call) => {
                out.push('⟨');
                out.push_str(&call.label);
                out.push_str(" → ");
                out.push_str(if call.resolved { call.note.as_str() } else { "nothing" });
                out.push('⟩');
            }
            Inline::Label(inner) => around(out, "⟨label ", inner, "⟩"),
            Inline::Supplied(inner) => around(out, "⟨supplied ", inner, "⟩"),
            Inline::Choice(choice) => {
                around(out, "⟨", &choice.sic, " → ");
                write(out, &choice.corr);
                out.push('⟩');
            }
            Inline::Sign(sign, inner) => {
                out.push('⟨');
                out.push_str(sign_word(sign.kind));
                for detail in [sign.how(), sign.hand()].into_iter().filter(|detail| !detail.is_empty()) {
                    out.push_str(", ");
                    out.push_str(detail);
                }
                around(out, if sign.manner.is_some() { ": " } else { " " }, inner, "⟩");
            }
            Inline::Gap(gap) => {
                out.push_str("⟨gap");
                for part in [&gap.reason, &gap.unit].into_iter().flatten() {
                    out.push(' ');
                    out.push_str(part);
                }
                out.push('⟩');
            }
            Inline::Foreign(language, inner) => {
                out.push('⟨');
                out.push_str(language);
                around(out, ": ", inner, "⟩");
            }
            Inline::Link(link, inner) => {
                let (Link::Address(to) | Link::Unknown(to) | Link::Letter(LetterId(to))) = link;
                around(out, "⟨", inner, " ⇒ ");
                out.push_str(to);
                out.push('⟩');
            }
            Inline::Cell(inner) => around(out, "⟨cell ", inner, "⟩"),
            Inline::LineBreak { kept: true, .. } => out.push('⏎'),
            Inline::LineBreak { inside_word, .. } => out.push_str(if *inside_word { "¬" } else { "/" }),
            Inline::PageBreak(page) => {
                out.push_str(if page.inside_word { "⟨¬page " } else { "⟨page " });
                out.push_str(&page.page);
                out.push('⟩');
            }
        }
    }
}

fn rend_word(rend: &Rend) -> &str {
    match rend {
        Rend::Italic => "italic",
        Rend::Strong => "strong",
        Rend::SmallCaps => "small capitals",
        Rend::Superscript => "raised",
        Rend::Subscript => "lowered",
        Rend::Quoted => "quoted",
        Rend::Underlined => "underlined",
        Rend::Capitals => "capitals",
        Rend::LatinScript => "Latin script",
        Rend::Printed => "printed",
        Rend::Stamped => "stamped",
        Rend::Typed => "typed",
        Rend::Lemma(note) => note.as_str(),
        Rend::Other(name) => name,
    }
}

fn sign_word(kind: SignKind) -> &'static str {
    match kind {
        SignKind::Deleted => "deleted",
        SignKind::Added => "added",
        SignKind::Restored => "restored",
        SignKind::Unclear => "unclear",
        SignKind::Damage => "damaged",
        SignKind::Surplus => "surplus",
        SignKind::Supplied => "supplied by the editor",
        SignKind::Expansion => "left out in the abbreviation",
        SignKind::AbbreviationMark => "sign of abbreviation",
        SignKind::Variant => "variant",
        SignKind::HandShift => "another hand",
        SignKind::PageNumber => "number of the page",
    }
}

fn around(out: &mut String, before: &str, inner: &[Inline], after: &str) {
    out.push_str(before);
    write(out, inner);
    out.push_str(after);
}

fn mention(out: &mut String, mention: &Mention) {
    out.push_str(&mention.as_written);
    out.push_str(" = ");
    targets(out, mention);
}

fn targets(out: &mut String, mention: &Mention) {
    if mention.targets.is_empty() {
        out.push('?');
    }
    for (position, target) in mention.targets.iter().enumerate() {
        if position > 0 {
            out.push_str(", ");
        }
        out.push_str(target.as_str());
    }
}

fn dating(out: &mut String, dating: &Dating) {
    out.push_str(&dating.as_written);
    out.push_str(" = ");
    meaning(out, dating);
}

fn meaning(out: &mut String, dating: &Dating) {
    match &dating.reading.meaning {
        Some(meaning) => out.push_str(&print_edtf(meaning)),
        None => out.push('?'),
    }
}
