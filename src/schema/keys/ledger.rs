//! The keys of `addresses.toml`.

use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Type};

/// All of its keys.
pub const SECTIONS: &[&Section] = &[&Section {
    group: Group::Keeping,
    keys: &[
        Key::new("published", Type::Addresses)
            .label("Publicerade adresser", "Published addresses")
            .help(
                "Alla adresser som har publicerats. Programmet skriver listan själv.",
                "Every address that has been published. The program writes the list itself.",
            )
            .example("[\"index.html\"]"),
        Key::new("packages", Type::Texts)
            .label("Årspaket", "Yearly packages")
            .help(
                "Alla årspaket som har gjorts; vart och ett har sitt protokoll i seals. Programmet skriver listan själv.",
                "Every yearly package that was made; each has its record in seals. The program writes the list itself.",
            )
            .example("[\"2020\"]"),
        Key::new("withdrawn", Type::Tables(WITHDRAWAL)).label("Borttaget", "Withdrawn").help(
            "Något som har tagits bort efter beslut. En sida på adressen säger det.",
            "Something that was taken down by decision. A page at the address says so.",
        ),
    ],
}];

const WITHDRAWAL: &[Key] = &[
    Key::new("address", Type::Address)
        .required()
        .label("Adress", "Address")
        .help("Adressen som togs bort.", "The address that was taken down.")
        .example("\"kommuner/eskilstuna/2018/nyhet.html\""),
    Key::new("date", Type::Day)
        .required()
        .label("Datum", "Date")
        .help("Dagen för beslutet.", "The day of the decision.")
        .example("2026-11-22"),
    Key::new("decision", Type::Line)
        .required()
        .label("Beslut", "Decision")
        .help("Vem som beslutade, och under vilket nummer.", "Who decided, under which number.")
        .example("\"Kommunstyrelsen § 12\""),
    Key::new("reason", Type::Text)
        .required()
        .label("Skäl", "Reason")
        .help("Varför det togs bort.", "Why it was taken down.")
        .example("\"Innehöll personuppgifter.\""),
    Key::new("title", Type::Line)
        .label("Rubrik", "Title")
        .help(
            "Vad dokumentet hette, om det får stå kvar.",
            "What the document was called, if that may be kept.",
        )
        .example("\"Uppföljning Eskilstuna 2018\""),
    Key::new("follows_up", Type::Addresses)
        .label("Följde upp", "Followed up")
        .help(
            "Adresserna till det som en borttagen uppföljning följde upp. Där står sedan att den har funnits.",
            "The addresses of what a follow-up that was taken down had followed up. They then say that it existed.",
        )
        .example("\"kommuner/eskilstuna/2018/medborgarlofte.html\""),
];
