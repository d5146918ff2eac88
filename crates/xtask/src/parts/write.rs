//! A part of a program as a program of its own. The first has memory, tables and variables, and gives them to the others.

use super::memory::{self, Owners};
use super::program::Program;
use super::reach::Reached;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, GlobalSection, ImportSection, MemorySection, Module, TableSection, TypeSection,
};
use wasmparser::ExternalKind;

/// The name under which the first part gives what it has to the others.
const FIRST: &str = "page";
/// The name under which scripts bring what they have.
pub(super) const BROUGHT: &str = "$";

/// What the first part gives to the others: names of functions, tables and variables by their numbers.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// In the order of their names.
    pub(super) functions: Vec<(u32, String)>,
    pub(super) tables: BTreeMap<u32, String>,
    pub(super) globals: BTreeMap<u32, String>,
}

/// Writes a part. `taken` is what its script takes of it; `given` what the first part gives to the others.
pub(super) fn part(
    program: &Program<'_>,
    own: &Reached,
    taken: &BTreeSet<String>,
    given: &Given,
    data: (&Owners<'_>, usize),
) -> Result<Vec<u8>> {
    let first = data.1 == 0;
    let mut writer = Writer::new(program, own, given, first)?;
    let (mut imports, mut functions, mut code) = <(ImportSection, FunctionSection, CodeSection)>::default();
    for (number, name) in given.functions.iter().filter(|(number, _)| writer.foreign.contains(number)) {
        imports.import(FIRST, name, EntityType::Function(writer.type_of(*number)?));
    }
    for number in own.functions.iter().filter(|number| program.nth(**number).is_none()) {
        let import = &program.imports[usize::try_from(*number)?];
        imports.import(BROUGHT, import.name, EntityType::Function(writer.type_of(*number)?));
    }
    if !first {
        let memory = writer.memory_type(*program.memories.first().context("a program without memory")?);
        imports.import(FIRST, "memory", memory.ok().context("a memory that cannot be written")?);
        for table in writer.tables.clone().keys() {
            let of = program.tables[usize::try_from(*table)?].ty;
            let of = writer.table_type(of).ok().context("a table that cannot be written")?;
            imports.import(FIRST, &given.tables[table], of);
        }
        for global in writer.globals.clone().keys() {
            let of = program.globals[usize::try_from(*global)?].ty;
            let of = writer.global_type(of).ok().context("a variable that cannot be written")?;
            imports.import(FIRST, &given.globals[global], of);
        }
    }
    for nth in own.functions.iter().filter_map(|number| program.nth(*number)) {
        let function = &program.functions[nth];
        functions.function(writer.types[&function.type_number]);
        let written = writer.parse_function_body(&mut code, function.body.clone());
        written.ok().context("a function that cannot be written")?;
    }
    let mut module = Module::new();
    module.section(&writer.type_section()?).section(&imports).section(&functions);
    if first {
        writer.state(&mut module)?;
    }
    module.section(&writer.exports(taken, if first { Some(given) } else { None })?);
    module.section(&writer.elements());
    module.section(&code);
    let mut section = DataSection::new();
    for (address, bytes) in memory::runs(&program.data, data.0, data.1) {
        section.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }
    module.section(&section);
    Ok(module.finish())
}

/// The numbers of things as they are now, by those they had.
struct Writer<'w> {
    program: &'w Program<'w>,
    own: &'w Reached,
    /// Functions that the first part gives.
    foreign: BTreeSet<u32>,
    types: BTreeMap<u32, u32>,
    functions: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
}

impl<'w> Writer<'w> {
    fn new(program: &'w Program<'w>, own: &'w Reached, given: &Given, first: bool) -> Result<Self> {
        let defined = || own.functions.iter().filter_map(|number| program.nth(*number));
        let uses = || defined().map(|nth| &program.functions[nth].uses);
        let called = uses().flat_map(|uses| uses.functions.keys()).copied();
        let foreign: BTreeSet<u32> = called.filter(|number| !own.functions.contains(number)).collect();
        let mut types: BTreeSet<u32> = uses().flat_map(|uses| &uses.types).copied().collect();
        types.extend(own.functions.iter().chain(&foreign).filter_map(|number| program.type_of(*number)));
        let brought = own.functions.iter().filter(|number| program.nth(**number).is_none());
        let here = own.functions.iter().filter(|number| program.nth(**number).is_some());
        let taken =
            given.functions.iter().map(|(number, _)| number).filter(|number| foreign.contains(number));
        let functions = taken.chain(brought).chain(here).copied();
        let all = |count: usize| u32::try_from(count).map(|count| (0..count).collect::<BTreeSet<u32>>());
        let (mut tables, globals) = if first {
            (all(program.tables.len())?, all(program.globals.len())?)
        } else {
            (
                uses().flat_map(|uses| &uses.tables).copied().collect(),
                uses().flat_map(|uses| &uses.globals).copied().collect(),
            )
        };
        tables.insert(program.slot_table);
        let numbered =
            |things: &mut dyn Iterator<Item = u32>| things.zip(0..).collect::<BTreeMap<u32, u32>>();
        Ok(Self {
            program,
            own,
            types: numbered(&mut types.into_iter()),
            functions: numbered(&mut functions.into_iter()),
            tables: numbered(&mut tables.into_iter()),
            globals: numbered(&mut globals.into_iter()),
            foreign,
        })
    }

    fn type_of(&self, function: u32) -> Result<u32> {
        let number = self.program.type_of(function).and_then(|number| self.types.get(&number));
        number.copied().context("a function without a type")
    }

    fn type_section(&mut self) -> Result<TypeSection> {
        let mut section = TypeSection::new();
        for number in self.types.clone().into_keys() {
            let of = self.program.types[usize::try_from(number)?].clone();
            let of = self.func_type(of).ok().context("a type that cannot be written")?;
            section.ty().func_type(&of);
        }
        Ok(section)
    }

    /// Tables, memory and variables.
    fn state(&mut self, module: &mut Module) -> Result<()> {
        let (mut tables, mut memories, mut globals) =
            <(TableSection, MemorySection, GlobalSection)>::default();
        for table in &self.program.tables {
            self.parse_table(&mut tables, table.clone()).ok().context("a table that cannot be written")?;
        }
        for memory in &self.program.memories {
            memories.memory(self.memory_type(*memory).ok().context("a memory that cannot be written")?);
        }
        for global in &self.program.globals {
            let written = self.parse_global(&mut globals, global.clone());
            written.ok().context("a variable that cannot be written")?;
        }
        module.section(&tables).section(&memories).section(&globals);
        Ok(())
    }

    /// What the part gives to its script, and to the others.
    fn exports(&self, taken: &BTreeSet<String>, given: Option<&Given>) -> Result<ExportSection> {
        let mut section = ExportSection::new();
        for export in self.program.exports.iter().filter(|export| taken.contains(export.name)) {
            let (kind, numbers) = match export.kind {
                ExternalKind::Func => (ExportKind::Func, &self.functions),
                ExternalKind::Table => (ExportKind::Table, &self.tables),
                ExternalKind::Global => (ExportKind::Global, &self.globals),
                ExternalKind::Memory => {
                    section.export(export.name, ExportKind::Memory, 0);
                    continue;
                }
                _ => continue,
            };
            let number = numbers.get(&export.index).context("something given that is not there")?;
            section.export(export.name, kind, *number);
        }
        let Some(given) = given else { return Ok(section) };
        for (number, name) in &given.functions {
            section.export(name, ExportKind::Func, self.functions[number]);
        }
        let kinds = [
            (&given.tables, &self.tables, ExportKind::Table),
            (&given.globals, &self.globals, ExportKind::Global),
        ];
        for (names, numbers, kind) in kinds {
            for (number, name) in names {
                section.export(name, kind, numbers[number]);
            }
        }
        Ok(section)
    }

    /// The functions of this part in the table of functions, in runs.
    fn elements(&self) -> ElementSection {
        let own = |function: &u32| self.own.functions.contains(function);
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        for slot in self.program.slots.iter().filter(|slot| own(&slot.function)) {
            let function = self.functions[&slot.function];
            let follows = |(at, run): &&mut (u32, Vec<u32>)| usize::try_from(slot.at - at) == Ok(run.len());
            match runs.last_mut().filter(follows) {
                Some((_, run)) => run.push(function),
                None => runs.push((slot.at, vec![function])),
            }
        }
        let table = Some(self.tables[&self.program.slot_table]).filter(|table| *table != 0);
        let mut section = ElementSection::new();
        for (at, run) in runs {
            section.active(table, &ConstExpr::i32_const(at.cast_signed()), Elements::Functions(run.into()));
        }
        section
    }
}

/// A part uses something that it neither has nor is given.
#[derive(Debug)]
struct Missing;

fn number(numbers: &BTreeMap<u32, u32>, number: u32) -> Result<u32, Error<Missing>> {
    numbers.get(&number).copied().ok_or(Error::UserError(Missing))
}

impl Reencode for Writer<'_> {
    type Error = Missing;

    fn type_index(&mut self, of: u32) -> Result<u32, Error<Missing>> {
        number(&self.types, of)
    }

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        number(&self.functions, self.program.one(function))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Missing>> {
        number(&self.tables, table)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Missing>> {
        number(&self.globals, global)
    }
}
