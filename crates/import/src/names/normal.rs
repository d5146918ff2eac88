//! A text as forms are compared with it: blanks are one blank, none between initials; quotes are straight; a word
//! broken over a line is whole.

/// A text made comparable, with the way back to the bytes it came from.
#[derive(Debug)]
pub(super) struct Normal {
    /// The comparable text.
    pub(super) text: String,
    /// For every byte of it the byte of the original; one more at the end.
    back: Vec<usize>,
}

impl Normal {
    /// Makes a text comparable.
    pub(super) fn of(original: &str) -> Self {
        let mut normal = Self {
            text: String::with_capacity(original.len()),
            back: Vec::with_capacity(original.len() + 1),
        };
        let mut characters = original.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let shown = match character {
                '’' | '‘' | 'ʼ' => '\'',
                '“' | '”' | '„' | '«' | '»' => '"',
                '‐' | '‑' => '-',
                '\u{ad}' => continue,
                other if blank(other) => ' ',
                other => other,
            };
            if shown == ' ' {
                while characters.next_if(|(_, next)| blank(*next)).is_some() {}
                let next = characters.peek().map(|(_, next)| *next);
                if normal.text.is_empty() || between_initials(&normal.text, next) {
                    continue;
                }
            }
            normal.push(shown, at);
        }
        normal.back.push(original.len());
        normal
    }

    fn push(&mut self, character: char, at: usize) {
        self.text.push(character);
        self.back.resize(self.text.len(), at);
    }

    /// The original bytes of a range of the comparable text.
    pub(super) fn original(&self, start: usize, end: usize) -> (usize, usize) {
        let at = |place: usize| self.back.get(place).or(self.back.last()).copied().unwrap_or_default();
        (at(start), at(end))
    }
}

fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{a0}' | '\u{202f}')
}

/// After `A.` and before another capital: the blank between initials, or between them and the surname.
fn between_initials(before: &str, next: Option<char>) -> bool {
    let mut last = before.chars().rev();
    let initial = last.next() == Some('.') && last.next().is_some_and(char::is_uppercase);
    let alone = last.next().is_none_or(|c| !c.is_alphanumeric());
    initial && alone && next.is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::Normal;

    #[test]
    fn what_does_not_matter_is_gone_and_the_way_back_is_known() {
        for (original, comparable) in [
            ("A. A.\u{a0}Joffe", "A.A.Joffe"),
            ("A.A. Joffe", "A.A.Joffe"),
            ("the  Workers’\n and", "the Workers' and"),
            ("the C.C. It", "the C.C.It"),
            ("in 1921. Then", "in 1921. Then"),
        ] {
            let normal = Normal::of(original);
            assert_eq!(normal.text, comparable);
            assert_eq!(normal.original(0, normal.text.len()), (0, original.len()));
        }
        let normal = Normal::of("an A. A. Joffe!");
        let at = normal.text.find("A.A.Joffe").expect("the name");
        assert_eq!(normal.original(at, at + 9), (3, 14));
    }
}
