//! What a place is, as several of its pages say it.

use serde::Serialize;

use crate::model::{Kind, PartialDate};

/// What a place is.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceHead {
    pub kind: Kind,
    pub id: String,
    /// The full display name.
    pub title: String,
    /// To its timeline, from the page it stands on.
    pub href: String,
    /// A municipality's code.
    pub code: Option<String>,
    /// A municipality's county.
    pub county: Option<String>,
    /// A police area's region (polisregion) and police district (polisområde).
    pub region: Option<String>,
    pub police_district: Option<String>,
    /// A district's or police area's life.
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}
