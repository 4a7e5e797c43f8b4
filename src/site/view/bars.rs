//! A bar of a table's row.

use serde::Serialize;

/// A part of a bar, in units of which the longest bar has 200.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct BarPart {
    pub name: &'static str,
    pub count: u32,
    pub x: u32,
    pub width: u32,
}
