//! The keys of each kind of document.

mod dated;
mod follow_up;
mod inherited;
mod promises;

use dated::{date_or_period, own_date};
use follow_up::follow_up;
pub use inherited::inherited;
use promises::{agreement, plan, pledge};

use super::fields::Table;
use crate::model::document::{Covering, Notice, PageKeys, Particulars};
use crate::model::{Kind, NoticeType};

/// Reads the keys of a document's own kind; `None` for places. What is required and missing is
/// reported, and left empty.
pub fn particulars(keys: &Table<'_>, kind: Kind) -> Option<Particulars> {
    Some(match kind {
        Kind::Agreement => {
            let included = promises::included(keys);
            Particulars::Agreement(agreement(keys), included)
        }
        Kind::Pledge => {
            let pledge = pledge(keys);
            Particulars::Pledge(agreement(keys), pledge)
        }
        Kind::FollowUp => Particulars::FollowUp(follow_up(keys)),
        Kind::SituationReport => {
            let (date, period) = date_or_period(keys);
            Particulars::SituationReport(Covering { date, period })
        }
        Kind::ActionPlan => {
            let (keys, plan) = plan(keys);
            Particulars::ActionPlan(keys, plan)
        }
        Kind::Notice => Particulars::Notice(notice(keys)),
        Kind::Page => {
            Particulars::Page(PageKeys { translation_of: keys.reference("translation_of") })
        }
        Kind::Municipality | Kind::PoliceArea | Kind::District => return None,
    })
}

fn notice(keys: &Table<'_>) -> Notice {
    let date = own_date(keys);
    let notice_type = keys.word("type").map_or(NoticeType::News, |word| word.value);
    let about = keys.references("about");
    Notice { date, notice_type, about }
}
