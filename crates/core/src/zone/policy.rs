//! What happens to a local time that the clocks skip or repeat.

use crate::record::Record;

/// The rule for local times that do not exist, or exist twice, when the clocks change.
///
/// AWS has never said what it does. The default is what Quartz does, whose cron dialect AWS's is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Record)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum ClockChangePolicy {
    /// A skipped time does not run; a repeated one runs once, the second time round (at the later
    /// offset). Source: Quartz 2.3.2, executed.
    #[default]
    Quartz,
    /// A skipped time does not run; a repeated one runs once, the first time round.
    EarlierOffset,
    /// A skipped time runs later by as much as the clocks go forward, 02:30 at 03:30; a repeated one
    /// runs once, the first time round. Source: how java.time resolves a local time.
    ShiftForward,
}

impl ClockChangePolicy {
    /// All policies, the default first.
    pub const ALL: [Self; 3] = [Self::Quartz, Self::EarlierOffset, Self::ShiftForward];

    /// Whether a time that comes twice runs the second time round.
    pub(crate) fn takes_later_offset(self) -> bool {
        self == Self::Quartz
    }
}
