//! The keys of follow-ups, situation reports, action plans, notices and pages.

use super::{Group, Key, LIST, TEXT, Told, YES, may, must};

pub const KEYS: &[Key] = &[
    must(
        "date",
        TEXT,
        "Uppföljningens datum. (krävs) Exempel: 2018-05-31",
        "The follow-up's date. (required) Example: 2018-05-31",
    ),
    must(
        "follows_up",
        TEXT,
        "Det som följs upp, med sökvägen till dess fil. (krävs) Exempel: \"medborgarlofte.md\" eller \
         [\"medborgarlofte.md\", \"../2016/overenskommelse.md\"]",
        "What is followed up, by its file's path. (required) Example: \"medborgarlofte.md\" or \
         [\"medborgarlofte.md\", \"../2016/overenskommelse.md\"]",
    ),
    must(
        "assessed_by",
        TEXT,
        "Vem som säger hur det gick. (krävs) Exempel: \"Eskilstuna kommun och Polismyndigheten\"",
        "Who says how it went. (required) Example: \"Eskilstuna kommun och Polismyndigheten\"",
    ),
    may(
        "third_party",
        YES,
        "När bedömningen är pressens eller forskares.",
        "When the press or researchers made the assessment.",
    ),
    may(
        "answers",
        LIST,
        "Vilken utlovad uppföljning det här är, om det inte framgår av datumet. Exempel: \"2018-05\"",
        "Which promised follow-up this is, when the date does not tell. Example: \"2018-05\"",
    ),
];

pub const GROUPS: &[Group] = &[Group {
    header: "[[outcomes]]",
    told: Told {
        sv: "Hur det gick med ett åtagande. Upprepa gruppen för varje åtagande. status är \
             \"not-started\" (ej påbörjat), \"ongoing\" (pågår), \"kept\" (uppfyllt), \
             \"partly-kept\" (delvis uppfyllt), \"not-kept\" (inte uppfyllt), \"cancelled\" \
             (inställt, med skälet i text) eller \"not-assessable\" (går inte att bedöma).",
        en: "What came of a commitment. Repeat the group for each. status is \"not-started\", \
             \"ongoing\", \"kept\", \"partly-kept\", \"not-kept\", \"cancelled\" (with the reason in \
             text) or \"not-assessable\".",
    },
    keys: &[
        may(
            "commitment",
            TEXT,
            "åtagandets id: \"synlighet\", eller \"medborgarlofte.md#synlighet\"",
            "its id: \"synlighet\", or \"medborgarlofte.md#synlighet\"",
        ),
        may("status", TEXT, "ett av orden ovan", "one of the words above"),
        may("text", TEXT, "vad uppföljningen säger", "what the follow-up says"),
        may("value", TEXT, "siffran: \"120 av 200 pass\"", "the figure: \"120 of 200 shifts\""),
        may("assessed_by", TEXT, "om någon annan bedömer just detta", "if another assesses this"),
    ],
}];

pub const COVERING: &[Key] = &[
    must(
        "date",
        TEXT,
        "Handlingens datum. Antingen date eller period krävs. Exempel: 2024-03-15",
        "The document's date. Either date or period is required. Example: 2024-03-15",
    ),
    may(
        "period",
        TEXT,
        "Tiden som den gäller: 2018, { from = 2018, until = 2019 } eller, när källan inte säger \
         det, \"unknown\".",
        "The time covered: 2018, { from = 2018, until = 2019 } or, when the source does not say, \
         \"unknown\".",
    ),
];

pub const OF_PLAN: &[Key] = &[may(
    "builds_on",
    LIST,
    "Lägesbilden som planen vilar på. Exempel: \"lagesbild.md\"",
    "The situation report that the plan rests on. Example: \"lagesbild.md\"",
)];

pub const OF_NOTICE: &[Key] = &[
    must(
        "date",
        TEXT,
        "Nyhetens datum. (krävs) Exempel: 2020-05-07",
        "The notice's date. (required) Example: 2020-05-07",
    ),
    may(
        "type",
        "\"news\"",
        "Vilken sorts nyhet: \"news\" (nyhet), \"press-release\" (pressmeddelande), \
         \"press-invitation\" (pressinbjudan) eller \"dialogue\" (dialog). Utan raden: nyhet.",
        "Which sort: \"news\", \"press-release\", \"press-invitation\" or \"dialogue\". Without \
         the line: news.",
    ),
    may(
        "about",
        LIST,
        "Handlingarna som nyheten handlar om. Exempel: [\"medborgarlofte.md\"]",
        "The documents that it is about. Example: [\"medborgarlofte.md\"]",
    ),
];

pub const OF_PAGE: &[Key] = &[may(
    "translation_of",
    TEXT,
    "Sidan som detta är en översättning av. Exempel: \"om.md\"",
    "The page that this is a translation of. Example: \"om.md\"",
)];
