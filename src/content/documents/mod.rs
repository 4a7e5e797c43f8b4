//! The keys of each kind of document.

mod follow_up;
mod promises;

use follow_up::follow_up;
use promises::{agreement, plan, pledge};

use super::fields::Table;
use crate::diagnostic::Spanned;
use crate::model::document::{Covering, Notice, PageKeys, Particulars};
use crate::model::{Kind, NoticeType, PartialDate, Period};

/// Reads the keys of a document's own kind; `None` for places, and if something required is
/// missing.
pub fn particulars(keys: &Table<'_>, kind: Kind) -> Option<Particulars> {
    Some(match kind {
        Kind::Agreement => {
            let included = promises::included(keys);
            Particulars::Agreement(agreement(keys)?, included)
        }
        Kind::Pledge => {
            let pledge = pledge(keys);
            Particulars::Pledge(agreement(keys)?, pledge)
        }
        Kind::FollowUp => Particulars::FollowUp(follow_up(keys)?),
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

/// A period as written: `Some` of `None` when the source prints none.
type WrittenPeriod = Option<Spanned<Option<Period>>>;

/// When a situation report or an action plan is from: at least one of its date and its period.
fn date_or_period(keys: &Table<'_>) -> (Option<Spanned<PartialDate>>, WrittenPeriod) {
    let (date, period) = (keys.date("date"), keys.period("period"));
    if date.is_none() && period.is_none() {
        keys.need_one_of(&["date", "period"]);
    }
    (date, period)
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
