//! What the storage was given, and what it has taken.

use super::{records::Key, stored::Revision};
use std::collections::{BTreeSet, VecDeque};

/// What was sent to the storage and is not confirmed, and what is still to be sent.
///
/// Each sending builds on the one before, and is refused when that is not what is stored. So the first
/// refusal concerns all that follow.
#[derive(Debug, Default)]
pub struct Ledger {
    confirmed: Option<Revision>,
    sent: VecDeque<(Revision, BTreeSet<Key>)>,
    unsent: BTreeSet<Key>,
}

/// What is to be stored together, or not at all.
#[derive(Debug, PartialEq)]
pub struct Sending {
    /// What must be stored, for it to be taken; none where nothing is stored.
    pub base: Option<Revision>,
    /// The records that have changed since.
    pub keys: BTreeSet<Key>,
}

impl Ledger {
    /// Begins anew, with what is stored.
    pub fn build_on(&mut self, stored: Option<Revision>) {
        *self = Self { confirmed: stored, ..Self::default() };
    }

    /// Notes records that differ from what is stored.
    pub fn note(&mut self, keys: BTreeSet<Key>) {
        self.unsent.extend(keys);
    }

    /// Takes what is to be sent, under the name that it will have. None where there is nothing; or when
    /// nothing is stored yet and the first sending is on its way: what follows it would be all there is.
    pub fn send(&mut self, revision: Revision) -> Option<Sending> {
        if self.unsent.is_empty() || (self.confirmed.is_none() && !self.sent.is_empty()) {
            return None;
        }
        let keys = std::mem::take(&mut self.unsent);
        let base = self.sent.back().map(|(revision, _)| revision).or(self.confirmed.as_ref()).cloned();
        self.sent.push_back((revision, keys.clone()));
        Some(Sending { base, keys })
    }

    /// Notes that a sending was taken.
    pub fn confirm(&mut self, revision: &Revision) {
        if self.sent.front().is_some_and(|(first, _)| first == revision) {
            self.sent.pop_front();
            self.confirmed = Some(revision.clone());
        }
    }

    /// Notes that a sending was refused, with all that follow: they are to be sent again. Tells whether
    /// this is the first that is heard of it.
    pub fn refuse(&mut self, revision: &Revision) -> bool {
        let is_news = self.sent.iter().any(|(sent, _)| sent == revision);
        if is_news {
            for (_, keys) in self.sent.drain(..) {
                self.unsent.extend(keys);
            }
        }
        is_news
    }

    /// The state of the stored plan that was read or confirmed last.
    #[must_use]
    pub fn confirmed(&self) -> Option<&Revision> {
        self.confirmed.as_ref()
    }

    /// Whether all is stored.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.sent.is_empty() && self.unsent.is_empty()
    }

    /// Whether there is something to be sent.
    #[must_use]
    pub fn has_unsent(&self) -> bool {
        !self.unsent.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revision(name: &str) -> Revision {
        Revision(name.to_owned())
    }

    fn keys(names: &[&str]) -> BTreeSet<Key> {
        names.iter().map(|name| Key::member(name)).collect()
    }

    fn edit(ledger: &mut Ledger, name: &str, as_revision: &str) -> Option<Sending> {
        ledger.note(keys(&[name]));
        ledger.send(revision(as_revision))
    }

    fn sending(base: Option<&str>, names: &[&str]) -> Sending {
        Sending { base: base.map(revision), keys: keys(names) }
    }

    #[test]
    fn each_edit_is_sent_at_once_and_builds_on_the_one_before() {
        let mut ledger = Ledger::default();
        ledger.build_on(Some(revision("0")));
        assert_eq!(edit(&mut ledger, "a", "1"), Some(sending(Some("0"), &["a"])));
        assert_eq!(edit(&mut ledger, "b", "2"), Some(sending(Some("1"), &["b"])));
        ledger.confirm(&revision("1"));
        assert!(!ledger.is_settled());
        ledger.confirm(&revision("2"));
        assert!(ledger.is_settled());
        assert_eq!(ledger.send(revision("3")), None);
        assert_eq!(ledger.confirmed(), Some(&revision("2")));
    }

    #[test]
    fn nothing_follows_the_first_sending_before_it_is_stored() {
        let mut ledger = Ledger::default();
        assert_eq!(edit(&mut ledger, "all", "1"), Some(sending(None, &["all"])));
        assert_eq!(edit(&mut ledger, "b", "2"), None);
        assert!(ledger.has_unsent());
        ledger.confirm(&revision("1"));
        assert_eq!(ledger.send(revision("3")), Some(sending(Some("1"), &["b"])));
    }

    #[test]
    fn a_refusal_is_heard_once_and_loses_nothing() {
        let mut ledger = Ledger::default();
        ledger.build_on(Some(revision("0")));
        edit(&mut ledger, "a", "1");
        edit(&mut ledger, "b", "2");
        assert!(ledger.refuse(&revision("1")));
        assert!(!ledger.refuse(&revision("2")), "it follows from the first");
        ledger.confirm(&revision("2"));
        assert_eq!(edit(&mut ledger, "c", "3"), Some(sending(Some("0"), &["a", "b", "c"])));
    }

    #[test]
    fn beginning_anew_forgets_what_was_to_be_sent() {
        let mut ledger = Ledger::default();
        edit(&mut ledger, "a", "1");
        ledger.build_on(Some(revision("theirs")));
        ledger.confirm(&revision("1"));
        assert!(ledger.is_settled());
        assert_eq!(ledger.confirmed(), Some(&revision("theirs")));
    }
}
