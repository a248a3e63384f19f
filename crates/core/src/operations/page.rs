//! Lists in pages.
//!
//! A token carries the key of the last item that was given out, so that what is deleted or made between two
//! pages neither doubles nor hides another item, and the instant of the first page, as of which the whole
//! list is told. It fits the request it was given for and no other (decision 21).

use super::{Call, ErrorCode, OperationError};
use crate::Timestamp;
use crate::plan::digest;
use std::collections::BinaryHeap;
use std::fmt::Write;

/// How many items a page has when the request does not say. AWS does not document it.
const DEFAULT_SIZE: usize = 50;

/// The most items of a page, where AWS's model has no limit. There may be more all the same: a token says so.
const GREATEST_SIZE: usize = 1000;

/// The digits of a token before its content.
const DIGEST_DIGITS: usize = 32;

/// What a list is sorted by: an item has a key that no other item has.
pub(super) type Key = (i64, String);

/// Which part of a list is asked for.
#[derive(Debug)]
pub(super) struct Page<'c> {
    /// The instant as of which the list is told.
    pub(super) now: Timestamp,
    /// The key of the last item of the page before.
    pub(super) after: Option<Key>,
    size: usize,
    request: &'c str,
}

impl<'c> Page<'c> {
    /// Reads `MaxResults` and `NextToken`.
    ///
    /// # Errors
    ///
    /// When the token was given for another request, or by nobody.
    pub(super) fn of(
        call: &'c Call,
        max_results: Option<i64>,
        next_token: Option<&str>,
    ) -> Result<Self, OperationError> {
        let size = max_results.and_then(|size| usize::try_from(size).ok()).unwrap_or(DEFAULT_SIZE);
        let size = size.min(GREATEST_SIZE);
        let Some(token) = next_token else {
            return Ok(Self { now: call.now, after: None, size, request: &call.text });
        };
        let (now, key) = read_token(&call.text, token).ok_or_else(|| {
            let message = "NextToken does not belong to this request.";
            OperationError::in_our_words(ErrorCode::Validation, message)
        })?;
        Ok(Self { now, after: Some(key), size, request: &call.text })
    }

    /// The items of the page, and the token of the next one if there is one. The items come in the order of
    /// their keys; only as many are looked at as are needed.
    pub(super) fn cut<T>(&self, items: impl Iterator<Item = (Key, T)>) -> (Vec<T>, Option<String>) {
        let is_new = |key: &Key| self.after.as_ref().is_none_or(|after| key > after);
        let mut items = items.filter(|(key, _)| is_new(key));
        let mut last = None;
        let mut page = Vec::new();
        for (key, item) in items.by_ref().take(self.size) {
            page.push(item);
            last = Some(key);
        }
        let next = last.filter(|_| items.next().is_some());
        (page, next.map(|key| write_token(self.request, self.now, &key)))
    }

    /// Like [`cut`](Self::cut), of items in any order.
    pub(super) fn sort_and_cut<T>(&self, items: Vec<(Key, T)>) -> (Vec<T>, Option<String>) {
        let (keys, mut items): (Vec<Key>, Vec<Option<T>>) =
            items.into_iter().map(|(key, item)| (key, Some(item))).unzip();
        let in_order = in_order(keys).into_iter();
        self.cut(in_order.filter_map(|(key, at)| Some((key, items.get_mut(at)?.take()?))))
    }
}

/// The keys in their order, each with its place before. This sort is there once for all lists, and a heap's takes
/// a quarter of the 4 KB of WebAssembly that a slice's takes.
fn in_order(keys: Vec<Key>) -> Vec<(Key, usize)> {
    let numbered: BinaryHeap<(Key, usize)> = keys.into_iter().zip(0..).collect();
    numbered.into_sorted_vec()
}

/// A digest of request and content, then the content, all in hexadecimal digits.
fn write_token(request: &str, now: Timestamp, (number, text): &Key) -> String {
    let content = format!("{} {number} {text}", now.as_millis());
    let mut token = digest(&format!("token {content} {request}")).simple().to_string();
    for byte in content.bytes() {
        // Writing to a String does not fail.
        let _ = write!(token, "{byte:02x}");
    }
    token
}

/// What a token says, if it is the one that is written for that.
fn read_token(request: &str, token: &str) -> Option<(Timestamp, Key)> {
    let (_, digits) = token.split_at_checked(DIGEST_DIGITS)?;
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let content: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
    let content = String::from_utf8(content?).ok()?;
    let mut parts = content.splitn(3, ' ');
    let mut number = || parts.next()?.parse().ok();
    let (now, number) = (Timestamp::from_millis(number()?), number()?);
    let key = (number, parts.next()?.to_owned());
    (write_token(request, now, &key) == token).then_some((now, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn call() -> Call {
        Call::new("DescribeMaintenanceWindows", json!({ "MaxResults": 10 }), Timestamp::EPOCH)
    }

    fn items() -> impl Iterator<Item = (Key, i64)> {
        (0..25).map(|number| ((number / 2, format!("{number:02}")), number))
    }

    #[test]
    fn pages_are_the_list() {
        let (call, mut token, mut list) = (call(), None, Vec::new());
        loop {
            let page = Page::of(&call, Some(10), token.as_deref()).unwrap();
            let (items, next) = page.cut(items());
            list.extend(items);
            token = next;
            if token.is_none() {
                break;
            }
        }
        assert_eq!(list, (0..25).collect::<Vec<_>>());
    }

    #[test]
    fn the_last_page_has_no_token_even_when_it_is_full() {
        let call = call();
        let (page, token) = Page::of(&call, Some(25), None).unwrap().cut(items());
        assert_eq!((page.len(), token), (25, None));
    }

    #[test]
    fn a_token_keeps_the_instant_of_the_first_page() {
        let first = call();
        let (_, token) = Page::of(&first, Some(10), None).unwrap().cut(items());
        let later = Call { now: Timestamp::from_seconds(60), text: first.text.clone() };
        assert_eq!(Page::of(&later, Some(10), token.as_deref()).unwrap().now, Timestamp::EPOCH);
    }

    #[test]
    fn a_token_that_was_changed_or_is_of_another_request_is_refused() {
        let call = call();
        let (_, token) = Page::of(&call, Some(10), None).unwrap().cut(items());
        let token = token.unwrap();
        assert!(Page::of(&call, Some(20), Some(&token)).is_ok(), "the size of a page may change");
        let other = Call { now: call.now, text: format!("{} ", call.text) };
        assert!(Page::of(&other, None, Some(&token)).is_err());
        for at in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(changed).unwrap();
            assert!(Page::of(&call, None, Some(&changed)).is_err(), "{at}");
        }
        for wrong in ["", "x", "AAEAB", &token[..32], &token[1..], "é", &"é".repeat(40)] {
            assert!(Page::of(&call, None, Some(wrong)).is_err(), "{wrong}");
        }
    }
}
