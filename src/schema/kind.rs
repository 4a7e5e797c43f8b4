//! The kinds of files: one row for each, with its names, its role in the archive and its own keys.

use super::both::{Both, both};
use super::group::Section;
use super::key::Key;
use super::keys::{
    commitments, common, follow_up, keeping, notice, places, promises, reports, sources,
};
use super::words::vocabulary;

/// The facts of a kind.
#[derive(Debug, Clone, Copy)]
pub struct KindFacts {
    /// The name in running text.
    pub name: Both,
    pub plural: Both,
    /// What editors write instead of its word.
    pub synonyms: &'static [&'static str],
    pub class: Class,
    /// The keys that it has in addition to those of its class, in the order of a form.
    pub own: &'static [&'static Section],
}

/// What the files of a kind are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A document of the archive. `file` is the file name that `new` gives it; `lane` is where
    /// charts show it.
    Document { file: &'static str, lane: Lane },
    /// The `index.md` of a place's folder.
    Place(PlaceKind),
    /// A page that is not a document of the archive.
    Page,
}

/// The kinds of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    Municipality,
    PoliceArea,
    District,
}

vocabulary! {
    /// A lane of a timeline's chart, from the top.
    Lane {
        Agreement = "agreement",
        Pledge = "pledge",
        ActionPlan = "action-plan",
        FollowUp = "follow-up",
        /// Everything else.
        Notice = "notice",
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $facts:expr;)*) => {
        vocabulary! {
            /// What a file is. In a timeline, documents of the same date are in the order of this
            /// list.
            Kind { $($(#[$doc])* $variant = $word,)* }
        }

        impl Kind {
            /// Its facts.
            pub const fn facts(self) -> &'static KindFacts {
                match self { $(Kind::$variant => const { &$facts },)* }
            }
        }
    };
}

kinds! {
    /// Samverkansöverenskommelse.
    Agreement = "agreement", KindFacts {
        name: both("överenskommelse", "agreement"),
        plural: both("överenskommelser", "agreements"),
        synonyms: &["samverkansöverenskommelse", "samverkansavtal"],
        class: Class::Document { file: "overenskommelse", lane: Lane::Agreement },
        own: &[
            &promises::TIME,
            &promises::SIGNED,
            &promises::PARTIES,
            &promises::RELATED,
            &promises::FOLLOW_UPS,
            &commitments::INCLUDED,
        ],
    };
    /// Medborgarlöfte.
    Pledge = "pledge", KindFacts {
        name: both("medborgarlöfte", "pledge"),
        plural: both("medborgarlöften", "pledges"),
        synonyms: &["medborgarlöfte", "löfte"],
        class: Class::Document { file: "medborgarlofte", lane: Lane::Pledge },
        own: &[
            &promises::TIME,
            &promises::SIGNED,
            &promises::PARTIES,
            &promises::AGREEMENT,
            &promises::RELATED,
            &promises::FOLLOW_UPS,
            &commitments::COMMITMENTS,
        ],
    };
    /// Lägesbild.
    SituationReport = "situation-report", KindFacts {
        name: both("lägesbild", "situation report"),
        plural: both("lägesbilder", "situation reports"),
        synonyms: &["lägesbild"],
        class: Class::Document { file: "lagesbild", lane: Lane::Notice },
        own: &[&reports::TIME],
    };
    /// Åtgärdsplan.
    ActionPlan = "action-plan", KindFacts {
        name: both("åtgärdsplan", "action plan"),
        plural: both("åtgärdsplaner", "action plans"),
        synonyms: &["åtgärdsplan", "handlingsplan"],
        class: Class::Document { file: "atgardsplan", lane: Lane::ActionPlan },
        own: &[
            &reports::TIME_OF_PLAN,
            &promises::SIGNED,
            &promises::PARTIES_OF_PLAN,
            &promises::RELATED,
            &promises::FOLLOW_UPS,
            &commitments::MEASURES,
        ],
    };
    /// Uppföljning.
    FollowUp = "follow-up", KindFacts {
        name: both("uppföljning", "follow-up"),
        plural: both("uppföljningar", "follow-ups"),
        synonyms: &["uppföljning", "followup"],
        class: Class::Document { file: "uppfoljning", lane: Lane::FollowUp },
        own: &[&follow_up::TIME, &follow_up::RELATED, &follow_up::CONTENT],
    };
    /// Nyhet, pressmeddelande, pressinbjudan, dialog.
    Notice = "notice", KindFacts {
        name: both("nyhet", "notice"),
        plural: both("nyheter", "notices"),
        synonyms: &["nyhet", "pressmeddelande"],
        class: Class::Document { file: "nyhet", lane: Lane::Notice },
        own: &[&notice::TIME, &notice::CONTENT],
    };
    /// Sida.
    Page = "page", KindFacts {
        name: both("sida", "page"),
        plural: both("sidor", "pages"),
        synonyms: &["sida"],
        class: Class::Page,
        own: &[&notice::OF_PAGE],
    };
    /// Kommun.
    Municipality = "municipality", KindFacts {
        name: both("kommun", "municipality"),
        plural: both("kommuner", "municipalities"),
        synonyms: &["kommun"],
        class: Class::Place(PlaceKind::Municipality),
        own: &[&places::MUNICIPALITY],
    };
    /// Lokalpolisområde.
    PoliceArea = "police-area", KindFacts {
        name: both("lokalpolisområde", "police area"),
        plural: both("lokalpolisområden", "police areas"),
        synonyms: &["lokalpolisområde", "lpo"],
        class: Class::Place(PlaceKind::PoliceArea),
        own: &[&places::POLICE_AREA, &places::PREDECESSORS, &places::TIME],
    };
    /// Stadsdel, område.
    District = "district", KindFacts {
        name: both("stadsdel", "district"),
        plural: both("stadsdelar", "districts"),
        synonyms: &["stadsdel", "område"],
        class: Class::Place(PlaceKind::District),
        own: &[&places::DISTRICT, &places::TIME],
    };
}

impl Kind {
    /// The kind of place that its files describe, if they do.
    pub fn place(self) -> Option<PlaceKind> {
        match self.facts().class {
            Class::Place(place) => Some(place),
            Class::Document { .. } | Class::Page => None,
        }
    }

    /// Whether files of this kind describe a place.
    pub fn is_place(self) -> bool {
        self.place().is_some()
    }

    /// Whether files of this kind are documents of the archive: all except places and pages.
    pub fn is_archive(self) -> bool {
        matches!(self.facts().class, Class::Document { .. })
    }

    /// Whether its documents are agreed on for a time: those that hold a period and signatures.
    pub fn is_agreed(self) -> bool {
        self.keys().any(|key| key.name == "signed")
    }

    /// The anchor, on the page of a document of this kind, of the commitment with this id.
    pub fn anchor(self, commitment: &str) -> String {
        let before = if self == Kind::ActionPlan { "atgard-" } else { "lofte-" };
        [before, commitment].concat()
    }

    /// Its keys in sections, in the order of a template: what the file is, its own keys, those of
    /// its class, and those of every file.
    pub fn sections(self) -> impl Iterator<Item = &'static Section> {
        let (before, after): (&[&Section], &[&Section]) = match self.facts().class {
            Class::Document { .. } => {
                let after =
                    &[&common::TRANSLATION, &common::PLACES, &common::DATED, &common::DECISIONS];
                (&[&common::DRAFT], after)
            }
            Class::Page => (&[&common::DRAFT], &[]),
            Class::Place(_) => (&[], &[]),
        };
        let first: &[&Section] = &[&common::ABOUT];
        let last: &[&Section] = &[&sources::SOURCES, &common::LANGUAGE, &keeping::KEEPING];
        [first, before, self.facts().own, after, last].into_iter().flatten().copied()
    }

    /// Its keys, in the order of a template.
    pub fn keys(self) -> impl Iterator<Item = &'static Key> {
        self.sections().flat_map(|section| section.keys)
    }
}
