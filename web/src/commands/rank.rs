//! How well a text answers what was typed.

/// How many ranks there are.
pub const RANKS: usize = 6;

/// A query of more words is another text that was pasted: nothing answers it.
const MOST_WORDS: usize = 20;

/// The rank of a text, 0 for the best; none where it does not answer. Each word of the query has to be
/// found: it is the text, begins it, begins a word of it, is made of the beginnings of its words (`pp` for
/// `Production-Patching`), stands anywhere in it or in `also`, or has its letters in it one after the other.
/// The empty query is answered by everything.
#[must_use]
pub fn rank(query: &str, text: &str, also: &str) -> Option<usize> {
    if query.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let text = text.to_ascii_lowercase();
    query.split_whitespace().try_fold(0, |worst, word| {
        let word = word.to_ascii_lowercase();
        let rank = match text.find(&word) {
            Some(_) if text == word => 0,
            Some(0) => 1,
            _ if begins_word(&text, &word) => 2,
            _ if is_among(&word, beginnings(&text)) => 3,
            Some(_) => 4,
            None if begins_word(also, &word) => 4,
            None if word.len() > 2 && is_among(&word, text.chars()) => 5,
            None => return None,
        };
        Some(worst.max(rank))
    })
}

/// Whether a word of `text` begins with `word`.
fn begins_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|before| !before.is_alphanumeric())
    })
}

/// The first characters of the words of `text`.
fn beginnings(text: &str) -> impl Iterator<Item = char> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next())
}

/// Whether all characters of `word` are among `chars`, in their order.
fn is_among(word: &str, mut chars: impl Iterator<Item = char>) -> bool {
    word.chars().all(|wanted| chars.any(|found| found == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_a_text_is_to_what_was_typed_the_better() {
        let text = "Production-Patching";
        for (query, expected) in [
            ("", Some(0)),
            ("production-patching", Some(0)),
            ("Prod", Some(1)),
            ("patch", Some(2)),
            ("pp", Some(3)),
            ("duct", Some(4)),
            ("pdtc", Some(5)),
            ("prod patch", Some(2)),
            ("prod zzz", None),
            ("dp", None),
            ("é\u{202e}", None),
        ] {
            assert_eq!(rank(query, text, ""), expected, "{query}");
            assert!(expected.is_none_or(|rank| rank < RANKS));
        }
    }

    #[test]
    fn a_text_that_was_pasted_by_mistake_is_answered_by_nothing() {
        assert_eq!(rank(&"a ".repeat(MOST_WORDS), "a", ""), Some(0));
        assert_eq!(rank(&"a ".repeat(50_000), "a", ""), None);
    }

    #[test]
    fn other_words_are_found_by_their_beginning() {
        assert_eq!(rank("create", "New window", "begin create add"), Some(4));
        assert_eq!(rank("reate", "New window", "begin create add"), None);
    }
}
