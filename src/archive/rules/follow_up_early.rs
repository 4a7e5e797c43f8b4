//! The rule that a follow-up is not dated before the beginning of the document that it follows up.

use super::document::Rules;
use super::words::in_words;
use crate::archive::linked::Linked;
use crate::diagnostic::Code;
use crate::model::{PartialDate, Period};
use crate::text;

impl Rules<'_> {
    /// Reports a follow-up that is dated before the first day on which its document can have begun.
    pub(super) fn follow_up_early(&mut self) {
        let document = &self.linked.document;
        let Some(follow_up) = document.follow_up() else { return };
        let Some(date) = follow_up.date.as_ref().or(document.archive.published.as_ref()) else {
            return;
        };
        let archive = self.archive;
        let followed = self.linked.follows_up.iter().map(|id| archive.document(*id));
        let too_early = followed
            .filter_map(|followed| Some((followed, begun(followed)?)))
            .find(|(_, begun)| date.value.last_day() < begun.first_day());
        let Some((followed, begun)) = too_early else { return };
        let title = &followed.document.common.title.value;
        let ((sv, en), (began_sv, began_en)) = (in_words(date.value), in_words(begun));
        self.warn(
            Code::FollowUpEarly,
            Some(date.span.clone()),
            text!(
                "Uppföljningen är daterad {sv}, men det som den följer upp, ”{title}”, är tidigast från {began_sv}.",
                "The follow-up is dated {en}, but what it follows up, “{title}”, is from {began_en} at the earliest."
            ),
            text!(
                "Kontrollera datumet mot källan, och att follows_up leder till rätt dokument.",
                "Check the date against the source, and that follows_up leads to the right document."
            ),
        );
    }
}

/// The earliest date on which a document can have begun: the first of the beginning of its period,
/// its date, its signing, its announcement and its publication.
fn begun(linked: &Linked) -> Option<PartialDate> {
    let document = &linked.document;
    let value = |date: &crate::diagnostic::Spanned<PartialDate>| date.value;
    let agreement = document.agreement();
    let dates = [
        document.period().and_then(Period::from),
        document.date(),
        agreement.and_then(|keys| keys.signed.as_ref()).map(value),
        agreement.and_then(|keys| keys.announced.as_ref()).map(value),
        document.archive.published.as_ref().map(value),
    ];
    dates.into_iter().flatten().min_by_key(|date| date.first_day())
}
