//! The keys of `site.toml` about what is made of the archive: yearly packages for a records archive,
//! open data, and copies on a host.

use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Type};
use crate::schema::words::Licence;

/// `[archive]`, which yearly packages need.
pub const ARCHIVE: Section = Section {
    group: Group::Archive,
    keys: &[Key::new("archive", Type::Table(OF_ARCHIVE))
        .rare()
        .label("Årspaket till kommunarkivet", "Yearly packages for the records archive")
        .help(
            "Uppgifter som ett årspaket till kommunarkivet behöver.",
            "What a yearly package for the records archive needs.",
        )],
};

const OF_ARCHIVE: &[Key] = &[
    Key::new("creator", Type::Line)
        .required()
        .label("Arkivbildare", "Creator of the records")
        .help(
            "Arkivbildaren: den myndighet som de kommer från.",
            "The authority whose records they are.",
        )
        .example("\"Eskilstuna kommun, kommunstyrelsen\"")
        .synonyms(&["arkivbildare"]),
    Key::new("creator_id", Type::Organisation)
        .required()
        .label("Arkivbildarens organisationsnummer", "The creator's organisation number")
        .help("Dess organisationsnummer.", "Its organisation number.")
        .example("\"212000-0357\"")
        .synonyms(&["organisationsnummer"]),
    Key::new("contact", Type::Email)
        .required()
        .label("Kontakt", "Contact")
        .help(
            "Dit arkivet kan skriva om paketet: en funktion och inte en person.",
            "Where the records archive can write about the package: a function, not a person.",
        )
        .example("\"kommunen@kommunen.example\""),
    Key::new("unit", Type::Line)
        .label("Enhet", "Unit")
        .help("Enheten som gör paketet.", "The unit that makes the package.")
        .example("\"Kommunikationsenheten\"")
        .synonyms(&["enhet"]),
    Key::new("receiver", Type::Line)
        .label("Mottagande arkiv", "Receiving archive")
        .help("Arkivet som tar emot paketet.", "The archive that receives the package.")
        .example("\"Eskilstuna stadsarkiv\"")
        .synonyms(&["mottagare"]),
    Key::new("receiver_id", Type::Organisation)
        .label("Mottagarens organisationsnummer", "The receiver's organisation number")
        .help("Dess organisationsnummer.", "Its organisation number.")
        .example("\"212000-0357\""),
    Key::new("agreement", Type::Line)
        .label("Leveransöverenskommelse", "Submission agreement")
        .help(
            "Beteckningen på leveransöverenskommelsen med arkivet.",
            "The reference of the submission agreement with the archive.",
        )
        .example("\"Dnr 2026/0117\""),
    Key::new("reference", Type::Line)
        .label("Ärende", "Case")
        .help("Diarienumret för leveransen.", "The case number of the delivery.")
        .example("\"KS 2026/45\""),
    Key::new("classification", Type::Line)
        .label("Klassificering", "Classification")
        .help(
            "Handlingstypen i kommunens klassificeringsstruktur.",
            "The type of record in the municipality's classification.",
        )
        .example("\"2.4.1 Brottsförebyggande arbete\""),
    Key::new("secrecy", Type::Text)
        .label("Sekretess", "Secrecy")
        .help(
            "Vad som gäller om sekretess, så som kommunen har bedömt det.",
            "What the municipality says about secrecy.",
        )
        .example("\"Ingen sekretess.\"")
        .synonyms(&["sekretess"]),
    Key::new("disposal", Type::Text)
        .label("Gallring", "Disposal")
        .help(
            "Vad kommunens gallringsbeslut säger.",
            "What the municipality's decision on disposal says.",
        )
        .example("\"Bevaras.\"")
        .synonyms(&["gallring"]),
];

/// `[data]`, which the catalogue of open data needs.
pub const DATA: Section = Section {
    group: Group::Archive,
    keys: &[Key::new("data", Type::Table(OF_DATA)).rare().label("Öppna data", "Open data").help(
        "Uppgifter som katalogen över öppna data behöver. Tabellerna görs även utan dem.",
        "What the catalogue of open data needs. The tables are made without it too.",
    )],
};

const OF_DATA: &[Key] = &[
    Key::new("contact", Type::Email)
        .required()
        .label("Kontakt", "Contact")
        .help(
            "Dit den som använder uppgifterna kan skriva: en funktion och inte en person.",
            "Where users of the data can write: a function, not a person.",
        )
        .example("\"kommunen@kommunen.example\""),
    Key::new("licence", Type::Word(Licence::WORDS))
        .required()
        .label("Licens", "Licence")
        .help("Villkoren för att använda uppgifterna.", "The terms for using the data.")
        .example("\"CC0-1.0\"")
        .synonyms(&["licens", "license"]),
];

/// `[publish]`, which copying the site to a host needs.
pub const PUBLISH: Section = Section {
    group: Group::Publish,
    keys: &[Key::new("publish", Type::Named { own: OF_PUBLISH, each: OF_TARGET })
        .rare()
        .label("Publicering", "Publishing")
        .help(
            "Vart den färdiga webbplatsen kopieras. Fler mål får egna namn: [publish.prov].",
            "Where the finished site is copied. More places get names of their own: [publish.test].",
        )
        .in_forms(
            "Vart den färdiga webbplatsen kopieras. Fler mål skrivs in under Redigera som text.",
            "Where the finished site is copied. More places are written under Edit as text.",
        )],
};

const TO: Key = Key::new("to", Type::Line)
    .label("Mål", "Target")
    .help(
        "En mapp, eller en adress som börjar med sftp://.",
        "A folder, or an address that begins with sftp://.",
    )
    .example("\"//server/loften\"");

const OF_PUBLISH: &[Key] = &[TO];

const OF_TARGET: &[Key] = &[TO.required()];
