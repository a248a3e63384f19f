//! Where the two databases give a zone different offsets.

use crate::source::Zone;

/// 1970-01-01, the first day a schedule can name.
const FIRST: i64 = 0;

/// 2100-01-01: no query reaches it, and chrono-tz knows no daylight saving time from then on.
const END: i64 = 4_102_444_800;

/// How far apart the offsets are looked at; no zone has changed its offset twice in a day since 1970.
const STEP: usize = 86_400;

/// From this instant on, both offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) from: i64,
    pub(crate) chrono: i32,
    pub(crate) newer: i32,
}

impl Stretch {
    pub(crate) fn agrees(self) -> bool {
        self.chrono == self.newer
    }
}

/// All stretches of a zone in which neither offset changes.
pub(crate) fn stretches(zone: &Zone) -> Vec<Stretch> {
    let at = |from| Stretch { from, chrono: zone.chrono_offset(from), newer: zone.newer_offset(from) };
    let mut stretches = vec![at(FIRST)];
    for day in (FIRST..END).step_by(STEP) {
        let end = day + 86_400;
        let mut changes = [
            first_change(|utc| zone.chrono_offset(utc), day, end),
            first_change(|utc| zone.newer_offset(utc), day, end),
        ];
        changes.sort_unstable();
        stretches.extend(changes.into_iter().flatten().filter(|change| *change < END).map(at));
    }
    stretches.dedup_by_key(|stretch| stretch.from);
    stretches
}

/// The first second after `same` at which the offset is another; `None` when it is the same at `end`.
fn first_change(offset: impl Fn(i64) -> i32, mut same: i64, end: i64) -> Option<i64> {
    let before = offset(same);
    let mut changed = end;
    if offset(changed) == before {
        return None;
    }
    while changed - same > 1 {
        let middle = i64::midpoint(same, changed);
        if offset(middle) == before {
            same = middle;
        } else {
            changed = middle;
        }
    }
    Some(changed)
}
