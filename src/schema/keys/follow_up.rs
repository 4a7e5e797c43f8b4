//! The keys of follow-ups.

use super::common::DATE_OR_PUBLISHED;
use crate::schema::group::{Group, Section};
use crate::schema::in_forms::Completion;
use crate::schema::key::{Key, Need, Type};
use crate::schema::relation::Relation;
use crate::schema::words::Status;

pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[Key::new("date", Type::Date)
        .need(DATE_OR_PUBLISHED)
        .label("Datum", "Date")
        .help(
            "Uppföljningens datum. Har källan inget: published.",
            "The follow-up's date. If the source has none: published.",
        )
        .in_forms(
            "Dagen som dokumentet är daterat. Har källan ingen: fyll i Offentligt senast.",
            "The date of the document. If the source has none, fill in Public by.",
        )
        .example("2018-02-01")
        .synonyms(&["datum"])],
};

/// What is followed up.
pub const RELATED: Section = Section {
    group: Group::Related,
    keys: &[Key::new("follows_up", Type::References(Relation::FollowsUp))
        .required()
        .label("Följer upp", "Follows up")
        .help(
            "Det som följs upp, med sökvägen till dess fil.",
            "What is followed up, by its file's path.",
        )
        .in_forms("Det som följs upp.", "What is followed up.")
        .example("\"medborgarlofte.md\"")],
};

/// The results.
pub const CONTENT: Section = Section {
    group: Group::Content,
    keys: &[
        Key::new("assessed_by", Type::Line)
            .completed(Completion::Organisations)
            .required()
            .label("Bedömt av", "Assessed by")
            .help("Vem som säger hur det gick.", "Who says how it went.")
            .example("\"Eskilstuna kommun och Polisen\""),
        Key::new("third_party", Type::Flag)
            .rare()
            .label("En utomståendes bedömning", "A third party's assessment")
            .help(
                "När bedömningen är pressens eller forskares.",
                "When the press or researchers made the assessment.",
            )
            .example("true")
            .default("false"),
        Key::new("answers", Type::Dates)
            .none("Den här uppföljningen var inte utlovad", "This follow-up was not promised")
            .rare()
            .label("Utlovad till", "Promised for")
            .help(
                "Vilken utlovad uppföljning det här är, när datumet inte säger det; [] när den inte var utlovad.",
                "Which promised follow-up this is, when the date does not tell; [] when it was not promised.",
            )
            .in_forms("Vilken utlovad uppföljning det här är, när datumet inte säger det.", "Which promised follow-up this is, when the date does not tell.")
            .example("\"2018-05\""),
        Key::new("outcomes", Type::Tables(OUTCOME))
            .ready()
            .label("Resultat", "Results")
            .help(
                "Hur det gick med ett åtagande, eller utan commitment med helheten.",
                "What came of a commitment, or without commitment of the whole.",
            )
            .one("Resultat", "Result", "ett resultat", "a result")
            .in_forms("Hur det gick med ett åtagande. Utan åtagande gäller resultatet helheten.", "What came of a commitment. Without one, the result is of the whole.")
            .synonyms(&["utfall"]),
    ],
};

/// At least one of the keys that say something about the result.
const SAYS: Need = Need::OneOf(&["status", "text", "value"]);

const OUTCOME: &[Key] = &[
    Key::new("commitment", Type::Commitment)
        .need(Need::With("status"))
        .label("Åtagande", "Commitment")
        .help(
            "Åtagandets id, om det behövs med fil: \"medborgarlofte.md#synlighet\". Utan det gäller resultatet hela dokumentet.",
            "Its id, if need be with its file: \"medborgarlofte.md#synlighet\". Without it the result is of the whole document.",
        )
            .in_forms("Åtagandet som resultatet gäller. Inget valt: resultatet gäller hela dokumentet.", "The commitment that the result is about. Nothing chosen: it is of the whole document.")
        .example("\"synlighet\"")
        .synonyms(&["löfte"]),
    Key::new("status", Type::Word(Status::WORDS))
        .need(SAYS)
        .label("Status", "Status")
        .help(
            "Hur det gick, enligt uppföljningen. Bedömer den inte åtagandet: bara text eller value.",
            "How it went, as the follow-up says. If it does not judge the commitment: only text or value.",
        )
            .in_forms("Hur det gick, enligt uppföljningen. Bedömer den inte åtagandet: lämna tomt och skriv vad den säger.", "How it went, as the follow-up says. If it does not judge the commitment, leave this empty and write what it says.")
        .example("\"kept\""),
    Key::new("text", Type::Text)
        .need(Need::When { key: "status", is: "cancelled" })
        .label("Vad uppföljningen säger", "What the follow-up says")
        .help("Vad uppföljningen säger om åtagandet.", "What the follow-up says of the commitment.")
        .example("\"Patrullerna genomfördes enligt plan.\""),
    Key::new("value", Type::Line)
        .need(SAYS)
        .label("I siffror", "In figures")
        .help("Resultatet i siffror.", "The result in figures.")
        .example("\"32 helger\""),
    Key::new("by", Type::Texts)
        .need(Need::Without("commitment"))
        .label("Vems resultat", "Whose result")
        .help(
            "Vem resultatet gäller, när det gäller hela dokumentet.",
            "Whose result it is, when it is of the whole document.",
        )
        .example("[\"Polismyndigheten\"]"),
    Key::new("assessed_by", Type::Line)
        .completed(Completion::Organisations)
        .rare()
        .label("Bedömt av", "Assessed by")
        .help("Om någon annan bedömer just detta.", "If another assesses just this.")
        .example("\"Polismyndigheten\""),
];
