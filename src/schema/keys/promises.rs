//! The keys of agreements, pledges and action plans.

use super::places::{FROM, UNTIL};
use crate::schema::group::{Group, Section};
use crate::schema::in_forms::Completion;
use crate::schema::key::{Key, Need, Type};
use crate::schema::relation::Relation;

/// The ends of a period.
pub const ENDS: &[Key] = &[
    FROM.need(ONE_END)
        .label("Från och med", "From")
        .help(
            "Periodens första dag, om källan säger den.",
            "The first day of the period, if the source says it.",
        )
        .example("2018"),
    Key::new("until", Type::End)
        .need(ONE_END)
        .label("Till och med", "Until")
        .help(
            "Periodens sista dag, om källan säger den; \"further-notice\" när källan säger tills vidare.",
            "The last day of the period, if the source says it; \"further-notice\" when the source says until further notice.",
        )
            .in_forms("Sista dagen, om källan säger den.", "The last day, if the source says it.")
        .example("2019")
        .synonyms(UNTIL.synonyms),
];

const ONE_END: Need = Need::OneOf(&["from", "until"]);

/// When the document is in force.
pub const TIME: Section = Section { group: Group::Time, keys: &[PERIOD.required()] };

/// The period in which a document is in force.
pub const PERIOD: Key = Key::new("period", Type::Period(ENDS))
        .label("Gäller", "Valid")
        .help(
            "Tiden som gäller: 2018, \"2018-04\" eller { from = 2018, until = 2019 }. Säger källan bara början eller bara slutet: { from = 2018-07-01 } eller { until = \"2019-05\" }. Tills vidare: { from = 2020-06-05, until = \"further-notice\" }. Säger källan inget: \"unknown\".",
            "The time covered: 2018, \"2018-04\" or { from = 2018, until = 2019 }. If the source says only the beginning or only the end: { from = 2018-07-01 } or { until = \"2019-05\" }. Until further notice: { from = 2020-06-05, until = \"further-notice\" }. If it says nothing: \"unknown\".",
        )
            .in_forms("Tiden som dokumentet gäller, så långt källan säger den. Vet du bara början eller bara slutet: lämna det andra tomt.", "The time covered, as far as the source says it. If only the beginning or the end is known, leave the other empty.")
        .example("2018");

/// More about when the document is in force.
pub const SIGNED: Section = Section {
    group: Group::Time,
    keys: &[
        Key::new("period_as_printed", Type::Line)
            .rare()
            .label("Tiden som källan skriver den", "The time as printed")
            .help(
                "Tiden så som källan skriver den, om det sker på något särskilt sätt.",
                "The time as the source prints it, when it does so in a way of its own.",
            )
            .example("\"31 juni 2023 – 31 juni 2027\""),
        Key::new("signed", Type::Date)
            .label("Undertecknat", "Signed")
            .help(
                "Dagen då dokumentet undertecknades.",
                "The day on which the document was signed.",
            )
            .example("2018-02-01")
            .synonyms(&["undertecknad", "undertecknat", "signerad"]),
        Key::new("announced", Type::Date)
            .rare()
            .label("Undertecknande aviserat till", "Signing announced for")
            .help(
                "Dagen då det skulle undertecknas, när källan bara säger det.",
                "The day on which it was to be signed, when the source says no more.",
            )
            .example("2018-02-01"),
        Key::new("ended", Type::Table(ENDED))
            .rare()
            .label("Avslutades i förtid", "Ended before its time")
            .help("Om det upphörde i förtid.", "If it ended before its time."),
    ],
};

const ENDED: &[Key] = &[
    Key::new("date", Type::Date)
        .required()
        .label("Sista dagen", "Last day")
        .help("Sista dagen som det gällde.", "The last day on which it held.")
        .example("2018-10-01"),
    Key::new("reason", Type::Text)
        .required()
        .label("Skäl", "Reason")
        .help("Varför, som källan anger det.", "Why, as the source gives it.")
        .example("\"Ersatt av en ny överenskommelse i förtid.\""),
    Key::new("by", Type::Line)
        .label("Beslutat av", "Decided by")
        .help("Vem som beslutade.", "Who decided.")
        .example("\"Kommunstyrelsen\""),
    Key::new("source", Type::Line)
        .label("Källa", "Source")
        .help("Var det står.", "Where it says so.")
        .example("\"Protokoll 2018-10-01\""),
];

/// Who promises, and who signed.
pub const PARTIES: Section =
    Section { group: Group::Parties, keys: &[ORGANISATIONS, SIGNATORIES.advised()] };

/// Like [`PARTIES`], for action plans, which are decided on and seldom signed.
pub const PARTIES_OF_PLAN: Section =
    Section { group: Group::Parties, keys: &[ORGANISATIONS, SIGNATORIES.rare()] };

const ORGANISATIONS: Key = Key::new("parties", Type::Texts)
    .label("Parter", "Parties")
    .help("Organisationerna som står bakom dokumentet.", "The organisations behind the document.")
    .example("[\"Eskilstuna kommun\", \"Polismyndigheten\"]")
    .synonyms(&["parter"]);

const SIGNATORIES: Key = Key::new("signatories", Type::Tables(SIGNATORY))
    .label("Undertecknat av", "Signed by")
    .help("En person som undertecknade.", "A person who signed.")
    .one("Underskrift", "Signature", "en underskrift", "a signature")
    .in_forms(
        "De som undertecknade, i källans ordning.",
        "Those who signed, in the order of the source.",
    )
    .synonyms(&["undertecknare"]);

const SIGNATORY: &[Key] = &[
    Key::new("name", Type::Line)
        .completed(Completion::People)
        .required()
        .label("Namn", "Name")
        .help("Namnet som källan stavar det.", "The name as the source spells it.")
        .example("\"Förnamn Efternamn\"")
        .synonyms(&["namn"]),
    Key::new("role", Type::Line)
        .completed(Completion::Roles)
        .label("Roll", "Role")
        .help("Personens uppdrag.", "The person's office.")
        .example("\"lokalpolisområdeschef\"")
        .synonyms(&["roll"]),
    Key::new("organisation", Type::Line)
        .completed(Completion::Organisations)
        .label("Organisation", "Organisation")
        .help("Vem personen företräder.", "Whom the person speaks for.")
        .example("\"Polismyndigheten\""),
    Key::new("political_party", Type::Line)
        .label("Parti", "Political party")
        .help("Partiet, för förtroendevalda.", "The party, of elected persons.")
        .example("\"S\"")
        .synonyms(&["parti", "party"]),
    Key::new("acting", Type::Flag)
        .rare()
        .label("Tillförordnad", "Acting")
        .help("Om personen är tillförordnad.", "Whether the person is acting.")
        .example("true")
        .default("false"),
    Key::new("person", Type::Person)
        .rare()
        .label("Samma person", "Same person")
        .help(
            "Samma ord i alla filer, när namnet stavas olika.",
            "The same word in all files, when spellings differ.",
        )
        .example("\"fornamn-efternamn\""),
];

/// The agreement that a pledge belongs to.
pub const AGREEMENT: Section = Section {
    group: Group::Related,
    keys: &[Key::new("agreement", Type::Reference(Relation::Agreement))
        .advised()
        .label("Överenskommelse", "Agreement")
        .help(
            "Överenskommelsen som medborgarlöftet hör till.",
            "The agreement that the pledge belongs to.",
        )
        .example("\"../2016/overenskommelse.md\"")
        .synonyms(&["avtal", "överenskommelse"])],
};

/// The documents that it continues.
pub const RELATED: Section = Section {
    group: Group::Related,
    keys: &[
        Key::new("replaces", Type::References(Relation::Replaces))
            .label("Ersätter", "Replaces")
            .help("Dokumentet som ersätts.", "The document that is replaced.")
            .example("\"../2016/overenskommelse.md\"")
            .synonyms(&["ersätter"]),
        Key::new("extends", Type::References(Relation::Extends))
            .rare()
            .label("Förlänger", "Extends")
            .help("Dokumentet som förlängs.", "The document that is extended.")
            .example("\"../2016/overenskommelse.md\"")
            .synonyms(&["förlänger"]),
        Key::new("builds_on", Type::References(Relation::BuildsOn))
            .label("Bygger på", "Builds on")
            .help(
                "Lägesbilder och annat som ligger till grund.",
                "Situation reports and whatever else it builds on.",
            )
            .example("\"lagesbild.md\""),
    ],
};

/// The follow-ups that it promises.
pub const FOLLOW_UPS: Section = Section {
    group: Group::Content,
    keys: &[
        Key::new("follow_ups_planned", Type::Dates)
            .label("Utlovade uppföljningar", "Promised follow-ups")
            .help("När uppföljning är utlovad.", "When follow-ups are promised.")
            .example("[\"2018-05\", \"2018-09\"]")
            .synonyms(&["uppföljningar"]),
        Key::new("follow_ups_as_printed", Type::Line)
            .rare()
            .label("Uppföljningen som källan skriver den", "The follow-ups as printed")
            .help(
                "När uppföljning är utlovad, som källan skriver det, när det inte är dagar eller månader.",
                "When follow-ups are promised, as the source prints it, when that is not in days or months.",
            )
            .example("\"varje kvartal\""),
    ],
};
