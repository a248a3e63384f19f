//! The plan as it is stored: a record for each window, and one for each other member of the plan's file.

use std::collections::{BTreeMap, BTreeSet};
use window_planner_core::{
    json,
    plan::{Plan, VERSION, WindowId},
};

/// The member that tells the windows' order; the plan's file has the windows themselves there.
const ORDER: &str = "Windows";

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A member of the plan's file.
    Member,
    /// A window.
    Window,
}

/// What a record is found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What it is of.
    pub part: Part,
    /// The member's name, or the window's id.
    pub name: String,
}

impl Key {
    /// The key of a member of the plan's file.
    #[must_use]
    pub fn member(name: &str) -> Self {
        Self { part: Part::Member, name: name.to_owned() }
    }

    /// The key of a window.
    #[must_use]
    pub fn window(id: &WindowId) -> Self {
        Self { part: Part::Window, name: id.to_string() }
    }
}

/// Records that are to become otherwise: their texts, and none for one that goes.
pub type Changes = Vec<(Key, Option<String>)>;

/// The records of a plan, each with its JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records(BTreeMap<Key, String>);

impl Records {
    /// Records as they were stored.
    #[must_use]
    pub fn stored(records: impl IntoIterator<Item = (Key, String)>) -> Self {
        let mut stored = BTreeMap::new();
        stored.extend(records);
        Self(stored)
    }

    /// The records of a plan that is not stored yet.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut records = Self::default();
        let changes = records.changes_of_plan(plan, &[]);
        records.take(changes);
        records
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of them are of windows that a plan does not have, or nearly so many.
    #[must_use]
    pub fn gone(&self, plan: &Plan) -> usize {
        self.0.len().saturating_sub(plan.windows.len())
    }

    /// Whether they are of the version that is written today.
    fn is_current(&self) -> bool {
        self.text_of(&Key::member("Version")).is_some_and(|version| version == VERSION.to_string())
    }

    /// The JSON of one record.
    #[must_use]
    pub fn text_of(&self, key: &Key) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The keys of what differs from other records, or is not in both.
    #[must_use]
    pub fn unlike(&self, others: &Self) -> BTreeSet<Key> {
        let mut keys = self.keys();
        keys.extend(others.keys());
        keys.retain(|key| self.text_of(key) != others.text_of(key));
        keys
    }

    /// All keys.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<Key> {
        let mut keys = BTreeSet::new();
        keys.extend(self.0.keys().cloned());
        keys
    }

    /// How the plan that was read from the records differs from them: in the windows in `changed`; in
    /// all, where the records are of an earlier version.
    #[must_use]
    pub fn changes_of_read(&self, plan: &Plan, changed: &[WindowId]) -> Changes {
        if self.is_current() {
            return self.changes_of_plan(plan, changed);
        }
        let all: Vec<WindowId> = plan.windows.iter().map(|window| window.id.clone()).collect();
        self.changes_of_plan(plan, &all)
    }

    /// How one window differs from its record.
    #[must_use]
    pub fn changes_of_window(&self, plan: &Plan, place: usize) -> Changes {
        let Some(window) = plan.windows.get(place) else { return Vec::new() };
        let (key, text) = (Key::window(&window.id), window.to_json());
        if self.text_of(&key) == Some(&text) { Vec::new() } else { vec![(key, Some(text))] }
    }

    /// How a plan differs from the records. Of windows that are in both, only those in `changed` are
    /// compared: to write down each of thousands would take longer than to store them.
    #[must_use]
    pub fn changes_of_plan(&self, plan: &Plan, changed: &[WindowId]) -> Changes {
        let ids: Vec<&str> = plan.windows.iter().map(|window| window.id.as_str()).collect();
        let mut members = plan.members();
        members.push((ORDER.to_owned(), json::text(&ids.into())));
        let mut kept = BTreeSet::new();
        kept.extend(members.iter().map(|(name, _)| Key::member(name)));
        kept.extend(plan.windows.iter().map(|window| Key::window(&window.id)));
        let mut compared = BTreeSet::new();
        compared.extend(changed.iter().map(Key::window));

        let mut changes: Changes =
            self.0.keys().filter(|key| !kept.contains(key)).map(|key| (key.clone(), None)).collect();
        let members = members.into_iter().map(|(name, text)| (Key::member(&name), text));
        let windows = plan.windows.iter().map(|window| (Key::window(&window.id), window));
        let windows = windows
            .filter(|(key, _)| compared.contains(key) || !self.0.contains_key(key))
            .map(|(key, window)| (key, window.to_json()));
        changes.extend(
            members
                .chain(windows)
                .filter(|(key, text)| self.text_of(key) != Some(text))
                .map(|(key, text)| (key, Some(text))),
        );
        changes
    }

    /// Makes the changes, and tells the keys of the records that they concern.
    pub fn take(&mut self, changes: Changes) -> BTreeSet<Key> {
        let mut keys = BTreeSet::new();
        for (key, text) in changes {
            keys.insert(key.clone());
            match text {
                Some(text) => self.0.insert(key, text),
                None => self.0.remove(&key),
            };
        }
        keys
    }

    /// The text of the plan's file.
    #[must_use]
    pub fn text(&self) -> String {
        let members = self.0.iter().filter(|(key, _)| key.part == Part::Member && key.name != ORDER);
        let order = self.text_of(&Key::member(ORDER)).unwrap_or_default();
        let order: Vec<String> = serde_json::from_str(order).unwrap_or_default();
        let ordered = order.into_iter().map(|name| Key { part: Part::Window, name });
        let mut placed = BTreeSet::new();
        let mut windows = Vec::new();
        // Nothing that is stored is lost, though its place may be.
        for key in ordered.chain(self.0.keys().filter(|key| key.part == Part::Window).cloned()) {
            if let Some(text) = self.text_of(&key).filter(|_| placed.insert(key.clone())) {
                windows.push(text);
            }
        }
        Plan::joined(members.map(|(key, text)| (&*key.name, &**text)), windows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::example;
    use window_planner_core::Timestamp;

    fn ids(plan: &Plan) -> Vec<WindowId> {
        plan.windows.iter().map(|window| window.id.clone()).collect()
    }

    #[track_caller]
    fn holds(records: &Records, plan: &Plan) {
        assert_eq!(Plan::from_json(&records.text()).as_ref(), Ok(plan));
    }

    #[test]
    fn records_hold_the_plan_in_its_order() {
        let mut plan = example(Timestamp::EPOCH);
        holds(&Records::of(&plan), &plan);
        plan.windows.reverse();
        holds(&Records::of(&plan), &plan);
        holds(&Records::of(&Plan::default()), &Plan::default());
    }

    #[test]
    fn records_of_an_earlier_version_are_all_written_anew() {
        let plan = example(Timestamp::EPOCH);
        let mut records = Records::of(&plan);
        let old = |key: Key| (key, Some("{}".to_owned()));
        records.take(plan.windows.iter().map(|window| old(Key::window(&window.id))).collect());
        assert_eq!(records.changes_of_read(&plan, &[]), []);
        records.take(vec![(Key::member("Version"), Some("1".to_owned()))]);
        let changes = records.changes_of_read(&plan, &[]);
        assert_eq!(records.take(changes).len(), 1 + plan.windows.len());
        assert_eq!(records, Records::of(&plan));
    }

    #[test]
    fn a_keystroke_concerns_one_record() {
        let mut plan = example(Timestamp::EPOCH);
        let mut records = Records::of(&plan);
        plan.windows[1].definition.name = Some("Renamed".to_owned());
        let changes = records.changes_of_window(&plan, 1);
        assert_eq!(records.take(changes), [Key::window(&plan.windows[1].id)].into());
        holds(&records, &plan);
        assert_eq!(records.changes_of_window(&plan, 1), []);
        assert_eq!(records.changes_of_window(&plan, 7), []);
    }

    #[test]
    fn what_comes_and_goes_leaves_the_other_windows_alone() {
        let mut plan = example(Timestamp::EPOCH);
        let mut records = Records::of(&plan);
        plan.name = Some("Mine".to_owned());
        let gone = plan.windows.remove(1);
        let copy =
            plan.duplicate(ids(&plan)[0].as_str(), "Copy".to_owned(), Timestamp::EPOCH).unwrap().id.clone();
        let changes = records.changes_of_plan(&plan, &[]);
        let expected = ["Name", "Serial", ORDER].map(Key::member).into_iter();
        let expected = expected.chain([Key::window(&gone.id), Key::window(&copy)]).collect::<BTreeSet<_>>();
        assert_eq!(records.take(changes), expected);
        holds(&records, &plan);
        assert_eq!(records.unlike(&Records::of(&example(Timestamp::EPOCH))), expected);
        plan.name = None;
        let changes = records.changes_of_plan(&plan, &[]);
        assert_eq!(records.take(changes), [Key::member("Name")].into());
        holds(&records, &plan);
    }

    #[test]
    fn a_window_whose_place_is_not_known_comes_last() {
        let plan = example(Timestamp::EPOCH);
        let mut records = Records::of(&plan);
        let first_two = json::text(&vec![plan.windows[1].id.as_str(), "mw-00000000000000000"].into());
        records.take(vec![(Key::member(ORDER), Some(first_two))]);
        let read = Plan::from_json(&records.text()).unwrap();
        assert_eq!(read.windows.len(), 3);
        assert_eq!(read.windows[0], plan.windows[1]);
    }
}
