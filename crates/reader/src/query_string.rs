//! The query of an address, pair by pair. Every text can be read; what cannot be decoded is kept as it stands.

/// The pairs of a query (`q=jof&sort=sent`), decoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, String)> {
    query.split('&').filter_map(|pair| pair.split_once('=')).map(|(key, value)| (key, decode(value)))
}

/// Adds a pair to a query, encoded as needed.
pub(crate) fn push(query: &mut String, key: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(key);
    query.push('=');
    for (nth, word) in value.split(' ').enumerate() {
        if nth > 0 {
            query.push('+');
        }
        escape(query, word);
    }
}

/// Adds a text to an address, with every byte escaped that means something there.
pub fn escape(address: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte))
            }
            _ => {
                address.push('%');
                address.push(hex(byte >> 4));
                address.push(hex(byte & 15));
            }
        }
    }
}

/// A segment of a path as it was before it was escaped; what cannot be read is kept as it stands.
#[must_use]
pub fn unescape(segment: &str) -> String {
    read(segment, false)
}

fn hex(digit: u8) -> char {
    char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 })
}

fn decode(value: &str) -> String {
    read(value, true)
}

/// Reads escapes; a plus is a blank in queries.
fn read(value: &str, query: bool) -> String {
    let bytes = value.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = (bytes.get(at + 1).and_then(digit), bytes.get(at + 2).and_then(digit));
        match (byte, digits) {
            (b'+', _) if query => decoded.push(b' '),
            (b'%', (Some(high), Some(low))) => {
                decoded.push(high << 4 | low);
                at += 2;
            }
            _ => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8(decoded).unwrap_or_else(|_| value.to_owned())
}

fn digit(byte: &u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{pairs, push};

    #[test]
    fn any_text_comes_back() {
        for text in ["", "joffe", "a b", "Йоффе", "50 % & more = +1", "%41", " ", "ß\u{10348}"] {
            let mut query = String::new();
            push(&mut query, "q", text);
            assert!(query.is_ascii());
            let back: Vec<_> = pairs(&query).collect();
            assert_eq!(back, [("q", text.to_owned())]);
        }
    }

    #[test]
    fn damaged_queries_are_read_as_far_as_they_go() {
        for (query, value) in [
            ("q=%", "%"),
            ("q=%4", "%4"),
            ("q=%zz", "%zz"),
            ("q=%ff", "%ff"),
            ("q=a%20b", "a b"),
            ("q=Й", "Й"),
        ] {
            assert_eq!(pairs(query).next(), Some(("q", value.to_owned())), "{query}");
        }
        assert_eq!(pairs("").count() + pairs("q").count() + pairs("&&").count(), 0);
    }
}
