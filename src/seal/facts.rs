//! What a package says of itself, gathered once for all of its descriptions.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use uuid::Uuid;

use crate::archive::{Archive, Linked};
use crate::diagnostic::Text;
use crate::language::Language;
use crate::model::settings::RecordsArchive;
use crate::model::{DocId, PlaceId};
use crate::seals::Seal;

/// The version of the program, which made the package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A package's facts.
pub struct PackageFacts<'a> {
    pub archive: &'a Archive,
    pub owner: &'a RecordsArchive,
    /// The name of the package, which is also that of its root folder.
    pub name: String,
    pub years: RangeInclusive<i16>,
    /// The day on which it is made.
    pub day: Date,
    /// The package that it adds to, if it is a supplement.
    pub adds_to: Option<&'a Seal>,
    /// The documents, in order of time.
    pub documents: Vec<DocId>,
    /// Those that an earlier package has too, and that have been corrected since.
    pub modified: Vec<DocId>,
    /// The documents of the archive that belong to no year, so that no package has them.
    pub yearless: Vec<DocId>,
    /// The documents without a PDF, each with the reason.
    pub without_pdf: BTreeMap<DocId, Text>,
}

impl<'a> PackageFacts<'a> {
    /// The language of the descriptions.
    pub fn language(&self) -> Language {
        self.archive.settings.language
    }

    /// A text in that language.
    pub fn say(&self, text: Text) -> String {
        text.in_language(self.language()).to_owned()
    }

    /// The years, `2020` or `2015–2025`.
    pub fn years_in_words(&self) -> String {
        years_in_words(&self.years)
    }

    /// The instant that every description gives: midnight of the day.
    pub fn instant(&self) -> String {
        format!("{}T00:00:00Z", self.day)
    }

    /// Who is responsible for the site, otherwise its title.
    pub fn publisher(&self) -> &'a str {
        let settings = &self.archive.settings;
        settings.publisher.as_deref().unwrap_or(&settings.title)
    }

    /// The package's identity: the same whenever the package of these years is made.
    pub fn uuid(&self) -> String {
        let settings = &self.archive.settings;
        let site = settings.base_url.as_deref().unwrap_or(self.publisher());
        let name = format!("{site}{}", self.name);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
    }

    /// `NEW` or `SUPPLEMENT`.
    pub fn status(&self) -> &'static str {
        if self.adds_to.is_some() { "SUPPLEMENT" } else { "NEW" }
    }

    /// What it is called in lists.
    pub fn title(&self) -> String {
        let (publisher, years) = (self.publisher(), self.years_in_words());
        format!("{}, {publisher}, {years}", self.archive.settings.title)
    }

    /// Whether there is any PDF.
    pub fn has_pdf(&self) -> bool {
        self.without_pdf.len() < self.documents.len()
    }

    /// The places that the documents belong to, sorted.
    pub fn places(&self) -> Vec<PlaceId> {
        let documents = self.documents.iter().map(|id| self.archive.document(*id));
        let mut places: Vec<PlaceId> = documents.flat_map(Linked::places).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Years, `2020` or `2015–2025`.
pub fn years_in_words(years: &RangeInclusive<i16>) -> String {
    let (first, last) = (years.start(), years.end());
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
