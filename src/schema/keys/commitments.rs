//! The keys of what pledges promise and of what action plans are to do.

use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Need, Type};

/// What a pledge promises.
pub const COMMITMENTS: Section =
    Section { group: Group::Content, keys: &[COMMITMENT_LIST, COMPLETE] };

/// Whether an agreement is also a pledge, and what it then promises.
pub const INCLUDED: Section = Section {
    group: Group::Content,
    keys: &[
        Key::new("includes_pledge", Type::Flag)
            .rare()
            .label("Är också ett medborgarlöfte", "Is a pledge too")
            .help(
                "När ett och samma papper är både överenskommelse och medborgarlöfte. Då får det ha egna åtaganden.",
                "When one paper is both an agreement and a pledge. Then it may have commitments of its own.",
            )
            .in_forms("Välj Ja när ett och samma papper är både överenskommelse och medborgarlöfte, och spara. Då kan du lägga till åtagandena.", "Choose Yes when one paper is both an agreement and a pledge, and save. Then you can add the commitments.")
            .example("true")
            .default("false"),
        COMMITMENT_LIST.need(WITH_PLEDGE),
        COMPLETE.need(WITH_PLEDGE),
    ],
};

const WITH_PLEDGE: Need = Need::Flagged("includes_pledge");

/// The measures of an action plan.
pub const MEASURES: Section = Section {
    group: Group::Content,
    keys: &[
        COMMITMENT_LIST
            .holding(Type::Tables(MEASURE))
            .label("Åtgärder", "Measures")
            .help("En åtgärd.", "A measure.")
            .one("Åtgärd", "Measure", "en åtgärd", "a measure"),
        COMPLETE.label("Alla åtgärder är med", "All measures are here"),
    ],
};

const COMMITMENT_LIST: Key = Key::new("commitments", Type::Tables(COMMITMENT))
    .ready()
    .label("Åtaganden", "Commitments")
    .help("Ett åtagande.", "A commitment.")
    .one("Åtagande", "Commitment", "ett åtagande", "a commitment")
    .synonyms(&["löften", "åtaganden"]);

const COMPLETE: Key = Key::new("commitments_complete", Type::Flag)
    .label("Alla åtaganden är med", "All commitments are here")
    .help(
        "false när källan innehåller fler än de som står här. Då säger ingen mening ”alla”.",
        "false when the source holds more than stand here. Then no sentence says “all”.",
    )
    .in_forms(
        "Välj Nej när källan innehåller fler än de som står här. Då säger ingen mening ”alla” eller ”det enda”.",
        "Choose No when the source holds more than stand here. Then no sentence says “all” or “the only one”.",
    )
    .example("false")
    .default("true");

const COMMITMENT: &[Key] = &[ID, TEXT, BY, WHEN, PLACE, TARGET, CAUSE, INDICATOR, BASELINE, GOAL];

/// Of an action plan a measure has the words of one.
const MEASURE: &[Key] =
    &[ID, MEASURE_TEXT, BY, WHEN, PLACE, TARGET, CAUSE, INDICATOR, BASELINE, GOAL];

const ID: Key = Key::new("id", Type::Id)
    .required()
    .label("Kortnamn", "Short name")
    .help(
        "Kort namn med a–z, 0–9 och -. Ändra det aldrig.",
        "A short name of a–z, 0–9 and -. Never change it.",
    )
    .in_forms("Görs av texten när du sparar. Ändra det aldrig efteråt: andra dokument hänvisar till det.", "Made from the text when you save. Never change it afterwards: other documents refer to it.")
    .example("\"synlighet\"");

const TEXT: Key = Key::new("text", Type::Text)
    .required()
    .label("Åtagande", "Commitment")
    .help("Vad som utlovas.", "What is promised.")
    .example("\"Fler patruller till fots i centrum.\"");

const BY: Key = Key::new("by", Type::Texts)
    .label("Ansvar", "Responsible")
    .help("Vem som åtar sig det.", "Who promises it.")
    .example("[\"Polismyndigheten\"]");

const WHEN: Key = Key::new("when", Type::Line)
    .label("När", "When")
    .help("När det ska ske, som källan skriver det.", "When, as the source prints it.")
    .example("\"under 2019\"");

const PLACE: Key = Key::new("place", Type::Line)
    .label("Plats", "Place")
    .help("Var det gäller.", "Where it applies.")
    .example("\"centrum\"");

const TARGET: Key = Key::new("target", Type::Line)
    .label("Mål", "Target")
    .help("Ett mätbart mål.", "A target that can be measured.")
    .example("\"minst 30 helger\"");

const CAUSE: Key = Key::new("cause", Type::Text)
    .rare()
    .label("Orsak", "Cause")
    .help("Orsaken som det ska påverka.", "The cause that it is to affect.")
    .example("\"dålig belysning\"");

const INDICATOR: Key = Key::new("indicator", Type::Line)
    .rare()
    .label("Mäts genom", "Measured by")
    .help("Vad som mäts, som källan skriver det.", "What is measured, as printed.")
    .example("\"andel otrygga i trygghetsmätningen\"");

const BASELINE: Key = Key::new("baseline", Type::Line)
    .rare()
    .label("Utgångsläge", "Baseline")
    .help("Var det stod från början.", "Where it stood from the beginning.")
    .example("\"34 procent 2022\"");

const GOAL: Key = Key::new("goal", Type::Line)
    .rare()
    .label("Målvärde", "Goal")
    .help("Var det ska stå till slut.", "Where it is to stand in the end.")
    .example("\"25 procent 2026\"");

const MEASURE_TEXT: Key =
    TEXT.label("Åtgärd", "Measure").help("Vad som ska göras.", "What is to be done.");
