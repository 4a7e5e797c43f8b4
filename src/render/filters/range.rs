//! `range`, which templates use for loops that count. The engine's own would let a loop within a loop
//! within a loop run for years; this one counts what it has given while a page is made.

use std::cell::Cell;

use tera::{Kwargs, State, Tera, TeraResult};

use crate::render::complaint::filter_error;
use crate::text;

/// All loops that count on one page together. No page of any theme needs more.
const MOST_OF_A_PAGE: i128 = 100_000;

thread_local! {
    // A page is made from its beginning to its end by one thread.
    static GIVEN: Cell<i128> = const { Cell::new(0) };
}

/// Begins a page: nothing has been counted on it.
pub fn begin_page() {
    GIVEN.set(0);
}

/// Registers `range(start=0, end=…, step_by=1)`, whose end is not among its numbers.
pub fn register(tera: &mut Tera) {
    tera.register_function("range", |kwargs: Kwargs, _: &State| -> TeraResult<Vec<i128>> {
        let start = kwargs.get::<i128>("start")?.unwrap_or_default();
        let end = kwargs.must_get::<i128>("end")?;
        let step = kwargs.get::<i128>("step_by")?.unwrap_or(1);
        let numbers = numbers(start, end, step).ok_or_else(|| {
            filter_error(text!(
                "range(start={start}, end={end}, step_by={step}) ger inga tal att räkna med.",
                "range(start={start}, end={end}, step_by={step}) gives no numbers to count by."
            ))
        })?;
        // A loop that is given nothing is run through as well.
        let given = GIVEN.get().saturating_add(numbers.saturating_add(1));
        GIVEN.set(given);
        if given > MOST_OF_A_PAGE {
            return Err(filter_error(text!(
                "Slingorna med range ger mer än {MOST_OF_A_PAGE} tal på en och samma sida, så sidan skulle kanske aldrig bli klar.",
                "The loops with range give more than {MOST_OF_A_PAGE} numbers on one page, so the page might never be finished."
            )));
        }
        Ok((0..numbers).map(|n| start + n * step).collect())
    });
}

/// How many numbers there are from `start` to before `end`; `None` if the steps lead away from it or
/// the numbers are beyond counting.
fn numbers(start: i128, end: i128, step: i128) -> Option<i128> {
    let way = end.checked_sub(start)?;
    if way == 0 {
        return (step != 0).then_some(0);
    }
    if step == 0 || (way > 0) != (step > 0) {
        return None;
    }
    let (way, step) = (way.checked_abs()?, step.checked_abs()?);
    Some(way / step + i128::from(way % step != 0))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_counted_without_being_made() {
        assert_eq!(numbers(0, 3, 1), Some(3));
        assert_eq!(numbers(1, 8, 3), Some(3));
        assert_eq!(numbers(1, 7, 3), Some(2));
        assert_eq!(numbers(5, 0, -2), Some(3));
        assert_eq!(numbers(2, 2, 1), Some(0));
        assert_eq!(numbers(3, 0, 1), None);
        assert_eq!(numbers(0, 3, 0), None);
        assert_eq!(numbers(i128::MIN, i128::MAX, 1), None);
        assert_eq!(numbers(0, i128::MAX, 1), Some(i128::MAX));
    }
}
