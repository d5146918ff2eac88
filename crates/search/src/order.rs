//! Sorting, with one sorting machine for all types: the standard one is compiled anew for each, which a browser would
//! have to load.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal keeps its order.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u64> = (0..).take(items.len()).collect();
    let item = |at: u64| items.get(usize::try_from(at).ok()?);
    machine(&mut order, &|one, other| match (item(one), item(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| slots.get_mut(usize::try_from(at).ok()?)?.take()));
}

/// Sorts numbers.
pub fn numbers(numbers: &mut Vec<u64>) {
    machine(numbers, &|one, other| one.cmp(&other));
}

/// Sorts by a key; what is equal keeps its order.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// Merges runs of one, two, four and so on: a tenth of the code of the standard machine, which knows many cases.
#[inline(never)]
fn machine(order: &mut Vec<u64>, compare: &dyn Fn(u64, u64) -> Ordering) {
    let mut merged = Vec::with_capacity(order.len());
    let mut width = 1;
    while width < order.len() {
        for pair in order.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            // What is in order already, as most lists are, is only looked at.
            let apart = |one: &u64, other: &u64| compare(*one, *other) != Ordering::Greater;
            if left.last().zip(right.first()).is_some_and(|(one, other)| apart(one, other)) {
                merged.extend_from_slice(left);
                left = &[];
            }
            while let ([one, ones @ ..], [other, others @ ..]) = (left, right) {
                if compare(*one, *other) == Ordering::Greater {
                    merged.push(*other);
                    right = others;
                } else {
                    merged.push(*one);
                    left = ones;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(order, &mut merged);
        merged.clear();
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut words = vec!["pear", "fig", "plum", "nut", "apple"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "apple"]);
        // Of any length, whether runs come out even or not.
        for length in 0..70_u32 {
            let mut numbers: Vec<(u32, u32)> = (0..length).map(|nth| (nth * 29 % 11, nth)).collect();
            let mut expected = numbers.clone();
            by_key(&mut numbers, |(key, _)| *key);
            expected.sort_by_key(|(key, _)| *key);
            assert_eq!(numbers, expected);
        }
        let mut none: Vec<u8> = Vec::new();
        by_key(&mut none, |number| *number);
        assert!(none.is_empty());
    }
}
