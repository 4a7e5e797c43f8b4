//! When a document was last published or changed.

use crate::archive::Linked;
use crate::model::PartialDate;

/// The latest of `archived` and corrections, otherwise the effective date.
pub fn updated(linked: &Linked) -> Option<PartialDate> {
    let common = &linked.document.common;
    common
        .archived
        .into_iter()
        .chain(common.corrections.iter().map(|correction| correction.date))
        .max_by_key(|date| date.first_day())
        .or(linked.effective.map(|effective| effective.date))
}
