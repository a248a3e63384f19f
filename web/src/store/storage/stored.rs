//! What is stored, as it is read.

use super::records::Records;

/// The name of a state of the stored plan; no two states have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision(pub String);

/// The records of a state of the stored plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    /// Which state it is; none where nothing was ever stored.
    pub revision: Option<Revision>,
    /// The records.
    pub records: Records,
}
