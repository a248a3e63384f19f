//! What the members of records can be, beside records and names.

use super::read::read_list;
use super::{Faults, Piece, ReadMember, WriteMember};
use crate::Timestamp;
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::sync::Arc;

impl ReadMember for String {
    fn unset() -> Self {
        Self::new()
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value {
            Value::String(text) => *self = text,
            other => faults.report_type(&other, "a string"),
        }
    }
}

impl WriteMember for String {
    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

impl ReadMember for Cow<'static, str> {
    fn unset() -> Self {
        Self::Borrowed("")
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        let mut text = String::new();
        text.read(value, faults);
        *self = Self::Owned(text);
    }
}

impl WriteMember for Cow<'static, str> {
    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

/// A text that copies share.
impl ReadMember for Arc<str> {
    fn unset() -> Self {
        Self::from("")
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        let mut text = String::new();
        text.read(value, faults);
        *self = Self::from(text);
    }
}

impl WriteMember for Arc<str> {
    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Borrowed(self))
    }
}

impl ReadMember for bool {
    fn unset() -> Self {
        false
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value {
            Value::Bool(flag) => *self = flag,
            other => faults.report_type(&other, "a boolean"),
        }
    }
}

impl WriteMember for bool {
    fn piece(&self) -> Piece<'_> {
        Piece::Flag(*self)
    }
}

/// Whole numbers, each within its type's bounds.
macro_rules! whole_numbers {
    ($($number:ty, $read:ident, $expected:literal;)+) => {$(
        impl ReadMember for $number {
            fn unset() -> Self {
                0
            }

            fn read(&mut self, value: Value, faults: &mut Faults) {
                match value.$read().and_then(|number| Self::try_from(number).ok()) {
                    Some(number) => *self = number,
                    None => faults.report_type(&value, $expected),
                }
            }
        }

        impl WriteMember for $number {
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
impl ReadMember for Timestamp {
    fn unset() -> Self {
        Self::EPOCH
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        match value.as_str().and_then(Self::parse_rfc3339) {
            Some(instant) => *self = instant,
            None => faults.report("a time must be as in 2026-11-24T10:00:00Z"),
        }
    }
}

impl WriteMember for Timestamp {
    fn piece(&self) -> Piece<'_> {
        Piece::Text(Cow::Owned(self.to_string()))
    }
}

/// Any JSON.
impl ReadMember for Value {
    fn unset() -> Self {
        Self::Null
    }

    fn read(&mut self, value: Value, _: &mut Faults) {
        *self = value;
    }
}

impl WriteMember for Value {
    fn piece(&self) -> Piece<'_> {
        Piece::Json(self)
    }
}

/// Read from null too, for lists that have it.
impl<M: ReadMember> ReadMember for Option<M> {
    fn unset() -> Self {
        None
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        if !value.is_null() {
            self.insert(M::unset()).read(value, faults);
        }
    }
}

impl<M: WriteMember> WriteMember for Option<M> {
    fn piece(&self) -> Piece<'_> {
        match self {
            Some(member) => member.piece(),
            None => Piece::Absent,
        }
    }
}

impl<M: ReadMember> ReadMember for Vec<M> {
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
}

impl<M: WriteMember> WriteMember for Vec<M> {
    fn piece(&self) -> Piece<'_> {
        Piece::List(self.iter().map(M::piece).collect())
    }
}
