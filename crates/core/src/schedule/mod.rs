//! The text of a `Schedule` → [`Schedule`].

mod anatomy;
mod at;
pub mod cron;
mod describe;
mod form;
mod rate;
pub mod recipe;
mod source;

pub use anatomy::{Part, anatomy};
pub use cron::Cron;
pub use describe::{HourCycle, describe, describe_by};
pub use rate::{Rate, RateUnit};

use crate::aws_text::write_with_seconds;
use crate::diagnostic::{Checked, Code};
use crate::window::limits;
use chrono::NaiveDateTime;
use form::{Form, split_keyword, wrong_fields};
use source::{Source, split_fields};
use std::fmt;

/// A schedule expression that has passed all checks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Schedule {
    /// `cron(...)`: local times by the calendar.
    Cron(Cron),
    /// `rate(...)`: the same period again and again.
    Rate(Rate),
    /// `at(...)`: once, at this local time.
    At(NaiveDateTime),
}

impl Schedule {
    /// Reads an expression. Every mistake is reported, each with its place.
    ///
    /// # Errors
    ///
    /// The findings hold what AWS refuses (as errors) and what it takes though it is doubtful (as
    /// warnings and notes). The value is there when no finding is an error.
    ///
    /// ```
    /// use window_planner_core::schedule::Schedule;
    ///
    /// let third_thursday = Schedule::parse("cron(0 2 ? * 5#3 *)");
    /// assert!(third_thursday.value().is_some());
    /// assert_eq!(third_thursday.diagnostics()[0].code.as_str(), "schedule.cron.weekday-number");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Checked<Self> {
        if let Some(finding) = limits::SCHEDULE.length_finding("Schedule", text) {
            return Checked::new(None, vec![finding]);
        }
        let mut source = Source::new(text);
        let schedule = split_keyword(&mut source, text).and_then(|(form, inner)| match form {
            Form::Cron => {
                let fields = split_fields(inner);
                if let Some(finding) = wrong_fields(&source, &fields) {
                    source.report(finding);
                    return None;
                }
                cron::parse(&mut source, &fields).map(Self::Cron)
            }
            Form::Rate => rate::parse(&mut source, inner.text, inner.at).map(Self::Rate),
            Form::At => at::parse(&mut source, inner.text, inner.at).map(Self::At),
        });
        if let Some(Self::Cron(cron)) = &schedule
            && cron.shortest_gap_seconds() < 300
        {
            let finding = source
                .finding(Code::CronTooFast, 0..text.len(), "More often than every five minutes.")
                .help("AWS's guide says that rates faster than five minutes aren't supported; AWS is not known to refuse them.");
            source.report(finding);
        }
        Checked::new(schedule, source.found)
    }
}

/// The expression in its usual form; it parses to the same schedule.
impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cron(cron) => cron.fmt(f),
            Self::Rate(rate) => rate.fmt(f),
            Self::At(moment) => {
                f.write_str("at(")?;
                write_with_seconds(*moment, f)?;
                f.write_str(")")
            }
        }
    }
}
