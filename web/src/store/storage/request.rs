//! What the database answers, to be waited for.

use super::Refusal;
use js_sys::Promise;
use leptos::prelude::window;
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// For how long a browser may take to open a database, in milliseconds. Some never answer.
const PATIENCE: i32 = 5_000;

/// The result of a request.
pub(super) fn answer(request: IdbRequest) -> impl Future<Output = Result<JsValue, Refusal>> {
    let answered = Promise::new(&mut |success, error| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&error));
    });
    async move {
        match JsFuture::from(answered).await {
            Ok(_) => Ok(request.result()?),
            Err(_) => Err(refusal(request.error()?)),
        }
    }
}

/// The database that a request has opened.
pub(super) async fn opened(request: &IdbOpenDbRequest) -> Result<IdbDatabase, Refusal> {
    let answered = Promise::new(&mut |success, error| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&error));
        // A window without timers waits for as long as it takes.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&error, PATIENCE);
    });
    match JsFuture::from(answered).await {
        Ok(_) => Ok(request.result()?.unchecked_into()),
        // A request that is pending has no error to tell.
        Err(_) => {
            Err(request.error().map_or_else(|_| Refusal::Failed("it does not answer".to_owned()), refusal))
        }
    }
}

/// How a transaction ends.
pub(super) fn end(transaction: &IdbTransaction) -> impl Future<Output = Result<(), Refusal>> + use<> {
    let ended = Promise::new(&mut |complete, abort| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&abort));
    });
    let transaction = transaction.clone();
    async move { JsFuture::from(ended).await.map(drop).map_err(|_| refusal(transaction.error())) }
}

fn refusal(error: Option<DomException>) -> Refusal {
    error.map_or_else(|| Refusal::Failed("it was stopped".to_owned()), Refusal::from)
}

impl From<DomException> for Refusal {
    fn from(error: DomException) -> Self {
        match &*error.name() {
            "ConstraintError" => Self::Conflict,
            "QuotaExceededError" => Self::Full,
            name => Self::Failed(format!("{name}: {}", error.message())),
        }
    }
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        match error.dyn_into::<DomException>() {
            Ok(error) => error.into(),
            Err(error) => Self::Failed(format!("{error:?}")),
        }
    }
}
