//! The request as a command of the AWS CLI.

use super::{is_visible, json, words_joined};
use serde_json::{Map, Value};
use std::fmt::Write;

/// The prefixes by which the AWS CLI takes an option's value for the name of a file or an address.
const LOADED_PREFIXES: [&str; 4] = ["file://", "fileb://", "http://", "https://"];

/// Options are written `--name=value`, so that no value is taken for an option. A value that an option
/// cannot carry goes into `--cli-input-json`, in which the CLI loads nothing.
pub(super) fn command(operation: &str, members: &[(&str, Value)]) -> String {
    let mut text = format!("aws ssm {}", words_joined(operation, '-'));
    let mut within_json = Map::new();
    for (name, value) in members {
        match option(name, value) {
            // Writing to a String does not fail.
            Some(option) => {
                let _ = write!(text, " \\\n  {option}");
            }
            None => {
                within_json.insert((*name).to_owned(), value.clone());
            }
        }
    }
    if !within_json.is_empty()
        && let Some(value) = quoted(&json::compact(&within_json))
    {
        // As two words: only so does the CLI see that required options may be missing.
        let _ = write!(text, " \\\n  --cli-input-json {value}");
    }
    text.push('\n');
    text
}

/// The option of a member; `None` when its value is safe only within JSON.
fn option(name: &str, value: &Value) -> Option<String> {
    let option = words_joined(name, '-');
    let value = match value {
        Value::Bool(true) => return Some(format!("--{option}")),
        Value::Bool(false) => return Some(format!("--no-{option}")),
        Value::String(text) => {
            // The CLI's parser drops a value that is "--", even after an equals sign.
            let is_plain = text != "--"
                && text.chars().all(is_visible)
                && !LOADED_PREFIXES.iter().any(|prefix| text.starts_with(prefix));
            is_plain.then(|| text.clone())?
        }
        other => json::compact(other),
    };
    quoted(&value).map(|value| format!("--{option}={value}"))
}

/// One word of a POSIX shell; `None` for a NUL, which no argument can hold.
fn quoted(text: &str) -> Option<String> {
    shlex::try_quote(text).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn writes(name: &str, value: impl Into<Value>, expected: &str) {
        let text = command("UpdateMaintenanceWindow", &[(name, value.into())]);
        assert_eq!(text, format!("aws ssm update-maintenance-window \\\n  {expected}\n"));
    }

    #[test]
    fn no_value_becomes_an_option_a_file_or_a_command() {
        writes("Description", "--endpoint-url=http://x", "--description='--endpoint-url=http://x'");
        writes("Description", "$(reboot)`reboot`", "--description='$(reboot)`reboot`'");
        writes(
            "Description",
            "file:///etc/passwd",
            r#"--cli-input-json '{"Description":"file:///etc/passwd"}'"#,
        );
        writes("Description", "a\0b", r#"--cli-input-json "{\"Description\":\"a\\u0000b\"}""#);
        writes("Description", "--", r#"--cli-input-json '{"Description":"--"}'"#);
        writes("Description", "", "--description=''");
    }

    #[test]
    fn flags_and_numbers_are_the_clis_own() {
        writes("AllowUnassociatedTargets", false, "--no-allow-unassociated-targets");
        writes("Enabled", true, "--enabled");
        writes("ScheduleOffset", 2, "--schedule-offset=2");
    }
}
