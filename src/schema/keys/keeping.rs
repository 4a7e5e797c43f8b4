//! The keys for the archive's own notes about a file.

use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Type};

/// What the archive notes about its own work.
pub const KEEPING: Section = Section {
    group: Group::Keeping,
    keys: &[
        Key::new("archived", Type::Date)
            .no_fact()
            .label("Lades in", "Added")
            .help(
                "Dagen då filen kom in i arkivet.",
                "The day on which the file came into the archive.",
            )
            .example("2026-11-22"),
        Key::new("aliases", Type::Addresses)
            .no_fact()
            .rare()
            .label("Tidigare adresser", "Earlier addresses")
            .help(
                "Tidigare adresser som ska fortsätta fungera; en mapps adress slutar med /. \"loftesarkiv move\" skriver dem åt dig.",
                "Earlier addresses that must keep working; a folder's ends in /. \"loftesarkiv move\" writes them for you.",
            )
            .in_forms("Tidigare adresser som ska fortsätta fungera; en mapps adress slutar med /. De skrivs åt dig när ett dokument flyttas.", "Earlier addresses that must keep working; a folder's ends in /. They are written for you when a document is moved.")
            .example("[\"gamla/adressen.html\"]"),
        Key::new("accept", Type::Accepts(ACCEPT))
            .no_fact()
            .rare()
            .label("Godkända varningar", "Accepted warnings")
            .help(
                "En varning som du har sett och godtar, och varför.",
                "A warning that you have seen and accept, and why.",
            )
            .example("[{ code = \"phone-number\", reason = \"växelns nummer\" }]"),
        Key::new("corrections", Type::Tables(CORRECTION))
            .no_fact()
            .label("Rättelser", "Corrections")
            .help(
                "Vad som har ändrats i sak efter publiceringen. Visas på sidan.",
                "What was changed after publication. Shown on the page.",
            )
            .one("Rättelse", "Correction", "en rättelse", "a correction")
            .synonyms(&["rättelser"]),
    ],
};

/// A warning or advice that is accepted; of a file, and in `site.toml` of all files.
pub const ACCEPT: &[Key] = &[
    Key::new("code", Type::Warning)
        .required()
        .label("Varning", "Warning")
        .help("Koden som står vid varningen.", "The code that stands with the warning.")
        .in_forms("Koden som står vid varningen.", "The code that stands with the warning.")
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
