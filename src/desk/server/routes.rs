//! Which page of the desk an address leads to. This runs outside the server's own thread, so that a
//! slow disk keeps nobody waiting.

use hyper::StatusCode;
use percent_encoding::percent_decode_str;

use super::pane;
use crate::desk::exchange::{Reply, Sent, Unreceived};
use crate::desk::fields::FieldNode;
use crate::desk::pages::{self, Context};
use crate::desk::state::DeskState;
use crate::import;
use crate::preview::SiteStatus;

/// Whether what is answered depends on every file of the site, so that one that was saved a moment ago,
/// by whatever program, must be known: what is published or sealed is what is there now.
pub fn concerns_whole_site(path: &str) -> bool {
    matches!(path, "/publicera" | "/arspaket")
}

/// Says that a form was not received, with the way back to where it was sent from.
pub fn not_received(state: &DeskState, path: &str, refusal: Unreceived) -> Reply {
    let status = state.status.borrow().clone();
    let language = status.language;
    let Some(newest) = status.newest.as_deref() else { return refusal.reply(language) };
    let query = FieldNode::default();
    let context = Context { state, status: &status, newest, query: &query, language };
    let back = ["/filer/", "/dokument/", "/visa/"].iter().find_map(|it| path.strip_prefix(it));
    let back = match (back, path) {
        (Some(address), _) => format!("/dokument/{address}"),
        (None, "/nytt") => "/nytt".to_owned(),
        (None, _) => "/".to_owned(),
    };
    let (status, words) = refusal.words();
    pages::not_received(&context, status, &words, &back)
}

/// Answers a request that was let in.
pub fn route(
    state: &DeskState,
    status: &SiteStatus,
    posted: bool,
    path: &str,
    query: &FieldNode,
    sent: &Sent,
) -> Reply {
    let language = status.language;
    let Ok(path) = percent_decode_str(path).decode_utf8() else {
        return Reply::not_found(language);
    };
    if let Some(file) = Reply::own_file(&path) {
        return file;
    }
    let Some(newest) = status.newest.as_deref() else { return Reply::failed(language) };
    let context = Context { state, status, newest, query, language };
    let fields = &sent.fields;
    if let Some(address) = path.strip_prefix("/visa/").filter(|_| posted) {
        return pane::typed(state, status, address, fields);
    }
    match (&*path, posted) {
        ("/", false) => Reply::page(StatusCode::OK, pages::start(&context)),
        // That the program is running, and what its forms hold: a page that it showed before it was ended
        // and started again asks before it sends what was typed.
        ("/igang", false) => {
            let (token, site) = (state.admission.token(), &state.site_digest);
            let answer = serde_json::json!({ "token": token, "site": site }).to_string();
            Reply::file("application/json", answer.as_bytes())
        }
        ("/nytt", false) => pages::new_form(&context, None),
        ("/nytt", true) => pages::create(&context, sent),
        ("/klistra", true) => {
            let markdown = match (fields.value("html"), fields.value("text")) {
                (Some(html), _) if !html.trim().is_empty() => import::from_html(html),
                (_, text) => import::from_text(text.unwrap_or_default()),
            };
            let markdown = import::within_page(&markdown);
            Reply::file("text/plain; charset=utf-8", markdown.as_bytes())
        }
        ("/personnummer", false) => pages::personal(&context),
        ("/personnummer", true) => pages::purge(&context, fields),
        ("/borttagna", false) => pages::removed(&context),
        ("/borttagna", true) => pages::remove_unused(&context, fields),
        ("/arspaket", false) => pages::packages(&context),
        ("/arspaket", true) => pages::make_package(&context, fields),
        ("/publicera", false) => pages::publish_form(&context),
        ("/publicera", true) => pages::publish(&context, fields),
        (path, _) => {
            if let Some(address) = path.strip_prefix("/dokument/") {
                match posted {
                    true => pages::save(&context, address, fields),
                    false => pages::document(&context, address),
                }
            } else if let Some(address) = path.strip_prefix("/versioner/") {
                match posted {
                    true => pages::restore(&context, address, fields),
                    false => pages::versions(&context, address),
                }
            } else if let Some(address) = path.strip_prefix("/filer/").filter(|_| posted) {
                pages::add_file(&context, address, sent)
            } else if let Some(address) = path.strip_prefix("/bilaga/").filter(|_| posted) {
                pages::withdraw_file(&context, address, fields)
            } else if let Some(address) = path.strip_prefix("/granskning/").filter(|_| posted) {
                pages::review(&context, address, fields)
            } else if let Some(address) = path.strip_prefix("/flytta/").filter(|_| posted) {
                pages::moved(&context, address, fields)
            } else if posted {
                Reply::not_allowed(language)
            } else {
                Reply::not_found(language)
            }
        }
    }
}
