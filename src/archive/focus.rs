//! Subject labels. Labels with the same address are one label, shown as it was first written;
//! labels that seem to be misspellings of another are reported. Those that `site.toml` takes
//! together are one subject, with one list of documents.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::linked::Linked;
use super::spelling::spelling;
use crate::content::excerpt;
use crate::diagnostic::{Code, Problem, Source, Spanned};
use crate::model::address::{AddressError, safe_segment};
use crate::model::settings::SubjectGroup;
use crate::model::{DocId, FocusId};
use crate::slug::segment;
use crate::text;

/// A subject label and where it is used.
#[derive(Debug, PartialEq, Eq)]
pub struct Focus {
    /// As first written, or as `site.toml` calls the labels that it takes together.
    pub label: String,
    /// The segment of its address.
    pub segment: String,
    /// Published documents, in order of path.
    pub documents: Vec<DocId>,
    /// The other labels that `site.toml` takes together with it and that documents have, as first
    /// written, in order of address.
    pub also: Vec<String>,
}

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

impl Focus {
    fn new(label: String, segment: &str) -> Focus {
        let segment = segment.to_owned();
        Focus { label, segment, documents: Vec::new(), also: Vec::new() }
    }

    /// What a document that has this subject calls it: the subject's label, or the document's own
    /// if `site.toml` takes several together.
    pub fn labels_in<'a>(&'a self, linked: &'a Linked) -> Vec<&'a str> {
        if self.also.is_empty() {
            return vec![&self.label];
        }
        let also: Vec<Option<String>> = self.also.iter().map(|label| segment(label)).collect();
        let mut own: Vec<&str> = Vec::new();
        for label in &linked.document.archive.focus {
            let written = segment(label);
            let is_this = written.as_deref() == Some(&self.segment) || also.contains(&written);
            if is_this && !own.contains(&label.as_str()) {
                own.push(label);
            }
        }
        own
    }
}

/// The labels that `site.toml` takes together: for each segment, the label of its group and the
/// segment of that.
#[derive(Default)]
pub(super) struct Groups<'a>(HashMap<String, (&'a str, String)>);

impl<'a> Groups<'a> {
    fn of(groups: &'a [SubjectGroup]) -> Groups<'a> {
        let labels = groups.iter().flat_map(|group| {
            let own = segment(&group.label);
            let labels = group.includes.iter().chain([&group.label]);
            labels.filter_map(move |label| {
                Some((segment(label)?, (group.label.as_str(), own.clone()?)))
            })
        });
        Groups(labels.collect())
    }

    /// Whether `site.toml` takes labels with this segment together with others.
    pub fn have(&self, segment: &str) -> bool {
        self.0.contains_key(segment)
    }

    /// The segment of the subject that a label with this segment belongs to.
    fn subject<'s>(&'s self, segment: &'s str) -> &'s str {
        self.0.get(segment).map_or(segment, |(_, own)| own)
    }

    /// The labels that are taken together become one subject, with the documents of all.
    fn together(&self, labels: Vec<Focus>) -> Vec<Focus> {
        let mut subjects: BTreeMap<String, Focus> = BTreeMap::new();
        for one in labels {
            let Some((label, segment)) = self.0.get(&one.segment) else {
                subjects.insert(one.segment.clone(), one);
                continue;
            };
            let subject = subjects
                .entry(segment.clone())
                .or_insert_with(|| Focus::new((*label).to_owned(), segment));
            if one.segment != *segment {
                subject.also.push(one.label);
            }
            subject.documents.extend(one.documents);
        }
        for subject in subjects.values_mut().filter(|subject| !subject.also.is_empty()) {
            subject.documents.sort_unstable();
            subject.documents.dedup();
        }
        subjects.into_values().collect()
    }
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
