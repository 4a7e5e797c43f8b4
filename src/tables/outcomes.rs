//! `utfall.csv`: every outcome of every follow-up, with what the source reports in words.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::commitments::id_of;
use super::documents::OF_DOCUMENT;
use super::part::{TablePart, Tables};
use super::say;
use super::table::{DataTable, Rows, TableReference};
use crate::archive::{Archive, Linked};
use crate::model::DocId;
use crate::model::document::{FollowUp, Outcome, OutcomeOf};
use crate::schema::{Both, Kind, both};

/// An outcome: what it is about, and the follow-up that has it, by index.
pub struct OutcomeRow {
    document: DocId,
    /// The index of the commitment; `None` if the outcome is of the whole document.
    commitment: Option<usize>,
    follow_up: DocId,
    index: usize,
}

impl OutcomeRow {
    fn follow_up<'a>(&self, archive: &'a Archive) -> Option<(&'a Linked, &'a FollowUp)> {
        let linked = archive.document(self.follow_up);
        Some((linked, linked.document.follow_up()?))
    }

    fn outcome<'a>(&self, archive: &'a Archive) -> Option<(&'a FollowUp, &'a Outcome)> {
        let (_, keys) = self.follow_up(archive)?;
        Some((keys, keys.outcomes.get(self.index)?))
    }
}

/// The outcomes about a document, in order of commitment, then of time.
fn about(archive: &Archive, document: DocId) -> Vec<OutcomeRow> {
    let linked = archive.document(document);
    let mut rows = Vec::new();
    for follow_up in &linked.follow_ups {
        let from = archive.document(*follow_up);
        let Some(keys) = from.document.follow_up() else { continue };
        for (index, (outcome, found)) in keys.outcomes.iter().zip(&from.outcomes).enumerate() {
            let commitment = match (&outcome.of, found) {
                (OutcomeOf::Whole { .. }, _) => None,
                (OutcomeOf::Commitment { .. }, Some((of, n))) if *of == document => Some(*n),
                (OutcomeOf::Commitment { .. }, _) => continue,
            };
            rows.push(OutcomeRow { document, commitment, follow_up: *follow_up, index });
        }
    }
    rows.sort_by_key(|row| {
        let date = archive.document(row.follow_up).effective.map(|it| it.date.order());
        let id = row.commitment.and_then(|n| id_of(archive, row.document, n));
        (id, date, say::id(archive.document(row.follow_up)), row.index)
    });
    rows
}

impl Rows for OutcomeRow {
    const NAME: &'static str = "utfall";
    const TITLE: Both = both("Utfall", "Outcomes");
    const HELP: Both = both(
        "Vad en uppföljning säger om ett åtagande, eller om hela dokumentet när atagande_id är tomt. En tom status betyder att källan redovisar ett resultat men inte bedömer det.",
        "What a follow-up says of a commitment, or of the whole document if atagande_id is empty. An empty status means that the source reports a result and does not judge it.",
    );
    const KEY: &'static [&'static str] = &[];
    const REFERENCES: &'static [TableReference] = &[
        OF_DOCUMENT,
        TableReference { columns: &["uppfoljning_id"], to: DataTable::Documents, key: &["id"] },
    ];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = OutcomeRow> {
        tables.originals(part).flat_map(move |id| about(tables.archive, id))
    }

    const COLUMNS: &'static [Column<OutcomeRow>] = &[
        explained(
            "dokument_id",
            Holds::Id,
            both("Dokument (id)", "Document (id)"),
            both("Dokumentet som följs upp.", "The document that is followed up."),
            |archive, row: &Self| Cell::known(say::id(archive.document(row.document))),
        )
        .required(),
        explained(
            "atagande_id",
            Holds::Id,
            both("Åtagande (id)", "Commitment (id)"),
            both(
                "Åtagandet, i ataganden.csv. Tomt: hela dokumentet.",
                "The commitment, in ataganden.csv. Empty: the whole document.",
            ),
            |archive, row: &Self| {
                Cell::some(row.commitment.and_then(|n| id_of(archive, row.document, n)))
            },
        ),
        explained(
            "datum",
            Holds::Date,
            both("Datum", "Date"),
            both("Uppföljningens datum.", "The date of the follow-up."),
            |archive, row: &Self| {
                Cell::date(archive.document(row.follow_up).effective.map(|it| it.date))
            },
        ),
        explained(
            "status",
            Holds::Text,
            both("Status", "Status"),
            both(
                "Hur det gick, enligt uppföljningen. Tom när den inte bedömer åtagandet.",
                "How it went, according to the follow-up. Empty if it does not judge the commitment.",
            ),
            |archive, row: &Self| {
                let kind = archive.document(row.document).document.kind;
                let status = row.outcome(archive).and_then(|(_, outcome)| outcome.status());
                Cell::some_known(status.map(|status| say::said(archive, say::status(status, kind))))
            },
        ),
        of_key("bedomd_av", Holds::Text, Kind::FollowUp, "assessed_by", |archive, row: &Self| {
            Cell::some(row.outcome(archive).map(|(keys, outcome)| keys.assessor(outcome)))
        })
        .required(),
        of_key("tredje_part", Holds::Flag, Kind::FollowUp, "third_party", |archive, row: &Self| {
            let third_party = row.follow_up(archive).is_some_and(|(_, keys)| keys.third_party);
            Cell::known(say::flag(archive, third_party))
        })
        .required(),
        explained(
            "uppfoljning_id",
            Holds::Id,
            both("Uppföljning (id)", "Follow-up (id)"),
            both("Uppföljningen som säger det.", "The follow-up that says so."),
            |archive, row: &Self| Cell::known(say::id(archive.document(row.follow_up))),
        )
        .required(),
        of_key("resultat", Holds::Text, Kind::FollowUp, "outcomes.value", |archive, row: &Self| {
            let outcome = row.outcome(archive).map(|(_, outcome)| outcome);
            Cell::some(outcome.and_then(|outcome| outcome.value.as_deref()))
        }),
        of_key("text", Holds::Text, Kind::FollowUp, "outcomes.text", |archive, row: &Self| {
            let outcome = row.outcome(archive).map(|(_, outcome)| outcome);
            Cell::some(outcome.and_then(|outcome| outcome.text.as_deref()))
        }),
        of_key("av", Holds::Texts, Kind::FollowUp, "outcomes.by", |archive, row: &Self| {
            let by = row.outcome(archive).map(|(_, outcome)| match &outcome.of {
                OutcomeOf::Whole { by } => by.as_slice(),
                OutcomeOf::Commitment { .. } => &[],
            });
            Cell::list(by.into_iter().flatten())
        }),
    ];
}
