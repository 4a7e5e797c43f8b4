//! The keys of agreements and pledges.

use super::{Group, Key, LIST, TEXT, Told, YES, may, must};

pub const KEYS: &[Key] = &[
    must(
        "period",
        TEXT,
        "Tiden som gäller: 2018, \"2018-04\", { from = 2018, until = 2019 } eller, utan känt slut, \
         { from = 2018-07-01 }. Säger källan inget: \"unknown\". (krävs)",
        "The time covered: 2018, \"2018-04\", { from = 2018, until = 2019 } or, without a known \
         end, { from = 2018-07-01 }. If the source has none: \"unknown\". (required)",
    ),
    may(
        "period_as_printed",
        TEXT,
        "Tiden så som källan skriver den, om det sker på något särskilt sätt. Exempel: \
         \"31 juni 2023 – 31 juni 2027\"",
        "The time as the source prints it, when it does so in a way of its own. Example: \
         \"31 juni 2023 – 31 juni 2027\"",
    ),
    may(
        "signed",
        TEXT,
        "Dagen då handlingen undertecknades. Exempel: 2018-02-01",
        "The day on which it was signed. Example: 2018-02-01",
    ),
    may(
        "announced",
        TEXT,
        "Dagen då den skulle undertecknas, när källan bara säger det. Exempel: 2018-02-01",
        "The day on which it was to be signed, when the source says no more. Example: 2018-02-01",
    ),
    may(
        "parties",
        LIST,
        "Organisationerna. Exempel: [\"Eskilstuna kommun\", \"Polismyndigheten\"]",
        "The organisations. Example: [\"Eskilstuna kommun\", \"Polismyndigheten\"]",
    ),
    may(
        "replaces",
        TEXT,
        "Handlingen som ersätts, med sökvägen till dess fil. Exempel: \"../2016/overenskommelse.md\"",
        "The document that is replaced, by its file's path. Example: \
         \"../2016/overenskommelse.md\"",
    ),
    may(
        "extends",
        TEXT,
        "Handlingen som förlängs. Exempel: \"../2021/medborgarlofte.md\"",
        "The document that is extended. Example: \"../2021/medborgarlofte.md\"",
    ),
    may(
        "builds_on",
        LIST,
        "Lägesbilder och annat som ligger till grund. Exempel: [\"lagesbild.md\"]",
        "Situation reports and whatever else it builds on. Example: [\"lagesbild.md\"]",
    ),
    may(
        "follow_ups_planned",
        LIST,
        "När uppföljning är utlovad. Exempel: [\"2018-05\", \"2018-09\"]",
        "When follow-ups are promised. Example: [\"2018-05\", \"2018-09\"]",
    ),
];

pub const OF_PLEDGE: &[Key] = &[may(
    "agreement",
    TEXT,
    "Överenskommelsen som löftet hör till. Exempel: \"../2016/overenskommelse.md\"",
    "The agreement that the pledge belongs to. Example: \"../2016/overenskommelse.md\"",
)];

pub const COMMITMENTS: &[Group] = &[Group {
    header: "[[commitments]]",
    told: Told {
        sv: "Ett åtagande. Upprepa gruppen för varje åtagande.",
        en: "A commitment. Repeat the group for each.",
    },
    keys: &[
        may(
            "id",
            TEXT,
            "kort namn med a–z, 0–9 och -: \"synlighet\"; ändra det aldrig",
            "short name of a–z, 0–9 and -: \"synlighet\"; never change it",
        ),
        may("text", TEXT, "vad som lovas", "what is promised"),
        may("by", LIST, "vem som lovar: [\"Polismyndigheten\"]", "who: [\"Polismyndigheten\"]"),
        may("target", TEXT, "mätbart mål: \"minst 4 vandringar\"", "target: \"at least 4 walks\""),
        may("place", TEXT, "var: \"centrum\"", "where: \"the centre\""),
    ],
}];

pub const GROUPS: &[Group] = &[
    Group {
        header: "[[signatories]]",
        told: Told {
            sv: "En undertecknare. Upprepa gruppen för varje person.",
            en: "A signatory. Repeat the group for each person.",
        },
        keys: &[
            may("name", TEXT, "namnet som källan stavar det", "the name as the source spells it"),
            may("role", TEXT, "\"lokalpolisområdeschef\"", "\"lokalpolisområdeschef\""),
            may("organisation", TEXT, "\"Polismyndigheten\"", "\"Polismyndigheten\""),
            may("political_party", TEXT, "parti, för förtroendevalda", "party, if elected"),
            may("acting", YES, "om personen är tillförordnad", "if the person is acting"),
            may(
                "person",
                TEXT,
                "samma ord i alla filer, när namnet stavas olika",
                "the same word in all files, when spellings differ",
            ),
        ],
    },
    Group {
        header: "[ended]",
        told: Told { sv: "Om handlingen upphörde i förtid.", en: "If it ended before its time." },
        keys: &[
            may("date", TEXT, "sista dagen: 2018-10-01", "the last day: 2018-10-01"),
            may("reason", TEXT, "varför", "why"),
            may("by", TEXT, "vem som beslutade: \"Kommunstyrelsen\"", "who: \"Kommunstyrelsen\""),
            may("source", TEXT, "var det står", "where it says so"),
        ],
    },
];
