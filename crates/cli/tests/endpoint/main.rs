//! The local endpoint, as a process and over the wire.

mod client;
mod durability;
mod hostile;
mod server;
mod start;
