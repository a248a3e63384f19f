//! Filters of lists.

use super::{ErrorCode, OperationError};
use crate::Timestamp;
use crate::quoted;
use crate::record::Record;
use crate::window::Date;

/// A filter of a list: an item passes it by one of its values, and has to pass every filter.
///
/// AWS's model has it twice, as `MaintenanceWindowFilter` and as `PatchOrchestratorFilter`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[serde(rename_all = "PascalCase", default)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct MaintenanceWindowFilter {
    /// One of the keys that the operation has.
    pub key: String,
    /// 1 to 256 characters each.
    pub values: Vec<String>,
}

/// The filters of a request, checked.
#[derive(Debug)]
pub(super) struct Filters(Vec<MaintenanceWindowFilter>);

impl Filters {
    /// Takes filters whose keys and values `is_known`.
    ///
    /// # Errors
    ///
    /// When one has another key, another value, or no value. `keys` are named in the message.
    pub(super) fn of(
        filters: Option<Vec<MaintenanceWindowFilter>>,
        keys: &str,
        is_known: fn(&str, &str) -> bool,
    ) -> Result<Self, OperationError> {
        let filters = filters.unwrap_or_default();
        let is_wrong = |filter: &&MaintenanceWindowFilter| {
            filter.values.is_empty() || filter.values.iter().any(|value| !is_known(&filter.key, value))
        };
        match filters.iter().find(is_wrong) {
            None => Ok(Self(filters)),
            Some(MaintenanceWindowFilter { key, values }) => {
                let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
                let message =
                    format!("The filter {} with [{}] is none of: {keys}.", quoted(key), values.join(", "));
                Err(OperationError::in_our_words(ErrorCode::Validation, message))
            }
        }
    }

    /// Whether an item passes all filters: `passes` says whether it has a value for a key.
    pub(super) fn pass(&self, passes: impl Fn(&str, &str) -> bool) -> bool {
        let Self(filters) = self;
        filters
            .iter()
            .all(|MaintenanceWindowFilter { key, values }| values.iter().any(|value| passes(key, value)))
    }

    /// Between which instants an item must lie, both excluded, by two keys that bound it. AWS does not say
    /// whether they are.
    pub(super) fn bounds(
        &self,
        after: &'static str,
        before: &'static str,
    ) -> (Option<Timestamp>, Option<Timestamp>) {
        let Self(filters) = self;
        let of_key = |key: &'static str| filters.iter().filter(move |filter| filter.key == key);
        let instants = |filter: &MaintenanceWindowFilter| {
            filter.values.iter().filter_map(|value| instant(value)).collect::<Vec<_>>()
        };
        (
            of_key(after).filter_map(|filter| instants(filter).into_iter().min()).max(),
            of_key(before).filter_map(|filter| instants(filter).into_iter().max()).min(),
        )
    }
}

/// The instant of a filter's value: RFC 3339, and like `StartDate` UTC without an offset.
pub(super) fn instant(value: &str) -> Option<Timestamp> {
    Timestamp::parse_rfc3339(value)
        .or_else(|| Date::read("Filters", value).value().map(|date| date.instant().into()))
}
