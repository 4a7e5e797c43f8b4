//! What a build would change, by title.

use std::fs;
use std::time::SystemTime;

use super::super::context::Context;
use super::super::parts::packed::kept;
use super::corrections::ask;
use crate::archive::{Archive, Drafts, Linked};
use crate::author::on_disk;
use crate::content::RawFile;
use crate::desk::form::title_of;
use crate::desk::html::Html;
use crate::digest::Digest;
use crate::host;
use crate::model::Address;
use crate::publish::{BuiltSources, record_stamp};

/// What differs between the site as it is written and as it was last built.
#[derive(Default)]
pub struct Changes<'c> {
    new: Vec<ChangedPage<'c>>,
    changed: Vec<ChangedPage<'c>>,
    withdrawn: Vec<ChangedPage<'c>>,
    /// What yearly packages keep of what is withdrawn, and what is to be done about that.
    packed: Option<String>,
    drafts: usize,
    /// The documents that would be published anew, for what is to be said of each.
    pub documents: Vec<&'c Linked>,
}

/// What differs of one page.
struct ChangedPage<'c> {
    title: String,
    /// The document, and the digest of the file that was published.
    from: Option<(&'c Linked, Digest)>,
}

impl From<String> for ChangedPage<'_> {
    fn from(title: String) -> Self {
        ChangedPage { title, from: None }
    }
}

/// In nanoseconds since 1970, as [`record_stamp`] counts.
fn nanoseconds(time: SystemTime) -> i128 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => since.as_nanos().cast_signed(),
        Err(before) => -before.duration().as_nanos().cast_signed(),
    }
}

impl<'c> Changes<'c> {
    pub fn of(context: &Context<'c>) -> Changes<'c> {
        let archive: &'c Archive = &context.newest.archive;
        let loaded = &context.newest.loaded;
        let output = context.session(Drafts::Hidden).output;
        let built = record_stamp(&output).map(|stamp| stamp.modified);
        let site = context.state.store.site();
        let modified = |raw: &RawFile| {
            let now = || fs::metadata(on_disk(site, &raw.path)).ok()?.modified().ok();
            raw.modified().or_else(now).map(nanoseconds)
        };
        let sources = BuiltSources::of(site, &output);
        let is_later = |raw: &RawFile| match (modified(raw), built) {
            (Some(modified), Some(built)) => modified > built,
            (_, built) => built.is_none(),
        };
        // By what a file says. Where that is not remembered it is by when it was written, which a copy of
        // the folder makes later.
        let has_changed = |raw: Option<&RawFile>| {
            raw.is_some_and(|raw| match &sources {
                Some(sources) => sources.digest_of(&raw.path) != Some(raw.digest),
                None => is_later(raw),
            })
        };
        // Those of which too little can be read for the archive are drafts all the same.
        let files = context.newest.sources.content.files.iter();
        let drafts = files.filter(|file| file.draft).count();
        let mut changes = Changes { drafts, ..Changes::default() };
        for linked in &archive.documents {
            let document = &linked.document;
            let title = || title_of(linked, context.language);
            if document.common.draft {
                continue;
            }
            if built.is_some() && was_moved(archive, linked) {
                let moved = context.say("ny adress", "new address");
                changes.changed.push(format!("{}, {moved}", title()).into());
            } else if !archive.ledger.has_published(&document.address) || built.is_none() {
                changes.new.push(title().into());
            } else if has_changed(loaded.markdown_at(&document.source.path)) {
                let built = sources.as_ref().and_then(|it| it.digest_of(&document.source.path));
                let built = built.filter(|_| document.kind.is_archive());
                let from = built.map(|built| (&**linked, built));
                changes.changed.push(ChangedPage { title: title(), from });
            } else {
                continue;
            }
            changes.documents.push(linked);
        }
        for linked in archive.places.iter() {
            let place = &linked.place;
            let title = || place.common.title.value.clone();
            if !archive.ledger.has_published(&place.address) || built.is_none() {
                changes.new.push(title().into());
            } else if has_changed(loaded.markdown_at(&place.source.path)) {
                changes.changed.push(title().into());
            }
        }
        if has_changed(loaded.settings.as_ref()) && built.is_some() {
            changes.changed.push(context.say("Inställningar", "Settings").to_owned().into());
        }
        if has_changed(loaded.ledger.as_ref()) && built.is_some() {
            let mut gone: Vec<&Address> = Vec::new();
            for address in archive.ledger.withdrawn.iter().map(|it| &it.address.value) {
                // What was withdrawn before has a page that says so by now, and is no document.
                let path = output.join(address.as_str());
                let is_page = address.as_str().ends_with(".html");
                let title = match host::title_of(&path) {
                    Some(title) => title,
                    None if !is_page && path.is_file() => address.to_string(),
                    None => continue,
                };
                changes.withdrawn.push(title.into());
                gone.push(address);
            }
            changes.packed = kept(context, &gone);
        }
        changes
    }

    /// How many differ.
    pub fn count(&self) -> usize {
        self.new.len() + self.changed.len() + self.withdrawn.len()
    }

    pub fn list(&self, context: &Context<'_>, html: &mut Html) {
        for (changes, sv, en) in [
            (&self.new, "Nytt", "New"),
            (&self.changed, "Ändrat", "Changed"),
            (&self.withdrawn, "Borttaget", "Withdrawn"),
        ] {
            if changes.is_empty() {
                continue;
            }
            html.element("h2", &[], &format!("{} ({})", context.say(sv, en), changes.len()));
            html.open("ul", &[]);
            for change in changes {
                html.open("li", &[]).text(&change.title);
                if let Some((linked, published)) = change.from {
                    ask(context, linked, published, html);
                }
                html.close("li");
            }
            html.close("ul");
        }
        if let Some(packed) = &self.packed {
            html.element("p", &[], packed);
        }
        if self.new.is_empty() && self.changed.is_empty() && self.withdrawn.is_empty() {
            let none = context.say(
                "Inget dokument har ändrats sedan webbplatsen byggdes.",
                "No document has changed since the site was built.",
            );
            html.element("p", &[], none);
        }
        if self.drafts > 0 {
            let words =
                context.say("Utkast som inte publiceras:", "Drafts that are not published:");
            html.element("p", &[], &format!("{words} {}.", self.drafts));
        }
    }
}

/// Whether a document has been published, but at an earlier address.
fn was_moved(archive: &Archive, linked: &Linked) -> bool {
    let ledger = &archive.ledger;
    let aliases = &linked.document.common.aliases;
    let mut earlier = aliases.iter().filter_map(|alias| Address::parse(alias));
    !ledger.has_published(&linked.document.address) && earlier.any(|it| ledger.has_published(&it))
}
