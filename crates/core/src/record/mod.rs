//! Types that are read from JSON and written as JSON by one code for all of them.
//!
//! serde's derive writes a reader and a writer for each type. A [`Record`] is a table of its members
//! instead, and what reads and writes it walks the table. It says the same as a serde type, with serde's
//! attributes, and is one.
//!
//! ```
//! use serde_json::json;
//! use window_planner_core::record::{Record, from_value};
//!
//! #[derive(Debug, Record)]
//! #[serde(rename_all = "PascalCase", deny_unknown_fields)]
//! struct Freeze {
//!     name: String,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     first_day: Option<String>,
//!     #[serde(default)]
//!     regions: Vec<String>,
//! }
//!
//! let freeze: Freeze = from_value(json!({ "Name": "Black Friday", "Regions": ["eu-west-1"] })).unwrap();
//! assert_eq!(serde_json::to_string(&freeze).unwrap(), r#"{"Name":"Black Friday","Regions":["eu-west-1"]}"#);
//!
//! let fault = from_value::<Freeze>(json!({ "Name": "Christmas", "Regions": ["eu-west-1", 2] })).unwrap_err();
//! assert_eq!(fault.to_string(), "Regions[1]: invalid type: integer `2`, expected a string");
//! ```
//!
//! A prototype of it, with twenty types of ten members at `opt-level = "s"`, took 9 KB of brotli where serde's
//! derive took 41.

mod by_name;
mod members;
mod names;
mod read;
mod write;

pub use by_name::ByName;
pub use names::{Names, name_of, read_name};
pub use read::{Fault, Faults, deserialize, from_value, read, shortened};
pub use window_planner_derive::Record;
pub use write::{Piece, to_value};
#[doc(hidden)]
pub use {serde, serde_json};

use serde_json::Value;

/// A structure with a table of its members, to be read. Made by `#[derive(Record)]`.
///
/// Reading and writing are two traits: what only ever is read, a request, brings no code that writes it.
pub trait ReadRecord {
    /// The table.
    fn layout(&self) -> &'static Layout;

    /// The member at a place in the table.
    fn member_mut(&mut self, index: usize) -> Option<&mut dyn ReadMember>;
}

/// A structure with a table of its members, to be written. Made by `#[derive(Record)]`.
pub trait WriteRecord {
    /// The table.
    fn layout(&self) -> &'static Layout;

    /// The member at a place in the table.
    fn member(&self, index: usize) -> Option<&dyn WriteMember>;
}

/// What is the same for all records of a type.
#[derive(Debug)]
pub struct Layout {
    /// The members, in the order in which they are written.
    pub members: &'static [MemberLayout],
    /// Whether other members are a fault; else they are overlooked.
    pub refuses_others: bool,
}

/// What a record's table says of a member.
#[derive(Debug)]
pub struct MemberLayout {
    /// Its name in JSON.
    pub name: &'static str,
    /// Whether it is a fault when it is not there.
    pub is_required: bool,
    /// When it is left out of what is written.
    pub left_out: LeftOut,
}

/// When a member is left out of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is always written.
    Never,
    /// When it is `None`.
    WhenNone,
    /// When it is `None`, or an empty text, list or map.
    WhenEmpty,
}

/// What a member of a record that is read can be: a text, a number, a list, a record.
pub trait ReadMember {
    /// The value before anything is read.
    fn unset() -> Self
    where
        Self: Sized;

    /// Takes a value that is not null. What is wrong with it goes to `faults`; the member may then be
    /// anything.
    fn read(&mut self, value: Value, faults: &mut Faults);
}

/// What a member of a record that is written can be.
pub trait WriteMember {
    /// What is written of it.
    fn piece(&self) -> Piece<'_>;
}

#[cfg(test)]
mod tests;
