//! The words for what the archive computes: how documents stand on the day, what dates them, whether
//! a promised follow-up came. The words that files may hold are declared in the schema.

use crate::schema::vocabulary;

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
