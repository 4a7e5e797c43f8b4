//! What the text of a draft seems to tell of title, dates and signatories, above the fields that they
//! belong in. Each stands with the words that it was found in, and nothing is filled in until the
//! editor says so.

use form_urlencoded::Serializer;
use toml_edit::{Document, Item};

use crate::desk::fields::{FieldNode, cards};
use crate::desk::html::Html;
use crate::desk::pages::context::Context;
use crate::desk::pages::shell::button;
use crate::import::{Suggestions, may_begin_with_title};
use crate::model::date_in_text;
use crate::schema::Owner;

/// A suggestion, and the fields that it fills in.
struct FieldSuggestion {
    label: &'static str,
    value: String,
    words: String,
    fields: Vec<(String, String)>,
}

/// The number of the first card that a suggestion makes; those of the form come before it.
const AFTER_ALL: usize = 10_000;
/// How many days are suggested for one field.
const MOST_DAYS: usize = 3;

/// The suggestions, in the form of the file.
pub fn show(
    context: &Context<'_>,
    toml: &Document<String>,
    owner: Owner,
    body: &str,
    html: &mut Html,
) {
    let found = suggestions(context, toml, owner, body);
    if found.is_empty() {
        return;
    }
    html.open("section", &[("class", "group"), ("aria-labelledby", "forslag")]);
    let heading = context.say("Förslag ur texten", "Suggestions from the text");
    html.element("h2", &[("id", "forslag")], heading);
    let help = context.say(
        "Programmet gissar. Jämför med källan innan du tar ett förslag.",
        "The program guesses. Compare with the source before you take a suggestion.",
    );
    html.element("p", &[("class", "help")], help);
    html.open("ul", &[("class", "suggestions")]);
    for one in found {
        html.open("li", &[]);
        html.text(&format!("{}: {} ", one.label, one.value));
        if !one.words.is_empty() {
            html.element("span", &[("class", "help")], &format!("(”{}”) ", one.words));
        }
        let mut taken = Serializer::new(String::new());
        for (name, value) in &one.fields {
            taken.append_pair(name, value);
        }
        let text = format!("{}: {}", context.say("Ta förslaget", "Take it"), one.value);
        button(html, "_take", &taken.finish(), &text, "");
        html.close("li");
    }
    html.close("ul").close("section");
}

/// What says in an address that a draft was made from a file of which none is kept.
pub const FROM_FILE: &str = "_ur";

/// Whether a text came from a file, rather than from the editor: its original is there, or it was made
/// just now from one that is no original, such as a web page.
pub fn is_from_a_file(context: &Context<'_>, toml: &Document<String>) -> bool {
    let attachments = toml.as_table().get("attachments").map(cards).unwrap_or_default();
    let mut originals = attachments.iter().map(|card| card.get("original").and_then(Item::as_bool));
    context.query.value(FROM_FILE).is_some() || originals.any(|original| original == Some(true))
}

/// Sends on with the form that the draft was made just now.
pub fn remember(context: &Context<'_>, html: &mut Html) {
    if context.query.value(FROM_FILE).is_some() {
        html.hidden(FROM_FILE, "fil");
    }
}

/// The fields of the suggestion that was taken.
pub fn taken(value: &str) -> FieldNode {
    FieldNode::of(form_urlencoded::parse(value.as_bytes()).into_owned())
}

fn suggestions(
    context: &Context<'_>,
    toml: &Document<String>,
    owner: Owner,
    body: &str,
) -> Vec<FieldSuggestion> {
    let table = toml.as_table();
    let text_of = |name: &str| table.get(name).and_then(Item::as_str).unwrap_or_default().trim();
    let found = Suggestions::of(body);
    let mut all = Vec::new();
    let one = |label, value: &str, words: &str, field: &str, written: &str| FieldSuggestion {
        label,
        value: value.to_owned(),
        words: words.to_owned(),
        fields: vec![(field.to_owned(), written.to_owned())],
    };
    let kind = match owner {
        Owner::Kind(kind) => Some(kind),
        _ => None,
    };
    let is_new = |title: &String| title != text_of("title") && may_begin_with_title(body, kind);
    if let Some(title) = found.title.filter(is_new) {
        all.push(one(context.say("Rubrik", "Title"), &title, "", "title", &title));
    }
    let lacks = |name: &str| {
        let is_blank = |item: &Item| item.as_str().is_some_and(|text| text.trim().is_empty());
        owner.key(name).is_some() && table.get(name).is_none_or(is_blank)
    };
    let day = |label, field, suggested: &crate::import::Suggested| {
        let day = crate::model::PartialDate::parse(&suggested.value).ok();
        let shown = day.map(|day| date_in_text(context.language, day));
        let shown = shown.unwrap_or_else(|| suggested.value.clone());
        one(label, &shown, &suggested.words, field, &suggested.value)
    };
    // A title that was taken out of the text still tells of the period.
    let period = found.period.or_else(|| Suggestions::of(text_of("title")).period);
    if let Some(period) = period.filter(|_| lacks("period")) {
        let label = context.say("Gäller", "Period");
        let (value, fields) = match period.whole_year() {
            Some(year) => (year.to_owned(), vec![("_form", "whole"), ("whole", year)]),
            None => (
                format!("{}–{}", period.from, period.until),
                vec![("_form", "span"), ("from", &*period.from), ("until", &*period.until)],
            ),
        };
        let named = |(name, value): (&str, &str)| (format!("period.{name}"), value.to_owned());
        let fields = fields.into_iter().map(named).collect();
        all.push(FieldSuggestion { label, value, words: period.words.clone(), fields });
    }
    if let Some(signed) = found.signed.as_ref().filter(|_| lacks("signed")) {
        all.push(day(context.say("Undertecknat", "Signed"), "signed", signed));
    }
    if lacks("date") && !lacks("signed") {
        let label = context.say("Datum", "Date");
        all.extend(found.days.iter().take(MOST_DAYS).map(|found| day(label, "date", found)));
    }
    if owner.key("signatories").is_some() {
        let known: Vec<&str> = table
            .get("signatories")
            .map(cards)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|card| card.get("name").and_then(Item::as_str))
            .collect();
        let new = found.signatories.iter().filter(|it| !known.contains(&&*it.name));
        all.extend(new.enumerate().map(|(n, it)| {
            let field = |name| format!("signatories.{}.{name}", AFTER_ALL + n);
            FieldSuggestion {
                label: context.say("Undertecknare", "Signatory"),
                value: format!("{}, {}", it.name, it.role),
                words: String::new(),
                fields: vec![(field("name"), it.name.clone()), (field("role"), it.role.clone())],
            }
        }));
    }
    all
}
