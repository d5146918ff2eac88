//! Which part of a program brings which bytes of its memory.

use super::links::Links;
use super::reach::Reached;
use std::collections::BTreeMap;

/// So many bytes between two runs weigh less than what begins a run.
const GAP: usize = 8;

/// Who brings what.
pub(super) struct Owners<'l> {
    /// The parts that bytes belong to, by their addresses. What belongs to none is not here.
    parts: BTreeMap<u32, usize>,
    links: &'l Links,
}

impl<'l> Owners<'l> {
    /// `parts` are all of them, the first before the others. What has no name belongs to the first, and so does what two
    /// others lead to: each of them would bring it anew.
    pub(super) fn new(links: &'l Links, parts: &[Reached], data: &[(u32, &[u8])]) -> Self {
        let mut owners = BTreeMap::new();
        for (address, bytes) in data {
            owners.extend((*address..).zip(*bytes).map(|(address, _)| (address, 0)));
        }
        for piece in &links.data {
            for address in piece.addresses.clone() {
                owners.remove(&address);
            }
        }
        let mut own = BTreeMap::new();
        for (nth, part) in parts.iter().enumerate() {
            for address in part.data.iter().flat_map(|piece| links.data[*piece].addresses.clone()) {
                own.entry(address).and_modify(|owner| *owner = 0).or_insert(nth);
            }
        }
        // What two pieces share is in both; the first part comes before the others.
        owners.extend(own);
        Self { parts: owners, links }
    }

    fn of(&self, address: u32) -> Option<usize> {
        self.parts.get(&address).copied()
    }

    /// Whether a part may bring a byte between its own: what another part may have changed since is not brought anew.
    /// The first part is there before anything is changed.
    fn may_bring(&self, address: u32, part: usize) -> bool {
        let constant = self.links.constant.iter().any(|range| range.contains(&address));
        part == 0 || constant || self.of(address).is_none_or(|owner| owner == part)
    }
}

/// The runs of memory that a part brings. Memory is empty before.
pub(super) fn runs<'d>(data: &[(u32, &'d [u8])], owners: &Owners<'_>, part: usize) -> Vec<(u32, &'d [u8])> {
    let mut runs = Vec::new();
    for (begin, bytes) in data {
        let mut run: Option<(usize, usize)> = None;
        for ((at, byte), address) in bytes.iter().enumerate().zip(*begin..) {
            if !owners.may_bring(address, part) || run.is_some_and(|(_, end)| at - end > GAP) {
                runs.extend(run.take().map(|run| (*begin, *bytes, run)));
            }
            if owners.of(address) == Some(part) && *byte != 0 {
                run = Some((run.map_or(at, |(from, _)| from), at + 1));
            }
        }
        runs.extend(run.map(|run| (*begin, *bytes, run)));
    }
    let placed = |(begin, bytes, (from, end)): (u32, &'d [u8], (usize, usize))| {
        Some((begin + u32::try_from(from).ok()?, &bytes[from..end]))
    };
    runs.into_iter().filter_map(placed).collect()
}

#[cfg(test)]
mod tests {
    use super::super::links::{Leads, Links, Piece};
    use super::super::reach::Reached;
    use super::{Owners, runs};
    use std::collections::BTreeSet;

    #[test]
    fn memory_that_changes_is_not_brought_anew() {
        let owns = |pieces: &[usize]| Reached {
            data: BTreeSet::from_iter(pieces.iter().copied()),
            ..Reached::default()
        };
        let piece = |addresses| Piece { addresses, leads: Leads::default() };
        let bytes: &[u8] = b"aaBBaa..bb\0\0\0\0\0\0\0\0\0\0bb";
        let data = [(100, bytes)];
        // `a` is the second part's, `B` the first's, `b` the third's; what has no name is the first's.
        let pieces =
            || vec![piece(100..102), piece(102..104), piece(104..106), piece(108..110), piece(120..122)];
        let changing = Links { data: pieces(), ..Links::default() };
        let constant =
            Links { data: pieces(), constant: std::iter::once(100..122).collect(), ..Links::default() };
        let parts = [owns(&[1]), owns(&[0, 2]), owns(&[3, 4])];
        let text = |links: &Links, part: usize| {
            let owners = Owners::new(links, &parts, &data);
            let runs = runs(&data, &owners, part).into_iter();
            runs.map(|(at, bytes)| format!("{at} {}", bytes.escape_ascii())).collect::<Vec<_>>()
        };
        assert_eq!(text(&changing, 0), ["102 BBaa.."]);
        assert_eq!(text(&changing, 1), ["100 aa", "104 aa"]);
        assert_eq!(text(&constant, 1), ["100 aaBBaa"]);
        assert_eq!(text(&changing, 2), ["108 bb", "120 bb"]);
        // What two of the others lead to is the first's.
        let both = [owns(&[]), owns(&[0]), owns(&[0])];
        let owners = Owners::new(&changing, &both, &data);
        let first = runs(&data, &owners, 0);
        assert!(first[0].0 == 100 && first[0].1.starts_with(b"aa"), "{first:?}");
        assert!(runs(&data, &owners, 1).is_empty());
    }
}
