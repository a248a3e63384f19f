//! A plan by link: the link is copied here, and opened there, with a word before anything is replaced.

mod open;
mod send;
mod stream;

pub(crate) use open::listen;
pub(crate) use send::share;
