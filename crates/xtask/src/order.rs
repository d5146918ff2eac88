//! The functions of a program in the order that packs best: those of one type together, the short ones first, so that
//! what is alike stands side by side; the variables of each in the order of their use.

use crate::locals;
use anyhow::{Context, Result};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program with its functions in this order.
pub(crate) fn ordered(program: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut types, mut bodies) = (0_usize, Vec::new(), Vec::new());
    let mut takes = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::TypeSection(section) => {
                for of in section.into_iter_err_on_gc_types() {
                    takes.push(u32::try_from(of?.params().len())?);
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<Result<Vec<_>, _>>()?
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut order: Vec<usize> = (0..bodies.len().min(types.len())).collect();
    order.sort_by_key(|nth| (types[*nth], bodies[*nth].len(), bodies[*nth]));
    let mut numbers: Vec<u32> = (0..).take(imported + order.len()).collect();
    for (number, nth) in (imported..).zip(&order) {
        numbers[imported + nth] = u32::try_from(number)?;
    }
    let parameters =
        types.iter().map(|of| Ok(*takes.get(usize::try_from(*of)?).context("a function without a type")?));
    let parameters = parameters.collect::<Result<_>>()?;
    let mut module = Module::new();
    let parsed =
        Ordered { order, numbers, parameters }.parse_core_module(&mut module, Parser::new(0), program);
    parsed.ok().context("the functions of a program cannot be put in order")?;
    Ok(module.finish())
}

struct Ordered {
    /// Which function comes first, second and so on, of those that are not brought from outside.
    order: Vec<usize>,
    /// The number of each function now.
    numbers: Vec<u32>,
    /// How many parameters each has.
    parameters: Vec<u32>,
}

impl Reencode for Ordered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let number = usize::try_from(function).ok().and_then(|function| self.numbers.get(function));
        Ok(number.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for nth in &self.order {
            functions.function(types[*nth]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for nth in self.order.clone() {
            let parameters = self.parameters[nth];
            code.function(&locals::in_order(self, &bodies[nth], parameters)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::ordered;
    use wasm_encoder::{
        CodeSection, ExportKind, ExportSection, Function, FunctionSection, Module, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    /// Three functions: the first says 1 and is long, the second calls the third, the third says 3.
    fn program() -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I32]);
        types.ty().function([], []);
        for (number, (name, of)) in (0..).zip([("one", 0), ("calls", 1), ("three", 0)]) {
            functions.function(of);
            exports.export(name, ExportKind::Func, number);
        }
        let mut one = Function::new([]);
        one.instructions().nop().nop().nop().nop().i32_const(1).end();
        let mut calls = Function::new([]);
        calls.instructions().call(2).drop().end();
        let mut three = Function::new([]);
        three.instructions().i32_const(3).end();
        for function in [one, calls, three] {
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// What each exported function says by itself or by what it calls.
    fn said(program: &[u8]) -> Vec<(String, Option<i32>)> {
        let (mut exports, mut bodies) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload.expect("a program") {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.expect("an export");
                        exports.push((export.name.to_owned(), export.index));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().expect("operators").into_iter();
                    bodies.push(operators.collect::<Result<Vec<Operator<'_>>, _>>().expect("operators"));
                }
                _ => {}
            }
        }
        let says = |function: u32| {
            let by = |function: u32| {
                bodies[function as usize]
                    .iter()
                    .find(|operator| matches!(operator, Operator::I32Const { .. } | Operator::Call { .. }))
            };
            // What it calls says something by itself.
            let said = match by(function) {
                Some(Operator::Call { function_index }) => by(*function_index),
                said => said,
            };
            match said {
                Some(Operator::I32Const { value }) => Some(*value),
                _ => None,
            }
        };
        exports.into_iter().map(|(name, function)| (name, says(function))).collect()
    }

    #[test]
    fn every_function_is_found_again() {
        let before = program();
        let after = ordered(&before).expect("a program");
        assert_ne!(before, after);
        assert_eq!(before.len(), after.len());
        let each = [("one", 1), ("calls", 3), ("three", 3)].map(|(name, says)| (name.to_owned(), Some(says)));
        assert_eq!(said(&before), each);
        assert_eq!(said(&after), said(&before));
        assert_eq!(ordered(&after).expect("a program"), after);
    }
}
