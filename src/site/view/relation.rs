//! What a document rests on and what came of it.

use serde::Serialize;

use super::DocumentLink;

/// The documents that stand in one relation to this one.
#[derive(Debug, Clone, Serialize)]
pub struct RelationView {
    pub name: Relation,
    pub documents: Vec<DocumentLink>,
}

/// How other documents stand to this one, named as the theme's texts name it; in the order in which
/// pages tell of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    Agreement,
    BuildsOn,
    FollowsUp,
    About,
    Extends,
    Replaces,
    Pledges,
    BuiltOnBy,
    FollowUps,
    ExtendedBy,
    Replaced,
    Notices,
}

impl Relation {
    pub const ALL: [Relation; 12] = [
        Relation::Agreement,
        Relation::BuildsOn,
        Relation::FollowsUp,
        Relation::About,
        Relation::Extends,
        Relation::Replaces,
        Relation::Pledges,
        Relation::BuiltOnBy,
        Relation::FollowUps,
        Relation::ExtendedBy,
        Relation::Replaced,
        Relation::Notices,
    ];
}
