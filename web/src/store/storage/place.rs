//! Where the plan is stored in this browser.

use super::{
    Refusal,
    database::Database,
    ledger::Sending,
    local,
    records::Records,
    stored::{Revision, Stored},
};
use std::{
    future::{Future, ready},
    pin::Pin,
};

/// The outcome of a sending, when it is known.
pub(super) type Outcome = Pin<Box<dyn Future<Output = Result<(), Refusal>>>>;

/// The place, from the best to the worst.
#[derive(Default)]
pub(super) enum Place {
    /// The browser's database.
    Database(Database),
    /// Its local storage, of some 5 MB.
    Local,
    /// None.
    #[default]
    Nowhere,
}

impl Place {
    /// What is stored.
    ///
    /// # Errors
    ///
    /// When the place cannot be read.
    pub(super) async fn read(&self) -> Result<Stored, Refusal> {
        match self {
            Self::Database(database) => database.read().await,
            Self::Local => Ok(local::read()),
            Self::Nowhere => Ok(Stored::default()),
        }
    }

    /// Which state is stored.
    ///
    /// # Errors
    ///
    /// When the place cannot be read.
    pub(super) async fn revision(&self) -> Result<Option<Revision>, Refusal> {
        match self {
            Self::Database(database) => database.revision().await,
            Self::Local => Ok(local::revision()),
            Self::Nowhere => Ok(None),
        }
    }

    /// The name of the state in which these are the records.
    pub(super) fn name(&self, records: &Records) -> Revision {
        match self {
            Self::Local => Revision(records.text()),
            Self::Database(_) | Self::Nowhere => random_revision(),
        }
    }

    /// Sends what is to be stored, before it returns.
    pub(super) fn write(&self, sending: &Sending, revision: &Revision, records: &Records) -> Outcome {
        match self {
            Self::Database(database) => match database.write(sending, revision, records) {
                Ok(outcome) => Box::pin(outcome),
                Err(refusal) => Box::pin(ready(Err(refusal))),
            },
            Self::Local => Box::pin(ready(local::write(sending.base.as_ref(), revision))),
            Self::Nowhere => Box::pin(ready(Err(Refusal::Blocked))),
        }
    }
}

/// A name that no other state has, in any tab.
pub(super) fn random_revision() -> Revision {
    Revision(format!("{:x}", js_sys::Math::random().to_bits()))
}
