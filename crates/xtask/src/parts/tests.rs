//! A small program in two parts: `open` is of every page, `show` of some; both call `both`, and `show` has `own` called by its
//! address.

use super::links::{Leads, Links, Piece};
use super::program::Program;
use super::{Part, divided};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, MemArg, MemorySection, MemoryType,
    Module, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{Operator, TypeRef};

const PARTS: [Part; 2] = [Part { name: "page", gives: &["open"] }, Part { name: "views", gives: &["show"] }];

const SCRIPT: &str = r#"export function open(way) {
$2(way);
wasm.open();
}
export function show(way) {
$4(way);
const open = wasm.show();
return open === $1;
}
function $0() {
const import0 = {
__proto__: null,
a0: function($a) {
$a.open();
},
a1: function($a) {
return $a.open() + $1;
},
};
return {
__proto__: null,
"./page_bg.js": import0,
};
}
let $1 = 0;
function $2(way) {
$1 = way.length;
}
const $3 = (typeof way === 'undefined')
? { open: () => {} }
: way;
function $4(way) {
$2($3.open(way));
}
let $5, wasmInstance, wasm;
function $6(instance, module) {
wasmInstance = instance;
wasm = instance.exports;
wasm.go();
return wasm;
}
let $7;
async function __wbg_init(module_or_path) {
if ($7 === undefined) $7 = $8(module_or_path);
return $7;
}
async function $8(module_or_path) {
const imports = $0();
return $6(new URL('page_bg.wasm', import.meta.url), imports);
}
export { __wbg_init as default };
"#;

/// The functions from the second on: `go`, `open`, `both`, `show`, `own`, and one that does what `both` does.
fn program() -> Vec<u8> {
    let place = MemArg { offset: 0, align: 2, memory_index: 0 };
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("./page_bg.js", "a0", EntityType::Function(0));
    imports.import("./page_bg.js", "a1", EntityType::Function(0));
    let (mut functions, mut code, mut names) = (FunctionSection::new(), CodeSection::new(), NameMap::new());
    let mut bodies = vec![Function::new([]); 6];
    bodies[0].instructions().end();
    bodies[1].instructions().call(0).call(4).drop().end();
    bodies[2].instructions().i32_const(1024).i32_load(place).end();
    bodies[3].instructions().call(1).call(7).drop().i32_const(2).call_indirect(0, 1).end();
    bodies[4].instructions().global_get(0).i32_const(1040).i32_load(place).i32_add().end();
    bodies[5].instructions().i32_const(1024).i32_load(place).end();
    for (number, (of, body)) in (2..).zip([0, 0, 1, 1, 1, 1].into_iter().zip(&bodies)) {
        functions.function(of);
        code.function(body);
        names.append(number, &number.to_string());
    }
    let mut tables = TableSection::new();
    let of = |minimum| TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum,
        maximum: None,
        shared: false,
    };
    tables.table(of(4));
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I32, mutable: true, shared: false },
        &ConstExpr::i32_const(9),
    );
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    for (number, name) in (2..).zip(["go", "open", "both", "show"]) {
        if name != "both" {
            exports.export(name, ExportKind::Func, number);
        }
    }
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![7, 6].into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), *b"both\0\0\0\0\0\0\0\0\0\0\0\0own!");
    let mut section = NameSection::new();
    section.functions(&names);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&globals);
    module.section(&exports).section(&elements).section(&code).section(&data).section(&section);
    module.finish()
}

/// By addresses `show` leads to `own`, and three functions to their data.
fn links() -> Links {
    let leads = |functions: &[u32], data: &[usize]| Leads {
        functions: functions.iter().copied().collect(),
        data: data.iter().copied().collect(),
    };
    let piece = |addresses| Piece { addresses, leads: Leads::default() };
    Links {
        functions: BTreeMap::from([
            (4, leads(&[], &[0])),
            (5, leads(&[6], &[])),
            (6, leads(&[], &[1])),
            (7, leads(&[], &[0])),
        ]),
        data: vec![piece(1024..1028), piece(1040..1044)],
        constant: Vec::new(),
    }
}

/// What a part brings, gives, has in the table of functions, has in memory, and calls.
type Shape = (Vec<String>, Vec<String>, Vec<(u32, u32)>, Vec<(u32, Vec<u8>)>, Vec<Vec<u32>>);

fn shape(part: &[u8]) -> Shape {
    let read = Program::read(part).expect("a program");
    let brought = read.imports.iter().map(|import| format!("{}.{}", import.module, import.name)).collect();
    let given = read.exports.iter().map(|export| export.name.to_owned()).collect();
    let slots = read.slots.iter().map(|slot| (slot.at, slot.function)).collect();
    let data = read.data.iter().map(|(at, bytes)| (*at, bytes.to_vec())).collect();
    let calls = |body: &wasmparser::FunctionBody<'_>| {
        let operators = body.get_operators_reader().expect("operators").into_iter();
        let calls = operators.filter_map(|operator| match operator.expect("an operator") {
            Operator::Call { function_index } => Some(function_index),
            _ => None,
        });
        calls.collect()
    };
    (brought, given, slots, data, read.functions.iter().map(|function| calls(&function.body)).collect())
}

#[test]
fn what_both_need_is_in_the_first_part_and_given_to_the_second() {
    // The same where `show` leads to `own` by way of its data.
    let by_data = {
        let mut links = links();
        links.functions.insert(5, Leads { data: BTreeSet::from([1]), ..Leads::default() });
        links.data[1].leads.functions.insert(6);
        links
    };
    let parts = divided(&program(), SCRIPT, &links(), &PARTS).expect("two parts");
    assert_eq!(parts, divided(&program(), SCRIPT, &by_data, &PARTS).expect("two parts"));
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    // `a0`, `go`, `open`, `both`: the one that does the same is gone, and `both` stands in its place in the table.
    let first = (
        words(&["$.a0"]),
        words(&["memory", "go", "open", "0", "1", "2"]),
        vec![(1, 3)],
        vec![(1024, b"both".to_vec())],
        vec![vec![], vec![0, 3], vec![]],
    );
    assert_eq!(shape(&parts[0].0), first);
    // `both`, `a1`, `show`, `own`.
    let second = (
        words(&["page.0", "$.a1", "page.memory", "page.1", "page.2"]),
        words(&["show"]),
        vec![(2, 3)],
        vec![(1040, b"own!".to_vec())],
        vec![vec![1, 0], vec![]],
    );
    assert_eq!(shape(&parts[1].0), second);
}

#[test]
fn functions_keep_their_types_in_every_part() {
    let whole = program();
    let whole = Program::read(&whole).expect("a program");
    for (part, _) in divided(&program(), SCRIPT, &links(), &PARTS).expect("two parts") {
        let part = Program::read(&part).expect("a program");
        assert!(part.types.iter().all(|of| whole.types.contains(of)));
        let brought = part.imports.iter().filter_map(|import| match import.ty {
            TypeRef::Func(of) => Some((import.name, part.types[of as usize].clone())),
            _ => None,
        });
        let brought: BTreeMap<&str, _> = brought.collect();
        for (name, number) in [("a0", 0), ("a1", 1), ("0", 4)] {
            if let Some(of) = brought.get(name) {
                assert_eq!(*of, whole.types[whole.type_of(number).expect("a type") as usize], "{name}");
            }
        }
    }
}

#[test]
fn scripts_hold_what_their_part_needs_and_begin_it() {
    let parts = divided(&program(), SCRIPT, &links(), &PARTS).expect("two parts");
    let [(_, page), (_, views)] = &parts[..] else { panic!("two parts") };
    let begins = "export function open(way){\n$2(way);\nwasm.open();\n}\nlet $1=0;\nfunction $2(way){\n$1=way.length;\n}\n";
    assert!(page.starts_with(begins), "{page}");
    assert!(page.contains("const $bring=()=>({$:{\na0:function($a){\n$a.open();\n},\n}});\n"), "{page}");
    assert!(
        page.contains("new URL(\"page_bg.wasm\", import.meta.url)") && page.contains("wasm.go();"),
        "{page}"
    );
    assert!(page.ends_with("export{$1,$2,$load,wasm };\n"), "{page}");
    // What sets a variable of the first script stands there; a name behind a stop is none of a script's own.
    let begins =
        "export function show(way){\n$4(way);\nconst open=wasm.show();\nreturn open===$page.$1;\n}\n";
    assert!(views.starts_with(begins), "{views}");
    assert!(views.contains("function $4(way){\n$page.$2($3.open(way));\n}\n"), "{views}");
    assert!(views.contains("a1:function($a){\nreturn $a.open()+$page.$1;\n},\n"), "{views}");
    assert!(views.contains("const $3 = (typeof way === 'undefined')\n?{open:()=>{}}\n:way;\n"), "{views}");
    for (script, others) in
        [(page, ["$4", "a1", "__wbg_init", "$7"]), (views, ["a0", "let $1", "__wbg_init", "$7"])]
    {
        for other in others {
            assert!(!script.contains(other), "{other} in {script}");
        }
    }
}

#[test]
fn a_part_that_is_not_there_is_named() {
    let parts = [Part { name: "page", gives: &["open"] }, Part { name: "views", gives: &["show", "hide"] }];
    let error = divided(&program(), SCRIPT, &links(), &parts).expect_err("nothing hides");
    assert_eq!(error.to_string(), "hide is not in the script");
}

#[test]
fn what_sets_a_variable_stands_where_the_variable_does() {
    let sets = "let $1 = 0;\nfunction $9() {\n$1 = 2;\n}\n";
    let script = SCRIPT.replace("$4(way);\n", "$4(way);\n$9();\n").replace("let $1 = 0;\n", sets);
    let parts = divided(&program(), &script, &links(), &PARTS).expect("two parts");
    assert!(parts[0].1.contains("function $9(){\n$1=2;\n}\n"), "{}", parts[0].1);
    assert!(parts[1].1.contains("$4(way);\n$page.$9();\n"), "{}", parts[1].1);
    assert!(!parts[1].1.contains("function $9"), "{}", parts[1].1);
}
