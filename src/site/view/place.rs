//! The head of a place, as several of its pages show it.

use serde::Serialize;

use crate::model::{AreaLevel, Kind, PartialDate};

/// The head of a place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceHead {
    pub kind: Kind,
    pub id: String,
    /// The full name.
    pub title: String,
    /// The link to its timeline, relative to the page that it is on.
    pub href: String,
    /// A municipality's code.
    pub code: Option<String>,
    /// A municipality's county.
    pub county: Option<String>,
    /// A police area's level.
    pub level: Option<AreaLevel>,
    /// A police area's region (polisregion) and police district (polisområde).
    pub region: Option<String>,
    pub police_district: Option<String>,
    /// When a district or police area existed.
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}
