//! The instants at which executions start.

use super::calendar::Calendar;
use super::fires::Fires;
use crate::Timestamp;
use crate::zone::{ClockChangePolicy, DAY_SECONDS, MARGIN_SECONDS, Stretch, Zone};
use chrono::NaiveDateTime;

/// The starts of a cron schedule in a zone.
///
/// It walks along the zone's [`Stretch`]es. Each owns an interval of local times, which the policy
/// draws where two stretches show the same local time; within it a start is a fire less the offset.
#[derive(Clone, Debug)]
pub(super) struct CronStarts<'c> {
    fires: Fires<'c>,
    /// The next fire, not yet given out.
    fire: Option<i64>,
    policy: ClockChangePolicy,
    stretch: Stretch,
    /// Fires before this local time are given out at once: where the next stretch takes over, or
    /// [`i64::MIN`] while shifted fires mix with the plain ones.
    plain_until: i64,
    shifted: Option<ShiftedFires<'c>>,
}

/// Fires in a gap that run after it, at the offset of before: [`ClockChangePolicy::ShiftForward`].
#[derive(Clone, Debug)]
struct ShiftedFires<'c> {
    fires: Fires<'c>,
    fire: i64,
    /// The end of the gap in local time.
    until: i64,
    offset: i64,
}

impl<'c> CronStarts<'c> {
    /// Starts at or after `from`.
    ///
    /// `created` is given with a `ScheduleOffset`: then only fires after it lead to a start, and
    /// each start is `shift_days` later.
    pub(super) fn new(
        calendar: &'c Calendar,
        zone: Zone,
        policy: ClockChangePolicy,
        from: Timestamp,
        offset: Option<(u8, Timestamp)>,
    ) -> Self {
        let from = from.max(Timestamp::EPOCH).plus_millis(999).floor_seconds();
        let shift_days = offset.map_or(0, |(days, _)| days);
        let mut earliest = i64::MIN;
        if let Some((days, created)) = offset {
            earliest = earliest_local(zone, policy, days, created);
        }
        let (before, stretch) = stretches_at(zone, from);
        let mut starts = Self {
            fires: Fires::from(calendar, shift_days, earliest),
            fire: None,
            policy,
            stretch,
            plain_until: owned_until(&stretch, policy),
            shifted: None,
        };
        let first = owned(from.saturating_add(stretch.offset.into()), before.as_ref(), &stretch, policy);
        starts.fires.seek(first.max(earliest));
        starts.fire = starts.fires.next();
        if let Some(before) = before {
            starts.shift_gap(&before, from.saturating_add(before.offset.into()).max(earliest));
        }
        starts
    }

    /// The stretch in which the start lies that has just been given out.
    pub(super) fn stretch(&self) -> &Stretch {
        &self.stretch
    }

    /// Takes up the fires in the gap at the end of `before`, from the local time `first` on.
    fn shift_gap(&mut self, before: &Stretch, first: i64) {
        if self.policy != ClockChangePolicy::ShiftForward || before.forward() <= 0 {
            return;
        }
        let mut fires = self.fires.clone();
        fires.seek(first.max(before.last_local()));
        if let Some(fire) = fires.next().filter(|fire| *fire < before.next_local()) {
            self.plain_until = i64::MIN;
            self.shifted =
                Some(ShiftedFires { fires, fire, until: before.next_local(), offset: before.offset.into() });
        }
    }

    /// Passes on to the next stretch, or to one just before the next fire when that is far off. `None`
    /// past the horizon.
    #[cold]
    fn advance(&mut self) -> Option<()> {
        let fire = self.fire.filter(|_| !self.stretch.is_last())?;
        if self.stretch.is_far_before(fire) {
            // A local time taken for UTC is wrong by less than a day.
            let near = fire.saturating_sub(MARGIN_SECONDS).saturating_sub(DAY_SECONDS);
            self.stretch = self.stretch.anew(near);
            self.plain_until = owned_until(&self.stretch, self.policy);
            return Some(());
        }
        let before = self.stretch;
        self.stretch = before.next();
        self.plain_until = owned_until(&self.stretch, self.policy);
        let owned_from = owned_from(&before, self.policy);
        if fire < owned_from {
            self.shift_gap(&before, before.last_local());
            self.fires.seek(owned_from);
            self.fire = self.fires.next();
        }
        Some(())
    }

    /// The next start while shifted ones are about: the earlier of the two, and one of two that
    /// coincide.
    #[cold]
    fn next_beside_shifted(&mut self) -> Option<Timestamp> {
        let shifted = self.shifted.as_mut()?;
        let start = shifted.fire.saturating_sub(shifted.offset);
        let plain = self.fire.map(|fire| fire.saturating_sub(self.stretch.offset.into()));
        match plain {
            Some(plain) if plain < start => {
                self.fire = self.fires.next();
                return Some(Timestamp::from_seconds(plain));
            }
            Some(plain) if plain == start => self.fire = self.fires.next(),
            _ => {}
        }
        if let Some(fire) = shifted.fires.next().filter(|fire| *fire < shifted.until) {
            shifted.fire = fire;
        } else {
            self.shifted = None;
            self.plain_until = owned_until(&self.stretch, self.policy);
        }
        Some(Timestamp::from_seconds(start))
    }
}

impl Iterator for CronStarts<'_> {
    type Item = Timestamp;

    fn next(&mut self) -> Option<Timestamp> {
        loop {
            match self.fire {
                Some(fire) if fire < self.plain_until => {
                    self.fire = self.fires.next();
                    // Fires end in 2199, so nothing can overflow.
                    let start = fire.wrapping_sub(self.stretch.offset.into());
                    return Some(Timestamp::from_millis(start.wrapping_mul(1000)));
                }
                _ if self.shifted.is_some() => return self.next_beside_shifted(),
                _ => self.advance()?,
            }
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

/// The local time at which the stretch after `before` takes over.
fn owned_from(before: &Stretch, policy: ClockChangePolicy) -> i64 {
    if policy.takes_later_offset() {
        before.next_local()
    } else {
        before.next_local().max(before.last_local())
    }
}

/// The stretch in which `second` lies, and the one before it when that ended shortly before.
fn stretches_at(zone: Zone, second: i64) -> (Option<Stretch>, Stretch) {
    let mut stretch = Stretch::starting_at(zone, second.saturating_sub(MARGIN_SECONDS));
    let mut before = None;
    while stretch.until <= second {
        before = Some(stretch);
        stretch = stretch.next();
    }
    (before, stretch)
}

/// The local time nearest to `local` that `stretch` owns, or at which the next takes over.
fn owned(local: i64, before: Option<&Stretch>, stretch: &Stretch, policy: ClockChangePolicy) -> i64 {
    let owned_from = before.map_or(i64::MIN, |before| owned_from(before, policy));
    local.min(owned_until(stretch, policy)).max(owned_from)
}

/// The first local time to which a fire after `created` can lead, `days` of `ScheduleOffset` later.
pub(super) fn earliest_local(zone: Zone, policy: ClockChangePolicy, days: u8, created: Timestamp) -> i64 {
    let created = created.floor_seconds();
    let (before, stretch) = stretches_at(zone, created);
    let after = created.saturating_add(stretch.offset.into()).saturating_add(1);
    owned(after, before.as_ref(), &stretch, policy)
        .saturating_add(i64::from(days).saturating_mul(DAY_SECONDS))
}

/// The instant at which the wall shows `local`, where the policy lets it run.
pub(super) fn resolve(zone: Zone, policy: ClockChangePolicy, local: NaiveDateTime) -> Option<Timestamp> {
    let local = local.and_utc().timestamp();
    let mut stretch = Stretch::starting_at(zone, local.saturating_sub(MARGIN_SECONDS));
    let mut before = None;
    while local >= owned_until(&stretch, policy) && !stretch.is_last() {
        before = Some(stretch);
        stretch = stretch.next();
    }
    let skipped_by = before.filter(|before| local < owned_from(before, policy));
    let offset = match skipped_by {
        None => stretch.offset,
        Some(before) if policy == ClockChangePolicy::ShiftForward => before.offset,
        Some(_) => return None,
    };
    Some(Timestamp::from_seconds(local.saturating_sub(offset.into())))
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
