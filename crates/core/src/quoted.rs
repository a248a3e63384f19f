//! Texts of others, as messages quote them.

use crate::record::shortened;

/// A text in quotation marks, at most 40 characters of it. Characters that do not show, or turn the reading
/// direction, are written as escapes.
///
/// The core library's `{:?}` has tables of all characters for that, 5 KB of the npm package.
///
/// ```
/// use window_planner_core::quoted;
///
/// assert_eq!(quoted("a \"b\"\n\u{202e}"), r#""a \"b\"\n\u{202e}""#);
/// ```
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in shortened(text).chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            hidden if is_hidden(hidden) => quoted.extend(hidden.escape_unicode()),
            shown => quoted.push(shown),
        }
    }
    quoted.push('"');
    quoted
}

/// A character in single quotation marks, or its number where it does not show.
pub(crate) fn quoted_letter(letter: char) -> String {
    if is_hidden(letter) { letter.escape_unicode().to_string() } else { format!("'{letter}'") }
}

/// Whether a character shows nothing, or turns the direction of what follows.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || (letter.is_whitespace() && letter != ' ')
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}'
            | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_is_quoted_as_it_is() {
        assert_eq!(quoted("Größe 東京 🚀"), "\"Größe 東京 🚀\"");
        assert_eq!(quoted_letter('!'), "'!'");
    }

    #[test]
    fn what_does_not_show_is_told_by_its_number() {
        assert_eq!(quoted("a\0\u{a0}\u{200b}\u{2028}\u{2066}"), r#""a\u{0}\u{a0}\u{200b}\u{2028}\u{2066}""#);
        assert_eq!(quoted_letter('\u{202e}'), "\\u{202e}");
        assert_eq!(quoted_letter('\t'), "\\u{9}");
    }

    #[test]
    fn forty_characters_are_quoted() {
        assert_eq!(quoted(&"ä".repeat(41)), format!("\"{}\"", "ä".repeat(40)));
    }
}
