//! What an editor should have seen before anything is published: the errors that stop it, the
//! warnings that do not, and the documents of which no approval is noted.

use super::super::approvals::{Approved, approved};
use super::super::context::Context;
use super::super::edited::Edited;
use super::super::shell::begin_error;
use super::super::wrong::{name_of, told};
use super::changes::Changes;
use crate::archive::Drafts;
use crate::desk::form::{Mistakes, title_of};
use crate::desk::html::Html;
use crate::diagnostic::{Problem, Severity};
use crate::model::{Address, ContentPath};
use crate::pipeline::{Assembled, Options, assemble};
use crate::schema::Owner;

/// How many of each are listed before the rest are only counted.
const MOST_LISTED: usize = 50;

/// Everything that is to be said; whether any of it stops a build.
pub fn all(context: &Context<'_>, changes: &Changes<'_>, html: &mut Html) -> bool {
    as_built(context, |problems| {
        errors(context, problems, html);
        approvals(context, changes, html);
        warnings(context, problems, html);
        problems.iter().any(|problem| problem.severity == Severity::Error)
    })
}

/// The errors that stopped a build.
pub fn stops(context: &Context<'_>, html: &mut Html) {
    as_built(context, |problems| errors(context, problems, html));
}

/// Does something with the newest version as a build takes it, which leaves drafts out: their own
/// errors stop nothing, but what refers to one may.
fn as_built<T>(context: &Context<'_>, told: impl FnOnce(&[Problem]) -> T) -> T {
    let hidden = has_drafts(context).then(|| without_drafts(context));
    match &hidden {
        Some(assembled) => told(&assembled.problems),
        None => told(&context.status.problems),
    }
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

fn errors(context: &Context<'_>, problems: &[Problem], html: &mut Html) {
    let errors = sorted(problems, Severity::Error);
    if errors.is_empty() {
        return;
    }
    begin_error(html, false);
    let words = context.say(
        "Det finns fel att rätta. Tills dess publiceras ingenting nytt.",
        "There are errors to mend. Until then nothing new is published.",
    );
    html.element("p", &[], words);
    html.open("ul", &[]);
    for (n, problem) in errors.iter().take(MOST_LISTED).enumerate() {
        html.open("li", &[]);
        let owner = place(context, problem, html);
        for mistake in Mistakes::of(std::iter::once(*problem), owner, context.language).all() {
            mistake.show(html, &format!("hinder-{n}"), context.language);
        }
        html.close("li");
    }
    html.close("ul");
    others(context, errors.len(), html);
    html.close("div");
}

/// The problems of a severity, in the order of the files.
fn sorted(problems: &[Problem], severity: Severity) -> Vec<&Problem> {
    let mut all: Vec<&Problem> = problems.iter().filter(|it| it.severity == severity).collect();
    all.sort_by_key(|problem| (&problem.source.path, problem.span.as_ref().map(|it| it.start)));
    all
}

/// Shows which document, or which settings, a problem is in, with the way there; and whose keys its
/// file has.
fn place(context: &Context<'_>, problem: &Problem, html: &mut Html) -> Owner {
    let path = &*problem.source.path;
    let content = ContentPath::of_site(path);
    let title = name_of(context, path);
    let address = content.and_then(|path| Address::of_content(path).ok());
    let address = address.map_or_else(|| path.to_owned(), |address| address.to_string());
    let Some(edited) = Edited::find(context, &address) else {
        html.text(&title);
        return Owner::Ledger;
    };
    html.element("a", &[("href", &format!("/dokument/{address}"))], &title);
    edited.known_owner()
}

fn warnings(context: &Context<'_>, problems: &[Problem], html: &mut Html) {
    let all = sorted(problems, Severity::Warning);
    if all.is_empty() {
        return;
    }
    let summary = context.say("Varningar, som inte hindrar", "Warnings, which stop nothing");
    html.open("details", &[]);
    html.element("summary", &[], &format!("{summary} ({})", all.len())).open("ul", &[]);
    for problem in all.iter().take(MOST_LISTED) {
        html.open("li", &[]);
        place(context, problem, html);
        html.text(" ").text(&told(context, problem)).close("li");
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
