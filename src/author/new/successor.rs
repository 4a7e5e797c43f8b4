//! A document made from an earlier one: its period is moved, its agreement and its commitments are
//! kept as text to edit, and everything that was true of the earlier one alone is left out: dates,
//! signatories, sources, decisions, outcomes and attachments. Of the text only the headings remain.

use jiff::civil::Date;
use toml_edit::{DocumentMut, Item, Value};

use super::joint::PLACES;
use super::new_file::{NewFile, span};
use crate::failure::Failure;
use crate::model::address::relative;
use crate::model::{ContentPath, Document, PartialDate};
use crate::schema::{Kind, Owner, Type};
use crate::text;
use crate::toml_edits::{self, put};

/// The keys that are about the earlier document alone.
const LEFT_OUT: [&str; 23] = [
    "called",
    "summary",
    "signed",
    "announced",
    "published",
    "date",
    "date_basis",
    "period_as_printed",
    "ended",
    "follow_ups_planned",
    "follow_ups_as_printed",
    "answers",
    "outcomes",
    "decisions",
    "wording",
    // Whether these are all is told of the earlier source.
    "commitments_complete",
    // Who signed the earlier one has not signed this.
    "signatories",
    "sources",
    "attachments",
    "images",
    "conflicts",
    "corrections",
    "aliases",
];

/// The year after that of a document.
pub(super) fn next_year(source: &Document) -> Option<i16> {
    year(source).map(|year| year + 1)
}

/// The year that a document is about.
pub(super) fn year(source: &Document) -> Option<i16> {
    let period = source.period().and_then(|period| period.first_year());
    let date = || source.date().map(PartialDate::calendar_year);
    let folder =
        || source.path().parent().name().parse().ok().filter(|year| (1900..2200).contains(year));
    period.or_else(date).or_else(folder)
}

/// The text of the new document. Of what is known of it, the places are those of the new document if
/// it has `other_places`; otherwise the earlier one's stay.
pub(super) fn text(
    source: &Document,
    NewFile { path, known }: &NewFile,
    other_places: bool,
    (new_year, until, today): (i16, Option<i16>, Date),
) -> Result<String, Failure> {
    let path = path.as_path();
    let toml = front_matter(source).ok_or_else(unreadable)?;
    let mut toml: DocumentMut = toml.parse().map_err(|_| unreadable())?;
    let moved = year(source).map_or(0, |year| new_year - year);
    let table = toml.as_table_mut();
    for key in LEFT_OUT {
        table.remove(key);
    }
    table.remove("accept");
    let order: Vec<&str> = source.kind.keys().map(|key| key.name).collect();
    for key in PLACES.iter().filter(|_| other_places) {
        table.remove(key);
        let value = known.iter().find(|(name, _)| name == key);
        if let Some(value) = value.and_then(|(_, value)| value.parse::<Value>().ok()) {
            put(table, key, value, &order);
        }
    }
    for key in Owner::Kind(source.kind).keys() {
        if let Type::Reference(_) | Type::References(_) = key.holds
            && let Some(item) = table.get_mut(key.name)
        {
            follow(item, source.path(), path);
        }
    }
    if let Some(title) = table.get_mut("title") {
        let old = title.as_str().unwrap_or_default();
        let new = match year(source) {
            Some(year) => old.replace(&year.to_string(), &new_year.to_string()),
            None => old.to_owned(),
        };
        set(title, toml_edits::text(&new));
    }
    let several = until.and_then(|until| span(new_year, until).parse::<Value>().ok());
    if let Some(several) = several {
        put(table, "period", several, &order);
    } else if let Some(period) = table.get_mut("period") {
        shift(period, moved);
    }
    if let Some(Item::ArrayOfTables(tables)) = table.get_mut("commitments") {
        for commitment in tables.iter_mut() {
            // Where things stood and when they were to be done is about the earlier year.
            for key in ["when", "baseline"] {
                commitment.remove(key);
            }
        }
    }
    table.remove("draft");
    table.remove("archived");
    put(table, "draft", true.into(), &order);
    let day = today.to_string().parse::<toml_edit::Datetime>().map(Value::from);
    if let Ok(day) = day {
        put(table, "archived", day, &order);
    }
    let headings: Vec<&str> =
        source.body.text.lines().filter(|line| line.starts_with('#')).collect();
    let body = headings.iter().map(|heading| format!("{heading}\n\n")).collect::<String>();
    let toml = toml.to_string();
    let end = if toml.ends_with('\n') { "" } else { "\n" };
    Ok(format!("+++\n{}{end}+++\n\n{body}", toml.trim_start()))
}

/// The TOML between the fences, which the parsed document no longer holds.
fn front_matter(source: &Document) -> Option<&str> {
    let before = source.source.text.get(..source.body.start)?;
    let toml = before.trim_start().strip_prefix("+++")?.trim_start_matches([' ', '\t']);
    let toml = toml.strip_prefix('\n')?;
    Some(&toml[..toml.trim_end().rfind("+++")?])
}

fn set(item: &mut Item, value: Value) {
    if let Item::Value(old) = item {
        toml_edits::replace(old, value);
    }
}

/// Makes references lead to the same files from another folder.
fn follow(item: &mut Item, from: ContentPath<'_>, to: ContentPath<'_>) {
    let again = |reference: &str| -> Option<Value> {
        let target = from.resolve(reference)?;
        if reference.starts_with('/') {
            return None;
        }
        Some(toml_edits::text(&relative(&format!("{}/", to.parent().as_str()), target.as_str())))
    };
    match item {
        Item::Value(Value::Array(array)) => {
            for value in array.iter_mut() {
                if let Some(new) = value.as_str().and_then(again) {
                    toml_edits::replace(value, new);
                }
            }
        }
        item => {
            if let Some(new) = item.as_str().and_then(again) {
                set(item, new);
            }
        }
    }
}

/// Moves every date of a period by some years.
fn shift(item: &mut Item, years: i16) {
    if let Some(table) = item.as_table_like_mut() {
        for (_, end) in table.iter_mut() {
            shift(end, years);
        }
        return;
    }
    let Item::Value(value) = item else { return };
    let written = match value {
        Value::Integer(year) => year.value().to_string(),
        Value::String(text) => text.value().clone(),
        Value::Datetime(day) => day.value().to_string(),
        Value::Float(_) | Value::Boolean(_) | Value::Array(_) | Value::InlineTable(_) => return,
    };
    let Ok(date) = PartialDate::parse(written.trim()) else { return };
    let moved = match date {
        PartialDate::Year(year) => i64::from(year + years).into(),
        PartialDate::Month(year, month) => {
            toml_edits::text(&format!("{}-{month:02}", year + years))
        }
        PartialDate::Day(day) => {
            // The last day of February is not in every year.
            let first = Date::new(day.year() + years, day.month(), 1).unwrap_or(day);
            let last = first.last_of_month().day().min(day.day());
            let moved = Date::new(first.year(), first.month(), last).unwrap_or(first);
            match moved.to_string().parse::<toml_edit::Datetime>() {
                Ok(day) => day.into(),
                Err(_) => return,
            }
        }
    };
    set(item, moved);
}

fn unreadable() -> Failure {
    Failure {
        message: text!(
            "Det tidigare dokumentets uppgifter går inte att läsa.",
            "The facts of the earlier document cannot be read."
        ),
        help: text!("Rätta det först.", "Mend it first."),
    }
}

pub(super) fn other_kind(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.facts().name.en);
    Failure {
        message: text!(
            "Det tidigare dokumentet är inte av typen {sv}.",
            "The earlier document is not a {en}."
        ),
        help: text!("Välj ett dokument av samma typ.", "Choose a document of the same kind."),
    }
}
