//! Times of day, by 24 hours or by 12.

/// By how many hours a description counts the times of a day; named as ECMA-402 names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HourCycle {
    /// `23:30`.
    #[default]
    H23,
    /// `11:30 PM`.
    H12,
}

impl HourCycle {
    /// `23:30` or `11:30 PM`; seconds only where there are some.
    pub(super) fn time(self, hour: u16, minute: u16, second: u16) -> String {
        let seconds = if second == 0 { String::new() } else { format!(":{second:02}") };
        match self {
            Self::H23 => format!("{hour:02}:{minute:02}{seconds}"),
            Self::H12 => format!("{}:{minute:02}{seconds} {}", of_twelve(hour), half(hour)),
        }
    }

    /// `23` or `11 PM`.
    pub(super) fn hour(self, hour: u16) -> String {
        match self {
            Self::H23 => format!("{hour:02}"),
            Self::H12 => format!("{} {}", of_twelve(hour), half(hour)),
        }
    }
}

const fn of_twelve(hour: u16) -> u16 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

const fn half(hour: u16) -> &'static str {
    if hour < 12 { "AM" } else { "PM" }
}
