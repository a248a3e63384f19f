//! The browser's database (`IndexedDB`) with the records of the plan.
//!
//! A transaction stores all of an edit or nothing, whenever the page or the browser stops. It is sent
//! whole, and committed without a further word from the page, so that only what is typed at that very
//! moment can be lost.
//!
//! Two tabs do not overwrite each other: the store `head` has one row, the revision of what is stored,
//! and an index that allows no second one. A transaction deletes the row of the revision that it builds
//! on, and adds its own. Where another tab has stored a revision since, nothing is deleted, and what is
//! added is a second row: the database refuses the transaction by itself.

use super::{
    Refusal,
    ledger::Sending,
    records::{Key, Part, Records},
    request::{answer, end, opened},
    stored::{Revision, Stored},
};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use std::{future::Future, vec};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    IdbDatabase, IdbIndexParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};
use window_planner_core::Timestamp;

const NAME: &str = "window-planner";

/// The version of the stores, not of the plan in them.
const VERSION: u32 = 1;

/// Records of [`Part::Member`], by name.
const MEMBERS: &str = "members";
/// Records of [`Part::Window`], by id.
const WINDOWS: &str = "windows";
/// The revision of what is stored, as the key of the only row.
const HEAD: &str = "head";
/// Texts that could not be read, by the time at which they were put aside.
const ASIDE: &str = "aside";

/// How many records are sent at once: a slice's work.
const MOST_AT_ONCE: usize = 500;

/// The index of `head`, and the member that is the same in each row.
const SLOT: &str = "slot";

/// A connection.
pub(super) struct Database(IdbDatabase);

impl Database {
    /// Connects to the database; makes it where there is none.
    ///
    /// # Errors
    ///
    /// When the browser has none for this page, or does not answer.
    pub(super) async fn open() -> Result<Self, Refusal> {
        let factory =
            window().indexed_db()?.ok_or_else(|| Refusal::Failed("this page has none".to_owned()))?;
        let request = factory.open_with_u32(NAME, VERSION)?;
        let make = Closure::once_into_js({
            let request = request.clone();
            // What fails here fails the request.
            move || drop(make_stores(&request))
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let database = opened(&request).await?;
        // Whoever deletes the database waits for all connections to be closed.
        let close = Closure::<dyn FnMut()>::new({
            let database = database.clone();
            move || database.close()
        });
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        Ok(Self(database))
    }

    /// The revision of what is stored.
    ///
    /// # Errors
    ///
    /// When the database cannot be read.
    pub(super) async fn revision(&self) -> Result<Option<Revision>, Refusal> {
        let transaction = self.begin(IdbTransactionMode::Readonly)?;
        let keys = answer(transaction.object_store(HEAD)?.get_all_keys()?).await?;
        Ok(only_revision(&keys))
    }

    /// All that is stored.
    ///
    /// # Errors
    ///
    /// When the database cannot be read.
    pub(super) async fn read(&self) -> Result<Stored, Refusal> {
        let transaction = self.begin(IdbTransactionMode::Readonly)?;
        let head = answer(transaction.object_store(HEAD)?.get_all_keys()?);
        let mut asked = Vec::new();
        for part in [Part::Member, Part::Window] {
            let store = transaction.object_store(store_of(part))?;
            asked.push((part, answer(store.get_all_keys()?), answer(store.get_all()?)));
        }
        let revision = only_revision(&head.await?);
        let mut records = Vec::new();
        for (part, keys, texts) in asked {
            let (keys, texts): (Array, Array) = (keys.await?.into(), texts.await?.into());
            records.extend(
                keys.iter().zip(texts.iter()).filter_map(|(key, text)| {
                    Some((Key { part, name: key.as_string()? }, text.as_string()?))
                }),
            );
        }
        Ok(Stored { revision, records: Records::stored(records) })
    }

    /// Sends records, to be stored as `revision`, before it returns; how that went is told later. Of thousands the
    /// first are sent before it returns, and each further part when the one before was taken: sent at once, they would
    /// keep the page waiting. A page that goes in the midst of them leaves what was stored before.
    ///
    /// # Errors
    ///
    /// When the connection is closed. Later: when something else than the sending's base is stored, or
    /// the storage is full.
    pub(super) fn write(
        &self,
        sending: &Sending,
        revision: &Revision,
        records: &Records,
    ) -> Result<impl Future<Output = Result<(), Refusal>> + use<>, Refusal> {
        let transaction = self.begin(IdbTransactionMode::Readwrite)?;
        advance(&transaction, sending.base.as_ref(), revision)?;
        let end = end(&transaction);
        let rows: Vec<Row> =
            sending.keys.iter().map(|key| (key.clone(), records.text_of(key).map(str::to_owned))).collect();
        let mut rows = rows.into_iter();
        let mut last = put(&transaction, &mut rows)?;
        Ok(async move {
            while let Some(request) = last.filter(|_| rows.len() > 0) {
                let Ok(sent) = answer(request).await.and_then(|_| put(&transaction, &mut rows)) else {
                    // What was stored of it goes, if it is not gone already; its end tells why.
                    let _ = transaction.abort();
                    break;
                };
                last = sent;
            }
            end.await
        })
    }

    /// Puts a text aside.
    ///
    /// # Errors
    ///
    /// When the storage is full, or the connection is closed.
    pub(super) async fn set_aside(&self, text: &str, now: Timestamp) -> Result<(), Refusal> {
        let transaction = self.begin(IdbTransactionMode::Readwrite)?;
        let key = now.to_string();
        transaction.object_store(ASIDE)?.put_with_key(&JsValue::from_str(text), &JsValue::from_str(&key))?;
        let end = end(&transaction);
        commit(&transaction)?;
        end.await
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
        let stores: Array = [HEAD, MEMBERS, WINDOWS, ASIDE].into_iter().map(JsValue::from_str).collect();
        self.0.transaction_with_str_sequence_and_mode(&stores, mode)
    }
}

/// A record with its JSON, and none for one that goes.
type Row = (Key, Option<String>);

/// Sends the next part of the rows, and commits after the last. Tells the last request.
fn put(transaction: &IdbTransaction, rows: &mut vec::IntoIter<Row>) -> Result<Option<IdbRequest>, Refusal> {
    let mut last = None;
    for (key, text) in rows.take(MOST_AT_ONCE) {
        let store = transaction.object_store(store_of(key.part))?;
        let name = JsValue::from_str(&key.name);
        last = Some(match text {
            Some(text) => store.put_with_key(&JsValue::from_str(&text), &name)?,
            None => store.delete(&name)?,
        });
    }
    if rows.len() == 0 {
        commit(transaction)?;
    }
    Ok(last)
}

fn make_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    for name in [MEMBERS, WINDOWS, ASIDE] {
        database.create_object_store(name)?;
    }
    let only_one = IdbIndexParameters::new();
    only_one.set_unique(true);
    let head = database.create_object_store(HEAD)?;
    head.create_index_with_str_and_optional_parameters(SLOT, SLOT, &only_one)?;
    Ok(())
}

const fn store_of(part: Part) -> &'static str {
    match part {
        Part::Member => MEMBERS,
        Part::Window => WINDOWS,
    }
}

fn only_revision(keys: &JsValue) -> Option<Revision> {
    Array::from(keys).get(0).as_string().map(Revision)
}

/// Lets the transaction pass where `base` is what is stored, and makes that `next`.
fn advance(transaction: &IdbTransaction, base: Option<&Revision>, next: &Revision) -> Result<(), JsValue> {
    let head = transaction.object_store(HEAD)?;
    if let Some(base) = base {
        head.delete(&JsValue::from_str(&base.0))?;
    }
    let row = Object::new();
    Reflect::set(&row, &SLOT.into(), &0.into())?;
    head.add_with_key(&row, &JsValue::from_str(&next.0))?;
    Ok(())
}

/// Ends what the page has to say of a transaction: what is sent is stored, also when the page is gone.
#[expect(deprecated, reason = "left out in version 2 of the standard, and back in version 3")]
fn commit(transaction: &IdbTransaction) -> Result<(), JsValue> {
    transaction.commit()
}
