//! What a document rests on and what came of it.

use serde::Serialize;

use crate::archive::Linked;
use crate::model::DocId;
use crate::schema::vocabulary;
use crate::site::make::Maker;
use crate::site::view::DocumentLink;

/// The documents that stand in one relation to this one.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RelationView {
    pub name: Relation,
    pub documents: Vec<DocumentLink>,
}

vocabulary! {
    /// How other documents stand to this one, named as the theme's texts name it; in the order in
    /// which pages tell of them.
    Relation {
        Agreement = "agreement",
        BuildsOn = "builds_on",
        FollowsUp = "follows_up",
        About = "about",
        Extends = "extends",
        Replaces = "replaces",
        Pledges = "pledges",
        BuiltOnBy = "built_on_by",
        FollowUps = "follow_ups",
        ExtendedBy = "extended_by",
        Replaced = "replaced",
        Notices = "notices",
    }
}

/// The relations in which any document stands to this one.
pub fn of(maker: &Maker<'_>, linked: &Linked) -> Vec<RelationView> {
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
    some.map(|name| RelationView { name, documents: maker.document_links(of(name)) }).collect()
}
