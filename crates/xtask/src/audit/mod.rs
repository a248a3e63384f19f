//! Whether what we depend on is what we allow: the rules of `deny.toml`, without a network and without a tool.
//!
//! cargo-deny has the same rules, and more. To build it takes five minutes of CPU time, a fifth of a first run of all
//! tests, for what is a hundred lines here; so it is asked where it is at hand, and the file is in its format.

mod packages;
mod rules;

pub(crate) use self::{
    packages::Packages,
    rules::{Rules, parse_license},
};
