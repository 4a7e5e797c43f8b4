//! What a document rests on and what came of it.

use serde::Serialize;

use super::DocumentLink;
use crate::schema::vocabulary;

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
