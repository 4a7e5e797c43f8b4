//! The keys of every file, and those of all documents of the archive.

use crate::schema::key::{FileUse, Group, Key, Need, Section, Type};
use crate::schema::kind::Kind;
use crate::schema::words::{AttachmentText, Wording};

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
        Key::new("summary", Type::Text)
            .label("Sammanfattning", "Summary")
            .help(
                "En eller två meningar för listor och sökmotorer.",
                "One or two sentences for lists and search engines.",
            )
            .example("\"Vad medborgarlöftet går ut på, i en eller två meningar.\"")
            .synonyms(&["sammanfattning", "beskrivning", "description"]),
    ],
};

/// Of every file but places'.
pub const DRAFT: Section = Section {
    group: Group::About,
    keys: &[Key::new("draft", Type::Flag)
        .label("Utkast", "Draft")
        .help(
            "Ett utkast visas i förhandsgranskningen men publiceras inte. Ta bort raden när filen är klar.",
            "A draft is shown in the preview but not published. Remove the line when the file is ready.",
        )
        .example("true")
        .default("false")
        .synonyms(&["utkast"])],
};

/// Which places a document is about, and what.
pub const PLACES: Section = Section {
    group: Group::Places,
    keys: &[
        Key::new("focus", Type::Texts)
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
            .example("[\"eskilstuna\"]")
            .synonyms(&["kommuner"]),
        Key::new("districts", Type::Places(Kind::District))
            .label("Stadsdelar och områden", "Districts")
            .help("Stadsdelar, på samma sätt.", "Districts, in the same way.")
            .example("[\"fristaden\"]"),
        Key::new("police_areas", Type::Places(Kind::PoliceArea))
            .label("Lokalpolisområden", "Local police areas")
            .help("Lokalpolisområden, på samma sätt.", "Local police areas, in the same way.")
            .example("[\"eskilstuna\"]")
            .synonyms(&["lokalpolisområden"]),
    ],
};

/// How an uncertain date of a document was reached.
pub const DATE_BASIS: Section = Section {
    group: Group::Time,
    keys: &[Key::new("date_basis", Type::Text)
        .rare()
        .label("Så har datumet bestämts", "How the date was reached")
        .help("Hur ett osäkert datum har fastställts.", "How an uncertain date was reached.")
        .example("\"dagen efter inbjudan\"")],
};

/// Decisions about a document, and whom to ask.
pub const DECISIONS: Section = Section {
    group: Group::Decisions,
    keys: &[
        Key::new("decisions", Type::Tables(DECISION))
            .label("Beslut", "Decisions")
            .help("Ett beslut om dokumentet.", "A decision about the document.")
            .synonyms(&["beslut"]),
        Key::new("contact", Type::Table(CONTACT))
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
        .label("Namn", "Name")
        .help("Helst en funktion.", "A function rather than a person.")
        .example("\"Trygghetssamordnaren\""),
    Key::new("role", Type::Line)
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

/// Where the text comes from, and what stands with it.
pub const SOURCES: Section = Section {
    group: Group::Sources,
    keys: &[
        Key::new("wording", Type::Word(Wording::WORDS))
            .advised()
            .label("Textens ord", "The text's words")
            .help("Vems ord den löpande texten är.", "Whose words the running text is.")
            .example("\"verbatim\""),
        Key::new("sources", Type::Tables(SOURCE))
            .advised()
            .label("Källor", "Sources")
            .help("Varifrån uppgifterna kommer.", "Where the facts come from.")
            .synonyms(&["källa", "källor", "source"]),
        Key::new("attachments", Type::Tables(ATTACHMENT))
            .label("Bilagor", "Attachments")
            .help("En bilaga i samma mapp.", "An attachment in the same folder.")
            .synonyms(&["bilagor", "bilaga"]),
        Key::new("images", Type::Tables(IMAGE))
            .label("Bilder", "Images")
            .help(
                "En bild. Utan fil står det att källan hade en bild som saknas i arkivet.",
                "An image. Without a file the page says that the archive lacks the source's image.",
            )
            .synonyms(&["bilder", "bild"]),
        Key::new("conflicts", Type::Tables(CONFLICT))
            .rare()
            .label("Uppgifter som inte stämmer överens", "Facts that disagree")
            .help(
                "En uppgift som en annan källa säger annorlunda. Båda visas.",
                "A fact that another source tells differently. Both are shown.",
            ),
    ],
};

const SOURCE: &[Key] = &[
    Key::new("publisher", Type::Line)
        .label("Utgivare", "Publisher")
        .help("Vem som gav ut källan.", "Who published the source.")
        .example("\"Eskilstuna kommun\"")
        .synonyms(&["utgivare"]),
    Key::new("title", Type::Line)
        .label("Rubrik", "Title")
        .help("Källans rubrik.", "The source's title.")
        .example("\"Medborgarlöfte 2018\""),
    Key::new("url", Type::Url)
        .label("Webbadress", "Web address")
        .help("Hela webbadressen.", "The whole web address.")
        .example("\"https://www.eskilstuna.se/loften\""),
    Key::new("dated", Type::Date)
        .label("Källans datum", "The source's date")
        .help("Datumet som källan har.", "The date that the source bears.")
        .example("2018-02-01"),
    Key::new("retrieved", Type::Date)
        .label("Hämtad", "Retrieved")
        .help("Dagen då du hämtade den.", "The day on which you fetched it.")
        .example("2026-11-22"),
    Key::new("reference", Type::Line)
        .label("Plats i källan", "Place in the source")
        .help("Diarienummer eller sida.", "Case number or page.")
        .example("\"KS 2018/12\""),
];

const ATTACHMENT: &[Key] = &[
    Key::new("file", Type::File(FileUse::Attachment))
        .required()
        .label("Fil", "File")
        .help("Filens namn.", "The file's name.")
        .example("\"lofte-2018.pdf\"")
        .synonyms(&["fil"]),
    Key::new("title", Type::Line)
        .required()
        .label("Rubrik", "Title")
        .help("Vad bilagan är.", "What the attachment is.")
        .example("\"Medborgarlöfte 2018\""),
    Key::new("text", Type::Word(AttachmentText::WORDS))
        .label("Text i filen", "Text in the file")
        .help(
            "Om texten kan sökas och läsas upp.",
            "Whether the text can be searched and read aloud.",
        )
        .example("\"searchable\""),
];

const IMAGE: &[Key] = &[
    Key::new("file", Type::File(FileUse::Image))
        .label("Fil", "File")
        .help("Filens namn.", "The file's name.")
        .example("\"signering.jpg\""),
    Key::new("alt", Type::Text)
        .need(Need::Unless { when: "file", unless: "decorative" })
        .label("Bilden i ord", "The image in words")
        .help(
            "Vad bilden visar, för den som inte ser den.",
            "What the image shows, for those who do not see it.",
        )
        .example("\"Två personer skriver under ett papper.\""),
    Key::new("decorative", Type::Flag)
        .rare()
        .label("Bara utsmyckning", "Only decoration")
        .help(
            "Bilden säger inget som inte står i texten.",
            "The image says nothing that the text does not.",
        )
        .example("true")
        .default("false"),
    Key::new("caption", Type::Text)
        .label("Bildtext", "Caption")
        .help("Bildtexten, som i källan.", "The caption, as in the source.")
        .example("\"Undertecknandet i stadshuset.\"")
        .synonyms(&["bildtext"]),
    Key::new("credit", Type::Line)
        .label("Fotograf", "Photographer")
        .help("Vem som tog bilden.", "Who took it.")
        .example("\"Polisen\""),
];

const CONFLICT: &[Key] = &[
    Key::new("field", Type::Line)
        .required()
        .label("Uppgift", "Fact")
        .help("Vad det gäller.", "What it is about.")
        .example("\"Undertecknat\""),
    Key::new("value", Type::Line)
        .required()
        .label("Enligt den andra källan", "According to the other source")
        .help("Vad den andra källan säger.", "What the other source says.")
        .example("\"2018-03-16\""),
    Key::new("source", Type::Line)
        .label("Källa", "Source")
        .help("Vilken källa det är.", "Which source it is.")
        .example("\"Polisens pressmeddelande\""),
];

/// Which language the text is in.
pub const LANGUAGE: Section = Section {
    group: Group::About,
    keys: &[Key::new("language", Type::Language)
        .rare()
        .label("Språk", "Language")
        .help(
            "Textens språk, om det inte är webbplatsens.",
            "The text's language, when it is not the site's.",
        )
        .example("\"sv\"")
        .synonyms(&["språk", "lang"])],
};

/// What the archive notes about its own work.
pub const KEEPING: Section = Section {
    group: Group::Keeping,
    keys: &[
        Key::new("archived", Type::Date)
            .label("Lades in", "Added")
            .help(
                "Dagen då filen kom in i arkivet.",
                "The day on which the file came into the archive.",
            )
            .example("2026-11-22"),
        Key::new("aliases", Type::Addresses)
            .rare()
            .label("Tidigare adresser", "Earlier addresses")
            .help(
                "Tidigare adresser som ska fortsätta fungera; en mapps adress slutar med /. \"loftesarkiv move\" skriver dem åt dig.",
                "Earlier addresses that must keep working; a folder's ends in /. \"loftesarkiv move\" writes them for you.",
            )
            .example("[\"gamla/adressen.html\"]"),
        Key::new("accept", Type::Accepts(ACCEPT))
            .rare()
            .label("Godkända varningar", "Accepted warnings")
            .help(
                "En varning som du har sett och godtar, och varför.",
                "A warning that you have seen and accept, and why.",
            )
            .example("[{ code = \"phone-number\", reason = \"växelns nummer\" }]"),
        Key::new("corrections", Type::Tables(CORRECTION))
            .label("Rättelser", "Corrections")
            .help(
                "Vad som har ändrats i sak efter publiceringen. Visas på sidan.",
                "What was changed after publication. Shown on the page.",
            )
            .synonyms(&["rättelser"]),
    ],
};

const ACCEPT: &[Key] = &[
    Key::new("code", Type::Warning)
        .required()
        .label("Varning", "Warning")
        .help("Koden som står vid varningen.", "The code that stands with the warning.")
        .example("\"phone-number\""),
    Key::new("reason", Type::Text)
        .required()
        .label("Skäl", "Reason")
        .help("Varför den godtas.", "Why it is accepted.")
        .example("\"växelns nummer\"")
        .synonyms(&["skäl", "anledning"]),
];

const CORRECTION: &[Key] = &[
    Key::new("date", Type::Date)
        .required()
        .label("Datum", "Date")
        .help("Dagen för rättelsen.", "The day of the correction.")
        .example("2026-11-22"),
    Key::new("text", Type::Text)
        .required()
        .label("Rättelse", "Correction")
        .help("Vad som har ändrats.", "What was changed.")
        .example("\"Årtalet rättat.\""),
];
