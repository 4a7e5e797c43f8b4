//! A subject: a label, or the labels that `site.toml` takes together as one.

use std::collections::{BTreeMap, HashMap};

use super::linked::Linked;
use crate::model::DocId;
use crate::model::settings::SubjectGroup;
use crate::slug::segment;

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

impl Focus {
    pub fn new(label: String, segment: &str) -> Focus {
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
    pub fn of(groups: &'a [SubjectGroup]) -> Groups<'a> {
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
    pub fn subject<'s>(&'s self, segment: &'s str) -> &'s str {
        self.0.get(segment).map_or(segment, |(_, own)| own)
    }

    /// The labels that are taken together become one subject, with the documents of all.
    pub fn together(&self, labels: Vec<Focus>) -> Vec<Focus> {
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
