//! Undo and redo: what stood in the plan before each step.

use std::collections::VecDeque;
use window_planner_core::plan::{CalendarFile, Plan, Window, WindowId};

/// How many steps are kept.
const MOST_STEPS: usize = 200;

/// How many windows all steps together hold at most, so that a plan of thousands does not fill the
/// memory; the last step is kept whatever it holds.
const MOST_WINDOWS: usize = 20_000;

/// The steps that were made, and those that were taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    /// What is being typed: the next step there is part of the last one.
    open: Option<EditKey>,
    /// How many steps were ever made.
    count: u64,
}

/// What is edited, so that the keystrokes of one field are one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditKey {
    /// The window.
    pub window: WindowId,
    /// The field by the name that diagnostics use.
    pub field: String,
}

/// One step. It holds what is not in the plan: until it is taken back what was there before, then
/// what was there after. Taking it back, or making it again, exchanges the two.
#[derive(Clone, Debug)]
pub struct Step {
    words: String,
    splice: Option<Splice>,
    name: Option<PlanName>,
    calendars: Option<Vec<CalendarFile>>,
}

/// What the plan is called on the other side of a step; it may have no name.
#[derive(Clone, Debug)]
struct PlanName(Option<String>);

/// A stretch of the list of windows that reads otherwise on the other side of a step.
#[derive(Clone, Debug)]
struct Splice {
    /// Where the stretch begins.
    place: usize,
    /// How many windows it has in the plan.
    count: usize,
    /// The windows of the other side.
    windows: Vec<Window>,
}

impl Step {
    /// The step that changed the window at `place` from `before`. `words` say what was done: `rename
    /// Web-Tier`.
    #[must_use]
    pub fn of_window(words: String, place: usize, before: Window) -> Self {
        let splice = Splice { place, count: 1, windows: vec![before] };
        Self { words, splice: Some(splice), name: None, calendars: None }
    }

    /// The step that made `after` of `before`; `None` when nothing differs.
    #[must_use]
    pub fn between(words: String, mut before: Plan, after: &Plan) -> Option<Self> {
        let (old, new) = (&before.windows, &after.windows);
        let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
        let end = rest.take_while(|(old, new)| old == new).count();
        let windows: Vec<Window> = before.windows.drain(start..before.windows.len() - end).collect();
        let count = new.len() - end - start;
        let differs = count > 0 || !windows.is_empty();
        let step = Self {
            words,
            splice: differs.then_some(Splice { place: start, count, windows }),
            name: (before.name != after.name).then_some(PlanName(before.name)),
            calendars: (before.calendars != after.calendars).then_some(before.calendars),
        };
        (step.splice.is_some() || step.name.is_some() || step.calendars.is_some()).then_some(step)
    }

    /// What was done.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Exchanges what the step holds with what the plan holds. Tells the windows that are new or
    /// different in the plan now.
    fn swap(&mut self, plan: &mut Plan) -> Vec<WindowId> {
        if let Some(PlanName(name)) = &mut self.name {
            std::mem::swap(name, &mut plan.name);
        }
        if let Some(calendars) = &mut self.calendars {
            std::mem::swap(calendars, &mut plan.calendars);
        }
        let Some(splice) = &mut self.splice else { return Vec::new() };
        let place = splice.place.min(plan.windows.len());
        let end = (place + splice.count).min(plan.windows.len());
        splice.count = splice.windows.len();
        let coming = std::mem::take(&mut splice.windows);
        let changed = coming.iter().map(|window| window.id.clone()).collect();
        splice.windows = plan.windows.splice(place..end, coming).collect();
        changed
    }

    /// Whether the plan holds what the step holds: then it has no effect.
    fn is_idle(&self, plan: &Plan) -> bool {
        let Some(splice) = &self.splice else { return false };
        let here = plan.windows.get(splice.place..splice.place + splice.count);
        self.name.is_none() && self.calendars.is_none() && here == Some(&splice.windows[..])
    }

    fn weight(&self) -> usize {
        self.splice.as_ref().map_or(0, |splice| splice.windows.len())
    }
}

impl History {
    /// Adds a step that was made in `plan`. With the `key` of the step before, and nothing between,
    /// the two are one.
    pub fn record(&mut self, step: Step, key: Option<EditKey>, plan: &Plan) {
        self.undone.clear();
        let goes_on = key.is_some() && key == self.open;
        self.open = key;
        if !goes_on {
            self.count += 1;
            self.done.push_back(step);
        } else if self.done.back().is_some_and(|last| last.is_idle(plan)) {
            // Typed, and taken back letter by letter.
            self.done.pop_back();
            self.open = None;
        }
        let mut weight: usize = self.done.iter().map(Step::weight).sum();
        while self.done.len() > 1 && (self.done.len() > MOST_STEPS || weight > MOST_WINDOWS) {
            weight -= self.done.pop_front().map_or(0, |step| step.weight());
        }
    }

    /// Ends the step that is being typed: what is typed from now on is another one.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Whether something is being typed that a field of the browser's own can take back.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes the last step back. Tells the windows that are new or different now.
    pub fn undo(&mut self, plan: &mut Plan) -> Option<Vec<WindowId>> {
        self.open = None;
        let mut step = self.done.pop_back()?;
        let changed = step.swap(plan);
        self.undone.push(step);
        Some(changed)
    }

    /// Makes the step again that was taken back last.
    pub fn redo(&mut self, plan: &mut Plan) -> Option<Vec<WindowId>> {
        self.open = None;
        let mut step = self.undone.pop()?;
        let changed = step.swap(plan);
        self.done.push_back(step);
        Some(changed)
    }

    /// The step that [`History::undo`] takes back.
    #[must_use]
    pub fn last_done(&self) -> Option<&Step> {
        self.done.back()
    }

    /// The step that [`History::redo`] makes again.
    #[must_use]
    pub fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// How many steps were ever made: it tells the last one from all others.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{Timestamp, window::CreateMaintenanceWindowRequest};

    fn plan(names: &[&str]) -> Plan {
        let mut plan = Plan::default();
        for name in names {
            let definition =
                CreateMaintenanceWindowRequest { name: Some((*name).to_owned()), ..Default::default() };
            plan.add(definition, Timestamp::EPOCH);
        }
        plan
    }

    fn names(plan: &Plan) -> Vec<&str> {
        plan.windows.iter().map(Window::title).collect()
    }

    fn change(history: &mut History, plan: &mut Plan, change: impl FnOnce(&mut Plan)) {
        let before = plan.clone();
        change(plan);
        if let Some(step) = Step::between("change".to_owned(), before, plan) {
            history.record(step, None, plan);
        }
    }

    fn rename(history: &mut History, plan: &mut Plan, place: usize, name: &str) {
        let before = plan.windows[place].clone();
        plan.windows[place].definition.name = Some(name.to_owned());
        let key = EditKey { window: before.id.clone(), field: "Name".to_owned() };
        history.record(Step::of_window("rename".to_owned(), place, before), Some(key), plan);
    }

    #[test]
    fn undo_and_redo_go_through_every_state() {
        let mut plan = plan(&["a", "b", "c"]);
        let mut history = History::default();
        let mut states = vec![plan.clone()];
        let changes: [fn(&mut Plan); 6] = [
            |plan| drop(plan.windows.remove(1)),
            |plan| plan.name = Some("Mine".into()),
            |plan| plan.windows.swap(0, 1),
            |plan| plan.windows.iter_mut().for_each(|window| window.enabled = false),
            |plan| plan.windows.clear(),
            |plan| drop(plan.add(CreateMaintenanceWindowRequest::default(), Timestamp::EPOCH).id.clone()),
        ];
        for made in changes {
            change(&mut history, &mut plan, made);
            states.push(plan.clone());
        }
        let same = |plan: &Plan, state: &Plan| {
            assert_eq!((&plan.windows, &plan.name), (&state.windows, &state.name));
        };
        for state in states.iter().rev().skip(1) {
            assert!(history.undo(&mut plan).is_some());
            same(&plan, state);
        }
        assert!(history.undo(&mut plan).is_none());
        for state in states.iter().skip(1) {
            assert!(history.redo(&mut plan).is_some());
            same(&plan, state);
        }
        assert!(history.redo(&mut plan).is_none());
    }

    #[test]
    fn the_keystrokes_of_one_field_are_one_step() {
        let mut plan = plan(&["a", "b"]);
        let mut history = History::default();
        for name in ["ax", "axy", "axyz"] {
            rename(&mut history, &mut plan, 0, name);
        }
        rename(&mut history, &mut plan, 1, "by");
        history.close();
        rename(&mut history, &mut plan, 1, "byz");
        for expected in [["axyz", "by"], ["axyz", "b"], ["a", "b"]] {
            history.undo(&mut plan);
            assert_eq!(names(&plan), expected);
        }
        assert!(history.last_done().is_none());
    }

    #[test]
    fn what_is_typed_and_taken_back_is_no_step() {
        let mut plan = plan(&["a"]);
        let mut history = History::default();
        rename(&mut history, &mut plan, 0, "ax");
        assert!(history.is_open());
        rename(&mut history, &mut plan, 0, "a");
        assert!(history.last_done().is_none() && !history.is_open());
    }

    #[test]
    fn a_new_step_forgets_what_was_taken_back() {
        let mut plan = plan(&["a"]);
        let mut history = History::default();
        rename(&mut history, &mut plan, 0, "ax");
        history.undo(&mut plan);
        rename(&mut history, &mut plan, 0, "b");
        assert!(history.last_undone().is_none());
        history.undo(&mut plan);
        assert_eq!(names(&plan), ["a"]);
    }

    #[test]
    fn steps_are_bounded_in_number_and_in_what_they_hold() {
        let mut plan = plan(&["a"]);
        let mut history = History::default();
        for step in 0..MOST_STEPS * 2 {
            rename(&mut history, &mut plan, 0, &step.to_string());
            history.close();
        }
        assert_eq!(history.done.len(), MOST_STEPS);
        let many: Vec<String> = (0..MOST_WINDOWS).map(|place| place.to_string()).collect();
        let names: Vec<&str> = many.iter().map(String::as_str).collect();
        plan = self::plan(&names);
        change(&mut history, &mut plan, |plan| {
            plan.windows.iter_mut().for_each(|window| window.enabled = false);
        });
        assert!(history.done.len() < 3);
    }
}
