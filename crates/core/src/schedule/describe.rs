//! x
pub fn describe() {}
