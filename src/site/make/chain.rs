//! What a document rests on and what came of it.

use super::Maker;
use crate::archive::Linked;
use crate::model::DocId;
use crate::site::view::{Relation, RelationView};

impl Maker<'_> {
    /// The relations in which any document stands to this one.
    pub(super) fn chain(&self, linked: &Linked) -> Vec<RelationView> {
        let of = |name: Relation| -> &[DocId] {
            match name {
                Relation::Agreement => linked.agreement.as_slice(),
                Relation::BuildsOn => &linked.builds_on,
                Relation::FollowsUp => &linked.follows_up,
                Relation::About => &linked.about,
                Relation::Extends => &linked.extends,
                Relation::Replaces => &linked.replaces,
                Relation::Pledges => &linked.pledges,
                Relation::BuiltOnBy => &linked.built_on_by,
                Relation::FollowUps => &linked.follow_ups,
                Relation::ExtendedBy => &linked.extended_by,
                Relation::Replaced => &linked.replaced_by,
                Relation::Notices => &linked.notices,
            }
        };
        let some = Relation::ALL.iter().copied().filter(|name| !of(*name).is_empty());
        some.map(|name| RelationView { name, documents: self.document_links(of(name)) }).collect()
    }
}
