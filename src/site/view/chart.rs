//! A timeline's chart as geometry in whole units, which the theme draws as SVG. The list beside it
//! says the same in words.

use serde::Serialize;

use super::entry::EntryType;
use crate::model::{PartialDate, Period, PlannedState, State};
use crate::schema::Lane;

/// A chart: lanes of marks over years. Units are SVG user units; x grows with time.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Chart {
    pub width: i32,
    pub height: i32,
    /// Where the first year begins.
    pub left: i32,
    /// The beginning of each year.
    pub years: Vec<ChartYear>,
    pub lanes: Vec<ChartLane>,
    /// Where the date is, if it is within the chart.
    pub today_x: Option<i32>,
}

/// The beginning of a year.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartYear {
    pub year: i16,
    pub x: i32,
    pub width: i32,
    /// Whether there is room for its number.
    pub labelled: bool,
}

/// A lane, with as many rows as its spans need.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartLane {
    pub lane: Lane,
    pub y: i32,
    pub height: i32,
    /// The base line of its name, above its marks.
    pub name_y: i32,
    pub marks: Vec<ChartMark>,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A period, from `x` over `width`.
    Span,
    /// A signing, a follow-up, a notice.
    Point,
    /// A planned follow-up without an answer; drawn hollow.
    Hollow,
    /// A gap; drawn hatched.
    Gap,
}

/// The signing of an agreement or a pledge: a point below its span.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct ChartSigning {
    pub x: i32,
    pub y: i32,
    pub date: PartialDate,
    /// Only its announcement is known; drawn hollow.
    pub announced: bool,
}

/// A mark of a lane.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartMark {
    pub mark: MarkKind,
    /// What it represents.
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    pub x: i32,
    /// The middle of the row.
    pub y: i32,
    /// The width of spans and gaps.
    pub width: i32,
    pub height: i32,
    /// The end is not known; drawn fading or broken.
    pub open: bool,
    /// The beginning or end is only known to the month or year.
    pub uncertain: bool,
    pub title: String,
    /// The language of the title, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The signing of a span, or a signing alone if the period is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing: Option<ChartSigning>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_state: Option<PlannedState>,
}
