//! The keys of situation reports and action plans.

use super::promises::ENDS;
use crate::schema::key::{Group, Key, Need, Section, Type};
use crate::schema::relation::Relation;

const DATE_OR_PERIOD: Need = Need::OneOf(&["date", "period"]);

pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[
        Key::new("date", Type::Date)
            .need(DATE_OR_PERIOD)
            .label("Datum", "Date")
            .help("Dokumentets datum.", "The document's date.")
            .example("2018-02-01"),
        Key::new("period", Type::Period(ENDS))
            .need(DATE_OR_PERIOD)
            .label("Avser", "Covers")
            .help(
                "Tiden som den avser: 2018, { from = 2018, until = 2019 } eller, när källan inte säger det, \"unknown\".",
                "The time covered: 2018, { from = 2018, until = 2019 } or, when the source does not say, \"unknown\".",
            )
            .example("2018"),
    ],
};

/// What an action plan is based on.
pub const RELATED: Section = Section {
    group: Group::Related,
    keys: &[Key::new("builds_on", Type::References(Relation::BuildsOn))
        .label("Bygger på", "Builds on")
        .help("Lägesbilden som planen vilar på.", "The situation report that the plan rests on.")
        .example("\"lagesbild.md\"")],
};
