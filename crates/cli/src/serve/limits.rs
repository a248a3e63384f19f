//! What one client may take of the server, so that there is enough for the others.

use std::time::Duration;

/// How much, how long, how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Bytes of a request's body. The longest that AWS's model allows, an Automation task with 200 parameters, is
    /// shorter in all but theory.
    pub(super) body: usize,
    /// How long a request may take to come: first its headers, then its body. A connection on which none comes is
    /// closed.
    pub(super) patience: Duration,
    /// Connections at a time; who comes later waits. Well below the 1024 files that a process may usually open.
    pub(super) connections: usize,
    /// How long requests that have begun may take to end once the server is told to stop.
    pub(super) grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1 << 20,
            patience: Duration::from_secs(30),
            connections: 512,
            grace: Duration::from_secs(5),
        }
    }
}
