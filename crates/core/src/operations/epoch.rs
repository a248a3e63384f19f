//! Instants in answers.

use crate::Timestamp;
use crate::record::{Faults, Piece, ReadMember, WriteMember};
use serde_json::{Number, Value};

/// The members of answers that are [`EpochSeconds`]: those who answer in another way than with JSON, as in
/// JavaScript with a `Date`, find them by name.
pub const DATE_MEMBERS: [&str; 4] = ["CreatedDate", "ModifiedDate", "StartTime", "EndTime"];

/// An instant as AWS JSON 1.1 has it: a number of seconds since 1970, with milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "Date"))]
pub struct EpochSeconds(pub Timestamp);

impl ReadMember for EpochSeconds {
    fn unset() -> Self {
        Self(Timestamp::EPOCH)
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and Timestamp takes any i64")]
        match value.as_f64() {
            Some(seconds) => *self = Self(Timestamp::from_millis((seconds * 1000.0).round() as i64)),
            None => faults.report_type(&value, "a number of seconds"),
        }
    }
}

impl WriteMember for EpochSeconds {
    fn piece(&self) -> Piece<'_> {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53 milliseconds nothing is lost")]
        let seconds = self.0.as_millis() as f64 / 1000.0;
        Number::from_f64(seconds).map_or(Piece::Absent, Piece::Number)
    }
}

impl From<Timestamp> for EpochSeconds {
    fn from(instant: Timestamp) -> Self {
        Self(instant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_three_decimals() {
        let at = |text| EpochSeconds(Timestamp::parse_rfc3339(text).unwrap());
        let json = |text| serde_json::to_string(&at(text).piece()).unwrap();
        assert_eq!(json("2018-01-03T19:15:12.957Z"), "1515006912.957");
        assert_eq!(json("2099-12-31T23:59:59.999Z"), "4102444799.999");
        assert_eq!(json("2020-01-01T10:04:04Z"), "1577873044.0");
    }
}
