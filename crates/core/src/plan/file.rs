//! The file of a plan: JSON with a version.
//!
//! What is written is read back to the last member. A version that is not known is refused, and what is
//! wrong is said with its place; the caller then leaves the file as it is.

use super::{IdForm, Plan, WindowId};
use crate::distinct::Texts;
use crate::record::{self, Fault, Record};
use crate::{Timestamp, json};
use serde_json::{Map, Value};

/// The version that is written.
pub const VERSION: u64 = 2;

impl Plan {
    /// The plan as its file has it: `{"Version": 2, "Windows": […], …}`.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut value = record::to_value(self);
        if let Value::Object(members) = &mut value {
            members.insert("Version".to_owned(), VERSION.into());
        }
        value
    }

    /// The text of the plan's file, indented.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = json::indented_text(&self.to_value());
        text.push('\n');
        text
    }

    /// Whether a JSON value claims to be a plan.
    #[must_use]
    pub fn is_plan(value: &Value) -> bool {
        let has = |version: &str, windows: &str| value.get(version).is_some() && value.get(windows).is_some();
        has("Version", "Windows") || has("version", "windows")
    }

    /// Reads the text of a plan's file.
    ///
    /// # Errors
    ///
    /// When it is not JSON, is of an unknown version, or has a member that cannot be read.
    pub fn from_json(text: &str) -> Result<Self, Fault> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            Fault::new(
                format!("line {}, column {}", error.line(), error.column()),
                format!("this is not JSON: {}", json::reason(&error)),
            )
        })?;
        Self::from_value(value)
    }

    /// Reads a plan, of this version or an earlier one.
    ///
    /// # Errors
    ///
    /// When it is of an unknown version, or has a member that cannot be read.
    pub fn from_value(value: Value) -> Result<Self, Fault> {
        let Value::Object(members) = value else {
            return Err(Fault::new("", "a plan is an object, {\"Version\": …, \"Windows\": […]}"));
        };
        match members.get("Version").or(members.get("version")).map(Value::as_u64) {
            Some(Some(VERSION)) => read(members),
            Some(Some(1)) => read(migrated_from_1(members)?),
            Some(Some(version)) => Err(Fault::new(
                "Version",
                format!(
                    "the plan is of version {version}; this program reads 1 to {VERSION}. Use the program that wrote it, or a newer one"
                ),
            )),
            _ => Err(Fault::new("Version", "the plan does not say its version, such as \"Version\": 2")),
        }
    }
}

fn read(file: Map<String, Value>) -> Result<Plan, Fault> {
    let mut members = json::without(file, &["Version"]);
    if let Some(Value::Array(windows)) = members.get_mut("Windows") {
        windows.iter_mut().filter_map(Value::as_object_mut).for_each(complete);
    }
    let plan: Plan = record::from_value(Value::Object(members))?;
    let mut ids = Texts::default();
    let twice = plan.windows.iter().enumerate().find(|(_, window)| !ids.insert(window.id.as_str()));
    if let Some((index, window)) = twice {
        let message = format!("{} is there twice", window.id);
        return Err(Fault::new(format!("Windows[{index}].WindowId"), message));
    }
    Ok(plan)
}

/// A window of which only the creation is told has been as it is since then.
fn complete(window: &mut Map<String, Value>) {
    if let Some(created) = window.get("CreatedDate").cloned() {
        for date in ["ModifiedDate", "AnchorDate", "SinceDate"] {
            window.entry(date).or_insert_with(|| created.clone());
        }
    }
}

/// Version 1 was the app's alone: one window that had no dates.
#[derive(Record)]
struct Version1 {
    windows: Vec<Version1Window>,
}

#[derive(Record)]
#[serde(rename_all = "camelCase")]
struct Version1Window {
    request: Value,
    window_id: Option<String>,
    enabled: Option<bool>,
    baseline: Option<Version1Baseline>,
}

#[derive(Record)]
struct Version1Baseline {
    definition: Value,
    enabled: bool,
}

/// What version 1 held is taken for created in 1970: it runs by the calendar since long ago.
fn migrated_from_1(members: Map<String, Value>) -> Result<Map<String, Value>, Fault> {
    let old: Version1 = record::from_value(Value::Object(members))?;
    let serial = old.windows.len();
    let windows = old.windows.into_iter().enumerate().map(|(index, old)| {
        let id = old
            .window_id
            .filter(|id| IdForm::Window.fits(id))
            .unwrap_or_else(|| WindowId::new(index as u64, Timestamp::EPOCH, "version 1").to_string());
        let in_account = old
            .baseline
            .map(|old| json::object(vec![("Definition", old.definition), ("Enabled", old.enabled.into())]));
        json::object(vec![
            ("WindowId", id.into()),
            ("Definition", old.request),
            ("Enabled", old.enabled.into()),
            ("CreatedDate", Timestamp::EPOCH.to_string().into()),
            ("InAccount", in_account.into()),
        ])
    });
    let mut members = Map::new();
    members.insert("Windows".to_owned(), windows.collect());
    members.insert("Serial".to_owned(), serial.into());
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::CalendarFile;
    use crate::window::CreateMaintenanceWindowRequest;

    fn plan() -> Plan {
        let now = Timestamp::parse_rfc3339("2026-11-24T10:00:00.991Z").unwrap();
        let mut plan = Plan { name: Some("My plan".into()), ..Plan::default() };
        for name in ["a", "\u{202e}\0\"</script>"] {
            let definition = CreateMaintenanceWindowRequest {
                name: Some(name.into()),
                schedule: Some("rate(7 days)".into()),
                ..Default::default()
            };
            plan.add(definition.clone(), now).change(definition, false, now.plus_millis(5));
        }
        plan.calendars.push(CalendarFile { name: "freeze.ics".into(), text: "BEGIN:VCALENDAR\r\n".into() });
        plan
    }

    #[track_caller]
    fn refused(text: &str, place: &str, part: &str) {
        let error = Plan::from_json(text).unwrap_err();
        assert_eq!(error.place, place, "{error}");
        assert!(error.message.contains(part), "{error}");
    }

    #[test]
    fn what_is_written_is_read_back_exactly() {
        let plan = plan();
        assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan.clone()));
        let mut read = Plan::from_json(&plan.to_json()).unwrap();
        let id = read.add(CreateMaintenanceWindowRequest::default(), Timestamp::EPOCH).id.clone();
        assert!(plan.window(id.as_str()).is_none(), "no id is given twice");
    }

    #[test]
    fn a_hand_edited_file_is_refused_with_the_place() {
        let whole = plan().to_json();
        let cut = whole.find("rate(7").unwrap();
        refused(&whole[..cut], "line 17, column 21", "not JSON");
        refused(&whole.replace("\"Enabled\": false", "\"Enabled\": \"no\""), "Windows[0].Enabled", "boolean");
        refused(&whole.replace("CreatedDate", "Created"), "Windows[0].CreatedDate", "missing");
        refused(
            &whole.replace("\"Schedule\":", "\"Shedule\":"),
            "Windows[0].Definition.Shedule",
            "no such member",
        );
        refused(
            &whole.replace("\"SinceDate\": \"2026", "\"SinceDate\": \"202x"),
            "Windows[0].SinceDate",
            "time",
        );
        refused(r#"{"Version":2,"Windows":[],"Window":1}"#, "Window", "no such member");
        refused("[]", "", "object");
        refused("{}", "Version", "version");
        refused(r#"{"Version":3,"Windows":[]}"#, "Version", "version 3");
    }

    #[test]
    fn version_1_is_migrated() {
        let old = r#"{"version":1,"windows":[{"request":{"Name":"abc","Schedule":"rate(1 day)"},"purpose":"update",
            "windowId":"mw-0123456789abcdef0","enabled":false,
            "baseline":{"definition":{"Name":"abc"},"enabled":true}},
            {"request":{"Name":"new"},"purpose":"create","windowId":"","enabled":true,"baseline":null}]}"#;
        let plan = Plan::from_json(old).unwrap();
        assert_eq!(plan.windows[0].id.as_str(), "mw-0123456789abcdef0");
        assert!(!plan.windows[0].enabled && plan.windows[0].in_account.as_ref().unwrap().enabled);
        assert_eq!((plan.windows[1].title(), plan.windows[1].in_account.is_none()), ("new", true));
        assert_eq!(Plan::from_json(&plan.to_json()), Ok(plan));
    }
}
