//! What a document rests on and what came of it.

use serde::Serialize;

use crate::archive::Linked;
use crate::model::DocId;
use crate::schema::vocabulary;
use crate::site::make::Maker;
use crate::site::view::DocumentLink;

/// The documents that stand in one relation to this one.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChainView {
    pub name: ChainStep,
    pub documents: Vec<DocumentLink>,
}

vocabulary! {
    /// How other documents stand to this one, named as the theme's texts name it; in the order in
    /// which pages tell of them.
    ChainStep {
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
pub fn of(maker: &Maker<'_>, linked: &Linked) -> Vec<ChainView> {
    let of = |name: ChainStep| -> &[DocId] {
        match name {
            ChainStep::Agreement => linked.agreement.as_slice(),
            ChainStep::BuildsOn => &linked.builds_on,
            ChainStep::FollowsUp => &linked.follows_up,
            ChainStep::About => &linked.about,
            ChainStep::Extends => &linked.extends,
            ChainStep::Replaces => &linked.replaces,
            ChainStep::Pledges => &linked.pledges,
            ChainStep::BuiltOnBy => &linked.built_on_by,
            ChainStep::FollowUps => &linked.follow_ups,
            ChainStep::ExtendedBy => &linked.extended_by,
            ChainStep::Replaced => &linked.replaced_by,
            ChainStep::Notices => &linked.notices,
        }
    };
    let some = ChainStep::ALL.iter().copied().filter(|name| !of(*name).is_empty());
    some.map(|name| ChainView { name, documents: maker.document_links(of(name)) }).collect()
}
