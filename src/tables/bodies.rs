//! `rad-och-samordnare.csv`: the councils, coordinators and other bodies for crime prevention of the
//! places.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::part::{TablePart, Tables};
use super::say;
use super::table::{DataTable, Rows, TableReference};
use crate::archive::Archive;
use crate::model::PlaceId;
use crate::model::place::PlaceBody;
use crate::schema::{BodyType, Both, Kind, both};

/// The body of a place with this index.
pub struct BodyRow(PlaceId, usize);

impl BodyRow {
    fn body<'a>(&self, archive: &'a Archive) -> Option<&'a PlaceBody> {
        archive.place(self.0).place.bodies().get(self.1)
    }
}

impl Rows for BodyRow {
    const NAME: &'static str = "rad-och-samordnare";
    const TITLE: Both = both("Råd och samordnare", "Councils and coordinators");
    const HELP: Both = both(
        "Ett råd, en samordnare eller en annan funktion för brottsförebyggande arbete i en kommun eller ett område.",
        "A council, a coordinator or another body for crime prevention in a municipality or an area.",
    );
    const KEY: &'static [&'static str] = &[];
    const REFERENCES: &'static [TableReference] =
        &[TableReference { columns: &["plats_id"], to: DataTable::Places, key: &["id"] }];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = BodyRow> {
        let places = tables.places(part).into_iter();
        places.flat_map(move |id| {
            let bodies = tables.archive.place(id).place.bodies();
            (0..bodies.len()).map(move |n| BodyRow(id, n))
        })
    }

    const COLUMNS: &'static [Column<BodyRow>] = &[
        explained(
            "plats_id",
            Holds::Id,
            both("Kommun eller område (id)", "Municipality or area (id)"),
            both("Kommunen eller området.", "The municipality or area."),
            |archive, row: &Self| Cell::known(say::place_id(archive, row.0)),
        )
        .required(),
        of_key("namn", Holds::Text, Kind::Municipality, "bodies.name", |archive, row: &Self| {
            Cell::some(row.body(archive).map(|body| body.name.as_str()))
        })
        .required(),
        of_key("typ", Holds::Text, Kind::Municipality, "bodies.type", |archive, row: &Self| {
            let of = row.body(archive).and_then(|body| body.body_type);
            let word =
                BodyType::WORDS.iter().find(|word| of.is_some_and(|of| of.as_str() == word.word));
            Cell::some_known(word.map(|word| say::said(archive, word.label)))
        }),
        of_key("fran", Holds::Date, Kind::Municipality, "bodies.from", |archive, row: &Self| {
            let from = row.body(archive).and_then(|body| body.from.as_ref());
            Cell::date(from.map(|from| from.value))
        }),
        of_key("till", Holds::Date, Kind::Municipality, "bodies.until", |archive, row: &Self| {
            let until = row.body(archive).and_then(|body| body.until.as_ref());
            Cell::date(until.map(|until| until.value))
        }),
    ];
}
