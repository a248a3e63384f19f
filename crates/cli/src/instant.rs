//! Instants as people and programs write them.

use window_planner_core::Timestamp;

/// The present instant, by this machine's clock.
pub(crate) fn now() -> Timestamp {
    chrono::Utc::now().into()
}

/// Reads RFC 3339, seconds optional. A fraction finer than a millisecond is cut off.
///
/// # Errors
///
/// What to write, for anything else.
pub(crate) fn read(text: &str) -> Result<Timestamp, &'static str> {
    Timestamp::parse_rfc3339(text).ok_or(HELP)
}

/// Reads an instant that executions must come before. A finer fraction is rounded up: 12:00:00.0001
/// lets the execution of 12:00:00 pass.
///
/// # Errors
///
/// As [`read`].
pub(crate) fn read_bound(text: &str) -> Result<Timestamp, &'static str> {
    Timestamp::parse_rfc3339_up(text).ok_or(HELP)
}

/// What an instant looks like.
pub(crate) const HELP: &str = "Write an instant with its offset: 2027-01-01T00:00:00Z.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bound_is_rounded_up() {
        let text = "1970-01-01T00:00:01.0000001Z";
        assert_eq!(read(text).map(Timestamp::as_millis), Ok(1000));
        assert_eq!(read_bound(text).map(Timestamp::as_millis), Ok(1001));
    }

    #[test]
    fn an_instant_without_offset_is_none() {
        assert_eq!(read("2027-01-01T00:00:00"), Err(HELP));
        assert_eq!(read_bound("2027-01-01T00:00:00"), Err(HELP));
    }
}
