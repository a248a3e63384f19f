//! The Window Planner app.

fn main() {}
