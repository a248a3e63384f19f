//! The executions of a stretch of time as a calendar shows them: before the window was created, too.

use super::{Occurrence, Query, Timing};
use crate::Timestamp;
use crate::schedule::Schedule;

impl Timing {
    /// The executions that start from `from` (included) to `until` (not included), for a window created
    /// at `created`.
    ///
    /// Before `created` they show the pattern, as if the window had always been there; a rate has none
    /// then, since it counts from there.
    pub fn pattern(
        &self,
        from: Timestamp,
        until: Timestamp,
        created: Timestamp,
    ) -> impl Iterator<Item = Occurrence> {
        let has_past = !matches!(self.schedule(), Schedule::Rate(_)) && from < created;
        let past = Query::after(from.plus_millis(-1)).before(until.min(created)).created(Timestamp::EPOCH);
        let past = has_past.then(|| self.occurrences(&past)).into_iter().flatten();
        let to_come = Query::after(from.max(created).plus_millis(-1)).before(until).created(created);
        let to_come = (until > created).then(|| self.occurrences(&to_come)).into_iter().flatten();
        past.chain(to_come)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(schedule: &str, from: &str, until: &str, created: &str) -> Vec<String> {
        let at = |text: &str| Timestamp::parse_rfc3339(text).unwrap();
        let timing = Timing::new(Schedule::parse(schedule).into_parts().0.unwrap(), None);
        let runs = timing.pattern(at(from), at(until), at(created));
        runs.map(|run| run.start.to_string()).collect()
    }

    #[test]
    fn the_past_shows_the_pattern_but_a_rate_has_none() {
        let (from, until, created) = ("2026-12-06T02:00:00Z", "2026-12-20T02:00:00Z", "2026-12-10T00:00:00Z");
        let weekly = starts("cron(0 2 ? * SUN *)", from, until, created);
        assert_eq!(weekly, ["2026-12-06T02:00:00Z", "2026-12-13T02:00:00Z"]);
        let rate = starts("rate(7 days)", from, until, created);
        assert_eq!(rate, ["2026-12-10T00:00:00Z", "2026-12-17T00:00:00Z"]);
    }
}
