//! The words for what the archive computes: the state of documents on the given date, what dates
//! them, and whether a promised follow-up has been published. The words that files may contain are
//! declared in the schema.

use serde::{Serialize, Serializer};

use crate::schema::{Status, vocabulary};

vocabulary! {
    /// The state of an agreement or pledge on the given date.
    State {
        /// Its period is unknown, or has begun and has no known end.
        Unknown = "unknown",
        /// Not yet begun.
        Upcoming = "upcoming",
        /// In force.
        InForce = "in-force",
        /// Its period has ended.
        Ended = "ended",
        /// It was ended before its time.
        Terminated = "terminated",
        /// Another has replaced it.
        Replaced = "replaced",
    }
}

vocabulary! {
    /// Which of a document's dates places it in time.
    DatedBy {
        /// `signed`
        Signed = "signed",
        /// `date`
        Date = "date",
        /// The period's first day.
        Period = "period",
        /// `announced`
        Announced = "announced",
        /// `published`
        Published = "published",
    }
}

vocabulary! {
    /// Whether a planned follow-up has been published.
    PlannedState {
        /// A follow-up answers it.
        Published = "published",
        /// Its last day has passed and the archive has none.
        Missing = "missing",
        /// Its time has not passed.
        Upcoming = "upcoming",
    }
}

/// The standing of a commitment, according to the parties' own follow-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The latest verdict.
    Judged(Status),
    /// A result was reported, but not judged.
    Reported,
    /// Only its document as a whole was followed up.
    AsAWhole,
    /// The archive has no follow-up of it.
    None,
}

impl Standing {
    /// The word for it in data; for a verdict, its status.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Judged(status) => status.as_str(),
            Standing::Reported => "reported",
            Standing::AsAWhole => "followed-up-as-a-whole",
            Standing::None => "none",
        }
    }

    /// The verdict, if there is one.
    pub fn status(self) -> Option<Status> {
        match self {
            Standing::Judged(status) => Some(status),
            Standing::Reported | Standing::AsAWhole | Standing::None => None,
        }
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
