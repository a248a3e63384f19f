//! A calendar of freezes, as the plan keeps it.

use crate::diagnostic::Checked;
use crate::freeze::Calendar;
use crate::record::Record;
use crate::zone::Zone;
use std::sync::Arc;

/// An iCalendar file that was laid over the plan. The plan keeps the text and not what was read of it:
/// nothing is lost, and a newer program reads it better.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct CalendarFile {
    /// What people call it: what the calendar calls itself, or the file's name.
    pub name: String,
    /// Its text, as it was. Copies of a plan share it: a year of a busy calendar is a megabyte.
    pub text: Arc<str>,
}

impl CalendarFile {
    /// Reads it, as [`Calendar::read`] does.
    ///
    /// # Errors
    ///
    /// What is no calendar has no value.
    #[must_use]
    pub fn read(&self, floating: Zone) -> Checked<Calendar> {
        Calendar::read(&self.text, floating)
    }
}
