//! The keys for where a text comes from, and for the files that come with it.

use crate::schema::group::{Group, Section};
use crate::schema::in_forms::Completion;
use crate::schema::key::{FileUse, Key, Need, Type};
use crate::schema::words::{AttachmentText, Wording};

/// Where the text comes from, and the files that come with it.
pub const SOURCES: Section = Section {
    group: Group::Sources,
    keys: &[
        Key::new("wording", Type::Word(Wording::WORDS))
            .advised()
            .label("Textens ord", "The text's words")
            .help("Vems ord den löpande texten är.", "Whose words the running text is.")
            .example("\"verbatim\""),
        Key::new("sources", Type::Tables(SOURCE))
            .no_fact()
            .advised()
            .label("Källor", "Sources")
            .help("Varifrån uppgifterna kommer.", "Where the facts come from.")
            .one("Källa", "Source", "en källa", "a source")
            .synonyms(&["källa", "källor", "source"]),
        Key::new("attachments", Type::Tables(ATTACHMENT))
            .no_fact()
            .label("Bilagor", "Attachments")
            .help("En bilaga i samma mapp.", "An attachment in the same folder.")
            .one("Bilaga", "Attachment", "en bilaga", "an attachment")
            .synonyms(&["bilagor", "bilaga"]),
        Key::new("images", Type::Tables(IMAGE))
            .no_fact()
            .label("Bilder", "Images")
            .help(
                "En bild. Utan fil står det att källan hade en bild som saknas i arkivet.",
                "An image. Without a file the page says that the archive lacks the source's image.",
            )
            .one("Bild", "Image", "en bild", "an image")
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
        .completed(Completion::Organisations)
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
    Key::new("original", Type::Flag)
        .rare()
        .label("Originalet", "The original")
        .help(
            "Filen är originalet, eller en kopia av det. Då står den överst på sidan.",
            "The file is the original or a copy of it. Then it stands first on the page.",
        )
        .example("true")
        .default("false"),
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
