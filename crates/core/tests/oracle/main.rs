//! A second implementation, slow and obvious, and what the two must have in common.
//!
//! It shares no code with the engine: its own reading of expressions ([`expression`]), another
//! time-zone library ([`clock`]), and no cleverness: every date, hour, minute and second of a span is
//! held against the written rules ([`expected`]). Random cases ([`case`]) are answered by both.
//!
//! The seed is fixed and printed; `PROPTEST_CASES=100000` tries more cases of every law, and
//! `PROPTEST_RNG_SEED=7` others.

mod agreement;
mod case;
mod clock;
mod expected;
mod expression;
mod expression_text;
mod garbage;
mod laws;
mod odd_nights;
mod runner;
