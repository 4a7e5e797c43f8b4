//! The rules of the accessibility statement: what the law requires it to contain (lag 2018:1937 13
//! §, MDFFS), and how old it may be.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Code, Problem};
use crate::model::settings::{Accessibility, Compliance, Settings};
use crate::text;

/// Checks the statement of a site.
pub fn check(settings: &Settings, today: Date, problems: &mut Vec<Problem>) {
    let Some(statement) = &settings.accessibility else { return };
    for (key, sv, en) in missing(settings, statement) {
        problems.push(Problem::at(
            Code::AccessibilityIncomplete,
            &settings.source,
            statement.span.clone(),
            text!(
                "Tillgänglighetsredogörelsen saknar ”{key}”: {sv}.",
                "The accessibility statement lacks “{key}”: {en}."
            ),
            text!(
                "Lägg till {key} under [accessibility] i site.toml. Lagen (2018:1937) 13 § kräver uppgiften.",
                "Add {key} under [accessibility] in site.toml. The law (2018:1937) 13 § asks for it."
            ),
        ));
    }
    let Some(assessed) = &statement.assessed else { return };
    let old = assessed.last_day().checked_add(12.months());
    if old.is_ok_and(|old| today > old) {
        problems.push(Problem::at(
            Code::AccessibilityOld,
            &settings.source,
            assessed.span.clone(),
            text!(
                "Webbplatsens tillgänglighet bedömdes för mer än tolv månader sedan.",
                "The site's accessibility was assessed more than twelve months ago."
            ),
            text!(
                "Bedöm webbplatsen på nytt och skriv den nya dagen i ”assessed” och ”updated”.",
                "Assess the site again and write the new day in “assessed” and “updated”."
            ),
        ));
    }
}

/// The missing items: the key, and what it says.
fn missing(
    settings: &Settings,
    statement: &Accessibility,
) -> Vec<(&'static str, &'static str, &'static str)> {
    let faults_needed = matches!(statement.status, Some(Compliance::Partial | Compliance::None));
    let items = [
        (settings.publisher.is_some(), "publisher", "vem som ansvarar", "who answers for the site"),
        (
            statement.status.is_some(),
            "status",
            "hur väl webbplatsen följer lagen (full, partial eller none)",
            "how well the site meets the law (full, partial or none)",
        ),
        (statement.assessed.is_some(), "assessed", "när den bedömdes", "when it was assessed"),
        (
            statement.updated.is_some(),
            "updated",
            "när redogörelsen senast ändrades",
            "when the statement was last changed",
        ),
        (
            statement.method.is_some(),
            "method",
            "hur den bedömdes (self eller external)",
            "how it was assessed (self or external)",
        ),
        (
            statement.contact.is_some() || statement.contact_url.is_some(),
            "contact",
            "dit den som möter ett hinder kan vända sig",
            "where to turn with an obstacle",
        ),
        (
            statement.supervisor.is_some(),
            "supervisor",
            "myndigheten som utövar tillsyn",
            "the supervising authority",
        ),
        (
            statement.supervisor_url.is_some(),
            "supervisor_url",
            "dit den som inte är nöjd kan anmäla",
            "where to complain",
        ),
        (
            !faults_needed || !statement.faults.is_empty(),
            "faults",
            "vilka brister som är kända ([[accessibility.faults]])",
            "which faults are known ([[accessibility.faults]])",
        ),
    ];
    items.into_iter().filter(|(there, ..)| !there).map(|(_, key, sv, en)| (key, sv, en)).collect()
}
