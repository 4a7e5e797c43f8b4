//! Rules of agreements and of the pledges under them: who signed, which follow-ups were promised,
//! and whether a pledge is within the period of its agreement.

use jiff::ToSpan;
use jiff::civil::Date;

use super::document::Rules;
use super::words::in_words;
use crate::archive::linked::Linked;
use crate::diagnostic::Code;
use crate::model::document::{Agreement, PledgeKeys};
use crate::model::{PlannedState, Wording};
use crate::text;

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
        for planned in &self.linked.planned {
            let recent = planned
                .date
                .last_day()
                .checked_add(12.months())
                .is_ok_and(|forgotten| today <= forgotten);
            if planned.state != PlannedState::Missing || !recent {
                continue;
            }
            let span = agreement
                .follow_ups_planned
                .iter()
                .find(|written| written.value == planned.date)
                .map(|written| written.span.clone());
            let (sv, en) = in_words(planned.date);
            self.warn(
                Code::FollowUpOverdue,
                span,
                text!(
                    "En uppföljning var utlovad till {sv}, men arkivet har ingen.",
                    "A follow-up was promised for {en}, but the archive has none."
                ),
                text!(
                    "Lägg till uppföljningen med ”loftesarkiv new follow-up”. Har den inte gjorts visas den som saknad.",
                    "Add it with “loftesarkiv new follow-up”. If it was never made, it is shown as missing."
                ),
            );
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
