//! The style sheet: the files of `assets/css` in one, in the order of their layers.

use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// The files in the order in which they are joined.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = ["tokens.css", "base.css", "text.css"].map(|name| folder.join(name)).into();
    for part in ["components", "views"] {
        let mut sheets: Vec<PathBuf> =
            fs::read_dir(folder.join(part))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        sheets.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
        sheets.sort();
        files.append(&mut sheets);
    }
    files.push(folder.join("print.css"));
    Ok(files)
}

/// The style sheet of the viewer.
pub(crate) fn join(folder: &Path) -> Result<String> {
    let mut sheet = String::new();
    for file in files(folder)? {
        sheet.push_str(&fs::read_to_string(file)?);
        sheet.push('\n');
    }
    Ok(lighten(&sheet))
}

/// Leaves out comments, indents and blank lines; strings stay as they are.
fn lighten(sheet: &str) -> String {
    let mut light = String::with_capacity(sheet.len());
    let mut rest = sheet.chars().peekable();
    let mut quote = None;
    let mut fresh_line = true;
    while let Some(sign) = rest.next() {
        if let Some(mark) = quote {
            light.push(sign);
            if sign == '\\' {
                light.extend(rest.next());
            } else if sign == mark {
                quote = None;
            }
            continue;
        }
        match sign {
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                let mut last = ' ';
                // A comment separates words, as a blank does.
                for sign in rest.by_ref() {
                    if last == '*' && sign == '/' {
                        break;
                    }
                    last = sign;
                }
                if !fresh_line {
                    light.push(' ');
                }
            }
            '\n' => {
                light.truncate(light.trim_end_matches([' ', '\t']).len());
                if !fresh_line {
                    light.push('\n');
                }
                fresh_line = true;
            }
            ' ' | '\t' | '\r' if fresh_line => {}
            _ => {
                if sign == '"' || sign == '\'' {
                    quote = Some(sign);
                }
                light.push(sign);
                fresh_line = false;
            }
        }
    }
    light
}

#[cfg(test)]
mod tests {
    use super::lighten;

    #[test]
    fn comments_indents_and_blank_lines_go() {
        assert_eq!(lighten("/* head */\n\na {\n  top: 0; /* why */\n\n}\n"), "a {\ntop: 0;\n}\n");
    }

    #[test]
    fn strings_stay() {
        assert_eq!(lighten("a{content:\"/* \\\" */  \"}\n"), "a{content:\"/* \\\" */  \"}\n");
        assert_eq!(lighten("a{margin:1px/**/2px}"), "a{margin:1px 2px}");
    }
}
