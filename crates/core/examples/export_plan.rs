//! Writes the plan from standard input out in every format, as one JSON object.

use serde_json::{Map, Value, json};
use std::io::{self, Read};
use window_planner_core::export::{Format, export_plan};
use window_planner_core::plan::Plan;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let plan = Plan::from_json(&text).map_err(io::Error::other)?;
    let texts = Format::ALL.into_iter().filter_map(|format| {
        let name = json!(format).as_str()?.to_owned();
        Some((name, Value::String(export_plan(&plan, format).text)))
    });
    println!("{}", Value::Object(texts.collect::<Map<_, _>>()));
    Ok(())
}
