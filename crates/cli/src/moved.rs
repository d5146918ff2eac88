//! Pages at the addresses that letters had before, which lead to where they are.

use crate::config::Moved;
use edition::Edition;
use source::{Code, Diagnostic, Severity, Span};
use std::collections::BTreeSet;

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

/// A page that leads from an old address to the letter at a path (`letters/ID/`), in a language. `whole` is the address of the
/// first page and the way from there to the letter, where it is known.
pub(crate) fn page(tag: &str, to: &str, whole: Option<(&str, &str)>) -> String {
    // Both are in the folder of letters: a page finds the other from beside it, wherever the site stands.
    let beside = to.split_once('/').map_or("", |(_, rest)| rest);
    // Of what an address may hold that is all that HTML reads otherwise.
    let canonical = whole.map_or_else(
        || ["../", beside].concat(),
        |(base, there)| [&base.replace('&', "&amp;"), there].concat(),
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url=../{beside}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<title>{to}</title>\n</head>\n<body>\n\
         <p><a href=\"../{beside}\">{to}</a></p>\n</body>\n</html>\n"
    )
}
