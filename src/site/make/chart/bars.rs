//! Bars of a table's row: each part as wide as its number, on one scale for all rows.

use crate::site::view::BarPart;

/// The width of the longest bar, in units.
const WIDTH: u32 = 200;

/// The parts of a bar, each with its name and number; `most` is what the longest bar counts.
pub fn bar_of(parts: &[(&'static str, u32)], most: u32) -> Vec<BarPart> {
    let x = |sum: u32| sum * WIDTH / most.max(1);
    let mut sum = 0;
    let parts = parts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| {
        let from = x(sum);
        sum += count;
        BarPart { name, count: *count, x: from, width: x(sum) - from }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_lie_side_by_side() {
        let parts = bar_of(&[("a", 1), ("b", 0), ("c", 2)], 6);
        let at: Vec<(&str, u32, u32)> =
            parts.iter().map(|part| (part.name, part.x, part.width)).collect();
        assert_eq!(at, [("a", 0, 33), ("c", 33, 67)]);
        assert_eq!(bar_of(&[("a", 0)], 0).len(), 0);
    }
}
