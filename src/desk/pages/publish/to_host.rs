//! The part of the page about the web server: what became of the latest sending, and the button that
//! begins one.

use std::fs;

use jiff::Timestamp;

use super::super::context::Context;
use super::super::shell::{button, moment};
use crate::archive::Drafts;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::for_forms;
use crate::desk::html::Html;
use crate::desk::sending::{EndedSending, SendRequest, SendingState};
use crate::digest::Digest;
use crate::publish::{SHA256SUMS, record_stamp};
use crate::text;

/// How far the latest sending has come, or what became of it.
pub fn latest(context: &Context<'_>, state: &SendingState, html: &mut Html) {
    let words = match state {
        SendingState::None => return,
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
            html.open("p", &[("class", "told"), ("role", "status"), ("data-sending", "yes")]);
            html.text(context.words(&words)).close("p");
            let again = context.say("Visa hur långt det har kommit", "Show how far it has come");
            html.open("p", &[]).element("a", &[("href", "/publicera")], again).close("p");
            return;
        }
        SendingState::Ended(ended) => {
            let words = for_forms(&ended.words);
            let mut told = context.words(&words).to_owned();
            if let Ok(when) = Timestamp::try_from(ended.when) {
                told = format!("{}: {told}", moment(context.language, when));
            }
            if is_older(context, ended) {
                told.push_str(context.say(
                    " Webbplatsen har byggts om sedan dess, och det nya är inte skickat härifrån.",
                    " The site has been built again since, and what is new has not been sent from here.",
                ));
            }
            told
        }
        SendingState::Asks { why, .. } => context.words(&for_forms(why)).to_owned(),
    };
    html.open("p", &[("class", "told"), ("role", "status")]);
    html.element("strong", &[], &words).close("p");
}

/// Whether another site has been built since it was sent.
fn is_older(context: &Context<'_>, ended: &EndedSending) -> bool {
    let built = context.session(Drafts::Hidden).output.join(SHA256SUMS);
    let now = fs::read(built).ok().map(|list| Digest::of(&list));
    ended.list.is_some() && ended.list != now
}

/// The hosts that the built site can be sent to.
pub fn targets(context: &Context<'_>, state: &SendingState, html: &mut Html) {
    let output = context.session(Drafts::Hidden).output;
    let targets = &context.newest.archive.settings.publish;
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
