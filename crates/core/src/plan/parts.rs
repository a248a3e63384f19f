//! A plan in parts, for whoever stores what has changed and leaves the rest as it is.

use super::{Plan, Window};
use crate::{json, record};
use serde_json::Value;

/// The member of the plan's file that lists the windows.
const WINDOWS: &str = "Windows";

impl Window {
    /// The window as the plan's file has it, in one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(&record::to_value(self))
    }
}

impl Plan {
    /// The members of the plan's file without `Windows`, each with the text of its value.
    #[must_use]
    pub fn members(&self) -> Vec<(String, String)> {
        let Self { name, windows: _, calendars, tokens, serial } = self;
        let rest = Self {
            name: name.clone(),
            windows: Vec::new(),
            calendars: calendars.clone(),
            tokens: tokens.clone(),
            serial: *serial,
        };
        let Value::Object(members) = rest.to_value() else { return Vec::new() };
        members
            .into_iter()
            .filter(|(name, _)| name != WINDOWS)
            .map(|(name, value)| (name, json::text(&value)))
            .collect()
    }

    /// The text of a plan's file, of its [`Plan::members`] and what [`Window::to_json`] tells of each
    /// window. A window has a line.
    #[must_use]
    pub fn joined<'p>(
        members: impl IntoIterator<Item = (&'p str, &'p str)>,
        windows: impl IntoIterator<Item = &'p str>,
    ) -> String {
        let mut text = "{".to_owned();
        for (name, value) in members {
            text.push_str(&json::text(&Value::from(name)));
            text.push(':');
            text.push_str(value);
            text.push_str(",\n");
        }
        text.push_str("\"Windows\":[");
        for (place, window) in windows.into_iter().enumerate() {
            text.push_str(if place == 0 { "\n" } else { ",\n" });
            text.push_str(window);
        }
        text.push_str("]}\n");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::plan::CalendarFile;
    use crate::window::CreateMaintenanceWindowRequest;

    #[track_caller]
    fn comes_back(plan: &Plan) {
        let (members, windows) =
            (plan.members(), plan.windows.iter().map(Window::to_json).collect::<Vec<_>>());
        let members = members.iter().map(|(name, value)| (&**name, &**value));
        let text = Plan::joined(members, windows.iter().map(String::as_str));
        assert_eq!(Plan::from_json(&text).as_ref(), Ok(plan), "{text}");
    }

    #[test]
    fn the_parts_of_a_plan_make_the_plan_again() {
        comes_back(&Plan::default());
        let mut plan = Plan { name: Some("\"A\" \u{202e}plan".into()), ..Plan::default() };
        comes_back(&plan);
        for name in ["a", "b"] {
            let definition = CreateMaintenanceWindowRequest { name: Some(name.into()), ..Default::default() };
            plan.add(definition, Timestamp::EPOCH);
            comes_back(&plan);
        }
        plan.calendars.push(CalendarFile { name: "freeze.ics".into(), text: "BEGIN:VCALENDAR\r\n".into() });
        comes_back(&plan);
    }
}
