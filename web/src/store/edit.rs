//! All changes of the plan: each is a step that can be undone.

use super::{
    EditKey, FieldName, InspectorTab, Notice, Pane, Planned, Step, Store, blank,
    color::{COLORS, give_colors},
    storage, unused_name,
};
use crate::{slices::let_go, words::isolated};
use leptos::prelude::*;
use std::collections::HashMap;
use window_planner_core::{
    Timestamp,
    diagnostic::Diagnostic,
    plan::{InAccount, Plan, Window, WindowId},
};

impl Store {
    /// Changes one window. `words` say what is done: `rename Web-Tier`. Changes of one `field`, one
    /// after the other, are one step.
    pub(crate) fn edit(
        self,
        id: &WindowId,
        words: &str,
        field: Option<&str>,
        change: impl FnOnce(&mut Window),
    ) {
        let Some(planned) = untrack(|| self.planned(id)) else { return };
        let key = field.map(|field| EditKey { window: id.clone(), field: field.to_owned() });
        let mut has_changed = false;
        self.parts.plan.update_untracked(|plan| {
            let place = planned.place();
            let Some(window) = plan.windows.get_mut(place).filter(|window| window.id == *id) else { return };
            let before = window.clone();
            change(window);
            has_changed = *window != before;
            if has_changed {
                let step = Step::of_window(words.to_owned(), place, before);
                self.parts.history.update(|history| history.record(step, key, plan));
            }
        });
        if has_changed {
            storage::keep_window(self, planned.place());
            self.withdraw_done();
            self.list_windows();
            // Not as a batch: an immediate effect forgets what came to it through a memo while one lasts
            // (reactive_graph 0.2), and the zone that fits the windows would stay as it was.
            planned.notify();
            self.parts.plan.notify();
        }
    }

    /// Changes the plan in any way: windows come, go, change. `words` say what is done.
    pub(crate) fn change(self, words: &str, change: impl FnOnce(&mut Plan)) {
        self.take_step(words, |plan| {
            let before = plan.clone();
            change(plan);
            before
        });
    }

    /// Makes a step of a change, which gives back the plan as it was.
    fn take_step(self, words: &str, change: impl FnOnce(&mut Plan) -> Plan) {
        let mut changed = Vec::new();
        let mut has_changed = false;
        self.parts.plan.update_untracked(|plan| {
            let before = change(plan);
            give_colors(plan);
            changed = changed_windows(&before, plan);
            if let Some(step) = Step::between(words.to_owned(), before, plan) {
                has_changed = true;
                self.parts.history.update(|history| history.record(step, None, plan));
            }
        });
        if has_changed {
            storage::keep_plan(self, &changed);
            self.withdraw_done();
            self.tell(&changed);
        }
    }

    /// [`Store::change`], and says `done` with a way to undo it: `Web-Tier was deleted.`
    pub(crate) fn change_and_say(self, words: &str, done: String, change: impl FnOnce(&mut Plan)) {
        self.say_if_done(done, || self.change(words, change));
    }

    /// Puts another plan in the place of this one, which is a step, and says `done`.
    pub(crate) fn replace_and_say(self, words: &str, done: String, plan: Plan) {
        self.say_if_done(done, || self.take_step(words, |before| std::mem::replace(before, plan)));
    }

    fn say_if_done(self, done: String, step: impl FnOnce()) {
        let before = self.history.with_untracked(super::History::count);
        step();
        let step = self.history.with_untracked(super::History::count);
        if step != before {
            self.notices.update(|notices| notices.push(Notice::Done { words: done, step }));
        }
    }

    /// Takes the last step back, and shows what it was about.
    pub(crate) fn undo(self) {
        self.travel(super::History::undo);
    }

    /// Makes the step again that was taken back last.
    pub(crate) fn redo(self) {
        self.travel(super::History::redo);
    }

    fn travel(self, go: impl FnOnce(&mut super::History, &mut Plan) -> Option<Vec<WindowId>>) {
        let mut changed = None;
        self.parts.plan.update_untracked(|plan| {
            self.parts.history.update(|history| changed = go(history, plan));
        });
        let Some(changed) = changed else { return };
        storage::keep_plan(self, &changed);
        self.withdraw_done();
        self.opened.set(None);
        self.tell(&changed);
        if let [only] = &changed[..] {
            self.select(only);
        }
    }

    /// Ends the step that is being typed: what is typed from now on is another one.
    pub(crate) fn close_step(self) {
        if self.history.with_untracked(super::History::is_open) {
            self.parts.history.update(super::History::close);
        }
    }

    /// Whether something is being typed into a field that can take it back by itself.
    #[must_use]
    pub(crate) fn is_step_open(self) -> bool {
        self.history.with_untracked(super::History::is_open)
    }

    /// Changes the definition of the selected window, or whatever else it has.
    pub(crate) fn edit_current(self, words: &str, field: Option<&str>, change: impl FnOnce(&mut Window)) {
        if let Some(current) = self.current.get_untracked() {
            self.edit(&current.id, words, field, change);
        }
    }

    /// Makes the selected window again what AWS has.
    pub(crate) fn return_to_aws(self) {
        self.edit_current("return to what AWS has", None, |window| {
            if let Some(InAccount { definition, enabled }) = window.in_account.clone() {
                (window.definition, window.enabled) = (definition, enabled);
            }
        });
    }

    /// Sets the text of one field of the selected window.
    pub(crate) fn set_text(self, field: FieldName, text: &str) {
        let path = field.path();
        self.edit_current(&format!("change of {path}"), Some(&path), |window| {
            field.set(&mut window.definition, text);
        });
    }

    /// Takes the remedy that a finding about the selected window offers.
    pub(crate) fn fix(self, finding: &Diagnostic) {
        if let (Some(field), Some(fix)) = (FieldName::from_path(&finding.field), &finding.fix) {
            self.close_step();
            self.set_text(field, &fix.value);
            self.close_step();
        }
    }

    /// Begins a window of one's own, in the viewer's zone.
    pub(crate) fn new_window(self) {
        let name = self.plan.with_untracked(|plan| unused_name(plan, "New-Window"));
        let definition = blank(&name, self.clock.viewer_zone.name());
        self.add("new window", move |plan, now| Some(plan.add(definition, now).id.clone()));
        self.tab.set(InspectorTab::Definition);
        self.pane.set(Pane::Edit);
        self.drawer.set(false);
    }

    /// Adds a window like this one, under another name, that AWS does not have.
    pub(crate) fn duplicate(self, id: &WindowId) {
        let Some(title) = self.plan.with_untracked(|plan| Some(plan.window(id.as_str())?.title().to_owned()))
        else {
            return;
        };
        let name = self.plan.with_untracked(|plan| unused_name(plan, &format!("{title}-copy")));
        self.add(&format!("copy of {}", isolated(&title)), |plan, now| {
            Some(plan.duplicate(id.as_str(), name, now)?.id.clone())
        });
    }

    /// Adds a window and selects it.
    fn add(self, words: &str, add: impl FnOnce(&mut Plan, Timestamp) -> Option<WindowId>) {
        let mut added = None;
        let now = self.opened_at;
        self.change(words, |plan| added = add(plan, now));
        if let Some(added) = added {
            self.opened.set(None);
            self.select(&added);
            self.go_to_next_run();
        }
    }

    /// Deletes a window from the plan; one that follows it, or comes before it, is selected then.
    pub(crate) fn delete(self, id: &WindowId) {
        let Some(place) =
            self.plan.with_untracked(|plan| plan.windows.iter().position(|window| window.id == *id))
        else {
            return;
        };
        let (title, neighbour) = self.plan.with_untracked(|plan| {
            let title = plan.windows.get(place).map(|window| isolated(window.title()));
            let neighbour = plan.windows.get(place + 1).or_else(|| plan.windows.get(place.checked_sub(1)?));
            (title.unwrap_or_default(), neighbour.map(|window| window.id.clone()))
        });
        let was_selected =
            self.current.with_untracked(|current| current.as_ref().is_some_and(|it| it.id == *id));
        self.opened.set(None);
        self.change_and_say(
            &format!("deletion of {title}"),
            format!("{title} was deleted from the plan."),
            |plan| {
                plan.remove(id.as_str());
            },
        );
        if let Some(neighbour) = neighbour.filter(|_| was_selected) {
            self.select(&neighbour);
        }
    }

    /// Changes the selected window, which is the window `id` in AWS.
    ///
    /// # Errors
    ///
    /// When another window of the plan has this id.
    pub(crate) fn identify(
        self,
        id: &WindowId,
        words: &str,
        change: impl FnOnce(&mut Window),
    ) -> Result<(), String> {
        let Some(current) = self.current.get_untracked() else { return Ok(()) };
        let other = self.plan.with_untracked(|plan| plan.window(id.as_str()).map(|it| isolated(it.title())));
        if let Some(other) = other.filter(|_| current.id != *id) {
            return Err(format!("The plan has {id} already: {other}."));
        }
        self.change(words, |plan| {
            if let Some(window) = plan.window_mut(current.id.as_str()) {
                window.id = id.clone();
                change(window);
            }
        });
        self.select(id);
        Ok(())
    }

    /// Enables or disables a window.
    pub(crate) fn set_enabled(self, id: &WindowId, enabled: bool) {
        self.edit(id, if enabled { "enabling" } else { "disabling" }, None, |window| {
            window.enabled = enabled;
        });
    }

    /// Gives a window the color, from 0 on.
    pub(crate) fn set_color(self, id: &WindowId, color: u8) {
        self.edit(id, "change of color", None, |window| window.color = Some(color % COLORS));
    }

    /// Shows windows in the calendar, or hides them.
    pub(crate) fn set_hidden(self, ids: &[WindowId], hidden: bool) {
        self.preferences.update(|preferences| {
            for id in ids {
                if hidden {
                    preferences.hidden.insert(id.clone());
                } else {
                    preferences.hidden.remove(id);
                }
            }
        });
    }

    /// Shows the plan as another tab has stored it. Steps that were made here do not fit it any more.
    pub(super) fn follow(self, plan: Plan) {
        let changed = self.parts.plan.with_untracked(|before| changed_windows(before, &plan));
        self.parts.plan.update_untracked(|before| *before = plan);
        self.parts.history.set(super::History::default());
        self.opened.set(None);
        self.withdraw_done();
        self.tell(&changed);
    }

    /// Tells all who show these windows, which are in the plan's order, and all who show the plan, that they have
    /// changed.
    fn tell(self, changed: &[WindowId]) {
        self.list_windows();
        let windows = self.windows.get_untracked();
        let mut changed = changed.iter().peekable();
        batch(|| {
            for planned in &windows {
                if changed.next_if(|id| **id == planned.id).is_some() {
                    planned.notify();
                }
            }
            self.parts.calendars_changed.notify();
            self.parts.plan.notify();
            // Last: of the immediate effects, those run that are told by a signal itself.
            self.parts.windows.notify();
        });
    }

    /// Makes the list of [`Planned`] windows follow the plan's.
    pub(super) fn list_windows(self) {
        let known = self.windows.get_untracked();
        let is_same = self.parts.plan.with_untracked(|plan| {
            known.len() == plan.windows.len()
                && known.iter().zip(&plan.windows).all(|(known, window)| known.id == window.id)
        });
        if is_same {
            return;
        }
        let places = places(known.iter().map(|planned| &planned.id));
        let listed = self.parts.plan.with_untracked(|plan| {
            let listed = |id: &WindowId| known.get(*places.get(id)?);
            let planned = |(place, window): (usize, &Window)| match listed(&window.id) {
                Some(planned) => {
                    planned.move_to(place);
                    planned.clone()
                }
                None => Planned::new(window.id.clone(), place, self.parts.surroundings),
            };
            plan.windows.iter().enumerate().map(planned).collect::<Vec<_>>()
        });
        self.parts.windows.set(listed);
        let_go(known);
    }

    /// Takes notices away that speak of a step which is no longer the last one.
    fn withdraw_done(self) {
        let is_done = |notice: &Notice| matches!(notice, Notice::Done { .. });
        if self.notices.with_untracked(|notices| notices.iter().any(is_done)) {
            self.notices.update(|notices| notices.retain(|notice| !is_done(notice)));
        }
    }
}

/// The windows of `after` that are new or different.
fn changed_windows(before: &Plan, after: &Plan) -> Vec<WindowId> {
    let places = places(before.windows.iter().map(|window| &window.id));
    let is_changed = |window: &&Window| {
        let place = places.get(&window.id);
        place.and_then(|place| before.windows.get(*place)) != Some(*window)
    };
    after.windows.iter().filter(is_changed).map(|window| window.id.clone()).collect()
}

/// The place of each id in their order.
fn places<'i>(ids: impl Iterator<Item = &'i WindowId>) -> HashMap<&'i WindowId, usize> {
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}
