//! Dates as AWS's clients write them.

use crate::Timestamp;
use serde_json::Value;

/// Reads a date of an answer: `CreatedDate`, `StartTime`.
///
/// On the wire it is a number, seconds since 1970 with milliseconds behind the point, and so the AWS CLI
/// 1 prints it. The AWS CLI 2 prints `2018-01-03T19:01:52.957000+00:00`, a Python program with
/// `json.dumps(answer, default=str)` the same with a blank for the `T`, and a JavaScript program
/// `2018-01-03T19:01:52.957Z`. What is finer than a millisecond is cut off.
///
/// ```
/// use serde_json::json;
/// use window_planner_core::import::read_instant;
///
/// let created = read_instant(&json!(1_515_006_112.957));
/// assert_eq!(created.unwrap().to_string(), "2018-01-03T19:01:52.957Z");
/// assert_eq!(read_instant(&json!("2018-01-03 19:01:52.957000+00:00")), created);
/// assert_eq!(read_instant(&json!("yesterday")), None);
/// ```
#[must_use]
pub fn read_instant(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Number(number) => from_seconds(number.as_f64()?),
        Value::String(text) => Timestamp::parse_rfc3339(&text.replacen(' ', "T", 1)),
        _ => None,
    }
}

/// The years that a date can have: from 1970 to before 10000, beyond which nothing prints.
const SECONDS: std::ops::Range<f64> = 0.0..253_402_300_800.0;

fn from_seconds(seconds: f64) -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of the years below 10000 fit")]
    let millis = SECONDS.contains(&seconds).then(|| (seconds * 1000.0).round() as i64)?;
    Some(Timestamp::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn all_clients_tell_the_same_instant() {
        let instant = Timestamp::parse_rfc3339("2018-01-03T19:01:52.957Z");
        for value in [
            json!(1_515_006_112.957),
            json!("2018-01-03T19:01:52.957000+00:00"),
            json!("2018-01-03T11:01:52.957000-08:00"),
            json!("2018-01-03 19:01:52.957000+00:00"),
            json!("2018-01-03 11:01:52.957000-08:00"),
            json!("2018-01-03T19:01:52.957Z"),
        ] {
            assert_eq!(read_instant(&value), instant, "{value}");
        }
        assert_eq!(read_instant(&json!(1_515_006_112)), read_instant(&json!("2018-01-03 19:01:52+00:00")));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in
            [json!(null), json!(true), json!(-1), json!(1e300), json!(""), json!([1]), json!("2018-01-03")]
        {
            assert_eq!(read_instant(&value), None, "{value}");
        }
    }
}
