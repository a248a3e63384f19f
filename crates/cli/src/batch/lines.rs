//! The lines of a stream, in bounded memory.

use memchr::memchr;
use std::io::{self, ErrorKind, Read};

/// The most bytes of a line; a longer one is passed over without being held.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// How many bytes are asked for at once, at least.
const READ_SIZE: usize = 1 << 16;

/// One line, without its line end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line<'b> {
    /// Its bytes.
    Bytes(&'b [u8]),
    /// It has more than [`LONGEST_LINE`] bytes.
    TooLong,
}

/// Takes lines from what has been read, and reads only when told to: so the caller knows when the
/// next line may be long in coming.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// What is in the buffer and not yet given out: `start..end`.
    start: usize,
    end: usize,
    /// Up to where no line end is.
    searched: usize,
    /// Whether the beginning of the current line was thrown away.
    too_long: bool,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, buffer: Vec::new(), start: 0, end: 0, searched: 0, too_long: false }
    }

    /// The next line that is already here in full.
    pub(crate) fn next_here(&mut self) -> Option<Line<'_>> {
        let Some(length) = memchr(b'\n', &self.buffer[self.searched..self.end]) else {
            self.searched = self.end;
            return None;
        };
        let (start, end) = (self.start, self.searched + length);
        self.start = end + 1;
        self.searched = self.start;
        Some(self.line(start, end))
    }

    /// The last line, where the stream ends without a line end.
    pub(crate) fn rest(&mut self) -> Option<Line<'_>> {
        let (start, end) = (self.start, self.end);
        self.start = end;
        (start < end || self.too_long).then(|| self.line(start, end))
    }

    fn line(&mut self, start: usize, end: usize) -> Line<'_> {
        let is_too_long = std::mem::take(&mut self.too_long) || end - start > LONGEST_LINE;
        if is_too_long { Line::TooLong } else { Line::Bytes(&self.buffer[start..end]) }
    }

    /// Reads on, and waits for it when there is nothing yet. `false` at the end of the stream.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    pub(crate) fn read_on(&mut self) -> io::Result<bool> {
        if self.end - self.start > LONGEST_LINE {
            self.too_long = true;
            self.start = self.end;
        }
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        (self.start, self.searched) = (0, self.end);
        if self.buffer.len() < self.end + READ_SIZE {
            self.buffer.resize(self.end + READ_SIZE, 0);
        }
        loop {
            match self.input.read(&mut self.buffer[self.end..]) {
                Ok(read) => {
                    self.end += read;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that gives `step` bytes at a time.
    struct Dripping<'t> {
        text: &'t [u8],
        step: usize,
    }

    impl Read for Dripping<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let size = self.step.min(buffer.len()).min(self.text.len());
            buffer[..size].copy_from_slice(&self.text[..size]);
            self.text = &self.text[size..];
            Ok(size)
        }
    }

    /// The lengths of the lines, `None` for one that is too long, and the greatest size of the buffer.
    fn lengths(text: &[u8], step: usize) -> (Vec<Option<usize>>, usize) {
        let length = |line: Line<'_>| match line {
            Line::Bytes(bytes) => Some(bytes.len()),
            Line::TooLong => None,
        };
        let mut lines = Lines::new(Dripping { text, step });
        let mut found = Vec::new();
        loop {
            while let Some(line) = lines.next_here() {
                found.push(length(line));
            }
            if !lines.read_on().unwrap() {
                found.extend(lines.rest().map(length));
                return (found, lines.buffer.len());
            }
        }
    }

    #[test]
    fn lines_are_the_same_however_the_bytes_arrive() {
        for step in [1, 2, 3, 100] {
            assert_eq!(lengths(b"ab\n\ncde", step).0, [Some(2), Some(0), Some(3)]);
            assert_eq!(lengths(b"ab\n\ncde\n", step).0, [Some(2), Some(0), Some(3)]);
            assert_eq!(lengths(b"", step).0, []);
            assert_eq!(lengths(b"\n", step).0, [Some(0)]);
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_without_being_held() {
        let mut text = b"a\n".to_vec();
        text.resize(20 * LONGEST_LINE, b'x');
        text.extend(b"\nbc\n");
        for step in [1000, usize::MAX] {
            let (found, size) = lengths(&text, step);
            assert_eq!(found, [Some(1), None, Some(2)]);
            assert!(size < LONGEST_LINE + 2 * READ_SIZE, "{size}");
        }
        text.truncate(10 * LONGEST_LINE);
        assert_eq!(lengths(&text, 1000).0, [Some(1), None]);
    }

    #[test]
    fn the_longest_line_is_taken_and_one_byte_more_is_not() {
        for (size, expected) in [(LONGEST_LINE, Some(LONGEST_LINE)), (LONGEST_LINE + 1, None)] {
            let mut text = vec![b'x'; size];
            assert_eq!(lengths(&text, usize::MAX).0, [expected]);
            text.push(b'\n');
            assert_eq!(lengths(&text, 12_345).0, [expected]);
        }
    }
}
