//! The rule that a municipality has a situation report that is recent enough.

use jiff::ToSpan;
use jiff::civil::{self, Date};

use super::words::in_words;
use crate::archive::linked::LinkedPlace;
use crate::archive::whole::Archive;
use crate::diagnostic::{Code, Problem};
use crate::model::{Kind, Period};
use crate::text;

/// Lag (2023:196) 6 §: from 1 July 2023, the situation report must be brought up to date at least
/// every second year.
const LAW_IN_FORCE: Date = civil::date(2023, 7, 1);

/// Checks the rule on one place.
pub(super) fn check(archive: &Archive, place: &LinkedPlace, problems: &mut Vec<Problem>) {
    if place.place.kind() != Kind::Municipality {
        return;
    }
    let latest = place
        .documents
        .iter()
        .map(|id| archive.document(*id))
        .filter(|linked| linked.document.kind == Kind::SituationReport)
        .filter_map(|linked| {
            // The age of a report is counted from the last day that it covers.
            let until = linked.document.period().and_then(Period::until);
            Some((until.or(linked.effective.map(|effective| effective.date))?, linked))
        })
        .max_by_key(|(date, _)| date.order());
    let Some((date, linked)) = latest else { return };
    let due = date.last_day().max(LAW_IN_FORCE).checked_add(24.months());
    if due.is_ok_and(|due| archive.today > due) {
        let (sv, en) = in_words(date);
        let place = place.short_name();
        problems.push(Problem::at(
            Code::SituationReportOld,
            &linked.document.source,
            linked.document.common.title.span.clone(),
            text!(
                "Den senaste lägesbilden för {place} är från {sv}, för mer än 24 månader sedan.",
                "The latest situation report for {place} is from {en}, more than 24 months ago."
            ),
            text!(
                "Enligt lagen (2023:196) 6 § ska den uppdateras minst vartannat år. Lägg till den nya. Finns ingen nyare, skriv: accept = [{{ code = \"situation-report-old\", reason = \"…\" }}]",
                "The law (2023:196) 6 § asks for a new one at least every second year. Add it. If there is none, write: accept = [{{ code = \"situation-report-old\", reason = \"…\" }}]"
            ),
        ));
    }
}
