//! `cargo fuzz run expression`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| window_planner_laws::schedule(input));
