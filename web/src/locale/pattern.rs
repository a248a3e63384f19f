//! The order in which a language puts the parts of a date or a time, and what stands between them.

/// What a piece of a date or a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The day of the week.
    Weekday,
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
    /// The hour, of 12 or of 24.
    Hour,
    /// The minute.
    Minute,
    /// The second.
    Second,
    /// The half of the day: AM or PM.
    Period,
}

/// A piece of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that is always the same.
    Literal(String),
    /// A part.
    Part(Part),
}

/// The pieces of a date or a time, in the order of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Piece>);

impl Pattern {
    /// A pattern of these pieces, with plain spaces, and without a comma beside the weekday: dates stand
    /// in lines that commas part already, and whether English has this comma changes with the browser.
    #[must_use]
    pub fn new(mut pieces: Vec<Piece>) -> Self {
        let is_weekday = |piece: Option<&Piece>| piece == Some(&Piece::Part(Part::Weekday));
        for place in 0..pieces.len() {
            let is_beside = is_weekday(pieces.get(place + 1))
                || place.checked_sub(1).is_some_and(|before| is_weekday(pieces.get(before)));
            if let Some(Piece::Literal(text)) = pieces.get_mut(place) {
                *text = text.replace(['\u{a0}', '\u{2009}', '\u{202f}'], " ");
                if is_beside {
                    *text = text.replace([',', '،'], "");
                }
            }
        }
        Self(pieces)
    }

    /// The pattern with each part replaced by what `value` says of it.
    #[must_use]
    pub fn fill(&self, value: impl Fn(Part) -> String) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Part(part) => value(*part),
        };
        self.0.iter().map(text).collect()
    }

    /// Whether it says `part`.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.0.contains(&Piece::Part(part))
    }

    /// The part that comes first.
    #[must_use]
    pub fn first(&self) -> Option<Part> {
        self.0.iter().find_map(|piece| match piece {
            Piece::Part(part) => Some(*part),
            Piece::Literal(_) => None,
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Pattern {
    /// A pattern by the letters that CLDR has for the parts: `E d M y`, `h:m a`.
    #[must_use]
    pub fn of_letters(letters: &str) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for letter in letters.chars() {
            let part = match letter {
                'E' => Part::Weekday,
                'd' => Part::Day,
                'M' => Part::Month,
                'y' => Part::Year,
                'h' => Part::Hour,
                'm' => Part::Minute,
                's' => Part::Second,
                'a' => Part::Period,
                other => {
                    match pieces.last_mut() {
                        Some(Piece::Literal(text)) => text.push(other),
                        _ => pieces.push(Piece::Literal(other.to_string())),
                    }
                    continue;
                }
            };
            pieces.push(Piece::Part(part));
        }
        Self::new(pieces)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn filled(letters: &str) -> String {
        Pattern::of_letters(letters).fill(|part| format!("<{part:?}>"))
    }

    #[test]
    fn the_order_and_what_stands_between_are_the_languages() {
        assert_eq!(filled("d. M y"), "<Day>. <Month> <Year>");
        assert_eq!(filled("y年M月d日(E)"), "<Year>年<Month>月<Day>日(<Weekday>)");
    }

    #[test]
    fn no_comma_parts_a_weekday_from_its_date() {
        assert_eq!(filled("E, M d, y"), "<Weekday> <Month> <Day>, <Year>");
        assert_eq!(filled("E، d M y"), "<Weekday> <Day> <Month> <Year>");
        assert_eq!(filled("y. M d., E"), "<Year>. <Month> <Day>. <Weekday>");
    }

    #[test]
    fn spaces_are_plain_ones() {
        assert_eq!(filled("h:m\u{202f}a"), "<Hour>:<Minute> <Period>");
    }
}
