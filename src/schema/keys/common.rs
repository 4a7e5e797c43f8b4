//! The keys of every file, and those of all documents of the archive.

use crate::schema::group::{Group, Section};
use crate::schema::in_forms::Completion;
use crate::schema::key::{Key, Need, Type};
use crate::schema::kind::Kind;
use crate::schema::relation::Relation;

/// What the file is.
pub const ABOUT: Section = Section {
    group: Group::About,
    keys: &[
        Key::new("kind", Type::Kind)
            .required()
            .label("Typ av dokument", "Kind of document")
            .help("Vad filen är.", "What the file is.")
            .example("\"pledge\"")
            .synonyms(&["typ", "slag", "type"]),
        Key::new("title", Type::Line)
            .required()
            .label("Rubrik", "Title")
            .help(
                "Rubriken. För en kommun eller ett område hela namnet, som \"Eskilstuna kommun\".",
                "The title. For a place its full name, such as \"Eskilstuna kommun\".",
            )
            .example("\"Medborgarlöfte Eskilstuna 2018\"")
            .synonyms(&["titel", "rubrik"]),
        Key::new("called", Type::Line)
            .rare()
            .label("Källans egen benämning", "What the source calls itself")
            .help(
                "Vad källan kallar sig, när det är något annat än typen. Visas i stället för typens namn.",
                "What the source calls itself, when that is not its kind. Shown instead of the kind's name.",
            )
            .example("\"Handlingsplan\""),
        Key::new("summary", Type::Text)
            .no_fact()
            .example_in_forms("Polisen och kommunen lovar fler patruller i centrum på helgkvällar")
            .label("Sammanfattning", "Summary")
            .help(
                "En eller två meningar för listor och sökmotorer.",
                "One or two sentences for lists and search engines.",
            )
            .example("\"Vad medborgarlöftet går ut på, i en eller två meningar.\"")
            .synonyms(&["sammanfattning", "beskrivning", "description"]),
    ],
};

/// For every file except those of places.
pub const DRAFT: Section = Section {
    group: Group::About,
    keys: &[Key::new("draft", Type::Flag)
        .no_fact()
        .label("Utkast", "Draft")
        .help(
            "Ett utkast visas i förhandsgranskningen men publiceras inte. Ta bort raden när filen är klar.",
            "A draft is shown in the preview but not published. Remove the line when the file is ready.",
        )
            .in_forms("Ett utkast syns bara här. Välj Nej eller Inget valt när dokumentet ska publiceras.", "A draft is shown only here. Choose No or nothing when the document is to be published.")
        .example("true")
        .default("false")
        .synonyms(&["utkast"])],
};

/// Which places and which subjects a document is about.
pub const PLACES: Section = Section {
    group: Group::Places,
    keys: &[
        Key::new("focus", Type::Texts)
            .no_fact()
            .label("Ämnen", "Subjects")
            .help("Ämnen, skrivna som i källan.", "Subjects, written as in the source.")
            .example("[\"unga\", \"trafik\"]")
            .synonyms(&["ämne", "ämnen", "tags", "fokus", "fokusområden"]),
        Key::new("municipalities", Type::Places(Kind::Municipality))
            .label("Kommuner", "Municipalities")
            .help(
                "Kommuner som dokumentet gäller, med deras mappnamn. Behövs bara när mappen inte räcker.",
                "Municipalities concerned, by their folders' names. Only needed when the folder does not tell.",
            )
            .in_forms("Behövs bara när det inte följer av var dokumentet ligger.", "Only needed when it does not follow from where the document is.")
            .example("[\"eskilstuna\"]")
            .synonyms(&["kommuner"]),
        Key::new("districts", Type::Places(Kind::District))
            .label("Stadsdelar och områden", "Districts")
            .help("Stadsdelar, på samma sätt.", "Districts, in the same way.")
            .in_forms("Behövs bara när det inte följer av var dokumentet ligger.", "Only needed when it does not follow from where the document is.")
            .example("[\"fristaden\"]"),
        Key::new("police_areas", Type::Places(Kind::PoliceArea))
            .label("Lokalpolisområden", "Local police areas")
            .help("Lokalpolisområden, på samma sätt.", "Local police areas, in the same way.")
            .in_forms("Behövs bara när det inte följer av var dokumentet ligger.", "Only needed when it does not follow from where the document is.")
            .example("[\"eskilstuna\"]")
            .synonyms(&["lokalpolisområden"]),
    ],
};

/// When a document is known to have been public, and how an uncertain date was determined.
pub const DATED: Section = Section {
    group: Group::Time,
    keys: &[
        Key::new("published", Type::Date)
            .rare()
            .label("Offentligt senast", "Public by")
            .help(
                "En dag då en källa visar att dokumentet var offentligt, när inget bättre datum är känt.",
                "A day on which a source shows that the document was public, when no better date is known.",
            )
            .example("2018-02-01")
            .synonyms(&["publicerad", "publicerat"]),
        Key::new("date_basis", Type::Text)
            .rare()
            .label("Så har datumet bestämts", "How the date was reached")
            .help("Hur ett osäkert datum har fastställts.", "How an uncertain date was reached.")
            .example("\"dagen efter inbjudan\""),
    ],
};

/// That a document is another in a different language.
pub const TRANSLATION: Section = Section {
    group: Group::Related,
    keys: &[Key::new("translation_of", Type::Reference(Relation::TranslationOf))
        .rare()
        .label("Översättning av", "Translation of")
        .help(
            "Dokumentet som detta är på ett annat språk. Datum, kommuner och åtaganden är originalets och behöver inte stå här.",
            "The document that this is in another language. Dates, places and commitments are the original's and need not stand here.",
        )
        .example("\"medborgarlofte.md\"")],
};

/// The own date of a follow-up or notice; without it, the document is dated by when it was public.
pub const DATE_OR_PUBLISHED: Need = Need::OneOf(&["date", "published"]);

/// Decisions about a document, and whom to ask.
pub const DECISIONS: Section = Section {
    group: Group::Decisions,
    keys: &[
        Key::new("decisions", Type::Tables(DECISION))
            .label("Beslut", "Decisions")
            .help("Ett beslut om dokumentet.", "A decision about the document.")
            .one("Beslut", "Decision", "ett beslut", "a decision")
            .synonyms(&["beslut"]),
        Key::new("contact", Type::Table(CONTACT))
            .no_fact()
            .label("Kontakt", "Contact")
            .help(
                "En kontakt, helst en funktion och inte en person. Visas inte efter sista dagen.",
                "A contact, a function rather than a person. Not shown after the last day.",
            )
            .synonyms(&["kontakt"]),
    ],
};

const DECISION: &[Key] = &[
    Key::new("body", Type::Line)
        .completed(Completion::Organisations)
        .label("Beslutat av", "Decided by")
        .help("Vem som beslutade.", "Who decided.")
        .example("\"Kommunstyrelsen\""),
    Key::new("date", Type::Date)
        .label("Datum", "Date")
        .help("Dagen för beslutet.", "The day of the decision.")
        .example("2018-02-01"),
    Key::new("paragraph", Type::Line)
        .label("Paragraf", "Paragraph")
        .help("Paragrafen i protokollet.", "The paragraph of the minutes.")
        .example("\"§ 189\""),
    Key::new("case_number", Type::Line)
        .label("Diarienummer", "Case number")
        .help("Ärendets diarienummer.", "The case's number in the register.")
        .example("\"KS 2018/12\"")
        .synonyms(&["diarienummer"]),
];

const CONTACT: &[Key] = &[
    Key::new("name", Type::Line)
        .completed(Completion::People)
        .label("Namn", "Name")
        .help("Helst en funktion.", "A function rather than a person.")
        .example("\"Trygghetssamordnaren\""),
    Key::new("role", Type::Line)
        .completed(Completion::Roles)
        .label("Roll", "Role")
        .help("Vad kontakten svarar för.", "What the contact answers for.")
        .example("\"kommunens trygghetssamordnare\""),
    Key::new("email", Type::Email)
        .label("E-post", "E-mail")
        .help("En gemensam brevlåda.", "A shared mailbox.")
        .example("\"trygghet@eskilstuna.se\"")
        .synonyms(&["epost", "e-post"]),
    Key::new("phone", Type::Phone)
        .label("Telefon", "Phone")
        .help("Numret till en växel.", "The number of a switchboard.")
        .example("\"016-710 10 00\"")
        .synonyms(&["telefon"]),
    Key::new("until", Type::Date)
        .label("Visas till och med", "Shown until")
        .help("Sista dagen som kontakten visas.", "The last day on which the contact is shown.")
        .example("2027-12-31"),
];

/// Which language the text is in.
pub const LANGUAGE: Section = Section {
    group: Group::About,
    keys: &[Key::new("language", Type::Language)
        .no_fact()
        .rare()
        .label("Språk", "Language")
        .help(
            "Textens språk, om det inte är webbplatsens.",
            "The text's language, when it is not the site's.",
        )
        .example("\"sv\"")
        .synonyms(&["språk", "lang"])],
};
