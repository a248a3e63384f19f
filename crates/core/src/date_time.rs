//! Dates with time as RFC 3339 writes them, their parts read one by one.
//!
//! chrono reads them too. What its parser takes of the core library besides, for texts cut in the middle of a
//! character, is 5 KB of the npm package; the tests hold this one against it.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

/// Whether `text` has a digit for each 0 of the pattern, a sign for `+`, and the pattern's own
/// characters elsewhere.
pub(crate) fn fits(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            b'+' => matches!(byte, b'+' | b'-'),
            _ => byte == wanted,
        })
}

/// `2027-03-14T01:30:00.5`, on a day that exists; seconds and fraction may be missing. Digits of the fraction
/// after the ninth are cut off. There is no second 60: the calendar of a schedule has none.
pub(crate) fn local(text: &str) -> Option<NaiveDateTime> {
    let minutes = text.get(..16)?;
    let rest = text.get(16..)?;
    let (second, fraction) = match rest.split_at_checked(3) {
        Some((second, fraction)) => (second.strip_prefix(':')?, fraction),
        None if rest.is_empty() => ("00", ""),
        None => return None,
    };
    let digits = fraction.strip_prefix('.').unwrap_or(fraction);
    if !fits(minutes, "0000-00-00T00:00")
        || !fits(second, "00")
        || fraction.is_empty() != digits.is_empty()
        || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let number = |from, until| minutes.get(from..until)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?;
    let nanos = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    let nanos = nanos
        .fold(0_u32, |nanos, digit| nanos.wrapping_mul(10).wrapping_add(digit.wrapping_sub(b'0').into()));
    date.and_hms_nano_opt(number(11, 13)?, number(14, 16)?, second.parse().ok()?, nanos)
}

/// `Z` or `±hh:mm`, below a day.
pub(crate) fn offset(text: &str) -> Option<FixedOffset> {
    if text == "Z" {
        return FixedOffset::east_opt(0);
    }
    let (hours, minutes): (i32, i32) = (text.get(1..3)?.parse().ok()?, text.get(4..6)?.parse().ok()?);
    let seconds = hours.saturating_mul(3600).saturating_add(minutes.saturating_mul(60));
    if !fits(text, "+00:00") || minutes > 59 {
        return None;
    }
    FixedOffset::east_opt(if text.starts_with('-') { seconds.saturating_neg() } else { seconds })
}

/// A local time and its offset. The `T` and the `Z` may be small letters, and a blank may stand for the `T`, where
/// there are seconds; a time without them is not RFC 3339's but AWS's, who writes capitals.
pub(crate) fn parts(text: &str) -> Option<(NaiveDateTime, FixedOffset)> {
    let mut capitals = text.to_ascii_uppercase();
    if capitals.as_bytes().get(10) == Some(&b' ') {
        capitals = capitals.replacen(' ', "T", 1);
    }
    let (before, after) = capitals.split_at_checked(capitals.rfind(['Z', '+', '-'])?)?;
    let has_seconds = before.len() > 16;
    (has_seconds || capitals == text).then_some((local(before)?, offset(after)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeZone as _, Timelike as _};
    use proptest::prelude::*;

    /// As chrono reads it; a text without seconds gets some.
    fn by_chrono(text: &str) -> Option<DateTime<FixedOffset>> {
        let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
        let with_seconds = || {
            let (local, offset) = text.split_at_checked(16)?;
            let is_awss = local.as_bytes().get(10) == Some(&b'T') && offset.starts_with(['Z', '+', '-']);
            read(&[local, ":00", offset].concat()).filter(|_| is_awss)
        };
        read(text).or_else(with_seconds).filter(|read| read.nanosecond() < 1_000_000_000)
    }

    #[track_caller]
    fn same(text: &str) {
        let ours = parts(text).and_then(|(local, offset)| offset.from_local_datetime(&local).single());
        assert_eq!(ours, by_chrono(text), "{text}");
    }

    #[test]
    fn texts_are_read_as_chrono_reads_them() {
        for text in [
            "",
            "Z",
            "2027-03-14",
            "2027-03-14T01:30:00",
            "2027-03-14T01:30:00Z",
            "2027-03-14T01:30Z",
            "2027-03-14 01:30:00z",
            "2027-03-14t01:30:00.5-08:00",
            "2027-03-14T01:30:00.1234567891234+05:45",
            "2027-02-29T00:00:00Z",
            "2028-02-29T00:00:00Z",
            "2027-03-14T24:00:00Z",
            "2027-03-14T23:60:00Z",
            "2016-12-31T23:59:60Z",
            "2027-03-14T01:30:00.Z",
            "2027-03-14T01:30:00+24:00",
            "2027-03-14T01:30:00+23:59",
            "2027-03-14T01:30:00+01:60",
            "2027-03-14T01:30:0Z",
            "2027-3-14T01:30:00Z",
            "+2027-03-14T01:30:00Z",
            "2027-03-14T01:30:00 Z",
            "2027-03-14T01:30:00ZZ",
            "2027-03-14T01:30:00+0100",
            "2027-03-14T01:30:00+01",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-23:59",
            "2027-03-14T01:30:00é",
            "202é-03-14T01:30:00Z",
        ] {
            same(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_chrono_reads_it(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9][T t][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?(\\.[0-9]{0,12})?(Z|z|[+-][0-2][0-9]:[0-6][0-9])?"
        ) {
            same(&text);
        }
    }
}
