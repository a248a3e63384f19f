//! Writes the valid requests of a list like `tests/cases/export-cases.json`, from standard input, out in
//! every format, one JSON object in a line: what the tests with AWS's own clients send, and what other
//! programs read back.

use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, Write};
use window_planner_core::export::{Format, export};
use window_planner_core::record::WriteRecord;
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};

#[derive(Deserialize)]
struct Case {
    id: String,
    operation: String,
    request: Value,
    valid: bool,
}

fn main() -> io::Result<()> {
    let cases: Vec<Case> = serde_json::from_reader(io::stdin().lock())?;
    let mut output = io::stdout().lock();
    for Case { id, operation, request, .. } in cases.into_iter().filter(|case| case.valid) {
        let texts = match operation.as_str() {
            "create" => texts::<CreateMaintenanceWindowRequest>(&request),
            _ => texts::<UpdateMaintenanceWindowRequest>(&request),
        };
        let line = json!({"id": id, "operation": operation, "request": request, "texts": texts});
        writeln!(output, "{line}")?;
    }
    Ok(())
}

/// The request in every format, by the format's name.
fn texts<R: Request + WriteRecord>(request: &Value) -> Value {
    let (request, _) = R::from_value(request.clone());
    Format::ALL
        .into_iter()
        .map(|format| (json!(format).as_str().map(str::to_owned), export(&request, format).text))
        .filter_map(|(name, text)| Some((name?, Value::String(text))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
