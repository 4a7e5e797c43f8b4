//! Pages that a site need not have. An editor who had a file at the address of one before the
//! program did keeps it; the program then does without the page, and says so.

use crate::archive::{Drafts, Material};
use crate::diagnostic::{Code, Problem, Source};
use crate::model::settings::Settings;
use crate::site::site_names::{SEARCH, SEARCH_FOLDER};
use crate::text;

/// Which of them a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptionalPages {
    /// With it go the files that it reads.
    pub search: bool,
}

impl OptionalPages {
    /// Those that the settings ask for and whose addresses are free, and what stands in the way of
    /// the others.
    pub fn of(
        material: &Material,
        settings: &Settings,
        drafts: Drafts,
    ) -> (OptionalPages, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut is_free = |address: &str, folder: &str| {
            let problem = holder(material, drafts, |held| {
                held == address || held.strip_prefix(folder).is_some()
            })
            .map(|(source, held)| left_out(&source, address, &held));
            let free = problem.is_none();
            problems.extend(problem);
            free
        };
        let search = settings.search && is_free(SEARCH, SEARCH_FOLDER);
        (OptionalPages { search }, problems)
    }
}

/// The first file that is published at one of these addresses, with the address.
fn holder(
    material: &Material,
    drafts: Drafts,
    is_one: impl Fn(&str) -> bool,
) -> Option<(std::sync::Arc<Source>, String)> {
    let documents = material.documents.iter().filter(|document| drafts.publish(document));
    let documents = documents.map(|document| (&document.source, &document.address));
    let places = material.places.iter().map(|place| (&place.source, &place.address));
    let held = documents.chain(places).find(|(_, address)| is_one(address.as_str()));
    if let Some((source, address)) = held {
        return Some((source.clone(), address.to_string()));
    }
    material.files.iter().find_map(|file| {
        let address = file.address.as_ref().filter(|address| is_one(address.as_str()))?;
        let is_published = material.is_referred_to(file.path.as_path(), drafts);
        is_published.then(|| (Source::path_only(file.path.to_string()), address.to_string()))
    })
}

/// That a file has an address that the program would use, for `own` or for what belongs to it, so
/// that the site does without that.
pub fn left_out(source: &std::sync::Arc<Source>, own: &str, held: &str) -> Problem {
    let (sv, sv_the, en) = match own.ends_with(".html") {
        true => ("sida", "sidan", "page"),
        false => ("fil", "filen", "file"),
    };
    Problem::in_file(
        Code::PageLeftOut,
        source,
        text!(
            "Filen har adressen {held}, så webbplatsen får inte programmets egen {sv} {own}.",
            "The file has the address {held}, so the site does not get the program's own {en} {own}."
        ),
        text!(
            "Flytta filen med loftesarkiv move om webbplatsen ska ha {sv_the}. Annars: accept = [{{ code = \"page-left-out\", reason = \"…\" }}].",
            "Move the file with loftesarkiv move if the site is to have the {en}. Otherwise: accept = [{{ code = \"page-left-out\", reason = \"…\" }}]."
        ),
    )
}
