//! A document as its file states it: every key of the front matter, with its place in the file, and
//! the outline of the body. Nothing here is computed from other files.

mod common;
mod follow_up;
mod promises;
mod reference;

use std::sync::Arc;

pub use common::{
    Accept, ArchiveKeys, Attachment, Common, Conflict, Contact, Correction, Decision, Image,
    SourceNote,
};
pub use follow_up::{FollowUp, Outcome, OutcomeOf};
pub use promises::{Agreement, Commitment, Commitments, Ended, PlanKeys, PledgeKeys, Signatory};
pub use reference::Reference;

use super::address::Address;
use super::content_path::ContentPath;
use super::date::PartialDate;
use super::period::Period;
use super::tail::Tail;
use crate::diagnostic::{Source, Spanned};
use crate::markdown::Outline;
use crate::schema::{Kind, NoticeType};

/// A Markdown file that does not describe a place.
#[derive(Debug)]
pub struct Document {
    /// Not the kind of a place.
    pub kind: Kind,
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// The address of its page.
    pub address: Address,
    /// The keys that every file may have.
    pub common: Common,
    /// The keys of archive documents; empty for pages.
    pub archive: ArchiveKeys,
    /// The keys of its kind.
    pub particulars: Particulars,
    /// The body.
    pub body: Body,
}

/// A file's Markdown.
#[derive(Debug)]
pub struct Body {
    /// The text after the front matter, shared with the views.
    pub text: Tail,
    /// Where the body begins in the source's text.
    pub start: usize,
    /// Its headings, links and remarks; spans are in `text`.
    pub outline: Outline,
}

/// The keys of one kind.
#[derive(Debug)]
pub enum Particulars {
    /// An agreement. It has commitments if the same paper is also a pledge.
    Agreement(Agreement, Option<Commitments>),
    Pledge(Agreement, PledgeKeys),
    FollowUp(FollowUp),
    SituationReport(Covering),
    ActionPlan(Agreement, PlanKeys),
    Notice(Notice),
    Page(PageKeys),
}

/// Situation reports: they have a date, cover a period, or both.
#[derive(Debug)]
pub struct Covering {
    pub date: Option<Spanned<PartialDate>>,
    /// `Some(None)` if the source prints no period.
    pub period: Option<Spanned<Option<Period>>>,
}

/// The keys that only notices have.
#[derive(Debug)]
pub struct Notice {
    /// Its own date; a notice without one has `published`.
    pub date: Option<Spanned<PartialDate>>,
    pub notice_type: NoticeType,
    pub about: Vec<Reference>,
}

/// The keys that only pages have.
#[derive(Debug, Default)]
pub struct PageKeys {
    pub translation_of: Option<Reference>,
}

impl Document {
    /// Its path in `content/`.
    pub fn path(&self) -> ContentPath<'_> {
        ContentPath::of_source(&self.source)
    }
}
