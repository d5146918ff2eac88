//! Words that may not stand in the project's files.

use super::Source;

/// Folders that are on one machine only, and the hosts of registries. In two parts each, so that this list is none
/// of its own findings.
const FOLDERS: [(&str, &str); 5] =
    [("/ho", "me/"), ("/ro", "ot/"), ("/Us", "ers/"), ("/tm", "p/"), ("/wo", "rk/")];
const HOSTS: [(&str, &str); 3] = [("crates", ".io"), ("npm", "js.org"), ("npm", "js.com")];

/// Names a place as `path:line`.
fn place(source: &Source, at: usize) -> String {
    let line = source.text[..at].matches('\n').count() + 1;
    format!("{}:{line}", source.path)
}

/// Every place of a word.
fn places<'s>(source: &'s Source, word: &'s str) -> impl Iterator<Item = usize> + 's {
    source.text.match_indices(word).map(|(at, _)| at)
}

/// Paths that exist on one machine, and hosts of registries, outside lock files.
pub(super) fn of_one_machine(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources.iter().filter(|source| !source.ends(&[".lock", "package-lock.json"])) {
        for word in FOLDERS.map(|(start, end)| [start, end].concat()) {
            // In an address of the web, or after a name, a folder is another one.
            let absolute = |at: &usize| {
                let before = source.text[..*at].chars().next_back();
                before.is_none_or(|sign| !sign.is_alphanumeric() && !"._-/}>*".contains(sign))
            };
            broken.extend(
                places(source, &word).filter(absolute).map(|at| format!("{}: {word}", place(source, at))),
            );
        }
        for word in HOSTS.map(|(start, end)| [start, end].concat()) {
            broken.extend(places(source, &word).map(|at| format!("{}: {word}", place(source, at))));
        }
    }
    broken
}

/// Style attributes, markup from strings, scripts and styles in the page.
pub(super) fn inline(sources: &[Source]) -> Vec<String> {
    const WORDS: [&str; 8] = [
        " style=",
        "\nstyle=",
        "innerHTML",
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "from_html_unchecked",
        "<style",
    ];
    let shown = |source: &&Source| {
        source.path == "index.html"
            || source.path.starts_with("assets/") && source.ends(&[".js", ".svg"])
            // An edition of one file has everything inside; no server sends it, and no policy.
            || source.path.starts_with("src/") && !source.path.starts_with("src/pages/one_file/")
            || source.path.starts_with("tests/golden/")
    };
    // Puts together what the pen has written, and escaped, where pages are printed; no browser has it.
    let put_together =
        |source: &Source, word: &str| source.path == "src/markup/printed.rs" && word == "from_html_unchecked";
    let mut broken = Vec::new();
    for source in sources.iter().filter(shown) {
        for word in WORDS.into_iter().filter(|word| !put_together(source, word)) {
            broken.extend(places(source, word).map(|at| format!("{}: {}", place(source, at), word.trim())));
        }
        for at in places(source, "<script") {
            let tag = source.text[at..].split('>').next().unwrap_or_default();
            if !tag.contains(" src=") {
                broken.push(format!("{}: a script in the page", place(source, at)));
            }
        }
    }
    broken
}

const SVG: &str = "http://www.w3.org/2000/svg\"";

/// What a browser would fetch from elsewhere by itself; links that a reader follows may lead anywhere.
pub(super) fn elsewhere(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources {
        let words: &[&str] = if source.path == "index.html" || source.path.starts_with("tests/golden/") {
            &[" src=\"http", " src=\"//", "<link rel=\"stylesheet\" href=\"http", "<iframe", "srcset="]
        } else if source.path.starts_with("assets/") && source.ends(&[".css"]) {
            &["@import", "http:", "https:", "url(//", "url(\"//"]
        } else if source.path.starts_with("assets/") && source.ends(&[".js"]) {
            &["http:", "https:", "\"//"]
        } else {
            continue;
        };
        for word in words {
            // The name of the vocabulary of drawings is no address that anything is fetched from.
            let fetched = places(source, word).filter(|at| !source.text[*at..].starts_with(SVG));
            broken.extend(fetched.map(|at| format!("{}: {}", place(source, at), word.trim())));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::{Source, elsewhere, inline, of_one_machine};

    fn source(path: &str, text: &str) -> [Source; 1] {
        [Source { path: path.to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn machines_and_hosts() {
        let folder = ["/ho", "me/me/x"].concat();
        assert_eq!(of_one_machine(&source("a.md", &format!("\n“{folder}”"))).len(), 1);
        assert_eq!(of_one_machine(&source("a.md", &format!("example.org{folder}"))).len(), 0);
        assert_eq!(of_one_machine(&source("a.md", &["crates", ".io"].concat())).len(), 1);
        assert_eq!(of_one_machine(&source("Cargo.lock", &["crates", ".io"].concat())).len(), 0);
    }

    #[test]
    fn inline_styles_and_scripts() {
        assert_eq!(inline(&source("src/a.rs", "<p style=\"x\">")), ["src/a.rs:1: style="]);
        assert_eq!(
            inline(&source("index.html", "\n<script>1</script>")),
            ["index.html:2: a script in the page"]
        );
        assert!(
            inline(&source("index.html", "<script type=\"module\" src=\"/boot.js\"></script>")).is_empty()
        );
    }

    #[test]
    fn other_hosts() {
        assert_eq!(elsewhere(&source("assets/css/a.css", "@import 'b.css';")).len(), 1);
        assert!(elsewhere(&source("tests/golden/a.html", "<a href=\"https://example.org/\">")).is_empty());
    }
}
