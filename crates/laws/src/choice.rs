//! Bytes → choices.

/// Choices that bytes make; when there are none left, always the first.
pub(crate) struct Choices<'b>(&'b [u8]);

impl<'b> Choices<'b> {
    pub(crate) fn of(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn are_left(&self) -> bool {
        !self.0.is_empty()
    }

    fn next(&mut self) -> usize {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                usize::from(*first)
            }
            None => 0,
        }
    }

    /// One of some, of which there is at least one.
    pub(crate) fn one_of<T: Clone>(&mut self, some: &[T]) -> T {
        some[self.next() % some.len()].clone()
    }

    /// One of some, and mostly the first.
    pub(crate) fn mostly<T: Clone>(&mut self, some: &[T]) -> T {
        let byte = self.next();
        some[if byte < 200 { 0 } else { byte % some.len() }].clone()
    }

    /// Every fourth time.
    pub(crate) fn is_quarter(&mut self) -> bool {
        self.next().is_multiple_of(4)
    }

    /// Once in a while.
    pub(crate) fn is_rare(&mut self) -> bool {
        self.next() == 1
    }
}
