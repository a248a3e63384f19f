//! The instants at which executions start.

use super::calendar::Calendar;
use super::fires::Fires;
use crate::Timestamp;
use crate::zone::{ClockChangePolicy, DAY_SECONDS, MARGIN_SECONDS, Stretch, Zone};
use chrono::NaiveDateTime;

/// How far behind the stretch a fire must be for its offset to be looked up anew: longer than it takes to
/// step through the stretches in between.
const FAR_SECONDS: i64 = 200 * DAY_SECONDS;

/// When an execution starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: Timestamp,
    /// Whether it is known that no change of the clocks is near; [`CronStarts::stretch`] has not followed
    /// then.
    pub(super) is_calm: bool,
}

/// The starts of a cron schedule in a zone.
///
/// It walks along the zone's [`Stretch`]es. Each owns an interval of local times, which the policy
/// draws where two stretches show the same local time; within it a start is a fire less the offset.
#[derive(Clone, Debug)]
pub(super) struct CronStarts<'c> {
    fires: Fires<'c>,
    /// The next fire, not yet given out; [`NEVER`] after the last.
    fire: i64,
    zone: Zone,
    policy: ClockChangePolicy,
    stretch: Stretch,
    /// No start comes after this second.
    last: i64,
    /// Fires before this local time are given out at once: where the next stretch takes over or the last
    /// start has been, or [`i64::MIN`] while shifted fires mix with the plain ones.
    plain_until: i64,
    shifted: Option<ShiftedFires>,
}

/// A local time that does not come.
const NEVER: i64 = i64::MAX;

/// Fires in a gap that run after it, at the offset of before: [`ClockChangePolicy::ShiftForward`].
#[derive(Clone, Copy, Debug)]
struct ShiftedFires {
    fire: i64,
    /// The end of the gap in local time.
    until: i64,
    offset: i64,
}

impl<'c> CronStarts<'c> {
    /// Starts at or after `from` and not after `last`.
    ///
    /// `created` is given with a `ScheduleOffset`: then only fires after it lead to a start, and
    /// each start is `shift_days` later.
    pub(super) fn new(
        calendar: &'c Calendar,
        zone: Zone,
        policy: ClockChangePolicy,
        (from, last): (Timestamp, Timestamp),
        offset: Option<(u8, Timestamp)>,
    ) -> Self {
        let from = from.max(Timestamp::EPOCH).plus_millis(999).floor_seconds();
        let (shift_days, earliest) = offset
            .map_or((0, i64::MIN), |(days, created)| (days, earliest_local(zone, policy, days, created)));
        let stretch = Stretch::at(zone, from);
        let first = owned(from.saturating_add(stretch.offset().into()), &stretch, policy).max(earliest);
        let mut fires = Fires::from(calendar, shift_days, first);
        let fire = fires.next().unwrap_or(NEVER);
        let last = last.floor_seconds();
        let mut starts = Self { fires, fire, zone, policy, stretch, last, plain_until: 0, shifted: None };
        starts.be_plain();
        starts.shift_gap(from.saturating_add(stretch.before_offset().into()).max(earliest));
        starts
    }

    /// The stretch in which the start lies that has just been given out, unless that is a calm one.
    pub(super) fn stretch(&self) -> &Stretch {
        &self.stretch
    }

    /// Gives the fires of the stretch out at once.
    fn be_plain(&mut self) {
        let ended = self.last.saturating_add(1).saturating_add(self.stretch.offset().into());
        self.plain_until = owned_until(&self.stretch, self.policy).min(ended);
    }

    /// Takes up the fires in the gap at the beginning of the stretch, from the local time `first` on.
    fn shift_gap(&mut self, first: i64) {
        let until = self.stretch.first_local();
        let first = first.max(self.stretch.before_local());
        if self.policy == ClockChangePolicy::ShiftForward && first < until {
            self.shift(
                first,
                ShiftedFires { fire: NEVER, until, offset: self.stretch.before_offset().into() },
            );
        }
    }

    /// Takes up the first fire of a gap from the local time `first` on, or none of it.
    fn shift(&mut self, first: i64, gap: ShiftedFires) {
        let mut fires = self.fires.clone();
        fires.seek(first);
        if let Some(fire) = fires.next().filter(|fire| *fire < gap.until) {
            self.plain_until = i64::MIN;
            self.shifted = Some(ShiftedFires { fire, ..gap });
        } else {
            self.shifted = None;
            self.be_plain();
        }
    }

    /// The next start, when it is far off and on a day of the year that is known to be calm: the stretches
    /// in between are not looked at.
    fn far_start(&mut self) -> Option<Start> {
        if self.fire.saturating_sub(self.stretch.until()) <= FAR_SECONDS {
            return None;
        }
        let offset = self.zone.calm_offset(self.fire)?;
        let start = self.fire.wrapping_sub(offset.into());
        if start > self.last {
            return None;
        }
        self.fire = self.fires.next().unwrap_or(NEVER);
        Some(Start { at: Timestamp::from_seconds(start), is_calm: true })
    }

    /// Passes on to the next stretch, or to the next fire's when that is far off. `None` after the last
    /// start.
    #[cold]
    fn advance(&mut self) -> Option<()> {
        if self.fire == NEVER || self.stretch.until() > self.last {
            return None;
        }
        if self.fire.saturating_sub(self.stretch.until()) > FAR_SECONDS {
            self.stretch = Stretch::at(self.zone, self.fire.saturating_sub(MARGIN_SECONDS));
            self.be_plain();
            return Some(());
        }
        self.stretch = self.stretch.next();
        self.be_plain();
        let owned_from = owned_from(&self.stretch, self.policy);
        if self.fire < owned_from {
            self.fires.seek(owned_from);
            self.fire = self.fires.next().unwrap_or(NEVER);
            self.shift_gap(i64::MIN);
        }
        Some(())
    }

    /// The next start while shifted ones are about: the earlier of the two, and one of two that
    /// coincide.
    #[cold]
    fn next_beside_shifted(&mut self, shifted: ShiftedFires) -> Option<Start> {
        let start = shifted.fire.saturating_sub(shifted.offset);
        let plain = self.fire.saturating_sub(self.stretch.offset().into());
        if plain <= start && self.fire != NEVER {
            self.fire = self.fires.next().unwrap_or(NEVER);
        }
        if plain >= start {
            self.shift(shifted.fire.saturating_add(1), shifted);
        }
        let next = start.min(plain);
        (next <= self.last).then(|| Start { at: Timestamp::from_seconds(next), is_calm: false })
    }
}

impl Iterator for CronStarts<'_> {
    type Item = Start;

    #[inline]
    fn next(&mut self) -> Option<Start> {
        loop {
            if self.fire < self.plain_until {
                // Fires end in 2199, so nothing can overflow.
                let start = self.fire.wrapping_sub(self.stretch.offset().into());
                self.fire = self.fires.next().unwrap_or(NEVER);
                return Some(Start { at: Timestamp::from_millis(start.wrapping_mul(1000)), is_calm: false });
            }
            if let Some(shifted) = self.shifted {
                return self.next_beside_shifted(shifted);
            }
            if let Some(start) = self.far_start() {
                return Some(start);
            }
            self.advance()?;
        }
    }
}

/// The local time at which `stretch` hands over: where the clocks go back, the hour that comes twice
/// belongs to the next stretch or to this one.
fn owned_until(stretch: &Stretch, policy: ClockChangePolicy) -> i64 {
    if policy.takes_later_offset() {
        stretch.last_local().min(stretch.next_local())
    } else {
        stretch.last_local()
    }
}

/// The local time at which `stretch` takes over.
fn owned_from(stretch: &Stretch, policy: ClockChangePolicy) -> i64 {
    if policy.takes_later_offset() {
        stretch.first_local()
    } else {
        stretch.first_local().max(stretch.before_local())
    }
}

/// The local time nearest to `local` that `stretch` owns, or at which the next takes over.
fn owned(local: i64, stretch: &Stretch, policy: ClockChangePolicy) -> i64 {
    local.min(owned_until(stretch, policy)).max(owned_from(stretch, policy))
}

/// The first local time to which a fire after `created` can lead, `days` of `ScheduleOffset` later.
pub(super) fn earliest_local(zone: Zone, policy: ClockChangePolicy, days: u8, created: Timestamp) -> i64 {
    let created = created.floor_seconds();
    let stretch = Stretch::at(zone, created);
    let after = created.saturating_add(stretch.offset().into()).saturating_add(1);
    owned(after, &stretch, policy).saturating_add(i64::from(days).saturating_mul(DAY_SECONDS))
}

/// The instant at which the wall shows `local`, where the policy lets it run.
pub(super) fn resolve(zone: Zone, policy: ClockChangePolicy, local: NaiveDateTime) -> Option<Timestamp> {
    let local = local.and_utc().timestamp();
    let mut stretch = Stretch::at(zone, local.saturating_sub(MARGIN_SECONDS));
    while local >= owned_until(&stretch, policy) {
        stretch = stretch.next();
    }
    let offset = if local >= owned_from(&stretch, policy) {
        stretch.offset().into()
    } else if policy == ClockChangePolicy::ShiftForward {
        stretch.before_offset().into()
    } else {
        return None;
    };
    Some(Timestamp::from_seconds(local.saturating_sub(offset)))
}

/// The starts of a rate: `anchor + k × period`, k ≥ 0.
#[derive(Clone, Debug)]
pub(super) struct RateStarts {
    next: Option<Timestamp>,
    period_millis: i64,
}

impl RateStarts {
    /// Starts at or after `from`.
    pub(super) fn new(anchor: Timestamp, period_millis: i64, from: Timestamp) -> Self {
        let behind = from.millis_since(anchor).max(0);
        let periods = behind.checked_div(period_millis).unwrap_or(0);
        let reached = anchor.as_millis().checked_add(periods.saturating_mul(period_millis));
        let next = match reached {
            Some(reached) if reached < from.as_millis() => reached.checked_add(period_millis),
            reached => reached,
        };
        Self { next: next.map(Timestamp::from_millis), period_millis }
    }
}

impl Iterator for RateStarts {
    type Item = Timestamp;

    fn next(&mut self) -> Option<Timestamp> {
        let start = self.next?;
        self.next = start.as_millis().checked_add(self.period_millis).map(Timestamp::from_millis);
        Some(start)
    }
}
