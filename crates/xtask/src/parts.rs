//! One program in parts: what every page needs, and beside it what only some pages need. Compiled and linked as one, the
//! parts have one memory, and what several of them use stands in the first. Each part looks from outside as if it were a
//! program of its own: `NAME.js`, `NAME_bg.wasm`.

mod links;
mod memory;
mod program;
mod reach;
mod script;
#[cfg(test)]
mod tests;
mod write;

use crate::site::bind;
use anyhow::{Context, Result};
use links::Links;
use memory::Owners;
use program::Program;
use reach::{Reached, Thing, Ways};
use script::Script;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use wasmparser::ExternalKind;
use write::Given;

/// A part by its name, and what it gives to scripts.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) gives: &'static [&'static str],
}

/// Writes the parts of a program that was linked with its relocations into a site. The first part is that of every page.
pub(crate) fn divide(linked: &[u8], parts: &[Part], site: &Path) -> Result<()> {
    let (named, links) = links::named(linked)?;
    let first = parts.first().context("a program without parts")?;
    bind(first.name, named, site, true)?;
    let file = |part: &Part| {
        [site.join([part.name, "_bg.wasm"].concat()), site.join(part.name).with_extension("js")]
    };
    let [program, script] = file(first);
    let (program, script) = (fs::read(program)?, fs::read_to_string(script)?);
    for (part, (program, script)) in parts.iter().zip(divided(&program, &script, &links, parts)?) {
        let [file, beside] = file(part);
        fs::write(file, program)?;
        fs::write(beside, script)?;
    }
    Ok(())
}

/// The parts of a program and of the script beside it.
fn divided(program: &[u8], script: &str, links: &Links, parts: &[Part]) -> Result<Vec<(Vec<u8>, String)>> {
    let program = Program::read(program)?;
    let script = Script::read(script)?;
    let ways = Ways::new(&program, links, &script);
    let mut reached = vec![ways.reach(roots(&program, &script, &parts[0])?, &Reached::default())];
    for part in &parts[1..] {
        let roots = part.gives.iter().map(|name| Ok(Thing::Item(script.item(name)?)));
        reached.push(ways.reach(roots.collect::<Result<_>>()?, &reached[0]));
    }
    let given = given(&program, &reached);
    let owners = Owners::new(links, &reached, &program.data);
    let mut written = Vec::new();
    for (nth, (part, own)) in parts.iter().zip(&reached).enumerate() {
        let taken = taken(&program, &script, own, nth == 0);
        let text = if nth == 0 {
            let gives = reached[1..].iter().flat_map(|part| script.borrowed(part, own)).collect();
            script.first(part.name, own, &gives)
        } else {
            script.further(part.name, own, &reached[0])
        };
        written.push((write::part(&program, own, &taken, &given, (&owners, nth))?, text));
    }
    Ok(written)
}

/// What the script of a part takes of its program.
fn taken(program: &Program<'_>, script: &Script, own: &Reached, first: bool) -> BTreeSet<String> {
    let items = own.items.iter().map(|item| &script.items[*item]);
    let items = items.chain(own.brought.iter().map(|item| &script.brought[*item]));
    let mut taken: BTreeSet<String> = items.flat_map(|item| &item.takes).cloned().collect();
    if first {
        // Memory and tables are the first part's, whoever takes them.
        let shared = program.exports.iter().filter(|export| export.kind != ExternalKind::Func);
        taken.extend(shared.map(|export| export.name.to_owned()).chain([script.start.clone()]));
    } else {
        taken.retain(|name| program.given(name).is_some_and(|number| own.functions.contains(&number)));
    }
    taken
}

/// Where the first part begins: with what it gives, what starts it, what sets its variables, and what nobody else takes.
fn roots(program: &Program<'_>, script: &Script, first: &Part) -> Result<Vec<Thing>> {
    let mut roots = Vec::new();
    for name in first.gives {
        roots.push(Thing::Item(script.item(name)?));
    }
    roots.extend(script.setters().into_iter().map(Thing::Item));
    let everything = script.items.iter().chain(&script.brought);
    let taken: BTreeSet<&str> = everything.flat_map(|item| &item.takes).map(String::as_str).collect();
    let left = program
        .exports
        .iter()
        .filter(|export| export.kind == ExternalKind::Func && !taken.contains(export.name));
    roots.extend(left.map(|export| Thing::Function(export.index)));
    Ok(roots)
}

/// What the first part gives to the others, under short names.
fn given(program: &Program<'_>, parts: &[Reached]) -> Given {
    let mut given = Given::default();
    let mut calls: BTreeMap<u32, usize> = BTreeMap::new();
    let (mut tables, mut globals) = <(BTreeSet<u32>, BTreeSet<u32>)>::default();
    for part in &parts[1..] {
        tables.insert(program.slot_table);
        for nth in part.functions.iter().filter_map(|number| program.nth(*number)) {
            let uses = &program.functions[nth].uses;
            for (number, count) in
                uses.functions.iter().filter(|(number, _)| !part.functions.contains(number))
            {
                *calls.entry(*number).or_default() += count;
            }
            tables.extend(&uses.tables);
            globals.extend(&uses.globals);
        }
    }
    let mut names = (0_u32..).map(|number| number.to_string());
    // What is called most comes first: small numbers are short.
    let mut functions: Vec<(usize, u32)> = calls.into_iter().map(|(number, count)| (count, number)).collect();
    functions.sort_by_key(|(count, number)| (Reverse(*count), *number));
    given.functions = functions.into_iter().map(|(_, number)| number).zip(&mut names).collect();
    given.tables = tables.into_iter().zip(&mut names).collect();
    given.globals = globals.into_iter().zip(&mut names).collect();
    given
}
