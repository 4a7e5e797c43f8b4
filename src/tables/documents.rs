//! `dokument.csv`: every document of the archive.

use super::cell::Cell;
use super::column::{Column, Holds, explained, of_key};
use super::part::{TablePart, Tables};
use super::say;
use super::table::{DataTable, Rows, TableReference};
use crate::archive::{Archive, Linked};
use crate::model::{DatedBy, DocId, Document};
use crate::schema::{Both, Kind, both};

/// A document.
pub struct DocumentRow(DocId);

impl DocumentRow {
    fn linked<'a>(&self, archive: &'a Archive) -> &'a Linked {
        archive.document(self.0)
    }

    fn document<'a>(&self, archive: &'a Archive) -> &'a Document {
        &self.linked(archive).document
    }
}

impl Rows for DocumentRow {
    const NAME: &'static str = "dokument";
    const TITLE: Both = both("Dokument", "Documents");
    const HELP: Both = both(
        "Ett dokument i arkivet: överenskommelse, medborgarlöfte, lägesbild, åtgärdsplan, uppföljning eller nyhet.",
        "A document of the archive: an agreement, pledge, situation report, action plan, follow-up or notice.",
    );
    const KEY: &'static [&'static str] = &["id"];
    const REFERENCES: &'static [TableReference] = &[];

    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = DocumentRow> {
        tables.documents(part).iter().copied().map(DocumentRow)
    }

    const COLUMNS: &'static [Column<DocumentRow>] = &[
        explained(
            "id",
            Holds::Id,
            both("Id", "Id"),
            both(
                "Sidans adress utan .html. Ändras bara om dokumentet flyttas.",
                "The page's address without .html. It changes only if the document is moved.",
            ),
            |archive, row: &Self| Cell::known(say::id(row.linked(archive))),
        )
        .required(),
        of_key("typ", Holds::Text, Kind::Pledge, "kind", |archive, row: &Self| {
            Cell::known(say::said(archive, row.document(archive).kind.facts().name))
        })
        .required(),
        of_key("titel", Holds::Text, Kind::Pledge, "title", |archive, row: &Self| {
            Cell::text(&*row.document(archive).common.title.value)
        })
        .required(),
        explained(
            "plats_id",
            Holds::Ids,
            both("Kommuner och områden (id)", "Municipalities and areas (ids)"),
            both(
                "Kommuner, stadsdelar och lokalpolisområden som dokumentet hör till.",
                "The municipalities, districts and police areas that the document belongs to.",
            ),
            |archive, row: &Self| {
                let places = row.linked(archive).places();
                Cell::ids(places.map(|id| say::place_id(archive, id)))
            },
        ),
        explained(
            "datum",
            Holds::Date,
            both("Datum", "Date"),
            both(
                "Dagen då det undertecknades, annars dokumentets egen dag. Tomt när bara perioden är känd.",
                "The day on which it was signed, otherwise the document's own. Empty if only the period is known.",
            ),
            |archive, row: &Self| {
                let effective = row.linked(archive).effective;
                let dated = effective.filter(|effective| effective.by != DatedBy::Period);
                Cell::date(dated.map(|effective| effective.date))
            },
        ),
        explained(
            "datum_avser",
            Holds::Text,
            both("Datumet avser", "What the date is of"),
            both(
                "Vad dagen i datum är: undertecknat, daterat, aviserat eller offentligt senast.",
                "What the date is: of signing, the document's own, of an announced signing, or a day on which it was public.",
            ),
            |archive, row: &Self| {
                let effective = row.linked(archive).effective;
                let dated = effective.filter(|effective| effective.by != DatedBy::Period);
                Cell::some_known(
                    dated.map(|effective| say::said(archive, say::dated_by(effective.by))),
                )
            },
        ),
        explained(
            "galler_fran",
            Holds::Day,
            both("Gäller från och med", "From"),
            both("Periodens första dag, om den är känd.", "The period's first day, if known."),
            |archive, row: &Self| {
                Cell::date(row.document(archive).period().and_then(|period| period.first_day()))
            },
        ),
        explained(
            "galler_till",
            Holds::Day,
            both("Gäller till och med", "Until"),
            both("Periodens sista dag, om den är känd.", "The period's last day, if known."),
            |archive, row: &Self| {
                Cell::date(row.document(archive).period().and_then(|period| period.last_day()))
            },
        ),
        of_key("parter", Holds::Texts, Kind::Agreement, "parties", |archive, row: &Self| {
            let keys = row.document(archive).agreement();
            Cell::list(keys.into_iter().flat_map(|keys| &keys.parties))
        }),
        of_key("amne", Holds::Texts, Kind::Pledge, "focus", |archive, row: &Self| {
            let labels = row.linked(archive).focus.iter();
            Cell::list(labels.map(|focus| &*archive.focus[focus.index()].label))
        }),
        of_key(
            "overenskommelse_id",
            Holds::Ids,
            Kind::Pledge,
            "agreement",
            |archive, row: &Self| {
                Cell::ids(say::ids(archive, row.linked(archive).agreement.as_slice()))
            },
        )
        .titled("Överenskommelse (id)", "Agreement (id)"),
        of_key("ersatter_id", Holds::Ids, Kind::Agreement, "replaces", |archive, row: &Self| {
            Cell::ids(say::ids(archive, &row.linked(archive).replaces))
        })
        .titled("Ersätter (id)", "Replaces (ids)"),
        of_key("foljer_upp_id", Holds::Ids, Kind::FollowUp, "follows_up", |archive, row: &Self| {
            Cell::ids(say::ids(archive, &row.linked(archive).follows_up))
        })
        .titled("Följer upp (id)", "Follows up (ids)"),
        of_key("ordalydelse", Holds::Text, Kind::Pledge, "wording", |archive, row: &Self| {
            let wording = row.document(archive).common.wording;
            Cell::some_known(wording.map(|wording| say::said(archive, say::wording(wording))))
        }),
        of_key(
            "kalla_utgivare",
            Holds::Texts,
            Kind::Pledge,
            "sources.publisher",
            |archive, row: &Self| {
                let sources = row.document(archive).common.sources.iter();
                Cell::list(sources.filter_map(|source| source.publisher.as_deref()))
            },
        )
        .titled("Källans utgivare", "The source's publisher"),
        of_key("kalla_adress", Holds::Urls, Kind::Pledge, "sources.url", |archive, row: &Self| {
            let sources = row.document(archive).common.sources.iter();
            Cell::list(sources.filter_map(|source| source.url.as_ref()).map(|url| &*url.value))
        })
        .titled("Källans webbadress", "The source's web address"),
        of_key(
            "diarienummer",
            Holds::Texts,
            Kind::Pledge,
            "decisions.case_number",
            |archive, row: &Self| {
                let decisions = row.document(archive).archive.decisions.iter();
                Cell::list(decisions.filter_map(|decision| decision.case_number.as_deref()))
            },
        ),
        of_key("lades_in", Holds::Date, Kind::Pledge, "archived", |archive, row: &Self| {
            Cell::date(row.document(archive).common.archived)
        }),
        explained(
            "rattad",
            Holds::Date,
            both("Senast rättad", "Last corrected"),
            both(
                "Dagen för den senaste rättelsen efter publiceringen.",
                "The date of the latest correction after publication.",
            ),
            |archive, row: &Self| {
                let last = row.document(archive).common.last_correction();
                Cell::date(last.map(|correction| correction.date))
            },
        ),
        explained(
            "adress",
            Holds::Url,
            both("Sidans adress", "The page's address"),
            ADDRESS,
            |archive, row: &Self| {
                Cell::known(say::url(archive, row.document(archive).address.as_str()))
            },
        )
        .required(),
        of_key("kallas", Holds::Text, Kind::Pledge, "called", |archive, row: &Self| {
            Cell::some(row.document(archive).common.called.as_deref())
        }),
        explained(
            "tills_vidare",
            Holds::Flag,
            both("Tills vidare", "Until further notice"),
            both(
                "ja när källan säger att det gäller tills vidare.",
                "yes if the source says that it is in force until further notice.",
            ),
            |archive, row: &Self| {
                let period = row.document(archive).period();
                Cell::some_known(
                    period.map(|period| say::flag(archive, period.is_further_notice())),
                )
            },
        ),
        of_key(
            "offentligt_senast",
            Holds::Date,
            Kind::Pledge,
            "published",
            |archive, row: &Self| {
                let published = &row.document(archive).archive.published;
                Cell::date(published.as_ref().map(|published| published.value))
            },
        ),
        of_key("undertecknat", Holds::Date, Kind::Agreement, "signed", |archive, row: &Self| {
            let keys = row.document(archive).agreement();
            let signed = keys.and_then(|keys| keys.signed.as_ref());
            Cell::date(signed.map(|signed| signed.value))
        }),
        of_key("avslutat", Holds::Date, Kind::Agreement, "ended.date", |archive, row: &Self| {
            let keys = row.document(archive).agreement();
            let ended = keys.and_then(|keys| keys.ended.as_ref());
            Cell::date(ended.map(|ended| ended.date.value))
        })
        .titled("Avslutades i förtid", "Ended before its time"),
        explained(
            "fullstandig",
            Holds::Flag,
            both("Alla åtaganden är med", "All commitments are here"),
            both(
                "nej när källan innehåller fler åtaganden än de som står här. Tomt när inga står här.",
                "no if the source holds more commitments than stand here. Empty if none stand here.",
            ),
            |archive, row: &Self| {
                let linked = row.linked(archive);
                let has = !linked.commitments.is_empty();
                let complete = archive.commitments_complete(linked);
                Cell::some_known(has.then(|| say::flag(archive, complete)))
            },
        ),
        explained(
            "omfattar_medborgarlofte",
            Holds::Flag,
            both("Är också ett medborgarlöfte", "Is a pledge too"),
            both(
                "ja när ett och samma papper är både överenskommelse och medborgarlöfte.",
                "yes if one paper is both an agreement and a pledge.",
            ),
            |archive, row: &Self| {
                let document = row.document(archive);
                let is_agreement = document.kind == Kind::Agreement;
                Cell::some_known(
                    is_agreement.then(|| say::flag(archive, document.includes_pledge())),
                )
            },
        ),
        explained(
            "original",
            Holds::Flag,
            both("Originalet finns i arkivet", "The original is in the archive"),
            both(
                "ja när originalets fil är bifogad. nej betyder att arkivet inte har den.",
                "yes if the record's file is attached. no means that the archive does not have it.",
            ),
            |archive, row: &Self| {
                Cell::known(say::flag(archive, row.document(archive).common.has_original()))
            },
        )
        .required(),
        explained(
            "sprak",
            Holds::Text,
            both("Språk", "Language"),
            both(
                "Språket som dokumentet är skrivet på, som kod enligt BCP 47: sv, en.",
                "The language of the document, as a code of BCP 47: sv, en.",
            ),
            |archive, row: &Self| {
                let own = row.document(archive).common.language.as_deref();
                Cell::text(own.unwrap_or(archive.settings.language.tag()))
            },
        )
        .required(),
        of_key("forlanger_id", Holds::Ids, Kind::Agreement, "extends", |archive, row: &Self| {
            Cell::ids(say::ids(archive, &row.linked(archive).extends))
        })
        .titled("Förlänger (id)", "Extends (ids)"),
        of_key("bygger_pa_id", Holds::Ids, Kind::Agreement, "builds_on", |archive, row: &Self| {
            Cell::ids(say::ids(archive, &row.linked(archive).builds_on))
        })
        .titled("Bygger på (id)", "Builds on (ids)"),
        of_key("handlar_om_id", Holds::Ids, Kind::Notice, "about", |archive, row: &Self| {
            Cell::ids(say::ids(archive, &row.linked(archive).about))
        })
        .titled("Handlar om (id)", "Is about (ids)"),
        explained(
            "oversattning_av_id",
            Holds::Ids,
            both("Översättning av (id)", "Translation of (id)"),
            both("Samma dokument på ett annat språk.", "The same document in another language."),
            |archive, row: &Self| {
                Cell::ids(say::ids(archive, row.linked(archive).translation_of.as_slice()))
            },
        ),
        of_key("nyhetstyp", Holds::Text, Kind::Notice, "type", |archive, row: &Self| {
            let notice_type = row.document(archive).notice_type();
            Cell::some_known(notice_type.map(|of| say::said(archive, say::notice_type(of))))
        }),
        of_key(
            "utlovat_i_ord",
            Holds::Text,
            Kind::Agreement,
            "follow_ups_as_printed",
            |archive, row: &Self| {
                let keys = row.document(archive).agreement();
                Cell::some(keys.and_then(|keys| keys.follow_ups_as_printed.as_deref()))
            },
        ),
    ];
}

/// What the columns with addresses say of them.
pub const ADDRESS: Both = both(
    "Adressen på webben. Utan base_url i site.toml räknas den från startsidans mapp.",
    "The address on the web. Without base_url in site.toml it is from the folder of the start page.",
);

/// The columns that name a document.
pub const OF_DOCUMENT: TableReference =
    TableReference { columns: &["dokument_id"], to: DataTable::Documents, key: &["id"] };
