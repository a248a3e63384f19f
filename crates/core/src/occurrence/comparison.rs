//! A window's executions before and after a change of its definition: which appear, vanish or move.

use super::{Occurrence, Query, Timing};
use crate::zone::Zone;
use crate::{Timestamp, order::sort_by_key};
use chrono::NaiveDate;

/// How many executions of either side are compared. A rate of five minutes has as many in ten weeks.
pub const MOST_COMPARED: usize = 20_000;

/// How far an execution moves at the most; what is further apart vanishes and appears.
const FURTHEST_MILLIS: i64 = 7 * DAY_MILLIS;

/// How far off an execution may be and still decide what becomes of another: it may be the partner of one
/// that could have been the other's, or share a day with it.
const REACH_MILLIS: i64 = 2 * FURTHEST_MILLIS + 2 * DAY_MILLIS;

const DAY_MILLIS: i64 = 24 * 3_600_000;

/// What becomes of an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunChange {
    /// It takes place, and would not have.
    Appears(Occurrence),
    /// It would have taken place, and does not.
    Vanishes(Occurrence),
    /// It starts at another time.
    Moves {
        /// As it would have been.
        from: Occurrence,
        /// As it is.
        to: Occurrence,
    },
    /// It starts when it would have, but its cutoff or its end is another.
    Lasts {
        /// As it would have been.
        before: Occurrence,
        /// As it is.
        after: Occurrence,
    },
}

impl RunChange {
    /// As it would have been.
    #[must_use]
    pub fn before(&self) -> Option<&Occurrence> {
        match self {
            Self::Appears(_) => None,
            Self::Vanishes(run) | Self::Moves { from: run, .. } | Self::Lasts { before: run, .. } => {
                Some(run)
            }
        }
    }

    /// As it is.
    #[must_use]
    pub fn after(&self) -> Option<&Occurrence> {
        match self {
            Self::Vanishes(_) => None,
            Self::Appears(run) | Self::Moves { to: run, .. } | Self::Lasts { after: run, .. } => Some(run),
        }
    }

    /// The start as it is, or as it would have been where there is none.
    fn start(&self) -> Timestamp {
        self.after().or(self.before()).map_or(Timestamp::EPOCH, |run| run.start)
    }
}

/// A timing, and the instant from which its schedule counts.
#[derive(Clone, Copy, Debug)]
pub struct Course<'t> {
    /// When the window runs.
    pub timing: &'t Timing,
    /// When the window was created, or its schedule last changed: see [`Query::created`].
    pub created: Timestamp,
}

/// Two courses of one window, of which the second takes the place of the first at an instant.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'t> {
    /// How it ran; none for a window that did not.
    pub before: Option<Course<'t>>,
    /// How it runs; none for a window that does not.
    pub after: Option<Course<'t>>,
    /// Executions that start from here on are other ones; what was before stays.
    pub since: Timestamp,
}

/// What a [`Comparison`] has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// What becomes of executions, by start.
    pub runs: Vec<RunChange>,
    /// Up to where it is known: earlier than asked for where there are more than [`MOST_COMPARED`].
    pub until: Timestamp,
}

impl Comparison<'_> {
    /// What becomes of the executions that start from `from` to `until` (not included), before or after.
    ///
    /// An execution that keeps its start is the same one. Of the others, those of one day move, where the
    /// day (in the zone of the course after) has as many before as after. What is left moves to what is
    /// nearest, if each is the nearest to the other and they are not more than a week apart. So what is
    /// said of an execution does not depend on the stretch that is looked at.
    ///
    /// ```
    /// use window_planner_core::Timestamp;
    /// use window_planner_core::occurrence::{Comparison, Course, RunChange, Timing};
    /// use window_planner_core::schedule::Schedule;
    ///
    /// let timing = |text| Timing::new(Schedule::parse(text).into_parts().0.unwrap(), None);
    /// let now = Timestamp::parse_rfc3339("2026-12-01T00:00:00Z").unwrap();
    /// let (daily, sundays) = (timing("cron(0 2 ? * * *)"), timing("cron(0 3 ? * SUN *)"));
    /// let comparison = Comparison {
    ///     before: Some(Course { timing: &daily, created: now }),
    ///     after: Some(Course { timing: &sundays, created: now }),
    ///     since: now,
    /// };
    /// let week = comparison.changes(now, now.plus_hours(7 * 24)).runs;
    ///
    /// // Six nights vanish, and Sunday's starts an hour later.
    /// assert_eq!(week.len(), 7);
    /// assert!(matches!(week[5], RunChange::Moves { from, to } if to.start == from.start.plus_hours(1)));
    /// ```
    #[must_use]
    pub fn changes(&self, from: Timestamp, until: Timestamp) -> Changes {
        let first = from.plus_millis(-REACH_MILLIS).max(self.since);
        let last = until.plus_millis(REACH_MILLIS);
        let (before, before_until) = runs(self.before, first, last);
        let (after, after_until) = runs(self.after, first, last);
        let seen_until = before_until.min(after_until);
        let until = if seen_until < last { until.min(seen_until.plus_millis(-REACH_MILLIS)) } else { until };
        let is_asked = |run: &Occurrence| from <= run.start && run.start < until;
        let zone = self.after.or(self.before).map_or(Zone::UTC, |course| course.timing.zone());
        let mut found = Pairing::of(before, after).by_day(zone).by_nearness().found();
        found.retain(|change| change.before().is_some_and(is_asked) || change.after().is_some_and(is_asked));
        sort_by_key(&mut found, RunChange::start);
        Changes { runs: found, until: until.max(from) }
    }
}

/// The executions of a course from an instant to another, and up to where they were looked at.
fn runs(course: Option<Course<'_>>, from: Timestamp, until: Timestamp) -> (Vec<Occurrence>, Timestamp) {
    let Some(Course { timing, created }) = course else { return (Vec::new(), until) };
    let query = Query::after(from.plus_millis(-1)).before(until).created(created);
    let mut coming = timing.occurrences(&query);
    let runs: Vec<Occurrence> = coming.by_ref().take(MOST_COMPARED).collect();
    let until = coming.next().map_or(until, |run| run.start);
    (runs, until)
}

/// What has found its partner, and what is left of both sides, by start.
struct Pairing {
    found: Vec<RunChange>,
    before: Vec<Occurrence>,
    after: Vec<Occurrence>,
}

impl Pairing {
    /// Pairs what starts at the same instant.
    fn of(before: Vec<Occurrence>, after: Vec<Occurrence>) -> Self {
        let mut pairing = Self { found: Vec::new(), before: Vec::new(), after: Vec::new() };
        let mut coming = after.into_iter().peekable();
        for run in before {
            while let Some(new) = coming.next_if(|new| new.start < run.start) {
                pairing.after.push(new);
            }
            match coming.next_if(|new| new.start == run.start) {
                None => pairing.before.push(run),
                Some(same) if (same.cutoff, same.end) == (run.cutoff, run.end) => {}
                Some(same) => pairing.found.push(RunChange::Lasts { before: run, after: same }),
            }
        }
        pairing.after.extend(coming);
        pairing
    }

    /// Pairs what is on one day, first with first, where it has as many on either side.
    fn by_day(mut self, zone: Zone) -> Self {
        let (before, after) = (std::mem::take(&mut self.before), std::mem::take(&mut self.after));
        let day = |run: &Occurrence| zone.local(run.start).date();
        let mut news = by_date(after, day).peekable();
        for (date, old) in by_date(before, day) {
            while let Some((_, new)) = news.next_if(|(other, _)| *other < date) {
                self.after.extend(new);
            }
            match news.next_if(|(other, _)| *other == date) {
                Some((_, new)) if new.len() == old.len() => {
                    let moves = old.into_iter().zip(new).map(|(from, to)| RunChange::Moves { from, to });
                    self.found.extend(moves);
                }
                new => {
                    self.before.extend(old);
                    self.after.extend(new.into_iter().flat_map(|(_, new)| new));
                }
            }
        }
        self.after.extend(news.flat_map(|(_, new)| new));
        self
    }

    /// Pairs what is nearest to one another.
    fn by_nearness(mut self) -> Self {
        let mut is_taken = vec![false; self.after.len()];
        let (olds, after) = (std::mem::take(&mut self.before), &self.after);
        let partners: Vec<Option<usize>> = olds
            .iter()
            .enumerate()
            .map(|(place, old)| {
                let nearest = nearest(after, old.start)?;
                let new = after.get(nearest)?;
                let is_mutual = self::nearest(&olds, new.start) == Some(place);
                (is_mutual && distance(old, new.start) <= FURTHEST_MILLIS).then_some(nearest)
            })
            .collect();
        for (old, partner) in olds.into_iter().zip(partners) {
            match partner.and_then(|place| Some((self.after.get(place)?, is_taken.get_mut(place)?))) {
                None => self.before.push(old),
                Some((new, is_taken)) => {
                    *is_taken = true;
                    self.found.push(RunChange::Moves { from: old, to: *new });
                }
            }
        }
        let mut taken = is_taken.into_iter();
        self.after.retain(|_| taken.next() != Some(true));
        self
    }

    fn found(self) -> Vec<RunChange> {
        let Self { mut found, before, after } = self;
        found.extend(before.into_iter().map(RunChange::Vanishes));
        found.extend(after.into_iter().map(RunChange::Appears));
        found
    }
}

/// Runs that follow one another on one day.
fn by_date(
    runs: Vec<Occurrence>,
    day: impl Fn(&Occurrence) -> NaiveDate,
) -> impl Iterator<Item = (NaiveDate, Vec<Occurrence>)> {
    let mut runs = runs.into_iter().peekable();
    std::iter::from_fn(move || {
        let first = runs.next()?;
        let date = day(&first);
        let mut of_day = vec![first];
        while let Some(next) = runs.next_if(|next| day(next) == date) {
            of_day.push(next);
        }
        Some((date, of_day))
    })
}

fn distance(run: &Occurrence, instant: Timestamp) -> i64 {
    run.start.millis_since(instant).saturating_abs()
}

/// The place of the run that starts nearest to an instant; of two as near, the earlier.
fn nearest(runs: &[Occurrence], instant: Timestamp) -> Option<usize> {
    let next = runs.partition_point(|run| run.start < instant);
    let before = next.checked_sub(1);
    let place = |place: usize| runs.get(place).map(|run| (distance(run, instant), place));
    before.and_then(place).into_iter().chain(place(next)).min().map(|(_, place)| place)
}
