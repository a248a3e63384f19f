//! The questions that take longest to answer, of many that a user may type:
//!
//! ```text
//! target/release/worst_cases
//! valgrind --tool=callgrind target/release/worst_cases 'cron(30 2 ? 3 SUN#2 *)' America/New_York
//! ```
//!
//! An answer is what the app shows at a keystroke: the findings, the description, the next ten
//! executions, and what the clocks skip. Nothing may take longer than a millisecond. With an expression
//! and a zone it answers those only, so that the instructions can be counted.

use std::hint::black_box;
use std::time::{Duration, Instant};
use window_planner_core::Timestamp;
use window_planner_core::occurrence::{Execution, Query};
use window_planner_core::schedule::describe;
use window_planner_core::window::{CreateMaintenanceWindowRequest, outlook, timing};
use window_planner_core::zone::ClockChangePolicy;

/// How many of the slowest are shown.
const SHOWN: usize = 15;

/// Each is answered so often; the fastest counts, since a machine with other work slows some.
const TRIES: usize = 7;

/// What may take long: fires that the clocks skip, days that hardly ever come, lists as long as an
/// expression may be, and texts that are refused.
fn expressions() -> Vec<String> {
    let sparse = [
        "29 2 ? *",
        "29 2 ? 2096",
        "31 2 ? *",
        "? 2 MON#5 *",
        "? 2 SUN#5 2072",
        "29W 2 ? *",
        "L-30 * ? *",
        "? 3 SUN#2 *",
        "? 11 SUN#1 *",
        "? 10 SUNL *",
        "1 1 ? 2199",
        "13 12 ? 1970/7",
        "29 2 ? 1972,2000,2196",
    ];
    let times = ["0 0", "30 2", "0/5 *", "* *", "59 23", "* * *", "59 59 23", "0/7 1/2 2-4"];
    let mut expressions: Vec<String> = sparse
        .iter()
        .flat_map(|days| times.iter().map(move |times| format!("cron({times} {days})")))
        .collect();
    let long = |term: &str, rest: &str| {
        let room = (256 - rest.len() - 6) / (term.len() + 1);
        format!("cron({} {rest})", vec![term; room].join(","))
    };
    expressions.extend([
        long("*", "* * ? * * *"),
        long("0/1", "* * ? * * *"),
        long("59", "* ? * * *"),
        long("1-31", "* ? *").replace("cron(", "cron(0 0 "),
        long("SUN-SAT", "*").replace("cron(", "cron(0 0 ? * "),
        long("1970-2199", "").replace("cron(", "cron(0 0 29 2 ? ").replace(" )", ")"),
        long("FRI#6", "*"),
        long("MONDAY", "*"),
        long("x", "* * * *"),
        "9".repeat(256),
        format!("cron({})", "? ".repeat(120)),
        format!("rate({} days)", "9".repeat(200)),
        "rate(1 minute)".to_owned(),
        "rate(999999999 days)".to_owned(),
        "at(2099-12-31T23:59:59)".to_owned(),
        "at(2026-03-08T02:30:00)".to_owned(),
        "x".repeat(1 << 12),
    ]);
    expressions
}

/// Zones whose clocks change in all kinds of ways, or never.
const ZONES: [&str; 6] =
    ["America/New_York", "Africa/Casablanca", "Asia/Gaza", "Pacific/Apia", "Antarctica/Troll", "UTC"];

/// Names that are not taken as they are: their likes are looked for.
fn other_zones() -> Vec<String> {
    let mut zones: Vec<String> =
        ["america/argentina/comodrivadavia", "Amerca/Nwe_Yrok", "Argentina/Buenos", "PST", "+05:30"]
            .map(str::to_owned)
            .to_vec();
    let long = |length: usize| "America/_".chars().cycle().take(length).collect();
    zones.extend([8, 16, 20, 24, 32, 64, 128, 1 << 12].map(long));
    zones
}

/// What else varies.
#[derive(Clone, Copy, Debug)]
struct Circumstances {
    policy: ClockChangePolicy,
    schedule_offset: Option<i64>,
    after: i64,
    end_date: Option<&'static str>,
}

const YEAR: i64 = 31_556_952;

/// Early in 2027.
impl Default for Circumstances {
    fn default() -> Self {
        Self { policy: ClockChangePolicy::Quartz, schedule_offset: None, after: 57 * YEAR, end_date: None }
    }
}

fn circumstances() -> [Circumstances; 6] {
    let plain = Circumstances::default();
    [
        plain,
        Circumstances { policy: ClockChangePolicy::ShiftForward, ..plain },
        Circumstances { schedule_offset: Some(6), ..plain },
        Circumstances { after: 0, ..plain },
        Circumstances { after: 129 * YEAR, schedule_offset: Some(1), ..plain },
        Circumstances { end_date: Some("2099-12-31T23:59:59.999Z"), after: -YEAR, ..plain },
    ]
}

/// Answers, and says how many executions there are.
fn answer(expression: &str, zone: &str, asked: Circumstances) -> usize {
    let request = CreateMaintenanceWindowRequest {
        schedule: Some(expression.to_owned()),
        schedule_timezone: Some(zone.to_owned()),
        schedule_offset: asked.schedule_offset,
        end_date: asked.end_date.map(str::to_owned),
        duration: Some(24),
        cutoff: Some(23),
        ..Default::default()
    };
    let checked = timing(black_box(&request));
    black_box(checked.diagnostics());
    let Some(timing) = checked.value() else {
        return 0;
    };
    let query = Query::after(Timestamp::from_seconds(asked.after)).policy(asked.policy);
    black_box(outlook(timing, &query));
    black_box(describe(timing));
    black_box(timing.skipped(&query).take(10).count());
    timing.occurrences(&query).take(10).fold(0, |count, run| {
        black_box(Execution::new(timing, &run));
        count + 1
    })
}

/// How long the answer takes in the worst of the circumstances.
fn longest(expression: &str, zone: &str) -> (Duration, Circumstances) {
    let time = |asked| {
        let start = Instant::now();
        black_box(answer(expression, zone, asked));
        start.elapsed()
    };
    let fastest = |asked| (0..TRIES).map(|_| time(asked)).min().unwrap_or_default();
    let times = circumstances().map(|asked| (fastest(asked), asked));
    times.into_iter().max_by_key(|(time, _)| *time).unwrap_or_default()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [expression, zone] = arguments.as_slice() {
        println!("{} executions", answer(expression, zone, Circumstances::default()));
        return;
    }
    let mut asked: Vec<(String, String)> = Vec::new();
    for expression in expressions() {
        asked.extend(ZONES.map(|zone| (expression.clone(), zone.to_owned())));
    }
    asked.extend(other_zones().into_iter().map(|zone| ("cron(0 2 ? * SUN *)".to_owned(), zone)));
    let mut questions: Vec<_> =
        asked.into_iter().map(|(expression, zone)| (longest(&expression, &zone), expression, zone)).collect();
    questions.sort_by_key(|((time, _), ..)| std::cmp::Reverse(*time));
    println!("{} expressions and zones; the slowest, in microseconds:", questions.len());
    for ((time, circumstances), expression, zone) in questions.iter().take(SHOWN) {
        let short = |text: &str| text.chars().take(60).collect::<String>();
        println!("{:>7} {} in {}, {circumstances:?}", time.as_micros(), short(expression), short(zone));
    }
}
