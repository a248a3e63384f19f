//! Instants as AWS prints execution times, written without a pattern to interpret: a list of runs is
//! mostly this text.

use crate::Timestamp;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Timelike, Utc};
use std::fmt::{self, Write};

/// The numbers 00 to 99, one after the other.
const PAIRS: &str = "00010203040506070809101112131415161718192021222324\
                     25262728293031323334353637383940414243444546474849\
                     50515253545556575859606162636465666768697071727374\
                     75767778798081828384858687888990919293949596979899";

impl Timestamp {
    /// Writes the instant as AWS prints an execution time; see [`to_aws_text`](Self::to_aws_text).
    /// Nothing is written outside chrono's years.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_aws_text(self, offset: FixedOffset, out: &mut impl Write) -> fmt::Result {
        let Some(utc) = self.to_utc() else {
            return Ok(());
        };
        write_local(utc.with_timezone(&offset).naive_local(), Seconds::WhereNotZero, out)?;
        write_offset(offset, out)
    }
}

/// Writes RFC 3339 in UTC, with milliseconds where there are any.
///
/// # Errors
///
/// Those of `out`.
pub(crate) fn write_utc(utc: DateTime<Utc>, out: &mut impl Write) -> fmt::Result {
    write_with_seconds(utc.naive_utc(), out)?;
    out.write_char('Z')
}

/// Writes `2027-03-14T01:30:00`, with milliseconds where there are any.
///
/// # Errors
///
/// Those of `out`.
pub(crate) fn write_with_seconds(local: NaiveDateTime, out: &mut impl Write) -> fmt::Result {
    write_local(local, Seconds::Always, out)
}

/// Whether a time of day has seconds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seconds {
    Always,
    WhereNotZero,
}

fn write_local(local: NaiveDateTime, seconds: Seconds, out: &mut dyn Write) -> fmt::Result {
    match u32::try_from(local.year()) {
        Ok(year @ 0..=9999) => {
            pair(out, year / 100)?;
            pair(out, year % 100)?;
        }
        _ => write!(out, "{:+05}", local.year())?,
    }
    out.write_char('-')?;
    pair(out, local.month())?;
    out.write_char('-')?;
    pair(out, local.day())?;
    out.write_char('T')?;
    pair(out, local.hour())?;
    out.write_char(':')?;
    pair(out, local.minute())?;
    let millis = local.nanosecond() / 1_000_000;
    if seconds == Seconds::Always || local.second() != 0 || millis != 0 {
        out.write_char(':')?;
        pair(out, local.second())?;
    }
    if millis != 0 {
        write!(out, ".{millis:03}")?;
    }
    Ok(())
}

/// `Z` or `±hh:mm`. The few offsets with seconds, all before 1973, are rounded.
fn write_offset(offset: FixedOffset, out: &mut dyn Write) -> fmt::Result {
    let seconds = offset.local_minus_utc();
    if seconds == 0 {
        return out.write_char('Z');
    }
    out.write_char(if seconds < 0 { '-' } else { '+' })?;
    let minutes = seconds.unsigned_abs().saturating_add(30) / 60;
    pair(out, minutes / 60)?;
    out.write_char(':')?;
    pair(out, minutes % 60)
}

/// Two digits of a number below 100.
fn pair(out: &mut dyn Write, number: u32) -> fmt::Result {
    let at = usize::try_from(number).unwrap_or(0).saturating_mul(2);
    out.write_str(PAIRS.get(at..at.saturating_add(2)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by chrono's patterns.
    fn by_pattern(instant: Timestamp, offset: FixedOffset) -> String {
        let local = instant.to_utc().unwrap().with_timezone(&offset);
        let clock = match instant.as_millis().rem_euclid(60_000) {
            0 => "%Y-%m-%dT%H:%M",
            millis if millis % 1000 == 0 => "%Y-%m-%dT%H:%M:%S",
            _ => "%Y-%m-%dT%H:%M:%S%.3f",
        };
        let zone = if offset.local_minus_utc() == 0 { "Z" } else { "%:z" };
        local.format(&format!("{clock}{zone}")).to_string()
    }

    proptest! {
        #[test]
        fn an_execution_time_is_what_chronos_patterns_make_of_it(
            minute in -100_000_000_i64..5_000_000_000,
            rest in prop_oneof![Just(0_i64), Just(1000), Just(59_000), 0..60_000_i64],
            minutes in -18 * 60..=18 * 60,
        ) {
            let instant = Timestamp::from_millis(minute * 60_000 + rest);
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let mut text = String::new();
            instant.write_aws_text(offset, &mut text).unwrap();
            prop_assert_eq!(text, by_pattern(instant, offset));
        }
    }

    #[test]
    fn the_clock_keeps_the_seconds_of_an_offset_that_is_rounded() {
        let monrovia = FixedOffset::west_opt(44 * 60 + 30).unwrap();
        let mut text = String::new();
        Timestamp::from_seconds(86_400).write_aws_text(monrovia, &mut text).unwrap();
        assert_eq!(text, "1970-01-01T23:15:30-00:45");
    }
}
