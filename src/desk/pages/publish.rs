//! Publishing: what is new, changed or withdrawn is listed first, and built only when that has been
//! seen.

use std::fs;
use std::time::SystemTime;

use hyper::StatusCode;

use super::Context;
use super::shell::{MenuPart, begin_form, button, page};
use crate::archive::{Drafts, Linked};
use crate::author::{TaskKind, on_disk, tasks};
use crate::build::{self, BuildOutcome, BuildRequest};
use crate::content::RawFile;
use crate::desk::fields::FieldNode;
use crate::desk::form::{for_forms, title_of};
use crate::desk::html::Html;
use crate::desk::sending::{SendRequest, SendingState};
use crate::desk::server::Reply;
use crate::diagnostic::{Report, Severity, Text};
use crate::digest::Digest;
use crate::ledger;
use crate::publish::{BuildKind, OutputFolder, check_output, record_stamp};
use crate::session::Session;
use crate::text;

/// What a build would change, by title.
#[derive(Debug, Default)]
struct Changes {
    new: Vec<String>,
    changed: Vec<String>,
    withdrawn: Vec<String>,
    drafts: usize,
}

/// The page that lists what would change.
pub fn publish_form(context: &Context<'_>) -> Reply {
    let mut html = Html::new();
    sending(context, &mut html);
    listed(context, &mut html);
    targets(context, &mut html);
    let title = context.say("Publicera", "Publish");
    Reply::page(StatusCode::OK, page(context, MenuPart::Publish, title, &html))
}

fn listed(context: &Context<'_>, html: &mut Html) {
    let changes = changes(context);
    for (titles, sv, en) in [
        (&changes.new, "Nytt", "New"),
        (&changes.changed, "Ändrat", "Changed"),
        (&changes.withdrawn, "Borttaget", "Withdrawn"),
    ] {
        if titles.is_empty() {
            continue;
        }
        html.element("h2", &[], &format!("{} ({})", context.say(sv, en), titles.len()));
        html.open("ul", &[]);
        for title in titles {
            html.element("li", &[], title);
        }
        html.close("ul");
    }
    if changes.new.is_empty() && changes.changed.is_empty() && changes.withdrawn.is_empty() {
        let none = context.say(
            "Inget dokument har ändrats sedan webbplatsen byggdes.",
            "No document has changed since the site was built.",
        );
        html.element("p", &[], none);
    }
    if changes.drafts > 0 {
        let words = context.say("Utkast som inte publiceras:", "Drafts that are not published:");
        html.element("p", &[], &format!("{words} {}.", changes.drafts));
    }
    let errors = context.status.problems.iter().filter(|it| it.severity == Severity::Error).count();
    if errors > 0 {
        html.open("div", &[("class", "mistake error")]);
        let words = context.say(
            "Det finns fel att rätta. Tills dess publiceras ingenting.",
            "There are errors to mend. Until then nothing is published.",
        );
        html.element("p", &[], words);
        html.open("ul", &[]);
        for task in tasks(&context.newest.archive, &context.status.problems) {
            if task.kind == TaskKind::Error {
                let to = task.address.map_or(task.path, |address| address.to_string());
                html.open("li", &[]);
                html.element("a", &[("href", &format!("/dokument/{to}"))], &task.title);
                html.text(" ").text(context.words(&for_forms(&task.what))).close("li");
            }
        }
        html.close("ul").close("div");
    }
    begin_form(html, context, "/publicera", None);
    html.open("p", &[("class", "buttons")]);
    button(html, "_confirm", "1", context.say("Publicera", "Publish"), "main");
    html.close("p").close("form");
}

/// How far the latest sending has come, or what became of it.
fn sending(context: &Context<'_>, html: &mut Html) {
    let words = match context.state.sending.state() {
        SendingState::None => return,
        SendingState::Running { done, of } => {
            let words = text!(
                "Webbplatsen skickas: {done} av {of} filer.",
                "The site is being sent: {done} of {of} files."
            );
            html.open("p", &[("class", "told"), ("role", "status"), ("data-sending", "yes")]);
            html.text(context.words(&words)).close("p");
            let again = context.say("Visa hur långt det har kommit", "Show how far it has come");
            html.open("p", &[]).element("a", &[("href", "/publicera")], again).close("p");
            return;
        }
        SendingState::Ended(words) | SendingState::DeletesMuch(words) => words,
    };
    html.open("p", &[("class", "told"), ("role", "status")]);
    html.element("strong", &[], context.words(&for_forms(&words))).close("p");
}

/// The hosts that the built site can be sent to.
fn targets(context: &Context<'_>, html: &mut Html) {
    let output = context.session(Drafts::Hidden).output;
    let targets = &context.newest.archive.settings.publish;
    let state = context.state.sending.state();
    if targets.is_empty()
        || record_stamp(&output).is_none()
        || matches!(state, SendingState::Running { .. })
    {
        return;
    }
    html.element("h2", &[], context.say("Till webbservern", "To the web server"));
    let help = context.say(
        "Skickar webbplatsen som den senast byggdes: bara det som skiljer sig, och det som är borttaget tas bort där.",
        "Sends the site as it was last built: only what differs, and what is gone is deleted there.",
    );
    html.element("p", &[], help);
    for (n, target) in targets.iter().enumerate() {
        html.open("form", &[("method", "post"), ("action", "/publicera")]);
        html.hidden("_token", context.state.admission.token());
        if let SendingState::DeletesMuch(_) = state {
            let id = format!("tar-bort-{n}");
            html.open("p", &[("class", "choice")]);
            html.open(
                "input",
                &[("type", "checkbox"), ("id", &id), ("name", "_yes"), ("value", "true")],
            );
            let yes = context
                .say("Det är rätt att så mycket tas bort", "It is right that so much is deleted");
            html.element("label", &[("for", &id)], yes).close("p");
        }
        let name = target.name.as_deref().unwrap_or(&target.to.value);
        let send = format!("{} {name}", context.say("Skicka till", "Send to"));
        button(html, "_send", &n.to_string(), &send, "main");
        html.close("form");
    }
}

/// Begins to send the built site to a host.
fn send(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let targets = &context.newest.archive.settings.publish;
    let chosen = fields.value("_send").and_then(|n| n.parse::<usize>().ok());
    if let Some(target) = chosen.and_then(|n| targets.get(n)) {
        context.state.sending.begin(SendRequest {
            to: target.to.value.clone(),
            site: context.state.store.site().to_owned(),
            built: context.session(Drafts::Hidden).output,
            scratch: context.state.scratch.clone(),
            deletes_much: fields.value("_yes").is_some_and(|yes| yes == "true"),
        });
    }
    Reply::see_other("/publicera")
}

/// In nanoseconds since 1970, as [`record_stamp`] counts.
fn nanoseconds(time: SystemTime) -> i128 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => since.as_nanos().cast_signed(),
        Err(before) => -before.duration().as_nanos().cast_signed(),
    }
}

fn changes(context: &Context<'_>) -> Changes {
    let archive = &context.newest.archive;
    let loaded = &context.newest.loaded;
    let output = context.session(Drafts::Hidden).output;
    let built = record_stamp(&output).map(|stamp| stamp.modified);
    let site = context.state.store.site();
    let modified = |raw: &RawFile| {
        let now = || fs::metadata(on_disk(site, &raw.path)).ok()?.modified().ok();
        raw.modified().or_else(now).map(nanoseconds)
    };
    let is_later = |raw: Option<&RawFile>| match (raw.and_then(modified), built) {
        (Some(modified), Some(built)) => modified > built,
        (_, built) => built.is_none(),
    };
    let mut changes = Changes::default();
    for linked in &archive.documents {
        let linked: &Linked = linked;
        let document = &linked.document;
        let title = || title_of(linked, context.language);
        if document.common.draft {
            changes.drafts += 1;
        } else if !archive.ledger.has_published(&document.address) || built.is_none() {
            changes.new.push(title());
        } else if is_later(loaded.markdown_at(&document.source.path)) {
            changes.changed.push(title());
        }
    }
    for linked in archive.places.iter() {
        let place = &linked.place;
        let title = || place.common.title.value.clone();
        if !archive.ledger.has_published(&place.address) || built.is_none() {
            changes.new.push(title());
        } else if is_later(loaded.markdown_at(&place.source.path)) {
            changes.changed.push(title());
        }
    }
    if is_later(loaded.settings.as_ref()) && built.is_some() {
        changes.changed.push(context.say("Inställningar", "Settings").to_owned());
    }
    if is_later(loaded.ledger.as_ref()) && built.is_some() {
        let withdrawn = archive.ledger.withdrawn.iter().map(|it| it.address.value.to_string());
        changes.withdrawn.extend(withdrawn);
    }
    changes
}

/// Lists, or builds when it is confirmed.
pub fn publish(context: &Context<'_>, fields: &FieldNode) -> Reply {
    if fields.get("_send").is_some() {
        return send(context, fields);
    }
    if fields.get("_confirm").is_none() {
        return publish_form(context);
    }
    let site = context.state.store.site();
    let session = context.session(Drafts::Hidden);
    let output = match check_output(site, &session.output, context.state.home.as_deref()) {
        Ok(output) => output,
        Err(error) => {
            let failure: crate::failure::Failure = error.into();
            return told(context, &failure.message, None);
        }
    };
    let (words, report) = built(&session, &output);
    let reply = told(context, &words, report.as_ref());
    let ledger = context.state.store.read(ledger::FILE).ok();
    reply.after(ledger::FILE, ledger.map(|bytes| Digest::of(&bytes)))
}

fn built(session: &Session, output: &OutputFolder) -> (Text, Option<Report>) {
    let request = BuildRequest {
        output,
        kind: BuildKind::Own,
        marked: false,
        progress: &|_, _| {},
        interrupted: &|| false,
    };
    match build::build(session, &request) {
        Ok(built) => match built.outcome {
            BuildOutcome::Unchanged(_) => (
                text!(
                    "Inget hade ändrats. Webbplatsen är som den var.",
                    "Nothing had changed. The site is as it was."
                ),
                None,
            ),
            BuildOutcome::Published(summary, published) => {
                let (documents, pages) = (summary.documents, summary.pages);
                let (written, deleted) = (published.written, published.deleted);
                let words = text!(
                    "Webbplatsen är byggd: {documents} dokument, {pages} sidor. {written} filer är nya eller ändrade, {deleted} är borttagna.",
                    "The site is built: {documents} documents, {pages} pages. {written} files are new or changed, {deleted} are removed."
                );
                (words, None)
            }
            BuildOutcome::Errors(report) => (
                text!(
                    "Inget publicerades: det finns fel att rätta.",
                    "Nothing was published: there are errors to mend."
                ),
                Some(report),
            ),
            BuildOutcome::NotMade(report) => (
                text!(
                    "Inget publicerades: sidor kunde inte göras.",
                    "Nothing was published: pages could not be made."
                ),
                Some(report),
            ),
            BuildOutcome::Occupied(report) => (
                text!(
                    "Inget publicerades: i mappen för den byggda webbplatsen ligger andra filer i vägen.",
                    "Nothing was published: other files are in the way in the folder of the built site."
                ),
                Some(report),
            ),
        },
        Err(error) => {
            let failure: crate::failure::Failure = error.into();
            (failure.message, None)
        }
    }
}

fn told(context: &Context<'_>, words: &Text, report: Option<&Report>) -> Reply {
    let mut html = Html::new();
    html.open("p", &[("class", "told"), ("role", "status")]);
    html.element("strong", &[], context.words(words)).close("p");
    if let Some(report) = report {
        html.open("ul", &[]);
        for diagnostic in report.diagnostics.iter().filter(|it| it.severity == Severity::Error) {
            html.element("li", &[], &format!("{}: {}", diagnostic.path, diagnostic.message));
        }
        html.close("ul");
    }
    html.open("p", &[]);
    let pages = format!("{}/", context.state.pages);
    html.element("a", &[("href", &pages)], context.say("Visa webbplatsen", "Show the site"));
    html.close("p");
    targets(context, &mut html);
    let title = context.say("Publicera", "Publish");
    Reply::page(StatusCode::OK, page(context, MenuPart::Publish, title, &html))
}
