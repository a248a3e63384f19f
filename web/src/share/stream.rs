//! The browser's compressor, and the way back.

use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableStreamReadResult, ReadableWritablePair};

/// Compresses as zlib does.
///
/// # Errors
///
/// What a browser says that has no compressor, as some had not before 2023.
pub(super) async fn compress(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    through(&transform("CompressionStream")?, bytes, usize::MAX).await
}

/// Inflates what [`compress`] made, and stops soon after the first byte over `most`.
///
/// # Errors
///
/// When it was not made so, or the browser cannot.
pub(super) async fn inflate(bytes: &[u8], most: usize) -> Result<Vec<u8>, JsValue> {
    through(&transform("DecompressionStream")?, bytes, most).await
}

/// One of the two streams of the Compression Standard, which web-sys holds to be unstable.
fn transform(name: &str) -> Result<ReadableWritablePair, JsValue> {
    let constructor: Function = Reflect::get(&window(), &name.into())?.dyn_into()?;
    Ok(Reflect::construct(&constructor, &Array::of1(&"deflate".into()))?.unchecked_into())
}

async fn through(transform: &ReadableWritablePair, bytes: &[u8], most: usize) -> Result<Vec<u8>, JsValue> {
    let source = Blob::new_with_u8_slice_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let reader: ReadableStreamDefaultReader =
        source.stream().pipe_through(transform).get_reader().unchecked_into();
    let mut read = Vec::new();
    while read.len() <= most {
        let part: ReadableStreamReadResult = JsFuture::from(reader.read()).await?.unchecked_into();
        if part.get_done() == Some(true) {
            return Ok(read);
        }
        read.append(&mut part.get_value().unchecked_into::<Uint8Array>().to_vec());
    }
    // Nobody waits for the rest.
    let _ = reader.cancel();
    Ok(read)
}
