//! Names that AWS gives: of windows, targets, tasks and executions.

use crate::Timestamp;
use crate::quoted;
use crate::record::{self, Faults, Piece, ReadMember, WriteMember};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use uuid::{Builder, Uuid};

/// A form of id, as the service model has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdForm {
    /// `mw-` and 17 hexadecimal digits: [`crate::window::limits::WINDOW_ID_PATTERN`].
    Window,
    /// 36 characters: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.
    Uuid,
}

impl IdForm {
    /// Whether a text has this form.
    #[must_use]
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::Window => text.strip_prefix("mw-").is_some_and(|digits| {
                digits.len() == 17 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            }),
            Self::Uuid => {
                text.len() == 36
                    && text.bytes().enumerate().all(|(at, byte)| match at {
                        8 | 13 | 18 | 23 => byte == b'-',
                        _ => byte.is_ascii_hexdigit(),
                    })
            }
        }
    }

    /// Reads the text of an id of the type `name`.
    fn read(self, id: &mut String, value: Value, name: &str, faults: &mut Faults) {
        match value {
            Value::String(text) if self.fits(&text) => *id = text,
            Value::String(text) => faults.report(&format!("{} is no {name}", quoted(&text))),
            other => faults.report_type(&other, "a string"),
        }
    }
}

/// Makes a type for ids of one form.
macro_rules! id {
    ($(#[$doc:meta])+ $name:ident, $form:expr) => {
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "string"))]
        pub struct $name(String);

        impl $name {
            /// Takes a text that has the form of such an id.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                $form.fits(text).then(|| Self(text.to_owned()))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ReadMember for $name {
            fn unset() -> Self {
                Self(String::new())
            }

            fn read(&mut self, value: Value, faults: &mut Faults) {
                $form.read(&mut self.0, value, stringify!($name), faults);
            }
        }

        impl WriteMember for $name {
            fn piece(&self) -> Piece<'_> {
                self.0.piece()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                record::deserialize(deserializer)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// The id of a window: `mw-0ab12cd34e0000001`.
    WindowId, IdForm::Window
}
id! {
    /// The id of a target that is registered with a window.
    WindowTargetId, IdForm::Uuid
}
id! {
    /// The id of a task that is registered with a window.
    WindowTaskId, IdForm::Uuid
}
id! {
    /// The id of an execution, or of a task's part in one.
    ExecutionId, IdForm::Uuid
}

impl WindowId {
    /// The id of the window that was given the number `serial` in its plan.
    #[must_use]
    pub(super) fn new(serial: u64, created: Timestamp, name: &str) -> Self {
        let digest = digest(&format!("window {serial} {created} {name}"));
        let digits: String = digest.simple().to_string().chars().take(17).collect();
        Self(format!("mw-{digits}"))
    }
}

impl WindowTargetId {
    pub(super) fn new(serial: u64, now: Timestamp) -> Self {
        Self(digest(&format!("target {serial} {now}")).to_string())
    }
}

impl WindowTaskId {
    pub(super) fn new(serial: u64, now: Timestamp) -> Self {
        Self(digest(&format!("task {serial} {now}")).to_string())
    }
}

impl ExecutionId {
    /// The id of the execution of a window that starts at an instant: always the same, and it tells the
    /// start, so that the execution is found without a search. A UUID of version 7 (RFC 9562), whose
    /// random part is made of the window's id.
    #[must_use]
    pub fn of(window: &WindowId, start: Timestamp) -> Self {
        let millis = u64::try_from(start.as_millis()).unwrap_or(0);
        let mut rest = [0; 10];
        for (byte, of_digest) in rest.iter_mut().zip(digest(&format!("{window} {millis}")).into_bytes()) {
            *byte = of_digest;
        }
        Self(Builder::from_unix_timestamp_millis(millis, &rest).into_uuid().to_string())
    }

    /// The start of the execution that has this id, if it is one of ours.
    #[must_use]
    pub fn start(&self) -> Option<Timestamp> {
        // The first 48 bits, parted by a hyphen, then the version.
        let digits = [self.0.get(..8)?, self.0.get(9..13)?].concat();
        let millis = i64::from_str_radix(&digits, 16).ok()?;
        (self.0.get(14..15)? == "7").then_some(Timestamp::from_millis(millis))
    }

    /// The id of a part of this execution: of a task, or of a task's invocation.
    #[must_use]
    pub fn part(&self, name: &str) -> Self {
        Self(digest(&format!("{self} {name}")).to_string())
    }
}

/// A UUID that a name always has.
pub(crate) fn digest(name: &str) -> Uuid {
    /// Made once, for this program: names of its own in the space of all UUIDs.
    const NAMESPACE: Uuid = Uuid::from_u128(0x5b1f_6f0e_2a57_4d0c_9d0e_7c5f_3d1b_8a42);
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_execution_id_tells_its_start_and_depends_on_the_window() {
        let start = Timestamp::parse_rfc3339("2026-11-01T08:30:00.991Z").unwrap();
        let window = |serial| WindowId::new(serial, Timestamp::EPOCH, "a");
        let id = ExecutionId::of(&window(1), start);
        assert_eq!(id.start(), Some(start));
        assert_eq!(id, ExecutionId::of(&window(1), start));
        assert_ne!(id, ExecutionId::of(&window(2), start));
        assert_ne!(id.part("a"), id.part("b"));
        assert_eq!(ExecutionId::parse("6027b513-64fe-4cf0-be7d-1191a0000001").unwrap().start(), None);
    }

    #[test]
    fn ids_have_the_forms_of_the_service_model() {
        let id = WindowId::new(7, Timestamp::EPOCH, "x");
        assert_eq!(WindowId::parse(id.as_str()), Some(id));
        for wrong in ["", "mw-", "mw-0ab12cd34e000000", "mw-0AB12cd34e0000001", "mx-0ab12cd34e0000001"] {
            assert_eq!(WindowId::parse(wrong), None, "{wrong}");
        }
        for wrong in ["", "6027b51364fe4cf0be7d1191a0000001", "6027b513-64fe-4cf0-be7d-1191a000000g"] {
            assert_eq!(WindowTaskId::parse(wrong), None, "{wrong}");
        }
    }
}
