//! A timeline's chart as geometry in whole units; the theme draws it as SVG. The list beside it
//! gives all the same information in words.

use serde::Serialize;

use super::axis::AxisTick;
use super::entry::EntryType;
use super::summary::Whose;
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
    pub years: Vec<AxisTick>,
    /// One for each place. If the page has only its own place's documents, one without a name.
    pub groups: Vec<ChartGroup>,
    /// The position of the given date, if that is within the chart's years.
    pub today_x: Option<i32>,
    /// The types of the marks that are points, each once: their shapes are drawn once, and marks refer
    /// to them.
    pub points: Vec<EntryType>,
    /// The types of the spans that have a signing, each once.
    pub signings: Vec<EntryType>,
    /// The signs that occur in the chart, each once.
    pub legend: Vec<LegendSign>,
}

/// The lanes of one place, or of what several have together.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartGroup {
    pub whose: Option<Whose>,
    /// Its name in short, where several groups would have the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    pub y: i32,
    /// The baseline of its name, above its lanes.
    pub name_y: i32,
    pub lanes: Vec<ChartLane>,
}

/// One lane, with as many rows as its spans need.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartLane {
    pub lane: Lane,
    pub y: i32,
    pub height: i32,
    /// The baseline of its name, above its marks.
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
    /// A promised follow-up that is missing or still to come: hollow.
    Hollow,
    /// A gap: hatched.
    Gap,
}

/// How a span ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkEnd {
    Known,
    FurtherNotice,
    /// The source says nothing about the end.
    Unknown,
}

/// A sign that a legend explains: `sign` and, if it has the form or colour of a type, `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "sign", content = "type", rename_all = "kebab-case")]
pub enum LegendSign {
    /// A period, of whatever kind: the lane says which.
    Span,
    FurtherNotice,
    NoEnd,
    NoBeginning,
    Unclear,
    Signed(EntryType),
    Announced(EntryType),
    Published(EntryType),
    Point(EntryType),
    Missing,
    Upcoming,
    Gap,
    Today,
}

impl LegendSign {
    /// Every sign once, in the order of a legend.
    pub fn all() -> impl Iterator<Item = LegendSign> {
        let of_types = |sign: fn(EntryType) -> LegendSign| EntryType::all().map(sign);
        let ends = [
            LegendSign::FurtherNotice,
            LegendSign::NoEnd,
            LegendSign::NoBeginning,
            LegendSign::Unclear,
        ];
        let rest = [LegendSign::Missing, LegendSign::Upcoming, LegendSign::Gap, LegendSign::Today];
        std::iter::once(LegendSign::Span)
            .chain(ends)
            .chain(of_types(LegendSign::Signed))
            .chain(of_types(LegendSign::Announced))
            .chain(of_types(LegendSign::Published))
            .chain(of_types(LegendSign::Point))
            .chain(rest)
    }
}

/// The signing of an agreement or a pledge: a point below its span.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct ChartSigning {
    pub x: i32,
    pub y: i32,
    pub date: PartialDate,
    /// Whether only an announcement of it is known; it is then drawn hollow.
    pub announced: bool,
}

/// What ends a span otherwise than its period does.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct ChartEnding {
    /// Its last day or, if another replaces it, the first day of that.
    pub date: PartialDate,
    pub replaced: bool,
    /// Whether that has happened.
    pub over: bool,
}

/// A mark of a lane.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChartMark {
    pub mark: MarkKind,
    /// The type of entry that it represents.
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    pub x: i32,
    /// The row's middle.
    pub y: i32,
    /// The width of a span or a gap.
    pub width: i32,
    pub height: i32,
    /// For a span, whether its beginning is known. If not, it is open to the left.
    pub begins: bool,
    /// For a span, where the time begins in which it is certain to have been in force, if it may
    /// have been before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certain_x: Option<i32>,
    /// For a span, how it ends.
    pub end: MarkEnd,
    /// For a span, where the time begins for which nobody knows whether it was in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unclear_x: Option<i32>,
    /// Whether a day on which it was public is the only date known.
    pub published: bool,
    pub title: String,
    /// The place that it belongs to, if the page also has the documents of another place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The title's language, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// A span's signing, or a signing alone when the period is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing: Option<ChartSigning>,
    /// The period of a span, or what a situation report is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What ended a span otherwise than its period does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<ChartEnding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_state: Option<PlannedState>,
    /// Whether something may have been in force in a gap.
    pub gap_unclear: bool,
}
