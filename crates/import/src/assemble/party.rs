//! Whom heading and signature mean: the parties of a letter.

use super::walk::each_mention;
use crate::side_file::SideFile;
use dates::Certainty;
use edition::{EntryId, EntryKind, Joint, Letter, Mention, Origin};
use source::{SourceFile, Span};

/// Words that stand before a name and leave it the name of the same person; in capitals, without stops.
const TITLES: &str = "MR HERR HERRN MONSIEUR M SIR LORD CITIZEN COMRADE GENOSSE GENOSSEN MRS MISS MS LADY MADAME MADAM MME \
    MADEMOISELLE MLLE FRAU FRÄULEIN FRL GENOSSIN DR DOCTOR DOKTOR PROF PROFESSOR REV REVEREND PASTOR PFARRER FATHER PÈRE ABBÉ \
    BISHOP BISCHOF ARCHBISHOP CARDINAL KARDINAL DEAN CANON RABBI BROTHER BRUDER SISTER SCHWESTER MOTHER MUTTER VATER UNCLE ONKEL \
    AUNT TANTE COUSIN NEPHEW NIECE FRIEND FREUND SON DAUGHTER WIFE HUSBAND GENERAL COLONEL OBERST MAJOR CAPTAIN HAUPTMANN \
    CAPITAINE LIEUTENANT LEUTNANT SERGEANT ADMIRAL COMMODORE MARSHAL MARSCHALL PRESIDENT PRÄSIDENT MINISTER SECRETARY SENATOR \
    GOVERNOR JUDGE JUSTICE MAYOR AMBASSADOR CONSUL KONSUL HOFRAT HOFRATH GEHEIMRAT GEHEIMRATH RAT RATH RATHSHERR DIREKTOR DIRECTOR \
    EDITOR POET DICHTER KING KÖNIG QUEEN KÖNIGIN EMPEROR KAISER PRINCE PRINZ FÜRST PRINCESS PRINZESSIN FÜRSTIN DUKE HERZOG DUC \
    DUCHESS HERZOGIN COUNT GRAF GRAFEN COMTE COUNTESS GRÄFIN COMTESSE BARON FREIHERR FREIHERRN BARONESS BARONIN MARQUIS MARQUISE \
    EARL VISCOUNT CHEVALIER HON HONOURABLE HONORABLE EXCELLENCY EXZELLENZ HIGHNESS MAJESTY ТОВ ТОВАРИЩ ТОВАРИЩУ ГОСПОДИН ГОСПОДИНУ \
    Г ГОСПОЖЕ THE HIS HER MY OUR DEAR DEAREST MEIN MEINEN MEINE DEN DEM DER DIE LE LA MON MA CHER CHÈRE";

/// Words between two who write or are written to together.
const JOINING: &str = "AND UND ET И &";

/// Words behind a name that leave it the name of the same person.
const HONOURS: &str = "ESQ ESQUIRE MD MP";

/// The parties of an action: the words of the source with what they name; else whom the editor names.
pub(super) fn parties(
    file: &SourceFile,
    letter: &Letter,
    spans: impl Iterator<Item = Span>,
    said: Option<&EntryId>,
    side: &SideFile,
) -> Vec<Mention> {
    let mut out: Vec<Mention> = spans.map(|span| party(file, letter, span, side)).collect();
    let Some(id) = said else { return out };
    let entry = side.register.entry(id);
    match out.as_mut_slice() {
        [one] if one.targets.as_slice() != std::slice::from_ref(id) => {
            one.kind = entry.map_or(one.kind, |entry| entry.kind);
            one.targets = vec![id.clone()];
            one.joint = Joint::And;
            one.origin = Origin::Editor;
            one.certainty = Certainty::High;
        }
        [] => out.push(Mention {
            kind: entry.map_or(EntryKind::Person, |entry| entry.kind),
            as_written: entry.map_or_else(|| id.as_str().into(), |entry| entry.name.clone()),
            targets: vec![id.clone()],
            origin: Origin::Editor,
            certainty: Certainty::High,
            ..nobody(Span::default())
        }),
        _ => {}
    }
    out
}

/// Somebody who is not identified.
pub(super) fn nobody(span: Span) -> Mention {
    Mention {
        id: "".into(),
        kind: EntryKind::Person,
        as_written: "".into(),
        targets: Vec::new(),
        joint: Joint::And,
        origin: Origin::Source,
        certainty: Certainty::Unknown,
        reason: None,
        expansion: None,
        implied: false,
        span,
    }
}

/// Whom the words of a party mean. A person is meant where the name is all there is, titles aside: `Schiller's widow` is not
/// Schiller. Of a body, of which there is much to be said (`THE SECRETARIAT OF THE C.C.`), the name in it is a guess.
fn party(file: &SourceFile, letter: &Letter, span: Span, side: &SideFile) -> Mention {
    let named = named(letter, span);
    if let Some(whole) = covering(file, &named, span, side) {
        return Mention { span, ..whole };
    }
    let body = named.into_iter().next().filter(|first| first.kind != EntryKind::Person);
    match body {
        Some(body) => {
            let certainty = body.certainty.max(Certainty::Low);
            Mention { span, origin: Origin::Machine, certainty, ..body }
        }
        None => Mention { as_written: file.slice(span).into(), ..nobody(span) },
    }
}

/// The names with an entry in a stretch of the source, without those in other names.
pub(super) fn named(letter: &Letter, span: Span) -> Vec<Mention> {
    let mut named: Vec<Mention> = Vec::new();
    each_mention(letter, &mut |mention| {
        let inside = named.last().is_some_and(|last| last.span.contains(mention.span));
        if !inside && !mention.targets.is_empty() && span.contains(mention.span) {
            named.push(mention.clone());
        }
    });
    named
}

/// Whom names mean that are all the words there are. Several are all of them.
fn covering(file: &SourceFile, named: &[Mention], span: Span, side: &SideFile) -> Option<Mention> {
    let (first, others) = named.split_first()?;
    let between = |start: u32, end: u32| file.slice(Span { start, end });
    let mut whole = first.clone();
    let mut at = first.span.end;
    let own = first.targets.iter().filter_map(|id| side.register.entry(id));
    let own = own.flat_map(|entry| entry.forms.iter().map(|form| &*form.text).chain([&*entry.name]));
    let own = own.collect::<Vec<_>>().join(" ").to_uppercase();
    if !are_among(between(span.start, first.span.start), &[TITLES, &own]) {
        return None;
    }
    for other in others {
        let gap = between(at, other.span.start);
        if !are_among(gap, &[TITLES, JOINING]) || whole.joint != Joint::And || other.joint != Joint::And {
            // What follows after a comma tells of whom is named before it.
            return is_over(between(at, span.end)).then_some(whole);
        }
        at = other.span.end;
        whole.as_written = between(first.span.start, at).into();
        whole.targets.extend(other.targets.iter().filter(|id| !first.targets.contains(id)).cloned());
        whole.certainty = whole.certainty.max(other.certainty);
    }
    is_over(between(at, span.end)).then_some(whole)
}

/// Whether a name is over before some words: there are none, they are honours, or what a comma or bracket divides from it.
fn is_over(rest: &str) -> bool {
    let divided = [",", "(", "[", "--", "—"].iter().any(|sign| rest.trim_start().starts_with(sign));
    divided || are_among(rest, &[HONOURS])
}

/// Whether all words stand in one of the lists.
fn are_among(words: &str, lists: &[&str]) -> bool {
    let mut bare = words.split([' ', '.', '-', '\u{a0}', '\n']).map(|word| {
        word.chars().filter(|sign| sign.is_alphanumeric() || *sign == '&').collect::<String>().to_uppercase()
    });
    bare.all(|word| {
        let known = |list: &&str| list.split([' ', '.', '-']).any(|known| known == word);
        word.is_empty() || lists.iter().any(known)
    })
}
