//! Where answers go: collected, and passed on in large pieces.

use std::fmt;
use std::io::{self, Write};

/// How much is collected before it is passed on.
const PIECE: usize = 1 << 16;

/// A stream and the text that it has not been given yet.
#[derive(Debug)]
pub(crate) struct Output<W> {
    stream: W,
    text: String,
}

impl<W: Write> Output<W> {
    pub(crate) fn new(stream: W) -> Self {
        Self { stream, text: String::with_capacity(2 * PIECE) }
    }

    /// Adds text.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Passes on what has been collected, when that is a large piece.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    pub(crate) fn pass_on_piece(&mut self) -> io::Result<()> {
        if self.text.len() < PIECE { Ok(()) } else { self.pass_on() }
    }

    /// Passes on all that has been collected.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    pub(crate) fn pass_on(&mut self) -> io::Result<()> {
        self.stream.write_all(self.text.as_bytes())?;
        self.text.clear();
        self.stream.flush()
    }
}

impl<W> fmt::Write for Output<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}
