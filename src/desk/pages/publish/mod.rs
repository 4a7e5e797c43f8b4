//! Publishing: what is new, changed or withdrawn is listed first, with what stops it and what should
//! have been seen, and built only when that has been seen.

mod changes;
mod corrections;
mod remarks;
mod to_host;

use hyper::StatusCode;

use super::context::Context;
use super::shell::{MenuPart, begin_form, button, page};
use crate::archive::Drafts;
use crate::build::{self, BuildOutcome, BuildRequest};
use crate::canonical_path::canonical;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::diagnostic::{Report, Severity, Text};
use crate::digest::Digest;
use crate::ledger;
use crate::publish::{BuildKind, OutputFolder, check_output, record_stamp};
use crate::session::Session;
use crate::shown_path::shown_path;
use crate::text;

use changes::Changes;
pub use corrections::correction_form;

/// The page that lists what would change.
pub fn publish_form(context: &Context<'_>) -> Reply {
    let mut html = Html::new();
    if context.query.get("_tillbaka").is_some() {
        let words = context.say(
            "Draget tillbaka. Tills webbplatsen byggs nästa gång kan det hämtas tillbaka under Borttagna dokument; sedan står beslutet för alltid på adressen.",
            "Withdrawn. Until the site is built the next time it can be brought back under Removed documents; after that the decision stands at the address for ever.",
        );
        html.element("p", &[("class", "told"), ("role", "status")], words);
    }
    // Once for the whole page, since a sending goes on meanwhile.
    let state = context.state.sending.tell();
    to_host::latest(context, &state, &mut html);
    let changes = Changes::of(context);
    changes.list(context, &mut html);
    let stopped = remarks::all(context, &changes, &mut html);
    if !stopped {
        begin_form(&mut html, context, "/publicera", None);
        html.open("p", &[("class", "buttons")]);
        button(&mut html, "_confirm", "1", context.say("Publicera", "Publish"), "main");
        html.close("p").close("form");
    }
    to_host::targets(context, &state, stopped, &mut html);
    let title = context.say("Publicera", "Publish");
    Reply::page(StatusCode::OK, page(context, MenuPart::Publish, title, &html))
}

/// How many pages differ between the site as it is written and as it was last built.
pub fn count_unpublished(context: &Context<'_>) -> usize {
    Changes::of(context).count()
}

/// Lists, or builds when it is confirmed.
pub fn publish(context: &Context<'_>, fields: &FieldNode) -> Reply {
    if fields.get("_send").is_some() {
        return to_host::send(context, fields);
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
            return told(context, &BuildAnswer::said(failure.message));
        }
    };
    let reply = told(context, &built(&session, &output));
    let ledger = context.state.store.read(ledger::FILE).ok();
    reply.after(ledger::FILE, ledger.map(|bytes| Digest::of(&bytes)))
}

/// What came of a build.
struct BuildAnswer {
    words: Text,
    /// What stopped it, if that is not in the documents.
    report: Option<Report>,
    /// Whether errors in the documents stopped it.
    has_errors: bool,
    /// Whether the site in the output is the newest one now.
    built: bool,
}

impl BuildAnswer {
    /// That nothing was built, and why.
    fn said(words: Text) -> BuildAnswer {
        BuildAnswer { words, report: None, has_errors: false, built: false }
    }
}

fn built(session: &Session, output: &OutputFolder) -> BuildAnswer {
    let request = BuildRequest {
        output,
        kind: BuildKind::Own,
        marked: false,
        progress: &|_, _| {},
        interrupted: &|| false,
    };
    let said = BuildAnswer::said;
    let stopped = |words, report| BuildAnswer { report: Some(report), ..said(words) };
    match build::build(session, &request) {
        Ok(built) => match built.outcome {
            BuildOutcome::Unchanged(_) => BuildAnswer {
                built: true,
                ..said(text!(
                    "Inget hade ändrats. Webbplatsen är som den var.",
                    "Nothing had changed. The site is as it was."
                ))
            },
            BuildOutcome::Published(summary, published) => {
                let (documents, pages) = (summary.documents, summary.pages);
                let (written, deleted) = (published.written, published.deleted);
                let (sv, en) = match deleted {
                    0 => (String::new(), String::new()),
                    n => (format!(", {n} är borttagna"), format!(", {n} are removed")),
                };
                let words = text!(
                    "Webbplatsen är byggd: {documents} dokument, {pages} sidor. {written} filer är nya eller ändrade{sv}.",
                    "The site is built: {documents} documents, {pages} pages. {written} files are new or changed{en}."
                );
                BuildAnswer { built: true, ..said(words) }
            }
            BuildOutcome::Errors(_) => BuildAnswer {
                has_errors: true,
                ..said(text!(
                    "Inget publicerades: det finns fel att rätta.",
                    "Nothing was published: there are errors to mend."
                ))
            },
            BuildOutcome::NotMade(report) => stopped(
                text!(
                    "Inget publicerades: sidor kunde inte göras.",
                    "Nothing was published: pages could not be made."
                ),
                report,
            ),
            BuildOutcome::Occupied(report) => stopped(
                text!(
                    "Inget publicerades: i mappen för den byggda webbplatsen ligger andra filer i vägen.",
                    "Nothing was published: other files are in the way in the folder of the built site."
                ),
                report,
            ),
        },
        Err(error) => {
            let failure: crate::failure::Failure = error.into();
            said(failure.message)
        }
    }
}

/// Where the built site is, and what remains to be done for readers to see it.
fn next_step(context: &Context<'_>, html: &mut Html) {
    let output = context.session(Drafts::Hidden).output;
    if record_stamp(&output).is_none() {
        return;
    }
    let folder = shown_path(canonical(&output).unwrap_or(output));
    let words = match context.newest.archive.settings.publish.is_empty() {
        true => text!(
            "Den byggda webbplatsen ligger i mappen {folder}. På webben syns den först när innehållet i mappen har kopierats till webbservern. Skriv under Inställningar vart webbplatsen ska skickas, så görs det härifrån.",
            "The built site is in the folder {folder}. On the web it is seen only once what is in the folder has been copied to the web server. Write under Settings where the site is to be sent, and it is done from here."
        ),
        false => text!(
            "Den byggda webbplatsen ligger i mappen {folder}. På webben syns den först när du har skickat den till webbservern.",
            "The built site is in the folder {folder}. On the web it is seen only once you have sent it to the web server."
        ),
    };
    html.element("p", &[], context.words(&words));
}

fn told(context: &Context<'_>, told: &BuildAnswer) -> Reply {
    let mut html = Html::new();
    html.open("p", &[("class", "told"), ("role", "status")]);
    html.element("strong", &[], context.words(&told.words)).close("p");
    if told.has_errors {
        remarks::stops(context, &mut html);
    }
    if let Some(report) = &told.report {
        html.open("ul", &[]);
        for diagnostic in report.diagnostics.iter().filter(|it| it.severity == Severity::Error) {
            html.element("li", &[], &format!("{}: {}", diagnostic.path, diagnostic.message));
        }
        html.close("ul");
    }
    if told.built {
        next_step(context, &mut html);
    }
    html.open("p", &[]);
    let pages = format!("{}/", context.state.pages);
    let show = match remarks::has_drafts(context) {
        true => context.say(
            "Visa förhandsvisningen, där utkasten är med",
            "Show the preview, which includes the drafts",
        ),
        false => context.say("Visa webbplatsen", "Show the site"),
    };
    html.element("a", &[("href", &pages)], show);
    html.close("p");
    to_host::targets(context, &context.state.sending.state(), !told.built, &mut html);
    let title = context.say("Publicera", "Publish");
    Reply::page(StatusCode::OK, page(context, MenuPart::Publish, title, &html))
}
