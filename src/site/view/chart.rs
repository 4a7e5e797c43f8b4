//! A timeline's chart as geometry in whole units; the theme draws it as SVG. The list beside it
//! says all of it in words.

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
    /// Each year's beginning.
    pub years: Vec<ChartYear>,
    pub lanes: Vec<ChartLane>,
    /// The day, when it lies within.
    pub today_x: Option<i32>,
}

/// A year's beginning.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartYear {
    pub year: i16,
    pub x: i32,
    pub width: i32,
    /// Whether there is room for its number.
    pub labelled: bool,
}

/// One lane, with as many rows as its spans need.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartLane {
    pub lane: Lane,
    pub y: i32,
    pub height: i32,
    /// The line that its name stands on, above its marks.
    pub name_y: i32,
    pub marks: Vec<ChartMark>,
}

/// How a mark is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A period, from x over width.
    Span,
    /// A signing, a follow-up, a notice.
    Point,
    /// A planned follow-up without an answer: hollow.
    Hollow,
    /// A gap: hatched.
    Gap,
}

/// The signing of an agreement or a pledge: a point below its span.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct ChartSigning {
    pub x: i32,
    pub y: i32,
    pub date: PartialDate,
    /// Only an announcement of it is known: hollow.
    pub announced: bool,
}

/// A mark of a lane.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartMark {
    pub mark: MarkKind,
    /// What it stands for.
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    pub x: i32,
    /// The row's middle.
    pub y: i32,
    /// Of spans and gaps.
    pub width: i32,
    pub height: i32,
    /// The end is not known: drawn fading or broken.
    pub open: bool,
    /// The beginning or end is known only to month or year.
    pub uncertain: bool,
    pub title: String,
    /// The title's language, when it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// A span's signing, or a signing alone when the period is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing: Option<ChartSigning>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_state: Option<PlannedState>,
}
