//! Bars of a table's rows, on one axis.

use serde::Serialize;

use super::axis::AxisTick;

/// What all bars of a table have in common. Units are those of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BarAxis {
    /// Of a drawing: the longest bar, and room for the last number.
    pub width: i32,
    pub ticks: Vec<AxisTick>,
}

/// A part of a bar, and how many it stands for.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct BarPart {
    pub name: &'static str,
    pub count: u32,
    pub x: i32,
    pub width: i32,
}
