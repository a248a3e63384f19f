//! Members that their users name.

use super::read::read_map;
use super::{Faults, Piece, ReadMember, WriteMember};
use serde_json::Value;

/// The members of a JSON object that have names of their user's, as the parameters of a document: in the
/// order of the names, each once.
///
/// A list, because a `BTreeMap` takes 6 KB of WebAssembly for each type of member.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "Record<string, M>"))]
pub struct ByName<M>(Vec<(String, M)>);

impl<M> ByName<M> {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<M> Default for ByName<M> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<M: ReadMember> ReadMember for ByName<M> {
    fn unset() -> Self {
        Self::default()
    }

    fn read(&mut self, value: Value, faults: &mut Faults) {
        // An object of serde_json is in the order of its names.
        read_map(value, faults, &mut |name, value, faults| {
            let mut member = M::unset();
            member.read(value, faults);
            self.0.push((name, member));
        });
    }
}

impl<M: WriteMember> WriteMember for ByName<M> {
    fn piece(&self) -> Piece<'_> {
        Piece::Map(self.0.iter().map(|(name, member)| (name.as_str(), member.piece())).collect())
    }
}
