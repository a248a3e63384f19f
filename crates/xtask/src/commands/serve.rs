//! `cargo xtask serve`

use std::{collections::BTreeSet, env, net::TcpListener};

use anyhow::{Context as _, Result};
use clap::Args;

use super::build;
use crate::{
    process::run_attached,
    setup::{self, Part},
    workspace::Workspace,
};

/// The app is for this machine only.
const ADDRESS: &str = "127.0.0.1";

/// Open the app in a browser, and rebuild it when a file changes
#[derive(Args)]
pub(super) struct Serve {
    /// Where to listen, on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build for release: slower to build, quicker to use
    #[arg(long)]
    release: bool,
    /// Open no browser
    #[arg(long)]
    no_open: bool,
}

impl Serve {
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        let port = self.port;
        // Known before a long set-up; the listener is closed again at once.
        TcpListener::bind((ADDRESS, port))
            .with_context(|| format!("port {port} cannot be used; choose another with `--port`"))?;
        setup::prepare(workspace, &self.needs(), false)?;

        let mut command = workspace.command("trunk");
        command.args(["serve", "--address", ADDRESS, "--port", &port.to_string()]);
        if self.release {
            command.arg("--release");
        }
        if !self.no_open && has_desktop() {
            command.arg("--open");
        }
        println!("Window Planner will be at http://{ADDRESS}:{port}/ when it is built. Ctrl-C stops it.\n");
        run_attached(command)
    }

    /// Only a release build is optimized, with the `wasm-opt` among the npm packages.
    fn needs(&self) -> BTreeSet<Part> {
        build::NEEDS.iter().copied().filter(|part| self.release || *part != Part::Npm).collect()
    }
}

/// Whether there is a screen to open a browser on; without one, Linux may open a text browser
/// on this very terminal.
fn has_desktop() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}
