//! `import` and `diff`, and the plan's file.

use crate::program::{Run, run, run_with};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder for one test, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("window-planner-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn import(plan: &str, more: &[&str]) -> Run {
    let now = ["--now", "2026-10-20T00:00:00Z"];
    run(&[&["import", "account.json", "registered.json", "--plan", plan], &now[..], more].concat())
}

#[test]
fn an_import_makes_the_file_of_a_plan_and_says_what_came_in() {
    let folder = Folder::new("import-makes");
    let plan = folder.path("plan.json");
    let first = import(&plan, &[]);
    assert_eq!(first.code, Some(1), "a window cannot be scheduled, a target has no window\n{}", first.text());
    insta::assert_snapshot!(first.text().replace(&plan, "plan.json"));
    let value: Value = serde_json::from_str(&fs::read_to_string(&plan).unwrap()).unwrap();
    assert_eq!((value["Version"].as_u64(), value["Windows"].as_array().unwrap().len()), (Some(2), 4));
    let again = import(&plan, &[]);
    assert!(again.output.contains("4 windows came in: 4 unchanged."), "{}", again.text());
    assert!(again.output.ends_with("plan.json stays as it is.\n"), "{}", again.text());
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::new("import-dry");
    let plan = folder.path("plan.json");
    let run = import(&plan, &["--dry-run"]);
    assert!(run.output.contains("this was a dry run"), "{}", run.text());
    assert!(!Path::new(&plan).exists());
}

#[test]
fn a_plan_that_cannot_be_read_is_left_as_it_is() {
    let folder = Folder::new("import-broken");
    let plan = folder.path("plan.json");
    for broken in ["", "{\"Version\": 2, \"Windows\": [", "{\"Version\": 9, \"Windows\": []}", "\u{0}"] {
        fs::write(&plan, broken).unwrap();
        for more in [&[][..], &["--dry-run"]] {
            let run = import(&plan, more);
            assert_eq!(run.code, Some(2), "{}", run.text());
            assert!(run.log.contains("cannot be read as a plan"), "{}", run.log);
            assert_eq!(fs::read_to_string(&plan).unwrap(), broken);
        }
    }
}

#[test]
fn what_holds_nothing_makes_no_file() {
    let folder = Folder::new("import-nothing");
    let plan = folder.path("plan.json");
    let run = run_with(&["import", "-", "--plan", &plan, "--format", "json"], "{");
    let answer: Value = serde_json::from_str(&run.output).unwrap();
    assert_eq!((run.code, &answer["changed"]), (Some(1), &json!(false)));
    assert_eq!(answer["findings"][0]["code"], "request.not-json");
    assert!(!Path::new(&plan).exists());
}

/// Tests run side by side, each call in a folder of its own.
static CALLS: AtomicUsize = AtomicUsize::new(0);

/// The update that makes a window of `current` with these changes of `current`.
fn diff(changes: Value, more: &[&str]) -> Run {
    let current = json!({
        "WindowId": "mw-0ab12cd34e0000001", "Name": "weekly", "Description": "old", "Enabled": true,
        "Schedule": "cron(0 2 ? * SUN *)", "Duration": 4, "Cutoff": 1, "AllowUnassociatedTargets": false,
        "CreatedDate": 1_790_000_000, "Tags": [{ "Key": "team", "Value": "a" }],
    });
    let mut desired = current.clone();
    let Value::Object(changes) = changes else { panic!("members") };
    desired.as_object_mut().unwrap().extend(changes);
    let folder = Folder::new(&format!("diff-{}", CALLS.fetch_add(1, Ordering::Relaxed)));
    let file = folder.path("current.json");
    fs::write(&file, current.to_string()).unwrap();
    let now = ["--now", "2026-10-20T00:00:00Z"];
    run_with(&[&["diff", &file, "-"], &now[..], more].concat(), desired.to_string())
}

#[test]
fn a_difference_is_the_smallest_update() {
    let run = diff(json!({ "Duration": 5, "Enabled": false }), &[]);
    let update: Value = serde_json::from_str(&run.output).unwrap_or_else(|_| panic!("{}", run.text()));
    assert_eq!(update, json!({ "WindowId": "mw-0ab12cd34e0000001", "Duration": 5, "Enabled": false }));
    let same = diff(json!({}), &[]);
    assert_eq!((same.code, same.output.as_str()), (Some(0), ""));
    assert!(same.log.contains("mw-0ab12cd34e0000001 needs no update."), "{}", same.log);
}

#[test]
fn what_only_replace_can_do_and_what_no_update_does_is_said() {
    let changes = json!({ "Description": null, "Tags": [{ "Key": "owner", "Value": "b" }] });
    insta::assert_snapshot!(diff(changes, &["--format", "aws-cli"]).text());
}

#[test]
fn a_difference_that_aws_would_refuse_is_not_written() {
    let run = diff(json!({ "Cutoff": 4 }), &[]);
    assert_eq!((run.code, run.output.as_str()), (Some(1), ""));
    assert!(run.log.contains("cutoff.not-below-duration"), "{}", run.log);
    assert!(diff(json!({ "Cutoff": 4 }), &["--force"]).output.contains("\"Cutoff\": 4"));
    let other = diff(json!({ "WindowId": "mw-0ab12cd34e0000002" }), &[]);
    assert_eq!(other.code, Some(2), "{}", other.text());
}
