//! What was answered is in the file, and the file is what was answered, when the disk or another program is in the way.

use crate::client::Client;
use crate::server::{Folder, Server, command};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// A plan's file.
pub(crate) fn plan_in(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// A window named like this.
fn window(name: &str) -> Value {
    json!({
        "Name": name, "Schedule": "rate(7 days)", "Duration": 2, "Cutoff": 1, "AllowUnassociatedTargets": false,
        "Description": "x".repeat(100),
    })
}

fn names(plan: &Value, windows: &str, name: &str) -> Vec<String> {
    let names = plan[windows].as_array().unwrap().iter().map(|window| {
        let at = window.pointer(name).unwrap_or_else(|| panic!("{window}"));
        at.as_str().unwrap().to_owned()
    });
    names.collect()
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_a_change_is_refused_and_memory_agrees_with_the_file() {
    let folder = Folder::new();
    let file = folder.path("plan.json");
    // A process that may write no file beyond 4 KiB, and is told so by an error instead of a signal.
    let serve = command(&["--plan", file.to_str().unwrap()]);
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""]).arg(serve.get_program());
    limited.args(serve.get_args());
    let server = Server::run(limited);
    let mut client = Client::connect(server.address);
    let mut created = Vec::new();
    let refused = loop {
        let name = format!("window-{}", created.len());
        let answer = client.call("CreateMaintenanceWindow", &window(&name));
        if answer.status != 200 {
            break answer;
        }
        created.push(name);
        // The list is in the order of the milliseconds in which windows were created: each has one of its own.
        thread::sleep(Duration::from_millis(2));
    };
    assert_eq!((refused.status, refused.code().as_str()), (500, "InternalServerError"));
    assert!(created.len() > 2);
    let listed = client.call("DescribeMaintenanceWindows", &json!({})).json();
    assert_eq!(names(&listed, "WindowIdentities", "/Name"), created);
    assert_eq!(names(&plan_in(&file), "Windows", "/Definition/Name"), created);

    // With room again, it goes on.
    let id = &listed["WindowIdentities"][0]["WindowId"];
    assert_eq!(client.call("DeleteMaintenanceWindow", &json!({ "WindowId": id })).status, 200);
    assert_eq!(names(&plan_in(&file), "Windows", "/Definition/Name"), created[1..]);
    let log = server.stop("TERM").log;
    assert!(log.contains("the plan cannot be saved: File too large"), "{log}");
}

#[test]
fn a_file_that_someone_else_changes_is_left_to_them() {
    let folder = Folder::new();
    let file = folder.path("plan.json");
    let server = Server::of(&file);
    let mut client = Client::connect(server.address);
    assert_eq!(client.call("CreateMaintenanceWindow", &window("first")).status, 200);
    let edited = fs::read_to_string(&file).unwrap().replace("first", "edited");
    fs::write(&file, &edited).unwrap();
    let refused = client.call("CreateMaintenanceWindow", &window("second"));
    assert_eq!(refused.code(), "InternalServerError");
    assert!(refused.body.contains("another program has changed it"), "{}", refused.body);
    assert_eq!(fs::read_to_string(&file).unwrap(), edited);
    server.stop("TERM");

    let server = Server::of(&file);
    let listed = Client::connect(server.address).call("DescribeMaintenanceWindows", &json!({})).json();
    assert_eq!(names(&listed, "WindowIdentities", "/Name"), ["edited"]);
}
