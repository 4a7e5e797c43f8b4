//! The chart of a timeline: where each mark is, in whole units. Time runs to the right, every year
//! is equally wide, and marks that would overlap are put on rows of their own.

use jiff::civil::Date;

use super::maker::Maker;
use crate::archive::{EntrySubject, Gap, LinkedPlace};
use crate::model::document::Agreement;
use crate::model::{DatedBy, DocId, End, Kind, PartialDate, Period, PlaceId, PlannedState};
use crate::schema::{Class, Lane};
use crate::site::view::{
    Chart, ChartLane, ChartMark, ChartSigning, ChartYear, EntryType, MarkKind,
};

/// Room for half a mark on the first day, and on the last.
const LEFT: i32 = 12;
const RIGHT: i32 = 12;
/// Room for the years above the lanes.
const TOP: i32 = 26;
/// The name of a lane is above its marks, so that it does not hide them on a narrow screen.
const NAME: i32 = 26;
const ROW: i32 = 26;
const BAR: i32 = 20;
/// The height of a row of spans, with room below each for its signing.
const SPAN_ROW: i32 = 36;
/// The distance from the middle of a span down to that of its signing.
const SIGNING: i32 = 17;
const LANE_PADDING: i32 = 6;
/// Half the width of a point, with room to aim at.
const POINT: i32 = 12;
/// The width of the page, until years have reached their least width; then the chart is wider.
const WIDTH: i32 = 1030;
/// Room for the number of a year. If years are narrower, every second one has a number.
const YEAR_NUMBER: i32 = 46;
const YEAR_LEAST: i32 = 24;
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

    /// The middle of the days that a date can mean.
    fn middle(&self, date: PartialDate) -> i32 {
        i32::midpoint(self.x(date.first_day()), self.end(date.last_day()))
    }
}

/// The chart of a place; `None` if nothing in it is dated.
pub fn of_place(maker: &Maker, id: PlaceId, place: &LinkedPlace) -> Option<Chart> {
    let years = &maker.overview.place_years[id.index()];
    let (first_year, last_year) = (*years.first()?, *years.last()?);
    let count = i32::try_from(years.len()).ok()?;
    let year_width = ((WIDTH - LEFT - RIGHT) / count).clamp(YEAR_LEAST, YEAR_MOST);
    let scale = Scale { first_year, year_width };
    let chart_end = LEFT + count * year_width;

    let mut lanes: Vec<(Lane, Vec<ChartMark>)> =
        Lane::ALL.iter().map(|lane| (*lane, Vec::new())).collect();
    let mut put = |lane: Lane, mark: ChartMark| {
        if let Some((_, marks)) = lanes.iter_mut().find(|(own, _)| *own == lane) {
            marks.push(mark);
        }
    };
    for entry in &place.timeline {
        match &entry.what {
            EntrySubject::Document(id) => {
                let document = &maker.archive.document(*id).document;
                let mark = match document.agreement() {
                    Some(_) => maker.signed_mark(*id, &scale, chart_end),
                    None => maker.point(*id, &scale),
                };
                if let Some(mark) = mark {
                    put(lane_of(document.kind), mark);
                }
            }
            EntrySubject::Planned(id, n) => {
                if let Some(mark) = maker.planned_mark(*id, *n, &scale) {
                    put(lane_of(Kind::FollowUp), mark);
                }
            }
            EntrySubject::Gap(gap) => put(lane_of(gap.of), gap_mark(gap, &scale)),
            EntrySubject::Renamed(_) => {}
        }
    }

    let mut y = TOP;
    let lanes = lanes
        .into_iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(lane, mut marks)| {
            let row = if marks.iter().any(|mark| mark.signing.is_some()) { SPAN_ROW } else { ROW };
            let rows = stack(&mut marks, y + NAME, row);
            let height = NAME + rows * row + LANE_PADDING;
            let placed = ChartLane { lane, y, height, name_y: y + NAME - 8, marks };
            y += height;
            placed
        })
        .collect::<Vec<_>>();
    if lanes.is_empty() {
        return None;
    }
    let today = maker.archive.today;
    let labelled_every = (YEAR_NUMBER + year_width - 1) / year_width;
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

/// The lane in which documents of a kind have their marks.
fn lane_of(kind: Kind) -> Lane {
    match kind.facts().class {
        Class::Document { lane, .. } => lane,
        // Neither pages nor places are in timelines.
        Class::Page | Class::Place(_) => Lane::Notice,
    }
}

/// Puts marks that would overlap on rows of their own, and returns the number of rows.
fn stack(marks: &mut [ChartMark], top: i32, row_height: i32) -> i32 {
    let mut row_ends: Vec<i32> = Vec::new();
    for mark in marks.iter_mut() {
        let (start, end) = match mark.mark {
            MarkKind::Span | MarkKind::Gap => (mark.x, mark.x + mark.width),
            MarkKind::Point | MarkKind::Hollow => (mark.x - POINT, mark.x + POINT),
        };
        let row = row_ends.iter().position(|row_end| *row_end <= start).unwrap_or_else(|| {
            row_ends.push(i32::MIN);
            row_ends.len() - 1
        });
        row_ends[row] = end;
        mark.y = top + i32::try_from(row).unwrap_or(0) * row_height + ROW / 2;
        if let Some(signing) = &mut mark.signing {
            signing.y = mark.y + if mark.mark == MarkKind::Span { SIGNING } else { 0 };
        }
    }
    i32::try_from(row_ends.len()).unwrap_or(1).max(1)
}

fn gap_mark(gap: &Gap, scale: &Scale) -> ChartMark {
    let x = scale.x(gap.from.first_day());
    ChartMark {
        mark: MarkKind::Gap,
        entry_type: EntryType::Document(gap.of),
        x,
        y: 0,
        width: scale.end(gap.until.last_day()) - x,
        height: BAR,
        open: false,
        uncertain: false,
        title: String::new(),
        language: None,
        href: None,
        date: Some(gap.from),
        signing: None,
        period: Period::new(Some(gap.from), End::Known(gap.until)).ok(),
        state: None,
        planned_state: None,
    }
}

impl Maker<'_> {
    /// The span of an agreement or pledge with its signing; only the signing if no period is known.
    fn signed_mark(&self, id: DocId, scale: &Scale, chart_end: i32) -> Option<ChartMark> {
        let linked = self.archive.document(id);
        let agreement = linked.document.agreement()?;
        let dated = linked
            .effective
            .filter(|effective| matches!(effective.by, DatedBy::Signed | DatedBy::Announced))
            .map(|effective| effective.date);
        let announced = agreement.announced.as_ref().map(|day| day.value);
        let signing = dated.or(announced).map(|date| ChartSigning {
            x: scale.middle(date),
            y: 0,
            date,
            announced: agreement.signed.is_none(),
        });
        let Some(period) = agreement.period() else {
            let signing = signing?;
            let mark = if signing.announced { MarkKind::Hollow } else { MarkKind::Point };
            return Some(ChartMark {
                x: signing.x,
                date: Some(signing.date),
                signing: Some(signing),
                uncertain: !matches!(signing.date, PartialDate::Day(_)),
                ..self.mark(id, mark)
            });
        };
        // Without a known beginning it reaches to the beginning of the chart.
        let first = agreement.first_day();
        let x = first.map_or(LEFT, |first| scale.x(first));
        let last = linked.last_day();
        let end = last.unwrap_or(self.archive.today);
        let end = scale.end(first.map_or(end, |first| end.max(first)));
        let vague = |date: Option<PartialDate>| matches!(date, Some(PartialDate::Month(..)));
        Some(ChartMark {
            width: (end.min(chart_end) - x).max(4),
            open: last.is_none(),
            uncertain: vague(period.from()) || vague(period.until()) || !period.has_beginning(),
            x,
            signing,
            ..self.mark(id, MarkKind::Span)
        })
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

    /// A planned follow-up that is missing or still to come; the others are shown as follow-ups.
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
            entry_type: EntryType::Document(linked.document.kind),
            x: 0,
            y: 0,
            width: 0,
            height: BAR,
            open: false,
            uncertain: false,
            title: linked.document.common.title.value.clone(),
            language: self.language(linked.document.common.language.as_deref()),
            href: Some(self.way(&linked.document.address)),
            date: None,
            signing: None,
            period: linked.document.agreement().and_then(Agreement::period),
            state: linked.state,
            planned_state: None,
        }
    }
}
