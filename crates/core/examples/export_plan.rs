//! Writes the plan from standard input out in every format, and when its windows run in January 2027 as a
//! calendar file and as comma-separated values: all of it as one JSON object.

use serde_json::{Map, Value, json};
use std::io::{self, Read};
use window_planner_core::Timestamp;
use window_planner_core::export::{Format, Scheduled, calendar_file, comma_separated, export_plan};
use window_planner_core::occurrence::{Query, Timing};
use window_planner_core::plan::{Plan, Window};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let plan = Plan::from_json(&text).map_err(io::Error::other)?;
    let texts = Format::ALL.into_iter().filter_map(|format| {
        let name = json!(format).as_str()?.to_owned();
        Some((name, Value::String(export_plan(&plan, format).text)))
    });
    println!("{}", Value::Object(texts.chain(runs(&plan)).collect::<Map<_, _>>()));
    Ok(())
}

/// The runs of January 2027, by the names of the formats that have them.
fn runs(plan: &Plan) -> [(String, Value); 2] {
    let january = Timestamp::from_seconds(1_798_761_600);
    let query = Query::after(january.plus_millis(-1)).before(january.plus_hours(31 * 24));
    let timed: Vec<(&Window, Timing)> =
        plan.windows.iter().filter_map(|window| Some((window, window.timing()?))).collect();
    let windows: Vec<Scheduled<'_>> = timed
        .iter()
        .map(|(window, timing)| Scheduled {
            name: window.definition.name.as_deref(),
            identity: window.id.as_str(),
            timing,
            query,
        })
        .collect();
    let (calendar, table): (String, String) = (
        calendar_file(&windows, usize::MAX, january).collect(),
        comma_separated(&windows, usize::MAX).collect(),
    );
    [("icalendar".to_owned(), calendar.into()), ("csv".to_owned(), table.into())]
}
