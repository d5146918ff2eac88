//! Sorting, with one sorting machine for all types: the standard one is compiled anew for each, which a browser would
//! have to load.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal keeps its order.
pub(crate) fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    machine(&mut order, &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

/// Sorts by a key; what is equal keeps its order.
pub(crate) fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

#[inline(never)]
fn machine(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut words = vec!["pear", "fig", "plum", "nut", "apple"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "apple"]);
        let mut none: Vec<u8> = Vec::new();
        by_key(&mut none, |number| *number);
        assert!(none.is_empty());
    }
}
