//! What belongs to which part of a program: what is reached from what the part gives to others, through code, through
//! addresses and through the script.

use super::links::{Leads, Links};
use super::program::Program;
use super::script::{Item, Script};
use std::collections::{BTreeMap, BTreeSet};

/// What a part consists of, by numbers.
#[derive(Debug, Default, Clone)]
pub(super) struct Reached {
    /// Functions, those that are brought from outside among them.
    pub(super) functions: BTreeSet<u32>,
    /// Pieces of data, as in [`Links::data`].
    pub(super) data: BTreeSet<usize>,
    /// Of the script.
    pub(super) items: BTreeSet<usize>,
    /// Of what the script brings.
    pub(super) brought: BTreeSet<usize>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Thing {
    Function(u32),
    Data(usize),
    Item(usize),
    Brought(usize),
}

/// The ways between the things of a program.
pub(super) struct Ways<'w> {
    program: &'w Program<'w>,
    links: &'w Links,
    script: &'w Script,
    /// The numbers of functions by their names.
    numbers: BTreeMap<u32, u32>,
}

impl<'w> Ways<'w> {
    pub(super) fn new(program: &'w Program<'w>, links: &'w Links, script: &'w Script) -> Self {
        let functions = (program.brought..).zip(&program.functions);
        let numbers =
            functions.filter_map(|(number, function)| Some((function.name?, program.one(number)))).collect();
        Self { program, links, script, numbers }
    }

    /// All that is reached from some things and is not in `before`.
    pub(super) fn reach(&self, from: Vec<Thing>, before: &Reached) -> Reached {
        let mut reached = Reached::default();
        let mut next = from;
        while let Some(thing) = next.pop() {
            let new = match thing {
                Thing::Function(number) => {
                    !before.functions.contains(&number) && reached.functions.insert(number)
                }
                Thing::Data(nth) => !before.data.contains(&nth) && reached.data.insert(nth),
                Thing::Item(nth) => !before.items.contains(&nth) && reached.items.insert(nth),
                Thing::Brought(nth) => !before.brought.contains(&nth) && reached.brought.insert(nth),
            };
            if new {
                self.follow(thing, &mut next);
            }
        }
        reached
    }

    fn follow(&self, thing: Thing, next: &mut Vec<Thing>) {
        match thing {
            Thing::Function(number) => {
                let Some(nth) = self.program.nth(number) else {
                    next.extend(self.bringing(number));
                    return;
                };
                let function = &self.program.functions[nth];
                next.extend(function.uses.functions.keys().map(|number| Thing::Function(*number)));
                if let Some(leads) = function.name.and_then(|name| self.links.functions.get(&name)) {
                    self.lead(leads, next);
                }
            }
            Thing::Data(nth) => self.lead(&self.links.data[nth].leads, next),
            Thing::Item(nth) => self.mention(&self.script.items[nth], next),
            Thing::Brought(nth) => self.mention(&self.script.brought[nth], next),
        }
    }

    fn lead(&self, leads: &Leads, next: &mut Vec<Thing>) {
        let functions = leads.functions.iter().filter_map(|name| self.numbers.get(name));
        next.extend(functions.map(|number| Thing::Function(*number)));
        next.extend(leads.data.iter().map(|nth| Thing::Data(*nth)));
    }

    fn mention(&self, item: &Item, next: &mut Vec<Thing>) {
        next.extend(self.script.mentioned(item).into_iter().map(Thing::Item));
        next.extend(item.takes.iter().filter_map(|name| self.program.given(name)).map(Thing::Function));
    }

    /// What brings a function from outside.
    fn bringing(&self, number: u32) -> Option<Thing> {
        let name = self.program.imports.get(usize::try_from(number).ok()?)?.name;
        let at = self.script.brought.iter().position(|item| item.names.iter().any(|own| own == name));
        at.map(Thing::Brought)
    }
}
