//! Where values stand in a JSON text.
//!
//! A parser that gives values without places would be asked again for each place; this one walks over a
//! text that is known to be JSON, and reads nothing but brackets and quotes. Each value that is looked
//! into is walked once, so the cost grows with the text's length times the depth that is looked at.

use serde_json::Value;
use std::borrow::Cow;
use std::ops::Range;

/// A value in a JSON text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Node<'t> {
    /// The value that stands at these bytes of a text.
    pub(super) fn new(text: &'t str, bytes: Range<usize>) -> Self {
        Self { text, start: bytes.start, end: bytes.end }
    }

    /// Its bytes in the whole text.
    pub(super) fn bytes(self) -> Range<usize> {
        self.start..self.end
    }

    /// Its own text.
    pub(super) fn text(self) -> &'t str {
        self.text.get(self.bytes()).unwrap_or_default()
    }

    /// Whether it is an array or an object.
    pub(super) fn has_parts(self) -> bool {
        self.text().starts_with(['[', '{'])
    }

    /// The value itself; an error when it is nested too deep, or holds a number that is too large or half of a
    /// character.
    pub(super) fn value(self) -> serde_json::Result<Value> {
        serde_json::from_str(self.text())
    }

    /// The elements of an array; `None` of anything else.
    pub(super) fn elements(self) -> Option<impl Iterator<Item = Self>> {
        self.text().starts_with('[').then(|| {
            let mut walk = Walk::inside(self);
            std::iter::from_fn(move || walk.value())
        })
    }

    /// The members of an object, as its text has them; `None` of anything else.
    pub(super) fn members(self) -> Option<impl Iterator<Item = (Member<'t>, Self)>> {
        self.text().starts_with('{').then(|| {
            let mut walk = Walk::inside(self);
            std::iter::from_fn(move || {
                let name = walk.value()?;
                Some((Member::new(name), walk.value()?))
            })
        })
    }
}

/// The name of a member.
#[derive(Clone, Debug)]
pub(super) struct Member<'t> {
    /// What it says.
    pub(super) name: Cow<'t, str>,
    /// Where it stands, quotes included.
    pub(super) bytes: Range<usize>,
}

impl<'t> Member<'t> {
    fn new(node: Node<'t>) -> Self {
        let quoted = node.text();
        let name = if quoted.contains('\\') {
            // What cannot be read, as half of a surrogate pair, is no member that anybody asks for.
            node.value().ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default().into()
        } else {
            Cow::Borrowed(quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(quoted))
        };
        Self { name, bytes: node.bytes() }
    }
}

/// Goes over the values inside an array or object, one after the other.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Walk<'t> {
    fn inside(node: Node<'t>) -> Self {
        Self { text: node.text, at: node.start.saturating_add(1), end: node.end.saturating_sub(1) }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied().filter(|_| self.at < self.end)
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// The next value; a member's name is one too.
    fn value(&mut self) -> Option<Node<'t>> {
        while matches!(self.byte()?, b' ' | b'\t' | b'\r' | b'\n' | b',' | b':') {
            self.step();
        }
        let start = self.at;
        match self.byte()? {
            b'"' => self.skip_string(),
            b'[' | b'{' => self.skip_brackets(),
            // Not in JSON. It would be an empty value, again and again.
            b']' | b'}' => return None,
            _ => {
                while self
                    .byte()
                    .is_some_and(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}'))
                {
                    self.step();
                }
            }
        }
        Some(Node { text: self.text, start, end: self.at.min(self.end) })
    }

    fn skip_string(&mut self) {
        let (mut is_open, mut is_escaped) = (false, false);
        self.skip_to(|byte| {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' if is_open => return true,
                b'"' => is_open = true,
                _ => {}
            }
            false
        });
    }

    fn skip_brackets(&mut self) {
        let (mut depth, mut is_in_string, mut is_escaped) = (0_usize, false, false);
        self.skip_to(|byte| {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if is_in_string => is_escaped = true,
                b'"' => is_in_string = !is_in_string,
                b'[' | b'{' if !is_in_string => depth = depth.saturating_add(1),
                b']' | b'}' if !is_in_string => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && !is_in_string
        });
    }

    /// Goes to the byte after the one that is the last.
    fn skip_to(&mut self, mut is_last: impl FnMut(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..self.end).unwrap_or_default();
        let last = rest.iter().position(|byte| is_last(*byte));
        let count = last.map_or(rest.len(), |last| last.saturating_add(1));
        self.at = self.at.saturating_add(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a-z\"\\\\\\[\\]{}:, é🕐\n]{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z\"\\\\\\]}{ ]{0,4}", inner, 0..5)
                    .prop_map(|members| members.into_iter().collect()),
            ]
        })
    }

    /// Puts a value together again from its parts.
    fn rebuilt(node: Node<'_>) -> Value {
        if let Some(elements) = node.elements() {
            elements.map(rebuilt).collect()
        } else if let Some(members) = node.members() {
            members.map(|(member, value)| (member.name.into_owned(), rebuilt(value))).collect()
        } else {
            node.value().unwrap()
        }
    }

    proptest! {
        #[test]
        fn the_parts_of_a_value_make_it_again(value in json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
            prop_assert_eq!(rebuilt(Node::new(&text, 0..text.len())), value);
        }

        #[test]
        fn a_text_that_is_no_json_does_no_harm(text in "[\\[\\]{}\",:\\\\a1 ]{0,30}") {
            let node = Node::new(&text, 0..text.len());
            let _ = node.elements().map(Iterator::count);
            let _ = node.members().map(Iterator::count);
        }
    }
}
