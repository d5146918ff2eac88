//! Output to a reader who may go away: `letterbook check letters | head -1`.

use std::io::{self, ErrorKind, Write};

/// Writes until nobody reads any more. What is written after that goes nowhere, and is no error: who has seen enough of a
/// report has not made it worse.
#[derive(Debug)]
pub struct Pipe<W> {
    inner: W,
    closed: bool,
}

impl<W: Write> Pipe<W> {
    /// Into some output.
    pub fn to(inner: W) -> Self {
        Self { inner, closed: false }
    }

    /// What comes of an attempt; `instead` where nobody reads.
    fn unless_closed<T>(
        &mut self,
        instead: T,
        attempt: impl FnOnce(&mut W) -> io::Result<T>,
    ) -> io::Result<T> {
        if self.closed {
            return Ok(instead);
        }
        match attempt(&mut self.inner) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(instead)
            }
            outcome => outcome,
        }
    }
}

impl<W: Write> Write for Pipe<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |inner| inner.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), Write::flush)
    }
}

#[cfg(test)]
mod tests {
    use super::Pipe;
    use std::io::{self, ErrorKind, Write};

    /// Fails in one way whenever something is written.
    struct Fails(ErrorKind);

    impl Write for Fails {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn only_a_reader_who_went_away_is_no_error() {
        for (kind, quiet) in [(ErrorKind::BrokenPipe, true), (ErrorKind::StorageFull, false)] {
            assert_eq!(Pipe::to(Fails(kind)).write_all(b"words").is_ok(), quiet, "{kind}");
            assert_eq!(Pipe::to(Fails(kind)).flush().is_ok(), quiet, "{kind}");
        }
    }
}
