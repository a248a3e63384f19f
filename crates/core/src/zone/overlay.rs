//! Zones whose rules changed after chrono-tz's data were cut.

/// The version of the data.
pub(super) const TZDATA: &str = chrono_tz::IANA_TZDB_VERSION;

/// A zone's offsets from the first instant at which chrono-tz is out of date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Overlay {
    name: &'static str,
    /// Seconds since the epoch, and the offset in seconds from then on; in order of time.
    changes: &'static [(i64, i32)],
}

impl Overlay {
    /// The offset at an instant, unless chrono-tz knows it.
    pub(super) fn offset_seconds(&self, utc: i64) -> Option<i32> {
        let following = self.changes.partition_point(|(from, _)| *from <= utc);
        self.changes.get(following.checked_sub(1)?).map(|(_, offset)| *offset)
    }
}

/// The overlay of the zone with this name.
pub(super) fn of(name: &str) -> Option<&'static Overlay> {
    OVERLAYS.iter().find(|overlay| overlay.name == name)
}

static OVERLAYS: &[Overlay] = &[];
