//! `cargo xtask sbom`

use anyhow::Result;
use clap::Args;

use crate::{
    sbom::{self, APP, COMMAND_LINE, NPM_PACKAGE},
    workspace::Workspace,
};

/// Write the software bills of materials of what ships: CycloneDX files in target/sbom
///
/// For the app, the npm package and the command line: every crate that becomes part of it, with its version, licence
/// and digest. `cargo xtask build` puts the app's in dist/, and `cargo xtask npm` the package's beside its archive.
#[derive(Args)]
pub(super) struct Sbom;

impl Sbom {
    #[expect(clippy::unused_self, reason = "the commands are called alike")]
    pub(super) fn run(&self, workspace: &Workspace) -> Result<()> {
        for product in [APP, NPM_PACKAGE, COMMAND_LINE] {
            let name = format!("target/sbom/{}.cdx.json", product.name);
            sbom::write(workspace, &product, &workspace.path(&name))?;
            println!("{name}");
        }
        Ok(())
    }
}
