//! The rules of the archive that need more than one file or the date. No rule objects to what is
//! normal, such as signing after the period began, several pledges at once, quarterly pledges, or
//! an agreement without pledges.

mod agreements;
mod bounds;
mod copies;
mod date_far;
mod document;
mod follow_up_early;
mod ignored;
mod situation_report;
mod twice;
mod words;
mod year_folder;

pub use agreements::long_overdue;
use rayon::prelude::*;

use super::whole::Archive;
use crate::diagnostic::Problem;
use crate::piece::PIECE;
use crate::schema::Kind;
use document::Rules;

/// Checks every rule on every document.
pub fn check(archive: &Archive, problems: &mut Vec<Problem>) {
    problems.par_extend(archive.documents.par_iter().with_max_len(PIECE).flat_map_iter(|linked| {
        let mut problems = Vec::new();
        let mut rules = Rules { archive, linked, problems: &mut problems };
        rules.bounds();
        rules.check_sources();
        rules.check_attachments();
        rules.check_contact();
        rules.dates_far();
        // The rest is the original's.
        if linked.document.is_translation() {
            return problems;
        }
        rules.check_members();
        rules.follow_up_early();
        rules.year_folder();
        if let Some(agreement) = linked.document.agreement() {
            // An action plan is decided on, and seldom signed, so it may lack signatories.
            if linked.document.kind != Kind::ActionPlan {
                rules.signatories(agreement);
            }
            rules.overdue(agreement);
        }
        if let Some(pledge) = linked.document.pledge() {
            rules.agreement(pledge);
        }
        problems
    }));
    for place in archive.places.iter() {
        situation_report::check(archive, place, problems);
        date_far::of_place(&place.place, archive.today, problems);
    }
    twice::check(archive, problems);
    ignored::check(archive, problems);
}
