//! The rule that a follow-up comes after what it follows up has begun.

use super::document::Rules;
use super::words::in_words;
use crate::archive::linked::Linked;
use crate::diagnostic::Code;
use crate::model::{PartialDate, Period};
use crate::text;

impl Rules<'_> {
    /// A follow-up dated before the first day that its document can have begun on.
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

/// The earliest that a document says of its own beginning: none is begun before it is signed,
/// announced, dated or in its period.
fn begun(linked: &Linked) -> Option<PartialDate> {
    let document = &linked.document;
    let value = |date: &crate::diagnostic::Spanned<PartialDate>| date.value;
    let agreement = document.agreement();
    let dates = [
        document.period().flatten().and_then(Period::from),
        document.date(),
        agreement.and_then(|keys| keys.signed.as_ref()).map(value),
        agreement.and_then(|keys| keys.announced.as_ref()).map(value),
        document.archive.published.as_ref().map(value),
    ];
    dates.into_iter().flatten().min_by_key(|date| date.first_day())
}
