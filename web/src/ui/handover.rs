//! Handing a text out of the page: to the clipboard or into a file.

use super::{Icon, IconView};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How long the button says that it has copied.
const SAID_FOR: Duration = Duration::from_millis(1600);

/// A button that copies a text and says whether it could.
#[component]
pub(crate) fn CopyButton(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let said = RwSignal::new("Copy");
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            said.set(if copy_text(&text).await { "Copied" } else { "Not allowed: select and copy" });
            set_timeout(move || said.set("Copy"), SAID_FOR);
        });
    };
    let icon = move || if said.get() == "Copied" { Icon::Check } else { Icon::Copy };
    view! {
        <button type="button" class="button" on:click=copy>
            {move || view! { <IconView icon=icon() /> }}
            <span aria-live="polite">{said}</span>
        </button>
    }
}

/// Puts `text` on the clipboard; `false` when the browser forbids it or, on a page without TLS, has none.
pub(crate) async fn copy_text(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Offers `text` as a file to save.
///
/// # Errors
///
/// What the browser says when it refuses to make the file.
pub(crate) fn download(name: &str, text: &str, media_type: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
