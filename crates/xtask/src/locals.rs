//! The variables of a function in the order of their use. What does alike looks alike then, and packs better.

use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{Function, Instruction};
use wasmparser::{FunctionBody, Operator, ValType};

/// A function as it is written anew, with its variables in the order of their use, those of one type together. One that is
/// never used is left out. The first `parameters` keep their numbers.
pub(crate) fn in_order<R: Reencode>(
    reencode: &mut R,
    body: &FunctionBody<'_>,
    parameters: u32,
) -> Result<Function, Error<R::Error>> {
    let mut types = Vec::new();
    for local in body.get_locals_reader()? {
        let (count, of) = local?;
        types.extend((0..count).map(|_| of));
    }
    // The types in the order of their use, and which variables are of each.
    let mut used: Vec<(ValType, Vec<u32>)> = Vec::new();
    for operator in body.get_operators_reader()? {
        let Some(local) = local(&operator?).filter(|local| *local >= parameters) else { continue };
        let Some(of) = usize::try_from(local - parameters).ok().and_then(|nth| types.get(nth)) else {
            continue;
        };
        match used.iter_mut().find(|(other, _)| other == of) {
            Some((_, locals)) if locals.contains(&local) => {}
            Some((_, locals)) => locals.push(local),
            None => used.push((*of, vec![local])),
        }
    }
    let mut written = Vec::new();
    for (of, locals) in &used {
        written.push((locals.iter().fold(0, |count, _| count + 1), reencode.val_type(*of)?));
    }
    let order = used.into_iter().flat_map(|(_, locals)| locals);
    let numbers: BTreeMap<u32, u32> = order.zip(parameters..).collect();
    let number = |local: u32| numbers.get(&local).copied().unwrap_or(local);
    let mut function = Function::new(written);
    for operator in body.get_operators_reader()? {
        function.instruction(&match operator? {
            Operator::LocalGet { local_index } => Instruction::LocalGet(number(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(number(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(number(local_index)),
            other => reencode.instruction(other)?,
        });
    }
    Ok(function)
}

/// The variable that an operation is about.
fn local(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } => Some(*local_index),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use wasm_encoder::reencode::RoundtripReencoder;
    use wasm_encoder::{Function, ValType};
    use wasmparser::{BinaryReader, FunctionBody};

    #[test]
    fn variables_are_numbered_as_they_are_used() {
        // Two parameters; then three numbers, of which the last is used first and the second never, and a long one.
        let mut before = Function::new([(3, ValType::I32), (1, ValType::I64)]);
        before.instructions().local_get(1).local_set(4).i64_const(7).local_tee(5).drop();
        before.instructions().local_get(4).local_set(2).local_get(0).drop().end();
        let mut after = Function::new([(2, ValType::I32), (1, ValType::I64)]);
        after.instructions().local_get(1).local_set(2).i64_const(7).local_tee(4).drop();
        after.instructions().local_get(2).local_set(3).local_get(0).drop().end();
        let bytes = before.into_raw_body();
        let body = FunctionBody::new(BinaryReader::new(&bytes, 0));
        let written = in_order(&mut RoundtripReencoder, &body, 2).expect("a function");
        assert_eq!(written.into_raw_body(), after.into_raw_body());
    }
}
