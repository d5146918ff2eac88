//! A program as `wasm-bindgen` leaves it, read for what its functions use of it and of each other.

use super::links;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    BlockType, Element, ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody, Global,
    Import, KnownCustom, MemoryType, Name, Operator, Parser, Payload, Table, TypeRef,
};

/// What a function uses, by numbers.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// With how often.
    pub(super) functions: BTreeMap<u32, usize>,
    pub(super) types: BTreeSet<u32>,
    pub(super) tables: BTreeSet<u32>,
    pub(super) globals: BTreeSet<u32>,
}

/// A function that is not brought from outside.
pub(super) struct Function<'p> {
    pub(super) type_number: u32,
    pub(super) body: FunctionBody<'p>,
    pub(super) uses: Uses,
    /// Its name in [`links`]; none where `wasm-bindgen` made it.
    pub(super) name: Option<u32>,
}

/// A function of the table, and where it stands there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) at: u32,
    pub(super) function: u32,
}

#[derive(Default)]
pub(super) struct Program<'p> {
    pub(super) types: Vec<FuncType>,
    /// What is brought from outside, functions first, and how many those are.
    pub(super) imports: Vec<Import<'p>>,
    pub(super) brought: u32,
    pub(super) functions: Vec<Function<'p>>,
    pub(super) tables: Vec<Table<'p>>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'p>>,
    pub(super) exports: Vec<Export<'p>>,
    /// What stands in the table of functions, and which table that is.
    pub(super) slots: Vec<Slot>,
    pub(super) slot_table: u32,
    /// Functions that do the same as one before them, and which that is.
    pub(super) same: BTreeMap<u32, u32>,
    /// Runs of memory, by where they begin.
    pub(super) data: Vec<(u32, &'p [u8])>,
}

impl<'p> Program<'p> {
    pub(super) fn read(program: &'p [u8]) -> Result<Self> {
        let mut read = Self::default();
        let mut types = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::TypeSection(section) => {
                    read.types = section.into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
                }
                Payload::ImportSection(section) => {
                    read.imports = section.into_imports().collect::<Result<_, _>>()?;
                    let functions =
                        read.imports.iter().filter(|import| matches!(import.ty, TypeRef::Func(_)));
                    read.brought = u32::try_from(functions.count())?;
                }
                Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::TableSection(section) => {
                    read.tables = section.into_iter().collect::<Result<_, _>>()?
                }
                Payload::MemorySection(section) => {
                    read.memories = section.into_iter().collect::<Result<_, _>>()?
                }
                Payload::GlobalSection(section) => {
                    read.globals = section.into_iter().collect::<Result<_, _>>()?
                }
                Payload::ExportSection(section) => {
                    read.exports = section.into_iter().collect::<Result<_, _>>()?
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        read.slot(&element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let type_number = types[read.functions.len()];
                    let uses = uses(&body, type_number)?;
                    read.functions.push(Function { type_number, body, uses, name: None });
                }
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data?;
                        read.data.push((links::begin(&data.kind)?, data.data));
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        read.name(names)?;
                    }
                }
                _ => {}
            }
        }
        read.join()?;
        Ok(read)
    }

    /// The function that stands for one of this number.
    pub(super) fn one(&self, number: u32) -> u32 {
        self.same.get(&number).copied().unwrap_or(number)
    }

    /// Takes functions that do the same for one, and then those that do the same with them.
    fn join(&mut self) -> Result<()> {
        let mut before = None;
        while before != Some(self.same.len()) {
            before = Some(self.same.len());
            let mut known = BTreeMap::new();
            let mut same = BTreeMap::new();
            for (number, function) in (self.brought..).zip(&self.functions) {
                let first =
                    *known.entry((function.type_number, self.does(&function.body)?)).or_insert(number);
                if first != number {
                    same.insert(number, first);
                }
            }
            self.same = same;
        }
        let one = |number: u32| self.same.get(&number).copied().unwrap_or(number);
        for function in &mut self.functions {
            for (number, count) in std::mem::take(&mut function.uses.functions) {
                *function.uses.functions.entry(one(number)).or_default() += count;
            }
        }
        for slot in &mut self.slots {
            slot.function = one(slot.function);
        }
        for export in self.exports.iter_mut().filter(|export| export.kind == ExternalKind::Func) {
            export.index = one(export.index);
        }
        Ok(())
    }

    /// What a function does: its bytes, with what it calls by the number of the one that stands for it.
    fn does(&self, body: &FunctionBody<'_>) -> Result<Vec<u8>> {
        let bytes = body.as_bytes();
        let mut does = Vec::with_capacity(bytes.len());
        let mut from = 0;
        for operator in body.get_operators_reader()?.into_iter_with_offsets() {
            let (operator, at) = operator?;
            let Operator::Call { function_index } = operator else { continue };
            let at = at - body.range().start;
            does.extend_from_slice(&bytes[from..=at]);
            does.extend(self.one(function_index).to_le_bytes());
            from = at + 1;
            // The number that stood there, seven bits a byte.
            while bytes[from] & 0x80 != 0 {
                from += 1;
            }
            from += 1;
        }
        does.extend_from_slice(&bytes[from..]);
        Ok(does)
    }

    fn name(&mut self, names: wasmparser::NameSectionReader<'_>) -> Result<()> {
        for names in names {
            let Name::Function(names) = names? else { continue };
            for name in names {
                let name = name?;
                if let Some(function) = self.nth(name.index) {
                    self.functions[function].name = name.name.parse().ok();
                }
            }
        }
        Ok(())
    }

    /// Takes in a run of the table of functions.
    fn slot(&mut self, element: &Element<'_>) -> Result<()> {
        let (ElementKind::Active { table_index, offset_expr }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            bail!("a table that is filled in another way");
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("a table that is filled at a place nobody knows");
        };
        self.slot_table = table_index.unwrap_or_default();
        for (at, function) in (value.cast_unsigned()..).zip(functions.clone()) {
            self.slots.push(Slot { at, function: function? });
        }
        Ok(())
    }

    /// The type of a function, by its number.
    pub(super) fn type_of(&self, number: u32) -> Option<u32> {
        match self.nth(number) {
            Some(nth) => self.functions.get(nth).map(|function| function.type_number),
            None => match self.imports.get(usize::try_from(number).ok()?)?.ty {
                TypeRef::Func(number) => Some(number),
                _ => None,
            },
        }
    }

    /// Which of the functions has a number; none where it is brought from outside.
    pub(super) fn nth(&self, number: u32) -> Option<usize> {
        number.checked_sub(self.brought).and_then(|nth| usize::try_from(nth).ok())
    }

    /// The function that is given under a name.
    pub(super) fn given(&self, name: &str) -> Option<u32> {
        let export = self.exports.iter().find(|export| export.name == name)?;
        (export.kind == ExternalKind::Func).then_some(export.index)
    }
}

fn uses(body: &FunctionBody<'_>, type_number: u32) -> Result<Uses> {
    let mut uses = Uses { types: BTreeSet::from([type_number]), ..Uses::default() };
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } | Operator::RefFunc { function_index } => {
                *uses.functions.entry(function_index).or_default() += 1;
            }
            Operator::CallIndirect { type_index, table_index } => {
                uses.types.insert(type_index);
                uses.tables.insert(table_index);
            }
            Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                if let BlockType::FuncType(number) = blockty {
                    uses.types.insert(number);
                }
            }
            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                uses.globals.insert(global_index);
            }
            Operator::TableGet { table }
            | Operator::TableSet { table }
            | Operator::TableGrow { table }
            | Operator::TableSize { table }
            | Operator::TableFill { table } => {
                uses.tables.insert(table);
            }
            _ => {}
        }
    }
    Ok(uses)
}
