//! What the members of records can be, beside records and names.

use super::read::{read_list, read_map};
use super::{Faults, Member, Piece};
use crate::Timestamp;
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Member for String {
    fn unset() -> Self {
        Self::new()
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value {
            Value::String(text) => *self = text,
            other => faults.report_type(&other, "a string"),
        }
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

impl Member for Cow<'static, str> {
    fn unset() -> Self {
        Self::Borrowed("")
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        let mut text = String::new();
        text.read(value, faults);
        *self = Self::Owned(text);
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

/// A text that copies share.
impl Member for Arc<str> {
    fn unset() -> Self {
        Self::from("")
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        let mut text = String::new();
        text.read(value, faults);
        *self = Self::from(text);
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

impl Member for bool {
    fn unset() -> Self {
        false
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value {
            Value::Bool(flag) => *self = flag,
            other => faults.report_type(&other, "a boolean"),
        }
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Flag(*self)
    }
}

/// Whole numbers, each within its type's bounds.
macro_rules! whole_numbers {
    ($($number:ty, $read:ident, $expected:literal;)+) => {$(
        impl Member for $number {
            fn unset() -> Self {
                0
            }

            fn read(&mut self, value: Value, faults: &mut Faults) {
                match value.$read().and_then(|number| Self::try_from(number).ok()) {
                    Some(number) => *self = number,
                    None => faults.report_type(&value, $expected),
                }
            }

            fn piece(&self) -> Piece<'_> {
                Piece::Number(Number::from(*self))
            }
        }
    )+};
}

whole_numbers! {
    i64, as_i64, "a whole number";
    u64, as_u64, "a whole number";
    u32, as_u64, "a whole number from 0 to 4294967295";
    u8, as_u64, "a whole number from 0 to 255";
}

/// RFC 3339, in UTC when it is written.
impl Member for Timestamp {
    fn unset() -> Self {
        Self::EPOCH
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value.as_str().and_then(Self::parse_rfc3339) {
            Some(instant) => *self = instant,
            None => faults.report("a time must be as in 2026-11-24T10:00:00Z"),
        }
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Owned(self.to_string()))
    }
}

/// Any JSON.
impl Member for Value {
    fn unset() -> Self {
        Self::Null
    }

    fn read(&mut self, value: Value, _: &mut Faults) {
        *self = value;
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Json(self)
    }
}

/// Read from null too, for lists that have it.
impl<M: Member> Member for Option<M> {
    fn unset() -> Self {
        None
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        if !value.is_null() {
            self.insert(M::unset()).read(value, faults);
        }
    }

    fn piece(&self) -> Piece<'_> {
        self.as_ref().map_or(Piece::Absent, M::piece)
    }
}

impl<M: Member> Member for Vec<M> {
    fn unset() -> Self {
        Self::new()
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        read_list(value, faults, &mut |item, faults| {
            let mut member = M::unset();
            member.read(item, faults);
            self.push(member);
        });
    }

    fn piece(&self) -> Piece<'_> {
        Piece::List(self.iter().map(M::piece).collect())
    }
}

impl<M: Member> Member for BTreeMap<String, M> {
    fn unset() -> Self {
        Self::new()
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        read_map(value, faults, &mut |name, value, faults| {
            let mut member = M::unset();
            member.read(value, faults);
            self.insert(name, member);
        });
    }

    fn piece(&self) -> Piece<'_> {
        Piece::Map(self.iter().map(|(name, member)| (name.as_str(), member.piece())).collect())
    }
}
