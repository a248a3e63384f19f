//! The package's laws in a browser. Without this line the runner would skip the file, and say nothing.

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod laws;
