//! Front matter in YAML, by its events: every key and value with its place.

use super::pairs::{Pair, Said, Unreadable};
use source::Span;
use std::borrow::Cow;
use yaml_rust2::parser::{Event, MarkedEventReceiver, Parser};
use yaml_rust2::scanner::{Marker, TScalarStyle};

/// The keys of a text in YAML. The text begins at a place of the file.
pub(super) fn yaml(text: &str, start: usize) -> Result<Vec<Pair>, Unreadable> {
    let mut gathered = Gathered { places: Places { text, start, chars: 0, byte: 0 }, ..Gathered::default() };
    let outcome = Parser::new_from_str(&asked(text)).load(&mut gathered, true);
    // A few lines of it can stand for more than any memory holds.
    if let Some(at) = gathered.repeated {
        let message = "the front matter repeats parts of itself by * and a name; write them out".to_owned();
        return Err(Unreadable { message, at: Some(at) });
    }
    if let Err(error) = outcome {
        let at = gathered.places.byte(error.marker().index());
        return Err(Unreadable {
            message: format!("the front matter is no YAML: {}", error.info()),
            at: Some(at),
        });
    }
    match gathered.without_keys {
        Some(at) => {
            Err(Unreadable { message: "there are no keys in the front matter".to_owned(), at: Some(at) })
        }
        None => Ok(gathered.pairs),
    }
}

/// Stands for a question mark that is a value.
const ASKED: char = '\u{e000}';

/// To YAML a question mark alone opens a key; who writes `date: ?` means that nobody knows.
fn asked(text: &str) -> Cow<'_, str> {
    let alone = |line: &str| line.trim_end().ends_with(": ?");
    if !text.lines().any(alone) {
        return Cow::Borrowed(text);
    }
    let line = |line: &str| {
        if alone(line) { line.replacen(": ?", &format!(": {ASKED}"), 1) } else { line.to_owned() }
    };
    Cow::Owned(text.split_inclusive('\n').map(line).collect())
}

/// What was met so far.
#[derive(Default)]
struct Gathered<'t> {
    places: Places<'t>,
    documents: usize,
    /// How many lists and tables are open.
    depth: usize,
    /// The key whose value comes next; one that is no word has no pair.
    key: Option<Option<(String, Span)>>,
    /// The values of that key, and whether they stand in a list.
    values: Vec<(Said, Span)>,
    list: bool,
    pairs: Vec<Pair>,
    /// Where a name stands for a part that was written before.
    repeated: Option<usize>,
    /// Where something stands that is no table of keys.
    without_keys: Option<usize>,
}

impl MarkedEventReceiver for Gathered<'_> {
    fn on_event(&mut self, event: Event, mark: Marker) {
        match event {
            Event::DocumentStart => self.documents += 1,
            Event::Alias(_) if self.repeated.is_none() => {
                self.repeated = Some(self.places.byte(mark.index()))
            }
            _ if self.documents > 1 => {}
            Event::Scalar(words, style, ..) => self.scalar(&words, style, mark),
            Event::SequenceStart(..) => self.begin(true, mark),
            Event::MappingStart(..) => self.begin(false, mark),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            _ => {}
        }
    }
}

impl Gathered<'_> {
    fn scalar(&mut self, words: &str, style: TScalarStyle, mark: Marker) {
        let words = if words.starts_with(ASKED) { "?" } else { words };
        let nothing = style == TScalarStyle::Plain && matches!(words, "" | "~" | "null" | "Null" | "NULL");
        if self.depth == 0 && !nothing {
            self.without_keys = Some(self.places.byte(mark.index()));
        }
        if self.depth == 1 && self.key.is_none() {
            let span = self.places.span(mark, words);
            self.key = Some(Some((words.trim().to_owned(), span)));
        } else if self.depth == 1 || (self.depth == 2 && self.list) {
            let said = if nothing { Said::Nothing } else { Said::Words(words.trim().to_owned()) };
            let span = self.places.span(mark, words);
            self.values.push((said, span));
            self.finish();
        }
    }

    /// A list or a table begins.
    fn begin(&mut self, list: bool, mark: Marker) {
        match self.depth {
            0 if list => self.without_keys = Some(self.places.byte(mark.index())),
            // A list or a table as a key.
            1 if self.key.is_none() => self.key = Some(None),
            1 if list => self.list = true,
            1 => self.other("a table", mark),
            2 if self.list => self.other(if list { "a list in a list" } else { "a table" }, mark),
            _ => {}
        }
        self.depth += 1;
    }

    fn other(&mut self, what: &'static str, mark: Marker) {
        let span = self.places.span(mark, "");
        self.values.push((Said::Other(what), span));
    }

    fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        // What ends here was the key itself, or its value.
        if !(self.key == Some(None) && self.values.is_empty() && !self.list) {
            self.finish();
        }
    }

    /// The value of a key is whole.
    fn finish(&mut self) {
        if self.depth != 1 {
            return;
        }
        let values = std::mem::take(&mut self.values);
        self.list = false;
        if let Some(Some((key, span))) = self.key.take() {
            self.pairs.push(Pair { key, span, values });
        }
    }
}

/// Turns places that are counted in characters into bytes of the file. They come in their order.
#[derive(Default)]
struct Places<'t> {
    text: &'t str,
    /// Where the text begins in the file.
    start: usize,
    chars: usize,
    byte: usize,
}

impl Places<'_> {
    fn byte(&mut self, index: usize) -> usize {
        if index < self.chars {
            (self.chars, self.byte) = (0, 0);
        }
        let passed = self.text[self.byte..].chars().take(index - self.chars).map(char::len_utf8);
        self.byte += passed.sum::<usize>();
        self.chars = index;
        self.start + self.byte
    }

    /// The words at a place, as far as they stand there as they are; else the rest of the line.
    fn span(&mut self, mark: Marker, words: &str) -> Span {
        let start = self.byte(mark.index());
        let rest = self.text[self.byte..].lines().next().unwrap_or_default();
        let quoted = || {
            let quote = rest.chars().next().filter(|first| matches!(first, '"' | '\''))?;
            let inner = rest[1..].strip_prefix(words)?;
            inner.starts_with(quote).then_some(words.len() + 2)
        };
        let bare = Some(words.len()).filter(|length| *length > 0 && rest.starts_with(words));
        let length = bare.or_else(quoted).unwrap_or(rest.trim_end().len());
        Span::new(start, start + length)
    }
}

#[cfg(test)]
mod tests {
    use super::super::pairs::Said;
    use super::yaml;
    use expect_test::expect;

    /// The pairs in a line each, with the words at their places.
    fn said(text: &str) -> String {
        let pairs = match yaml(text, 0) {
            Ok(pairs) => pairs,
            Err(error) => return format!("{:?} {}", error.at, error.message),
        };
        let value = |(said, span): &(Said, source::Span)| {
            let said = match said {
                Said::Words(words) => words.clone(),
                Said::Nothing => "-".to_owned(),
                Said::Other(what) => what.to_string(),
            };
            format!("{said} at {:?}", &text[span.range()])
        };
        let lines = pairs.iter().map(|pair| {
            let values: Vec<String> = pair.values.iter().map(value).collect();
            format!("{} at {:?}: {}", pair.key, &text[pair.span.range()], values.join(", "))
        });
        lines.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn keys_and_values_have_their_places() {
        let texts = [
            "\nfrom: Ädä\nto: [jürg, \"\", null, 5]\n",
            "\nfrom: {name: Ada}\nto: x\n",
            "\nfrom:\n  - {name: Ada, of: [a]}\n  - [b]\n  - c\n",
            "\nfrom:\nto: ''\n\"date\": 0921\n",
            "\n? [a, b]\n: c\nto: d\n",
            "\nwords\n",
            "\n- words\n",
            "\n# nothing\nfrom:\n",
            "\nto: é\ndate: ?\n",
            "\nto: é [A\nfrom: [A\n",
            "\na: &b c\nd: *b\n",
            "\nfrom: A\n---\nto: B\n",
        ];
        let all: String = texts.iter().map(|text| format!("{text:?}\n    {}\n", said(text))).collect();
        expect![[r#"
            "\nfrom: Ädä\nto: [jürg, \"\", null, 5]\n"
                from at "from": Ädä at "Ädä"; to at "to": jürg at "jürg",  at "\"\"", - at "null", 5 at "5"
            "\nfrom: {name: Ada}\nto: x\n"
                from at "from": a table at "{name: Ada}"; to at "to": x at "x"
            "\nfrom:\n  - {name: Ada, of: [a]}\n  - [b]\n  - c\n"
                from at "from": a table at "{name: Ada, of: [a]}", a list in a list at "[b]", c at "c"
            "\nfrom:\nto: ''\n\"date\": 0921\n"
                from at "from": - at "to: ''"; to at "to":  at "''"; date at "\"date\"": 0921 at "0921"
            "\n? [a, b]\n: c\nto: d\n"
                to at "to": d at "d"
            "\nwords\n"
                Some(1) there are no keys in the front matter
            "\n- words\n"
                Some(1) there are no keys in the front matter
            "\n# nothing\nfrom:\n"
                from at "from": - at ""
            "\nto: é\ndate: ?\n"
                to at "to": é at "é"; date at "date": ? at "?"
            "\nto: é [A\nfrom: [A\n"
                Some(20) the front matter is no YAML: while parsing a flow sequence, expected ',' or ']'
            "\na: &b c\nd: *b\n"
                Some(12) the front matter repeats parts of itself by * and a name; write them out
            "\nfrom: A\n---\nto: B\n"
                from at "from": A at "A"
        "#]]
        .assert_eq(&all);
    }
}
