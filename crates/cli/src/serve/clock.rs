//! The clock that the operations see.

use crate::instant;
use std::fmt;
use std::str::FromStr;
use std::time::Instant;
use window_planner_core::Timestamp;

/// What time it is for the plan.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Clock {
    /// This machine's own.
    Machine,
    /// It stands still.
    Frozen(Timestamp),
    /// It was `from` at `since`, and goes `speed` times as fast as time.
    Running {
        /// What it showed when it was set going.
        from: Timestamp,
        /// When that was.
        since: Instant,
        /// How fast it goes.
        speed: Speed,
    },
}

/// How many times as fast as time a clock goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Speed(f64);

impl Clock {
    /// The clock that was asked for: frozen when only `now` is given, running from there, or from the
    /// present, when there is a `speed`.
    pub(crate) fn new(now: Option<Timestamp>, speed: Option<Speed>) -> Self {
        match (now, speed) {
            (None, None) => Self::Machine,
            (Some(now), None) => Self::Frozen(now),
            (now, Some(speed)) => {
                Self::Running { from: now.unwrap_or_else(instant::now), since: Instant::now(), speed }
            }
        }
    }

    /// What it shows.
    pub(crate) fn now(&self) -> Timestamp {
        match *self {
            Self::Machine => instant::now(),
            Self::Frozen(now) => now,
            Self::Running { from, since, speed: Speed(speed) } => {
                #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, as plus_millis does")]
                let elapsed = (since.elapsed().as_secs_f64() * speed * 1000.0) as i64;
                from.plus_millis(elapsed)
            }
        }
    }
}

/// What the server says of it when it starts.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Machine => f.write_str("this machine's"),
            Self::Frozen(now) => write!(f, "frozen at {now}"),
            Self::Running { from, speed, .. } => write!(f, "from {from} on, at {}-fold speed", speed.0),
        }
    }
}

impl FromStr for Speed {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let speed: f64 = text.parse().map_err(|_| Self::HELP)?;
        if speed > 0.0 && speed <= Self::LIMIT { Ok(Self(speed)) } else { Err(Self::HELP) }
    }
}

impl Speed {
    /// At this speed a year takes half a minute.
    const LIMIT: f64 = 1_000_000.0;

    /// What a speed looks like.
    const HELP: &str = "Write a number above 0, at most 1000000: 60 makes an hour of each minute.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn a_clock_with_only_an_instant_stands_still() {
        let clock = Clock::new(Some(Timestamp::EPOCH), None);
        thread::sleep(Duration::from_millis(2));
        assert_eq!(clock.now(), Timestamp::EPOCH);
    }

    #[test]
    fn a_fast_clock_goes_on_from_where_it_was_set() {
        let clock = Clock::new(Some(Timestamp::EPOCH), Some(Speed(1e6)));
        thread::sleep(Duration::from_millis(4));
        let shown = clock.now().as_millis();
        assert!(shown >= 4_000_000, "{shown}");
        assert!(clock.now().as_millis() >= shown);
    }

    #[test]
    fn a_fast_clock_without_an_instant_starts_from_the_present() {
        let before = instant::now();
        let shown = Clock::new(None, Some(Speed(2.0))).now();
        assert!(before <= shown && shown.millis_since(before) < 60_000);
    }

    #[test]
    fn a_speed_is_a_number_above_zero() {
        for text in ["1", "0.5", "60", "1e6"] {
            assert!(text.parse::<Speed>().is_ok(), "{text}");
        }
        for text in ["0", "-1", "NaN", "inf", "1e7", "fast", ""] {
            assert_eq!(text.parse::<Speed>(), Err(Speed::HELP), "{text}");
        }
    }
}
