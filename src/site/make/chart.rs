//! A timeline's chart: where each mark stands, in whole units. Time runs to the right, a year is
//! equally wide wherever it stands, and marks that would overlap get rows of their own.

use jiff::civil::Date;

use super::{EntryType, Maker};
use crate::archive::{Gap, LinkedPlace, What};
use crate::model::{DatedBy, DocId, Kind, PartialDate, PlaceId, PlannedState};
use crate::site::view::{Chart, ChartLane, ChartMark, ChartYear, MarkKind};

/// Room for the lanes' names.
const LEFT: i32 = 150;
const RIGHT: i32 = 20;
/// Room for the years above the lanes.
const TOP: i32 = 36;
const ROW: i32 = 30;
const BAR: i32 = 18;
const LANE_PADDING: i32 = 8;
/// Half of a point's width, with room to aim at.
const POINT: i32 = 9;
/// A chart is at least this wide, and a year at least so wide that its number fits.
const WIDTH: i32 = 900;
const YEAR_LEAST: i32 = 46;
const YEAR_MOST: i32 = 160;

/// The scale from days to units.
struct Scale {
    first_year: i16,
    year_width: i32,
}

impl Scale {
    fn x(&self, day: Date) -> i32 {
        let year = i32::from(day.year()) - i32::from(self.first_year);
        let length = i32::from(day.days_in_year());
        let into = i32::from(day.day_of_year()) - 1;
        LEFT + year * self.year_width + into * self.year_width / length
    }

    /// The end of a day, where a span that includes it ends.
    fn end(&self, day: Date) -> i32 {
        day.tomorrow().map_or_else(|_| self.x(day), |next| self.x(next))
    }

    /// The middle of what a date can mean.
    fn middle(&self, date: PartialDate) -> i32 {
        i32::midpoint(self.x(date.first_day()), self.end(date.last_day()))
    }
}

/// The chart of a place; `None` when nothing in it is dated.
pub fn of_place(maker: &Maker, id: PlaceId, place: &LinkedPlace) -> Option<Chart> {
    let years = &maker.plan.place_years[id.index()];
    let (first_year, last_year) = (*years.first()?, *years.last()?);
    let count = i32::try_from(years.len()).ok()?;
    let year_width = ((WIDTH - LEFT - RIGHT) / count).clamp(YEAR_LEAST, YEAR_MOST);
    let scale = Scale { first_year, year_width };
    let chart_end = LEFT + count * year_width;

    let mut lanes: Vec<(EntryType, Vec<ChartMark>)> = vec![
        (EntryType::Agreement, Vec::new()),
        (EntryType::Pledge, Vec::new()),
        (EntryType::FollowUp, Vec::new()),
        (EntryType::Notice, Vec::new()),
    ];
    let mut put = |lane: EntryType, mark: ChartMark| {
        if let Some((_, marks)) = lanes.iter_mut().find(|(own, _)| *own == lane) {
            marks.push(mark);
        }
    };
    for entry in &place.timeline {
        match &entry.what {
            What::Document(id) => {
                let kind = maker.archive.document(*id).document.kind;
                match kind {
                    Kind::Agreement | Kind::Pledge => {
                        let lane = EntryType::of(kind);
                        for mark in maker.signed_marks(*id, &scale, chart_end) {
                            put(lane, mark);
                        }
                    }
                    Kind::FollowUp => maker
                        .point(*id, &scale)
                        .into_iter()
                        .for_each(|mark| put(EntryType::FollowUp, mark)),
                    _ => maker
                        .point(*id, &scale)
                        .into_iter()
                        .for_each(|mark| put(EntryType::Notice, mark)),
                }
            }
            What::Planned(id, n) => {
                if let Some(mark) = maker.planned_mark(*id, *n, &scale) {
                    put(EntryType::FollowUp, mark);
                }
            }
            What::Gap(gap) => put(EntryType::of(gap.of), gap_mark(gap, &scale)),
            What::Renamed(_) => {}
        }
    }

    let mut y = TOP;
    let lanes = lanes
        .into_iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(lane, mut marks)| {
            let rows = stack(&mut marks, y + LANE_PADDING);
            let height = rows * ROW + 2 * LANE_PADDING;
            let placed = ChartLane { lane, y, height, marks };
            y += height;
            placed
        })
        .collect::<Vec<_>>();
    if lanes.is_empty() {
        return None;
    }
    let today = maker.archive.today;
    let labelled_every = (YEAR_LEAST + year_width - 1) / year_width;
    Some(Chart {
        width: chart_end + RIGHT,
        height: y + LANE_PADDING,
        left: LEFT,
        years: years
            .iter()
            .enumerate()
            .map(|(n, year)| {
                let n = i32::try_from(n).unwrap_or(0);
                ChartYear {
                    year: *year,
                    x: LEFT + n * year_width,
                    width: year_width,
                    labelled: n % labelled_every == 0,
                }
            })
            .collect(),
        lanes,
        today_x: (first_year..=last_year).contains(&today.year()).then(|| scale.x(today)),
    })
}

/// Puts marks that would overlap on rows of their own, and says how many rows there are. A signing
/// stands on its own span, which comes right before it.
fn stack(marks: &mut [ChartMark], top: i32) -> i32 {
    let mut row_ends: Vec<i32> = Vec::new();
    let mut span_row: Option<usize> = None;
    for mark in marks.iter_mut() {
        let (start, end) = match mark.mark {
            MarkKind::Span | MarkKind::Gap => (mark.x, mark.x + mark.width),
            MarkKind::Point | MarkKind::Hollow => (mark.x - POINT, mark.x + POINT),
        };
        let own_span = matches!(mark.entry_type, EntryType::Agreement | EntryType::Pledge)
            && mark.mark == MarkKind::Point;
        let row = match span_row.filter(|_| own_span) {
            Some(row) => row,
            None => row_ends.iter().position(|row_end| *row_end <= start).unwrap_or_else(|| {
                row_ends.push(i32::MIN);
                row_ends.len() - 1
            }),
        };
        row_ends[row] = row_ends[row].max(end);
        if mark.mark == MarkKind::Span {
            span_row = Some(row);
        }
        mark.y = top + i32::try_from(row).unwrap_or(0) * ROW + ROW / 2;
    }
    i32::try_from(row_ends.len()).unwrap_or(1).max(1)
}

fn gap_mark(gap: &Gap, scale: &Scale) -> ChartMark {
    let x = scale.x(gap.from.first_day());
    ChartMark {
        mark: MarkKind::Gap,
        entry_type: EntryType::of(gap.of),
        x,
        y: 0,
        width: scale.end(gap.until.last_day()) - x,
        height: BAR,
        open: false,
        uncertain: false,
        title: String::new(),
        href: None,
        date: Some(gap.from),
        period: crate::model::Period::new(gap.from, Some(gap.until)),
        state: None,
        planned_state: None,
    }
}

impl Maker<'_> {
    /// An agreement's or pledge's span, and its signing.
    fn signed_marks(&self, id: DocId, scale: &Scale, chart_end: i32) -> Vec<ChartMark> {
        let linked = self.archive.document(id);
        let Some(agreement) = linked.document.agreement() else { return Vec::new() };
        let mut marks = Vec::new();
        if let Some(period) = agreement.period.value {
            let x = scale.x(period.first_day());
            let last = linked.last_day.or(period.last_day());
            let end = last.map_or_else(
                || scale.end(self.archive.today.max(period.first_day())),
                |last| scale.end(last.max(period.first_day())),
            );
            let vague = |date: Option<PartialDate>| matches!(date, Some(PartialDate::Month(..)));
            marks.push(ChartMark {
                mark: MarkKind::Span,
                width: (end.min(chart_end) - x).max(4),
                height: BAR,
                open: last.is_none(),
                uncertain: vague(Some(period.from())) || vague(period.until()),
                x,
                ..self.mark(id, MarkKind::Span)
            });
        }
        let signing = linked.effective.filter(|e| e.by != DatedBy::Period).map(|e| e.date);
        let announced = agreement.announced.as_ref().map(|day| day.value);
        if let Some(date) = signing.or(announced) {
            let mark = if agreement.signed.is_some() { MarkKind::Point } else { MarkKind::Hollow };
            marks.push(ChartMark {
                x: scale.middle(date),
                date: Some(date),
                uncertain: !matches!(date, PartialDate::Day(_)),
                ..self.mark(id, mark)
            });
        }
        marks
    }

    fn point(&self, id: DocId, scale: &Scale) -> Option<ChartMark> {
        let date = self.archive.document(id).effective?.date;
        Some(ChartMark {
            x: scale.middle(date),
            date: Some(date),
            uncertain: !matches!(date, PartialDate::Day(_)),
            ..self.mark(id, MarkKind::Point)
        })
    }

    /// A planned follow-up that the archive lacks, or that is to come; the others are there as
    /// follow-ups.
    fn planned_mark(&self, id: DocId, n: usize, scale: &Scale) -> Option<ChartMark> {
        let planned = &self.archive.document(id).planned[n];
        if planned.state == PlannedState::Published {
            return None;
        }
        Some(ChartMark {
            entry_type: EntryType::PlannedFollowUp,
            x: scale.middle(planned.date),
            date: Some(planned.date),
            uncertain: !matches!(planned.date, PartialDate::Day(_)),
            state: None,
            planned_state: Some(planned.state),
            ..self.mark(id, MarkKind::Hollow)
        })
    }

    fn mark(&self, id: DocId, mark: MarkKind) -> ChartMark {
        let linked = self.archive.document(id);
        ChartMark {
            mark,
            entry_type: EntryType::of(linked.document.kind),
            x: 0,
            y: 0,
            width: 0,
            height: BAR,
            open: false,
            uncertain: false,
            title: linked.document.common.title.value.clone(),
            href: Some(self.way(&linked.document.address)),
            date: None,
            period: linked.document.agreement().and_then(|agreement| agreement.period.value),
            state: linked.state,
            planned_state: None,
        }
    }
}
