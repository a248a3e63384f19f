//! What was given to be imported, as text.

use super::preview::MOST_CALENDAR_BYTES;
use crate::numerals::decimal;
use std::sync::Arc;
use window_planner_core::{freeze::Calendar, import::File};

/// How many bytes are read of one import, all files together: thousands of windows.
pub const MOST_BYTES: usize = 10 << 20;

/// How many files are read of one import.
pub const MOST_FILES: usize = 100;

/// More than so many bytes are read in slices.
const MANY_BYTES: usize = 300_000;

/// What is being imported, from the first step on.
#[derive(Clone, Debug, PartialEq)]
pub enum Importing {
    /// The viewer is asked what.
    Asking,
    /// Files are being read.
    Reading,
    /// What was given is looked at; the plan is as it was.
    Looking(Gathered),
    /// The plan of a link is looked at; the plan is as it was.
    Opening(Gathered),
}

impl Importing {
    /// What is looked at.
    #[must_use]
    pub fn given(&self) -> Option<&Gathered> {
        match self {
            Self::Looking(given) | Self::Opening(given) => Some(given),
            Self::Asking | Self::Reading => None,
        }
    }
}

/// What was given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// What can be read as text.
    pub files: Vec<Given>,
    /// What cannot.
    pub refused: Vec<Refused>,
}

/// A text with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The file's name, or what stands for it.
    pub name: String,
    /// All of it.
    pub text: Arc<str>,
}

/// What is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name.
    pub name: String,
    /// Why, and what to do.
    pub reason: String,
}

impl Gathered {
    /// Why a further file of this size is not read; none when it is. Ask before reading: a file of any
    /// size is refused at once.
    #[must_use]
    pub fn refusal(&self, size: f64) -> Option<String> {
        let so_far: usize = self.files.iter().map(|file| file.text.len()).sum();
        if self.files.len() >= MOST_FILES {
            return Some(format!("{MOST_FILES} files are read at once. Import the others after these."));
        }
        if size > megabytes(MOST_BYTES) * BYTES {
            return Some(format!(
                "It has {} MB; at most {} MB are read. Is this the right file?",
                decimal(size / BYTES, 0),
                decimal(megabytes(MOST_BYTES), 0)
            ));
        }
        (size / BYTES + megabytes(so_far) > megabytes(MOST_BYTES)).then(|| {
            format!(
                "With it the files have more than {} MB. Import it after the others.",
                decimal(megabytes(MOST_BYTES), 0)
            )
        })
    }

    /// Adds a file by its bytes.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        match text_of(bytes) {
            // Before it is read: what cannot be kept is not worth the work.
            Ok(text) if text.len() > MOST_CALENDAR_BYTES && Calendar::is_begun_by(&text) => {
                let size = decimal(megabytes(text.len()), 0);
                self.refuse(
                    name,
                    format!(
                        "It is a calendar of {size} MB; a plan can have {} MB of calendars. Export the part that matters: a year, or the calendar of freezes alone.",
                        decimal(megabytes(MOST_CALENDAR_BYTES), 0)
                    ),
                );
            }
            Ok(text) => self.files.push(Given { name, text: text.into() }),
            Err(reason) => self.refuse(name, reason),
        }
    }

    /// Adds what is not read, and why.
    pub fn refuse(&mut self, name: String, reason: impl Into<String>) {
        self.refused.push(Refused { name, reason: reason.into() });
    }

    /// Whether it takes more than a slice to read: a thousand windows, as AWS's clients print them.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.files.iter().map(|file| file.text.len()).sum::<usize>() > MANY_BYTES
    }

    /// The files as the core takes them.
    pub fn as_files(&self) -> impl Iterator<Item = File<'_>> {
        self.files.iter().map(|file| File { name: &file.name, text: &file.text })
    }
}

/// The bytes of a megabyte.
const BYTES: f64 = 1_048_576.0;

#[expect(clippy::cast_precision_loss, reason = "to be shown, and far below where doubles skip integers")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / BYTES
}

/// The text of a file: UTF-8, or UTF-16 with its mark, which Windows PowerShell writes for `>`.
///
/// # Errors
///
/// What to do about a file that is no text.
pub fn text_of(bytes: Vec<u8>) -> Result<String, &'static str> {
    const NO_TEXT: &str = "It is no text. Give JSON as AWS's clients print it, or an iCalendar file (.ics).";
    let utf16 = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| NO_TEXT)
    };
    let text = match &bytes[..] {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes)?,
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes)?,
        [b'P', b'K', 3, 4, ..] | [0x1F, 0x8B, ..] => return Err("It is an archive. Unpack it first."),
        _ => String::from_utf8(bytes).map_err(|_| NO_TEXT)?,
    };
    if text.contains('\0') { Err(NO_TEXT) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_powershell_writes_is_text() {
        for (mark, bytes) in
            [([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xFE, 0xFF], u16::to_be_bytes)]
        {
            let file = mark.into_iter().chain("{\"Näme\": 1}".encode_utf16().flat_map(bytes));
            assert_eq!(text_of(file.collect()).as_deref(), Ok("{\"Näme\": 1}"));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0"[..], b"{\"a\": \"\0\"}", b"\xFF\xFE\x00\xD8", b"caf\xE9"] {
            assert!(text_of(bytes.to_vec()).is_err_and(|reason| reason.starts_with("It is no text.")));
        }
        assert_eq!(text_of(b"PK\x03\x04rest".to_vec()), Err("It is an archive. Unpack it first."));
        assert_eq!(text_of(Vec::new()).as_deref(), Ok(""));
    }

    #[test]
    fn a_file_is_refused_for_its_size_and_for_what_came_before() {
        let mut gathered = Gathered::default();
        let most = megabytes(MOST_BYTES) * BYTES;
        assert_eq!(gathered.refusal(most), None);
        assert_eq!(
            gathered.refusal(50.0 * BYTES).as_deref(),
            Some("It has 50 MB; at most 10 MB are read. Is this the right file?")
        );
        gathered.add("a.json".to_owned(), vec![b' '; 8 << 20]);
        assert_eq!(gathered.refusal(2.0 * BYTES), None);
        assert!(gathered.refusal(3.0 * BYTES).is_some_and(|reason| reason.starts_with("With it")));
        gathered.add("a.ics".to_owned(), [b"BEGIN:VCALENDAR\n", vec![b' '; 3 << 20].as_slice()].concat());
        assert!(
            gathered.refused.pop().is_some_and(|file| file.reason.starts_with("It is a calendar of 3 MB;"))
        );
        gathered.files = vec![Given { name: "a".to_owned(), text: "".into() }; MOST_FILES];
        assert!(gathered.refusal(0.0).is_some_and(|reason| reason.starts_with("100 files")));
    }
}
