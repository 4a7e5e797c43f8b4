//! Every key as it is explained to the editor who fills in a file, in both languages. A test holds
//! the list to what the reader knows.

mod every;
mod follow_up;
mod places;
mod promises;

use crate::language::Language;
use crate::model::Kind;

/// A short text in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    sv: &'static str,
    en: &'static str,
}

impl Told {
    /// In one of them.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.sv,
            Language::English => self.en,
        }
    }
}

/// A key, what it says while it says nothing, and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    pub empty: &'static str,
    pub required: bool,
    pub told: Told,
}

/// Keys under a header.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// `[contact]`, `[[sources]]`
    pub header: &'static str,
    pub told: Told,
    pub keys: &'static [Key],
}

const TEXT: &str = "\"\"";
const LIST: &str = "[]";
const YES: &str = "true";

const fn must(name: &'static str, empty: &'static str, sv: &'static str, en: &'static str) -> Key {
    Key { name, empty, required: true, told: Told { sv, en } }
}

const fn may(name: &'static str, empty: &'static str, sv: &'static str, en: &'static str) -> Key {
    Key { name, empty, required: false, told: Told { sv, en } }
}

/// Stands first in every file.
pub const INTRODUCTION: Told = Told {
    sv: "Fyll i det du vet och ta bort resten. \
         Rader som börjar med # är bara för dig: ta bort # framför en nyckel för att använda den. \
         Nycklar märkta (krävs) måste fyllas i. Datum skrivs som man vet dem: 2018-02-01, \
         \"2018-02\" eller 2018.",
    en: "Fill in what you know and remove the rest. Lines that begin with # are only for you: \
         remove the # in front of a key to use it. Keys marked (required) must be filled in. Dates \
         are written as precisely as they are known: 2018-02-01, \"2018-02\" or 2018.",
};

/// Stands last.
pub const BODY: Told = Told {
    sv: "Efter raden +++ skriver du den löpande texten. Börja rubriker med ## och stycken med en \
         tom rad.",
    en: "The running text goes after the line +++. Begin headings with ## and paragraphs with an \
         empty line.",
};

/// The keys of a file itself, in the order in which they are filled in.
pub fn of_file(kind: Kind) -> Vec<&'static Key> {
    let mut keys: Vec<&Key> = every::FIRST.iter().collect();
    if !kind.is_place() {
        keys.push(&every::DRAFT);
    }
    keys.extend(own(kind).0.iter().flat_map(|keys| keys.iter()));
    if kind.is_archive() {
        keys.extend(every::OF_ARCHIVE);
    }
    keys.extend(every::LAST);
    keys
}

/// The groups under headers, which stand after all keys of the file itself.
pub fn groups(kind: Kind) -> Vec<&'static Group> {
    let mut groups: Vec<&Group> = own(kind).1.iter().flat_map(|groups| groups.iter()).collect();
    if kind.is_archive() {
        groups.extend(every::GROUPS_OF_ARCHIVE);
    }
    groups.extend(every::GROUPS);
    groups
}

type Own = (&'static [&'static [Key]], &'static [&'static [Group]]);

fn own(kind: Kind) -> Own {
    match kind {
        Kind::Agreement => (&[promises::KEYS], &[promises::GROUPS]),
        Kind::Pledge => {
            (&[promises::KEYS, promises::OF_PLEDGE], &[promises::COMMITMENTS, promises::GROUPS])
        }
        Kind::FollowUp => (&[follow_up::KEYS], &[follow_up::GROUPS]),
        Kind::SituationReport => (&[follow_up::COVERING], &[]),
        Kind::ActionPlan => (&[follow_up::COVERING, follow_up::OF_PLAN], &[]),
        Kind::Notice => (&[follow_up::OF_NOTICE], &[]),
        Kind::Page => (&[follow_up::OF_PAGE], &[]),
        Kind::Municipality => (&[places::OF_MUNICIPALITY], &[]),
        Kind::PoliceArea => (&[places::OF_POLICE_AREA], &[places::GROUPS_OF_POLICE_AREA]),
        Kind::District => (&[places::OF_DISTRICT], &[]),
    }
}
