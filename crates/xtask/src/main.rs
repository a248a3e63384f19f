//! Set-up, serve, test and build of Window Planner.

fn main() {}
