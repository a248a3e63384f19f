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
    read(text).map(|instant| instant.plus_millis(is_finer_than_millis(text).into()))
}

/// What an instant looks like.
pub(crate) const HELP: &str = "Write an instant with its offset: 2027-01-01T00:00:00Z.";

/// Whether the fraction of a second has a digit other than 0 after the third.
fn is_finer_than_millis(text: &str) -> bool {
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction.bytes().take_while(u8::is_ascii_digit).skip(3).any(|digit| digit != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_never_read_as_an_earlier_one() {
        let millis = |text| read_bound(text).unwrap().as_millis();
        assert_eq!(millis("1970-01-01T00:00:01Z"), 1000);
        assert_eq!(millis("1970-01-01T00:00:01.000000Z"), 1000);
        assert_eq!(millis("1970-01-01T00:00:01.0000001Z"), 1001);
        assert_eq!(millis("1970-01-01T00:00:01.999999+00:00"), 2000);
        assert_eq!(millis("1970-01-01T01:00+01:00"), 0);
    }

    #[test]
    fn an_instant_without_offset_is_none() {
        assert_eq!(read("2027-01-01T00:00:00"), Err(HELP));
    }
}
