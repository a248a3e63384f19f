//! `cargo fuzz run zone`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| window_planner_laws::zone(input));
