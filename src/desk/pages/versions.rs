//! Undoing: the earlier versions of a file, which can be looked at, brought back, and removed for
//! good.

use hyper::StatusCode;
use toml_edit::{Array, DocumentMut, value};

use super::context::Context;
use super::document::title;
use super::edited::Edited;
use super::file_versions::{FileVersions, purged, show};
use super::removed;
use super::shell::{MenuPart, page};
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::text::FileText;
use crate::digest::Digest;

/// The page with a file's versions.
pub fn versions(context: &Context<'_>, address: &str) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        let gone = removed::versions(context, address);
        return gone.unwrap_or_else(|| Reply::not_found(context.language));
    };
    let mut html = Html::new();
    html.open("p", &[]);
    let back = format!("/dokument/{}", edited.address);
    html.element(
        "a",
        &[("href", &back)],
        context.say("Tillbaka till formuläret", "Back to the form"),
    );
    html.close("p");
    show(context, &FileVersions::of(&edited), &mut html);
    let earlier = context.say("Tidigare versioner", "Earlier versions");
    let title = format!("{earlier}: {}", title(context, &edited));
    Reply::page(StatusCode::OK, page(context, MenuPart::Other, &title, &html))
}

/// Brings back a version, or removes it for good.
pub fn restore(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        let gone = removed::restore(context, address, fields);
        return gone.unwrap_or_else(|| Reply::not_found(context.language));
    };
    if !edited.is_of(fields) {
        let words = crate::text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget ändrades.",
            "The document has changed since the page was opened. Reload it. Nothing was changed."
        );
        return Reply::plain(StatusCode::CONFLICT, &words, context.language);
    }
    if let Some(reply) = purged(context, &FileVersions::of(&edited), fields) {
        return reply;
    }
    let store = &context.state.store;
    let number = fields.value("_restore").and_then(|number| number.parse::<u32>().ok());
    let Some(bytes) = number.and_then(|number| store.version(&edited.path, number).ok()) else {
        return Reply::not_found(context.language);
    };
    let bytes = with_earlier_addresses(&edited.bytes, bytes);
    match store.save(&edited.path, Digest::of(&edited.bytes), &bytes) {
        Ok(()) => Reply::see_other(format!("/dokument/{}?_sparat=1", edited.address))
            .after(edited.path.clone(), Some(Digest::of(&bytes))),
        Err(why) => unsaved(context, why),
    }
}

/// A version with the earlier addresses that the document has got since: readers have them, whatever the
/// document says.
fn with_earlier_addresses(now: &[u8], version: Vec<u8>) -> Vec<u8> {
    let read = |bytes: &[u8]| {
        let text = FileText::of_markdown(bytes).ok()?;
        let toml: DocumentMut = text.toml().parse().ok()?;
        Some((text, toml))
    };
    let (Some((_, now)), Some((text, mut toml))) = (read(now), read(&version)) else {
        return version;
    };
    let listed = |toml: &DocumentMut| -> Vec<String> {
        let Some(item) = toml.get("aliases") else { return Vec::new() };
        let array = item.as_array().into_iter().flatten().filter_map(|it| it.as_str());
        item.as_str().into_iter().chain(array).map(str::to_owned).collect()
    };
    let mut aliases = listed(&toml);
    let before = aliases.len();
    for alias in listed(&now) {
        if !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    if aliases.len() == before {
        return version;
    }
    toml.insert("aliases", value(aliases.into_iter().collect::<Array>()));
    text.with(Some(&toml.to_string()), None)
}
