//! One letter, in TEI.

use super::random::Random;
use super::registers::Registers;
use super::words::{LANGUAGES, Words};
use std::fmt::Write;

/// What a letter is, before it has words.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) sender: usize,
    pub(super) addressee: usize,
    pub(super) language: usize,
    pub(super) from: usize,
    pub(super) to: Option<usize>,
    pub(super) year: usize,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) date: Date,
    pub(super) words: usize,
}

/// How much of the date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Date {
    Day,
    /// In brackets, with a question mark.
    Doubted,
    Month,
    /// Some day of three weeks.
    Between,
    None,
}

impl Row {
    /// The identifier of a letter.
    pub(super) fn id(number: usize) -> String {
        format!("L{number:05}")
    }

    fn other(&self) -> usize {
        self.sender.max(self.addressee)
    }

    fn words(&self) -> &'static Words {
        &LANGUAGES[self.language]
    }

    /// The date as words, with brackets where it is doubted.
    fn said(&self) -> String {
        let words = self.words();
        let month = words.months[usize::from(self.month) - 1];
        let [after_day, after_month] = words.around_day;
        let day = format!("{}{after_day}{month}{after_month}{}", self.day, self.year);
        match self.date {
            Date::Day => day,
            Date::Doubted => format!("[{day}?]"),
            Date::Month => format!("{month} {}", self.year),
            Date::Between => format!("[{month} {}]", self.year),
            Date::None => String::new(),
        }
    }

    /// The date as an element; nothing where there is none.
    fn dated(&self, words: &str) -> String {
        let Self { year, month, day, .. } = self;
        match self.date {
            Date::Day => format!("<date when=\"{year}-{month:02}-{day:02}\">{words}</date>"),
            Date::Doubted => format!("<date when=\"{year}-{month:02}-{day:02}\" cert=\"low\">{words}</date>"),
            Date::Month => format!("<date when=\"{year}-{month:02}\">{words}</date>"),
            Date::Between => {
                format!(
                    "<date notBefore=\"{year}-{month:02}-01\" notAfter=\"{year}-{month:02}-21\">{words}</date>"
                )
            }
            Date::None => String::new(),
        }
    }
}

/// The letters before and after one.
pub(super) struct Correspondence<'r> {
    pub(super) all: &'r [Row],
    pub(super) at: usize,
}

impl Correspondence<'_> {
    /// Links to the letters before and after, in the edition and between the two.
    fn context(&self) -> String {
        let mut out = String::new();
        let mut link = |row: &str, kind: &str, number: usize| {
            let _ = writeln!(
                out,
                "        <ref type=\"{row}\" subtype=\"{kind}_letter\" target=\"{}\"/>",
                Row::id(number)
            );
        };
        let other = self.all[self.at].other();
        let same = |number: &usize| self.all[*number].other() == other;
        if let Some(before) = self.at.checked_sub(1) {
            link("withinCollection", "previous", before);
        }
        if self.at + 1 < self.all.len() {
            link("withinCollection", "next", self.at + 1);
        }
        if let Some(before) = (0..self.at).rev().find(same) {
            link("withinCorrespondence", "previous", before);
        }
        if let Some(after) = (self.at + 1..self.all.len()).find(same) {
            link("withinCorrespondence", "next", after);
        }
        out
    }
}

/// Writes a letter.
pub(super) fn write(
    row: &Row,
    around: &Correspondence<'_>,
    registers: &Registers,
    random: &mut Random,
) -> String {
    let words = row.words();
    let name = |number: usize| registers.persons[number].name();
    let sorted = |number: usize| {
        let person = &registers.persons[number];
        format!("<persName ref=\"#person{number}\">{}, {}</persName>", person.family, person.given)
    };
    let place =
        |number: usize| format!("<placeName ref=\"#place{number}\">{}</placeName>", registers.places[number]);
    let said = row.said();
    let title = [&name(row.sender), " ", words.to, " ", &name(row.addressee)].concat();
    let title = if said.is_empty() { title } else { [&title, ", ", &said].concat() };
    let (sender, addressee) = (sorted(row.sender), sorted(row.addressee));
    let received = row.to.map(place).unwrap_or_default();
    let body = body(row, registers, random);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"{id}\">
  <teiHeader>
    <fileDesc>
      <titleStmt><title level=\"s\">Letters that nobody wrote</title><title level=\"a\">{title}</title>
        <editor><name>A program</name></editor><funder><name>Nobody</name></funder></titleStmt>
      <editionStmt><edition>Letters that nobody wrote</edition><respStmt><resp>Transcription and notes</resp><name>A program</name></respStmt></editionStmt>
      <extent><measure unit=\"leaf\" quantity=\"{leaves}\"/><measure unit=\"page\" quantity=\"{pages}\"/></extent>
      <publicationStmt><availability><licence target=\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0</licence></availability></publicationStmt>
      <sourceDesc><msDesc><msIdentifier><settlement>{home}</settlement><repository>Archive of the Mill</repository><idno>Box {shelf}</idno></msIdentifier>
        <physDesc><objectDesc form=\"letter\"><supportDesc><support>Paper, folded once, with a faint mark of water</support></supportDesc></objectDesc>
          <handDesc><handNote medium=\"black-ink\" script=\"current\">One hand, the additions in pencil</handNote></handDesc>
          <additions><p>Numbered by the keeper in red: {number}</p></additions></physDesc></msDesc>
        <listBibl><bibl>Letters that nobody wrote, a first choice, vol. {shelf}, pp. {number}-{number}, with a commentary that nobody read</bibl></listBibl></sourceDesc>
    </fileDesc>
    <encodingDesc><projectDesc><p>Made to measure how long it takes to read, index and show many letters; sizes and numbers
      of names, notes and dates are those of editions of the years around 1900.</p></projectDesc>
      <editorialDecl><p>Line ends are not kept; what was struck out and added is; names lead to the registers.</p></editorialDecl></encodingDesc>
    <profileDesc>
      <langUsage><language ident=\"{language}\"/></langUsage>
      <correspDesc>
        <correspAction type=\"sent\">{sender}{from}{date}</correspAction>
        <correspAction type=\"received\">{addressee}{received}</correspAction>
        <correspContext>
{context}        </correspContext>
      </correspDesc>
    </profileDesc>
    <revisionDesc status=\"approved\">
      <change when=\"2020-01-01\">Made by a program</change>
      <change when=\"2020-02-01\">Compared with nothing</change>
      <change when=\"2020-03-01\">Names led to the registers</change>
    </revisionDesc>
  </teiHeader>
  <text xml:lang=\"{language}\"><body>
{body}  </body></text>
</TEI>
",
        id = Row::id(around.at),
        home = registers.places[0],
        shelf = around.at / 100 + 1,
        number = around.at + 1,
        leaves = row.words / 400 + 1,
        pages = row.words / 220 + 1,
        language = words.tag,
        from = place(row.from),
        date = row.dated(&said),
        context = around.context(),
    )
}

/// The text: dateline, salutation, paragraphs with names, notes and signs, closing.
fn body(row: &Row, registers: &Registers, random: &mut Random) -> String {
    let words = row.words();
    let mut out = String::new();
    let dateline = row.dated(&row.said());
    let _ = writeln!(
        out,
        "    <div type=\"writingSession\"><pb n=\"1\"/>\n    <opener><dateline><placeName ref=\"#place{}\">{}</placeName>{}{dateline}</dateline>\n    <salute>{}</salute></opener>",
        row.from,
        registers.places[row.from],
        if dateline.is_empty() { "" } else { ", " },
        random.one(words.salutes),
    );
    let (mut written, mut page) = (0, 1);
    while written < row.words {
        out.push_str("    <p>");
        for _ in 0..3 + random.below(4) {
            let (sentence, count) = words.sentence(random);
            out.push_str(&sentence);
            out.push(' ');
            written += count + named(&mut out, row, registers, random);
        }
        if written / 220 >= page {
            page += 1;
            let _ = write!(out, "<pb n=\"{page}\"/>");
        }
        out.push_str("</p>\n");
    }
    let writer = &registers.persons[row.sender];
    let _ = writeln!(
        out,
        "    <closer><salute>{}</salute> <signed>{}</signed></closer></div>",
        random.one(words.closers),
        writer.given
    );
    out
}

/// Now and then a sentence that names somebody or something, a note, words struck out. How many words that is.
fn named(out: &mut String, row: &Row, registers: &Registers, random: &mut Random) -> usize {
    let words = row.words();
    match random.below(100) {
        0..28 => {
            let number = random.early(registers.persons.len());
            let person = &registers.persons[number];
            let name = if random.percent(60) { person.family.clone() } else { person.name() };
            let _ = write!(
                out,
                "{} <persName ref=\"#person{number}\">{name}</persName>",
                random.one(words.person)
            );
        }
        28..40 => {
            let number = random.early(registers.places.len());
            let name = &registers.places[number];
            let _ = write!(
                out,
                "{} <placeName ref=\"#place{number}\">{name}</placeName>",
                random.one(words.place)
            );
        }
        40..48 => {
            let number = random.early(registers.works.len());
            let title = super::escaped(&registers.works[number]);
            let _ = write!(out, "{} <title ref=\"#work{number}\">{title}</title>", random.one(words.work));
        }
        48..53 => {
            let earlier = Row { date: Date::Day, day: 1 + row.day / 2, ..*row };
            let _ = write!(out, "{} {}", random.one(words.date), earlier.dated(&earlier.said()));
        }
        53..56 => {
            let (sentence, _) = words.sentence(random);
            let _ = write!(
                out,
                "<del rend=\"strikethrough\">{sentence}</del> <add place=\"above\">{}</add>",
                random.one(words.notes)
            );
        }
        _ => return 0,
    }
    if random.percent(22) {
        let _ = write!(out, "<note type=\"commentary\">{}", random.one(words.notes));
        if random.percent(30) {
            let number = random.early(registers.persons.len());
            let _ = write!(
                out,
                " <persName ref=\"#person{number}\">{}</persName>.",
                registers.persons[number].name()
            );
        }
        out.push_str("</note>");
    }
    out.push_str(". ");
    6
}
