//! The keys of each kind of document.

mod follow_up;
mod promises;

use follow_up::follow_up;
use promises::{agreement, pledge};

use super::fields::Table;
use crate::diagnostic::Spanned;
use crate::model::document::{Covering, Notice, PageKeys, Particulars, Reference};
use crate::model::{Kind, NoticeType, PartialDate};

/// Reads the keys of a document's own kind; `None` for places, and if something required is
/// missing.
pub fn particulars(keys: &Table<'_>, kind: Kind) -> Option<Particulars> {
    Some(match kind {
        Kind::Agreement => Particulars::Agreement(agreement(keys)?),
        Kind::Pledge => {
            let pledge = pledge(keys);
            Particulars::Pledge(agreement(keys)?, pledge)
        }
        Kind::FollowUp => Particulars::FollowUp(follow_up(keys)?),
        Kind::SituationReport => Particulars::SituationReport(covering(keys, Vec::new())),
        Kind::ActionPlan => Particulars::ActionPlan(covering(keys, keys.references("builds_on"))),
        Kind::Notice => Particulars::Notice(notice(keys)),
        Kind::Page => {
            Particulars::Page(PageKeys { translation_of: keys.reference("translation_of") })
        }
        Kind::Municipality | Kind::PoliceArea | Kind::District => return None,
    })
}

fn covering(keys: &Table<'_>, builds_on: Vec<Reference>) -> Covering {
    let (date, period) = (keys.date("date"), keys.period("period"));
    if date.is_none() && period.is_none() {
        keys.need_one_of(&["date", "period"]);
    }
    Covering { date, period, builds_on }
}

/// The date of a follow-up or a notice, which needs either this or `published`.
fn own_date(keys: &Table<'_>) -> Option<Spanned<PartialDate>> {
    let date = keys.date("date");
    if date.is_none() && keys.absent_or_empty("published") {
        keys.need_one_of(&["date", "published"]);
    }
    date
}

fn notice(keys: &Table<'_>) -> Notice {
    let date = own_date(keys);
    let notice_type = keys.word("type").map_or(NoticeType::News, |word| word.value);
    let about = keys.references("about");
    Notice { date, notice_type, about }
}
