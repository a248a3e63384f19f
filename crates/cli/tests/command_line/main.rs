//! The binary as a shell and a pipeline see it.

mod batch;
mod check;
mod import;
mod lengths;
mod pipeline;
mod program;
mod texts;
