//! Runs the chosen suites, one after the other.

use std::{
    collections::BTreeSet,
    fs,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};

use super::{
    SUITES, Suite,
    count::Count,
    report::{Report, Verdict},
};
use crate::{
    process::{self, Ending, Finished},
    progress::Progress,
    setup::{self, Part, chromium::Chromium, firefox::Firefox},
    workspace::Workspace,
};

/// A suite that takes longer hangs. The longest, a cold release build, takes three minutes on two
/// cores of its own, and eight where it shares them.
const SUITE_LIMIT: Duration = Duration::from_secs(20 * 60);

/// What to run, and how much to show of it.
pub(crate) struct Options<'a> {
    /// The names of suites; none means all, but those in Firefox.
    pub(crate) only: &'a [String],
    /// The suites in Firefox instead.
    pub(crate) firefox: bool,
    /// Show each line of each suite.
    pub(crate) verbose: bool,
}

/// Sets up what the chosen suites need and runs them all, whether or not one fails.
///
/// # Errors
///
/// When a name is unknown, when set-up fails, or when a suite does not pass.
pub(crate) fn run(workspace: &Workspace, options: &Options<'_>) -> Result<()> {
    let chosen = choose(SUITES, options.only, options.firefox)?;
    let parts: BTreeSet<Part> = chosen.iter().flat_map(|suite| suite.needs).copied().collect();
    setup::prepare(workspace, &parts, options.verbose)?;

    let mut report = Report::default();
    for (index, suite) in chosen.iter().enumerate() {
        let label = format!("[{}/{}] {}", index + 1, chosen.len(), suite.name);
        let started = Instant::now();
        let verdict = run_suite(workspace, suite, &label, options.verbose, &report)?;
        report.add(suite, verdict, started.elapsed());
    }
    println!("\n{report}");
    if !report.passed() {
        bail!("not all tests passed");
    }
    Ok(())
}

/// The suites of these names and those they come after, in the order of the table.
fn choose<'a>(suites: &'a [Suite], names: &[String], firefox: bool) -> Result<Vec<&'a Suite>> {
    if let Some(unknown) = names.iter().find(|name| suites.iter().all(|suite| suite.name != **name)) {
        let known: Vec<_> = suites.iter().map(|suite| suite.name).collect();
        bail!("there is no suite `{unknown}`; there are: {}", known.join(", "));
    }
    let mut wanted: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    // Backwards, since a suite stands below those it rests on.
    for suite in suites.iter().rev() {
        if (names.is_empty() && suite.in_firefox == firefox) || wanted.contains(suite.name) {
            wanted.insert(suite.name);
            wanted.extend(suite.after.iter().chain(&suite.same_tests_as));
        }
    }
    Ok(suites.iter().filter(|suite| wanted.contains(suite.name)).collect())
}

fn run_suite(
    workspace: &Workspace,
    suite: &Suite,
    label: &str,
    verbose: bool,
    report: &Report,
) -> Result<Verdict> {
    let mut progress = Progress::begin(label, "", verbose);
    if let Some(broken) = suite.after.iter().find(|name| !report.has_passed(name)) {
        progress.end(&format!("NOT RUN, since {broken} failed,"), "");
        return Ok(Verdict::NotRun);
    }

    let mut command = (suite.command)(workspace);
    if suite.needs.contains(&Part::Chromium) {
        Chromium::find(workspace).context("Chromium is gone")?.announce(&mut command);
    }
    if suite.needs.contains(&Part::Firefox) {
        Firefox::find(workspace).context("Firefox is gone")?.announce(&mut command);
    }
    let finished = process::run(command, SUITE_LIMIT, &mut progress)?;
    let verdict = judge(suite, &finished, report);
    progress.end(&verdict.to_string(), "");
    let log = keep_log(workspace, suite, &finished.output)?;
    if !verdict.is_pass() && !verbose {
        println!("\n{}\n(end of {}, also in {log})\n", finished.output.trim_end(), suite.name);
    }
    Ok(verdict)
}

/// What a suite's run shows. Passing takes more than exit code 0: tests must have run.
fn judge(suite: &Suite, finished: &Finished, report: &Report) -> Verdict {
    let count = suite.counter.map(|counter| counter.read(&finished.output));
    let reason = match (finished.ending, count) {
        (Ending::Timeout(limit), _) => format!("still ran after {} min", limit.as_secs() / 60),
        (Ending::Exit(_), Some(Count { failed: failed @ 1.., .. })) => format!("{failed} failed"),
        (Ending::Exit(status), _) if !status.success() => status.to_string(),
        (Ending::Exit(_), Some(Count { passed: 0, .. })) => "no test ran".to_owned(),
        (Ending::Exit(_), Some(count)) => {
            match suite.same_tests_as.and_then(|other| report.count_of(other)) {
                Some(other) if other.passed != count.passed => {
                    format!(
                        "{} tests ran here and {} there, with the same exit code",
                        count.passed, other.passed
                    )
                }
                _ => return Verdict::Passed(Some(count)),
            }
        }
        (Ending::Exit(_), None) => return Verdict::Passed(None),
    };
    Verdict::Failed(count.unwrap_or_default(), reason)
}

/// Keeps what a suite printed, for a look at it later.
fn keep_log(workspace: &Workspace, suite: &Suite, output: &str) -> Result<String> {
    let log = format!("target/logs/{}.log", suite.name);
    fs::create_dir_all(workspace.path("target/logs"))?;
    fs::write(workspace.path(&log), output)?;
    Ok(log)
}

#[cfg(test)]
mod tests {
    use std::process::{Command, ExitStatus};

    use super::*;
    use crate::suite::{Kind, count::Counter};

    const TESTS: Suite = Suite {
        name: "tests",
        about: "",
        kind: Kind::Package,
        needs: &[],
        after: &[],
        command: |_| Command::new("true"),
        counter: Some(Counter::Cargo),
        in_firefox: false,
        same_tests_as: None,
    };

    const CHAIN: [Suite; 5] = [
        Suite { name: "build", ..TESTS },
        Suite { name: "node", after: &["build"], ..TESTS },
        Suite { name: "browser", same_tests_as: Some("node"), ..TESTS },
        Suite { name: "other", ..TESTS },
        Suite { name: "firefox", in_firefox: true, after: &["build"], ..TESTS },
    ];

    fn chosen(names: &[&str]) -> Vec<&'static str> {
        let names: Vec<_> = names.iter().map(ToString::to_string).collect();
        choose(&CHAIN, &names, false).expect("known names").iter().map(|suite| suite.name).collect()
    }

    fn judged(suite: &Suite, output: &str, report: &Report) -> Verdict {
        let ending = Ending::Exit(ExitStatus::default());
        judge(suite, &Finished { ending, output: output.to_owned() }, report)
    }

    #[test]
    fn no_name_means_all_but_firefox() {
        assert_eq!(chosen(&[]), ["build", "node", "browser", "other"]);
        assert_eq!(chosen(&["firefox"]), ["build", "firefox"]);
        let names: Vec<_> = choose(&CHAIN, &[], true).expect("all").iter().map(|suite| suite.name).collect();
        assert_eq!(names, ["build", "firefox"]);
    }

    #[test]
    fn a_suite_brings_those_it_rests_on() {
        assert_eq!(chosen(&["other"]), ["other"]);
        assert_eq!(chosen(&["browser"]), ["build", "node", "browser"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = choose(&CHAIN, &["brwoser".to_owned()], false).err().expect("unknown").to_string();
        assert!(error.contains("`brwoser`") && error.contains("build, node, browser, other"), "{error}");
    }

    #[test]
    fn exit_code_zero_without_a_test_is_a_failure() {
        let verdict = judged(&TESTS, "no tests to run!\n", &Report::default());
        assert_eq!(verdict, Verdict::Failed(Count::default(), "no test ran".to_owned()));
    }

    #[test]
    fn a_failed_test_is_a_failure_whatever_the_exit_code() {
        let output = "test result: FAILED. 2 passed; 1 failed; 0 ignored\n";
        assert!(!judged(&TESTS, output, &Report::default()).is_pass());
    }

    #[test]
    fn the_same_tests_must_run_in_both_places() {
        let mut report = Report::default();
        let three = Count { passed: 3, ..Count::default() };
        report.add(&CHAIN[1], Verdict::Passed(Some(three)), Duration::ZERO);

        assert!(judged(&CHAIN[2], "test result: ok. 3 passed; 0 failed\n", &report).is_pass());
        assert!(!judged(&CHAIN[2], "test result: ok. 2 passed; 0 failed\n", &report).is_pass());
    }
}
