//! The charts, drawn when the site is built. A timeline's and the bars of tables have the lines of
//! their axis from `axis`. This file has a timeline's: where each mark is placed, in whole units.
//! Marks that would overlap get rows of their own. If a page also has the documents of another place,
//! each place gets lanes of its own.

mod axis;
mod bars;
mod legend;
mod marks;
mod scale;

use super::maker::Maker;
use super::owned::{OwnerGroup, PlaceMaker};
use crate::archive::EntrySubject;
use crate::model::{Kind, PlaceId};
use crate::schema::{Class, Lane};
use crate::site::view::{Chart, ChartGroup, ChartLane, ChartMark, EntryType, MarkKind, Whose};
use marks::Drawing;
use scale::{LEFT, Scale};

pub use bars::Bars;

const RIGHT: i32 = 12;
/// Room for the years above the lanes.
const TOP: i32 = 26;
/// Room for a lane's name. It is above the marks, so that it hides none of them on a narrow screen.
const NAME: i32 = 26;
const ROW: i32 = 26;
/// A row of spans, with room below each for its signing.
const SPAN_ROW: i32 = 36;
/// The distance from a span's middle down to the middle of its signing.
const SIGNING: i32 = 17;
const LANE_PADDING: i32 = 6;
/// Room for a place's name above its lanes.
const GROUP_NAME: i32 = 30;
/// How many characters of names there is room for above a group's lanes.
const LABEL: usize = 17;
/// Half of a point's width, including room around it that makes it easier to aim at.
const POINT: i32 = 12;
/// The width of the page, which the years of a chart share equally. A chart is wider than this if
/// its years have their least width, and may be narrower if they have their greatest.
const WIDTH: i32 = 1030;
const YEAR_LEAST: i32 = 24;
const YEAR_MOST: i32 = 160;

/// The chart of a place; `None` when nothing in it is dated.
pub fn of_place(maker: &Maker<'_>, id: PlaceId) -> Option<Chart> {
    let years = &maker.overview.place_years[id.index()];
    let (first_year, last_year) = (*years.first()?, *years.last()?);
    let count = i32::try_from(years.len()).ok()?;
    let year_width = ((WIDTH - LEFT - RIGHT) / count).clamp(YEAR_LEAST, YEAR_MOST);
    let scale = Scale { first_year, year_width };
    let chart_end = LEFT + count * year_width;

    let page = PlaceMaker::of(maker, id);
    let drawing = Drawing { maker, scale: &scale, chart_end };
    let mut y = TOP;
    let mut groups = Vec::new();
    let several_joint = page.groups.iter().filter(|group| group.owners.len() > 1).count() > 1;
    for group in &page.groups {
        let whose = page.whose(group);
        let name = whose.as_ref().map(name);
        let marks = marks(&page, group, &drawing, name.as_deref());
        let top = y + if whose.is_some() { GROUP_NAME } else { 0 };
        let (lanes, bottom) = lanes(marks, top);
        if !lanes.is_empty() {
            let label = whose.as_ref().filter(|_| several_joint).map(label);
            groups.push(ChartGroup { whose, label, y, name_y: y + GROUP_NAME - 9, lanes });
            y = bottom;
        }
    }
    if groups.is_empty() {
        return None;
    }
    let today = maker.archive.today;
    let today_x = (first_year..=last_year).contains(&today.year()).then(|| scale.x(today));
    Some(Chart {
        width: chart_end + RIGHT,
        height: y + LANE_PADDING,
        left: LEFT,
        years: axis::of_years(years, LEFT, year_width),
        points: types(&groups, |mark| matches!(mark.mark, MarkKind::Point | MarkKind::Hollow)),
        signings: types(&groups, |mark| mark.mark == MarkKind::Span && mark.signing.is_some()),
        legend: legend::of(&groups, today_x.is_some()),
        groups,
        today_x,
    })
}

/// The types of some of the marks, each once.
fn types(groups: &[ChartGroup], of: impl Fn(&ChartMark) -> bool) -> Vec<EntryType> {
    let marks = || groups.iter().flat_map(|group| &group.lanes).flat_map(|lane| &lane.marks);
    EntryType::all().filter(|all| marks().any(|mark| mark.entry_type == *all && of(mark))).collect()
}

/// The name of a place as its marks give it, or all the names if several have documents together.
fn name(whose: &Whose) -> String {
    if whose.joint.is_empty() { whose.name.clone() } else { whose.joint.join(", ") }
}

/// The name of a group as it stands above its lanes, if others also have documents together: as many
/// of the names as there is room for.
fn label(whose: &Whose) -> String {
    let mut names = whose.joint.iter();
    let Some(first) = names.next() else { return whose.name.clone() };
    let mut label = first.clone();
    for name in names {
        if label.chars().count() + name.chars().count() > LABEL {
            return label + " …";
        }
        label = label + ", " + name;
    }
    label
}

/// The marks of a group, each with its lane. Gaps are the place's own.
fn marks(
    page: &PlaceMaker<'_>,
    group: &OwnerGroup,
    drawing: &Drawing<'_>,
    name: Option<&str>,
) -> Vec<(Lane, ChartMark)> {
    let mut marks = Vec::new();
    let mut add = |kind: Kind, mark: Option<ChartMark>| {
        let mark = mark.map(|mark| ChartMark { place: name.map(str::to_owned), ..mark });
        marks.extend(mark.map(|mark| (lane_of(kind), mark)));
    };
    for entry in &page.place.timeline {
        match &entry.what {
            EntrySubject::Document(id) if group.documents.contains(id) => {
                for kind in page.linked(*id).document.roles() {
                    add(kind, drawing.document(*id, kind));
                }
            }
            EntrySubject::Planned(id, n) if group.documents.contains(id) => {
                add(Kind::FollowUp, drawing.planned(*id, *n));
            }
            EntrySubject::Gap(gap) if group.owners == [page.id] => {
                add(gap.of, Some(drawing.gap(gap, page.place)));
            }
            EntrySubject::Document(_)
            | EntrySubject::Planned(..)
            | EntrySubject::Gap(_)
            | EntrySubject::Renamed(_) => {}
        }
    }
    marks
}

/// The lanes that have marks, from `top` down, and where the last of them ends.
fn lanes(mut marks: Vec<(Lane, ChartMark)>, top: i32) -> (Vec<ChartLane>, i32) {
    let mut y = top;
    let mut lanes = Vec::new();
    for lane in Lane::ALL {
        let (own, others) = marks.into_iter().partition(|(of, _)| of == lane);
        marks = others;
        let own: Vec<(Lane, ChartMark)> = own;
        let mut own: Vec<ChartMark> = own.into_iter().map(|(_, mark)| mark).collect();
        if own.is_empty() {
            continue;
        }
        // In the order in which they are drawn: what only has an end is dated by it, or not at all.
        own.sort_by_key(|mark| mark.x);
        let row = if own.iter().any(|mark| mark.signing.is_some()) { SPAN_ROW } else { ROW };
        let rows = stack(&mut own, y + NAME, row);
        let height = NAME + rows * row + LANE_PADDING;
        lanes.push(ChartLane { lane: *lane, y, height, name_y: y + NAME - 8, marks: own });
        y += height;
    }
    (lanes, y)
}

/// The lane on which documents of a kind have their marks.
fn lane_of(kind: Kind) -> Lane {
    match kind.facts().class {
        Class::Document { lane, .. } => lane,
        // Neither a page nor a place is an entry of a timeline, so this lane is not used for them.
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
