//! The relations of a linked document: what they lead to, and their other ends.

use super::document::Linked;
use crate::model::DocId;
use crate::schema::Relation;

impl Linked {
    /// The documents that a relation leads to.
    pub fn targets(&self, relation: Relation) -> &[DocId] {
        match relation {
            Relation::Agreement => self.agreement.as_slice(),
            Relation::Replaces => &self.replaces,
            Relation::Extends => &self.extends,
            Relation::BuildsOn => &self.builds_on,
            Relation::FollowsUp => &self.follows_up,
            Relation::About => &self.about,
            Relation::TranslationOf => self.translation_of.as_slice(),
            // These are from police areas, which are not documents.
            Relation::Predecessors => &[],
        }
    }

    /// Sets what a relation leads to.
    pub(in crate::archive) fn relate(&mut self, relation: Relation, targets: Vec<DocId>) {
        match relation {
            Relation::Agreement => self.agreement = targets.first().copied(),
            Relation::Replaces => self.replaces = targets,
            Relation::Extends => self.extends = targets,
            Relation::BuildsOn => self.builds_on = targets,
            Relation::FollowsUp => self.follows_up = targets,
            Relation::About => self.about = targets,
            Relation::TranslationOf => self.translation_of = targets.first().copied(),
            Relation::Predecessors => {}
        }
    }

    /// Records that another document refers to this one.
    pub(in crate::archive) fn add_source(&mut self, relation: Relation, source: DocId) {
        match relation {
            Relation::Agreement => self.pledges.push(source),
            Relation::Replaces => self.replaced_by.push(source),
            Relation::Extends => self.extended_by.push(source),
            Relation::BuildsOn => self.built_on_by.push(source),
            Relation::FollowsUp => self.follow_ups.push(source),
            Relation::About => self.notices.push(source),
            Relation::TranslationOf => self.translations.push(source),
            Relation::Predecessors => {}
        }
    }
}
