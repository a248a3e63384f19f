//! Why the plan was not stored.

/// Why the browser has not stored what it was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Another tab has stored something since.
    Conflict,
    /// There is no room.
    Full,
    /// The page may store nothing.
    Blocked,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl Refusal {
    /// What is so, in a sentence.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Conflict => "Another tab has stored something since.".to_owned(),
            Self::Full => "The browser's storage is full.".to_owned(),
            Self::Blocked => "The browser lets this page store nothing.".to_owned(),
            Self::Failed(words) => {
                format!("The browser's database cannot be used: {}.", words.trim_end_matches('.'))
            }
        }
    }
}
