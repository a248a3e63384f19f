//! Streams, exit codes and colours.

use crate::program::{command, finish, run, run_with};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::ChildStdin;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const LINE: &str =
    r#"{"Schedule":"cron(0 2 ? * SUN *)","ScheduleTimezone":"Europe/Berlin","after":"2027-01-01T00:00:00Z"}"#;

/// How long to wait for what must come; a guard against a test that never ends.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_line_is_answered_before_the_next_one_is_asked() {
    let mut child = command(&["upcoming", "--batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (send, answers) = mpsc::channel();
    let reader =
        thread::spawn(move || stdout.lines().map_while(Result::ok).for_each(|line| send.send(line).unwrap()));
    for _ in 0..3 {
        writeln!(stdin, "{LINE}").unwrap();
        let answer = answers.recv_timeout(PATIENCE).expect("an answer while the input is open");
        assert!(answer.contains("2027-01-03T02:00+01:00"), "{answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    reader.join().unwrap();
}

#[test]
fn two_hundred_thousand_lines_take_no_more_memory_than_a_few() {
    const LINES: usize = 200_000;
    let mut child = command(&["upcoming", "--batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let writer = thread::spawn(move || -> ChildStdin {
        for index in 0..LINES {
            // Almost all definitions are new, so they cannot all be remembered.
            let (hour, minute, year) = (index % 24, index / 24 % 60, 1970 + index / 1440 % 100);
            writeln!(
                stdin,
                r#"{{"id":{index},"Schedule":"cron({minute} {hour} ? * SUN {year}-2199)","after":"2027-01-01T00:00:00Z","limit":2}}"#
            )
            .unwrap();
        }
        stdin
    });
    for (index, line) in stdout.lines().take(LINES).enumerate() {
        let answer = line.unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{index},\"executions\":[\"2")), "{answer}");
    }
    let stdin = writer.join().unwrap();
    if let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", child.id())) {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kibibytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
        assert!(kibibytes < 48 << 10, "{kibibytes} KiB");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let endless = LINE.replace("\"after\"", "\"limit\":100000,\"after\"") + "\n";
    let requests: [(&[&str], String); 5] = [
        (&["upcoming", "--batch"], endless.repeat(50)),
        (&["upcoming", "rate(1 minute)", "--limit", "100000", "--format", "csv"], String::new()),
        (&["upcoming", "rate(1 minute)", "--limit", "100000", "--format", "ics"], String::new()),
        (&["upcoming", "rate(1 minute)", "--limit", "100000"], String::new()),
        (&["upcoming", "rate(1 minute)", "--limit", "100000", "--format", "json"], String::new()),
    ];
    for (arguments, input) in requests {
        let mut child = command(arguments).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let writer = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let mut first = [0];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let log = String::from_utf8(output.stderr).unwrap();
        assert!(!log.contains("panicked") && !log.contains("pipe"), "{log}");
    }
}

#[test]
fn the_exit_code_tells_errors_from_failures() {
    let good = r#"{"Name":"a-1","Schedule":"rate(7 days)","Duration":2,"Cutoff":1,"AllowUnassociatedTargets":false}"#;
    let doubtful = good.replace("rate(7 days)", "cron(0 2 ? * 5#3 *)");
    let bad = good.replace("\"Cutoff\":1", "\"Cutoff\":2");
    for (arguments, input, code) in [
        (&["check", "-"][..], good, 0),
        (&["check", "-"], &doubtful, 0),
        (&["check", "--deny-warnings", "-"], &doubtful, 1),
        (&["check", "-"], &bad, 1),
        (&["check", "-"], "[", 1),
        (&["check", "-"], "7", 1),
        (&["check", "-", "missing.json"], good, 2),
        (&["check"], good, 2),
        (&["export", "-"], good, 0),
        (&["export", "-"], &bad, 1),
        (&["export", "--force", "-"], &bad, 0),
        (&["export", "create.json", "-", "--now", "2026-10-20T00:00:00Z"], good, 0),
        (&["export", "-", "--window", "a-1", "--format", "terraform"], good, 0),
        (&["export", "-", "--window", "b-1"], good, 2),
        (&["export", "-"], "[]", 2),
        (&["export", "-"], "[", 1),
        (&["upcoming", "rate(1 day)"], "", 0),
        (&["upcoming", "rate(1 days)"], "", 1),
        (&["upcoming", "rate(1 days)", "--format", "json"], "", 1),
        (&["upcoming", "--request", "-"], good, 0),
        (&["upcoming", "--request", "missing.json"], "", 2),
        (&["upcoming", "rate(1 day)", "--after", "yesterday"], "", 2),
        (&["upcoming"], "", 2),
        (&["explain", "cron(0 2 * * SUN)"], "", 1),
        (&["completions", "fish"], "", 0),
        (&["nonsense"], "", 2),
    ] {
        let run = run_with(arguments, input);
        assert_eq!(run.code, Some(code), "{arguments:?}\n{}", run.text());
        assert!(!run.log.contains("panicked"), "{}", run.log);
    }
}

#[test]
fn a_file_that_is_not_utf8_says_so() {
    let run = run_with(&["check", "-"], b"\xff\xfe{\0}\0".as_slice());
    assert_eq!(run.code, Some(2));
    assert!(run.log.contains("<stdin> is not text in UTF-8"), "{}", run.log);
}

#[test]
fn colours_are_for_terminals_and_no_color_is_heeded() {
    let has_colour = |variables: &[(&str, &str)]| {
        let mut command = command(&["check", "several.json"]);
        command.envs(variables.iter().copied());
        finish(command, Vec::new()).output.contains('\u{1b}')
    };
    assert!(!has_colour(&[]));
    assert!(has_colour(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colour(&[("NO_COLOR", "1")]));
}

#[test]
fn what_a_file_holds_does_not_reach_the_terminal_as_a_command() {
    let hostile = r#"{"Name":"\u001b[2Ja","\u001b]0;x\u0007":1,"Schedule":"cron(0 2 ?\u001b[31m * SUN *)","Duration":1,"Cutoff":0}"#;
    let raw = hostile.replace("\\u001b", "\u{7f}").replace("\\u0007", "\u{202e}");
    for input in [hostile, &raw] {
        for arguments in [&["check", "-"][..], &["upcoming", "--request", "-"]] {
            let run = run_with(arguments, input);
            let shown = run.output + &run.log;
            assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
        }
    }
    let run = run(&["explain", "cron(\u{1b}[2J 2 ? * SUN *)"]);
    assert!(!run.output.contains('\u{1b}'), "{}", run.output);
}

#[test]
fn the_version_names_the_time_zone_data() {
    let run = run(&["--version"]);
    assert!(run.output.starts_with(concat!(
        "window-planner ",
        env!("CARGO_PKG_VERSION"),
        " (time-zone data 20"
    )));
}
