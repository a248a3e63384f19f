//! A file → the objects in it, each with its place.

use crate::place::{Notation, Place};
use anyhow::{Context, bail};
use std::io::Read;
use std::ops::Range;
use window_planner_core::diagnostic::Diagnostic;
use window_planner_core::freeze::Calendar;
use window_planner_core::import::{self, GREATEST_SIZE, Kind, Lines};
use window_planner_core::window::{CreateMaintenanceWindowRequest, Request, UpdateMaintenanceWindowRequest};

/// A file and its text.
#[derive(Debug)]
pub(crate) struct Document {
    /// As it was named; `<stdin>` for standard input.
    pub(crate) name: String,
    pub(crate) text: String,
    lines: Lines,
    is_ascii: bool,
}

impl Document {
    /// Reads a file; standard input for `-`.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is too large, or is not text in UTF-8.
    pub(crate) fn read(path: &str) -> anyhow::Result<Self> {
        let (name, input): (_, Box<dyn Read>) = match path {
            "-" => ("<stdin>", Box::new(std::io::stdin())),
            path => {
                let file = std::fs::File::open(path).with_context(|| format!("{path} cannot be read"))?;
                (path, Box::new(file))
            }
        };
        let mut bytes = Vec::new();
        input
            .take(GREATEST_SIZE as u64 + 1)
            .read_to_end(&mut bytes)
            .with_context(|| format!("{name} cannot be read"))?;
        if bytes.len() > GREATEST_SIZE {
            bail!("{name} has more than 64 MiB. Is this the right file?");
        }
        let Ok(text) = String::from_utf8(bytes) else {
            bail!("{name} is not text in UTF-8. Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).");
        };
        let text = text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text);
        Ok(Self::new(name.to_owned(), text))
    }

    pub(crate) fn new(name: String, text: String) -> Self {
        Self { name, lines: Lines::of(&text), is_ascii: text.is_ascii(), text }
    }

    /// Reads several files.
    ///
    /// # Errors
    ///
    /// When one of them cannot be read.
    pub(crate) fn read_all(paths: &[String]) -> anyhow::Result<Vec<Self>> {
        paths.iter().map(|path| Self::read(path)).collect()
    }

    /// The document, for the core to read.
    pub(crate) fn as_file(&self) -> import::File<'_> {
        import::File { name: &self.name, text: &self.text }
    }

    /// Whether it is a calendar, not JSON.
    pub(crate) fn is_calendar(&self) -> bool {
        Calendar::is_begun_by(&self.text)
    }

    /// The objects in it.
    pub(crate) fn items(&self) -> Items<'_> {
        let import::Items { items, remarks } = import::items(&self.text);
        Items {
            items: items.into_iter().map(|object| Item { document: self, object }).collect(),
            remarks: remarks
                .into_iter()
                .map(|import::Remark { finding, bytes }| Remark { finding, place: self.place(bytes) })
                .collect(),
        }
    }

    fn place(&self, value: Range<usize>) -> Place<'_> {
        let is_string = self.text.get(value.clone()).is_some_and(|text| text.starts_with('"'));
        let notation = if is_string { Notation::JsonString } else { Notation::Plain };
        Place {
            origin: &self.name,
            source: &self.text,
            line: self.lines.number_at(value.start),
            line_start: self.lines.start_at(value.start),
            is_ascii: self.is_ascii,
            value,
            notation,
        }
    }
}

/// What a [`Document`] holds.
#[derive(Debug)]
pub(crate) struct Items<'d> {
    pub(crate) items: Vec<Item<'d>>,
    /// What is to be said of the file itself: where it is no JSON, that it has more pages.
    pub(crate) remarks: Vec<Remark<'d>>,
}

/// A finding about a file.
#[derive(Debug)]
pub(crate) struct Remark<'d> {
    pub(crate) finding: Diagnostic,
    pub(crate) place: Place<'d>,
}

/// An object of a [`Document`].
#[derive(Debug)]
pub(crate) struct Item<'d> {
    document: &'d Document,
    pub(crate) object: import::Item<'d>,
}

impl Item<'_> {
    pub(crate) fn kind(&self) -> Kind {
        self.object.kind
    }

    /// Whether it defines a window, or a part of one: a request, or a window that AWS tells.
    pub(crate) fn is_definition(&self) -> bool {
        matches!(self.kind(), Kind::Create | Kind::Update | Kind::Window)
    }

    /// The definition in it, as far as there is one, and what cannot be read of it.
    pub(crate) fn definition(&self) -> (CreateMaintenanceWindowRequest, Vec<Diagnostic>) {
        if self.kind() == Kind::Window {
            return self.object.described_definition();
        }
        let (value, mut found) = self.object.value();
        let (definition, findings) = if self.kind() == Kind::Update {
            let (update, findings) = UpdateMaintenanceWindowRequest::from_value(value.into());
            (update.applied_to(&CreateMaintenanceWindowRequest::default()), findings)
        } else {
            CreateMaintenanceWindowRequest::from_value(value.into())
        };
        found.extend(findings);
        (definition, found)
    }

    /// Where the field stands that a finding is about: its name where that is wrong, the object's
    /// beginning where it is missing.
    pub(crate) fn place(&self, finding: &Diagnostic) -> Place<'_> {
        self.document.place(self.object.place(finding))
    }
}
