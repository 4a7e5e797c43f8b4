//! What a chart's legend explains: exactly the signs that occur in the chart.

use crate::model::PlannedState;
use crate::site::view::{ChartGroup, ChartMark, EntryType, LegendSign, MarkEnd, MarkKind};

/// The signs that occur in these groups, each once, in the order of the legend.
pub fn of(groups: &[ChartGroup], today: bool) -> Vec<LegendSign> {
    let mut signs: Vec<LegendSign> = if today { vec![LegendSign::Today] } else { Vec::new() };
    for group in groups {
        for mark in group.lanes.iter().flat_map(|lane| &lane.marks) {
            signs_of(mark, &mut signs);
        }
    }
    LegendSign::all().filter(|sign| signs.contains(sign)).collect()
}

fn signs_of(mark: &ChartMark, signs: &mut Vec<LegendSign>) {
    match mark.mark {
        MarkKind::Span => {
            signs.push(LegendSign::Span);
            if !mark.begins {
                signs.push(LegendSign::NoBeginning);
            }
            match mark.end {
                MarkEnd::Known => {}
                MarkEnd::FurtherNotice => signs.push(LegendSign::FurtherNotice),
                MarkEnd::Unknown => signs.push(LegendSign::NoEnd),
            }
            if mark.unclear_x.is_some() || mark.certain_x.is_some() {
                signs.push(LegendSign::Unclear);
            }
            if let Some(signing) = mark.signing {
                signs.push(signed(mark.entry_type, signing.announced));
            }
        }
        MarkKind::Point if mark.signing.is_some() => signs.push(signed(mark.entry_type, false)),
        MarkKind::Point => signs.push(LegendSign::Point(mark.entry_type)),
        MarkKind::Hollow => signs.push(match mark.planned_state {
            Some(PlannedState::Missing) => LegendSign::Missing,
            Some(PlannedState::Upcoming | PlannedState::Published) => LegendSign::Upcoming,
            None if mark.published => LegendSign::Published(mark.entry_type),
            None => signed(mark.entry_type, true),
        }),
        MarkKind::Gap => signs.push(LegendSign::Gap),
    }
}

fn signed(entry_type: EntryType, announced: bool) -> LegendSign {
    if announced { LegendSign::Announced(entry_type) } else { LegendSign::Signed(entry_type) }
}
