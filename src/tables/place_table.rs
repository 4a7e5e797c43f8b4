//! `platser.csv`: the municipalities, districts and police areas.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::documents::ADDRESS;
use super::part::{TablePart, Tables};
use super::say;
use super::table::{Rows, TableReference};
use crate::model::place::PlaceKeys;
use crate::model::{AreaLevel, PlaceId};
use crate::schema::{Both, Kind, both};

/// A place.
pub struct PlaceEntry(PlaceId);

impl Rows for PlaceEntry {
    const NAME: &'static str = "platser";
    const TITLE: Both = both("Kommuner och områden", "Municipalities and areas");
    const HELP: Both = both(
        "En kommun, en stadsdel eller ett lokalpolisområde.",
        "A municipality, district or police area.",
    );
    const KEY: &'static [&'static str] = &["id"];
    const REFERENCES: &'static [TableReference] = &[];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = PlaceEntry> {
        tables.places(part).into_iter().map(PlaceEntry)
    }

    const COLUMNS: &'static [Column<PlaceEntry>] = &[
        explained(
            "id",
            Holds::Id,
            both("Id", "Id"),
            both("Mappen i adressen.", "The folder in the address."),
            |archive, row: &Self| Cell::known(say::place_id(archive, row.0)),
        )
        .required(),
        explained(
            "typ",
            Holds::Text,
            both("Typ", "Type"),
            both(
                "Kommun, stadsdel, lokalpolisområde, polisområde eller polisregion.",
                "Municipality, district, local police area, police district or police region.",
            ),
            |archive, row: &Self| {
                let place = &archive.place(row.0).place;
                let kind = || place.kind().facts().name;
                let words = match &place.particulars {
                    PlaceKeys::PoliceArea(area) => match area.level {
                        AreaLevel::Local => kind(),
                        AreaLevel::District => both("polisområde", "police district"),
                        AreaLevel::Region => both("polisregion", "police region"),
                    },
                    PlaceKeys::Municipality(_) | PlaceKeys::District(_) => kind(),
                };
                Cell::known(say::said(archive, words))
            },
        )
        .required(),
        of_key("namn", Holds::Text, Kind::Municipality, "title", |archive, row: &Self| {
            Cell::text(&*archive.place(row.0).place.common.title.value)
        })
        .required(),
        of_key("kommunkod", Holds::Code, Kind::Municipality, "code", |archive, row: &Self| {
            match &archive.place(row.0).place.particulars {
                PlaceKeys::Municipality(municipality) => Cell::text(&*municipality.code),
                PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => Cell::Nothing,
            }
        }),
        explained(
            "ingar",
            Holds::Ids,
            both("Kommuner och områden som ingår (id)", "Members (ids)"),
            both(
                "Det som någon gång har ingått i ett lokalpolisområde, eller kommunens stadsdelar.",
                "What has ever belonged to a police area, or the municipality's districts.",
            ),
            |archive, row: &Self| {
                let place = archive.place(row.0);
                let members = place.members.iter().map(|member| member.place);
                let mut ids: Vec<&str> = members
                    .chain(place.districts.iter().copied())
                    .map(|id| say::place_id(archive, id))
                    .collect();
                ids.sort_unstable();
                ids.dedup();
                Cell::ids(ids)
            },
        ),
        explained(
            "adress",
            Holds::Url,
            both("Tidslinjens adress", "The timeline's address"),
            ADDRESS,
            |archive, row: &Self| {
                Cell::known(say::url(archive, archive.place(row.0).place.address.as_str()))
            },
        )
        .required(),
    ];
}
