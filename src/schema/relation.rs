//! The references that connect documents: one row for each, with what it may lead to.

use super::both::{Both, both};
use super::kind::Kind;
use super::words::vocabulary;

/// The facts of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationFacts {
    /// What it may lead to.
    pub to: Targets,
    /// Its name from the other end.
    pub inverse: Both,
    /// Whether a chain of these references may lead back to the same document.
    pub may_circle: bool,
}

/// The kinds that a relation may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Targets {
    /// These kinds.
    Kinds(&'static [Kind]),
    /// The same kind as that of the file that refers.
    Same,
    /// All documents of the archive.
    Documents,
}

macro_rules! relations {
    ($($(#[$doc:meta])* $variant:ident = $key:literal, $facts:expr;)*) => {
        vocabulary! {
            /// A reference from one file to another, named after the key that holds it.
            Relation { $($(#[$doc])* $variant = $key,)* }
        }

        impl Relation {
            /// Its facts.
            pub const fn facts(self) -> RelationFacts {
                match self { $(Relation::$variant => $facts,)* }
            }
        }
    };
}

relations! {
    /// From a pledge to the agreement that it belongs to.
    Agreement = "agreement", RelationFacts {
        to: Targets::Kinds(&[Kind::Agreement]),
        inverse: both("Medborgarlöften enligt överenskommelsen", "Pledges under the agreement"),
        may_circle: true,
    };
    /// From a document to the one that it replaces.
    Replaces = "replaces", RelationFacts {
        to: Targets::Same,
        inverse: both("Ersattes av", "Replaced by"),
        may_circle: false,
    };
    /// From a document to the one that it extends.
    Extends = "extends", RelationFacts {
        to: Targets::Same,
        inverse: both("Förlängdes av", "Extended by"),
        may_circle: false,
    };
    /// From a document to those that it is based on.
    BuildsOn = "builds_on", RelationFacts {
        to: Targets::Documents,
        inverse: both("Ligger till grund för", "Is the basis of"),
        may_circle: false,
    };
    /// From a follow-up to what it follows up.
    FollowsUp = "follows_up", RelationFacts {
        to: Targets::Kinds(&[Kind::Pledge, Kind::Agreement, Kind::ActionPlan]),
        inverse: both("Uppföljningar", "Follow-ups"),
        may_circle: true,
    };
    /// From a notice to the documents that it is about.
    About = "about", RelationFacts {
        to: Targets::Documents,
        inverse: both("Nyheter om dokumentet", "Notices about the document"),
        may_circle: true,
    };
    /// From a document or page to the same in another language.
    TranslationOf = "translation_of", RelationFacts {
        to: Targets::Same,
        inverse: both("Översättningar", "Translations"),
        may_circle: false,
    };
    /// From a police area to those that it was formed from.
    Predecessors = "predecessors", RelationFacts {
        to: Targets::Same,
        inverse: both("Efterföljare", "Successors"),
        may_circle: true,
    };
}

impl Targets {
    /// The targets in words, in both languages.
    pub fn in_words(self) -> (String, String) {
        let words = |sv: &str, en: &str| (sv.to_owned(), en.to_owned());
        match self {
            Targets::Kinds(kinds) => {
                let plural = |kind: &Kind| kind.facts().plural;
                let sv: Vec<&str> = kinds.iter().map(|kind| plural(kind).sv).collect();
                let en: Vec<&str> = kinds.iter().map(|kind| plural(kind).en).collect();
                (sv.join(" eller "), en.join(" or "))
            }
            Targets::Same => words("ett dokument av samma typ", "a document of the same kind"),
            Targets::Documents => words("ett dokument i arkivet", "a document of the archive"),
        }
    }
}

impl Relation {
    /// Whether a file of the kind `from` may refer in this way to one of the kind `to`.
    pub fn fits(self, from: Kind, to: Kind) -> bool {
        match self.facts().to {
            Targets::Kinds(kinds) => kinds.contains(&to),
            Targets::Same => from == to,
            Targets::Documents => to.is_archive(),
        }
    }
}
