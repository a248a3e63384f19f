//! How the viewer wants things shown.

use crate::windows::listing::Order;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use window_planner_core::{insight::Overlaps, plan::WindowId, zone::Zone};

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

/// Whose days and hours the calendar shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ViewZone {
    /// The zone that all windows which show have in common, else the viewer's.
    #[default]
    Fitting,
    /// Each window's own: a window stands where the clock on its own wall puts it.
    Own,
    /// UTC.
    Utc,
    /// The viewer's.
    Viewer,
    /// This one.
    Named(Zone),
}

impl From<String> for ViewZone {
    fn from(text: String) -> Self {
        match text.as_str() {
            "own" => Self::Own,
            "utc" => Self::Utc,
            "viewer" => Self::Viewer,
            name => Zone::named(name).map_or(Self::Fitting, Self::Named),
        }
    }
}

impl From<ViewZone> for String {
    fn from(zone: ViewZone) -> Self {
        match zone {
            ViewZone::Fitting => "fitting",
            ViewZone::Own => "own",
            ViewZone::Utc => "utc",
            ViewZone::Viewer => "viewer",
            ViewZone::Named(zone) => zone.name(),
        }
        .to_owned()
    }
}

/// Whose wall's clock the days and hours of a calendar are read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wall {
    /// One zone's for all windows.
    Of(Zone),
    /// Each window's own.
    Own,
}

impl Wall {
    /// The zone for a window whose own is `own`.
    #[must_use]
    pub fn zone(self, own: Zone) -> Zone {
        match self {
            Self::Of(zone) => zone,
            Self::Own => own,
        }
    }
}

/// The views of the calendar, in the order of their keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ViewKind {
    /// Weeks of days.
    #[default]
    Month,
    /// Seven days with their hours.
    Week,
    /// A list.
    Agenda,
    /// Months of days, by load.
    Year,
    /// Windows as rows.
    Timeline,
}

impl ViewKind {
    /// Those that are there.
    pub const ALL: [Self; 5] = [Self::Month, Self::Week, Self::Agenda, Self::Year, Self::Timeline];

    /// Its name.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Month => "Month",
            Self::Week => "Week",
            Self::Agenda => "Agenda",
            Self::Year => "Year",
            Self::Timeline => "Timeline",
        }
    }
}

/// All of it, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Light or dark. `start.js` reads it, too, before the first paint.
    pub theme: Theme,
    /// The calendar's view.
    pub view: ViewKind,
    /// The calendar's zone.
    pub view_zone: ViewZone,
    /// A second zone beside it, where hours are drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_zone: Option<ViewZone>,
    /// Whether keys without Ctrl do nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub only_with_control: bool,
    /// What was chosen last in the palette: ids of commands and of windows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<String>,
    /// The order of the list of windows.
    pub order: Order,
    /// Which overlaps are told.
    pub overlaps: Overlaps,
    /// The window that is selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<WindowId>,
    /// The windows that the calendar leaves out.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub hidden: BTreeSet<WindowId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read() {
        let preferences = Preferences {
            view_zone: ViewZone::Named(Zone::named("Asia/Tokyo").unwrap()),
            second_zone: Some(ViewZone::Utc),
            hidden: [WindowId::parse("mw-0123456789abcdef0").unwrap()].into(),
            ..Preferences::default()
        };
        let text = serde_json::to_string(&preferences).unwrap();
        assert_eq!(serde_json::from_str::<Preferences>(&text).unwrap(), preferences);
    }

    #[test]
    fn what_an_earlier_version_stored_is_read() {
        let stored = r#"{"theme":"dark","viewZone":"schedule"}"#;
        let preferences: Preferences = serde_json::from_str(stored).unwrap();
        assert_eq!((preferences.theme, preferences.view_zone), (Theme::Dark, ViewZone::Fitting));
    }
}
