//! `ataganden.csv`: every commitment of the pledges, and every measure of the action plans.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::documents::{ADDRESS, OF_DOCUMENT};
use super::part::{TablePart, Tables};
use super::say;
use super::table::{Rows, TableReference};
use crate::archive::{Archive, Linked, LinkedCommitment, Verdict};
use crate::model::DocId;
use crate::model::document::Commitment;
use crate::schema::{Both, Kind, both};

/// The commitment of a document with this index.
pub struct CommitmentRow(DocId, usize);

impl CommitmentRow {
    fn linked<'a>(&self, archive: &'a Archive) -> (&'a Linked, &'a LinkedCommitment) {
        let linked = archive.document(self.0);
        (linked, &linked.commitments[self.1])
    }

    fn written<'a>(&self, archive: &'a Archive) -> Option<&'a Commitment> {
        archive.commitment(self.linked(archive).1)
    }

    fn verdict<'a>(&self, archive: &'a Archive) -> Option<Verdict<'a>> {
        archive.verdict(self.linked(archive).1)
    }
}

/// The id of the commitment of a document with this index.
pub fn id_of(archive: &Archive, document: DocId, index: usize) -> Option<&str> {
    let commitment = archive.document(document).commitments.get(index)?;
    archive.commitment(commitment).map(|written| &*written.id.value)
}

impl Rows for CommitmentRow {
    const NAME: &'static str = "ataganden";
    const TITLE: Both = both("Åtaganden och åtgärder", "Commitments and measures");
    const HELP: Both = both(
        "Ett åtagande i ett medborgarlöfte, eller en åtgärd i en åtgärdsplan, med parternas senaste bedömning. En tom status betyder att arkivet inte har någon bedömning, inte att inget gjordes.",
        "A commitment of a pledge, or a measure of an action plan, with the parties' latest verdict. An empty status means that the archive has no verdict, not that nothing was done.",
    );
    const KEY: &'static [&'static str] = &["dokument_id", "atagande_id"];
    const REFERENCES: &'static [TableReference] = &[OF_DOCUMENT];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = CommitmentRow> {
        let archive = tables.archive;
        tables.originals(part).flat_map(move |id| {
            let count = archive.document(id).commitments.len();
            let mut own: Vec<usize> = (0..count).collect();
            own.sort_by_key(|index| id_of(archive, id, *index));
            own.into_iter().map(move |index| CommitmentRow(id, index))
        })
    }

    const COLUMNS: &'static [Column<CommitmentRow>] = &[
        explained(
            "dokument_id",
            Holds::Id,
            both("Dokument (id)", "Document (id)"),
            both("Dokumentet som det står i.", "The document that it is in."),
            |archive, row: &Self| Cell::known(say::id(row.linked(archive).0)),
        )
        .required(),
        of_key("atagande_id", Holds::Id, Kind::Pledge, "commitments.id", |archive, row: &Self| {
            Cell::some(row.written(archive).map(|written| &*written.id.value))
        })
        .titled("Åtagande (id)", "Commitment (id)")
        .required(),
        of_key("text", Holds::Text, Kind::Pledge, "commitments.text", |archive, row: &Self| {
            Cell::some(row.written(archive).map(|written| &*written.text))
        })
        .required(),
        of_key("ansvarig", Holds::Texts, Kind::Pledge, "commitments.by", |archive, row: &Self| {
            Cell::list(row.written(archive).into_iter().flat_map(|written| &written.by))
        }),
        of_key("mal", Holds::Text, Kind::Pledge, "commitments.target", |archive, row: &Self| {
            Cell::some(row.written(archive).and_then(|written| written.target.as_deref()))
        }),
        of_key("plats", Holds::Text, Kind::Pledge, "commitments.place", |archive, row: &Self| {
            Cell::some(row.written(archive).and_then(|written| written.place.as_deref()))
        })
        .titled("Var", "Where"),
        explained(
            "status",
            Holds::Text,
            both("Status", "Status"),
            both(
                "Den senaste bedömningen, av någon annan än en utomstående. Vem står i utfall.csv. Tom: arkivet har ingen.",
                "The latest verdict that is not an outsider's. Whose is in utfall.csv. Empty: the archive has none.",
            ),
            |archive, row: &Self| {
                let kind = row.linked(archive).0.document.kind;
                let verdict = row.verdict(archive);
                Cell::some_known(verdict.map(|it| say::said(archive, say::status(it.status, kind))))
            },
        ),
        explained(
            "status_datum",
            Holds::Date,
            both("Bedömt", "Assessed"),
            both("Dagen för uppföljningen med den bedömningen.", "The date of that follow-up."),
            |archive, row: &Self| Cell::date(row.verdict(archive).and_then(|verdict| verdict.date)),
        ),
        explained(
            "bedomd_av",
            Holds::Text,
            both("Bedömt av", "Assessed by"),
            both("Vem som har gjort den bedömningen.", "Who gave that verdict."),
            |archive, row: &Self| Cell::some(row.verdict(archive).map(|verdict| verdict.by)),
        ),
        explained(
            "adress",
            Holds::Url,
            both("Adress", "Address"),
            ADDRESS,
            |archive, row: &Self| {
                let document = &row.linked(archive).0.document;
                let id = row.written(archive).map_or("", |written| &written.id.value);
                let address = [document.address.as_str(), "#", &document.kind.anchor(id)].concat();
                Cell::text(say::url(archive, &address))
            },
        )
        .required(),
        of_key("nar", Holds::Text, Kind::Pledge, "commitments.when", |archive, row: &Self| {
            Cell::some(row.written(archive).and_then(|written| written.when.as_deref()))
        }),
        explained(
            "typ",
            Holds::Text,
            both("Typ", "Kind"),
            both(
                "åtagande i ett medborgarlöfte, åtgärd i en åtgärdsplan.",
                "commitment of a pledge, measure of an action plan.",
            ),
            |archive, row: &Self| {
                let kind = row.linked(archive).0.document.kind;
                Cell::known(say::said(
                    archive,
                    match kind == Kind::ActionPlan {
                        true => both("åtgärd", "measure"),
                        false => both("åtagande", "commitment"),
                    },
                ))
            },
        )
        .required(),
        explained(
            "uppfoljt",
            Holds::Text,
            both("Uppföljt", "Followed up"),
            both(
                "Hur långt uppföljningen har gått: bedömt, resultat utan bedömning, uppföljt som helhet. Tomt: ingen uppföljning i arkivet.",
                "How far it has been followed up: assessed, result without a verdict, followed up as a whole. Empty: no follow-up in the archive.",
            ),
            |archive, row: &Self| {
                let standing = say::standing(row.linked(archive).1.standing);
                Cell::some_known(standing.map(|words| say::said(archive, words)))
            },
        ),
        of_key("orsak", Holds::Text, Kind::Pledge, "commitments.cause", |archive, row: &Self| {
            Cell::some(row.written(archive).and_then(|written| written.cause.as_deref()))
        }),
        of_key(
            "mats_genom",
            Holds::Text,
            Kind::Pledge,
            "commitments.indicator",
            |archive, row: &Self| {
                Cell::some(row.written(archive).and_then(|written| written.indicator.as_deref()))
            },
        ),
        of_key(
            "utgangslage",
            Holds::Text,
            Kind::Pledge,
            "commitments.baseline",
            |archive, row: &Self| {
                Cell::some(row.written(archive).and_then(|written| written.baseline.as_deref()))
            },
        ),
        of_key("malvarde", Holds::Text, Kind::Pledge, "commitments.goal", |archive, row: &Self| {
            Cell::some(row.written(archive).and_then(|written| written.goal.as_deref()))
        }),
    ];
}
