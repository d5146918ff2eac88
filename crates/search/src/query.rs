//! What a reader typed. Every text is a query; what means nothing is named.

use crate::fold::{Folded, fold};
use crate::{Field, tokens};

/// What a reader typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All of them hold.
    pub clauses: Vec<Clause>,
    /// What is not of words: `date:1921`. It is for whoever knows the documents.
    pub pairs: Vec<Pair>,
    /// What was not understood, as typed.
    pub ignored: Vec<String>,
}

/// Something that is wanted, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// One of them is enough.
    pub units: Vec<Unit>,
    /// It shall not be found.
    pub negated: bool,
}

/// Words that stand together, or a single one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The words. Several are a phrase: they follow each other.
    pub words: Vec<Word>,
    /// Where they are to stand.
    pub scope: Scope,
    /// They stood in quotation marks: no other forms are meant.
    pub exact: bool,
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// Longer words that begin with it are found too.
    pub prefix: bool,
}

/// `name:value`, where the value is not of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value, as typed, without quotation marks.
    pub value: String,
    /// It shall not hold.
    pub negated: bool,
}

/// What a name before a colon means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Words in any field.
    Anywhere,
    /// Words in a field.
    In(Field),
    /// Words that are said of the document under one of these signs (see `Document::say`).
    Said(&'static [char]),
    /// No words: see [`Pair`].
    Pair,
}

/// How a query is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Syntax<'s> {
    /// What may stand before a colon, in lower case.
    pub names: &'s [(&'s str, Scope)],
    /// What `in:` may be followed by.
    pub fields: &'s [(&'s str, Field)],
    /// The last word is still being typed: longer ones are found too.
    pub typing: bool,
}

/// A piece of what was typed.
struct Piece<'t> {
    negated: bool,
    name: &'t str,
    value: &'t str,
    quoted: bool,
    whole: &'t str,
}

/// Reads a query. `lower` makes text lower case and decomposed (see [`tokens`]).
///
/// Words are all to be found; `"…"` is a phrase, `-` before a word excludes it, `OR` stands between alternatives, `*` after a word
/// finds longer ones, a name and a colon before it say where to look. A name that is not known is a word like others.
pub fn parse(text: &str, syntax: &Syntax<'_>, lower: &dyn Fn(&str) -> String) -> Query {
    let mut query = Query::default();
    let mut either = false;
    let pieces = pieces(text);
    let last = pieces.len().saturating_sub(1);
    for (nth, piece) in pieces.iter().enumerate() {
        if piece.whole == "OR" || piece.whole == "ODER" {
            let possible = nth > 0 && nth < last && !query.clauses.is_empty();
            if possible {
                either = true
            } else {
                query.ignored.push(piece.whole.to_owned())
            }
            continue;
        }
        let typing = syntax.typing && nth == last && !text.ends_with(char::is_whitespace) && !piece.quoted;
        match read(piece, syntax, typing, lower) {
            Read::Pair(pair) => query.pairs.push(pair),
            Read::Nothing => query.ignored.push(piece.whole.to_owned()),
            Read::Unit(unit) => {
                let open =
                    query.clauses.last_mut().filter(|clause| either && clause.negated == piece.negated);
                match open {
                    Some(clause) => clause.units.push(unit),
                    None => query.clauses.push(Clause { units: vec![unit], negated: piece.negated }),
                }
            }
        }
        either = false;
    }
    query
}

/// The query of a text that has words and nothing else; none where it may have more, or nothing. What it is, is what [`parse`]
/// makes of it. The text is in lower case and decomposed (see [`tokens`]); `typing` is as in [`Syntax`].
///
/// ```
/// use search::{Syntax, parse, words};
/// let wanted = parse("große fahrt", &Syntax::default(), &|text| text.to_owned());
/// assert_eq!(words("große fahrt", false), Some(wanted));
/// assert_eq!(words("\"große fahrt\"", false), None);
/// assert_eq!(words("from:joffe", false), None);
/// ```
#[must_use]
pub fn words(text: &str, typing: bool) -> Option<Query> {
    let mut query = Query::default();
    for piece in text.split_whitespace() {
        let plain = |sign| !matches!(fold(sign), Folded::Break | Folded::Ideograph(_));
        // In capitals these stand between alternatives.
        if matches!(piece, "or" | "oder") || !piece.chars().all(plain) {
            return None;
        }
        let word = Word { text: tokens(piece).next()?.text, prefix: false };
        let unit = Unit { words: vec![word], scope: Scope::Anywhere, exact: false };
        query.clauses.push(Clause { units: vec![unit], negated: false });
    }
    let last = query.clauses.last_mut()?.units.last_mut()?.words.last_mut()?;
    last.prefix = typing && !text.ends_with(char::is_whitespace);
    Some(query)
}

enum Read {
    Unit(Unit),
    Pair(Pair),
    Nothing,
}

fn read(piece: &Piece<'_>, syntax: &Syntax<'_>, typing: bool, lower: &dyn Fn(&str) -> String) -> Read {
    let name = lower(piece.name);
    let mut scope = Scope::Anywhere;
    let mut value = piece.value.to_owned();
    if name == "in" && syntax.fields.iter().any(|(field, _)| lower(&value).starts_with(field)) {
        // `in:notes word` holds for the word after the blank, which was put behind it.
        let (field, rest) = value.split_once(char::is_whitespace).unwrap_or((&value, ""));
        let field = lower(field);
        let known = syntax.fields.iter().find(|(known, _)| *known == field);
        scope = known.map_or(Scope::Anywhere, |(_, field)| Scope::In(*field));
        value = rest.to_owned();
    } else if let Some((_, known)) = syntax.names.iter().find(|(known, _)| *known == name) {
        if *known == Scope::Pair {
            return Read::Pair(Pair { name, value, negated: piece.negated });
        }
        scope = *known;
    } else if !piece.name.is_empty() {
        value = [piece.name, " ", piece.value].concat();
    }
    let prefix = value.ends_with('*') || typing;
    let lowered = lower(&value);
    let mut words: Vec<Word> = Vec::new();
    let mut end = 0;
    for token in tokens(&lowered) {
        // The last sign of a row of Han stands alone too; in a phrase it says nothing more.
        let again = !words.is_empty() && token.range.start < end;
        if !(again && token.text.chars().nth(1).is_none()) {
            words.push(Word { prefix: crate::tokens::is_sign(&token.text), text: token.text });
        }
        end = token.range.end;
    }
    if let Some(last) = words.last_mut() {
        last.prefix |= prefix;
    }
    if words.is_empty() { Read::Nothing } else { Read::Unit(Unit { words, scope, exact: piece.quoted }) }
}

const QUOTES: &[(char, &[char])] =
    &[('"', &['"']), ('“', &['”']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«']), ('「', &['」'])];

/// What was typed, cut at blanks outside quotation marks.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let start = rest;
        let minus = rest.strip_prefix(['-', '−']).filter(|after| !after.starts_with(char::is_whitespace));
        let negated = minus.is_some_and(|after| !after.is_empty());
        if let (true, Some(after)) = (negated, minus) {
            rest = after;
        }
        let colon = rest.find(|sign: char| sign == ':' || sign.is_whitespace() || is_quote(sign));
        let mut name = "";
        let around = colon.and_then(|at| rest.split_at_checked(at));
        if let Some((before, after)) = around.and_then(|(before, at)| Some((before, at.strip_prefix(':')?)))
            && !after.is_empty()
            && !after.starts_with(char::is_whitespace)
        {
            (name, rest) = (before, after);
        }
        let (value, quoted, mut after) = value(rest);
        let mut value = value;
        if name.eq_ignore_ascii_case("in") {
            // The field is followed by what is looked for in it.
            let next = after.trim_start();
            let (_, _, beyond) = self::value(next);
            value = before(rest, beyond).trim_end();
            after = beyond;
        }
        let whole = before(start, after).trim_end();
        pieces.push(Piece { negated, name, value, quoted, whole });
        rest = after.trim_start();
    }
    pieces
}

/// What of a text stands before its end. A text that is cut by brackets can fail, and the program would have to say how.
fn before<'t>(text: &'t str, end: &str) -> &'t str {
    text.len().checked_sub(end.len()).and_then(|at| text.get(..at)).unwrap_or_default()
}

fn is_quote(sign: char) -> bool {
    QUOTES.iter().any(|(open, _)| *open == sign)
}

/// A word, or what is between quotation marks; and what comes after it. A mark that is not closed closes at the end.
fn value(text: &str) -> (&str, bool, &str) {
    let open = text.chars().next().and_then(|first| QUOTES.iter().find(|(open, _)| *open == first));
    if let Some((open, close)) = open {
        let inside = text.strip_prefix(*open).unwrap_or_default();
        return match inside.split_once(*close) {
            Some((inside, after)) => (inside, true, after),
            None => (inside, true, ""),
        };
    }
    let end = text.find(|sign: char| sign.is_whitespace() || is_quote(sign));
    let (value, after) = end.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""));
    (value, false, after)
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Query, Scope, Syntax, parse};
    use crate::{Field, lowered};

    const SYNTAX: Syntax<'_> = Syntax {
        names: &[("from", Scope::Said(&['f'])), ("date", Scope::Pair)],
        fields: &[("notes", Field::Note), ("text", Field::Text)],
        typing: false,
    };

    /// A query in short: `a b` phrase, `|` or, `-` not, `*` beginning, `@` scope.
    fn short(query: &Query) -> String {
        let mut out = Vec::new();
        for clause in &query.clauses {
            let units = clause.units.iter().map(|unit| {
                let words = unit
                    .words
                    .iter()
                    .map(|word| format!("{}{}", word.text, if word.prefix { "*" } else { "" }));
                let scope = match unit.scope {
                    Scope::Anywhere | Scope::Pair => String::new(),
                    Scope::In(field) => format!("@{field:?}"),
                    Scope::Said(signs) => format!("@{}", signs.iter().collect::<String>()),
                };
                words.collect::<Vec<_>>().join("_") + &scope
            });
            let units = units.collect::<Vec<_>>().join("|");
            out.push([if clause.negated { "-" } else { "" }, &units].concat());
        }
        out.extend(
            query
                .pairs
                .iter()
                .map(|pair| format!("{}{}={}", if pair.negated { "-" } else { "" }, pair.name, pair.value)),
        );
        out.extend(query.ignored.iter().map(|ignored| format!("?{ignored}")));
        out.join(" ")
    }

    #[test]
    fn queries_are_read() {
        let table = [
            ("Moscow talk", "moscow talk"),
            ("\"come to Moscow\" talk", "come_to_moscow talk"),
            ("„Zum großen Wurstel“", "zum_grossen_wurstel"),
            ("trotsky -lenin", "trotsky -lenin"),
            ("trotsky - lenin", "trotsky lenin ?-"),
            ("lenin OR trotsky talk", "lenin|trotsky talk"),
            ("OR lenin OR", "lenin ?OR ?OR"),
            ("brah*", "brah*"),
            ("from:brahm x", "brahm@f x"),
            ("from:\"Otto Brahm\"", "otto_brahm@f"),
            ("-from:brahm x", "-brahm@f x"),
            ("in:notes brahm", "brahm@Note"),
            ("in:notes \"otto brahm\" x", "otto_brahm@Note x"),
            ("in:nowhere brahm", "in_nowhere_brahm"),
            ("date:\"March 1921\" x", "x date=March 1921"),
            ("foo:bar", "foo_bar"),
            ("from: x", "from x"),
            ("well-known", "well_known"),
            ("東京都", "東京_京都"),
            ("都", "都*"),
            ("\"unclosed phrase", "unclosed_phrase"),
            ("… !", "?… ?!"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(short(&parse(text, &SYNTAX, &|text| lowered(text))), expected, "{text}");
        }
    }

    #[test]
    fn the_last_word_is_still_being_typed() {
        let typing = Syntax { typing: true, ..SYNTAX };
        let read = |text| short(&parse(text, &typing, &|text| lowered(text)));
        assert_eq!(read("moscow ta"), "moscow ta*");
        assert_eq!(read("moscow ta "), "moscow ta");
        assert_eq!(read("\"moscow ta\""), "moscow_ta");
    }
}
