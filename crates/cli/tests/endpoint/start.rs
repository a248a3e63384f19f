//! How the server starts, what it says, and how it ends.

use crate::client::Client;
use crate::server::{Folder, Server, refused};
use std::fs;

#[test]
fn the_first_line_says_address_plan_clock_and_how_to_use_it() {
    let folder = Folder::new();
    let plan = folder.path("plan.json");
    let name = plan.to_str().unwrap();
    for (arguments, plan, clock) in [
        (&[][..], "plan in memory only", "clock this machine's"),
        (&["--plan", name], &format!("plan {name} (0 windows)"), "clock this machine's"),
        (&["--now", "2026-11-29T01:00Z"], "plan in memory only", "clock frozen at 2026-11-29T01:00:00Z"),
        (
            &["--now", "2026-11-29T01:00Z", "--speed", "60"],
            "plan in memory only",
            "clock from 2026-11-29T01:00:00Z on, at 60-fold speed",
        ),
    ] {
        let server = Server::start(arguments);
        let url = format!("http://{}", server.address);
        let example = format!(
            "Try: aws ssm describe-maintenance-windows --endpoint-url {url} --region us-east-1 --no-sign-request"
        );
        assert_eq!(server.first_line, format!("Listening at {url}; {plan}; {clock}. {example}\n"));
        assert!(server.address.ip().is_loopback());
        let mut client = Client::connect(server.address);
        client.send(b"GET / HTTP/1.1\r\n\r\n").unwrap();
        let greeting = client.receive().unwrap();
        assert_eq!(greeting.status, 200);
        assert!(greeting.body.ends_with(&format!("{example}\n")) && greeting.body.lines().count() == 1);
        let ended = server.stop("TERM");
        assert_eq!((ended.code, ended.log.as_str()), (Some(0), ""));
        assert_eq!(ended.output, "Stopped; 1 requests answered, the plan saved 0 times.\n");
    }
}

#[test]
fn beyond_this_machine_it_warns() {
    let server = Server::start(&["--host", "0.0.0.0"]);
    assert!(server.first_line.contains("--endpoint-url http://127.0.0.1:"), "{}", server.first_line);
    let log = server.stop("INT").log;
    assert!(log.contains("warning") && log.contains("can read and change the plan"), "{log}");
}

#[test]
fn a_plan_that_cannot_be_read_is_refused_with_its_place_and_left_as_it_is() {
    let folder = Folder::new();
    let plan = folder.path("plan.json");
    let text = "{\"Version\": 2, \"Windows\": [{\"WindowId\": \"mw-1\"}]}";
    fs::write(&plan, text).unwrap();
    let ended = refused(&["--plan", plan.to_str().unwrap()]);
    assert_eq!((ended.code, ended.output.as_str()), (Some(2), ""));
    assert!(ended.log.contains("Windows[0].") && ended.log.contains("left as it is"), "{}", ended.log);
    assert_eq!(fs::read_to_string(&plan).unwrap(), text);
}

#[test]
fn a_second_server_of_a_plan_is_refused_even_after_a_save() {
    let folder = Folder::new();
    let plan = folder.path("plan.json");
    let server = Server::of(&plan);
    let ended = refused(&["--plan", plan.to_str().unwrap()]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.log.contains("is in use by another process"), "{}", ended.log);
    server.kill();
    // What has the lock has ended, however it ended.
    assert_eq!(Server::of(&plan).stop("TERM").code, Some(0));
}

#[test]
fn an_address_that_is_taken_is_refused() {
    let server = Server::start(&[]);
    let ended = refused(&["--port", &server.address.port().to_string()]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.log.contains("cannot listen at 127.0.0.1:"), "{}", ended.log);
}

#[test]
fn what_is_no_instant_speed_or_address_is_told_what_to_write() {
    for (argument, value, help) in [
        ("--now", "Sunday", "Write an instant with its offset"),
        ("--speed", "0", "Write a number above 0"),
        ("--host", "here", "Write an address"),
    ] {
        let ended = refused(&[argument, value]);
        assert_eq!(ended.code, Some(2));
        assert!(ended.log.contains(help), "{}", ended.log);
    }
}
