//! What documents of some kinds have and others lack, asked of any document.

use crate::model::document::{Document, Particulars};
use crate::model::{NoticeType, PartialDate, Period};

/// The period that a document covers: `Some(None)` when it should say one and its source prints none.
pub fn covering(document: &Document) -> Option<Option<Period>> {
    match &document.particulars {
        Particulars::Agreement(keys) | Particulars::Pledge(keys, _) => Some(keys.period.value),
        Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
            keys.period.as_ref().map(|period| period.value)
        }
        Particulars::FollowUp(_) | Particulars::Notice(_) | Particulars::Page(_) => None,
    }
}

/// The date that a document states as its own. Agreements and pledges are signed or announced
/// instead.
pub fn date(document: &Document) -> Option<PartialDate> {
    match &document.particulars {
        Particulars::FollowUp(keys) => Some(keys.date.value),
        Particulars::Notice(keys) => Some(keys.date.value),
        Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
            keys.date.as_ref().map(|date| date.value)
        }
        Particulars::Agreement(_) | Particulars::Pledge(..) | Particulars::Page(_) => None,
    }
}

/// What sort of notice it is, if it is one.
pub fn notice_type(document: &Document) -> Option<NoticeType> {
    match &document.particulars {
        Particulars::Notice(notice) => Some(notice.notice_type),
        Particulars::Agreement(_)
        | Particulars::Pledge(..)
        | Particulars::FollowUp(_)
        | Particulars::SituationReport(_)
        | Particulars::ActionPlan(_)
        | Particulars::Page(_) => None,
    }
}
