//! Bars of a table's rows: each part as wide as its number, on one axis for all rows.

use super::axis;
use crate::site::view::{BarAxis, BarPart};

/// Room for the last number of the axis.
const RIGHT: i32 = 30;

/// The scale of all bars of a table.
#[derive(Debug, Clone, Copy)]
pub struct Bars {
    /// What the longest bar counts.
    most: u32,
    /// Its width, in units.
    width: i32,
}

impl Bars {
    /// Beside columns of numbers.
    pub fn short(most: u32) -> Bars {
        Bars { most, width: 200 }
    }

    /// Of many parts.
    pub fn long(most: u32) -> Bars {
        Bars { most, width: 320 }
    }

    /// The axis of the bars.
    pub fn axis(self) -> BarAxis {
        BarAxis { width: self.width + RIGHT, ticks: axis::of_counts(self.most, self.width) }
    }

    /// The parts of a bar, each with its name and number.
    pub fn bar(self, parts: &[(&'static str, u32)]) -> Vec<BarPart> {
        let x = |sum: u32| {
            let x = i64::from(sum) * i64::from(self.width) / i64::from(self.most.max(1));
            i32::try_from(x).unwrap_or(self.width)
        };
        let mut sum = 0;
        let parts = parts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| {
            let from = x(sum);
            sum += count;
            BarPart { name, count: *count, x: from, width: x(sum) - from }
        });
        parts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_lie_side_by_side() {
        let parts = Bars::short(6).bar(&[("a", 1), ("b", 0), ("c", 2)]);
        let at: Vec<(&str, i32, i32)> =
            parts.iter().map(|part| (part.name, part.x, part.width)).collect();
        assert_eq!(at, [("a", 0, 33), ("c", 33, 67)]);
        assert_eq!(Bars::short(0).bar(&[("a", 0)]).len(), 0);
    }
}
