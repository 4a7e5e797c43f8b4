//! A place as its `index.md` states it: a municipality, a local police area or a district.

use std::sync::Arc;

use super::address::Address;
use super::content_path::ContentPath;
use super::date::PartialDate;
use super::document::{Body, Common, Reference};
use crate::diagnostic::{Source, Spanned};
use crate::schema::Kind;

/// A place, known within its kind by its folder's name.
#[derive(Debug)]
pub struct Place {
    /// Its folder's name as an address segment.
    pub id: String,
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// Its timeline's address, `<folder>/index.html`.
    pub address: Address,
    /// The keys of every file; the title is its full display name.
    pub common: Common,
    /// The keys of its kind.
    pub particulars: PlaceKeys,
    /// Its introduction.
    pub body: Body,
}

/// The keys of one kind of place.
#[derive(Debug)]
pub enum PlaceKeys {
    Municipality(Municipality),
    PoliceArea(PoliceArea),
    District(District),
}

/// Kommun.
#[derive(Debug)]
pub struct Municipality {
    /// SCB's code, four digits.
    pub code: String,
    /// Short form; the register's when not given.
    pub name: String,
}

/// Lokalpolisområde.
#[derive(Debug)]
pub struct PoliceArea {
    /// Short form.
    pub name: Option<String>,
    /// Names at other times.
    pub names: Vec<DatedName>,
    /// Polisregion.
    pub region: Option<String>,
    /// Polisområde.
    pub police_district: Option<String>,
    pub members: Vec<Member>,
    pub predecessors: Vec<Reference>,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// `[[names]]`
#[derive(Debug)]
pub struct DatedName {
    pub name: Spanned<String>,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// `[[members]]`
#[derive(Debug)]
pub struct Member {
    /// `Municipality` or `District`.
    pub kind: Kind,
    pub id: Spanned<String>,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// Stadsdel, område.
#[derive(Debug)]
pub struct District {
    /// A municipality's id.
    pub municipality: Spanned<String>,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

impl Place {
    /// Which kind of place.
    pub fn kind(&self) -> Kind {
        match self.particulars {
            PlaceKeys::Municipality(_) => Kind::Municipality,
            PlaceKeys::PoliceArea(_) => Kind::PoliceArea,
            PlaceKeys::District(_) => Kind::District,
        }
    }

    /// Its path in `content/`.
    pub fn path(&self) -> ContentPath<'_> {
        ContentPath::of_source(&self.source)
    }

    /// Its folder in `content/`.
    pub fn folder(&self) -> ContentPath<'_> {
        self.path().parent()
    }
}
