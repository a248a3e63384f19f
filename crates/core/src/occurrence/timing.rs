//! What decides when a window runs, and for how long.

use super::calendar::Calendar;
use super::fires::Fires;
use crate::Timestamp;
use crate::schedule::Schedule;
use crate::zone::Zone;
use chrono::{DateTime, FixedOffset};

/// A whole number of hours, 0 to 24.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(u8);

impl Hours {
    /// `None` above 24.
    #[must_use]
    pub fn new(hours: u8) -> Option<Self> {
        (hours <= 24).then_some(Self(hours))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0.into()
    }
}

/// The part of a window's definition that decides when it runs, checked and ready to be asked.
///
/// [`Timing::occurrences`](Timing::occurrences) asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    schedule: Schedule,
    /// The days and times of a cron schedule.
    calendar: Option<Calendar>,
    zone: Option<Zone>,
    schedule_offset: Option<u8>,
    start_date: Option<DateTime<FixedOffset>>,
    end_date: Option<DateTime<FixedOffset>>,
    duration: Hours,
    cutoff: Hours,
}

impl Timing {
    /// A window without bounds, open for the shortest time that AWS has: one hour, without cutoff.
    /// Without a zone it is UTC.
    #[must_use]
    pub fn new(schedule: Schedule, zone: Option<Zone>) -> Self {
        let calendar = match &schedule {
            Schedule::Cron(cron) => Some(Calendar::new(cron)),
            Schedule::Rate(_) | Schedule::At(_) => None,
        };
        Self {
            schedule,
            calendar,
            zone,
            schedule_offset: None,
            start_date: None,
            end_date: None,
            duration: Hours(1),
            cutoff: Hours(0),
        }
    }

    /// Runs `days` after each time of a cron schedule, at the same local time. AWS takes 1 to 6.
    #[must_use]
    pub fn with_schedule_offset(self, days: Option<u8>) -> Self {
        Self { schedule_offset: days, ..self }
    }

    /// Runs only between the two instants, both included: "won't run before", "won't run after".
    #[must_use]
    pub fn with_dates(
        self,
        start: Option<DateTime<FixedOffset>>,
        end: Option<DateTime<FixedOffset>>,
    ) -> Self {
        Self { start_date: start, end_date: end, ..self }
    }

    /// How long it is open, and how long before its end no new task starts.
    #[must_use]
    pub fn with_length(self, duration: Hours, cutoff: Hours) -> Self {
        Self { duration, cutoff, ..self }
    }

    /// The schedule expression.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// `ScheduleTimezone`; UTC where there is none.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone.unwrap_or(Zone::UTC)
    }

    /// `ScheduleOffset` in days.
    #[must_use]
    pub fn schedule_offset(&self) -> Option<u8> {
        self.schedule_offset
    }

    /// `StartDate`; a fraction finer than a millisecond is rounded up, since nothing runs before it.
    #[must_use]
    pub fn start_date(&self) -> Option<Timestamp> {
        self.start_date.as_ref().map(Timestamp::not_before)
    }

    /// `EndDate`; a fraction finer than a millisecond is cut off, since nothing runs after it.
    #[must_use]
    pub fn end_date(&self) -> Option<Timestamp> {
        self.end_date.map(Timestamp::from)
    }

    /// `Duration`.
    #[must_use]
    pub fn duration(&self) -> Hours {
        self.duration
    }

    /// `Cutoff`.
    #[must_use]
    pub fn cutoff(&self) -> Hours {
        self.cutoff
    }

    /// An instant as AWS prints this window's execution times: in its zone. A rate without a zone keeps
    /// the offset of its `StartDate`, as seen in the user guide's outputs.
    #[must_use]
    pub fn aws_text(&self, instant: Timestamp) -> String {
        instant.to_aws_text(self.printed_offset(instant))
    }

    /// The offset from UTC in which AWS prints an execution time; see [`aws_text`](Self::aws_text).
    #[must_use]
    pub fn printed_offset(&self, instant: Timestamp) -> FixedOffset {
        match (self.zone, &self.schedule, self.start_date) {
            (None, Schedule::Rate(_), Some(start)) => *start.offset(),
            _ => self.zone().offset_at(instant),
        }
    }

    pub(super) fn without_end_date(self) -> Self {
        Self { end_date: None, ..self }
    }

    pub(super) fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_ref()
    }

    /// The local times of a cron or at schedule from `first` on, in seconds; none for a rate.
    pub(super) fn local_fires(&self, first: i64) -> impl Iterator<Item = i64> {
        let cron =
            self.calendar().map(|calendar| Fires::from(calendar, self.schedule_offset.unwrap_or(0), first));
        let once = match &self.schedule {
            Schedule::At(moment) => Some(moment.and_utc().timestamp()).filter(|local| *local >= first),
            Schedule::Cron(_) | Schedule::Rate(_) => None,
        };
        cron.into_iter().flatten().chain(once)
    }

    /// Whether the schedule names this local time.
    pub(super) fn names_local(&self, local: i64) -> bool {
        self.local_fires(local).next() == Some(local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::occurrence::Query;

    #[test]
    fn a_rate_without_a_zone_keeps_the_offset_of_its_start_date() {
        let (rate, _) = Schedule::parse("rate(1 day)").into_parts();
        let start = DateTime::parse_from_rfc3339("2018-10-20T05:34:56-07:00").ok();
        let timing = Timing::new(rate.unwrap(), None).with_dates(start, None);
        let run = timing.occurrences(&Query::after(Timestamp::EPOCH)).next().unwrap();
        assert_eq!(timing.aws_text(run.start), "2018-10-20T05:34:56-07:00");
        assert_eq!(timing.aws_text(run.end), "2018-10-20T06:34:56-07:00");
    }
}
