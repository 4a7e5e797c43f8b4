//! What an editor should have seen before anything is published: the errors that stop it, the
//! warnings that do not, and the documents of which no approval is noted.

use super::super::Context;
use super::super::review::{Approved, approved};
use super::super::shell::begin_error;
use super::changes::Changes;
use crate::archive::{Archive, Drafts};
use crate::author::{TaskKind, tasks};
use crate::desk::form::{for_forms, title_of};
use crate::desk::html::Html;
use crate::diagnostic::{Problem, Severity};
use crate::model::{Address, ContentPath};
use crate::pipeline::{Assembled, Options, assemble};

/// How many of each are listed before the rest are only counted.
const MOST_LISTED: usize = 50;

/// Everything that is to be said.
pub fn all(context: &Context<'_>, changes: &Changes<'_>, html: &mut Html) {
    // A build leaves drafts out: their own errors stop nothing, but what refers to one may.
    let hidden = has_drafts(context).then(|| without_drafts(context));
    let (archive, problems) = match &hidden {
        Some(assembled) => (&assembled.archive, &assembled.problems),
        None => (&context.newest.archive, &context.status.problems),
    };
    errors(context, archive, problems, html);
    approvals(context, changes, html);
    warnings(context, archive, problems, html);
}

/// Whether any file is a draft, those with errors included.
pub fn has_drafts(context: &Context<'_>) -> bool {
    context.newest.sources.content.files.iter().any(|file| file.draft)
}

/// The newest version as a build takes it.
fn without_drafts(context: &Context<'_>) -> Assembled {
    let options = Options { drafts: Drafts::Hidden, ..(context.state.options)() };
    let before = context.status.shown.as_ref().map(|shown| &shown.theme);
    assemble(&context.newest.sources, &context.newest.theme, before, options)
}

fn errors(context: &Context<'_>, archive: &Archive, problems: &[Problem], html: &mut Html) {
    if !problems.iter().any(|problem| problem.severity == Severity::Error) {
        return;
    }
    begin_error(html, false);
    let words = context.say(
        "Det finns fel att rätta. Tills dess publiceras ingenting.",
        "There are errors to mend. Until then nothing is published.",
    );
    html.element("p", &[], words);
    html.open("ul", &[]);
    for task in tasks(archive, problems) {
        if task.kind == TaskKind::Error {
            let to = task.address.map_or(task.path, |address| address.to_string());
            html.open("li", &[]);
            html.element("a", &[("href", &format!("/dokument/{to}"))], &task.title);
            html.text(" ").text(context.words(&for_forms(&task.what))).close("li");
        }
    }
    html.close("ul").close("div");
}

fn warnings(context: &Context<'_>, archive: &Archive, problems: &[Problem], html: &mut Html) {
    let all = problems.iter().filter(|it| it.severity == Severity::Warning);
    let mut all: Vec<&Problem> = all.collect();
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|problem| (&problem.source.path, problem.span.as_ref().map(|it| it.start)));
    let summary = context.say("Varningar, som inte hindrar", "Warnings, which stop nothing");
    html.open("details", &[]);
    html.element("summary", &[], &format!("{summary} ({})", all.len())).open("ul", &[]);
    for problem in all.iter().take(MOST_LISTED) {
        let path = &*problem.source.path;
        let content = ContentPath::of_site(path);
        let title = content.and_then(|path| archive.title_at(path)).unwrap_or(path);
        html.open("li", &[]);
        match content.and_then(|path| Address::of_content(path).ok()) {
            Some(address) => {
                html.element("a", &[("href", &format!("/dokument/{address}"))], title);
            }
            None => {
                html.text(title);
            }
        }
        html.text(" ").text(context.words(&for_forms(&problem.message))).close("li");
    }
    html.close("ul");
    others(context, all.len(), html);
    html.close("details");
}

/// Every document is to be approved by the parties before it is published; whether one was is told,
/// and stops nothing, since the approval may be noted elsewhere.
fn approvals(context: &Context<'_>, changes: &Changes<'_>, html: &mut Html) {
    let (mut never, mut before) = (Vec::new(), Vec::new());
    for linked in changes.documents.iter().filter(|it| it.document.kind.is_archive()) {
        match approved(context, &linked.document.source.path) {
            Approved::AsItIs => {}
            Approved::Earlier => before.push(*linked),
            Approved::Never => never.push(*linked),
        }
    }
    for (documents, sv, en) in [
        (
            never,
            "Inget godkännande är antecknat för de här dokumenten:",
            "No approval is noted for these documents:",
        ),
        (
            before,
            "De här dokumenten har ändrats sedan godkännandet antecknades:",
            "These documents have changed since the approval was noted:",
        ),
    ] {
        if documents.is_empty() {
            continue;
        }
        html.open("div", &[("class", "mistake advice")]);
        html.element("p", &[], context.say(sv, en)).open("ul", &[]);
        for linked in documents.iter().take(MOST_LISTED) {
            let to = format!("/dokument/{}#granskning", linked.document.address);
            let title = title_of(linked, context.language);
            html.open("li", &[]).element("a", &[("href", &to)], &title).close("li");
        }
        html.close("ul");
        others(context, documents.len(), html);
        html.close("div");
    }
}

/// How many were not listed.
fn others(context: &Context<'_>, count: usize, html: &mut Html) {
    if let Some(more) = count.checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        html.element("p", &[], &format!("{} {more}.", context.say("Ytterligare:", "Others:")));
    }
}
