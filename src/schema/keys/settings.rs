//! The keys of `site.toml`.

use super::keeping::ACCEPT;
use super::publishing::{ARCHIVE, DATA, PUBLISH};
use crate::schema::group::{Group, Section};
use crate::schema::in_forms::Completion;
use crate::schema::key::{FileUse, Key, Type};
use crate::schema::words::{AssessmentMethod, Compliance, LANGUAGES};

/// All of its keys, in the order of a form.
pub const SECTIONS: &[&Section] =
    &[&SITE, &LOOK, &STATEMENT, &SUBJECTS, &ARCHIVE, &DATA, &PUBLISH, &ACCEPTED];

const SITE: Section = Section {
    group: Group::Site,
    keys: &[
        Key::new("title", Type::Line)
            .required()
            .label("Webbplatsens namn", "The site's name")
            .help(
                "Webbplatsens namn. Det står överst på varje sida.",
                "The site's name. It stands at the top of every page.",
            )
            .example("\"Löftesarkivet\""),
        Key::new("language", Type::Word(LANGUAGES))
            .label("Språk", "Language")
            .help("Webbplatsens språk.", "The site's language.")
            .example("\"sv\"")
            .default("\"sv\""),
        Key::new("publisher", Type::Line)
            .completed(Completion::Organisations)
            .advised()
            .label("Ansvarig", "Publisher")
            .help("Den som ansvarar för webbplatsen.", "Who answers for the site.")
            .example("\"Eskilstuna kommun\""),
        Key::new("base_url", Type::Url)
            .label("Webbplatsens adress", "The site's address")
            .help(
                "Webbplatsens adress, när den är bestämd. Då får den prenumeration (RSS), en webbplatskarta för sökmotorer och en egen sida för adresser som inte finns.",
                "The site's address, once it is known. Then it has feeds, a sitemap for search engines and a page of its own for addresses that do not exist.",
            )
            .example("\"https://www.eskilstuna.se/loften/\"")
            .synonyms(&["url"]),
        Key::new("contact", Type::Email)
            .label("Dit den som hittar ett fel skriver", "Where to write about a mistake")
            .help(
                "Dit den som hittar ett fel på webbplatsen kan skriva: helst en gemensam brevlåda. Står längst ner på varje sida.",
                "Where to write about a mistake on the site: a shared mailbox rather than a person's. It stands at the bottom of every page.",
            )
            .example("\"trygghet@kommunen.example\"")
            .synonyms(&["kontakt"]),
        Key::new("records", Type::Email)
            .label("Dit den som vill ha ett original skriver", "Where to ask for an original")
            .help(
                "Dit den som vill läsa ett original kan skriva, helst till registratorn. Står på dokument vars original inte finns här.",
                "Where to ask for an original, usually the registrar. It stands on documents whose original is not here.",
            )
            .example("\"registrator@kommunen.example\"")
            .synonyms(&["registrator", "diarium"]),
        Key::new("search", Type::Flag)
            .rare()
            .label("Sökning", "Search")
            .help(
                "Om webbplatsen ska ha en sida för sökning.",
                "Whether the site is to have a page for searching.",
            )
            .example("false")
            .default("true")
            .synonyms(&["sök", "sökning"]),
        Key::new("output", Type::Line)
            .rare()
            .label("Utmapp", "Output folder")
            .help(
                "Mappen som webbplatsen byggs i. Ett bygge till en annan mapp, med --output, är ett prov som inte antecknas i addresses.toml.",
                "The folder that the site is built in. A build to another folder, with --output, is a trial that is not recorded in addresses.toml.",
            )
            .in_forms("Mappen som webbplatsen byggs i. Byt den bara om ni har bestämt er för en annan.", "The folder that the site is built in. Change it only if you have decided on another.")
            .example("\"public\"")
            .default("\"public\""),
    ],
};

/// Labels that lists take together.
const SUBJECTS: Section = Section {
    group: Group::Places,
    keys: &[Key::new("subjects", Type::Tables(SUBJECT))
        .rare()
        .label("Ämnen som hör ihop", "Subjects that belong together")
        .help(
            "Ett ämne som källorna skriver på flera sätt. Listor visar dem under ett namn; på dokumentet står det som i källan.",
            "A subject that the sources write in several ways. Lists show them under one name; on the document it stands as in the source.",
        )],
};

const SUBJECT: &[Key] = &[
    Key::new("label", Type::Line)
        .required()
        .label("Ämne", "Subject")
        .help("Namnet som listorna visar.", "The name that lists show.")
        .example("\"våld i nära relation\""),
    Key::new("includes", Type::Texts)
        .required()
        .label("Skrivs också", "Also written")
        .help(
            "Så som ämnet annars skrivs i dokumenten.",
            "How the subject is otherwise written in the documents.",
        )
        .example("[\"våld i nära relationer\", \"relationsvåld\"]"),
];

const LOOK: Section = Section {
    group: Group::Look,
    keys: &[
        Key::new("theme", Type::Theme)
            .rare()
            .label("Tema", "Theme")
            .help(
                "En egen mapp i themes/, om ni ändrar utseendet.",
                "A folder of your own in themes/, if you change the looks.",
            )
            .in_forms(
                "Namnet på en egen temamapp, om ni ändrar utseendet.",
                "The name of a theme folder of your own, if you change the looks.",
            )
            .example("\"default\"")
            .default("\"default\"")
            .synonyms(&["tema"]),
        Key::new("colour", Type::Colour)
            .label("Färg", "Colour")
            .help("Kommunens färg.", "The municipality's colour.")
            .example("\"#00498f\"")
            .synonyms(&["färg", "color"]),
        Key::new("logo", Type::File(FileUse::Logo))
            .label("Logotyp", "Logo")
            .help("En bildfil bredvid den här filen.", "An image file beside this one.")
            .in_forms(
                "Namnet på en bildfil i webbplatsens mapp.",
                "The name of an image file in the site's folder.",
            )
            .example("\"logo.svg\"")
            .synonyms(&["logotyp"]),
    ],
};

const ACCEPTED: Section = Section {
    group: Group::Keeping,
    keys: &[Key::new("accept", Type::Tables(ACCEPT))
        .rare()
        .label("Godtaget för hela webbplatsen", "Accepted for the whole site")
        .help(
            "En varning eller ett påpekande som ni har sett och godtar i alla filer, och varför.",
            "A warning or advice that you have seen and accept in all files, and why.",
        )],
};

const STATEMENT: Section = Section {
    group: Group::Accessibility,
    keys: &[Key::new("accessibility", Type::Table(ACCESSIBILITY))
        .advised()
        .label("Tillgänglighetsredogörelse", "Accessibility statement")
        .help(
            "Tillgänglighetsredogörelsen, som kommunens webbplatser ska ha. Skriv bara det som är sant för er.",
            "The accessibility statement, which municipal sites must have. Write only what is true of yours.",
        )],
};

const ACCESSIBILITY: &[Key] = &[
    Key::new("status", Type::Word(Compliance::WORDS))
        .advised()
        .label("Hur tillgänglig webbplatsen är", "How accessible the site is")
        .help("Hur långt kraven är uppfyllda.", "How far the requirements are met.")
        .example("\"partial\""),
    Key::new("assessed", Type::Date)
        .advised()
        .label("Bedömd", "Assessed")
        .help("Dagen då webbplatsen bedömdes.", "The day on which the site was assessed.")
        .example("2026-09-01"),
    Key::new("updated", Type::Date)
        .advised()
        .label("Uppdaterad", "Updated")
        .help("Dagen då redogörelsen ändrades.", "The day on which the statement was changed.")
        .example("2026-09-15"),
    Key::new("method", Type::Word(AssessmentMethod::WORDS))
        .advised()
        .label("Hur den bedömdes", "How it was assessed")
        .help("Vem som bedömde den.", "Who assessed it.")
        .example("\"self\""),
    Key::new("contact", Type::Line)
        .label("Kontakt", "Contact")
        .help("Dit den som hittar en brist kan skriva.", "Where to write about a fault.")
        .example("\"kommunen@eskilstuna.se\""),
    Key::new("contact_url", Type::Url)
        .label("Sida för synpunkter", "Page for reports")
        .help("Eller sidan där brister anmäls.", "Or the page where faults are reported.")
        .example("\"https://www.eskilstuna.se/kontakt\""),
    Key::new("supervisor", Type::Line)
        .label("Tillsynsmyndighet", "Supervising authority")
        .help("Tillsynsmyndigheten.", "The supervising authority.")
        .example("\"Myndigheten för digital förvaltning\""),
    Key::new("supervisor_url", Type::Url)
        .label("Sida för anmälan", "Page for complaints")
        .help("Och dess sida för anmälan.", "And its page for complaints.")
        .example("\"https://www.digg.se/tdosanmalan\""),
    Key::new("burden", Type::Text)
        .rare()
        .label("Oskäligt betungande", "Disproportionate burden")
        .help(
            "Det som undantas som oskäligt betungande.",
            "What is left out as a disproportionate burden.",
        )
        .example("\"Inskannade bilagor från före 2018.\""),
    Key::new("outside_law", Type::Text)
        .rare()
        .label("Utanför lagen", "Outside the law")
        .help("Det som lagen inte omfattar.", "What the law does not cover.")
        .example("\"Kartor.\""),
    Key::new("faults", Type::Tables(FAULT))
        .label("Kända brister", "Known faults")
        .help("En känd brist.", "A known fault."),
];

const FAULT: &[Key] = &[
    Key::new("situation", Type::Line)
        .label("Vid användning", "In use")
        .help("Vem som möter den.", "Who meets it.")
        .example("\"utan synförmåga\""),
    Key::new("text", Type::Text)
        .required()
        .label("Brist", "Fault")
        .help("Vad bristen är.", "What the fault is.")
        .example("\"Äldre bilagor är inskannade bilder.\""),
    Key::new("reason", Type::Text)
        .label("Orsak", "Cause")
        .help("Varför den finns.", "Why it is there.")
        .example("\"De finns inte i annan form.\""),
];
