//! The few texts that pages need before they are rendered: titles and the names in "Du är här". They
//! come from the theme's strings, table `[labels]`, like every other text.

use serde::{Deserialize, Serialize};

/// Titles of the pages that no document names. `{…}` stands for what is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    pub start: String,
    pub municipalities: String,
    pub police_areas: String,
    pub districts: String,
    pub places: String,
    pub years: String,
    /// `{year}`
    pub year: String,
    pub subjects: String,
    /// `{label}`
    pub subject: String,
    pub documents: String,
    pub accessibility: String,
    pub not_found: String,
    /// `{title}`
    pub moved: String,
    /// `{address}`
    pub withdrawn: String,
    /// `{title}`: the embedded version of a timeline.
    pub embedded: String,
    /// `{count}`: "6 kommuner", in the title of a document that concerns many.
    pub many_municipalities: String,
    pub municipality: String,
    pub police_area: String,
    pub district: String,
}
