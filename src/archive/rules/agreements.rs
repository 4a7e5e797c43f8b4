//! Rules of agreements and of the pledges under them: who signed, which follow-ups were promised,
//! and whether a pledge is within the period of its agreement.

use jiff::ToSpan;
use jiff::civil::Date;

use super::document::Rules;
use super::words::in_words;
use crate::archive::Archive;
use crate::archive::linked::Linked;
use crate::diagnostic::{Code, Problem};
use crate::model::document::{Agreement, Document, PledgeKeys};
use crate::model::{ContentPath, PartialDate, PlannedState, Wording};
use crate::text;

/// The follow-ups of a document that were promised so long ago that nothing is reported of them any
/// more, and that are missing still.
pub fn long_overdue(archive: &Archive, path: Option<ContentPath<'_>>) -> Vec<Problem> {
    let id = path.and_then(|path| archive.document_at(path));
    let Some(linked) = id.map(|id| archive.document(id)) else { return Vec::new() };
    let document = &linked.document;
    let Some(agreement) = document.agreement() else { return Vec::new() };
    if document.common.accept.iter().any(|accept| accept.is_of(Code::FollowUpOverdue)) {
        return Vec::new();
    }
    let old = missing(linked).filter(|date| !is_recent(*date, archive.today));
    old.map(|date| overdue(document, agreement, date)).collect()
}

fn missing(linked: &Linked) -> impl Iterator<Item = PartialDate> + '_ {
    let missing = linked.planned.iter().filter(|it| it.state == PlannedState::Missing);
    missing.map(|planned| planned.date)
}

/// Whether no more than twelve months have passed since a promised date.
fn is_recent(date: PartialDate, today: Date) -> bool {
    date.last_day().checked_add(12.months()).is_ok_and(|forgotten| today <= forgotten)
}

fn overdue(document: &Document, agreement: &Agreement, date: PartialDate) -> Problem {
    let mut written = agreement.follow_ups_planned.iter();
    let span = written.find(|written| written.value == date).map(|written| written.span.clone());
    let (sv, en) = in_words(date);
    let message = text!(
        "En uppföljning var utlovad till {sv}, men arkivet har ingen.",
        "A follow-up was promised for {en}, but the archive has none."
    );
    let help = text!(
        "Lägg till uppföljningen med ”loftesarkiv new follow-up”. Har den inte gjorts visas den som saknad.",
        "Add it with “loftesarkiv new follow-up”. If it was never made, it is shown as missing."
    );
    match span {
        Some(span) => Problem::at(Code::FollowUpOverdue, &document.source, span, message, help),
        None => Problem::in_file(Code::FollowUpOverdue, &document.source, message, help),
    }
}

impl Rules<'_> {
    pub(super) fn signatories(&mut self, agreement: &Agreement) {
        let mentioned = self.linked.document.common.wording == Some(Wording::Mentioned);
        if agreement.signatories.is_empty() && !mentioned {
            self.warn(
                Code::NoSignatories,
                self.title_span(),
                text!(
                    "Dokumentet säger inte vilka som har skrivit under.",
                    "The document does not say who signed it."
                ),
                text!(
                    "Lägg till [[signatories]] med namn som i källan. Saknas de där: accept = [{{ code = \"no-signatories\", reason = \"…\" }}].",
                    "Add [[signatories]] with names as in the source. If it has none: accept = [{{ code = \"no-signatories\", reason = \"…\" }}]."
                ),
            );
        }
    }

    /// Reported for twelve months after the planned date, not for ever.
    pub(super) fn overdue(&mut self, agreement: &Agreement) {
        let today = self.archive.today;
        for date in missing(self.linked).filter(|date| is_recent(*date, today)) {
            self.problems.push(overdue(&self.linked.document, agreement, date));
        }
    }

    pub(super) fn agreement(&mut self, pledge: &PledgeKeys) {
        let Some(reference) = &pledge.agreement else {
            self.warn(
                Code::PledgeWithoutAgreement,
                self.title_span(),
                text!(
                    "Medborgarlöftet säger inte vilken överenskommelse det hör till.",
                    "The pledge does not say which agreement it belongs to."
                ),
                text!(
                    "Skriv agreement = \"….md\" ovanför första raden med [ … ]. Är ingen överenskommelse känd, skriv där: accept = [{{ code = \"pledge-without-agreement\", reason = \"…\" }}].",
                    "Write agreement = \"….md\" above the first line with [ … ]. If no agreement is known, write there: accept = [{{ code = \"pledge-without-agreement\", reason = \"…\" }}]."
                ),
            );
            return;
        };
        let period = |linked: &Linked| linked.document.agreement().and_then(|a| a.period());
        let Some(agreement) = self.linked.agreement.map(|id| self.archive.document(id)) else {
            return;
        };
        let (Some(own), Some(frame)) = (period(self.linked), period(agreement)) else { return };
        // This can only be said of days that are known.
        let after = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a > b);
        let outside = after(frame.first_day(), own.first_day())
            || after(own.last_day(), frame.last_day())
            || after(own.first_day(), frame.last_day())
            || after(frame.first_day(), own.last_day());
        if outside {
            self.warn(
                Code::PledgeOutsideAgreement,
                Some(reference.span.clone()),
                text!(
                    "Medborgarlöftets tid ligger inte inom överenskommelsens.",
                    "The pledge's time does not lie within the agreement's."
                ),
                text!(
                    "Kontrollera period i båda filerna, och att det är rätt överenskommelse.",
                    "Check period in both files, and that it is the right agreement."
                ),
            );
        }
    }
}
