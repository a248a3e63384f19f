//! `cargo fuzz run operations`

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| window_planner_laws::operations(input));
