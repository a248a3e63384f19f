//! An execution opened.

mod cancel;
mod card;
mod times;
mod why;

pub(super) use card::ExecutionCard;
