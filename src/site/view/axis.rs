//! The lines across a drawing, of years or of numbers.

use serde::Serialize;

/// Where a year begins, or where a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct AxisTick {
    /// The year or the number.
    pub value: i32,
    pub x: i32,
    /// Whether there is room for it beside its line.
    pub labelled: bool,
}
