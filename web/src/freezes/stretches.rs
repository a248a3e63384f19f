//! [`Stretches`]: when calendars are closed, and what is open then.

use super::stretch::Stretch;
use crate::store::Freezes;
use std::sync::Arc;
use window_planner_core::Timestamp;

/// When calendars are closed: by calendar, each in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stretches(pub Vec<Vec<Arc<Stretch>>>);

impl Stretches {
    /// When `freezes` are closed from an instant to another.
    #[must_use]
    pub fn of(freezes: &Freezes, from: Timestamp, until: Timestamp) -> Self {
        let stretches = |(name, calendar): &(String, _)| {
            Stretch::all(name, calendar, from, until).into_iter().map(Arc::new).collect()
        };
        Self(freezes.calendars().iter().map(stretches).collect())
    }

    /// What a run falls into that is open from an instant to another: titles, each once.
    #[must_use]
    pub fn titles(&self, start: Timestamp, end: Timestamp) -> Option<String> {
        let mut titles: Vec<&str> = Vec::new();
        for stretches in &self.0 {
            for stretch in touching(stretches, start, end) {
                if !titles.contains(&stretch.title()) {
                    titles.push(stretch.title());
                }
            }
        }
        (!titles.is_empty()).then(|| titles.join(", "))
    }
}

/// Those of one calendar that are closed at an instant from `start` to `end`.
pub fn touching(
    stretches: &[Arc<Stretch>],
    start: Timestamp,
    end: Timestamp,
) -> impl Iterator<Item = &Arc<Stretch>> {
    let first = stretches.partition_point(|stretch| stretch.end <= start);
    stretches[first..].iter().take_while(move |stretch| stretch.start < end)
}
