//! Who wrote to whom, when, from where (TEI `correspDesc`).

use super::names::{self, Prefixes};
use super::{Context, stated, xml};
use crate::ids::cleaned;
use ::dates::Certainty;
use edition::{
    ActionKind, Chain, CorrespAction, CorrespDesc, Dating, Direction, EntryKind, Joint, LetterId, Mention,
    Neighbor, Origin, PlaceStatement, Reply,
};
use roxmltree::Node;
use source::Severity;

/// The correspondence actions of a letter; nothing is made up where the header has none.
pub(super) fn read(context: &mut Context<'_>, head: Node<'_, '_>, prefixes: &Prefixes) -> CorrespDesc {
    let mut descriptions = xml::all(head, "correspDesc");
    let Some(description) = descriptions.next() else { return CorrespDesc::default() };
    if let Some(further) = descriptions.next() {
        let message = "a letter has one correspDesc; of several the first is read".to_owned();
        let finding = context.say("tei/further-corresp-desc", Severity::Warning, further, message);
        *finding = finding.clone().advise("put the actions of all of them into one");
    }
    let mut actions = Vec::new();
    for node in description.children().filter(|node| xml::is(*node, "correspAction")) {
        actions.extend(action(context, node, prefixes));
    }
    let contexts = || description.children().filter(|node| xml::is(*node, "correspContext"));
    CorrespDesc {
        actions,
        replies_to: contexts().flat_map(replies).collect(),
        context: contexts().flat_map(neighbors).collect(),
    }
}

/// The steps that have a name here.
const STEPS: [&str; 6] = ["sent", "received", "transmitted", "redirected", "forwarded", "delivered"];

/// A step whose name is nearly one of these is misspelt.
fn misspelt(context: &mut Context<'_>, node: Node<'_, '_>) {
    let Some(word) = node.attribute("type").filter(|word| kind(Some(word)) == ActionKind::Other) else {
        return;
    };
    let near = STEPS.into_iter().find(|step| strsim::damerau_levenshtein(step, &word.to_lowercase()) <= 2);
    if let Some(near) = near {
        let message = format!("“{word}” is no step of a letter's way");
        let finding = context.say("tei/unknown-step", Severity::Warning, node, message);
        *finding = finding.clone().advise(format!("did you mean “{near}”?"));
    }
}

fn kind(word: Option<&str>) -> ActionKind {
    match word {
        Some("sent" | "sending") => ActionKind::Sent,
        Some("received" | "receiving") => ActionKind::Received,
        Some("transmitted" | "transmitting") => ActionKind::Transmitted,
        Some("redirected" | "redirecting") => ActionKind::Redirected,
        Some("forwarded" | "forwarding") => ActionKind::Forwarded,
        Some("delivered") => ActionKind::Delivered,
        _ => ActionKind::Other,
    }
}

/// An action; two where one element holds sender and addressee, told apart by their role.
fn action(context: &mut Context<'_>, node: Node<'_, '_>, prefixes: &Prefixes) -> Vec<CorrespAction> {
    misspelt(context, node);
    let kind = kind(node.attribute("type"));
    let mut correspondents: Vec<Mention> = Vec::new();
    let mut addressees: Vec<Mention> = Vec::new();
    let mut datings: Vec<Dating> = Vec::new();
    let mut place = None;
    for child in node.descendants().skip(1) {
        let nested = child
            .ancestors()
            .skip(1)
            .take_while(|above| *above != node)
            .find(|above| party(*above) || at(*above));
        match nested {
            // The reference may stand on a name inside the name.
            Some(outer) => {
                let targets = names::targets(child, prefixes);
                let list = correspondents.iter_mut().chain(&mut addressees);
                if let Some(open) =
                    list.filter(|open| open.span == xml::span(outer) && open.targets.is_empty()).last()
                {
                    open.origin = if targets.is_empty() { open.origin } else { Origin::Editor };
                    open.certainty = if targets.is_empty() { open.certainty } else { Certainty::High };
                    open.targets = targets;
                }
                if place.is_none() && at(outer) {
                    place = statement(child, prefixes).filter(|statement| statement.target.is_some());
                }
            }
            None if party(child) => {
                let role = child.attribute("role").or_else(|| child.attribute("type")).unwrap_or_default();
                let received = matches!(role, "addressee" | "recipient" | "receiver");
                let kind = names::kind(child).unwrap_or(EntryKind::Person);
                let mention = names::mention(child, kind, prefixes);
                if mention.as_written.is_empty() && mention.targets.is_empty() {
                    continue;
                }
                if received && kind_is_sent(node) { &mut addressees } else { &mut correspondents }
                    .push(mention);
            }
            None if at(child) => {
                let better = place.as_ref().is_none_or(|known: &PlaceStatement| known.target.is_none());
                place = if better { statement(child, prefixes).or(place) } else { place };
            }
            None if xml::is(child, "date") => {
                datings.extend(stated::of_letter(context, child));
            }
            None => {}
        }
    }
    let joint = if says_or(node) { Joint::OneOf } else { Joint::And };
    let mut datings = datings.into_iter();
    let first = CorrespAction {
        kind,
        correspondents,
        joint,
        place,
        dating: datings.next(),
        other_datings: datings.collect(),
    };
    let second = CorrespAction {
        kind: ActionKind::Received,
        correspondents: addressees,
        joint: Joint::And,
        place: None,
        dating: None,
        other_datings: Vec::new(),
    };
    let mut out = vec![first];
    if !second.correspondents.is_empty() {
        out.push(second);
    }
    out
}

fn kind_is_sent(action: Node<'_, '_>) -> bool {
    kind(action.attribute("type")) == ActionKind::Sent
}

fn party(node: Node<'_, '_>) -> bool {
    match xml::name(node) {
        "persName" | "orgName" => true,
        "name" | "rs" => !matches!(names::kind(node), Some(EntryKind::Place)),
        _ => false,
    }
}

fn at(node: Node<'_, '_>) -> bool {
    match xml::name(node) {
        "placeName" | "settlement" | "geogName" => true,
        "name" | "rs" => matches!(names::kind(node), Some(EntryKind::Place)),
        _ => false,
    }
}

fn statement(node: Node<'_, '_>, prefixes: &Prefixes) -> Option<PlaceStatement> {
    let words = xml::words_or_none(node);
    let target = names::targets(node, prefixes).into_iter().next();
    let as_written = match (&words, &target) {
        (Some(words), _) => words.clone(),
        (None, Some(target)) => target.as_str().into(),
        (None, None) => return None,
    };
    let inferred = node.attribute("evidence").is_some_and(|evidence| evidence != "internal");
    Some(PlaceStatement {
        as_written,
        target,
        origin: if inferred { Origin::Editor } else { Origin::Source },
        certainty: names::certainty(node),
        reason: node.attribute("evidence").map(|evidence| format!("evidence: {evidence}").into()),
    })
}

/// Whether the words between two parties say "or".
fn says_or(node: Node<'_, '_>) -> bool {
    let mut words = node.children().filter(Node::is_text).filter_map(|text| text.text());
    words.any(|text| text.split_whitespace().any(|word| matches!(word, "or" | "oder" | "ou" | "или")))
}

/// The letters that it answers: `type="isReplyTo"` and other words for it.
fn replies(context: Node<'_, '_>) -> Vec<Reply> {
    let links = context.descendants().filter(|node| matches!(xml::name(*node), "ref" | "ptr"));
    let answers = links.filter(|node| {
        let word = |name: &str| {
            let said = node.attribute(name).unwrap_or_default().to_lowercase();
            said.replace(['-', '_'], "")
        };
        [word("type"), word("subtype")].iter().any(|word| {
            matches!(
                word.as_str(),
                "replyto" | "isreplyto" | "inreplyto" | "answers" | "answerto" | "isanswerto"
            )
        })
    });
    let letters = answers.filter_map(letter);
    letters.map(|letter| Reply { letter: Some(letter), work: None, origin: Origin::Editor }).collect()
}

/// The letter that a link leads to.
fn letter(link: Node<'_, '_>) -> Option<LetterId> {
    let name = link.attribute("target")?.trim().rsplit(['/', '#']).next()?;
    let name = name.strip_suffix(".xml").unwrap_or(name);
    (!name.is_empty()).then(|| LetterId(cleaned(name).into()))
}

/// The letters before and after, in both spellings of TEI practice.
fn neighbors(context: Node<'_, '_>) -> Vec<Neighbor> {
    let row = context.attribute("n").unwrap_or_default();
    let links = context.descendants().filter(|node| matches!(xml::name(*node), "ref" | "ptr"));
    links
        .filter_map(|node| {
            let word = |name: &str| node.attribute(name).unwrap_or_default().to_lowercase();
            let said = [word("type"), word("subtype"), row.to_lowercase()].join(" ");
            let direction = if said.contains("prev") {
                Direction::Previous
            } else if said.contains("next") {
                Direction::Next
            } else {
                return None;
            };
            let chain = if said.contains("corresp") { Chain::Correspondence } else { Chain::Collection };
            Some(Neighbor { direction, chain, letter: letter(node)? })
        })
        .collect()
}
