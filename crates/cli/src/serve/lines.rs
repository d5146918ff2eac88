//! What the terminal says of each build.

use crate::check::counted;
use serde_json::Value;

/// So many findings are named on the terminal; the rest is in the page.
const NAMED: usize = 5;

/// What the terminal says of a build: how much came of it, and the first of what was found.
pub(super) fn lines(report: &Value) -> String {
    let findings = report["findings"].as_array().map_or(&[][..], Vec::as_slice);
    let of = |severity: &'static str| findings.iter().filter(move |finding| finding["severity"] == severity);
    let mut lines = match report["error"].as_str() {
        Some(error) => format!("not built: {error}\n"),
        None => {
            let letters = usize::try_from(report["letters"].as_u64().unwrap_or_default()).unwrap_or_default();
            let [letters, errors, warnings] =
                [(letters, "letter"), (of("error").count(), "error"), (of("warning").count(), "warning")]
                    .map(|(many, what)| counted(many, what));
            format!("built: {letters}, {errors}, {warnings}\n")
        }
    };
    let problems: Vec<&Value> = of("error").chain(of("warning")).collect();
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for finding in problems.iter().take(NAMED) {
        let [severity, code, message] = ["severity", "code", "message"].map(|field| word(&finding[field]));
        let place = ["file", "line", "column"].map(|field| &finding[field]);
        let place: Vec<String> = place.into_iter().filter(|part| !part.is_null()).map(word).collect();
        let place = if place.is_empty() { String::new() } else { format!(" {}", place.join(":")) };
        lines.push_str(&format!("  {severity}[{code}]{place}: {message}\n"));
    }
    if problems.len() > NAMED {
        let more = problems.len() - NAMED;
        lines.push_str(&format!("  and {more} more, which the page and letterbook check tell\n"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;
    use expect_test::expect;
    use serde_json::{Value, json};

    fn finding(severity: &str, file: Option<&str>) -> Value {
        let line = file.map(|_| 3);
        json!({"code": "tei/odd", "severity": severity, "file": file, "line": line, "column": line, "message": "odd"})
    }

    #[test]
    fn the_first_of_what_is_wrong_is_named_errors_before_warnings() {
        let findings = [finding("warning", None), finding("note", None), finding("error", Some("two.xml"))];
        let report = json!({"build": 1, "error": null, "letters": 1, "findings": findings});
        expect![[r#"
            built: 1 letter, 1 error, 1 warning
              error[tei/odd] two.xml:3:3: odd
              warning[tei/odd]: odd
        "#]]
        .assert_eq(&lines(&report));
        let findings = vec![finding("error", Some("two.xml")); 7];
        let report =
            json!({"build": 1, "error": "there is no letter to show", "letters": 0, "findings": findings});
        expect![[r#"
            not built: there is no letter to show
              error[tei/odd] two.xml:3:3: odd
              error[tei/odd] two.xml:3:3: odd
              error[tei/odd] two.xml:3:3: odd
              error[tei/odd] two.xml:3:3: odd
              error[tei/odd] two.xml:3:3: odd
              and 2 more, which the page and letterbook check tell
        "#]]
        .assert_eq(&lines(&report));
    }
}
