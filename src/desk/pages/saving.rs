//! Saving what a form sent.

use hyper::StatusCode;
use toml_edit::Document;

use super::conflict::{conflict, gone};
use super::context::Context;
use super::document::page_of;
use super::edited::{Edited, edited_bytes};
use super::merged::{Written, written};
use super::parts::suggested::{FROM_FILE, taken};
use super::shell::{begin_unsaved, message};
use super::unsaved::cause;
use crate::desk::exchange::Reply;
use crate::desk::fields::{FieldNode, cards};
use crate::desk::html::Html;
use crate::desk::store::Unsaved;
use crate::desk::text::submitted;
use crate::digest::Digest;
use crate::import::without_title;

/// Saves a file, and sends the browser back to its form.
pub fn save(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return match Edited::once_at(context, address) {
            Some(now) => conflict(context, &now, fields),
            None => gone(context, address, fields),
        };
    };
    if !edited.is_of(fields) {
        let leaves = ["_delete", "_withdraw"].iter().any(|name| fields.get(name).is_some());
        return match written(context, &edited, fields).filter(|_| !leaves) {
            Some(Written { fields, collides: false }) => store(context, edited, fields, "samman"),
            Some(Written { fields, .. }) => conflict(context, &edited, &fields),
            None => conflict(context, &edited, fields),
        };
    }
    if fields.get("_delete").is_some() {
        return super::removal::remove(context, &edited, fields);
    }
    if fields.get("_withdraw").is_some() {
        return super::withdrawal::withdraw(context, &edited, fields);
    }
    store(context, edited, fields.clone(), "1")
}

/// Writes the fields into the file, and sends the browser back to its form, which says what was done.
fn store(context: &Context<'_>, edited: Edited, mut fields: FieldNode, done: &str) -> Reply {
    if let Some(value) = fields.value("_take").map(str::to_owned) {
        let taken = taken(&value);
        // The page has its title already: the text need not begin with it.
        if let (Some(title), Some(body)) = (taken.value("title"), fields.value("body")) {
            let body = submitted(body);
            // The empty lines before it are those of the file.
            let (before, text) = body.split_at(body.len() - body.trim_start().len());
            let body = format!("{before}{}", without_title(text, title));
            fields.add(FieldNode::of(std::iter::once(("body".to_owned(), body))));
        }
        fields.add(taken);
    }
    if let Some(code) = fields.value("_accept").map(str::to_owned) {
        accept(context, &edited, &mut fields, &code);
    }
    let fields = &fields;
    let Some((bytes, asked)) = edited_bytes(context, &edited, fields) else {
        return message(
            context,
            StatusCode::UNPROCESSABLE_ENTITY,
            context.say("Inget sparades", "Nothing was saved"),
            &[context.say(
                "Filens uppgifter går inte att läsa, så de kan bara redigeras som text.",
                "The facts of the file cannot be read, so they can only be edited as text.",
            )],
        );
    };
    match context.state.store.save(&edited.path, Digest::of(&edited.bytes), &bytes) {
        Ok(()) => {
            let mut to = format!("/dokument/{}?_sparat={done}", edited.address);
            if let Some(table) = asked.add {
                to = format!("{to}&_add={table}");
            }
            if fields.value(FROM_FILE).is_some() {
                to = format!("{to}&{FROM_FILE}=fil");
            }
            Reply::see_other(to).after(edited.path.clone(), Some(Digest::of(&bytes)))
        }
        Err(Unsaved::Changed) => match Edited::find(context, &edited.address) {
            Some(now) => conflict(context, &now, fields),
            None => gone(context, &edited.address, fields),
        },
        Err(why) => unwritten(context, edited, bytes, why),
    }
}

/// The form with what was typed, which could not be written: nothing of it is lost, and it can be sent
/// again when there is room.
fn unwritten(context: &Context<'_>, edited: Edited, typed: Vec<u8>, why: Unsaved) -> Reply {
    let mut notice = Html::new();
    begin_unsaved(&mut notice, context, &cause(context, &why));
    let still = context.say(
        "Det du skrev står kvar i formuläret nedan. Spara igen när felet är avhjälpt.",
        "What you wrote still stands in the form below. Save again when the fault is mended.",
    );
    notice.element("p", &[], still).close("div");
    let edited = Edited { bytes: typed, ..edited };
    let status = StatusCode::INSUFFICIENT_STORAGE;
    Reply::page(status, page_of(context, &edited, Some(&notice)))
}

/// Adds to the fields that what a remark misses is not in the source.
fn accept(context: &Context<'_>, edited: &Edited, fields: &mut FieldNode, code: &str) {
    let text = edited.text().and_then(|text| Document::parse(text.toml()).ok());
    let count = text.and_then(|toml| toml.as_table().get("accept").map(|item| cards(item).len()));
    let submitted = fields.get("accept").and_then(|node| node.numbered().keys().max().copied());
    let next = count.unwrap_or(0).max(submitted.map_or(0, |last| last + 1));
    let reason = context.say("Källan säger inte det.", "The source does not say.");
    let added = [
        (format!("accept.{next}.code"), code.to_owned()),
        (format!("accept.{next}.reason"), reason.to_owned()),
    ];
    fields.add(FieldNode::of(added.into_iter()));
}
