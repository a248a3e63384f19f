//! `cargo fuzz run batch`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| window_planner_laws::batch(input));
