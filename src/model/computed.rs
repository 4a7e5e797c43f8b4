//! The words for what the archive computes: how documents stand on the day, what dates them, whether
//! a promised follow-up came. The words that files may hold are declared in the schema.

use serde::{Serialize, Serializer};

use crate::schema::{Status, vocabulary};

vocabulary! {
    /// How an agreement or pledge stands on the day.
    State {
        /// Unknown period, or begun and without known end.
        Unknown = "unknown",
        /// Not yet begun.
        Upcoming = "upcoming",
        /// In force.
        InForce = "in-force",
        /// Its period is over.
        Ended = "ended",
        /// Ended before its time.
        Terminated = "terminated",
        /// Another took its place.
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
    /// Whether a planned follow-up came.
    PlannedState {
        /// A follow-up answers it.
        Published = "published",
        /// Its last day has passed and the archive has none.
        Missing = "missing",
        /// Still to come.
        Upcoming = "upcoming",
    }
}

/// How a commitment stands, by what the parties' own follow-ups say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The latest verdict.
    Judged(Status),
    /// A result was told, and nothing judged.
    Reported,
    /// Only the whole of its document was followed up.
    AsAWhole,
    /// The archive has no follow-up of it.
    None,
}

impl Standing {
    /// The word that data know it by: of a verdict its status.
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
