//! The keys of places.

use super::{Group, Key, LIST, TEXT, Told, may, must};

pub const OF_MUNICIPALITY: &[Key] = &[
    must(
        "code",
        TEXT,
        "Kommunkoden: fyra siffror inom citattecken. (krävs) Exempel: \"0484\"",
        "The municipality's code: four digits in quotes. (required) Example: \"0484\"",
    ),
    may(
        "name",
        TEXT,
        "Kortnamnet, om det ska vara ett annat än registrets. Exempel: \"Eskilstuna\"",
        "The short name, if it is to be another than the register's. Example: \"Eskilstuna\"",
    ),
];

pub const OF_POLICE_AREA: &[Key] = &[
    may(
        "name",
        TEXT,
        "Kortnamnet. Exempel: \"Södra Roslagen\"",
        "The short name. Example: \"Södra Roslagen\"",
    ),
    may("region", TEXT, "Polisregionen. Exempel: \"Öst\"", "The police region. Example: \"Öst\""),
    may(
        "police_district",
        TEXT,
        "Polisområdet. Exempel: \"Södermanland\"",
        "The police district (polisområde). Example: \"Södermanland\"",
    ),
    may(
        "predecessors",
        LIST,
        "Områden som det har bildats av. Exempel: [\"../taby/index.md\"]",
        "Areas that it was made of. Example: [\"../taby/index.md\"]",
    ),
    FROM,
    UNTIL,
];

pub const OF_DISTRICT: &[Key] = &[
    must(
        "municipality",
        TEXT,
        "Kommunens mappnamn. (krävs) Exempel: \"eskilstuna\"",
        "The name of the municipality's folder. (required) Example: \"eskilstuna\"",
    ),
    FROM,
    UNTIL,
];

const FROM: Key = may(
    "from",
    TEXT,
    "När området kom till. Exempel: 2015",
    "When the area came to be. Example: 2015",
);

const UNTIL: Key = may(
    "until",
    TEXT,
    "När det upphörde. Exempel: 2025-12-31",
    "When it ceased to be. Example: 2025-12-31",
);

pub const GROUPS_OF_POLICE_AREA: &[Group] = &[
    Group {
        header: "[[members]]",
        told: Told {
            sv: "En kommun eller stadsdel i området. Upprepa gruppen för varje. Utan datum gäller \
                 det alltid.",
            en: "A municipality or district in the area. Repeat the group for each. Without dates \
                 it always holds.",
        },
        keys: &[
            may("municipality", TEXT, "kommunens mappnamn: \"eskilstuna\"", "its folder's name"),
            may("district", TEXT, "eller stadsdelens", "or the district's"),
            may("from", TEXT, "2015", "2015"),
            may("until", TEXT, "2019", "2019"),
        ],
    },
    Group {
        header: "[[names]]",
        told: Told {
            sv: "Ett namn som området har haft, när det är känt från när till när.",
            en: "A name that the area has had, when it is known from when until when.",
        },
        keys: &[
            may("name", TEXT, "\"Lokalpolisområde Täby\"", "\"Lokalpolisområde Täby\""),
            may("from", TEXT, "2015", "2015"),
            may("until", TEXT, "\"2019-12\"", "\"2019-12\""),
        ],
    },
];
