//! `cargo fuzz run request`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| window_planner_laws::request_text(input));
