//! How the viewer's language writes days and times, and where its week begins.
//!
//! The browser is asked once, when the first text is written. What it answers is kept as patterns and
//! names, so that a calendar of thousands of times costs no call into it.

#[cfg(target_arch = "wasm32")]
mod browser;
mod date;
mod pattern;
mod time;
mod week;

pub use date::DateForm;
pub use time::Times;
pub use week::Week;

use date::Dates;

/// What is known of the viewer's locale.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// Its name: `de-DE`.
    pub language: String,
    dates: Dates,
    /// Times of day.
    pub times: Times,
    /// The days of the week.
    pub week: Week,
}

impl Locale {
    /// `date` in one of the forms.
    #[must_use]
    pub fn date(&self, form: DateForm, date: chrono::NaiveDate) -> String {
        self.dates.of(form).write(date)
    }

    /// Two dates and what is between: the year is said once where they share it.
    #[must_use]
    pub fn dates(&self, form: DateForm, without_year: DateForm, dates: [chrono::NaiveDate; 2]) -> String {
        let [first, last] = dates;
        let (with, without) = (self.dates.of(form), self.dates.of(without_year));
        let (first_form, last_form) = match chrono::Datelike::year(&first) == chrono::Datelike::year(&last) {
            false => (with, with),
            true if with.begins_with_year() => (with, without),
            true => (without, with),
        };
        format!("{} – {}", first_form.write(first), last_form.write(last))
    }
}

thread_local! {
    #[cfg(target_arch = "wasm32")]
    static LOCALE: Locale = browser::locale();
    #[cfg(not(target_arch = "wasm32"))]
    static LOCALE: Locale = Locale::british();
}

/// Asks the viewer's locale.
pub fn with<T>(ask: impl FnOnce(&Locale) -> T) -> T {
    LOCALE.with(ask)
}

#[cfg(not(target_arch = "wasm32"))]
impl Locale {
    /// What a browser answers for `en-GB`; tests that need no browser read their texts so.
    #[must_use]
    pub fn british() -> Self {
        Self {
            language: "en-GB".to_owned(),
            dates: Dates::british(),
            times: Times::british(),
            week: Week::iso(),
        }
    }
}
