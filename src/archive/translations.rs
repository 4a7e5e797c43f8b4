//! Documents that are others in a different language. A translation has a page of its own, and is
//! otherwise one with its original: its dates, places, commitments and states are those of the
//! original, and it is counted and shown once, in the site's language if there is such a version.

use super::linked::Linked;
use super::lookup::{Lookup, PathTarget};
use super::whole::Archive;
use crate::diagnostic::{Code, Problem};
use crate::model::document::Reference;
use crate::model::{DocId, Document, PartialDate};
use crate::schema::Relation;
use crate::text;

/// The document that a translation is of, as far as its reference leads to one.
pub fn original_of(translation: &Document, lookup: &Lookup) -> Option<DocId> {
    let reference = translation.archive.translation_of.as_ref()?;
    let path = translation.path().resolve(reference)?;
    match lookup.get(path.as_path()) {
        Some(PathTarget::Document(id)) => Some(id),
        Some(PathTarget::Place(_) | PathTarget::File(_) | PathTarget::Broken) | None => None,
    }
}

/// Reports a follow-up or a translation of a translation.
pub fn of_a_translation(
    from: &Document,
    reference: &Reference,
    relation: Relation,
    original: Option<&Document>,
) -> Problem {
    let (written, key) = (&reference.value, relation.as_str());
    let message = match relation {
        Relation::TranslationOf => text!(
            "”{written}” är själv en översättning, och översättningar görs av originalet.",
            "“{written}” is itself a translation, and translations are of the original."
        ),
        Relation::Agreement
        | Relation::Replaces
        | Relation::Extends
        | Relation::BuildsOn
        | Relation::FollowsUp
        | Relation::About
        | Relation::Predecessors => text!(
            "”{written}” är en översättning, och det är originalet som följs upp.",
            "“{written}” is a translation, and it is the original that is followed up."
        ),
    };
    let help = match original.map(|original| original.path()) {
        Some(path) => {
            let path = path.as_str();
            text!("Skriv {key} = \"/{path}\"", "Write {key} = \"/{path}\"")
        }
        None => text!("Peka på originalet.", "Point to the original."),
    };
    Problem::at(Code::ReferenceKind, &from.source, reference.span.clone(), message, help)
}

/// Gives every translation what is its original's.
pub fn adopt(documents: &mut [Linked]) {
    for n in 0..documents.len() {
        let Some(original) = documents[n].translation_of else { continue };
        let original = &documents[original.index()];
        if !documents[n].document.is_translation() {
            continue;
        }
        let adopted = Linked {
            municipalities: original.municipalities.clone(),
            districts: original.districts.clone(),
            police_areas: original.police_areas.clone(),
            in_part: original.in_part.clone(),
            effective: original.effective,
            state: original.state,
            held: original.held,
            commitments: original.commitments.clone(),
            commitments_from: original.commitments_from,
            focus: original.focus.clone(),
            ..documents[n].clone()
        };
        documents[n] = adopted;
    }
}

impl Archive {
    /// The original of a document: what it translates, or the document itself.
    pub fn original(&self, id: DocId) -> DocId {
        let linked = self.document(id);
        match linked.translation_of {
            Some(original) if linked.document.is_translation() => original,
            _ => id,
        }
    }

    /// The date under which lists have a document: a translation has that of its original, and no more
    /// precisely.
    pub fn date_shown(&self, linked: &Linked) -> Option<PartialDate> {
        linked.translation_of.map_or(linked, |id| self.document(id)).date_as_known()
    }

    /// The title under which lists have a document.
    pub fn title(&self, id: DocId) -> &str {
        &self.document(self.shown(id)).document.common.title
    }

    /// The version of a document that lists show: in the site's language if there is one, otherwise
    /// the original.
    pub fn shown(&self, id: DocId) -> DocId {
        let site = self.settings.language.tag();
        let is_in_site_language = |id: DocId| {
            let language = &self.document(id).document.common.language;
            language.as_deref().is_none_or(|language| language == site)
        };
        let original = self.original(id);
        let translations = self.document(original).translations.iter().copied();
        let mut versions = [original].into_iter().chain(translations);
        versions.find(|id| is_in_site_language(*id)).unwrap_or(original)
    }

    /// The other versions of a document: its original, then its other translations.
    pub fn other_versions(&self, id: DocId) -> Vec<DocId> {
        let original = self.original(id);
        let translations = self.document(original).translations.iter().copied();
        [original].into_iter().chain(translations).filter(|other| *other != id).collect()
    }
}
