//! What the functions are told beside requests and definitions.

use crate::argument_error::ArgumentError;
use crate::instant::Instant;
use tsify::Tsify;
use window_planner_core::occurrence::Query;
use window_planner_core::record::{ReadMember, ReadRecord, Record};
use window_planner_core::zone::ClockChangePolicy;

/// How many executions are answered when neither `limit` nor `before` says it.
const DEFAULT_LIMIT: u32 = 10;

/// An object of options.
pub(crate) trait Options: ReadMember + ReadRecord {
    /// What the object may look like, for messages.
    const EXAMPLE: &'static str;
}

/// When a request is made.
#[derive(Clone, Copy, Debug, Record, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ValidationOptions {
    /// The instant of the request, mostly `new Date()`. An `at(...)` before it has passed.
    pub now: Instant,
}

impl Options for ValidationOptions {
    const EXAMPLE: &'static str = "{ now: new Date() }";
}

/// Which executions are asked for.
#[derive(Clone, Copy, Debug, Record, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExecutionQuery {
    /// Executions start after this instant, not at it.
    pub after: Instant,
    /// Executions start before this instant, not at it. Default: 2100-01-01T00:00:00Z, beyond which
    /// nothing is answered.
    #[serde(default)]
    pub before: Option<Instant>,
    /// The most executions, 0 to 10,000, or to 1,000,000 for `upcomingStarts`. Default: 10; with
    /// `before` the greatest value.
    #[serde(default)]
    pub limit: Option<u32>,
    /// The instant at which the window was created. A rate counts from it, unless `StartDate` is later;
    /// with a `ScheduleOffset` only cron times after it lead to an execution. Default: `after`.
    #[serde(default)]
    pub created: Option<Instant>,
    /// What happens to local times that the clocks skip or repeat. Default: `"quartz"`.
    #[serde(default)]
    pub policy: Option<ClockChangePolicy>,
}

impl Options for ExecutionQuery {
    const EXAMPLE: &'static str = "{ after: new Date(), limit: 10 }";
}

impl ExecutionQuery {
    /// The most executions, where nobody gets more than `greatest`.
    ///
    /// # Errors
    ///
    /// When more are asked for.
    pub(crate) fn limit(&self, greatest: u32) -> Result<usize, ArgumentError> {
        let limit = match (self.limit, self.before) {
            (Some(limit), _) if limit > greatest => {
                return Err(ArgumentError::new(format!(
                    "query.limit: {limit} is above {greatest}. Ask for fewer, and on from the last one."
                )));
            }
            (Some(limit), _) => limit,
            (None, Some(_)) => greatest,
            (None, None) => DEFAULT_LIMIT,
        };
        Ok(usize::try_from(limit).unwrap_or(usize::MAX))
    }
}

impl From<ExecutionQuery> for Query {
    fn from(query: ExecutionQuery) -> Self {
        Self {
            after: query.after.into(),
            before: query.before.map(Instant::ceiling),
            created: query.created.map(Into::into),
            policy: query.policy.unwrap_or_default(),
        }
    }
}
