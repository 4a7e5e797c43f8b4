//! When situation reports and action plans are from.

use super::promises::{ENDS, PERIOD};
use crate::schema::group::{Group, Section};
use crate::schema::key::{Key, Need, Type};

const DATE_OR_PERIOD: Need = Need::OneOf(&["date", "period"]);

const DATE: Key = Key::new("date", Type::Date)
    .need(DATE_OR_PERIOD)
    .label("Datum", "Date")
    .help("Dokumentets datum.", "The document's date.")
    .example("2018-02-01");

pub const TIME: Section = Section {
    group: Group::Time,
    keys: &[
        DATE,
        Key::new("period", Type::Period(ENDS))
            .need(DATE_OR_PERIOD)
            .label("Avser", "Covers")
            .help(
                "Tiden som den avser: 2018, { from = 2018, until = 2019 } eller, när källan inte säger det, \"unknown\".",
                "The time covered: 2018, { from = 2018, until = 2019 } or, when the source does not say, \"unknown\".",
            )
            .in_forms("Tiden som dokumentet gäller, så långt källan säger den. Vet du bara början eller bara slutet: lämna det andra tomt.", "The time covered, as far as the source says it. If only the beginning or the end is known, leave the other empty.")
            .example("2018"),
    ],
};

/// Like [`TIME`], for action plans, which are in force during their period.
pub const TIME_OF_PLAN: Section =
    Section { group: Group::Time, keys: &[DATE, PERIOD.need(DATE_OR_PERIOD)] };
