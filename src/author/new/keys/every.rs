//! The keys of every file, and those of all documents of the archive.

use super::{Group, Key, LIST, TEXT, Told, YES, may, must};

pub const FIRST: &[Key] = &[
    must("kind", TEXT, "Vad filen är. (krävs)", "What the file is. (required)"),
    must(
        "title",
        TEXT,
        "Rubriken. För en plats hela namnet, som \"Eskilstuna kommun\". (krävs) Exempel: \
         \"Medborgarlöfte Eskilstuna 2018\"",
        "The title. For a place its full name, such as \"Eskilstuna kommun\". (required) Example: \
         \"Medborgarlöfte Eskilstuna 2018\"",
    ),
    may(
        "summary",
        TEXT,
        "En eller två meningar för listor och sökmotorer. Exempel: \"Polisen och kommunen lovar att \
         vara synliga i centrum.\"",
        "One or two sentences for lists and search engines. Example: \"The police and the \
         municipality promise to be visible in the centre.\"",
    ),
];

pub const DRAFT: Key = must(
    "draft",
    YES,
    "Ett utkast visas i förhandsgranskningen men publiceras inte. Ta bort raden när filen är klar.",
    "A draft is shown in the preview but not published. Remove the line when the file is ready.",
);

pub const OF_ARCHIVE: &[Key] = &[
    may(
        "focus",
        LIST,
        "Ämnen, skrivna som i källan. Exempel: [\"unga\", \"trafik\"]",
        "Subjects, written as in the source. Example: [\"unga\", \"trafik\"]",
    ),
    may(
        "municipalities",
        LIST,
        "Kommuner som handlingen gäller, med deras mappnamn. Behövs bara när mappen inte räcker. \
         Exempel: [\"eskilstuna\", \"strangnas\"]",
        "Municipalities concerned, by their folders' names. Only needed when the folder does not \
         tell. Example: [\"eskilstuna\", \"strangnas\"]",
    ),
    may(
        "districts",
        LIST,
        "Stadsdelar, på samma sätt. Exempel: [\"fristaden\"]",
        "Districts, in the same way. Example: [\"fristaden\"]",
    ),
    may(
        "police_areas",
        LIST,
        "Lokalpolisområden, på samma sätt. Exempel: [\"eskilstuna\"]",
        "Local police areas, in the same way. Example: [\"eskilstuna\"]",
    ),
    may(
        "date_basis",
        TEXT,
        "Hur ett osäkert datum har fastställts. Exempel: \"Datumet står i sidans adress.\"",
        "How an uncertain date was reached. Example: \"The date stands in the page's address.\"",
    ),
];

pub const LAST: &[Key] = &[
    may(
        "archived",
        TEXT,
        "Dagen då filen kom in i arkivet.",
        "The day on which the file came into the archive.",
    ),
    may(
        "wording",
        TEXT,
        "Vems ord den löpande texten är: \"verbatim\" (källans egna), \"summary\" (arkivets \
         sammanfattning) eller \"mentioned\" (handlingen är bara omnämnd av andra).",
        "Whose words the running text is: \"verbatim\" (the source's own), \"summary\" (the \
         archive's summary) or \"mentioned\" (the document is only known from others).",
    ),
    may(
        "language",
        TEXT,
        "Textens språk, om det inte är webbplatsens. Exempel: \"en\"",
        "The text's language, when it is not the site's. Example: \"sv\"",
    ),
    may(
        "aliases",
        LIST,
        "Tidigare adresser som ska fortsätta fungera; en plats adress slutar med /. \
         \"loftesarkiv move\" skriver dem åt dig. Exempel: [\"kommuner/eskilstuna/2018/lofte.html\"]",
        "Earlier addresses that must keep working; a place's ends in /. \"loftesarkiv move\" \
         writes them for you. Example: [\"kommuner/eskilstuna/2018/lofte.html\"]",
    ),
    may(
        "accept",
        "[{ code = \"\", reason = \"\" }]",
        "En varning som du har sett och godtar, och varför. Exempel: [{ code = \"phone-number\", \
         reason = \"växelns nummer\" }]",
        "A warning that you have seen and accept, and why. Example: [{ code = \"phone-number\", \
         reason = \"the switchboard's number\" }]",
    ),
];

pub const GROUPS_OF_ARCHIVE: &[Group] = &[
    Group {
        header: "[[decisions]]",
        told: Told {
            sv: "Ett beslut om handlingen. Upprepa gruppen för varje beslut.",
            en: "A decision about the document. Repeat the group for each.",
        },
        keys: &[
            may("body", TEXT, "vem som beslutade: \"Kommunstyrelsen\"", "who: \"Kommunstyrelsen\""),
            may("date", TEXT, "dagen: 2018-01-16", "the day: 2018-01-16"),
            may("paragraph", TEXT, "paragrafen: \"§ 12\"", "the paragraph: \"§ 12\""),
            may("case_number", TEXT, "diarienumret: \"KS/2017:107\"", "the file: \"KS/2017:107\""),
        ],
    },
    Group {
        header: "[contact]",
        told: Told {
            sv: "En kontakt, helst en funktion och inte en person. Visas inte efter until.",
            en: "A contact, a function rather than a person. Not shown after until.",
        },
        keys: &[
            may("name", TEXT, "\"Kommunpolisen i Eskilstuna\"", "\"Kommunpolisen i Eskilstuna\""),
            may("role", TEXT, "\"kontakt för löftet\"", "\"contact for the pledge\""),
            may("email", TEXT, "en gemensam brevlåda", "a shared mailbox"),
            may("phone", TEXT, "en växel: \"114 14\"", "a switchboard: \"114 14\""),
            may("until", TEXT, "sista dagen: 2018-12-31", "the last day: 2018-12-31"),
        ],
    },
];

pub const GROUPS: &[Group] = &[
    Group {
        header: "[[sources]]",
        told: Told {
            sv: "Varifrån uppgifterna kommer. Upprepa gruppen för varje källa.",
            en: "Where the facts come from. Repeat the group for each source.",
        },
        keys: &[
            may("publisher", TEXT, "\"Polismyndigheten\"", "\"Polismyndigheten\""),
            may("title", TEXT, "\"Medborgarlöfte 2018\"", "\"Medborgarlöfte 2018\""),
            may("url", TEXT, "hela webbadressen, från https://", "the address, from https://"),
            may("dated", TEXT, "källans datum: \"2018-01\"", "the source's date: \"2018-01\""),
            may("retrieved", TEXT, "dagen du hämtade den", "the day you fetched it"),
            may("reference", TEXT, "var i källan: \"sidan 3\"", "where in it: \"page 3\""),
        ],
    },
    Group {
        header: "[[attachments]]",
        told: Told {
            sv: "En bilaga i samma mapp. Upprepa gruppen för varje bilaga.",
            en: "An attachment in the same folder. Repeat the group for each.",
        },
        keys: &[
            may("file", TEXT, "\"medborgarlofte-2018.pdf\"", "\"medborgarlofte-2018.pdf\""),
            may("title", TEXT, "\"Medborgarlöfte 2018\"", "\"Medborgarlöfte 2018\""),
            may(
                "text",
                TEXT,
                "\"searchable\" (riktig text), \"ocr\" (tolkad), \"scanned\" (bara bild)",
                "\"searchable\" (real text), \"ocr\" (recognised), \"scanned\" (only pictures)",
            ),
        ],
    },
    Group {
        header: "[[images]]",
        told: Told {
            sv: "En bild. Utan file står det att källan hade en bild som saknas i arkivet.",
            en: "An image. Without a file the page says that the archive lacks the source's image.",
        },
        keys: &[
            may("file", TEXT, "\"undertecknande.jpg\"", "\"undertecknande.jpg\""),
            may("alt", TEXT, "bilden i ord, för den som inte ser den", "the image in words"),
            may("decorative", YES, "i stället för alt, för ren utsmyckning", "instead of alt"),
            may("caption", TEXT, "bildtexten, som i källan", "the caption, as in the source"),
            may("credit", TEXT, "\"Foto: Polisen\"", "\"Photo: Polisen\""),
        ],
    },
    Group {
        header: "[[conflicts]]",
        told: Told {
            sv: "En uppgift som en annan källa säger annorlunda. Båda visas.",
            en: "A fact that another source tells differently. Both are shown.",
        },
        keys: &[
            may("field", TEXT, "vad det gäller: \"Undertecknat\"", "what: \"Undertecknat\""),
            may("value", TEXT, "den andra källans uppgift", "what the other source says"),
            may("source", TEXT, "vilken källa det är", "which source it is"),
        ],
    },
    Group {
        header: "[[corrections]]",
        told: Told {
            sv: "Vad som har ändrats i sak efter publiceringen. Visas på sidan.",
            en: "What was changed after publication. Shown on the page.",
        },
        keys: &[
            may("date", TEXT, "dagen: 2026-12-01", "the day: 2026-12-01"),
            may("text", TEXT, "\"Antalet vandringar var 4, inte 5.\"", "\"There were 4, not 5.\""),
        ],
    },
];
