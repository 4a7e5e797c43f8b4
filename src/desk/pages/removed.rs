//! Documents that are gone from the site: withdrawn ones and removed drafts. Their versions can be
//! looked at, brought back if nothing forbids it, and removed for good.

use std::collections::BTreeMap;

use hyper::StatusCode;
use toml_edit::{Document, Item};

use super::context::Context;
use super::edited::Edited;
use super::file_versions::{FileVersions, purged, show};
use super::merged::base;
use super::parts::packed::kept;
use super::shell::{MenuPart, page};
use super::undone_withdrawal::{can_be_undone, page_of, undo};
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::text::FileText;
use crate::digest::Digest;
use crate::model::{Address, ContentPath, PartialDate, date_in_text};
use crate::text;

/// A file that is gone, but of which versions are kept.
pub struct RemovedFile {
    /// Relative to the site's folder.
    path: String,
    address: Address,
}

impl RemovedFile {
    /// The file as it was when a form was made.
    pub fn when_opened(&self, context: &Context<'_>, fields: &FieldNode) -> Option<Edited> {
        base(context, (&self.path, self.address.as_str()), fields.value("_version")?)
    }

    /// Its title in its last version, or its address.
    fn title(&self, context: &Context<'_>) -> String {
        let text = self.last(context).and_then(|bytes| FileText::of_markdown(&bytes).ok());
        let toml = text.and_then(|text| Document::parse(text.toml()).ok());
        let title = toml.as_ref().and_then(|toml| toml.as_table().get("title"));
        let title = title.and_then(Item::as_str).filter(|title| !title.trim().is_empty());
        title.unwrap_or(self.address.as_str()).to_owned()
    }

    /// Its last version.
    fn last(&self, context: &Context<'_>) -> Option<Vec<u8>> {
        let store = &context.state.store;
        let last = store.earlier(&self.path).first().map(|version| version.number)?;
        store.version(&self.path, last).ok()
    }

    fn is_withdrawn(&self, context: &Context<'_>) -> bool {
        context.newest.archive.ledger.withdrawal(&self.address).is_some()
    }

    /// Whether it can be brought back: what was removed, and what was withdrawn but not yet published
    /// as withdrawn.
    fn can_return(&self, context: &Context<'_>) -> bool {
        !self.is_withdrawn(context) || can_be_undone(context, &self.address)
    }

    fn versions(&self, context: &Context<'_>) -> FileVersions {
        FileVersions {
            path: self.path.clone(),
            address: self.address.to_string(),
            read: String::new(),
            now: self.last(context).unwrap_or_default(),
            can_return: self.can_return(context),
        }
    }
}

/// Every such file, in order of path, with how many versions it has.
fn all(context: &Context<'_>) -> Vec<(RemovedFile, usize)> {
    let store = &context.state.store;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (path, _) in store.all_versions() {
        *counts.entry(path).or_default() += 1;
    }
    let gone = counts.into_iter().filter(|(path, _)| !store.has(path));
    gone.filter_map(|(path, count)| {
        let address = Address::of_content(ContentPath::of_site(&path)?).ok()?;
        Some((RemovedFile { path, address }, count))
    })
    .collect()
}

/// The file that was at this address.
pub fn find(context: &Context<'_>, address: &str) -> Option<RemovedFile> {
    let mut found = all(context).into_iter().map(|(file, _)| file);
    found.find(|file| file.address.as_str() == address)
}

/// The page that lists them.
pub fn removed(context: &Context<'_>) -> Reply {
    let mut html = Html::new();
    done(context, &mut html);
    let files = all(context);
    if files.is_empty() {
        let none = context.say(
            "Inga dokument har dragits tillbaka eller tagits bort här.",
            "No documents have been withdrawn or removed here.",
        );
        html.element("p", &[], none);
    } else {
        let help = context.say(
            "Det som har dragits tillbaka eller tagits bort finns kvar i sina tidigare versioner, på den här datorn. Det som har tagits bort kan hämtas tillbaka här. Rubriken leder till alla versioner, och där kan en version tas bort för gott. Det som har dragits tillbaka kan hämtas tillbaka så länge webbplatsen inte har byggts sedan dess; då stryks beslutet. Därefter går det inte: på adressen står för alltid att dokumentet drogs tillbaka, när och varför. Ska texten ut igen, gör ett nytt dokument av den.",
            "What was withdrawn or removed is still there in its earlier versions, on this computer. What was removed can be brought back here. Its title leads to all versions, and there a version can be removed for good. What was withdrawn can be brought back as long as the site has not been built since; the decision is then struck. After that it cannot: the address says for ever that the document was withdrawn, when and why. If the text is to be published again, make a new document of it.",
        );
        html.element("p", &[], help);
        html.open("ul", &[]);
        for (file, count) in &files {
            html.open("li", &[]);
            let to = format!("/versioner/{}", file.address);
            html.element("a", &[("href", &to)], &file.title(context));
            let state = match file.is_withdrawn(context) {
                true => context.say("draget tillbaka", "withdrawn"),
                false => context.say("borttaget", "removed"),
            };
            let versions = match count {
                1 => context.say("version", "version"),
                _ => context.say("versioner", "versions"),
            };
            html.text(&format!(" ({}, {state}, {count} {versions}) ", file.address));
            withdrawn(context, file, &mut html);
            if file.can_return(context) {
                bring_back(context, file, &mut html);
            }
            html.close("li");
        }
        html.close("ul");
    }
    super::unused::form(context, &mut html);
    let title = context.say("Borttagna dokument", "Removed documents");
    Reply::page(StatusCode::OK, page(context, MenuPart::Other, title, &html))
}

/// What was done, if the browser was sent here after it.
fn done(context: &Context<'_>, html: &mut Html) {
    let words = match context.query.value("_gjort") {
        Some("tillbaka") => context.say("Filen är tillbaka.", "The file is back."),
        Some("borta") => context.say(
            "Filen är borttagen. Den kan hämtas tillbaka här.",
            "The file has been removed. It can be brought back here.",
        ),
        _ => return,
    };
    html.element("p", &[("class", "told"), ("role", "status")], words);
}

/// The button that brings back the last version of a file.
fn bring_back(context: &Context<'_>, file: &RemovedFile, html: &mut Html) {
    let store = &context.state.store;
    let Some(last) = store.earlier(&file.path).first().map(|version| version.number) else {
        return;
    };
    let action = format!("/versioner/{}", file.address);
    html.open("form", &[("method", "post"), ("action", &action), ("class", "beside")]);
    html.hidden("_token", context.state.admission.token());
    html.open("button", &[("type", "submit"), ("name", "_restore"), ("value", &last.to_string())]);
    html.text(context.say("Hämta tillbaka", "Bring back"));
    html.element("span", &[("class", "unseen")], &format!(" {}", file.title(context)));
    html.close("button").close("form");
}

/// When a document was withdrawn, and why.
fn withdrawn(context: &Context<'_>, file: &RemovedFile, html: &mut Html) {
    let ledger = &context.newest.archive.ledger;
    let Some(withdrawal) = ledger.withdrawal(&file.address) else { return };
    let day = date_in_text(context.language, PartialDate::Day(withdrawal.date));
    let words = context.say("Draget tillbaka", "Withdrawn");
    html.element("span", &[("class", "help")], &format!("{words} {day}: {}", withdrawal.reason));
    if let Some(kept) = kept(context, &[&file.address]) {
        html.text(" ").element("span", &[("class", "help")], &kept);
    }
}

/// The page with the versions of a file that is gone; `None` if there is no such file.
pub fn versions(context: &Context<'_>, address: &str) -> Option<Reply> {
    let file = find(context, address)?;
    let mut html = Html::new();
    let back = context.say("Alla borttagna dokument", "All removed documents");
    html.open("p", &[]).element("a", &[("href", "/borttagna")], back).close("p");
    if file.is_withdrawn(context) && file.can_return(context) {
        let words = context.say(
            "Det är draget tillbaka, men webbplatsen har inte byggts sedan dess. Hämtar du tillbaka det stryks beslutet.",
            "It is withdrawn, but the site has not been built since. If you bring it back, the decision is struck.",
        );
        html.element("p", &[], words);
    } else if file.is_withdrawn(context) {
        let words = context.say(
            "Det är draget tillbaka, och på dess adress står varför. Därför kan det inte hämtas tillbaka.",
            "It is withdrawn, and at its address stands why. It can therefore not be brought back.",
        );
        html.element("p", &[], words);
    }
    show(context, &file.versions(context), &mut html);
    let title = file.title(context);
    Some(Reply::page(StatusCode::OK, page(context, MenuPart::Other, &title, &html)))
}

/// Brings back a version of a file that is gone, or removes it for good; `None` if there is no such
/// file.
pub fn restore(context: &Context<'_>, address: &str, fields: &FieldNode) -> Option<Reply> {
    let file = find(context, address)?;
    if let Some(reply) = purged(context, &file.versions(context), fields) {
        return Some(reply);
    }
    if !file.can_return(context) {
        let words = text!(
            "Ett dokument som är draget tillbaka kan inte hämtas tillbaka.",
            "A document that is withdrawn cannot be brought back."
        );
        return Some(Reply::plain(StatusCode::CONFLICT, &words, context.language));
    }
    let number = fields.value("_restore").and_then(|number| number.parse::<u32>().ok())?;
    let store = &context.state.store;
    let bytes = store.version(&file.path, number).ok()?;
    if file.is_withdrawn(context) {
        return Some(undo(context, &file.address, &file.path, &bytes));
    }
    let to = page_of(&file.address, &file.path);
    Some(match store.create(&file.path, &bytes) {
        Ok(()) => Reply::see_other(to).after(file.path, Some(Digest::of(&bytes))),
        Err(why) => unsaved(context, why),
    })
}
