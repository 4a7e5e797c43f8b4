//! Views: everything that a page shows, and nothing else. A page is a pure function of its theme
//! and its view, so equal views give equal bytes and need not be rendered again. Views contain
//! typed dates and statuses, never maps, floats or spans; the date only if something on the page
//! depends on it. In entries and documents, which are the most numerous, a field that does not
//! apply is left out; elsewhere it is `null` or empty.
//!
//! This folder has what the views of several kinds of pages contain. The view of a single kind is
//! in that kind's own file in `pages/`.

mod axis;
mod bars;
mod chart;
mod counting;
mod ending;
mod entry;
mod entry_places;
mod links;
mod matrix;
mod page;
mod place;
mod prose;
mod provenance;
mod rows;
mod shared;
mod standing;
mod summary;
mod year_group;

pub use axis::AxisTick;
pub use bars::{BarAxis, BarPart};
pub use chart::{
    Chart, ChartEnding, ChartGroup, ChartLane, ChartMark, ChartSigning, LegendSign, MarkEnd,
    MarkKind,
};
pub use counting::{Counted, Counting};
pub use ending::EndingView;
pub use entry::{CommitmentLine, EntryType, EntryView};
pub use entry_places::EntryPlaces;
pub use links::{DocumentLink, Link};
pub use matrix::{
    CountedLink, CountyGroup, InForceCell, Matrix, MatrixCell, MatrixGroup, MatrixRow, PromisedCell,
};
pub use page::{PageHead, PageOf};
pub use place::PlaceHead;
pub use prose::Prose;
pub use provenance::{
    AttachmentView, ConflictView, CorrectionView, ImageView, SourceView, WithdrawnLink,
    WithdrawnView,
};
pub use rows::{LabelRow, PlaceRow, YearRow};
pub use shared::{
    ANCHOR, Charted, LEVEL, Listed, ListedPlaces, PART, PLACES, Part, PartDigest, WAY, anchor,
};
pub use standing::StandingWord;
pub use summary::{
    Age, AnswerGroup, CountedDocuments, Decided, FollowUps, InForce, Latest, PlanFacts, Plans,
    PrintedPromise, Reports, Summary, SummaryAnswer, SummedFollowUps, SummedInForce, SummedReports,
    Whose,
};
pub use year_group::YearGroup;
