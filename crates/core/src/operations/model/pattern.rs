//! The regular expressions of the service model, each matched by hand: an engine for them would be as large
//! as half of the core. AWS's framework, in Java, matches the whole text.

use crate::plan::IdForm;
use crate::window::is_tag_character;

/// Whether a text matches a pattern of the service model as a whole; `None` for a pattern that the model
/// did not have when this was written.
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    Some(match pattern {
        "^mw-[0-9a-f]{17}$" => IdForm::Window.fits(text),
        r"^[0-9a-fA-F]{8}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{4}\-[0-9a-fA-F]{12}$" => {
            IdForm::Uuid.fits(text)
        }
        r"^[a-zA-Z0-9_\-.]{3,128}$" => {
            (3..=128).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        }
        r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$" => text.chars().all(is_tag_character),
        // What the other two alternatives name matches the first one too.
        r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name" => {
            text.chars().all(|c| c != '+' && is_tag_character(c))
        }
        "^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$" => is_number(text, 1) || is_percentage(text, 1),
        "^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$" => is_number(text, 0) || is_percentage(text, 0),
        "([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)" => {
            matches!(text, "$LATEST" | "$DEFAULT") || is_number(text, 1)
        }
        // Not blank, and in Java a dot is no line terminator.
        r"^(?!\s*$).+" => {
            let is_blank = |byte: u8| matches!(byte, b' ' | b'\t'..=b'\r');
            !text.bytes().all(is_blank) && !text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        }
        _ => return None,
    })
}

/// Digits without a leading zero, of a number that is not below `least`, 0 or 1.
fn is_number(text: &str, least: u8) -> bool {
    match text.as_bytes() {
        [] => false,
        [b'0'] => least == 0,
        [first, ..] => *first != b'0' && text.bytes().all(|byte| byte.is_ascii_digit()),
    }
}

/// `least%` to `100%`.
fn is_percentage(text: &str, least: u8) -> bool {
    text.strip_suffix('%')
        .is_some_and(|number| number == "100" || number.len() < 3 && is_number(number, least))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Member, Shape, data};
    use super::*;
    use fancy_regex::Regex;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use std::sync::LazyLock;

    fn collect(shape: &'static Shape, patterns: &mut BTreeSet<&'static str>) {
        patterns.extend(shape.pattern);
        match shape.kind {
            Kind::Structure(_, members) => {
                for Member { shape, .. } in members {
                    collect(shape, patterns);
                }
            }
            Kind::List(item) => collect(item, patterns),
            Kind::Map(key, value) => {
                collect(key, patterns);
                collect(value, patterns);
            }
            Kind::Text(_) | Kind::Integer | Kind::Boolean | Kind::Blob => {}
        }
    }

    fn patterns() -> BTreeSet<&'static str> {
        let mut patterns = BTreeSet::new();
        for (_, shape) in data::OPERATIONS {
            collect(shape, &mut patterns);
        }
        patterns
    }

    /// The patterns, each with the engine's for the whole of a text. Java's `\s` knows ASCII only, and its
    /// dot more ends of lines.
    static ENGINE: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
        let whole = |pattern: &str| {
            let java = pattern.replace(").+", r")[^\n\r\u{85}\u{2028}\u{2029}]+").replace(r"\s", r"[ \t-\r]");
            Regex::new(&format!(r"\A(?:{java})\z")).unwrap()
        };
        patterns().into_iter().map(|pattern| (pattern, whole(pattern))).collect()
    });

    #[track_caller]
    fn agree(text: &str) {
        for (pattern, engine) in ENGINE.iter() {
            assert_eq!(
                matches(pattern, text),
                Some(engine.is_match(text).unwrap()),
                "{text:?} and {pattern}"
            );
        }
    }

    #[test]
    fn every_pattern_of_the_model_has_a_matcher() {
        let patterns = patterns();
        assert_eq!(patterns.len(), 9);
        for pattern in patterns {
            assert!(matches(pattern, "").is_some(), "{pattern}");
        }
        assert_eq!(matches("^a$", "a"), None);
    }

    #[test]
    fn matchers_agree_with_a_regex_engine_at_the_edges() {
        let texts = [
            "",
            "0",
            "1",
            "00",
            "01",
            "9",
            "10",
            "99",
            "100",
            "0%",
            "1%",
            "9%",
            "00%",
            "01%",
            "10%",
            "99%",
            "100%",
            "101%",
            "1000000",
            "%",
            "1%%",
            "$LATEST",
            "$DEFAULT",
            "$latest",
            " ",
            "\t",
            "\n",
            "a\n",
            "\u{85}",
            "a b",
            "a\u{2028}",
            "\u{a0}",
            "é",
            "ⅷ",
            "٣",
            "a+b",
            "a,b",
            "tag:Patch Group",
            "tag-key",
            "resource-groups:Name",
            "ab",
            "abc",
            "a_b-c.d",
            "abc\n",
            "mw-0123456789abcdef0",
            "mw-0123456789ABCDEF0",
            "mw-0123456789abcdef",
            "6027b513-64fe-4cf0-be7d-1191a0000001",
            "6027B513-64FE-4CF0-BE7D-1191A0000001",
            "6027b513-64fe-4cf0-be7d-1191a000000g",
            "6027b513_64fe_4cf0_be7d_1191a0000001",
            "x\u{301}",
            "🕐",
            "\u{1c}",
        ];
        texts.into_iter().for_each(agree);
        agree(&"a".repeat(128));
        agree(&"a".repeat(129));
    }

    proptest! {
        #[test]
        fn matchers_agree_with_a_regex_engine(text in "([0-9]{0,3}%?|[a-z.$%+:= \n-]{0,9}|\\PC{0,4}|mw-[0-9a-g]{16,18})") {
            agree(&text);
        }
    }
}
