//! x
pub struct Part;
pub fn anatomy() {}
