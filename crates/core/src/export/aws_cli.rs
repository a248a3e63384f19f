//! Requests, and the windows of a plan, for the AWS CLI in a POSIX shell.

use super::described::{Described, Members, comments};
use super::node::Node;
use super::{Exported, is_visible, json, words_joined};
use crate::diagnostic::Code;
use std::fmt::Write;

/// The prefixes by which the AWS CLI takes an option's value for the name of a file or an address.
const LOADED_PREFIXES: [&str; 4] = ["file://", "fileb://", "http://", "https://"];

/// Version 1 of the AWS CLI would encode bytes once more.
const VERSION_2: &str = "\
case \"$(aws --version 2>&1)\" in
  aws-cli/1.*)
    echo 'This script needs version 2 of the AWS CLI.' >&2
    exit 1
    ;;
esac
";

/// A command that makes one request, with its line end.
pub(super) fn request(operation: &str, members: &Members) -> String {
    format!("{}\n", command(operation, &options(members, &[]), ""))
}

/// A script that creates the windows of a plan, registers their targets and tasks, and prints the ids
/// of the windows.
pub(super) fn plan_script(windows: &[Described]) -> Exported {
    let mut notes = Vec::new();
    let mut body = String::new();
    for (index, window) in windows.iter().enumerate() {
        notes.extend(window.notes_on_plan());
        notes.extend(window.note_on_another(|id| format!("another window is created beside {id}.")));
        if window.has_bytes() {
            let message = "the payload of a task is in base64, which only version 2 of the AWS CLI takes.";
            notes.push(window.note(Code::ExportNotNeeded, "TaskInvocationParameters", message));
        }
        write_window(window, index.saturating_add(1), &mut body);
    }
    let guard = if windows.iter().any(Described::has_bytes) { VERSION_2 } else { "" };
    Exported { text: format!("#!/bin/sh\n{}set -eu\n{guard}{body}", comments(&notes)), notes }
}

/// Writes the commands for a window. The ids that AWS gives are kept in variables with its number.
fn write_window(window: &Described, number: usize, text: &mut String) {
    let window_id = format!("window_{number}");
    let of_window = format!("--window-id=\"${window_id}\"");
    let keep = |variable: &str, command: &str| format!("{variable}=$({command})\n");
    let create = options(&window.creation(), &[]);
    // Writing to a String does not fail.
    let _ = write!(text, "\n# {}\n", window.title());
    text.push_str(&keep(&window_id, &command("CreateMaintenanceWindow", &create, "WindowId")));
    let _ = writeln!(text, "echo \"${window_id}\"");
    if window.is_disabled() {
        let disable = [of_window.clone(), "--no-enabled".to_owned()];
        let _ = writeln!(text, "{} > /dev/null", command("UpdateMaintenanceWindow", &disable, ""));
    }
    let mut targets = Vec::new();
    for target in &window.targets {
        let variable = format!("target_{number}_{}", targets.len().saturating_add(1));
        let register = [vec![of_window.clone()], options(&target.members, &[])].concat();
        let operation = "RegisterTargetWithMaintenanceWindow";
        text.push_str(&keep(&variable, &command(operation, &register, "WindowTargetId")));
        targets.push(variable);
    }
    for task in &window.tasks {
        let register = [vec![of_window.clone()], options(&task.members, &targets)].concat();
        let operation = "RegisterTaskWithMaintenanceWindow";
        let _ = writeln!(text, "{} > /dev/null", command(operation, &register, ""));
    }
}

/// A command with its options, each on a line of its own; `answer` is the member of the answer that it
/// prints, instead of all.
fn command(operation: &str, options: &[String], answer: &str) -> String {
    let mut text = format!("aws ssm {}", words_joined(operation, '-'));
    let answer = (!answer.is_empty()).then(|| format!("--query={answer} --output=text"));
    for option in options.iter().cloned().chain(answer) {
        text.push_str(" \\\n  ");
        text.push_str(&option);
    }
    text
}

/// Options are written `--name=value`, so that no value is taken for an option. A value that an option
/// cannot carry goes into `--cli-input-json`, in which the CLI loads nothing. `targets` are the variables
/// that hold the ids of the window's targets.
fn options(members: &Members, targets: &[String]) -> Vec<String> {
    let mut options = Vec::new();
    let mut within_json = Vec::new();
    for (name, value) in members {
        match option(name, value, targets) {
            Some(option) => options.push(option),
            None => within_json.push(((*name).to_owned(), value.clone())),
        }
    }
    if !within_json.is_empty()
        && let Some(value) = quoted(&json::compact(&Node::Object(within_json)))
    {
        // As two words: only so does the CLI see that required options may be missing.
        options.push(format!("--cli-input-json {value}"));
    }
    options
}

/// The option of a member; `None` when its value is safe only within JSON.
fn option(name: &str, value: &Node, targets: &[String]) -> Option<String> {
    let option = words_joined(name, '-');
    let word = match value {
        Node::Flag(true) => return Some(format!("--{option}")),
        Node::Flag(false) => return Some(format!("--no-{option}")),
        Node::Text(text) => {
            // The CLI's parser drops a value that is "--", even after an equals sign.
            let is_plain = text != "--"
                && text.chars().all(is_visible)
                && !LOADED_PREFIXES.iter().any(|prefix| text.starts_with(prefix));
            quoted(text).filter(|_| is_plain)?
        }
        other => json_word(other, targets)?,
    };
    Some(format!("--{option}={word}"))
}

/// A word that is JSON in which variables stand for ids: quoted pieces and variables side by side.
fn json_word(node: &Node, targets: &[String]) -> Option<String> {
    // No JSON has a NUL in it, so that what stands between two is a variable's name.
    let marked: Vec<String> = targets.iter().map(|variable| format!("\"\0{variable}\0\"")).collect();
    let text = json::compact(&node.with_target_ids(&marked));
    let mut word = String::new();
    let mut is_variable = false;
    for piece in text.split('\0') {
        let piece = if is_variable { format!("\"${piece}\"") } else { quoted(piece)? };
        word.push_str(&piece);
        is_variable = !is_variable;
    }
    Some(word)
}

/// One word of a POSIX shell; `None` for a NUL, which no argument can hold.
fn quoted(text: &str) -> Option<String> {
    shlex::try_quote(text).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn writes(name: &'static str, value: impl Into<serde_json::Value>, expected: &str) {
        let text = request("UpdateMaintenanceWindow", &vec![(name, value.into().into())]);
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
