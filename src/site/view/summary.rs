//! "Läget i korthet": what a place's page answers first. On the page of a place that has others'
//! documents every answer says whose it is.

use serde::Serialize;

use super::counting::Counting;
use super::entry::EntryView;
use super::links::DocumentLink;
use crate::model::{Kind, PartialDate, Period, State};

/// What a place's page answers first.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Summary {
    pub pledges: SummaryAnswer,
    pub agreements: SummaryAnswer,
    /// One for each place of which there is something to say.
    pub follow_ups: Vec<FollowUps>,
    /// Where the archive has a situation report or an action plan.
    pub plans: Option<Plans>,
}

/// Whose an answer is, on the page of a place that has others' documents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Whose {
    /// The place's; empty of what several have together.
    pub name: String,
    /// The names of those that have it together.
    pub joint: Vec<String>,
}

/// What is in force on the day, of one kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SummaryAnswer {
    pub kind: Kind,
    /// The archive has none here at all.
    pub none: bool,
    pub groups: Vec<AnswerGroup>,
    /// Members of a police area of which the archive has none.
    pub without: Vec<String>,
}

/// What is in force of one place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AnswerGroup {
    pub whose: Option<Whose>,
    /// The municipality as a whole has none; its districts have.
    pub none_whole: bool,
    pub in_force: Vec<InForce>,
    /// Of which nobody knows whether they are, the newest first.
    pub unclear: Vec<InForce>,
    /// The unclear one is all that there is to tell.
    pub alone: bool,
    /// When nothing is in force: the latest that no longer is, several when they tie.
    pub latest: Option<Latest>,
    /// Of action plans.
    pub plan: Option<PlanFacts>,
}

/// A document that is in force, or may be.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct InForce {
    pub document: DocumentLink,
    pub period: Option<Period>,
    /// Of an action plan without a period: from when it is.
    pub date: Option<PartialDate>,
    /// By whom it was decided, of action plans.
    pub decided: Vec<Decided>,
}

/// A decision and by whom.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Decided {
    pub body: String,
    pub date: Option<PartialDate>,
}

/// The latest documents that are no longer in force.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Latest {
    pub documents: Vec<DocumentLink>,
    pub period: Option<Period>,
    pub state: Option<State>,
    /// Of what was ended before its time: when.
    pub ended: Option<PartialDate>,
    /// By what it was replaced, at a time that nobody knows.
    pub replaced_by: Vec<DocumentLink>,
}

/// How one place's pledges have been followed up.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowUps {
    pub whose: Option<Whose>,
    pub counted: Option<CountedDocuments>,
    /// Where nothing is counted one by one: the latest follow-up there is.
    pub latest: Option<DocumentLink>,
    /// The next that is promised.
    pub next: Option<EntryView>,
    /// Those that the archive lacks, the latest first.
    pub missing: Vec<EntryView>,
}

/// How the commitments of some documents stand, and of which.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountedDocuments {
    pub counting: Counting,
    /// Those that are divided into commitments.
    pub documents: Vec<DocumentLink>,
    /// All of them are over.
    pub over: bool,
}

/// Situation reports and action plans.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Plans {
    pub reports: Vec<Reports>,
    pub plans: SummaryAnswer,
    /// What the law asks of a municipality is told.
    pub law: bool,
}

/// One place's latest situation report, several when they tie.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Reports {
    pub whose: Option<Whose>,
    pub documents: Vec<DocumentLink>,
    /// What it is about, else when it is from.
    pub period: Option<Period>,
    pub date: Option<PartialDate>,
    pub age: Option<Age>,
}

/// How old something is, in whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Age {
    pub years: u32,
    pub months: u32,
}

/// What is told of an action plan beside how it stands.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlanFacts {
    pub counted: Option<CountedDocuments>,
    pub follow_up: Option<DocumentLink>,
    pub follow_up_age: Option<Age>,
}
