//! The keys of notices, and of pages.

use super::common::DATE_OR_PUBLISHED;
use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Type};
use crate::schema::relation::Relation;
use crate::schema::words::NoticeType;

pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[Key::new("date", Type::Date)
        .need(DATE_OR_PUBLISHED)
        .label("Datum", "Date")
        .help(
            "Nyhetens datum. Har källan inget: published.",
            "The notice's date. If the source has none: published.",
        )
        .in_forms(
            "Dagen som dokumentet är daterat. Har källan ingen: fyll i Offentligt senast.",
            "The date of the document. If the source has none, fill in Public by.",
        )
        .example("2018-02-01")],
};

/// What a notice is, and what it is about.
pub const CONTENT: Section = Section {
    group: Group::Related,
    keys: &[
        Key::new("type", Type::Word(NoticeType::WORDS))
            .label("Typ av nyhet", "Kind of notice")
            .help("Vilken typ av nyhet.", "Which kind of notice.")
            .example("\"news\"")
            .default("\"news\""),
        Key::new("about", Type::References(Relation::About))
            .label("Handlar om", "About")
            .help("Dokumenten som nyheten handlar om.", "The documents that the notice is about.")
            .example("\"medborgarlofte.md\""),
    ],
};

/// The keys that only pages have.
pub const OF_PAGE: Section = Section {
    group: Group::Related,
    keys: &[Key::new("translation_of", Type::Reference(Relation::TranslationOf))
        .rare()
        .label("Översättning av", "Translation of")
        .help("Sidan som detta är en översättning av.", "The page that this is a translation of.")
        .example("\"om.md\"")],
};
