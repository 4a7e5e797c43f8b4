//! Gaps: whole months between a municipality's first and last pledge (or agreement) in which none
//! was in force, as far as the archive knows.

use jiff::civil::Date;

use super::linked::{Gap, Linked};
use crate::model::{DocId, Kind, PartialDate, PlaceId};

/// A municipality's gaps among its documents of one kind. An open end covers all later months; unknown periods
/// and documents for districts only neither open nor close a gap.
pub fn gaps(documents: &[Linked], municipality: PlaceId, ids: &[DocId], of: Kind) -> Vec<Gap> {
    // First day, and last day in force when there is one; months counted from year 0.
    let mut spans: Vec<(i32, Option<i32>)> = ids
        .iter()
        .map(|id| &documents[id.index()])
        .filter(|linked| linked.document.kind == of && !linked.in_part.contains(&municipality))
        .filter_map(|linked| {
            let agreement = linked.document.agreement()?;
            agreement.period.value?;
            let last = linked.last_day.map(month);
            let first = month(agreement.first_day()?);
            // Replaced or ended before it began: never in force.
            (last.is_none_or(|last| last >= first)).then_some((first, last))
        })
        .collect();
    spans.sort_unstable();
    let mut gaps = Vec::new();
    let mut covered: Option<i32> = None;
    for (first, last) in spans {
        if let Some(covered) = covered
            && first > covered + 1
            && let (Some(from), Some(until)) = (date(covered + 1), date(first - 1))
        {
            gaps.push(Gap { of, from, until });
        }
        let Some(last) = last else { break };
        covered = Some(covered.map_or(last, |covered| covered.max(last)));
    }
    gaps
}

fn month(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn date(month: i32) -> Option<PartialDate> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i16::try_from(month.rem_euclid(12) + 1).ok()?;
    PartialDate::month(year, month).ok()
}
