//! Pages at the addresses that letters had before, which lead to where they are.

use crate::config::Moved;
use edition::{Edition, LetterId};
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeSet;
use viewer::Route;

/// What is wrong with the old and new identifiers of letters: a page that leads nowhere, or that stands in the place of a letter.
pub(crate) fn findings(moved: &[Moved], edition: &Edition) -> Vec<Diagnostic> {
    let letters: BTreeSet<&str> = edition.letters.iter().map(|letter| letter.id.as_str()).collect();
    let error = |span: Span, message: String, advice: &str| {
        Diagnostic::new(Code("config/moved"), Severity::Error, Some(span), message).advise(advice)
    };
    let mut findings = Vec::new();
    for Moved { old, old_span, new, new_span } in moved {
        if old.is_empty() {
            findings.push(error(
                *old_span,
                "no letter had the name of nothing".to_owned(),
                "name it, or take the line out",
            ));
        }
        if letters.contains(&**old) {
            let message = format!("{old} is a letter, and cannot lead to another");
            findings.push(error(
                *old_span,
                message,
                "take the line out, or give the letter another identifier",
            ));
        }
        if !letters.contains(&**new) {
            let message = format!("no letter is {new}, to which {old} is to lead");
            let advice = "a letter is named by its xml:id or by its file without the ending";
            findings.push(error(*new_span, message, advice));
        }
    }
    findings
}

/// The pages, each with its file, below the folder of each language (empty for the main one). `base` is the whole address of the
/// first page, where it is known.
pub(crate) fn pages(
    moved: &[Moved],
    tongues: &[(&str, String)],
    base: Option<&str>,
) -> Vec<(String, String)> {
    let path = |id: &str| Route::Letter { id: LetterId(id.into()) }.path();
    // Of what an address may hold that is all that HTML reads otherwise.
    let base = base.map(|base| base.replace('&', "&amp;"));
    let mut pages = Vec::new();
    for Moved { old, new, .. } in moved {
        let (from, to) = (path(old), path(new));
        // Both are in the folder of letters: a page finds the other from beside it, wherever the site stands.
        let beside = to.split_once('/').map_or("", |(_, rest)| rest);
        for (tag, folder) in tongues {
            let canonical =
                base.as_deref().map_or_else(|| ["../", beside].concat(), |base| [base, folder, &to].concat());
            let html = format!(
                "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"refresh\" content=\"0; url=../{beside}\">\n\
                 <link rel=\"canonical\" href=\"{canonical}\">\n<title>{to}</title>\n</head>\n<body>\n\
                 <p><a href=\"../{beside}\">{to}</a></p>\n</body>\n</html>\n"
            );
            for around in ["", "embed/"] {
                pages.push(([around, folder, &from, "index.html"].concat(), html.clone()));
            }
        }
    }
    pages
}
