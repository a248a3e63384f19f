//! Dates as a date field of the page has them.

use chrono::NaiveDate;

/// The date of `2027-01-31`, if there is one.
///
/// chrono reads it too, by a parser of all formats that takes 7 KB of what is sent.
#[must_use]
pub fn date_of(value: &str) -> Option<NaiveDate> {
    let mut parts = value.splitn(3, '-');
    let mut next = |digits: usize| {
        let part = parts.next()?;
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_written_is_read_back() {
        let first = NaiveDate::from_ymd_opt(1999, 12, 30).unwrap();
        for date in first.iter_days().take(40_000).step_by(17) {
            assert_eq!(date_of(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        let wrong =
            ["", "2027", "2027-02", "2027-02-29", "2027-13-01", "2027-1-1", "02027-01-01", "2027-01-01-"];
        let hostile =
            ["+027-01-01", "2027-01-+1", "２０２７-01-01", "2027-01-01 ", "\0", "----", "2027-01-é"];
        for value in wrong.into_iter().chain(hostile) {
            assert_eq!(date_of(value), None, "{value:?}");
        }
    }
}
