//! The JavaScript between page and program, made light: names that only the two of them use are short, and what a
//! machine does not read is left out.

use std::collections::BTreeMap;

/// Short names for what the program imports or exports, by the long ones: `a0`, `a1` … Names that others read stay.
pub(crate) fn short_names<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<String, String> {
    let ours = names.filter(|name| name.starts_with("__wb"));
    ours.enumerate().map(|(number, name)| (name.to_owned(), format!("a{number}"))).collect()
}

/// Short names for what the script says to itself alone: `$0`, `$1` … A name that is exported stays, and one that is the
/// name of a part of something as well.
fn own_names(script: &str) -> BTreeMap<String, String> {
    let begins = ["function ", "async function ", "let ", "const "];
    let name = |line: &str| -> Option<String> {
        let behind = begins.iter().find_map(|begin| line.strip_prefix(begin))?;
        let name: String = behind.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect();
        (!name.is_empty()).then_some(name)
    };
    let exported: Vec<&str> = script.lines().filter(|line| line.starts_with("export {")).collect();
    let stays = |name: &String| {
        exported.iter().any(|line| line.contains(name.as_str())) || script.contains(&format!(".{name}"))
    };
    let ours = script.lines().filter_map(name).filter(|name| !stays(name));
    ours.enumerate().map(|(number, name)| (name, format!("${number}"))).collect()
}

/// What a script brings for nobody, from its beginning to its end: the function that starts a program at once, since a page
/// waits for none; what browsers lack that cannot run the program anyway, for want of its references; a second way in for
/// texts, which looks at each character of what are a few words.
const FOR_NOBODY: [(&str, &str); 5] = [
    ("function initSync(", "\n}\n"),
    ("if (!('encodeInto' in ", "\n}\n"),
    ("(typeof FinalizationRegistry === 'undefined')", "\n    : "),
    ("    if (realloc === undefined) {\n", ""),
    ("        return ptr;\n    }\n\n    let len = arg.length;", "WASM_VECTOR_LEN = offset;\n"),
];

/// The script without that.
pub(crate) fn for_readers(script: &str) -> String {
    let mut script = script.replace("export { initSync, ", "export { ");
    for (begin, end) in FOR_NOBODY {
        let cut = script.split_once(begin).and_then(|(before, inside)| {
            let (_, after) = inside.split_once(end)?;
            Some([before, after].concat())
        });
        script = cut.unwrap_or(script);
    }
    script
}

/// The script with these names, without comments, indents and blank lines. A script with a text over several lines keeps
/// its lines as they are.
pub(crate) fn lighten(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut names = names.clone();
    if !names.is_empty() {
        names.extend(own_names(script));
        names.extend(('a'..='j').enumerate().map(|(nth, name)| (format!("arg{nth}"), format!("${name}"))));
    }
    let renamed = rename(script, &names);
    if renamed.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return renamed;
    }
    let mut light = String::with_capacity(renamed.len());
    let mut comment = false;
    let renamed = if names.is_empty() { renamed } else { at_once(&renamed) };
    for line in renamed.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            light.push_str(line);
            light.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    light
}

/// Says at once what is called `ret` in one line and said in the next.
fn at_once(script: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in script.lines().map(str::trim) {
        let said = lines.last().and_then(|last| last.strip_prefix("const ret = "));
        match said.filter(|_| line == "return ret;").map(|said| format!("return {said}")) {
            Some(said) => {
                lines.pop();
                lines.push(said);
            }
            None => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}

/// Replaces whole words.
pub(crate) fn rename(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    for (between, word) in words(script) {
        out.push_str(between);
        out.push_str(names.get(word).map_or(word, String::as_str));
    }
    out
}

/// The words of a script, each after what stands between it and the one before; the last one is empty.
pub(crate) fn words(script: &str) -> impl Iterator<Item = (&str, &str)> {
    let of_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut rest = Some(script);
    std::iter::from_fn(move || {
        let here = rest?;
        let (between, from) = here.split_at(here.find(of_word).unwrap_or(here.len()));
        let end = from.find(|character| !of_word(character));
        rest = end.map(|end| &from[end..]);
        Some((between, &from[..end.unwrap_or(from.len())]))
    })
}

#[cfg(test)]
mod tests {
    use super::{for_readers, lighten, short_names};
    use std::collections::BTreeMap;

    #[test]
    fn what_others_call_keeps_its_name() {
        let names = short_names(std::iter::once("__wbg_open_1"));
        let script = "export function begin(a) {\nopen(a);\n}\nfunction open(a) {\n  let open_late = a;\n}\nasync function init() {}\nfunction main() {\n  wasm.main();\n}\nexport { init as default };\n";
        let light = "export function begin(a) {\n$0(a);\n}\nfunction $0(a) {\nlet open_late = a;\n}\nasync function init() {}\nfunction main() {\nwasm.main();\n}\nexport { init as default };\n";
        assert_eq!(lighten(script, &names), light);
    }

    #[test]
    fn what_is_for_nobody_is_left_out() {
        let script = "let a;\nfunction initSync(module) {\n  if (a) {\n  }\n}\nconst b = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {} }\n    : new FinalizationRegistry(a);\nif (!('encodeInto' in b)) {\n    b.encodeInto = function () {\n    };\n}\nexport { initSync, init as default };\n";
        let light = "let a;\nconst b = new FinalizationRegistry(a);\nexport { init as default };\n";
        assert_eq!(for_readers(script), light);
        assert_eq!(for_readers("let a;\n"), "let a;\n");
        let texts = "function pass(arg, malloc, realloc) {\n    if (realloc === undefined) {\n        const buf = encode(arg);\n        return ptr;\n    }\n\n    let len = arg.length;\n    len;\n    WASM_VECTOR_LEN = offset;\n    return ptr;\n}\n";
        let one =
            "function pass(arg, malloc, realloc) {\n        const buf = encode(arg);\n    return ptr;\n}\n";
        assert_eq!(for_readers(texts), one);
    }

    #[test]
    fn words_are_renamed_whole_and_comments_left_out() {
        let names = short_names(["__wbg_open_1", "memory", "__wbg_open_12"].into_iter());
        let script = "/**\n * Says.\n */\n  // aside\nconst all = {\n  __wbg_open_12: (a) => '// kept',\n\n  x__wbg_open_1: __wbg_open_1,\n};\n";
        assert_eq!(lighten(script, &names), "const $0 = {\na1: (a) => '// kept',\nx__wbg_open_1: a0,\n};\n");
        let lines = "const a = `\n  // kept`;\n";
        assert_eq!(lighten(lines, &names), "const $0 = `\n  // kept`;\n");
        assert_eq!(lighten(lines, &BTreeMap::new()), lines);
    }
}
