//! Words, each known by a number.

use hashbrown::HashTable;

/// Words, each known by a number, in the order in which they were first seen. They stand one behind the other: an index has
/// hundreds of thousands of them, and each letter some hundred.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    numbers: HashTable<u32>,
}

impl Words {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with a number.
    pub(crate) fn get(&self, number: u32) -> &str {
        word(&self.text, &self.ends, number)
    }

    /// The number of a word, where it is known.
    pub(crate) fn find(&self, wanted: &str) -> Option<u32> {
        self.numbers.find(hash(wanted), |number| self.get(*number) == wanted).copied()
    }

    /// The number of a word, which is known from now on.
    pub(crate) fn number(&mut self, wanted: &str) -> u32 {
        if let Some(known) = self.find(wanted) {
            return known;
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.push_str(wanted);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let (text, ends) = (&self.text, &self.ends);
        self.numbers.insert_unique(hash(wanted), number, |known| hash(word(text, ends, *known)));
        number
    }
}

fn word<'t>(text: &'t str, ends: &[u32], number: u32) -> &'t str {
    let at = number as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| *end as usize);
    let end = ends.get(at).map_or(start, |end| *end as usize);
    text.get(start..end).unwrap_or_default()
}

/// FNV-1a, 64 bits, its upper half mixed into the lower.
fn hash(word: &str) -> u64 {
    let sum = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    sum ^ (sum >> 32)
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_word_has_one_number() {
        let mut words = Words::default();
        let numbers: Vec<u32> =
            ["moscow", "", "ж", "moscow", "mos", ""].iter().map(|word| words.number(word)).collect();
        assert_eq!(numbers, [0, 1, 2, 0, 3, 1]);
        assert_eq!((words.len(), words.get(2), words.get(1)), (4, "ж", ""));
        assert_eq!((words.find("mos"), words.find("cow")), (Some(3), None));
        for number in 0..1000 {
            words.number(&format!("word {number}"));
        }
        assert_eq!(words.find("word 999"), Some(1003));
    }
}
