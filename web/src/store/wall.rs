//! Whose wall's clock the calendar shows.

use super::{Planned, ViewZone, Wall};
use leptos::prelude::*;
use window_planner_core::zone::Zone;

/// Whose wall's clock `view_zone` stands for; `common` is the zone of all windows that show, if they have one.
pub(super) fn wall(view_zone: ViewZone, common: impl FnOnce() -> Option<Zone>, viewer: Zone) -> Wall {
    match view_zone {
        ViewZone::Fitting => Wall::Of(common().unwrap_or(viewer)),
        ViewZone::Own => Wall::Own,
        ViewZone::Utc => Wall::Of(Zone::UTC),
        ViewZone::Viewer => Wall::Of(viewer),
        ViewZone::Named(zone) => Wall::Of(zone),
    }
}

/// The zone of all windows that show, if they have one in common.
pub(super) fn common_zone(windows: &[Planned]) -> Option<Zone> {
    let mut zones = windows.iter().filter_map(|window| window.zone_in_view.get());
    let first = zones.next()?;
    zones.all(|zone| zone == first).then_some(first)
}
