//! Names of resources, made of the names of windows.

use serde_json::{Map, Value};

/// The most characters that are taken from a window's name: all of one that AWS takes.
const LONGEST: usize = 128;

/// How a format spells its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// `ProdPatching2`: letters and digits, as CloudFormation's logical ids.
    Joined,
    /// `prod_patching_2`: Terraform's custom; the first is no digit.
    Underscored,
}

/// Gives each resource of one file a name of its own.
#[derive(Debug)]
pub(super) struct Names {
    spelling: Spelling,
    /// Each name that was given, with the number that the next one of it gets. A JSON object, because
    /// the code for it is there.
    given: Map<String, Value>,
}

impl Names {
    pub(super) fn new(spelling: Spelling) -> Self {
        Self { spelling, given: Map::new() }
    }

    /// A legal name that resembles `name` and was not given before; `fallback` stands for a name of
    /// which no letter and no digit is left.
    pub(super) fn give(&mut self, name: &str, fallback: &'static str) -> String {
        let mut base = self.spelled(name);
        if base.is_empty() {
            base = self.spelled(fallback);
        } else if self.spelling == Spelling::Underscored
            && base.starts_with(|first: char| first.is_ascii_digit())
        {
            base = format!("{}_{base}", self.spelled(fallback));
        }
        let mut number = self.given.get(&base).and_then(Value::as_u64).unwrap_or(1);
        loop {
            let name = match (number, self.spelling) {
                (1, _) => base.clone(),
                (_, Spelling::Joined) => format!("{base}{number}"),
                (_, Spelling::Underscored) => format!("{base}_{number}"),
            };
            number = number.saturating_add(1);
            if !self.given.contains_key(&name) {
                self.given.insert(name.clone(), 2.into());
                self.given.insert(base, number.into());
                return name;
            }
        }
    }

    fn spelled(&self, name: &str) -> String {
        let name: String = name.chars().take(LONGEST).collect();
        let words =
            name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        match self.spelling {
            Spelling::Joined => words.map(capitalized).collect(),
            Spelling::Underscored => words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_"),
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_resemble_those_of_the_windows() {
        let mut joined = Names::new(Spelling::Joined);
        let mut underscored = Names::new(Spelling::Underscored);
        for (name, of_cloudformation, of_terraform) in [
            ("prod-patching_1.x", "ProdPatching1X", "prod_patching_1_x"),
            ("Prod.Patching.1.x", "ProdPatching1X2", "prod_patching_1_x_2"),
            ("...", "Window", "window"),
            ("2nd", "2nd", "window_2nd"),
            ("für", "FR", "f_r"),
        ] {
            assert_eq!(joined.give(name, "window"), of_cloudformation);
            assert_eq!(underscored.give(name, "window"), of_terraform);
        }
    }

    proptest! {
        #[test]
        fn every_name_is_legal_and_given_once(names in prop::collection::vec("[a-b1-2_.-]{0,4}|\\PC{0,9}", 0..40)) {
            for spelling in [Spelling::Joined, Spelling::Underscored] {
                let mut given = Names::new(spelling);
                let made: Vec<String> = names.iter().map(|name| given.give(name, "window")).collect();
                let unique: BTreeSet<&String> = made.iter().collect();
                prop_assert_eq!(unique.len(), made.len());
                for name in &made {
                    let is_legal = |letter: char| letter.is_ascii_alphanumeric()
                        || (letter == '_' && spelling == Spelling::Underscored);
                    prop_assert!(!name.is_empty() && name.chars().all(is_legal));
                    prop_assert!(spelling == Spelling::Joined || !name.starts_with(|first: char| first.is_ascii_digit()));
                }
            }
        }
    }
}
