//! How many commitments of pledges, or measures of action plans, have each status, and according to
//! whom.

use super::maker::Maker;
use crate::archive::Linked;
use crate::model::{Document, Kind, Standing, Status};
use crate::site::view::{Counted, Counting};

impl Maker<'_> {
    /// Counts the measures of a document if it is an action plan, otherwise its commitments.
    pub fn counting_in(&self, linked: &Linked) -> Option<Counting> {
        let measures = has(&linked.document, Counted::Measures);
        self.counting(if measures { Counted::Measures } else { Counted::Commitments }, [linked])
    }

    /// Counts the commitments, or the measures, of some documents by status; `None` if none of the
    /// documents has any of what is counted.
    pub fn counting<'b>(
        &self,
        of: Counted,
        documents: impl IntoIterator<Item = &'b Linked>,
    ) -> Option<Counting> {
        let mut counting = Counting { of, ..Counting::default() };
        let mut any = false;
        for linked in documents.into_iter().filter(|linked| has(&linked.document, of)) {
            any = true;
            if linked.commitments.is_empty() {
                counting.undivided += 1;
            } else {
                counting.divided += 1;
                counting.partly_known += u32::from(!self.archive.commitments_complete(linked));
            }
            for commitment in &linked.commitments {
                counting.total += 1;
                counting.disputed += u32::from(self.archive.is_disputed(commitment));
                match self.archive.verdict(commitment).map(|verdict| verdict.by) {
                    Some(who) if who == self.archive.settings.title => counting.by_archive = true,
                    Some(who) if !counting.by.iter().any(|by| by == who) => {
                        counting.by.push(who.to_owned());
                        counting.by_others |= !self.is_party(who, linked);
                    }
                    Some(_) | None => {}
                }
                *match commitment.standing {
                    Standing::Judged(Status::Kept) => &mut counting.kept,
                    Standing::Judged(Status::PartlyKept) => &mut counting.partly_kept,
                    Standing::Judged(Status::NotKept) => &mut counting.not_kept,
                    Standing::Judged(Status::Cancelled) => &mut counting.cancelled,
                    Standing::Judged(Status::NotStarted) => &mut counting.not_started,
                    Standing::Judged(Status::Ongoing) if linked.over() => {
                        &mut counting.ongoing_over
                    }
                    Standing::Judged(Status::Ongoing) => &mut counting.ongoing,
                    Standing::Judged(Status::NotAssessable) => &mut counting.not_assessable,
                    Standing::Reported => &mut counting.reported,
                    Standing::AsAWhole => &mut counting.as_a_whole,
                    Standing::None => &mut counting.missing,
                } += 1;
            }
        }
        any.then_some(counting)
    }

    /// Whether somebody is known to be a party to a document: one that it names as such, or as
    /// responsible for a commitment; the police; or, by its name, its municipality or district.
    fn is_party(&self, who: &str, linked: &Linked) -> bool {
        let keys = linked.document.agreement();
        let mut parties = keys.iter().flat_map(|keys| {
            let signed = keys.signatories.iter().filter_map(|one| one.organisation.as_ref());
            keys.parties.iter().chain(signed)
        });
        let commitments = linked.commitments.iter();
        let mut written = commitments.filter_map(|one| self.archive.commitment(one));
        let folded = who.to_lowercase();
        let mut places = linked.municipalities.iter().chain(&linked.districts);
        folded.contains("polis")
            || folded.contains("police")
            || parties.any(|party| party == who)
            || written.any(|commitment| commitment.by.iter().any(|by| by == who))
            || places
                .any(|id| folded.contains(&self.archive.place(*id).short_name().to_lowercase()))
    }
}

/// Whether a document is of the kind that has what is counted.
fn has(document: &Document, of: Counted) -> bool {
    match of {
        Counted::Commitments => document.is_pledge(),
        Counted::Measures => document.is(Kind::ActionPlan),
    }
}
