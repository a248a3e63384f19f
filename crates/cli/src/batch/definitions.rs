//! Definitions that have been read, kept for the lines that have them again.

use super::line::Definition;
use std::collections::HashMap;
use window_planner_core::diagnostic::Checked;
use window_planner_core::occurrence::Timing;
use window_planner_core::window::timing;

/// How many definitions are kept.
const KEPT: usize = 1024;

/// The most characters of a definition that is kept. What is longer is refused anyway.
const LONGEST: usize = 1024;

/// Reads definitions; one that was read lately costs a look-up.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    kept: HashMap<Definition, Checked<Timing>>,
    /// One that was not kept.
    other: Option<Checked<Timing>>,
}

impl Definitions {
    /// What decides when the window runs, and what was found on the way.
    pub(crate) fn read(&mut self, definition: Definition) -> &Checked<Timing> {
        if size(&definition) > LONGEST {
            return self.other.insert(timing(&definition.into()));
        }
        if self.kept.len() >= KEPT && !self.kept.contains_key(&definition) {
            self.kept.clear();
        }
        self.kept.entry(definition).or_insert_with_key(|definition| timing(&definition.clone().into()))
    }
}

fn size(definition: &Definition) -> usize {
    [&definition.schedule, &definition.schedule_timezone, &definition.start_date, &definition.end_date]
        .into_iter()
        .flatten()
        .map(String::len)
        .sum()
}
