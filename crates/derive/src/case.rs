//! How names are spelled in JSON.

/// A rule of serde's `rename_all`.
#[derive(Clone, Copy)]
pub(crate) enum Case {
    Camel,
    Kebab,
    Lower,
    Pascal,
    ScreamingSnake,
}

impl Case {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "camelCase" => Some(Self::Camel),
            "kebab-case" => Some(Self::Kebab),
            "lowercase" => Some(Self::Lower),
            "PascalCase" => Some(Self::Pascal),
            "SCREAMING_SNAKE_CASE" => Some(Self::ScreamingSnake),
            _ => None,
        }
    }

    /// Spells a name that Rust has as `snake_case` or `PascalCase`.
    pub(crate) fn spell(self, name: &str) -> String {
        let words = words(name);
        match self {
            Self::Camel => {
                let mut rest = words.iter();
                let first = rest.next().cloned().unwrap_or_default();
                first + &rest.map(|word| capitalized(word)).collect::<String>()
            }
            Self::Kebab => words.join("-"),
            Self::Lower => words.concat(),
            Self::Pascal => words.iter().map(|word| capitalized(word)).collect(),
            Self::ScreamingSnake => words.join("_").to_ascii_uppercase(),
        }
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.trim_start_matches("r#").chars() {
        if letter == '_' || letter.is_ascii_uppercase() && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter != '_') {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_as_serde_spells_them() {
        assert_eq!(Case::Pascal.spell("schedule_timezone"), "ScheduleTimezone");
        assert_eq!(Case::Pascal.spell("output_s3_bucket_name"), "OutputS3BucketName");
        assert_eq!(Case::Camel.spell("clock_change"), "clockChange");
        assert_eq!(Case::Kebab.spell("AwsCli"), "aws-cli");
        assert_eq!(Case::Lower.spell("Error"), "error");
        assert_eq!(Case::ScreamingSnake.spell("InProgress"), "IN_PROGRESS");
    }
}
