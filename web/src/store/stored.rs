//! What is kept in the browser's storage, by version.

use super::Draft;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version that is written.
const VERSION: u32 = 1;

/// A plan as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredPlan {
    version: u32,
    windows: Vec<Draft>,
}

/// The text that is stored for a plan of one window.
#[must_use]
pub fn write(draft: &Draft) -> String {
    let plan = StoredPlan { version: VERSION, windows: vec![draft.clone()] };
    serde_json::to_string(&plan).unwrap_or_default()
}

/// Reads what [`write`] has written, in this version or an earlier one. `None` for an empty plan.
///
/// # Errors
///
/// Why it cannot be read, in words.
pub fn read(text: &str) -> Result<Option<Draft>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("it is not JSON ({error})"))?;
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => {
            let plan: StoredPlan = serde_json::from_value(value).map_err(|error| error.to_string())?;
            Ok(plan.windows.into_iter().next())
        }
        Some(version) => {
            Err(format!("it was written by another version of this app (its format is {version})"))
        }
        None => Err("it has no version".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut draft = Draft::example();
        draft.add_tag();
        draft.keep_as_baseline();
        assert_eq!(read(&write(&draft)), Ok(Some(draft)));
    }

    #[test]
    fn broken_text_is_told_apart_from_an_empty_plan() {
        assert_eq!(read(r#"{"version":1,"windows":[]}"#), Ok(None));
        for broken in
            ["", "{", "[]", "null", r#"{"version":9,"windows":[]}"#, r#"{"version":1,"windows":[{}]}"#]
        {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
