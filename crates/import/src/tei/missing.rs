//! References to what is not in the edition.

use edition::EntryId;
use source::{Code, Diagnostic, Severity, SourceId, Span};
use std::collections::BTreeMap;

/// What is referred to, by its identifier.
pub(super) type References = BTreeMap<EntryId, Reference>;

/// An identifier that no register has.
pub(super) struct Reference {
    /// How often it is referred to.
    times: u32,
    source: SourceId,
    /// Where first.
    span: Span,
    /// Whether a header names it as sender or addressee, and has made an entry of it.
    in_header: bool,
}

/// One more reference to what is not there.
pub(super) fn referred(references: &mut References, id: EntryId, source: SourceId, span: Span) {
    let first = Reference { times: 0, source, span, in_header: false };
    references.entry(id).or_insert(first).times += 1;
}

/// The first reference to what is not there, in a header that makes an entry of it.
pub(super) fn made(references: &mut References, id: EntryId, source: SourceId, span: Span) {
    references.entry(id).or_insert(Reference { times: 1, source, span, in_header: true });
}

/// One more reference to what is there; it counts where no register has it.
pub(super) fn found(references: &mut References, id: &EntryId) {
    if let Some(known) = references.get_mut(id) {
        known.times += 1;
    }
}

/// A finding for each identifier; for each prefix where nothing declares the prefix.
pub(super) fn findings(references: References) -> Vec<Diagnostic> {
    let (prefixed, missing): (References, References) =
        references.into_iter().partition(|(id, _)| prefix(id).is_some());
    let missing = missing.into_iter().map(|(id, reference)| {
        let Reference { times, source, span, in_header } = reference;
        let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
        let (message, advice) = if in_header {
            (
                format!("no register has {id}, which is referred to {times}"),
                "add it to a register, or mend the reference; its entry has no more than the name in a header",
            )
        } else {
            (
                format!("no entry is {id}, which is referred to {times}"),
                "add it to a register, or mend the reference; the name stays as it is written",
            )
        };
        Diagnostic::new(Code("tei/dangling-reference"), Severity::Warning, Some(span), message)
            .advise(advice)
            .in_source(source)
    });
    missing.chain(undeclared(prefixed)).collect()
}

/// What stands before the first colon of a reference that is no address of a page: `viaf` of `viaf:77068906`.
fn prefix(id: &EntryId) -> Option<&str> {
    let (prefix, rest) = id.as_str().split_once(':')?;
    let named = prefix.starts_with(|c: char| c.is_ascii_alphabetic())
        && prefix.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+'));
    (named && !matches!(prefix, "http" | "https") && !rest.is_empty()).then_some(prefix)
}

/// References by a prefix that nothing declares (TEI `prefixDef`): one finding for each prefix, at its first place.
fn undeclared(references: References) -> Vec<Diagnostic> {
    let mut prefixes: BTreeMap<String, Vec<(SourceId, Span, EntryId, u32)>> = BTreeMap::new();
    for (id, Reference { times, source, span, .. }) in references {
        let name = prefix(&id).unwrap_or_default().to_owned();
        prefixes.entry(name).or_default().push((source, span, id, times));
    }
    let finding = |(name, uses): (String, Vec<(SourceId, Span, EntryId, u32)>)| {
        let count: u32 = uses.iter().map(|(.., count)| count).sum();
        let (source, span, first, _) = uses.into_iter().min()?;
        let more =
            if count == 1 { String::new() } else { format!(", the first of {count} references by it") };
        let message = format!("nothing says what “{name}:” stands for in {first}{more}");
        let finding = Diagnostic::new(Code("tei/undeclared-prefix"), Severity::Warning, Some(span), message);
        Some(
            finding
                .advise("declare it by a prefixDef in the header; the names stay as they are written")
                .in_source(source),
        )
    };
    prefixes.into_iter().filter_map(finding).collect()
}
