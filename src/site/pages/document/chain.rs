//! What a document is based on and what it led to.

use serde::Serialize;

use crate::archive::Linked;
use crate::model::DocId;
use crate::schema::vocabulary;
use crate::site::make::Maker;
use crate::site::view::DocumentLink;

/// The documents that are in one relation to this one.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ChainView {
    pub name: ChainStep,
    pub documents: Vec<DocumentLink>,
}

vocabulary! {
    /// How other documents are related to this one, named as in the theme's texts, and in the order
    /// in which pages show them.
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
        ToBeReplaced = "to_be_replaced",
        Notices = "notices",
    }
}

/// The relations in which any document is to this one.
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
            // What has not ended yet is to be replaced.
            ChainStep::Replaced if linked.over() => &linked.replaced_by,
            ChainStep::ToBeReplaced if !linked.over() => &linked.replaced_by,
            ChainStep::Replaced | ChainStep::ToBeReplaced => &[],
            ChainStep::Notices => &linked.notices,
        }
    };
    let some = ChainStep::ALL.iter().copied().filter(|name| !of(*name).is_empty());
    some.map(|name| ChainView { name, documents: maker.document_links(of(name)) }).collect()
}
