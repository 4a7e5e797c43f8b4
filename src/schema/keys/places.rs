//! The keys of places.

use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Need, Type};
use crate::schema::kind::Kind;
use crate::schema::relation::Relation;
use crate::schema::words::{AreaLevel, BodyType};

pub const FROM: Key = Key::new("from", Type::Date)
    .label("Från och med", "From")
    .help("Första dagen, om den är känd.", "The first day, if it is known.")
    .example("2015")
    .synonyms(&["från"]);

pub const UNTIL: Key = Key::new("until", Type::Date)
    .label("Till och med", "Until")
    .help("Sista dagen, om den är känd.", "The last day, if it is known.")
    .example("2019")
    .synonyms(&["till", "to", "tom"]);

pub const MUNICIPALITY: Section = Section {
    group: Group::Places,
    keys: &[
        Key::new("code", Type::Code)
            .required()
            .label("Kommunkod", "Municipality code")
            .help(
                "Kommunkoden: fyra siffror inom citattecken.",
                "The municipality's code: four digits in quotes.",
            )
            .in_forms("Kommunkoden: fyra siffror.", "The municipality's code: four digits.")
            .example("\"0484\"")
            .synonyms(&["kod", "kommunkod"]),
        Key::new("name", Type::Line)
            .rare()
            .label("Kortnamn", "Short name")
            .help(
                "Kortnamnet, om det ska vara ett annat än registrets.",
                "The short name, if it is to be another than the register's.",
            )
            .example("\"Eskilstuna\""),
        BODIES,
    ],
};

/// The bodies that work with crime prevention, such as the crime prevention council.
const BODIES: Key = Key::new("bodies", Type::Tables(BODY))
    .rare()
    .label("Råd och samordnare", "Councils and coordinators")
    .help(
        "Ett råd eller en annan funktion för brottsförebyggande arbete.",
        "A council or another body for crime prevention.",
    );

const BODY: &[Key] = &[
    Key::new("name", Type::Line)
        .required()
        .label("Namn", "Name")
        .help("Namnet, som i källan.", "The name, as in the source.")
        .example("\"Brottsförebyggande rådet\""),
    Key::new("type", Type::Word(BodyType::WORDS))
        .label("Typ", "Type")
        .help("Vad det är.", "What it is.")
        .example("\"council\""),
    FROM,
    UNTIL,
];

pub const POLICE_AREA: Section = Section {
    group: Group::Places,
    keys: &[
        Key::new("name", Type::Line)
            .label("Kortnamn", "Short name")
            .help("Kortnamnet.", "The short name.")
            .example("\"Eskilstuna\""),
        Key::new("level", Type::Word(AreaLevel::WORDS))
            .rare()
            .label("Nivå", "Level")
            .help(
                "Om det är ett lokalpolisområde, ett polisområde eller en polisregion.",
                "Whether it is a local police area, a police district or a police region.",
            )
            .example("\"region\"")
            .default("\"local\""),
        Key::new("region", Type::Line)
            .label("Polisregion", "Police region")
            .help("Polisregionen.", "The police region.")
            .example("\"Öst\""),
        Key::new("police_district", Type::Line)
            .label("Polisområde", "Police district")
            .help("Polisområdet.", "The police district (polisområde).")
            .example("\"Södermanland\"")
            .synonyms(&["polisområde"]),
        Key::new("members", Type::Tables(MEMBER))
            .label("Kommuner och områden", "Municipalities and areas")
            .help(
                "En kommun, en stadsdel eller ett mindre polisområde i området. Utan datum gäller det alltid.",
                "A municipality, a district or a smaller police area in the area. Without dates it always holds.",
            )
            .synonyms(&["medlemmar"]),
        Key::new("names", Type::Tables(NAME))
            .rare()
            .label("Namn genom åren", "Names over the years")
            .help(
                "Ett namn som området har haft, när det är känt från när till när.",
                "A name that the area has had, when it is known from when until when.",
            ),
        BODIES,
    ],
};

const EITHER: Need = Need::Either(&["municipality", "district", "area"]);

const MEMBER: &[Key] = &[
    Key::new("municipality", Type::Place(Kind::Municipality))
        .need(EITHER)
        .label("Kommun", "Municipality")
        .help("Kommunens mappnamn.", "The name of the municipality's folder.")
        .in_forms("Välj i listan.", "Choose from the list.")
        .example("\"eskilstuna\"")
        .synonyms(&["kommun"]),
    Key::new("district", Type::Place(Kind::District))
        .need(EITHER)
        .label("Stadsdel", "District")
        .help("Eller stadsdelens mappnamn.", "Or that of the district's folder.")
        .in_forms("Välj i listan.", "Choose from the list.")
        .example("\"skarholmen\""),
    Key::new("area", Type::Place(Kind::PoliceArea))
        .need(EITHER)
        .label("Polisområde", "Police area")
        .help(
            "Eller det mindre polisområdets mappnamn.",
            "Or that of the smaller police area's folder.",
        )
        .example("\"eskilstuna\""),
    FROM,
    UNTIL,
];

const NAME: &[Key] = &[
    Key::new("name", Type::Line)
        .required()
        .label("Namn", "Name")
        .help("Namnet.", "The name.")
        .example("\"Södra Roslagen\""),
    FROM.example("2020"),
    UNTIL.example("2024"),
];

/// The areas that a police area was formed from.
pub const PREDECESSORS: Section = Section {
    group: Group::Related,
    keys: &[Key::new("predecessors", Type::References(Relation::Predecessors))
        .rare()
        .label("Bildades av", "Made of")
        .help("Områden som det har bildats av.", "Areas that it was made of.")
        .example("\"../taby/index.md\"")],
};

pub const DISTRICT: Section = Section {
    group: Group::Places,
    keys: &[Key::new("municipality", Type::Place(Kind::Municipality))
        .required()
        .label("Kommun", "Municipality")
        .help("Kommunens mappnamn.", "The name of the municipality's folder.")
        .in_forms("Välj i listan.", "Choose from the list.")
        .example("\"eskilstuna\"")],
};

/// When a police area or a district existed.
pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[
        FROM.rare().help("När området kom till.", "When the area came to be."),
        UNTIL.rare().help("När området upphörde.", "When the area ceased to be."),
    ],
};
