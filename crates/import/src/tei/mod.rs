//! TEI P5: letters, their header and their registers. What is read and what is left is said in this folder's
//! README.md.

mod blocks;
mod citation;
mod conflict;
mod corresp;
mod dates;
mod doubt;
mod facts;
mod header;
mod highlights;
mod ids;
mod inlines;
mod kinds;
mod letters;
mod links;
mod merge;
mod missing;
mod names;
mod notes;
mod registers;
mod signs;
mod space;
mod stated;
mod witness;
mod xml;

pub(crate) use ids::Taken;
pub use merge::{Merged, merge_tei};

use edition::{Entry, Letter, LetterPlace};
use roxmltree::Node;
use source::{Code, Diagnostic, Report, Severity, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What a TEI file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TeiFile {
    /// What the file is called, without folder and ending.
    pub name: Box<str>,
    /// The title of the edition the file belongs to, where it names one.
    pub title: Option<Box<str>>,
    /// Its letters, mentions not yet brought together with the entries of other files.
    pub letters: Vec<Letter>,
    /// Where each of them stands; which file this is, is said when files are brought together.
    pub places: Vec<LetterPlace>,
    /// The entries of its registers, each with its place.
    pub entries: Vec<Listed>,
    /// What its links lead to that is not in the file, each with its first place.
    pub loose: Vec<(Box<str>, Span)>,
}

/// An entry of a register, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The entry.
    pub entry: Entry,
    /// Where it stands.
    pub span: Span,
}

/// What reading a file gathers beside its letters.
struct Context<'f> {
    file: &'f SourceFile,
    diagnostics: Vec<Diagnostic>,
    /// Elements that are not read, how often, and where the first stands.
    unknown: BTreeMap<String, (u32, Span)>,
    /// Every identifier of the file.
    ids: BTreeSet<String>,
    /// Who writes in it, and with what.
    hands: signs::Hands,
    /// The characters that it describes.
    glyphs: signs::Glyphs,
    /// What links lead to that is not among them.
    loose: BTreeMap<Box<str>, Span>,
}

impl Context<'_> {
    fn say(
        &mut self,
        code: &'static str,
        severity: Severity,
        node: Node<'_, '_>,
        message: String,
    ) -> &mut Diagnostic {
        let span = xml::start_tag(self.file, node);
        self.diagnostics.push(Diagnostic::new(Code(code), severity, Some(span), message));
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    fn unknown(&mut self, node: Node<'_, '_>) {
        let span = xml::start_tag(self.file, node);
        self.unknown.entry(node.tag_name().name().to_owned()).or_insert((0, span)).0 += 1;
    }
}

/// Reads a TEI file. What cannot be read is reported; a file that is no XML gives nothing but the finding.
///
/// # Source
/// TEI P5, chapters 2 (header), 3 (core), 4 (structure), 11 (primary sources), 13 (names and dates).
#[must_use]
pub fn read_tei(file: &SourceFile) -> Report<TeiFile> {
    let mut context = Context {
        file,
        diagnostics: Vec::new(),
        unknown: BTreeMap::new(),
        ids: BTreeSet::new(),
        hands: signs::Hands::new(),
        glyphs: signs::Glyphs::new(),
        loose: BTreeMap::new(),
    };
    let document = match xml::parse(file) {
        Ok(document) => document,
        Err(finding) => return Report { value: TeiFile::default(), diagnostics: vec![finding] },
    };
    let root = document.root_element();
    identifiers(&mut context, root);
    let prefixes = names::prefixes(root);
    let entries = registers::read(&mut context, root, &prefixes);
    let (mut letters, mut places) = (Vec::new(), Vec::new());
    let mut ranks = header::Ranks::default();
    for tei in root.descendants().filter(|node| xml::is(*node, "TEI")) {
        if let Some(letter) = letter(&mut context, tei, &prefixes, &mut ranks) {
            letters.push(letter);
            places.push(header::place(file, tei));
        }
    }
    let told = [Code("tei/empty-letter"), Code("tei/list-left-out"), Code("tei/index-left-out")];
    let empty = context.diagnostics.iter().any(|finding| told.contains(&finding.code));
    if letters.is_empty() && entries.is_empty() && !empty {
        let message = "no letter and no register was found in this file".to_owned();
        let finding = context.say("tei/nothing-read", Severity::Warning, root, message);
        *finding = finding.clone().advise("a letter is a TEI element with a text in it");
    }
    for (name, (count, span)) in std::mem::take(&mut context.unknown) {
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        let message = format!("the element {name} is not read ({times}); its words are kept");
        context.diagnostics.push(Diagnostic::new(
            Code("tei/unknown-element"),
            Severity::Note,
            Some(span),
            message,
        ));
    }
    context.diagnostics.sort_by_key(|finding| finding.span);
    let title = header::edition_title(root);
    let loose = context.loose.into_iter().collect();
    letters.shrink_to_fit();
    Report {
        value: TeiFile {
            name: crate::ids::stem(&file.path.0).into(),
            title,
            letters,
            places,
            entries,
            loose,
        },
        diagnostics: context.diagnostics,
    }
}

/// Gathers the identifiers of a file, and what is said of its hands; an identifier that is given twice is reported once.
fn identifiers(context: &mut Context<'_>, root: Node<'_, '_>) {
    let mut twice = BTreeSet::new();
    for node in root.descendants() {
        let Some(id) = xml::id(node) else { continue };
        // What is noted of the work on a file is not referred to.
        if node.ancestors().any(|above| xml::is(above, "revisionDesc")) {
            continue;
        }
        if xml::is(node, "handNote") {
            context.hands.entry(id.to_owned()).or_insert_with(|| signs::hand(node));
        }
        if let "char" | "glyph" = xml::name(node)
            && let Some(mapped) = signs::glyph(node)
        {
            context.glyphs.entry(id.to_owned()).or_insert(mapped);
        }
        if !context.ids.insert(id.to_owned()) && twice.insert(id) {
            let message = format!("two elements of this file have the identifier {id}");
            let finding = context.say("tei/duplicate-id", Severity::Warning, node, message);
            *finding = finding.clone().advise("references mean the first; give this one another xml:id");
        }
    }
}

/// Gives back what was taken in advance: thousands of letters are held at once.
fn fit(letter: &mut Letter) {
    letter.text.shrink_to_fit();
    letter.notes.shrink_to_fit();
    letter.notes.iter_mut().for_each(|note| note.blocks.shrink_to_fit());
    letter.corresp.actions.shrink_to_fit();
    letter.corresp.actions.iter_mut().for_each(|action| action.correspondents.shrink_to_fit());
}

/// One letter; none where there is no text.
fn letter(
    context: &mut Context<'_>,
    tei: Node<'_, '_>,
    prefixes: &names::Prefixes,
    ranks: &mut header::Ranks,
) -> Option<Letter> {
    let text = xml::child(tei, "text")?;
    let head = xml::child(tei, "teiHeader");
    if !text.descendants().any(xml::is_words) {
        let mut described = head.into_iter().flat_map(|head| xml::all(head, "correspDesc"));
        let (first, further) = (described.next(), described.next().is_some());
        // Of one letter too: no letter names the edition that it is in.
        if further || first.is_some_and(|first| first.has_attribute("source")) {
            let message =
                "this is an index of letters (CMIF) with the text of none: it is left out".to_owned();
            let finding = context.say("tei/index-left-out", Severity::Note, tei, message);
            let advice = "it can be taken out of the sources; letterbook export --format cmif writes one";
            *finding = finding.clone().advise(advice);
        } else if first.is_some() {
            let message = "the letter has no text and is left out".to_owned();
            let finding = context.say("tei/empty-letter", Severity::Warning, text, message);
            *finding = finding.clone().advise("if the letter is lost, say so in a paragraph");
        }
        return None;
    }
    let described = head.is_some_and(|head| xml::find(head, "correspDesc").is_some());
    if !described && registers::is_register_file(text) {
        // A register: its entries are read, and its text is they.
        return None;
    }
    if !described && registers::is_list(text) {
        let message = "this is a list for other files and no letter: it is left out".to_owned();
        let finding = context.say("tei/list-left-out", Severity::Note, text, message);
        *finding = finding.clone().advise("if it is a letter, say in a correspDesc who wrote it to whom");
        return None;
    }
    let language = header::language(head, tei, text);
    let mut body = blocks::Body::new(context, prefixes, &language, text);
    body.text(text);
    let (text, notes) = body.finish();
    let corresp = head.map(|head| corresp::read(context, head, prefixes)).unwrap_or_default();
    let mut letter = Letter {
        id: header::letter_id(context.file, tei, ranks),
        title: head.and_then(header::title),
        number: None,
        status: head.and_then(header::status),
        corresp,
        witness: head.map(|head| witness::witness(head, &language)).unwrap_or_default(),
        language,
        text,
        notes,
        first_page: None,
    };
    ids::number(&mut letter);
    fit(&mut letter);
    Some(letter)
}
