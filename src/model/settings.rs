//! `site.toml` as read.

use std::sync::Arc;

use super::date::PartialDate;
use super::document::Accept;
use crate::diagnostic::{Code, Source, Span, Spanned};
use crate::language::Language;
pub use crate::schema::{AssessmentMethod, Compliance, Licence};

/// What `site.toml` says.
#[derive(Debug)]
pub struct Settings {
    /// The file, for problems with it.
    pub source: Arc<Source>,
    pub title: String,
    pub language: Language,
    /// Who is responsible for the site.
    pub publisher: Option<String>,
    /// Absolute, ending in `/`. Required for feeds, the sitemap, canonical addresses and the 404
    /// page.
    pub base_url: Option<String>,
    /// A folder in `themes/`, or `default`.
    pub theme: Spanned<String>,
    /// `#rrggbb`
    pub colour: Option<Spanned<String>>,
    /// A file in the site's folder.
    pub logo: Option<Spanned<String>>,
    /// Where to write about a mistake; an e-mail address.
    pub contact: Option<String>,
    /// Where to ask for an original that is not here; an e-mail address.
    pub records: Option<String>,
    /// Whether the site has a page for searching.
    pub search: bool,
    /// The folder of the site's own output, relative to the site's folder or absolute; `public` if
    /// not given.
    pub output: Option<Spanned<String>>,
    pub accessibility: Option<Accessibility>,
    /// Labels that lists take together. No label is in two of them.
    pub subjects: Vec<SubjectGroup>,
    /// What yearly packages need to know.
    pub archive: Option<RecordsArchive>,
    /// What the catalogue of open data needs to know.
    pub data: Option<OpenData>,
    /// Where the site can be published, the target without a name first, then in the order of the
    /// file.
    pub publish: Vec<PublishTarget>,
    /// Warnings and advice that are accepted in all files.
    pub accept: Vec<Accept>,
}

impl Settings {
    /// The index of the `[[accept]]` that silences the warnings and advice of a code.
    pub fn accepts(&self, code: Code) -> Option<usize> {
        self.accept.iter().position(|accept| accept.is_of(code))
    }

    /// The folder of the site's own output, relative to the site's folder or absolute.
    pub fn output(&self) -> &str {
        self.output.as_ref().map_or("public", |output| output.as_str())
    }

    /// The settings used if `site.toml` could not be read, so that everything else can still be
    /// checked.
    pub fn missing() -> Settings {
        Settings {
            source: Source::path_only("site.toml"),
            title: "Löftesarkiv".to_owned(),
            language: Language::Swedish,
            publisher: None,
            base_url: None,
            theme: Spanned::new("default".to_owned(), 0..0),
            colour: None,
            logo: None,
            contact: None,
            records: None,
            search: true,
            output: None,
            accessibility: None,
            subjects: Vec::new(),
            archive: None,
            data: None,
            publish: Vec::new(),
            accept: Vec::new(),
        }
    }
}

/// `[[subjects]]`: a subject that documents write in several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectGroup {
    /// What lists call it.
    pub label: Spanned<String>,
    /// How it is otherwise written.
    pub includes: Vec<Spanned<String>>,
}

/// `[archive]`: what a yearly package tells the records archive about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsArchive {
    pub span: Span,
    /// The authority whose records they are.
    pub creator: String,
    /// An organisation number, `NNNNNN-NNNN`, with a correct check digit.
    pub creator_id: String,
    /// An e-mail address of a function.
    pub contact: String,
    /// The unit that makes the package.
    pub unit: Option<String>,
    /// The archive that receives it.
    pub receiver: Option<String>,
    /// As `creator_id`.
    pub receiver_id: Option<String>,
    /// The reference of the submission agreement.
    pub agreement: Option<String>,
    /// The case number of the delivery.
    pub reference: Option<String>,
    pub classification: Option<String>,
    /// What the municipality says about secrecy, and about disposal.
    pub secrecy: Option<String>,
    pub disposal: Option<String>,
}

/// `[data]`: what the catalogue of open data tells about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenData {
    pub span: Span,
    /// An e-mail address of a function.
    pub contact: String,
    pub licence: Licence,
}

/// `[publish]` or `[publish.NAME]`: a place to which the site is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishTarget {
    /// `None` for `[publish]` itself.
    pub name: Option<String>,
    /// A folder, or an address that begins with `sftp://`, as written.
    pub to: Spanned<String>,
}

/// `[accessibility]`: the statement that the law requires (lag 2018:1937 13 §; MDFFS).
#[derive(Debug)]
pub struct Accessibility {
    pub span: Span,
    pub status: Option<Compliance>,
    /// When the site was assessed.
    pub assessed: Option<Spanned<PartialDate>>,
    /// When the statement was last updated.
    pub updated: Option<PartialDate>,
    pub method: Option<AssessmentMethod>,
    /// Where to write about a fault.
    pub contact: Option<String>,
    pub contact_url: Option<String>,
    /// The supervising authority.
    pub supervisor: Option<String>,
    pub supervisor_url: Option<String>,
    /// Disproportionate burden, 12 §.
    pub burden: Option<String>,
    /// Content outside the law, 9 §.
    pub outside_law: Option<String>,
    pub faults: Vec<AccessibilityFault>,
}

/// `[[accessibility.faults]]`
#[derive(Debug)]
pub struct AccessibilityFault {
    /// Who is affected, such as "utan synförmåga".
    pub situation: Option<String>,
    pub text: String,
    pub reason: Option<String>,
}
