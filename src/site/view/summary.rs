//! The summary ("Läget i korthet") with which a place's page begins. If the page also has the
//! documents of another place, every answer says which place it is about.

use serde::Serialize;

use super::counting::Counting;
use super::ending::EndingView;
use super::entry::EntryView;
use super::links::DocumentLink;
use crate::model::{Kind, PartialDate, Period, State};

/// The summary with which a place's page begins.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Summary {
    pub pledges: SummaryAnswer,
    pub agreements: SummaryAnswer,
    /// One for each place whose follow-ups there is something to say about.
    pub follow_ups: Vec<FollowUps>,
    /// How many follow-ups the documents of the place promise for some date.
    pub promised: usize,
    /// Whether a document of something within the place does, which is told on the page of that.
    pub promised_below: bool,
    /// The other places taken together, if they are too many for an answer each.
    pub follow_ups_summed: Option<SummedFollowUps>,
    /// `None` if the archive has neither situation reports nor action plans.
    pub plans: Option<Plans>,
}

/// The place that an answer is about, on a page that also has the documents of another place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Whose {
    /// The name of the place; empty if several have the documents together.
    pub name: String,
    /// The names of those that have the documents together.
    pub joint: Vec<String>,
    /// When the place belonged to the area of the page, if the documents here may therefore not be
    /// all that it has.
    pub member: Option<Period>,
}

/// What is in force on the given date, for one kind of document.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SummaryAnswer {
    pub kind: Kind,
    /// Whether the archive has none at all here.
    pub none: bool,
    /// Whether smaller areas, whose documents have pages of their own, are within the place.
    pub has_areas: bool,
    pub groups: Vec<AnswerGroup>,
    /// The members of a police area for which the archive has none.
    pub without: Vec<String>,
    /// The other places taken together, if they are too many for an answer each.
    pub summed: Option<SummedInForce>,
}

/// How many places have documents of a kind that are in force. The numbers add up to `total`.
#[derive(Debug, Clone, Copy, Default, Hash, Serialize)]
pub struct SummedInForce {
    pub total: u32,
    pub in_force: u32,
    /// Places with none that is certain to be in force, but with some that may be.
    pub unclear: u32,
    /// Places whose documents are not in force.
    pub not_in_force: u32,
    /// Places without documents of the kind.
    pub none: u32,
}

/// What many places promise of follow-ups, and lack.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SummedFollowUps {
    /// The next promised follow-up.
    pub next: Option<EntryView>,
    /// The number of follow-ups that the archive lacks.
    pub missing: u32,
}

/// How many of many places have a situation report.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct SummedReports {
    pub with: u32,
    pub total: u32,
}

/// What is in force for one place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AnswerGroup {
    pub whose: Option<Whose>,
    /// Whether the municipality as a whole has none, although its districts have.
    pub none_whole: bool,
    pub in_force: Vec<InForce>,
    /// Documents that may or may not be in force, the newest first.
    pub unclear: Vec<InForce>,
    /// Documents whose period has not begun, the first to begin first.
    pub upcoming: Vec<InForce>,
    /// Whether any document of the owners may be in force, what they have together with others
    /// included, so that nothing is said of there being none.
    pub may_hold: bool,
    /// Whether a single document, which may be in force, is all that there is to report.
    pub alone: bool,
    /// If nothing is in force: the latest that no longer is. There are several if documents that
    /// are equally late have not ended in the same way.
    pub latest: Vec<Latest>,
    /// Facts about an action plan.
    pub plan: Option<PlanFacts>,
}

/// A document that is in force, or may be.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct InForce {
    pub document: DocumentLink,
    pub period: Option<Period>,
    /// For an action plan without a period, its date.
    pub date: Option<PartialDate>,
    /// What is to end it otherwise than its period does.
    pub coming_end: Option<EndingView>,
    /// Who has decided on an action plan.
    pub decided: Vec<Decided>,
}

/// A decision, and who made it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Decided {
    pub body: String,
    pub date: Option<PartialDate>,
}

/// The latest documents that are no longer in force, several if they are equally late and all of
/// this is true of each.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Latest {
    pub documents: Vec<DocumentLink>,
    pub period: Option<Period>,
    pub state: Option<State>,
    /// When it was ended, if that was before its time.
    pub ended: Option<PartialDate>,
    /// What has replaced it at an unknown time.
    pub replaced_by: Vec<DocumentLink>,
}

/// How the pledges of one place have been followed up.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowUps {
    pub whose: Option<Whose>,
    pub counted: Option<CountedDocuments>,
    /// If nothing is counted one by one: the latest follow-up, several if they are equally late.
    pub latest: Vec<DocumentLink>,
    /// What somebody outside the agreement has said of what is counted.
    pub third_parties: Vec<DocumentLink>,
    /// The next promised follow-up, with every document that promises it.
    pub next: Option<EntryView>,
    /// The follow-ups that the archive lacks, the latest first.
    pub missing: Vec<EntryView>,
    /// What the documents say about follow-ups in words, without dates.
    pub printed: Vec<PrintedPromise>,
}

/// A promise of follow-ups in the words of its source.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PrintedPromise {
    pub text: String,
    pub document: DocumentLink,
}

/// How many commitments of some documents have each status, and which documents they are.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountedDocuments {
    pub counting: Counting,
    /// The documents that are divided into commitments.
    pub documents: Vec<DocumentLink>,
    /// Those that are not, and are not counted.
    pub undivided: Vec<DocumentLink>,
}

/// Situation reports and action plans.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Plans {
    pub reports: Vec<Reports>,
    /// The other places taken together, if they are too many for a sentence each.
    pub reports_summed: Option<SummedReports>,
    pub plans: SummaryAnswer,
    /// Since when the law requires them of the municipality, if it is to be mentioned.
    pub law: Option<PartialDate>,
}

/// The latest situation report of one place, several if they are equally late and about the same
/// time.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Reports {
    pub whose: Option<Whose>,
    pub documents: Vec<DocumentLink>,
    /// The period that it covers, otherwise its date.
    pub period: Option<Period>,
    pub date: Option<PartialDate>,
    pub age: Option<Age>,
}

/// The age of something, in whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Age {
    pub years: u32,
    pub months: u32,
    /// Whether it may be more, since the date is not known to the day.
    pub at_least: bool,
}

/// The facts about an action plan apart from whether it is in force.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlanFacts {
    pub counted: Option<CountedDocuments>,
    /// The latest follow-up, several if they are equally late.
    pub follow_ups: Vec<DocumentLink>,
    /// The plans that it is of, if the place has had several.
    pub followed: Vec<DocumentLink>,
    pub follow_up_age: Option<Age>,
    /// What somebody outside has said of it.
    pub third_parties: Vec<DocumentLink>,
}
