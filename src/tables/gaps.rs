//! `luckor.csv`: the months for which the archive has no agreement or pledge of a municipality.

use super::cell::Cell;
use super::column::{Column, Holds, explained};
use super::part::{TablePart, Tables};
use super::say;
use super::table::{DataTable, Rows, TableReference};
use crate::archive::{EntrySubject, Gap};
use crate::model::PlaceId;
use crate::schema::{Both, both};

/// A gap of a place.
pub struct GapRow(PlaceId, Gap);

impl Rows for GapRow {
    const NAME: &'static str = "luckor";
    const TITLE: Both = both("Luckor", "Gaps");
    const HELP: Both = both(
        "Månader mellan en kommuns första och sista dokument av en typ då inget gällde enligt arkivet. En lucka betyder inte att inget fanns, bara att arkivet inte har det.",
        "Months between a municipality's first and last document of a kind in which none was in force according to the archive. A gap does not mean that there was none, only that the archive does not have it.",
    );
    const KEY: &'static [&'static str] = &["plats_id", "saknar", "fran"];
    const REFERENCES: &'static [TableReference] =
        &[TableReference { columns: &["plats_id"], to: DataTable::Places, key: &["id"] }];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = GapRow> {
        let archive = tables.archive;
        let places = tables.places(part).into_iter();
        let mut rows: Vec<GapRow> = places
            .flat_map(|id| {
                archive.place(id).timeline.iter().filter_map(move |entry| match &entry.what {
                    EntrySubject::Gap(gap) => Some(GapRow(id, *gap)),
                    EntrySubject::Document(_)
                    | EntrySubject::Planned(..)
                    | EntrySubject::Renamed(_) => None,
                })
            })
            .collect();
        rows.sort_by_key(|GapRow(place, gap)| {
            (say::place_id(archive, *place), gap.of, gap.from.order())
        });
        rows.into_iter()
    }

    const COLUMNS: &'static [Column<GapRow>] = &[
        explained(
            "plats_id",
            Holds::Id,
            both("Kommun (id)", "Municipality (id)"),
            both("Kommunen.", "The municipality."),
            |archive, row: &Self| Cell::known(say::place_id(archive, row.0)),
        )
        .required(),
        explained(
            "saknar",
            Holds::Text,
            both("Saknar", "Lacks"),
            both(
                "Typen som arkivet inte har något dokument av för de månaderna.",
                "The kind of which the archive has no document for those months.",
            ),
            |archive, row: &Self| Cell::known(say::said(archive, row.1.of.facts().name)),
        )
        .required(),
        explained(
            "fran",
            Holds::Date,
            both("Från och med", "From"),
            both("Luckans första månad.", "The first month of the gap."),
            |_, row: &Self| Cell::date(Some(row.1.from)),
        )
        .required(),
        explained(
            "till",
            Holds::Date,
            both("Till och med", "Until"),
            both("Luckans sista månad.", "The last month of the gap."),
            |_, row: &Self| Cell::date(Some(row.1.until)),
        )
        .required(),
    ];
}
