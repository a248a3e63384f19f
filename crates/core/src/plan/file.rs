//! The file of a plan: JSON with a version.
//!
//! What is written is read back to the last member. A version that is not known is refused, and what is
//! wrong is said with its place; the caller then leaves the file as it is.

use super::{CalendarFile, IdForm, Plan, Window, WindowId};
use crate::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The version that is written.
pub const VERSION: u64 = 2;

/// Why a plan cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// Where: `windows[3].Targets`, or `line 7, column 12`; empty for the whole.
    pub place: String,
    /// What is wrong there.
    pub message: String,
}

impl FileError {
    fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into() }
    }
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.place, self.message)
        }
    }
}

impl std::error::Error for FileError {}

impl Plan {
    /// The plan as its file has it: `{"Version": 2, "Windows": […], …}`.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        if let Value::Object(members) = &mut value {
            let mut with_version = Map::new();
            with_version.insert("Version".to_owned(), VERSION.into());
            with_version.append(members);
            return with_version.into();
        }
        value
    }

    /// The text of the plan's file, indented.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.to_value()).unwrap_or_default();
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
    pub fn from_json(text: &str) -> Result<Self, FileError> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let reason = message.split(" at line ").next().unwrap_or_default();
            FileError::new(
                format!("line {}, column {}", error.line(), error.column()),
                format!("this is not JSON: {reason}"),
            )
        })?;
        Self::from_value(value)
    }

    /// Reads a plan, of this version or an earlier one.
    ///
    /// # Errors
    ///
    /// When it is of an unknown version, or has a member that cannot be read.
    pub fn from_value(value: Value) -> Result<Self, FileError> {
        let Value::Object(members) = value else {
            return Err(FileError::new("", "a plan is an object, {\"Version\": …, \"Windows\": […]}"));
        };
        match members.get("Version").or(members.get("version")).map(Value::as_u64) {
            Some(Some(VERSION)) => read(members),
            Some(Some(1)) => read(migrated_from_1(members)?),
            Some(Some(version)) => Err(FileError::new(
                "Version",
                format!(
                    "the plan is of version {version}; this program reads 1 to {VERSION}. Use the program that wrote it, or a newer one"
                ),
            )),
            _ => Err(FileError::new("Version", "the plan does not say its version, such as \"Version\": 2")),
        }
    }
}

/// Members of an object, taken one by one; what is left over is unknown.
struct Members {
    place: String,
    members: Map<String, Value>,
}

impl Members {
    fn of(place: String, value: Value) -> Result<Self, FileError> {
        match value {
            Value::Object(members) => Ok(Self { place, members }),
            _ => Err(FileError::new(place, "this is not an object")),
        }
    }

    fn place_of(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// A member that may be absent.
    fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, FileError> {
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => serde_json::from_value(value)
                .map(Some)
                .map_err(|error| FileError::new(self.place_of(name), error.to_string())),
        }
    }

    fn required<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, FileError> {
        self.optional(name)?.ok_or_else(|| FileError::new(self.place_of(name), "it is missing"))
    }

    fn optional_instant(&mut self, name: &str) -> Result<Option<Timestamp>, FileError> {
        let text: Option<String> = self.optional(name)?;
        let read = |text: String| {
            Timestamp::parse_rfc3339(&text).ok_or_else(|| {
                FileError::new(self.place_of(name), "a time must be as in 2026-11-24T10:00:00Z")
            })
        };
        text.map(read).transpose()
    }

    fn instant(&mut self, name: &str) -> Result<Timestamp, FileError> {
        self.optional_instant(name)?.ok_or_else(|| FileError::new(self.place_of(name), "it is missing"))
    }

    fn finish(self) -> Result<(), FileError> {
        match self.members.keys().next() {
            Some(name) => Err(FileError::new(self.place_of(name), "there is no such member")),
            None => Ok(()),
        }
    }
}

fn read(members: Map<String, Value>) -> Result<Plan, FileError> {
    let mut members = Members { place: String::new(), members };
    let version: Option<u64> = members.optional("Version")?;
    debug_assert_eq!(version, Some(VERSION), "other versions are migrated before");
    let mut ids = BTreeSet::new();
    let mut windows = Vec::new();
    for (index, value) in members.required::<Vec<Value>>("Windows")?.into_iter().enumerate() {
        let window = read_window(Members::of(format!("Windows[{index}]"), value)?)?;
        if !ids.insert(window.id.clone()) {
            let message = format!("{} is there twice", window.id);
            return Err(FileError::new(format!("Windows[{index}].WindowId"), message));
        }
        windows.push(window);
    }
    let plan = Plan {
        name: members.optional("Name")?,
        windows,
        calendars: members.optional::<Vec<CalendarFile>>("Calendars")?.unwrap_or_default(),
        tokens: members.optional("Tokens")?.unwrap_or_default(),
        serial: members.optional("Serial")?.unwrap_or_default(),
    };
    members.finish()?;
    Ok(plan)
}

fn read_window(mut members: Members) -> Result<Window, FileError> {
    let created = members.instant("CreatedDate")?;
    let anchor = members.optional_instant("AnchorDate")?.unwrap_or(created);
    let window = Window {
        id: members.required("WindowId")?,
        definition: members.required("Definition")?,
        enabled: members.optional("Enabled")?.unwrap_or(true),
        created,
        modified: members.optional_instant("ModifiedDate")?.unwrap_or(created),
        anchor,
        since: members.optional_instant("SinceDate")?.unwrap_or(created),
        targets: members.optional("Targets")?.unwrap_or_default(),
        tasks: members.optional("Tasks")?.unwrap_or_default(),
        past_schedules: members.optional("PastSchedules")?.unwrap_or_default(),
        cancellations: members.optional("Cancellations")?.unwrap_or_default(),
        in_account: members.optional("InAccount")?,
        color: members.optional("Color")?,
    };
    members.finish()?;
    Ok(window)
}

/// Version 1 was the app's alone: `{"version": 1, "windows": [{request, purpose, windowId, enabled,
/// baseline}]}`, one window that had no dates. What it held is taken for created in 1970: it runs by the
/// calendar since long ago.
fn migrated_from_1(members: Map<String, Value>) -> Result<Map<String, Value>, FileError> {
    let mut members = Members { place: String::new(), members };
    let mut windows = Vec::new();
    for (index, value) in members.required::<Vec<Value>>("windows")?.into_iter().enumerate() {
        let mut old = Members::of(format!("windows[{index}]"), value)?;
        let given: Option<String> = old.optional("windowId")?;
        let id = given
            .filter(|id| IdForm::Window.fits(id))
            .unwrap_or_else(|| WindowId::new(index as u64, Timestamp::EPOCH, "version 1").to_string());
        let mut window = json!({
            "WindowId": id,
            "Definition": old.required::<Value>("request")?,
            "Enabled": old.optional::<bool>("enabled")?,
            "CreatedDate": Timestamp::EPOCH.to_string(),
        });
        if let Some(baseline) = old.optional::<Value>("baseline")? {
            let mut baseline = Members::of(format!("windows[{index}].baseline"), baseline)?;
            let in_account = json!({
                "Definition": baseline.required::<Value>("definition")?,
                "Enabled": baseline.required::<bool>("enabled")?,
            });
            if let Some(window) = window.as_object_mut() {
                window.insert("InAccount".to_owned(), in_account);
            }
        }
        windows.push(window);
    }
    let value = json!({ "Version": VERSION, "Windows": windows, "Serial": windows.len() });
    Ok(value.as_object().cloned().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
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
        refused(&whole.replace("\"Schedule\":", "\"Shedule\":"), "Windows[0].Definition", "Shedule");
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
