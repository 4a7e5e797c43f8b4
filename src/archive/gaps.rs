//! Gaps: whole months between the first and the last pledge (or agreement) of a municipality in
//! which none was in force, as far as the archive knows.

use jiff::civil::Date;

use super::held::{Held, HeldUntil};
use super::linked::{Gap, Linked};
use crate::model::{DocId, Kind, PartialDate, PlaceId};

/// The gaps of a municipality among its documents of one kind. Documents for districts only, and
/// those with neither a known beginning nor a known end, neither begin nor end a gap.
pub fn gaps(documents: &[Linked], municipality: PlaceId, ids: &[DocId], of: Kind) -> Vec<Gap> {
    let held = ids
        .iter()
        .map(|id| &documents[id.index()])
        .filter(|linked| linked.document.is(of) && !linked.in_part.contains(&municipality))
        .filter_map(|linked| linked.held);
    let gaps = uncovered(held)
        .into_iter()
        .filter_map(|(first, last)| Some(Gap { of, from: date(first)?, until: date(last)? }));
    gaps.collect()
}

/// Months, counted from year 0, both ends inclusive; without a last month it has no end.
type Months = (i32, Option<i32>);

/// The runs of months between the first and the last document in which none was in force.
fn uncovered(held: impl IntoIterator<Item = Held>) -> Vec<(i32, i32)> {
    let (begun, endings): (Vec<Held>, Vec<Held>) =
        held.into_iter().partition(|held| held.first.is_some());
    let mut begun: Vec<(i32, HeldUntil)> =
        begun.into_iter().filter_map(|held| Some((month(held.first?), held.end))).collect();
    begun.sort_unstable_by_key(|(first, _)| *first);
    let mut covered: Vec<Months> = begun
        .iter()
        .map(|(first, end)| {
            // It may have been in force until the next one began.
            let next = begun.iter().map(|(other, _)| *other).find(|other| other > first);
            let last = match end {
                HeldUntil::Day(day) => Some(month(*day)),
                HeldUntil::FurtherNotice => None,
                HeldUntil::Unknown(no_longer) => {
                    let no_longer = no_longer.map(month);
                    next.map(|next| next - 1).into_iter().chain(no_longer).min()
                }
            };
            (*first, last)
        })
        // It was replaced or ended before it began, so it was never in force.
        .filter(|(first, last)| last.is_none_or(|last| last >= *first))
        .collect();
    covered.sort_unstable();
    let until = endings.iter().map(|held| back_to_the_previous(held.end, &covered));
    let until: Vec<Months> = until.flatten().collect();
    covered.extend(until);
    covered.sort_unstable();
    runs_between(&covered)
}

/// The months that a document with only a known end covers: from the end of the previous one.
fn back_to_the_previous(end: HeldUntil, covered: &[Months]) -> Option<Months> {
    let last = match end {
        HeldUntil::Day(day) => Some(month(day)),
        HeldUntil::FurtherNotice => None,
        HeldUntil::Unknown(_) => return None,
    };
    let previous = covered.iter().rfind(|(first, _)| last.is_none_or(|last| *first <= last));
    let first = match (previous, last) {
        (Some((_, Some(ended))), Some(last)) => (ended + 1).min(last),
        (Some((_, Some(ended))), None) => ended + 1,
        (Some((first, None)), _) => *first,
        (None, Some(last)) => last,
        // It is in force until further notice, and there is none before it.
        (None, None) => return None,
    };
    Some((first, last))
}

/// The first and last month of each gap between covered months, which are sorted.
fn runs_between(covered: &[Months]) -> Vec<(i32, i32)> {
    let mut runs = Vec::new();
    let mut reached: Option<i32> = None;
    for (first, last) in covered {
        if let Some(reached) = reached
            && *first > reached + 1
        {
            runs.push((reached + 1, first - 1));
        }
        let Some(last) = *last else { break };
        reached = reached.max(Some(last));
    }
    runs
}

fn month(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn date(month: i32) -> Option<PartialDate> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i16::try_from(month.rem_euclid(12) + 1).ok()?;
    PartialDate::month(year, month).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "2016-01..2018-12", "2016-01..", "..2018-12"; `!` as the end means until further notice.
    fn held(text: &str) -> Held {
        let day = |text: &str| PartialDate::parse(text).ok().map(PartialDate::last_day);
        let (first, end) = text.split_once("..").expect("two ends");
        let end = match (end, day(end)) {
            ("!", _) => HeldUntil::FurtherNotice,
            (_, Some(day)) => HeldUntil::Day(day),
            (_, None) => HeldUntil::Unknown(None),
        };
        Held { first: day(first), end }
    }

    #[track_caller]
    fn gaps(documents: &[&str]) -> String {
        let found = uncovered(documents.iter().map(|text| held(text)));
        let name = |month: i32| date(month).expect("a month").to_string();
        let found = found.iter().map(|(first, last)| format!("{}..{}", name(*first), name(*last)));
        found.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn months_between_known_ends_are_a_gap() {
        assert_eq!(gaps(&["2016-01..2016-12", "2018-03..2018-12"]), "2017-01..2018-02");
        assert_eq!(gaps(&["2016-01..2016-12", "2017-01..2018-12"]), "");
        // The period that begins later ends first.
        let three = ["2016-01..2019-12", "2017-01..2017-12", "2020-03..2020-12"];
        assert_eq!(gaps(&three), "2020-01..2020-02");
        // It was replaced before it began, so it was never in force.
        assert_eq!(
            gaps(&["2016-01..2016-12", "2017-06..2017-03", "2018-01..2018-12"]),
            "2017-01..2017-12"
        );
    }

    #[test]
    fn an_unknown_end_covers_the_months_to_the_next_beginning() {
        assert_eq!(gaps(&["2016-01..", "2018-03..2018-12"]), "");
        assert_eq!(
            gaps(&["2016-01..", "2018-03..2018-12", "2020-01..2020-12"]),
            "2019-01..2019-12"
        );
        // The first period covers no month after the beginning of a later one.
        assert_eq!(
            gaps(&["2016-01..", "2016-01..2016-03", "2017-01..2017-12", "2019-01..2019-12"]),
            "2018-01..2018-12"
        );
        assert_eq!(gaps(&["2016-01..2016-12", "2018-01.."]), "2017-01..2017-12");
    }

    #[test]
    fn further_notice_covers_all_later_months() {
        assert_eq!(gaps(&["2016-01..!", "2018-03..2018-12", "2020-01..2020-12"]), "");
        assert_eq!(gaps(&["2016-01..2016-12", "..!"]), "");
        // It continues from the last that is known to have ended.
        let three = ["..!", "2016-01..2016-12", "2018-01..2018-12"];
        assert_eq!(gaps(&three), "2017-01..2017-12");
        assert_eq!(gaps(&["..!"]), "");
    }

    #[test]
    fn an_unknown_beginning_covers_the_months_back_to_the_previous_end() {
        assert_eq!(
            gaps(&["2016-01..2016-12", "..2019-05", "2020-01..2020-12"]),
            "2019-06..2019-12"
        );
        assert_eq!(gaps(&["..2019-05", "2020-01..2020-12"]), "2019-06..2019-12");
        assert_eq!(
            gaps(&["2016-01..2016-12", "..2016-05", "2018-01..2018-12"]),
            "2017-01..2017-12"
        );
        // Neither end of the second period is known.
        assert_eq!(gaps(&["2016-01..2016-12", "..", "2018-01..2018-12"]), "2017-01..2017-12");
    }
}
