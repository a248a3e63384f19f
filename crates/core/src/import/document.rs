//! Where a document of a text ends, found in steps.
//!
//! `serde_json` goes over a document in one go, which takes a tenth of a second for ten megabytes. This goes over the
//! outer brackets itself, has `serde_json` go over what stands in them, and can rest in between. It comes to the same;
//! what is wrong with a document that has no end, only `serde_json` tells.

use crate::json::{fault_at, reason};
use crate::pace::Pace;
use serde::de::IgnoredAny;
use serde_json::Deserializer;

/// How many brackets deep it goes: to the windows of a list in an answer or a plan, and those of lists of answers.
const DEEPEST: usize = 3;

/// The end of the value that stands at `start` in a text, with the rests of `pace` between its parts; `None` where
/// that is no JSON.
pub(super) async fn end_of_value(text: &str, start: usize, pace: &mut Pace) -> Option<usize> {
    // The brackets that close what is open.
    let mut closing: Vec<u8> = Vec::new();
    let mut at = start;
    loop {
        at = after_blanks(text, at);
        let bracket = byte(text, at).and_then(closing_of).filter(|_| closing.len() < DEEPEST);
        if let Some(bracket) = bracket {
            let inside = after_blanks(text, at.saturating_add(1));
            if byte(text, inside)? == bracket {
                at = inside.saturating_add(1);
            } else {
                closing.push(bracket);
                at = if bracket == b'}' { after_name(text, inside)? } else { inside };
                continue;
            }
        } else {
            at = end_of_part(text, at)?;
            pace.step().await;
        }
        // After a value: another one, or the end of what it stands in.
        loop {
            let Some(bracket) = closing.last().copied() else { return Some(at) };
            at = after_blanks(text, at);
            let found = byte(text, at)?;
            at = at.saturating_add(1);
            if found == b',' {
                at = if bracket == b'}' { after_name(text, at)? } else { at };
                break;
            }
            if found != bracket {
                return None;
            }
            closing.pop();
        }
    }
}

/// Why a text is no JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The byte at which that shows.
    pub(super) at: usize,
    /// Why, as `serde_json` says it, without the place.
    pub(super) reason: String,
}

/// Why the value at `start` has no end; `None` where it has one.
pub(super) fn fault(text: &str, start: usize) -> Option<Fault> {
    let json = text.get(start..)?;
    let error = Deserializer::from_str(json).into_iter::<IgnoredAny>().next()?.err()?;
    Some(Fault { at: start.saturating_add(fault_at(json, &error)), reason: reason(&error) })
}

/// The first byte of a text, from `at` on, that is no blank.
pub(super) fn after_blanks(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    at.saturating_add(blanks)
}

fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

fn closing_of(bracket: u8) -> Option<u8> {
    match bracket {
        b'[' => Some(b']'),
        b'{' => Some(b'}'),
        _ => None,
    }
}

/// The end of a value, as `serde_json` finds it.
fn end_of_part(text: &str, at: usize) -> Option<usize> {
    let mut values = Deserializer::from_str(text.get(at..)?).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(at.saturating_add(values.byte_offset()))
}

/// The place after the name of a member and its colon.
fn after_name(text: &str, at: usize) -> Option<usize> {
    let at = after_blanks(text, at);
    let end = if byte(text, at)? == b'"' { end_of_part(text, at)? } else { return None };
    let at = after_blanks(text, end);
    (byte(text, at)? == b':').then(|| at.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::at_once;
    use proptest::prelude::*;
    use serde_json::Value;

    /// The ends of the documents of a text, and what is wrong with the one that has none.
    type Found = (Vec<usize>, Option<Fault>);

    /// As `serde_json` finds them in one go.
    fn whole(text: &str) -> Found {
        let mut documents = Deserializer::from_str(text).into_iter::<IgnoredAny>();
        let mut ends = Vec::new();
        while let Some(document) = documents.next() {
            if let Err(error) = document {
                let before = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum::<usize>();
                let byte = before + error.column().saturating_sub(1);
                let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
                let at = starts.take_while(|at| *at <= byte).last().unwrap_or_default();
                return (ends, Some(Fault { at, reason: reason(&error) }));
            }
            ends.push(documents.byte_offset());
        }
        (ends, None)
    }

    fn sliced(text: &str, mut pace: Pace) -> Found {
        let (mut ends, mut at) = (Vec::new(), after_blanks(text, 0));
        while at < text.len() {
            let Some(end) = at_once(end_of_value(text, at, &mut pace)) else {
                return (ends, fault(text, at));
            };
            ends.push(end);
            at = after_blanks(text, end);
        }
        (ends, None)
    }

    #[track_caller]
    fn agree(text: &str) {
        assert_eq!(sliced(text, Pace::whole()), whole(text), "{text}");
        assert_eq!(sliced(text, Pace::restless()), whole(text), "{text}");
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[a-z\"\\\\\\[\\]{}:, é🕐\n]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z\"\\\\\\]}{ é]{0,4}", inner, 0..5)
                    .prop_map(|members| members.into_iter().collect()),
            ]
        })
    }

    /// Documents one after the other, with blanks and without.
    fn documents() -> impl Strategy<Value = String> {
        let document = (json(), any::<bool>(), "[ \n\t\r]{0,2}").prop_map(|(value, is_pretty, blanks)| {
            let write = if is_pretty { serde_json::to_string_pretty } else { serde_json::to_string };
            format!("{}{blanks}", write(&value).unwrap())
        });
        prop::collection::vec(document, 1..4).prop_map(|documents| documents.concat())
    }

    #[test]
    fn brackets_commas_and_colons_stand_where_they_must() {
        for text in [
            "",
            " ",
            "[",
            "[]",
            "[ ]",
            "[,]",
            "[1,]",
            "[1 2]",
            "[1}",
            "[1",
            "[[[[]]]]",
            "[[[[]]]",
            "]",
            "{",
            "{}",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\" :1 , \"b\":[ ]}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "{\"a\":1]",
            "{\"\\ud83d\":1}",
            "{\"\\x\":1}",
            "nullx",
            "[nullx]",
            "[null]x",
            "1 2",
            "1,2",
            "truefalse",
            "[1]2[3]",
            "\u{feff}[]",
            "[\u{a0}]",
            "[01]",
            "[1.]",
            "[1e]",
            "[-]",
            "[1e999]",
        ] {
            agree(text);
        }
    }

    proptest! {
        #[test]
        fn documents_end_where_serde_json_finds_their_ends(text in documents()) {
            agree(&text);
        }

        #[test]
        fn a_document_that_is_cut_ends_where_serde_json_finds_its_end(text in documents(), at in any::<prop::sample::Index>()) {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
            agree(text.get(..places[at.index(places.len())]).unwrap());
        }

        #[test]
        fn a_document_with_a_letter_too_many_ends_where_serde_json_finds_its_end(
            text in documents(), at in any::<prop::sample::Index>(), letter in "[\\[\\]{}\",:\\\\a1 \u{0}é]"
        ) {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
            let (before, after) = text.split_at(places[at.index(places.len())]);
            agree(&format!("{before}{letter}{after}"));
            let without: String = after.chars().skip(1).collect();
            agree(&format!("{before}{letter}{without}"));
        }

        #[test]
        fn garbage_ends_where_serde_json_finds_its_end(text in "[\\[\\]{}\",:\\\\a1 ]{0,30}") {
            agree(&text);
        }
    }
}
