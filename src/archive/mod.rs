//! Link: what the files say about each other becomes one archive. References and Markdown links
//! become ids, membership and states are computed for the given date, timelines are put in order,
//! and the rules that need more than one file are checked. Pure: no I/O and no clock; the same
//! input gives the same archive and the same problems.

mod areas;
mod commitments;
mod concerned;
mod consequences;
mod cycles;
mod dates;
mod draft_references;
mod duplicates;
mod enclosed;
mod ending;
mod file_types;
mod focus;
mod follow_ups;
mod gaps;
mod held;
mod latest;
mod linked;
mod links;
mod lookup;
mod lost_references;
mod material;
mod order;
mod owners;
mod people;
mod place_ids;
mod places;
mod references;
mod referrers;
mod relations;
mod reworded;
mod rules;
mod seals;
mod settle;
mod spelling;
mod statement;
mod subject;
mod timeline;
mod translations;
mod unfinished;
mod whole;

use std::sync::Arc;

use jiff::civil::Date;

pub use consequences::leave_out;
pub use draft_references::references_to_drafts;
pub(crate) use enclosed::{fault_of_asset, position_in_words};
pub use ending::Ending;
pub use held::{Held, HeldUntil, InYear};
pub use linked::{
    Effective, EntrySubject, Gap, LinkTarget, Linked, LinkedCommitment, LinkedFile, LinkedPlace,
    Membership, PlaceName, Planned, RecordedOutcome, TimelineEntry,
};
pub use lookup::PathTarget;
pub use material::{Broken, Drafts, Material, MaterialFile, UnfinishedDocument};
pub use people::People;
pub use referrers::Referrers;
pub use reworded::is_reworded;
pub use rules::long_overdue;
pub use seals::{SealMark, Sealing};
pub use settle::{Leniency, settle};
pub use subject::Focus;
pub use whole::{Archive, Verdict};

use crate::diagnostic::Problem;
use crate::ledger::Ledger;
use crate::model::settings::Settings;
use crate::seals::Seals;
use unfinished::Unfinished;

/// What the program keeps beside the content, which an archive is checked against.
pub struct Kept {
    pub ledger: Arc<Ledger>,
    pub seals: Arc<Seals>,
}

impl Archive {
    /// Links everything that was read into the archive of one date, and returns what is wrong with
    /// what the files say of each other.
    pub fn link(
        material: &Material,
        settings: Arc<Settings>,
        kept: Kept,
        today: Date,
        drafts: Drafts,
    ) -> (Archive, Vec<Problem>) {
        let mut problems = Vec::new();
        let Kept { ledger, seals } = kept;
        let lookup = lookup::Lookup::new(material);

        let mut places =
            places::link(&material.places, &material.unfinished_places, &lookup, &mut problems);
        let mut documents = relations::link(material, &lookup, drafts, &mut problems);
        dates::effective(&mut documents);
        concerned::of_documents(&mut documents, &places, &mut problems);
        dates::states(&mut documents, today);
        relations::inverses(&mut documents);
        follow_ups::link(&mut documents, today, &mut problems);
        commitments::link(&mut documents, &lookup, &mut problems);
        let focus = focus::link(&mut documents, &settings.subjects, &mut problems);
        translations::adopt(&mut documents);
        seals::compare(&mut documents, &seals);
        let people = People::of(&documents);

        let mut files: Vec<LinkedFile> = material
            .files
            .iter()
            .map(|file| LinkedFile { file: file.clone(), published: false, referred: false })
            .collect();
        let unfinished = Unfinished::add(material, &mut places);
        let whole_places = material.places.len();
        links::link(
            &mut documents,
            &mut places,
            whole_places,
            &mut files,
            &lookup,
            &ledger,
            &mut problems,
        );
        problems.extend(lookup.lost(&ledger));
        unfinished.leave_out(&mut documents, &mut places, &mut problems);
        timeline::link(&documents, &mut places);

        let archive = Archive {
            settings,
            ledger,
            seals,
            today,
            documents: one_by_one(documents),
            places: Arc::new(places),
            focus: Arc::new(focus),
            files: Arc::new(files),
            people: Arc::new(people),
            search: Arc::default(),
        };
        (archive, problems)
    }

    /// Checks the rules of the archive as a whole.
    pub fn check(&self, material: &Material) -> Vec<Problem> {
        let mut problems = Vec::new();
        rules::check(self, &mut problems);
        seals::check(self, material, &mut problems);
        statement::check(&self.settings, self.today, &mut problems);
        problems
    }
}

/// Wraps each document by itself. Collecting would keep the memory that the vector took, fifteen
/// megabytes for a national archive, for nothing but the pointers to them.
fn one_by_one(documents: Vec<Linked>) -> Vec<Arc<Linked>> {
    let mut shared = Vec::with_capacity(documents.len());
    shared.extend(documents.into_iter().map(Arc::new));
    shared
}
