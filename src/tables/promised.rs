//! `utlovade-uppfoljningar.csv`: the follow-ups that documents promise.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::documents::OF_DOCUMENT;
use super::part::{TablePart, Tables};
use super::say;
use super::table::{Rows, TableReference};
use crate::model::DocId;
use crate::schema::{Both, Kind, both};

/// The promised follow-up of a document with this index.
pub struct PromisedRow(DocId, usize);

impl Rows for PromisedRow {
    const NAME: &'static str = "utlovade-uppfoljningar";
    const TITLE: Both = both("Utlovade uppföljningar", "Promised follow-ups");
    const HELP: Both = both(
        "En uppföljning som ett dokument säger ska komma. Ett tomt uppfoljning_id betyder att arkivet inte har någon som svarar mot den, inte att den uteblev.",
        "A follow-up that a document says is to come. An empty uppfoljning_id means that the archive has none that answers it, not that none was made.",
    );
    const KEY: &'static [&'static str] = &[];
    const REFERENCES: &'static [TableReference] = &[OF_DOCUMENT];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = PromisedRow> {
        tables.originals(part).flat_map(move |id| {
            let planned = &tables.archive.document(id).planned;
            let mut own: Vec<usize> = (0..planned.len()).collect();
            own.sort_by_key(|n| planned[*n].date.order());
            own.into_iter().map(move |n| PromisedRow(id, n))
        })
    }

    const COLUMNS: &'static [Column<PromisedRow>] = &[
        explained(
            "dokument_id",
            Holds::Id,
            both("Dokument (id)", "Document (id)"),
            both("Dokumentet som utlovar den.", "The document that promises it."),
            |archive, row: &Self| Cell::known(say::id(archive.document(row.0))),
        )
        .required(),
        of_key(
            "utlovad",
            Holds::Date,
            Kind::Agreement,
            "follow_ups_planned",
            |archive, row: &Self| {
                Cell::date(archive.document(row.0).planned.get(row.1).map(|planned| planned.date))
            },
        )
        .titled("Utlovad till", "Promised for")
        .required(),
        explained(
            "uppfoljning_id",
            Holds::Id,
            both("Uppföljning (id)", "Follow-up (id)"),
            both(
                "Den första uppföljning i arkivet som svarar mot den.",
                "The first follow-up in the archive that answers it.",
            ),
            |archive, row: &Self| {
                let planned = archive.document(row.0).planned.get(row.1);
                let answer = planned.and_then(|planned| planned.answered_by);
                Cell::some_known(answer.map(|id| say::id(archive.document(id))))
            },
        ),
    ];
}
