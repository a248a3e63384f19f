//! The local endpoint, as a process and over the wire.

mod client;
mod crowd;
mod durability;
mod hostile;
mod load;
mod server;
mod start;
