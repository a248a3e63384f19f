//! `rate(value unit)`: the same period again and again.

use super::source::{Source, Token, split_fields};
use crate::diagnostic::Code;
use std::fmt;
use std::ops::Range;

/// The unit of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RateUnit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours, whatever the clocks do: as EventBridge documents for its own rates.
    Day,
}

impl RateUnit {
    const ALL: [Self; 3] = [Self::Minute, Self::Hour, Self::Day];

    /// `minute`, `hour` or `day`.
    #[must_use]
    pub const fn singular(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    /// The form that goes with `value`.
    #[must_use]
    pub fn after(self, value: u64) -> String {
        let plural = if value == 1 { "" } else { "s" };
        format!("{}{plural}", self.singular())
    }

    const fn millis(self) -> u64 {
        match self {
            Self::Minute => 60_000,
            Self::Hour => 3_600_000,
            Self::Day => 86_400_000,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        let word = word.strip_suffix('s').unwrap_or(word);
        Self::ALL.into_iter().find(|unit| unit.singular() == word)
    }
}

/// A rate that has passed all checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    value: u64,
    unit: RateUnit,
    period_millis: i64,
}

impl Rate {
    /// `None` for 0 and for a period too long to compute with (some 292 million years).
    #[must_use]
    pub fn new(value: u64, unit: RateUnit) -> Option<Self> {
        let period_millis = i64::try_from(value.checked_mul(unit.millis())?).ok()?;
        (value > 0).then_some(Self { value, unit, period_millis })
    }

    /// The number before the unit, at least 1.
    #[must_use]
    pub fn value(self) -> u64 {
        self.value
    }

    /// The unit.
    #[must_use]
    pub fn unit(self) -> RateUnit {
        self.unit
    }

    /// The time from one execution to the next, in milliseconds, at least 60,000.
    #[must_use]
    pub fn period_millis(self) -> i64 {
        self.period_millis
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rate({} {})", self.value, self.unit.after(self.value))
    }
}

/// Reads the text between the parentheses, which begins at byte `at`.
pub(super) fn parse(source: &mut Source<'_>, inner: &str, at: usize) -> Option<Rate> {
    let whole = at..at.saturating_add(inner.len());
    let words = split_fields(Token { text: inner, at });
    let [value, unit] = words.as_slice() else {
        let finding = source
            .finding(Code::RateForm, whole, "A rate has a value and a unit.")
            .help("Write rate(7 days), rate(12 hours) or rate(1 day).");
        source.report(finding);
        return None;
    };
    let place = value.range();
    let (value, unit, unit_place) = (value.text, unit.text, unit.range());

    let number =
        value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse::<u64>().unwrap_or(u64::MAX));
    let number = match number {
        Some(number) if number > 0 => Some(number),
        _ => {
            let finding = source
                .finding(Code::RateValue, place.clone(), format!("\"{value}\" is not a positive whole number."))
                .help("Write a whole number of minutes, hours or days: rate(90 minutes) for an hour and a half.");
            source.report(finding);
            None
        }
    };
    let Some(known) = RateUnit::from_word(unit) else {
        unknown_unit(source, unit, &unit_place, number);
        return None;
    };
    let number = number?;
    if unit != known.after(number) {
        let right = known.after(number);
        let finding = source
            .finding(Code::RateUnitNumber, unit_place.clone(), format!("After {number}, AWS wants {right}."))
            .help("The unit is singular after 1 and plural otherwise.")
            .fix(format!("Write {right}"), source.replaced(unit_place, &right));
        source.report(finding);
        return None;
    }
    let Some(rate) = Rate::new(number, known) else {
        let finding = source
            .finding(Code::RateValue, place, format!("{value} {unit} is longer than any calendar."))
            .help("Write a smaller number.");
        source.report(finding);
        return None;
    };
    if rate.period_millis < 5 * 60_000 {
        let finding = source
            .finding(Code::RateTooFast, whole, "More often than every five minutes.")
            .help("AWS's guide says that rates faster than five minutes aren't supported; AWS is not known to refuse them.");
        source.report(finding);
    }
    Some(rate)
}

fn unknown_unit(source: &mut Source<'_>, unit: &str, place: &Range<usize>, number: Option<u64>) {
    let lower = unit.to_ascii_lowercase();
    let number = number.unwrap_or(2);
    let meant = match lower.as_str() {
        "m" | "min" | "mins" => Some(RateUnit::Minute),
        "h" | "hr" | "hrs" => Some(RateUnit::Hour),
        "d" => Some(RateUnit::Day),
        other => RateUnit::from_word(other),
    };
    let finding = source.finding(Code::RateUnit, place.clone(), format!("AWS knows no unit \"{unit}\"."));
    let finding = match (meant, lower.as_str()) {
        (Some(meant), _) => {
            let right = meant.after(number);
            finding
                .help("Units are minute(s), hour(s) and day(s).")
                .fix(format!("Write {right}"), source.replaced(place.clone(), &right))
        }
        (None, "week" | "weeks") => {
            let days = number.saturating_mul(7);
            finding
                .help(format!("Write rate({days} days)."))
                .fix(format!("Write rate({days} days)"), format!("rate({days} days)"))
        }
        (None, "second" | "seconds") => finding.help("A minute is the shortest unit."),
        (None, "month" | "months") => {
            finding.help("For a day of each month write a cron expression, such as cron(0 2 1 * ? *).")
        }
        _ => finding.help("Units are minute(s), hour(s) and day(s)."),
    };
    source.report(finding);
}
