//! Subject labels. Labels with the same address are one label, shown as it was first written;
//! labels that seem to be misspellings of another are reported. Those that `site.toml` takes
//! together are one subject, with one list of documents.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::linked::Linked;
use super::spelling::spelling;
use super::subject::{Focus, Groups};
use crate::content::excerpt;
use crate::diagnostic::{Code, Problem, Source, Spanned};
use crate::model::address::{AddressError, safe_segment};
use crate::model::settings::SubjectGroup;
use crate::model::{DocId, FocusId};
use crate::text;

/// Collects the subjects of published documents, in order of address.
pub fn link(
    documents: &mut [Linked],
    groups: &[SubjectGroup],
    problems: &mut Vec<Problem>,
) -> Vec<Focus> {
    let groups = Groups::of(groups);
    let mut segments = Segments::default();
    let labels = labels(documents, &mut segments, problems);
    spelling(documents, &labels, &segments.among(&labels, &Groups::default()), &groups, problems);
    let focus = groups.together(labels);
    let known = segments.among(&focus, &groups);
    documents.par_iter_mut().for_each(|linked| {
        let mut ids: Vec<FocusId> = Vec::new();
        for label in &linked.document.archive.focus {
            if let Some(at) = known.get(label.as_str())
                && !ids.contains(&FocusId::nth(*at))
            {
                ids.push(FocusId::nth(*at));
            }
        }
        linked.focus = ids;
    });
    focus
}

/// The labels of published documents, each by itself, in order of address.
fn labels(
    documents: &[Linked],
    segments: &mut Segments,
    problems: &mut Vec<Problem>,
) -> Vec<Focus> {
    let mut labels: BTreeMap<String, Focus> = BTreeMap::new();
    for (n, linked) in documents.iter().enumerate() {
        for label in &linked.document.archive.focus {
            let segment = match segments.of(label) {
                Ok(segment) => segment,
                Err(error) => {
                    problems.push(no_address(&linked.document.source, label, &error));
                    continue;
                }
            };
            if linked.published && !linked.document.is_translation() {
                if !labels.contains_key(segment) {
                    labels.insert(segment.to_owned(), Focus::new(label.value.clone(), segment));
                }
                if let Some(focus) = labels.get_mut(segment)
                    && focus.documents.last() != Some(&DocId::nth(n))
                {
                    focus.documents.push(DocId::nth(n));
                }
            }
        }
    }
    labels.into_values().collect()
}

/// A label that gives no address.
fn no_address(source: &Arc<Source>, label: &Spanned<String>, error: &AddressError) -> Problem {
    let written = excerpt(&label.value);
    let (message, help) = match error {
        AddressError::Empty(_) => (
            text!(
                "Ämnet ”{written}” har inga bokstäver eller siffror som en adress kan göras av: de är a–z, å, ä, ö och andra latinska bokstäver.",
                "The subject “{written}” has no letters or digits that an address can be made from: those are a–z and other Latin letters."
            ),
            text!("Skriv ämnet med latinska bokstäver.", "Write the subject in Latin letters."),
        ),
        AddressError::Reserved(_) => (
            text!(
                "Ämnet ”{written}” skulle få en mapp med ett namn som Windows reserverar, så webbplatsen skulle inte gå att kopiera dit.",
                "The subject “{written}” would get a folder whose name Windows reserves, so the site could not be copied there."
            ),
            text!("Skriv ämnet med fler ord.", "Write the subject in more words."),
        ),
        AddressError::LongName(_) | AddressError::TooLong(_) => (
            text!(
                "Ämnet ”{written}” är för långt för att bli en adress.",
                "The subject “{written}” is too long to become an address."
            ),
            text!(
                "Ett ämne är ett eller några ord. Skriv resten i texten.",
                "A subject is a word or a few. Write the rest in the text."
            ),
        ),
    };
    Problem::at(Code::InvalidAddress, source, label.span.clone(), message, help)
}

/// The segments of labels as written, cached because thousands of documents share a few dozen
/// labels.
#[derive(Default)]
struct Segments(HashMap<String, Result<String, AddressError>>);

impl Segments {
    fn of(&mut self, label: &str) -> Result<&str, AddressError> {
        if !self.0.contains_key(label) {
            self.0.insert(label.to_owned(), safe_segment(label));
        }
        match self.0.get(label) {
            Some(Ok(segment)) => Ok(segment),
            Some(Err(error)) => Err(error.clone()),
            None => Err(AddressError::Empty(label.to_owned())),
        }
    }

    /// Which of these subjects each label belongs to.
    fn among(&self, focus: &[Focus], groups: &Groups) -> HashMap<&str, usize> {
        let at = |segment: &str| {
            let segment = groups.subject(segment);
            focus.binary_search_by(|one| one.segment.as_str().cmp(segment))
        };
        self.0
            .iter()
            .filter_map(|(label, segment)| Some((label.as_str(), at(segment.as_ref().ok()?).ok()?)))
            .collect()
    }
}
