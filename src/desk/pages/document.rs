//! The page of one file: its form, or its text if the form cannot be made.

use hyper::StatusCode;
use toml_edit::Document;

use super::context::Context;
use super::edited::Edited;
use super::shell::{MenuPart, begin_error, begin_form, button, message, page};
use crate::archive::{long_overdue, references_to_drafts};
use crate::desk::exchange::Reply;
use crate::desk::form::{Choices, FormSource, Mistakes, added, groups, label_of};
use crate::desk::html::Html;
use crate::desk::text::{FileText, whole_text, words};
use crate::diagnostic::Text;
use crate::language::capitalised;
use crate::schema::Owner;

/// The page of a file.
pub fn document(context: &Context<'_>, address: &str) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return message(
            context,
            StatusCode::NOT_FOUND,
            context.say("Dokumentet finns inte", "There is no such document"),
            &[context.say(
                "Det kan ha flyttats eller tagits bort.",
                "It may have been moved or removed.",
            )],
        );
    };
    Reply::page(StatusCode::OK, page_of(context, &edited, None))
}

/// The page of a file, with a notice above its form if there is one.
pub fn page_of(context: &Context<'_>, edited: &Edited, notice: Option<&Html>) -> String {
    let mut html = Html::new();
    if let Some(notice) = notice {
        html.part(notice);
    } else {
        super::parts::done::show(context, &mut html);
    }
    let as_text = context.query.value("_som").is_some_and(|form| form == "text");
    let text = edited.text();
    let toml = text.as_ref().and_then(|text| Document::parse(text.toml()).ok());
    let owner = toml.as_ref().and_then(|toml| edited.owner(toml));
    let title = title(context, edited);
    match (text, toml, owner) {
        (Some(text), Some(toml), Some(owner)) if !as_text => {
            form(context, edited, &text, &toml, owner, &mut html);
        }
        _ => whole(context, edited, &mut html),
    }
    let part = if edited.path == "site.toml" { MenuPart::Settings } else { MenuPart::Other };
    page(context, part, &title, &html)
}

/// The page of a file, above its form why something was not done.
pub fn refused(
    context: &Context<'_>,
    edited: &Edited,
    status: StatusCode,
    words: &[Text],
) -> Reply {
    refused_for(context, edited, status, words, &[])
}

/// The same with the titles of what is in its way.
pub fn refused_for(
    context: &Context<'_>,
    edited: &Edited,
    status: StatusCode,
    words: &[Text],
    titles: &[String],
) -> Reply {
    let mut notice = Html::new();
    begin_error(&mut notice, true);
    for words in words {
        notice.element("p", &[], context.words(words));
    }
    if !titles.is_empty() {
        notice.open("ul", &[]);
        for title in titles {
            notice.element("li", &[], title);
        }
        notice.close("ul");
    }
    notice.close("div");
    Reply::page(status, page_of(context, edited, Some(&notice)))
}

pub fn title(context: &Context<'_>, edited: &Edited) -> String {
    let Some(path) = edited.content_path() else {
        return context.say("Inställningar", "Settings").to_owned();
    };
    if let Some(title) = context.newest.archive.title_at(path) {
        return title.to_owned();
    }
    // A document with errors is not in the archive yet.
    let toml = edited.text().and_then(|text| Document::parse(text.toml()).ok());
    let written = toml.as_ref().and_then(|toml| toml.as_table().get("title")?.as_str());
    if let Some(title) = written.filter(|title| !title.trim().is_empty()) {
        return title.to_owned();
    }
    match edited.known_owner() {
        Owner::Kind(kind) => capitalised(kind.facts().name.in_language(context.language)),
        Owner::Settings | Owner::Ledger | Owner::Seal | Owner::Unknown => edited.address.clone(),
    }
}

fn mistakes(context: &Context<'_>, edited: &Edited, owner: Owner) -> Mistakes {
    let own = context.status.problems.iter().filter(|it| *it.source.path == *edited.path);
    let drafts = references_to_drafts(&context.newest.archive, edited.content_path());
    // The list of what needs doing has these for as long as they are missing.
    let overdue = long_overdue(&context.newest.archive, edited.content_path());
    Mistakes::of(own.chain(&drafts).chain(&overdue), owner, context.language)
}

fn form(
    context: &Context<'_>,
    edited: &Edited,
    text: &FileText,
    toml: &Document<String>,
    owner: Owner,
    html: &mut Html,
) {
    let mistakes = mistakes(context, edited, owner);
    let archive = &context.newest.archive;
    let choices = Choices::new(archive, edited.content_path(), owner, toml, context.language);
    let files = super::parts::attachments::published(context, edited);
    super::parts::about::show(context, edited, (owner, &files), html);
    begin_form(html, context, &edited.to(), Some(&edited.version()));
    html.open("p", &[("class", "buttons first")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p");
    summary(context, (&mistakes, owner), true, html);
    let form = FormSource {
        owner,
        document: toml,
        choices: &choices,
        mistakes: &mistakes,
        add: added(context.query),
        language: context.language,
    };
    if edited.is_draft(context)
        && super::parts::suggested::is_from_a_file(context, toml)
        && let Some(body) = text.body()
    {
        super::parts::suggested::remember(context, html);
        super::parts::suggested::show(context, toml, owner, &body, html);
    }
    html.part(&groups(&form));
    if let Some(body) = text.body() {
        html.open("section", &[("class", "group")]);
        html.element("h2", &[], context.say("Texten", "The text"));
        html.open("div", &[("class", "field")]);
        html.element("label", &[("for", "f-body")], context.say("Löpande text", "Running text"));
        let help = context.say(
            "Rubriker börjar med ## och ett mellanslag, punkter i listor med - och ett mellanslag. En tom rad skiljer stycken.",
            "Headings begin with ## and a space, items of lists with - and a space. An empty line separates paragraphs.",
        );
        html.element("p", &[("class", "help"), ("id", "f-body-help")], help);
        let mut described = String::from("f-body-help");
        for (n, mistake) in mistakes.at("body").enumerate() {
            let id = format!("f-body-mistake-{n}");
            mistake.show(html, &id, context.language);
            described.push_str(&format!(" {id}"));
        }
        html.textarea(
            &[
                ("id", "f-body"),
                ("name", "body"),
                ("rows", "24"),
                ("aria-describedby", &described),
                ("class", "body"),
            ],
            words(&body),
        );
        html.close("div").close("section");
    }
    unknown(context, toml, owner, html);
    html.open("p", &[("class", "buttons")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p");
    super::removal::form(context, edited, html);
    super::parts::withdrawal::form(context, edited, html);
    html.close("form");
    super::parts::files::form(context, edited, html);
    super::parts::attachments::form(context, edited, &files, html);
    if matches!(owner, Owner::Kind(kind) if kind.is_archive()) {
        super::parts::review::form(context, edited, html);
        super::parts::moving::form(context, edited, html);
    }
    html.part(&choices.lists());
    links(context, edited, html);
}

/// All mistakes, each with a link to its field and, within the form, with the button that answers it.
fn summary(
    context: &Context<'_>,
    (mistakes, owner): (&Mistakes, Owner),
    in_form: bool,
    html: &mut Html,
) {
    if mistakes.all().is_empty() {
        return;
    }
    html.open("section", &[("class", "summary"), ("aria-labelledby", "att-ratta")]);
    html.element("h2", &[("id", "att-ratta")], context.say("Att se över", "To look over"));
    html.open("ul", &[]);
    for mistake in mistakes.all() {
        html.open("li", &[("class", mistake.class())]);
        html.element("strong", &[], &format!("{}: ", mistake.word(context.language)));
        html.element("a", &[("href", &mistake.anchor())], mistake.message());
        // Of several that say the same it is told which card each is in.
        let alike = mistakes.all().iter().filter(|other| other.message() == mistake.message());
        if alike.count() > 1 {
            html.text(&format!(" ({})", label_of(owner, &mistake.field, context.language)));
        }
        if let Some(code) = mistake.answered_by_the_source().filter(|_| in_form) {
            html.text(" ");
            let text = context.say("Källan säger inte det", "The source does not say");
            button(html, "_accept", code, text, "");
        }
        html.close("li");
    }
    html.close("ul").close("section");
}

/// What the form does not know: shown as it is written, and kept.
fn unknown(context: &Context<'_>, toml: &Document<String>, owner: Owner, html: &mut Html) {
    let known: Vec<&str> = owner.keys().map(|key| key.name).collect();
    let unknown: Vec<String> = toml
        .as_table()
        .iter()
        .filter(|(name, _)| !known.contains(name))
        .map(|(name, item)| format!("{name}: {}", item.to_string().trim()))
        .collect();
    if unknown.is_empty() {
        return;
    }
    html.open("section", &[("class", "group")]);
    let heading = context
        .say("Uppgifter som formuläret inte känner till", "Facts that the form does not know");
    html.element("h2", &[], heading);
    html.element("p", &[], context.say("De är kvar i filen.", "They stay in the file."));
    html.element("pre", &[], &unknown.join("\n")).close("section");
}

/// The text of the whole file.
fn whole(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    let Ok(text) = whole_text(&edited.bytes) else {
        let words = context.say(
            "Filen är ingen text i UTF-8, så den kan inte redigeras här. Öppna den i ett annat program och spara den som UTF-8, eller hämta en tidigare version.",
            "The file is no text in UTF-8 and cannot be edited here. Open it in another program and save it as UTF-8, or bring back an earlier version.",
        );
        html.element("p", &[], words);
        return links(context, edited, html);
    };
    let mistakes = mistakes(context, edited, Owner::Unknown);
    summary(context, (&mistakes, Owner::Unknown), false, html);
    begin_form(html, context, &edited.to(), Some(&edited.version()));
    html.open("div", &[("class", "field")]);
    html.element(
        "label",
        &[("for", "f-source")],
        context.say("Hela filens text", "The text of the whole file"),
    );
    html.textarea(
        &[("id", "f-source"), ("name", "_source"), ("rows", "30"), ("class", "body")],
        &text,
    );
    html.close("div");
    html.open("p", &[("class", "buttons")]);
    button(html, "_save", "1", context.say("Spara", "Save"), "main");
    html.close("p").close("form");
    links(context, edited, html);
}

/// What else can be done with the file.
fn links(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    html.open("ul", &[("class", "more")]);
    let versions = format!("/versioner/{}", edited.address);
    let as_text = format!("{}?_som=text", edited.to());
    for (to, sv, en) in [
        (versions, "Ångra och tidigare versioner", "Undo and earlier versions"),
        (as_text, "Redigera som text", "Edit as text"),
    ] {
        html.open("li", &[]).element("a", &[("href", &to)], context.say(sv, en)).close("li");
    }
    html.close("ul");
}
