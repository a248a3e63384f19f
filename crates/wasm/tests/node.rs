//! The package's laws in Node. Without a configuration, wasm-bindgen's runner takes this file for Node.

mod laws;
