//! The script between a program and its page, as `wasm-bindgen` writes it, in the pieces it consists of.

use super::reach::Reached;
use super::write::BROUGHT;
use crate::glue::{lighten, rename, words};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// The variable that holds what the program gives to its script.
const WASM: &str = "wasm";
/// What stands in the items that begin a program; ours begin otherwise.
const OF_BEGIN: [&str; 4] =
    ["function __wbg_init(", "import.meta.url", "instantiateStreaming", "wasmInstance"];

/// A function, a variable, or what the program is brought.
#[derive(Debug, Default, Clone)]
pub(super) struct Item {
    pub(super) text: String,
    /// What it is called, or the name the program knows it by.
    pub(super) names: Vec<String>,
    /// Whether other scripts are given it.
    pub(super) given: bool,
    /// The words in it that may be names.
    words: BTreeSet<String>,
    /// What it takes of the program.
    pub(super) takes: BTreeSet<String>,
}

#[derive(Debug)]
pub(super) struct Script {
    pub(super) items: Vec<Item>,
    /// What the program is brought, by the names it knows.
    pub(super) brought: Vec<Item>,
    /// What of the program is called first.
    pub(super) start: String,
}

impl Script {
    /// Reads a script in which nothing is indented.
    pub(super) fn read(script: &str) -> Result<Self> {
        let begins = ["export function ", "function ", "async function ", "let ", "const ", "export {"];
        let mut items = pieces(script.lines(), |line| begins.iter().any(|begin| line.starts_with(begin)));
        let at = items.iter().position(|item| item.contains("\nconst import0 = {\n"));
        let imports = items.remove(at.context("a script that brings nothing")?);
        let (_, inside) = imports.split_once("__proto__: null,\n").context("nothing that is brought")?;
        let (inside, _) = inside.split_once("\n};\n").context("nothing that ends")?;
        let brought =
            pieces(inside.lines(), |line| line.split_once(": ").is_some_and(|(name, _)| is_name(name)));
        items.retain(|item| !item.starts_with("export {"));
        let mut items: Vec<Item> = items.iter().map(|text| item(text)).collect();
        let start = items.iter().find(|item| item.text.contains("wasmInstance = "));
        let start = start.and_then(|item| item.takes.first()).context("a program that does not start")?;
        let start = start.clone();
        items.retain(|item| !OF_BEGIN.iter().any(|of| item.text.contains(of)));
        Ok(Self { start, items, brought: brought.iter().map(|text| entry(text)).collect::<Result<_>>()? })
    }

    /// The items that an item mentions.
    pub(super) fn mentioned(&self, item: &Item) -> Vec<usize> {
        let mentioned =
            |other: &Item| !other.given && other.names.iter().any(|name| item.words.contains(name));
        (0..self.items.len()).filter(|nth| mentioned(&self.items[*nth])).collect()
    }

    /// The items that set a variable: they stand where it does.
    pub(super) fn setters(&self) -> Vec<usize> {
        let variables = self.items.iter().filter(|item| item.text.starts_with("let "));
        let sets: Vec<[String; 2]> = variables
            .flat_map(|item| &item.names)
            .map(|name| [" = ", " += "].map(|sign| format!("{name}{sign}")))
            .collect();
        let setting = |item: &Item| sets.iter().flatten().any(|set| item.text.contains(set.as_str()));
        (0..self.items.len()).filter(|nth| setting(&self.items[*nth])).collect()
    }

    /// The item of this name.
    pub(super) fn item(&self, name: &str) -> Result<usize> {
        let at = self.items.iter().position(|item| item.names.iter().any(|own| own == name));
        at.with_context(|| format!("{name} is not in the script"))
    }

    /// The items of the first part that another one mentions.
    pub(super) fn borrowed(&self, part: &Reached, first: &Reached) -> BTreeSet<usize> {
        let items = part.items.iter().map(|nth| &self.items[*nth]);
        let items = items.chain(part.brought.iter().map(|nth| &self.brought[*nth]));
        items.flat_map(|item| self.mentioned(item)).filter(|nth| first.items.contains(nth)).collect()
    }

    /// The script of every page; `gives` are the items that other parts use.
    pub(super) fn first(&self, program: &str, own: &Reached, gives: &BTreeSet<usize>) -> String {
        let given = gives.iter().flat_map(|nth| &self.items[*nth].names).map(String::as_str);
        let given: Vec<&str> = given.chain(["$load", WASM]).collect();
        let begin = begin(include_str!("first.js"), program).replace("START", &self.start);
        tight(&[self.texts(own), begin, format!("export {{ {} }};\n", given.join(", "))].concat())
    }

    /// The script of another part, beside which its program is.
    pub(super) fn further(&self, program: &str, own: &Reached, first: &Reached) -> String {
        let mut names = BTreeMap::new();
        let items = first.items.iter().map(|nth| &self.items[*nth]).filter(|item| !item.given);
        for name in items.flat_map(|item| &item.names) {
            names.insert(name.clone(), format!("$page.{name}"));
        }
        tight(&[rename(&self.texts(own), &names), begin(include_str!("further.js"), program)].concat())
    }

    fn texts(&self, own: &Reached) -> String {
        let items = own.items.iter().map(|nth| &*self.items[*nth].text);
        let before = format!("const $bring = () => ({{ {BROUGHT}: {{\n");
        let brought = own.brought.iter().map(|nth| &*self.brought[*nth].text);
        items.chain([&*before]).chain(brought).chain(["} });\n"]).collect()
    }
}

/// How a program begins, without the words to us.
fn begin(script: &str, program: &str) -> String {
    lighten(script, &BTreeMap::new()).replace("PROGRAM", program)
}

/// A script without blanks that nobody needs. Lines that hold a text stay as they are.
fn tight(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for line in script.lines() {
        if line.contains(['"', '\'', '`']) {
            out.push_str(line);
        } else {
            let mut line = line.to_owned();
            for sign in [
                "=>", "===", "!==", ">>>", "&&", "||", "??", "=", "+", "*", "?", ":", ",", "{", "}", "(",
                ")", ";",
            ] {
                line = line.replace(&format!(" {sign} "), sign).replace(&format!("{sign} "), sign);
            }
            out.push_str(&line);
        }
        out.push('\n');
    }
    out
}

/// Lines in pieces: each begins where nothing is open, with a line that begins one.
fn pieces<'l>(lines: impl Iterator<Item = &'l str>, begins: impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = 0_usize;
    for line in lines {
        match pieces.last_mut() {
            Some(piece) if open > 0 || !begins(line) => piece.extend([line, "\n"]),
            _ => pieces.push([line, "\n"].concat()),
        }
        for sign in line.chars() {
            match sign {
                '{' | '(' | '[' => open += 1,
                '}' | ')' | ']' => open = open.saturating_sub(1),
                _ => {}
            }
        }
    }
    pieces
}

fn is_name(text: &str) -> bool {
    words(text).next() == Some(("", text)) && !text.is_empty()
}

fn item(text: &str) -> Item {
    let given = text.starts_with("export ");
    let head = text.trim_start_matches("export ").trim_start_matches("async ");
    let (_, head) = head.split_once(' ').unwrap_or_default();
    let head = head.split(['(', '=', ';']).next().unwrap_or_default();
    let names = head.split(',').map(|name| name.trim().to_owned()).filter(|name| is_name(name)).collect();
    with_words(Item { text: text.to_owned(), names, given, ..Item::default() })
}

fn entry(text: &str) -> Result<Item> {
    let Some((name, _)) = text.split_once(": ") else {
        bail!("something that is brought has no name: {text}")
    };
    // The last one may stand without a comma.
    let text = [text.trim_end().trim_end_matches(','), ",\n"].concat();
    Ok(with_words(Item { text, names: vec![name.to_owned()], ..Item::default() }))
}

fn with_words(mut item: Item) -> Item {
    let mut before = "";
    for (between, word) in words(&item.text) {
        if between == "." && before == WASM {
            item.takes.insert(word.to_owned());
        } else if !between.ends_with('.') || between.ends_with("...") {
            item.words.insert(word.to_owned());
        }
        before = word;
    }
    item
}
