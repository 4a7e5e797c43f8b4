//! A place as its `index.md` states it: a municipality, a local police area or a district.

use std::sync::Arc;

use super::address::Address;
use super::content_path::ContentPath;
use super::date::PartialDate;
use super::document::{Body, Common, Reference};
use crate::diagnostic::{Source, Spanned};
use crate::schema::{AreaLevel, BodyType, Kind};

/// A place, identified within its kind by the name of its folder.
#[derive(Debug)]
pub struct Place {
    /// The name of its folder as a segment of an address.
    pub id: String,
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// The address of its timeline, `<folder>/index.html`.
    pub address: Address,
    /// The keys of every file; the title is its full display name.
    pub common: Common,
    /// The keys of its kind.
    pub particulars: PlaceKeys,
    /// Its introduction.
    pub body: Body,
}

/// The keys of each kind of place.
#[derive(Debug)]
pub enum PlaceKeys {
    Municipality(Municipality),
    PoliceArea(PoliceArea),
    District(District),
}

/// A municipality (kommun).
#[derive(Debug)]
pub struct Municipality {
    /// The four-digit code of Statistics Sweden (SCB).
    pub code: String,
    /// The short form; taken from the register if not given.
    pub name: String,
    pub bodies: Vec<PlaceBody>,
}

/// A local police area (lokalpolisområde), or a larger area of the police.
#[derive(Debug)]
pub struct PoliceArea {
    /// The short form.
    pub name: Option<String>,
    /// Names at other times.
    pub names: Vec<DatedName>,
    pub level: AreaLevel,
    /// The police region (polisregion).
    pub region: Option<String>,
    /// The police district (polisområde).
    pub police_district: Option<String>,
    pub members: Vec<Member>,
    pub bodies: Vec<PlaceBody>,
    pub predecessors: Vec<Reference>,
    pub from: Option<Spanned<PartialDate>>,
    pub until: Option<Spanned<PartialDate>>,
}

/// `[[names]]`
#[derive(Debug)]
pub struct DatedName {
    pub name: Spanned<String>,
    pub from: Option<Spanned<PartialDate>>,
    pub until: Option<Spanned<PartialDate>>,
}

/// `[[bodies]]`: a body that works with crime prevention, such as the crime prevention council.
#[derive(Debug)]
pub struct PlaceBody {
    /// The name as the source gives it.
    pub name: String,
    pub body_type: Option<BodyType>,
    pub from: Option<Spanned<PartialDate>>,
    pub until: Option<Spanned<PartialDate>>,
}

/// `[[members]]`
#[derive(Debug)]
pub struct Member {
    /// `Municipality`, `District`, or `PoliceArea` for an area within this one.
    pub kind: Kind,
    pub id: Spanned<String>,
    pub from: Option<Spanned<PartialDate>>,
    pub until: Option<Spanned<PartialDate>>,
}

/// A district (stadsdel, område).
#[derive(Debug)]
pub struct District {
    /// A municipality's id.
    pub municipality: Spanned<String>,
    pub from: Option<Spanned<PartialDate>>,
    pub until: Option<Spanned<PartialDate>>,
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

    /// The bodies that work with crime prevention here, such as the crime prevention council.
    pub fn bodies(&self) -> &[PlaceBody] {
        match &self.particulars {
            PlaceKeys::Municipality(municipality) => &municipality.bodies,
            PlaceKeys::PoliceArea(area) => &area.bodies,
            PlaceKeys::District(_) => &[],
        }
    }

    /// The dates at which it and its members, names and bodies begin and end.
    pub fn dates(&self) -> Vec<&Spanned<PartialDate>> {
        let mut dates = Vec::new();
        match &self.particulars {
            PlaceKeys::Municipality(_) => {}
            PlaceKeys::PoliceArea(area) => {
                let members = area.members.iter().map(|it| (&it.from, &it.until));
                let names = area.names.iter().map(|it| (&it.from, &it.until));
                let own = members.chain(names).chain([(&area.from, &area.until)]);
                dates.extend(own.flat_map(|(from, until)| from.iter().chain(until)));
            }
            PlaceKeys::District(district) => {
                dates.extend(district.from.iter().chain(&district.until));
            }
        }
        let bodies = self.bodies().iter();
        dates.extend(bodies.flat_map(|body| body.from.iter().chain(&body.until)));
        dates
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
