//! Zones whose rules are newer than chrono-tz's: `cargo xtask tzdata` writes them to `data.rs`.

mod data;

use data::{OVERLAYS, RESTLESS};

/// The release of the IANA data that the overlay brings chrono-tz up to.
pub(super) const TZDATA: &str = data::TZDATA;

/// Within this many days no offset changes twice, but for the few zones that are restless.
pub(super) const CALM_DAYS: i64 = 48;

/// What is laid over chrono-tz's rules in some zones.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Overlay {
    /// The zone and its aliases.
    names: &'static [&'static str],
    /// Seconds since the epoch, in their order, and the offset in seconds from then on; `None` where
    /// chrono-tz is right again. Before the first, it is right too.
    changes: &'static [(i64, Option<i32>)],
}

impl Overlay {
    /// The offset at an instant, unless chrono-tz knows it.
    pub(super) fn offset_seconds(&self, utc: i64) -> Option<i32> {
        let following = self.changes.partition_point(|(from, _)| *from <= utc);
        self.changes.get(following.checked_sub(1)?).and_then(|(_, offset)| *offset)
    }
}

/// The overlay of the zone with this name.
pub(super) fn of(name: &str) -> Option<&'static Overlay> {
    OVERLAYS.iter().find(|overlay| overlay.names.contains(&name))
}

/// Whether the zone's offset ever changes twice within [`CALM_DAYS`].
pub(super) fn is_restless(name: &str) -> bool {
    RESTLESS.binary_search(&name).is_ok()
}
