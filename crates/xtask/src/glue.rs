//! The JavaScript between page and program, made light: names that only the two of them use are short, and what a
//! machine does not read is left out.

use std::collections::BTreeMap;

/// Short names for what the program imports, by the long ones: `a0`, `a1` … Names that others read stay.
pub(crate) fn short_names<'n>(imports: impl Iterator<Item = &'n str>) -> BTreeMap<String, String> {
    let ours = imports.filter(|name| name.starts_with("__wb"));
    ours.enumerate().map(|(number, name)| (name.to_owned(), format!("a{number}"))).collect()
}

/// The script with these names, without comments, indents and blank lines. A script with a text over several lines keeps
/// its lines as they are.
pub(crate) fn lighten(script: &str, names: &BTreeMap<String, String>) -> String {
    let renamed = rename(script, names);
    if renamed.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return renamed;
    }
    let mut light = String::with_capacity(renamed.len());
    let mut comment = false;
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

/// Replaces whole words.
fn rename(script: &str, names: &BTreeMap<String, String>) -> String {
    let of_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find(of_word) {
        out.push_str(&rest[..at]);
        let word = &rest[at..];
        let end = word.find(|character| !of_word(character)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{lighten, short_names};

    #[test]
    fn words_are_renamed_whole_and_comments_left_out() {
        let names = short_names(["__wbg_open_1", "memory", "__wbg_open_12"].into_iter());
        let script = "/**\n * Says.\n */\n  // aside\nconst all = {\n  __wbg_open_12: (a) => '// kept',\n\n  x__wbg_open_1: __wbg_open_1,\n};\n";
        assert_eq!(lighten(script, &names), "const all = {\na1: (a) => '// kept',\nx__wbg_open_1: a0,\n};\n");
        let lines = "const a = `\n  // kept`;\n";
        assert_eq!(lighten(lines, &names), lines);
    }
}
