//! The report as SARIF, which editors and forges show beside the lines.

use crate::check::severity;
use crate::folder::Folder;
use crate::places::Places;
use serde_json::{Map, Value, json};
use source::{Code, SourceId, Span};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What paths begin at. The report is the same wherever that folder stands, so its address is not in it.
const BASE: &str = "EDITION";

/// One run, with a rule for each code that occurs in it.
///
/// # Source
/// SARIF 2.1.0 (OASIS), sections 3.13 to 3.31. Columns count code points, as `columnKind` says.
pub(crate) fn render(read: &Folder) -> Value {
    let files = read.shown(read.diagnostics.iter());
    let places = Places::of(&files);
    let codes: BTreeSet<Code> = read.diagnostics.iter().map(|finding| finding.code).collect();
    let rules: Vec<Code> = codes.into_iter().collect();
    let results = read.diagnostics.iter().map(|finding| {
        let mut text = finding.message.clone();
        let mut related = Vec::new();
        for hint in &finding.hints {
            match hint.span.and_then(|span| location(&places, finding.source, Some(span))) {
                Some(mut second) => {
                    second.insert("message".into(), json!({ "text": hint.message }));
                    related.push(second);
                }
                None => {
                    text.push_str(". ");
                    text.push_str(&hint.message);
                }
            }
        }
        let mut result = Map::from_iter([
            ("ruleId".into(), json!(finding.code.0)),
            ("ruleIndex".into(), json!(rules.binary_search(&finding.code).ok())),
            ("level".into(), json!(severity(finding))),
            ("message".into(), json!({ "text": text })),
        ]);
        if let Some(place) = location(&places, finding.source, finding.span) {
            result.insert("locations".into(), json!([place]));
        }
        if !related.is_empty() {
            result.insert("relatedLocations".into(), json!(related));
        }
        Value::Object(result)
    });
    let results: Vec<Value> = results.collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "letterbook",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|code| json!({ "id": code.0 })).collect::<Vec<_>>(),
            } },
            "originalUriBaseIds": { BASE: { "description": { "text": "The folder of the edition" } } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// A place in a file, or the whole file; none where no file is spoken of.
fn location(places: &Places<'_>, source: SourceId, span: Option<Span>) -> Option<Map<String, Value>> {
    let file = places.file(source)?;
    let mut physical = json!({ "artifactLocation": { "uri": address(&file.path.0), "uriBaseId": BASE } });
    if let Some((start, end)) = span.and_then(|span| places.range(source, span)) {
        physical["region"] = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
    }
    Some(Map::from_iter([("physicalLocation".into(), physical)]))
}

/// A path as a relative reference.
///
/// # Source
/// RFC 3986, sections 2.1 and 3.3: what is neither unreserved nor a slash is written as its bytes.
fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
