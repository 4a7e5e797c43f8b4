//! The keys of follow-ups.

use crate::schema::key::{Group, Key, Need, Section, Type};
use crate::schema::relation::Relation;
use crate::schema::words::Status;

pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[Key::new("date", Type::Date)
        .required()
        .label("Datum", "Date")
        .help("Uppföljningens datum.", "The follow-up's date.")
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
        .example("\"medborgarlofte.md\"")],
};

/// How it went.
pub const CONTENT: Section = Section {
    group: Group::Content,
    keys: &[
        Key::new("assessed_by", Type::Line)
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
            .rare()
            .label("Utlovad till", "Promised for")
            .help(
                "Vilken utlovad uppföljning det här är, när datumet inte säger det.",
                "Which promised follow-up this is, when the date does not tell.",
            )
            .example("\"2018-05\""),
        Key::new("outcomes", Type::Tables(OUTCOME))
            .label("Utfall", "Outcomes")
            .help("Hur det gick med ett åtagande.", "What came of a commitment.")
            .synonyms(&["utfall"]),
    ],
};

const OUTCOME: &[Key] = &[
    Key::new("commitment", Type::Commitment)
        .required()
        .label("Åtagande", "Commitment")
        .help(
            "Åtagandets id, om det behövs med fil: \"medborgarlofte.md#synlighet\".",
            "Its id, if need be with its file: \"medborgarlofte.md#synlighet\".",
        )
        .example("\"synlighet\"")
        .synonyms(&["löfte"]),
    Key::new("status", Type::Word(Status::WORDS))
        .required()
        .label("Status", "Status")
        .help("Hur det gick, enligt uppföljningen.", "How it went, as the follow-up says.")
        .example("\"kept\""),
    Key::new("text", Type::Text)
        .need(Need::When { key: "status", is: "cancelled" })
        .label("Vad uppföljningen säger", "What the follow-up says")
        .help("Vad uppföljningen säger om åtagandet.", "What the follow-up says of the commitment.")
        .example("\"Patrullerna genomfördes enligt plan.\""),
    Key::new("value", Type::Line)
        .label("Resultat", "Result")
        .help("Resultatet i siffror.", "The result in figures.")
        .example("\"32 helger\""),
    Key::new("assessed_by", Type::Line)
        .rare()
        .label("Bedömt av", "Assessed by")
        .help("Om någon annan bedömer just detta.", "If another assesses just this.")
        .example("\"Polismyndigheten\""),
];
