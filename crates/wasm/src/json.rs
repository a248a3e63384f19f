//! A JavaScript value → JSON, whatever the value does.
//!
//! Read as `JSON.stringify` reads it: own enumerable members, `toJSON` where there is one, so that a
//! `Date` becomes its text. But what JSON has no form for is reported with its place, not dropped;
//! what a getter or a proxy throws is caught, since an exception that crosses Rust's frames leaks
//! their stack; and a value may be huge, deep or part of itself. `serde_wasm_bindgen::from_value`
//! promises none of these.

use js_sys::{Array, Function, JsString, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

/// How deep the deepest argument is: request, `TaskInvocationParameters`, `RunCommand`, `Parameters`,
/// list, text. Deeper objects and lists are read as empty ones, which no reader of such a value tells
/// apart.
const DEPTH: u8 = 6;

/// How many members, items and UTF-16 units of text are read in all: twice what a thousand tags have.
const SIZE: usize = 1 << 20;

/// How many items of a list, or members of an object, are read: no list of AWS has as many.
const ITEMS: u32 = 2000;

/// How many parts are reported. Nobody reads more, and there may be thousands of them.
const STRANGERS: usize = 100;

/// 2^63, which is the first whole number above those of 64 bits.
const I64_BOUND: f64 = 9_223_372_036_854_775_808.0;

const TOO_LARGE: &str = "larger than anything AWS takes";

/// How many characters of a member's name its place shows.
const SHOWN: usize = 64;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn enumerable_keys(object: &JsValue) -> Result<Array, JsValue>;

    /// A proxy may throw here too.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// A value as JSON, `undefined` as `null`.
#[derive(Debug)]
pub(crate) struct Json {
    /// What JSON has a form for.
    pub(crate) value: Value,
    /// What it has none for.
    pub(crate) strangers: Vec<Stranger>,
}

/// A part of a value that JSON has no form for.
#[derive(Debug)]
pub(crate) struct Stranger {
    /// Its place, such as `Tags[0].Key`; empty for the whole value.
    pub(crate) place: String,
    /// What it is, such as `NaN`.
    pub(crate) what: String,
}

impl From<&JsValue> for Json {
    fn from(value: &JsValue) -> Self {
        let mut reader = Reader { left: SIZE, strangers: Vec::new() };
        let value = reader.value(value, "", 0).unwrap_or_default();
        Self { value, strangers: reader.strangers }
    }
}

struct Reader {
    left: usize,
    strangers: Vec<Stranger>,
}

impl Reader {
    /// `None` for `undefined` and for what JSON has no form for.
    fn value(&mut self, value: &JsValue, place: &str, depth: u8) -> Option<Value> {
        if value.is_undefined() {
            return None;
        }
        if value.is_null() {
            return Some(Value::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Some(Value::Bool(flag));
        }
        if let Some(number) = value.as_f64() {
            return self.number(number, place);
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            return self.text(text, place).map(Value::String);
        }
        if !value.is_object() {
            let what = value.js_typeof().as_string().unwrap_or_default();
            return self.stranger(place, format!("a {what}"));
        }
        let object = self.object(value, place, depth);
        object.unwrap_or_else(|_| self.stranger(place, "an object that throws when it is read".to_owned()))
    }

    fn number(&mut self, number: f64, place: &str) -> Option<Value> {
        if !number.is_finite() {
            let name = if number.is_nan() { "NaN" } else { "infinite" };
            return self.stranger(place, name.to_owned());
        }
        // Not through its text: what prints a number with a fraction is 11 KB of WebAssembly.
        if number.fract() == 0.0 && (-I64_BOUND..I64_BOUND).contains(&number) {
            #[expect(clippy::cast_possible_truncation, reason = "it is whole, and within the bounds")]
            let whole = number as i64;
            return Some(whole.into());
        }
        Some(number.into())
    }

    fn text(&mut self, text: &JsString, place: &str) -> Option<String> {
        let units = usize::try_from(text.length()).unwrap_or(usize::MAX);
        if !self.take(units) {
            return self.stranger(place, TOO_LARGE.to_owned());
        }
        Some(text.into())
    }

    /// An object or a list.
    fn object(&mut self, object: &JsValue, place: &str, depth: u8) -> Result<Option<Value>, JsValue> {
        let depth = depth.saturating_add(1);
        if let Ok(to_json) = Reflect::get(object, &"toJSON".into())?.dyn_into::<Function>() {
            let stands_for = to_json.call0(object)?;
            if stands_for.is_null() || depth > DEPTH {
                return Ok(self.stranger(
                    place,
                    "an object that stands for nothing, such as an invalid Date".to_owned(),
                ));
            }
            return Ok(self.value(&stands_for, place, depth));
        }
        if is_array(object)? {
            return self.list(object, place, depth);
        }
        let mut members = Map::new();
        let keys = if depth > DEPTH { Array::new() } else { enumerable_keys(object)? };
        if keys.length() > ITEMS {
            return Ok(self.stranger(place, TOO_LARGE.to_owned()));
        }
        for key in keys.iter() {
            let Some(name) = key.dyn_ref::<JsString>().and_then(|name| self.text(name, place)) else {
                break;
            };
            let shown: String = name.chars().take(SHOWN).collect();
            let member_place = if place.is_empty() { shown } else { format!("{place}.{shown}") };
            let member = match Reflect::get(object, &key) {
                Ok(member) => self.value(&member, &member_place, depth),
                Err(_) => self.stranger(&member_place, "a getter that throws".to_owned()),
            };
            members.extend(member.map(|member| (name, member)));
        }
        Ok(Some(Value::Object(members)))
    }

    fn list(&mut self, list: &JsValue, place: &str, depth: u8) -> Result<Option<Value>, JsValue> {
        let length = Reflect::get(list, &"length".into())?.as_f64().unwrap_or_default();
        if length > ITEMS.into() {
            return Ok(self.stranger(place, TOO_LARGE.to_owned()));
        }
        let mut items = Vec::new();
        let mut index = 0_u32;
        while f64::from(index) < length && depth <= DEPTH && self.take(1) {
            let item = Reflect::get(list, &index.into())?;
            // As in JSON, so that the items after it keep their places.
            items.push(self.value(&item, &format!("{place}[{index}]"), depth).unwrap_or_default());
            index = index.saturating_add(1);
        }
        Ok(Some(Value::Array(items)))
    }

    /// Takes from what may still be read; `false` when that is too little.
    fn take(&mut self, size: usize) -> bool {
        let left = self.left.checked_sub(size.saturating_add(1));
        self.left = left.unwrap_or_default();
        left.is_some()
    }

    /// Reports a part, which then has no value.
    fn stranger<T>(&mut self, place: &str, what: String) -> Option<T> {
        if self.strangers.len() < STRANGERS {
            self.strangers.push(Stranger { place: place.to_owned(), what });
        }
        None
    }
}
