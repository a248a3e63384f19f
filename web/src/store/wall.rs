//! Whose wall's clock the calendar shows.

use super::{LastingSignal, Planned, ViewZone, Wall};
use leptos::prelude::*;
use window_planner_core::zone::Zone;

/// Whose wall's clock `view_zone` stands for.
pub(super) fn wall(view_zone: ViewZone, windows: LastingSignal<Vec<Planned>>, viewer: Zone) -> Wall {
    match view_zone {
        ViewZone::Fitting => Wall::Of(common_zone(windows).unwrap_or(viewer)),
        ViewZone::Own => Wall::Own,
        ViewZone::Utc => Wall::Of(Zone::UTC),
        ViewZone::Viewer => Wall::Of(viewer),
        ViewZone::Named(zone) => Wall::Of(zone),
    }
}

/// The zone of all windows that show, if they have one in common.
fn common_zone(windows: LastingSignal<Vec<Planned>>) -> Option<Zone> {
    windows.with(|windows| {
        let mut zones = windows.iter().filter_map(|window| window.zone_in_view.get());
        let first = zones.next()?;
        zones.all(|zone| zone == first).then_some(first)
    })
}
