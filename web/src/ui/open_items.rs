//! Which items of a list are open.

/// The items that are open, each once. They are few: each is sought among all.
pub(crate) struct OpenItems<T>(Vec<T>);

impl<T: PartialEq> OpenItems<T> {
    /// None.
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether an item is open.
    pub(crate) fn has(&self, item: &T) -> bool {
        self.0.contains(item)
    }

    /// Opens an item.
    pub(crate) fn open(&mut self, item: T) {
        if !self.has(&item) {
            self.0.push(item);
        }
    }

    /// Opens an item that is closed, and closes one that is open.
    pub(crate) fn toggle(&mut self, item: T) {
        match self.0.iter().position(|open| *open == item) {
            Some(place) => drop(self.0.swap_remove(place)),
            None => self.0.push(item),
        }
    }
}
