//! What documents of some kinds have and others lack, available for any document.

use super::NoticeType;
use super::date::PartialDate;
use super::document::{Agreement, Document, FollowUp, Particulars, PledgeKeys, Reference};
use super::period::Period;
use crate::schema::Relation;

impl Agreement {
    fn references(&self) -> [(Relation, &[Reference]); 3] {
        [
            (Relation::Replaces, &self.replaces),
            (Relation::Extends, &self.extends),
            (Relation::BuildsOn, &self.builds_on),
        ]
    }
}

impl Document {
    /// The agreement's keys, if it is an agreement or a pledge.
    pub fn agreement(&self) -> Option<&Agreement> {
        match &self.particulars {
            Particulars::Agreement(agreement) | Particulars::Pledge(agreement, _) => {
                Some(agreement)
            }
            Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::ActionPlan(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// The pledge's own keys.
    pub fn pledge(&self) -> Option<&PledgeKeys> {
        match &self.particulars {
            Particulars::Pledge(_, pledge) => Some(pledge),
            Particulars::Agreement(_)
            | Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::ActionPlan(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// The follow-up's keys.
    pub fn follow_up(&self) -> Option<&FollowUp> {
        match &self.particulars {
            Particulars::FollowUp(follow_up) => Some(follow_up),
            Particulars::Agreement(_)
            | Particulars::Pledge(..)
            | Particulars::SituationReport(_)
            | Particulars::ActionPlan(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// The references as written, by the relations that its kind has.
    pub fn references(&self) -> Vec<(Relation, &[Reference])> {
        match &self.particulars {
            Particulars::Agreement(keys) => keys.references().to_vec(),
            Particulars::Pledge(keys, pledge) => {
                let mut all = keys.references().to_vec();
                all.push((Relation::Agreement, pledge.agreement.as_slice()));
                all
            }
            Particulars::FollowUp(keys) => vec![(Relation::FollowsUp, &keys.follows_up)],
            Particulars::SituationReport(_) => Vec::new(),
            Particulars::ActionPlan(keys) => vec![(Relation::BuildsOn, &keys.builds_on)],
            Particulars::Notice(keys) => vec![(Relation::About, &keys.about)],
            Particulars::Page(keys) => {
                vec![(Relation::TranslationOf, keys.translation_of.as_slice())]
            }
        }
    }

    /// The period that a document covers; `Some(None)` if it should state one but its source prints
    /// none.
    pub fn period(&self) -> Option<Option<Period>> {
        match &self.particulars {
            Particulars::Agreement(keys) | Particulars::Pledge(keys, _) => Some(keys.period.value),
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.period.as_ref().map(|period| period.value)
            }
            Particulars::FollowUp(_) | Particulars::Notice(_) | Particulars::Page(_) => None,
        }
    }

    /// The date that a document states as its own. Agreements and pledges have the date of their
    /// signing or its announcement instead.
    pub fn date(&self) -> Option<PartialDate> {
        match &self.particulars {
            Particulars::FollowUp(keys) => keys.date.as_ref().map(|date| date.value),
            Particulars::Notice(keys) => keys.date.as_ref().map(|date| date.value),
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.date.as_ref().map(|date| date.value)
            }
            Particulars::Agreement(_) | Particulars::Pledge(..) | Particulars::Page(_) => None,
        }
    }

    /// What sort of notice it is, if it is one.
    pub fn notice_type(&self) -> Option<NoticeType> {
        match &self.particulars {
            Particulars::Notice(notice) => Some(notice.notice_type),
            Particulars::Agreement(_)
            | Particulars::Pledge(..)
            | Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::ActionPlan(_)
            | Particulars::Page(_) => None,
        }
    }
}
