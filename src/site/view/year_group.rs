//! The entries of a timeline, grouped by year.

use serde::Serialize;

use super::shared::{Listed, Part};

/// The entries of one year, newest first; `null` for those without a date.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearGroup {
    pub year: Option<i16>,
    /// The link to the year's own page.
    pub href: Option<String>,
    pub entries: Vec<Listed>,
    /// How many entries stand on the year's own page only, because the timeline is long.
    #[serde(skip_serializing_if = "is_zero")]
    pub elsewhere: usize,
}

impl YearGroup {
    /// The parts of groups that other pages show as well.
    pub fn parts(groups: &[YearGroup]) -> impl Iterator<Item = Part<'_>> {
        groups.iter().flat_map(|group| &group.entries).flat_map(Listed::parts)
    }
}

fn is_zero(n: &usize) -> bool {
    *n == 0
}
