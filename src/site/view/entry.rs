//! An entry of a timeline, as lists show it.

use serde::{Serialize, Serializer};

use super::counting::Counting;
use super::ending::EndingView;
use super::links::{DocumentLink, Link};
use super::standing::StandingWord;
use crate::model::{DatedBy, Kind, NoticeType, PartialDate, Period, PlannedState, State, Wording};

/// What an entry is: a document of some kind, or something that the archive has computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryType {
    Document(Kind),
    /// A follow-up that was promised.
    PlannedFollowUp,
    /// The place got another name.
    Renamed,
    /// Months in which nothing was in force, as far as the archive knows.
    Gap,
}

impl EntryType {
    /// The word for it in templates and data; for a document, that of its kind.
    pub fn as_str(self) -> &'static str {
        match self {
            EntryType::Document(kind) => kind.as_str(),
            EntryType::PlannedFollowUp => "planned-follow-up",
            EntryType::Renamed => "renamed",
            EntryType::Gap => "gap",
        }
    }

    /// Every type once.
    pub fn all() -> impl Iterator<Item = EntryType> {
        let documents = Kind::ALL.iter().copied().filter(|kind| kind.is_archive());
        let computed = [EntryType::PlannedFollowUp, EntryType::Renamed, EntryType::Gap];
        documents.map(EntryType::Document).chain(computed)
    }
}

impl Serialize for EntryType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// An entry of a timeline. Fields that do not apply to its type are left out; lists are empty.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct EntryView {
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    /// Unique on its page: `e-<n>`.
    pub anchor: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Which of the document's dates that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    /// The document's title; empty for other entries.
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The document's language, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The language of the commitments, which are those of the original, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    pub draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_type: Option<NoticeType>,
    /// What the source calls itself, if that differs from the name of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// Whether it is an agreement that is also a pledge.
    pub includes_pledge: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The source prints no period.
    pub period_unknown: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_as_printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// What is to end the document otherwise than its period does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coming_end: Option<EndingView>,
    /// What has replaced the document.
    pub replaced_by: Vec<DocumentLink>,
    /// Whether it was signed after the period had begun.
    pub signed_late: bool,
    pub focus: Vec<Link>,
    /// Who judges something in a follow-up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assessed_by: Vec<String>,
    /// Who has made a follow-up without judging anything in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_by: Option<String>,
    pub third_party: bool,
    /// For a follow-up, what it follows up; for a planned one, the document that promised it.
    pub of: Vec<DocumentLink>,
    /// For a follow-up, the dates in its year for which it was promised.
    pub promised: Vec<PartialDate>,
    /// The state of a planned follow-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_state: Option<PlannedState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<DocumentLink>,
    /// A pledge's commitments, or an action plan's measures, in order.
    pub commitments: Vec<CommitmentLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counting: Option<Counting>,
    /// The type of a gap: `pledge` or `agreement`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_of: Option<EntryType>,
    /// The first and last month of a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_until: Option<PartialDate>,
    /// Whether something may have been in force in a gap, since nobody knows how long it was.
    pub gap_unclear: bool,
    /// The former and the new name of a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_name: Option<String>,
}

impl EntryView {
    /// An entry to which nothing applies yet.
    pub fn empty(entry_type: EntryType) -> EntryView {
        EntryView {
            entry_type,
            anchor: String::new(),
            date: None,
            dated_by: None,
            title: String::new(),
            href: None,
            language: None,
            original_language: None,
            summary: None,
            draft: false,
            wording: None,
            notice_type: None,
            called: None,
            includes_pledge: false,
            period: None,
            period_unknown: false,
            period_as_printed: None,
            state: None,
            coming_end: None,
            replaced_by: Vec::new(),
            signed_late: false,
            focus: Vec::new(),
            assessed_by: Vec::new(),
            reported_by: None,
            third_party: false,
            of: Vec::new(),
            promised: Vec::new(),
            planned_state: None,
            answered_by: None,
            commitments: Vec::new(),
            counting: None,
            gap_of: None,
            gap_from: None,
            gap_until: None,
            gap_unclear: false,
            from_name: None,
            to_name: None,
        }
    }
}

/// A commitment in one line.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CommitmentLine {
    pub text: String,
    /// A link to the commitment on the document's page.
    pub href: String,
    pub standing: StandingWord,
}
