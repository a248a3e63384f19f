//! Changes of the calendars of freezes, each a step that can be undone.

use super::Store;
use leptos::prelude::*;

impl Store {
    /// Calls the calendar at a place of the plan's list something else; a name of blanks changes nothing.
    pub(crate) fn rename_calendar(self, place: usize, name: &str) {
        let name = name.trim().to_owned();
        self.change("renaming of a calendar", |plan| {
            if let Some(calendar) = plan.calendars.get_mut(place).filter(|_| !name.is_empty()) {
                calendar.name = name;
            }
        });
    }

    /// Takes the calendar at a place of the plan's list away.
    pub(crate) fn remove_calendar(self, place: usize) {
        let name = self.plan.with_untracked(|plan| plan.calendars.get(place).map(|it| it.name.clone()));
        let Some(name) = name else { return };
        self.change_and_say(
            &format!("removal of {name}"),
            format!("{name} was removed from the plan."),
            |plan| {
                plan.calendars.remove(place);
            },
        );
    }
}
