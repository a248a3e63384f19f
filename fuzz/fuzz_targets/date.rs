//! `cargo fuzz run date`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| window_planner_laws::date(input));
