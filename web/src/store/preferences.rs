//! How the viewer wants things shown.

use serde::{Deserialize, Serialize};
use window_planner_core::zone::Zone;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The one after it, in a ring.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The value of `data-theme` on the page's root, as the style sheets know it.
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// Its name in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::System => "as the system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The zone whose days the calendar shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ViewZone {
    /// The window's own.
    #[default]
    Schedule,
    /// UTC.
    Utc,
    /// The viewer's.
    Viewer,
}

impl ViewZone {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Schedule, Self::Utc, Self::Viewer];

    /// The zone it stands for.
    #[must_use]
    pub fn resolve(self, schedule: Zone, viewer: Zone) -> Zone {
        match self {
            Self::Schedule => schedule,
            Self::Utc => Zone::UTC,
            Self::Viewer => viewer,
        }
    }
}

/// All of it, as it is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Light or dark. `start.js` reads it, too, before the first paint.
    pub theme: Theme,
    /// The calendar's zone.
    pub view_zone: ViewZone,
}
