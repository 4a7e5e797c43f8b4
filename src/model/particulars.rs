//! What documents of some kinds have and others lack, available for any document.

use std::iter;

use super::NoticeType;
use super::date::PartialDate;
use super::document::{
    Agreement, Commitments, Document, FollowUp, Particulars, PledgeKeys, Reference,
};
use super::period::Period;
use crate::diagnostic::Spanned;
use crate::schema::{Kind, Relation};

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
    /// The keys that agreements, pledges and action plans have in common.
    pub fn agreement(&self) -> Option<&Agreement> {
        match &self.particulars {
            Particulars::Agreement(keys, _)
            | Particulars::Pledge(keys, _)
            | Particulars::ActionPlan(keys, _) => Some(keys),
            Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// The pledge's own keys.
    pub fn pledge(&self) -> Option<&PledgeKeys> {
        match &self.particulars {
            Particulars::Pledge(_, pledge) => Some(pledge),
            Particulars::Agreement(..)
            | Particulars::ActionPlan(..)
            | Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// The commitments in the document itself, if it is a pledge, an agreement that is also a
    /// pledge, or an action plan.
    pub fn commitments(&self) -> Option<&Commitments> {
        match &self.particulars {
            Particulars::Pledge(_, pledge) => Some(&pledge.commitments),
            Particulars::Agreement(_, included) => included.as_ref(),
            Particulars::ActionPlan(_, plan) => Some(&plan.commitments),
            Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// Whether it is a pledge. This includes an agreement if the same paper is also a pledge.
    pub fn is_pledge(&self) -> bool {
        match &self.particulars {
            Particulars::Pledge(..) | Particulars::Agreement(_, Some(_)) => true,
            Particulars::Agreement(_, None)
            | Particulars::ActionPlan(..)
            | Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => false,
        }
    }

    /// Whether it is an agreement that is also a pledge.
    pub fn includes_pledge(&self) -> bool {
        self.is_pledge() && self.kind != Kind::Pledge
    }

    /// Whether it is of this kind, either by its own kind or because the same paper is also a
    /// pledge.
    pub fn is(&self, kind: Kind) -> bool {
        self.roles().any(|role| role == kind)
    }

    /// Its kinds: its own, and also that of a pledge if the same paper is both.
    pub fn roles(&self) -> impl Iterator<Item = Kind> {
        iter::once(self.kind).chain(self.includes_pledge().then_some(Kind::Pledge))
    }

    /// Whether it is a follow-up by the parties themselves. That of somebody outside stands beside
    /// theirs.
    pub fn is_by_parties(&self) -> bool {
        self.follow_up().is_some_and(|keys| !keys.third_party)
    }

    /// Whether it is a follow-up by somebody outside the agreement.
    pub fn is_by_outsiders(&self) -> bool {
        self.follow_up().is_some_and(|keys| keys.third_party)
    }

    /// The follow-up's keys.
    pub fn follow_up(&self) -> Option<&FollowUp> {
        match &self.particulars {
            Particulars::FollowUp(follow_up) => Some(follow_up),
            Particulars::Agreement(..)
            | Particulars::Pledge(..)
            | Particulars::ActionPlan(..)
            | Particulars::SituationReport(_)
            | Particulars::Notice(_)
            | Particulars::Page(_) => None,
        }
    }

    /// Whether it is another document of the archive in a different language.
    pub fn is_translation(&self) -> bool {
        self.archive.translation_of.is_some()
    }

    /// The references as written, by the relations that its kind has.
    pub fn references(&self) -> Vec<(Relation, &[Reference])> {
        let mut all: Vec<(Relation, &[Reference])> = match &self.particulars {
            Particulars::Agreement(keys, _) | Particulars::ActionPlan(keys, _) => {
                keys.references().to_vec()
            }
            Particulars::Pledge(keys, pledge) => {
                let mut all = keys.references().to_vec();
                all.push((Relation::Agreement, pledge.agreement.as_slice()));
                all
            }
            Particulars::FollowUp(keys) => vec![(Relation::FollowsUp, &keys.follows_up)],
            Particulars::SituationReport(_) => Vec::new(),
            Particulars::Notice(keys) => vec![(Relation::About, &keys.about)],
            Particulars::Page(keys) => {
                return vec![(Relation::TranslationOf, keys.translation_of.as_slice())];
            }
        };
        if let Some(original) = &self.archive.translation_of {
            all.push((Relation::TranslationOf, std::slice::from_ref(original)));
        }
        all
    }

    /// The period that a document covers; `None` if it states none, or if its source prints none.
    pub fn period(&self) -> Option<Period> {
        self.written_period().and_then(|period| period.value)
    }

    /// Whether it states that its source prints no period.
    pub fn is_period_unknown(&self) -> bool {
        self.written_period().is_some_and(|period| period.value.is_none())
    }

    /// The period as written, with its position in the file; its value is `None` if the document
    /// states that its source prints none.
    pub fn written_period(&self) -> Option<&Spanned<Option<Period>>> {
        let written = match &self.particulars {
            Particulars::Agreement(keys, _)
            | Particulars::Pledge(keys, _)
            | Particulars::ActionPlan(keys, _) => &keys.period,
            Particulars::SituationReport(keys) => &keys.period,
            Particulars::FollowUp(_) | Particulars::Notice(_) | Particulars::Page(_) => {
                return None;
            }
        };
        written.as_ref()
    }

    /// The date that a document states as its own. Agreements and pledges have the date of their
    /// signing or its announcement instead.
    pub fn date(&self) -> Option<PartialDate> {
        self.written_date().map(|date| date.value)
    }

    /// Like [`Document::date`], with its position in the file.
    pub fn written_date(&self) -> Option<&Spanned<PartialDate>> {
        let written = match &self.particulars {
            Particulars::FollowUp(keys) => &keys.date,
            Particulars::Notice(keys) => &keys.date,
            Particulars::SituationReport(keys) => &keys.date,
            Particulars::ActionPlan(_, keys) => &keys.date,
            Particulars::Agreement(..) | Particulars::Pledge(..) | Particulars::Page(_) => {
                return None;
            }
        };
        written.as_ref()
    }

    /// What sort of notice it is, if it is one.
    pub fn notice_type(&self) -> Option<NoticeType> {
        match &self.particulars {
            Particulars::Notice(notice) => Some(notice.notice_type),
            Particulars::Agreement(..)
            | Particulars::Pledge(..)
            | Particulars::ActionPlan(..)
            | Particulars::FollowUp(_)
            | Particulars::SituationReport(_)
            | Particulars::Page(_) => None,
        }
    }
}
