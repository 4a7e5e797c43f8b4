//! The keys of `seals/<year>.toml`.

use super::promises::ENDS;
use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Type};

/// All of its keys.
pub const SECTIONS: &[&Section] = &[&Section {
    group: Group::Keeping,
    keys: &[
        Key::new("year", Type::Period(ENDS))
            .required()
            .label("År", "Year")
            .help("Året, eller åren, som paketet är för.", "The year, or years, of the package.")
            .example("2020"),
        Key::new("sealed", Type::Day)
            .required()
            .label("Gjort", "Made")
            .help("Dagen då paketet gjordes.", "The day on which the package was made.")
            .example("2027-02-01"),
        Key::new("package", Type::Line)
            .required()
            .label("Paket", "Package")
            .help("Paketets namn.", "The name of the package.")
            .example("\"loftesarkiv-eskilstuna-kommun-2020\""),
        Key::new("mets_sha256", Type::Line)
            .required()
            .label("Kontrollsumma för METS.xml", "Checksum of METS.xml")
            .help("SHA-256 för paketets METS.xml.", "The SHA-256 of the package's METS.xml.")
            .example("\"1faa62…\""),
        Key::new("zip_sha256", Type::Line)
            .required()
            .label("Kontrollsumma för paketet", "Checksum of the package")
            .help("SHA-256 för zip-filen.", "The SHA-256 of the ZIP file.")
            .example("\"232d19…\""),
        Key::new("received", Type::Date)
            .label("Mottaget", "Received")
            .help("När arkivet tog emot paketet.", "When the records archive received the package.")
            .example("2027-02-01"),
        Key::new("reference", Type::Line)
            .label("Var det finns", "Where it is")
            .help("Arkivets beteckning på det.", "What the records archive calls it.")
            .example("\"SE/D3A/KS/Loften\""),
        Key::new("documents", Type::Tables(DOCUMENT))
            .label("Dokument", "Documents")
            .help("Ett dokument i paketet.", "A document of the package."),
        Key::new("attachments", Type::Tables(ATTACHMENT))
            .label("Bilagor", "Attachments")
            .help("En bilaga i paketet.", "An attachment of the package."),
    ],
}];

const PATH: Key = Key::new("path", Type::Line)
    .required()
    .label("Fil", "File")
    .help("Filen i webbplatsens mapp.", "The file in the site's folder.")
    .example("\"content/kommuner/eskilstuna/2020/medborgarlofte.md\"");

const DOCUMENT: &[Key] = &[
    PATH,
    Key::new("address", Type::Line)
        .required()
        .label("Adress", "Address")
        .help("Sidans adress.", "The address of its page.")
        .example("\"kommuner/eskilstuna/2020/medborgarlofte.html\""),
    Key::new("sha256", Type::Line)
        .required()
        .label("Kontrollsumma", "Checksum")
        .help("SHA-256 för texten.", "The SHA-256 of the text.")
        .example("\"e86809…\""),
    Key::new("corrections", Type::Line)
        .required()
        .label("Rättelser", "Corrections")
        .help("Hur många rättelser det hade.", "How many corrections it had.")
        .example("\"0\""),
];

const ATTACHMENT: &[Key] = &[
    PATH,
    Key::new("sha256", Type::Line)
        .required()
        .label("Kontrollsumma", "Checksum")
        .help("SHA-256 för filen.", "The SHA-256 of the file.")
        .example("\"e86809…\""),
];
