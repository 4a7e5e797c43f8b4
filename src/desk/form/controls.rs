//! The controls of fields that hold one value.

use toml_edit::Item;

use super::FormSource;
use super::choices::list_id;
use super::frame::{FieldPlace, begin, described, invalid};
use crate::content;
use crate::desk::fields::{PeriodForm, ShownPeriod};
use crate::desk::html::{Html, id};
use crate::language::Language;
use crate::model::date_in_text;
use crate::schema::{Key, Need, Type, Word};

/// A value on a line, or a text of several.
pub(super) fn line(html: &mut Html, form: &FormSource<'_>, key: &Key, value: &str, name: &str) {
    let described = begin(html, form, key, name);
    let own = id(name);
    let invalid = invalid(form, name);
    let first = form.is_first_of_new(name);
    if matches!(key.holds, Type::Text) || value.contains(['\n', '\r']) {
        let rows = (value.len() / 70 + value.matches('\n').count() + 2).min(12).to_string();
        html.textarea(
            &[
                ("id", &own),
                ("name", name),
                ("rows", &rows),
                ("aria-describedby", &described),
                ("aria-invalid", invalid),
                ("autofocus", first),
            ],
            value,
        );
    } else {
        let mode = match key.holds {
            Type::Email => "email",
            Type::Url => "url",
            Type::Phone => "tel",
            Type::Code | Type::Organisation => "numeric",
            _ => "",
        };
        let list = key.completion.map(list_id).unwrap_or_default();
        html.open(
            "input",
            &[
                ("type", "text"),
                ("id", &own),
                ("name", name),
                ("value", value),
                ("inputmode", mode),
                ("list", list),
                ("autocomplete", "off"),
                ("aria-describedby", &described),
                ("aria-invalid", invalid),
                ("autofocus", first),
            ],
        );
    }
    if let Some(read) = understood(key, value, form.language) {
        html.element("p", &[("class", "read")], &read);
    }
    html.close("div");
}

/// How a date was understood.
fn understood(key: &Key, value: &str, language: Language) -> Option<String> {
    if !matches!(key.holds, Type::Date | Type::Day) {
        return None;
    }
    let date = date_in_text(language, content::written_date(value)?);
    Some(match language {
        Language::Swedish => format!("Läses som {date}."),
        Language::English => format!("Read as {date}."),
    })
}

/// A field whose value is one of several.
pub(super) fn choice(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    place: &FieldPlace<'_>,
    name: &str,
) {
    let value = place.shown(key);
    let described = begin(html, form, key, name);
    let mut options: Vec<(String, String)> =
        vec![(String::new(), form.say("Inget valt", "Nothing chosen").to_owned())];
    match key.holds {
        Type::Flag => {
            for (word, sv, en) in [("true", "Ja", "Yes"), ("false", "Nej", "No")] {
                options.push((word.to_owned(), form.say(sv, en).to_owned()));
            }
        }
        Type::Word(words) => {
            let label = |word: &Word| form.label(word.label).to_owned();
            options.extend(words.iter().map(|word| (word.word.to_owned(), label(word))));
        }
        Type::Reference(relation) => options.extend(form.choices.references(relation, &value)),
        Type::Commitment => options.extend(form.choices.commitments()),
        Type::Place(kind) => options.extend(form.choices.places(kind)),
        _ => {}
    }
    if !options.iter().any(|(word, _)| *word == value) {
        options.push((value.clone(), value.clone()));
    }
    html.open(
        "select",
        &[
            ("id", &id(name)),
            ("name", name),
            ("aria-describedby", &described),
            ("aria-invalid", invalid(form, name)),
            ("autofocus", form.is_first_of_new(name)),
        ],
    );
    for (word, label) in &options {
        let selected = if *word == value { "yes" } else { "" };
        html.element("option", &[("value", word), ("selected", selected)], label);
    }
    html.close("select");
    html.close("div");
}

/// A period, in one of its forms.
pub(super) fn period(
    html: &mut Html,
    form: &FormSource<'_>,
    key: &Key,
    item: Option<&Item>,
    name: &str,
) {
    let period = ShownPeriod::of(item);
    let own = id(name);
    html.open("fieldset", &[("class", "field period"), ("id", &own)]);
    html.open("legend", &[]).text(form.label(key.label));
    if key.need == Need::Required {
        html.element("span", &[("class", "needed")], form.say(" (behövs)", " (needed)"));
    }
    html.close("legend");
    described(html, form, key, name);
    let forms = [
        (None, "Inte ifyllt", "Not filled in"),
        (
            Some(PeriodForm::Whole),
            "Ett helt år, en månad eller en dag",
            "A whole year, month or day",
        ),
        (Some(PeriodForm::Span), "Från och med, till och med", "From, until"),
        (Some(PeriodForm::FurtherNotice), "Tills vidare", "Until further notice"),
        (Some(PeriodForm::Unknown), "Källan säger inte när", "The source does not say"),
    ];
    let radio = format!("{name}._form");
    for (value, sv, en) in forms {
        let word = value.map_or("", PeriodForm::as_str);
        let id = format!("{own}-form-{}", if word.is_empty() { "none" } else { word });
        let checked = if value == period.form { "yes" } else { "" };
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[
                ("type", "radio"),
                ("id", &id),
                ("name", &radio),
                ("value", word),
                ("checked", checked),
            ],
        );
        html.element("label", &[("for", &id)], form.say(sv, en)).close("p");
    }
    for (part, sv, en, value) in [
        ("whole", "År, månad eller dag", "Year, month or day", &period.whole),
        ("from", "Från och med", "From", &period.from),
        ("until", "Till och med", "Until", &period.until),
    ] {
        let name = format!("{name}.{part}");
        let own = id(&name);
        html.open("div", &[("class", "field part")]);
        html.element("label", &[("for", &own)], form.say(sv, en));
        let mut ids = Vec::new();
        for (n, mistake) in form.mistakes.at(&name).enumerate() {
            let id = format!("{own}-mistake-{n}");
            mistake.show(html, &id, form.language);
            ids.push(id);
        }
        html.open(
            "input",
            &[
                ("type", "text"),
                ("id", &own),
                ("name", &name),
                ("value", value),
                ("autocomplete", "off"),
                ("aria-describedby", &ids.join(" ")),
                ("aria-invalid", invalid(form, &name)),
            ],
        );
        html.close("div");
    }
    html.close("fieldset");
}
