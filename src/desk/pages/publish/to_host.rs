//! The part of the page about the web server: what became of the latest sending, and the button that
//! begins one.

use std::fs;

use jiff::Timestamp;

use super::super::context::Context;
use super::super::shell::{begin_error, button, moment};
use crate::archive::Drafts;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::for_forms;
use crate::desk::html::Html;
use crate::desk::sending::{EndedSending, SendRequest, SendingState};
use crate::digest::Digest;
use crate::language::capitalised;
use crate::publish::{SHA256SUMS, record_stamp};
use crate::text;

/// How far the latest sending has come, or what became of it. What failed is told once as an error, and
/// then beside the buttons that send.
pub fn latest(context: &Context<'_>, state: &SendingState, html: &mut Html) {
    match state {
        SendingState::None => {}
        SendingState::Running { done, of } => {
            let words = match of {
                // What differs is not known yet.
                0 => text!(
                    "Webbplatsen jämförs med den som är publicerad.",
                    "The site is being compared with the one that is published."
                ),
                _ => text!(
                    "Webbplatsen skickas: {done} av {of} filer.",
                    "The site is being sent: {done} of {of} files."
                ),
            };
            begin(html, "yes");
            html.open("p", &[]).text(context.words(&words)).close("p").close("div");
            let again = context.say("Visa hur långt det har kommit", "Show how far it has come");
            html.open("p", &[]).element("a", &[("href", "/publicera")], again).close("p");
        }
        SendingState::Ended(ended) if !ended.has_failed() => {
            let mut told = at_its_time(context, ended);
            if is_older(context, ended) {
                told.push_str(context.say(
                    " Webbplatsen har byggts om sedan dess, och det nya är inte skickat härifrån.",
                    " The site has been built again since, and what is new has not been sent from here.",
                ));
            }
            begin(html, "");
            html.open("p", &[]).element("strong", &[], &told).close("p").close("div");
        }
        SendingState::Ended(ended) if !ended.told => {
            begin(html, "");
            failure(context, ended, html);
            html.close("div");
        }
        SendingState::Ended(_) => {}
        SendingState::Asks { why, .. } => {
            begin(html, "");
            html.open("p", &[]).element("strong", &[], context.words(&for_forms(why))).close("p");
            html.close("div");
        }
    }
}

/// Begins what is told of the latest sending, which the page's script brings up to date.
fn begin(html: &mut Html, goes_on: &str) {
    html.open(
        "div",
        &[("class", "told"), ("id", "skickat"), ("role", "status"), ("data-sending", goes_on)],
    );
}

/// What became of a sending, and when.
fn at_its_time(context: &Context<'_>, ended: &EndedSending) -> String {
    let words = context.words(&ended.words);
    match Timestamp::try_from(ended.when) {
        Ok(when) => format!("{}: {words}", capitalised(&moment(context.language, when))),
        Err(_) => words.to_owned(),
    }
}

/// A sending that failed, and what to do about it.
fn failure(context: &Context<'_>, ended: &EndedSending, html: &mut Html) {
    begin_error(html, false);
    html.open("p", &[]);
    let not = context.say("Webbplatsen är inte skickad. ", "The site has not been sent. ");
    html.element("strong", &[], not).text(&at_its_time(context, ended)).close("p");
    if let Some(help) = &ended.help {
        html.element("p", &[], context.words(help));
    }
    html.close("div");
}

/// Whether another site has been built since it was sent.
fn is_older(context: &Context<'_>, ended: &EndedSending) -> bool {
    let built = context.session(Drafts::Hidden).output.join(SHA256SUMS);
    let now = fs::read(built).ok().map(|list| Digest::of(&list));
    ended.list.is_some() && ended.list != now
}

/// The hosts that the built site can be sent to; whether errors stop a new build is told there.
pub fn targets(context: &Context<'_>, state: &SendingState, stopped: bool, html: &mut Html) {
    let output = context.session(Drafts::Hidden).output;
    let targets = &context.newest.archive.settings.publish;
    let Some(stamp) = record_stamp(&output) else { return };
    if targets.is_empty() || matches!(state, SendingState::Running { .. }) {
        return;
    }
    html.element("h2", &[], context.say("Till webbservern", "To the web server"));
    if let SendingState::Ended(ended) = state
        && ended.has_failed()
        && ended.told
    {
        failure(context, ended, html);
    }
    let built = Timestamp::from_nanosecond(stamp.modified);
    let built = built.map(|built| moment(context.language, built)).unwrap_or_default();
    let help = text!(
        "Skickar webbplatsen som den senast byggdes, {built}: bara det som skiljer sig, och det som är borttaget tas bort där.",
        "Sends the site as it was last built, {built}: only what differs, and what is gone is deleted there."
    );
    html.element("p", &[], context.words(&help));
    if stopped {
        begin_error(html, false);
        let words = context.say(
            "Det som har ändrats sedan dess följer inte med, eftersom webbplatsen inte kan byggas på nytt förrän felen är rättade.",
            "What has changed since does not come along, since the site cannot be built again until the errors are mended.",
        );
        html.element("p", &[], words).close("div");
    }
    for (n, target) in targets.iter().enumerate() {
        html.open("form", &[("method", "post"), ("action", "/publicera")]);
        html.hidden("_token", context.state.admission.token());
        if let SendingState::Asks { to, yes, .. } = state
            && *to == target.to.value
        {
            let id = format!("ja-{n}");
            html.open("p", &[("class", "choice")]);
            html.open(
                "input",
                &[("type", "checkbox"), ("id", &id), ("name", "_yes"), ("value", "true")],
            );
            html.element("label", &[("for", &id)], context.words(yes)).close("p");
        }
        let name = target.name.as_deref().unwrap_or(&target.to.value);
        let send = format!("{} {name}", context.say("Skicka till", "Send to"));
        button(html, "_send", &n.to_string(), &send, "main");
        html.close("form");
    }
}

/// Begins to send the built site to a host.
pub fn send(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let targets = &context.newest.archive.settings.publish;
    let chosen = fields.value("_send").and_then(|n| n.parse::<usize>().ok());
    if let Some(target) = chosen.and_then(|n| targets.get(n)) {
        context.state.sending.begin(SendRequest {
            to: target.to.value.clone(),
            site: context.state.store.site().to_owned(),
            built: context.session(Drafts::Hidden).output,
            scratch: context.state.scratch.clone(),
            yes: fields.value("_yes").is_some_and(|yes| yes == "true"),
        });
    }
    Reply::see_other("/publicera")
}
