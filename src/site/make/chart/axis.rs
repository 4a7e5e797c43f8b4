//! Where the lines of an axis are, and which of them have room for what they say.

use crate::site::view::AxisTick;

/// Room for the number of a year, and for most counts.
const LABEL: i32 = 46;

/// The beginnings of years that are equally wide, the first of them at `left`. If years are narrower
/// than their numbers, only some have one.
pub fn of_years(years: &[i16], left: i32, year_width: i32) -> Vec<AxisTick> {
    let labelled_every = (LABEL + year_width - 1) / year_width;
    let ticks = (0..).zip(years).map(|(n, year)| AxisTick {
        value: i32::from(*year),
        x: left + n * year_width,
        labelled: n % labelled_every == 0,
    });
    ticks.collect()
}

/// Round numbers from 0 to `most`, which is at `width`, as many as there is room for.
pub fn of_counts(most: u32, width: i32) -> Vec<AxisTick> {
    let most = i32::try_from(most).unwrap_or(i32::MAX).max(1);
    let x = |value: i32| i64::from(value) * i64::from(width) / i64::from(most);
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|one| one * 10_i32.pow(power)));
    let mut roomy = steps.filter(|step| x(*step) >= i64::from(LABEL));
    let step = roomy.next().unwrap_or(most);
    let values = (0..=most / step).map(|n| n * step);
    let tick =
        |value| AxisTick { value, x: i32::try_from(x(value)).unwrap_or(width), labelled: true };
    values.map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(most: u32) -> Vec<(i32, i32)> {
        of_counts(most, 200).into_iter().map(|tick| (tick.value, tick.x)).collect()
    }

    #[test]
    fn counts_are_round_and_apart() {
        assert_eq!(counts(3), [(0, 0), (1, 66), (2, 133), (3, 200)]);
        assert_eq!(counts(45), [(0, 0), (20, 88), (40, 177)]);
        assert_eq!(counts(180), [(0, 0), (50, 55), (100, 111), (150, 166)]);
        assert_eq!(counts(0), [(0, 0), (1, 200)]);
        assert!(counts(u32::MAX).len() > 1);
    }

    #[test]
    fn narrow_years_are_numbered_by_turns() {
        let labelled = |width| {
            let ticks = of_years(&[2018, 2019, 2020], 12, width);
            ticks
                .into_iter()
                .filter(|tick| tick.labelled)
                .map(|tick| (tick.value, tick.x))
                .collect::<Vec<_>>()
        };
        assert_eq!(labelled(46), [(2018, 12), (2019, 58), (2020, 104)]);
        assert_eq!(labelled(45), [(2018, 12), (2020, 102)]);
    }
}
