//! The places that an entry names beside the page's own. They differ from page to page where the rest
//! of the entry does not, and are therefore a part of their own.

use serde::Serialize;

use super::links::Link;

/// The places that an entry names; lists are empty if there is nothing to be said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct EntryPlaces {
    /// The places concerned, on pages across places and in a police area's list.
    pub places: Vec<Link>,
    /// How many they are, if they are too many to be named; otherwise 0.
    pub places_count: usize,
    /// The other municipalities of a joint document.
    pub joint_with: Vec<Link>,
    /// How many they are, if they are too many to be named; otherwise 0.
    pub joint_count: usize,
    /// The districts of this place that it concerns.
    pub districts: Vec<Link>,
    /// How many they are, if they are too many to be named; otherwise 0.
    pub districts_count: usize,
    /// The police area's name at the time, if it was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_name: Option<String>,
}
