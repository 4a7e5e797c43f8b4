//! A file that is edited: where it is, its bytes and their parts, and what it may be asked before
//! anything is done with it.

use toml_edit::Document;

use super::context::Context;
use crate::desk::fields::{Asked, FieldNode, apply, cards};
use crate::desk::form::meant;
use crate::desk::text::{FileText, submitted, whole, with_words};
use crate::digest::Digest;
use crate::ledger::Ledger;
use crate::model::{Address, ContentPath};
use crate::schema::{Key, Kind, Owner};

/// A file that is edited.
pub struct Edited {
    /// Relative to the site's folder.
    pub path: String,
    /// As in the address of its page in the desk.
    pub address: String,
    pub bytes: Vec<u8>,
    /// Of the file on the disk, which `bytes` are unless they could not be saved.
    pub read: Digest,
}

impl Edited {
    /// The file whose page has this address; a place may be given without `index.html`.
    pub fn find(context: &Context<'_>, address: &str) -> Option<Edited> {
        let mut address = address.to_owned();
        if address.is_empty() || address.ends_with('/') {
            address.push_str("index.html");
        }
        let path = match &*address {
            "site.toml" => "site.toml".to_owned(),
            wanted => {
                let mut paths =
                    context.newest.sources.content.files.iter().map(|file| &*file.source.path);
                paths.find(|path| address_of(path).is_some_and(|it| it == wanted))?.to_owned()
            }
        };
        let bytes = context.state.store.read(&path).ok()?;
        let read = Digest::of(&bytes);
        Some(Edited { path, address, bytes, read })
    }

    /// The digest that a form must have been made from.
    pub fn version(&self) -> String {
        self.read.to_string()
    }

    /// Whether a form was made from the file as it is.
    pub fn is_of(&self, fields: &FieldNode) -> bool {
        fields.value("_version") == Some(&*self.version())
    }

    /// The document that once was at this address, and has been moved.
    pub fn once_at(context: &Context<'_>, address: &str) -> Option<Edited> {
        let mut documents = context.newest.archive.documents.iter().map(|linked| &linked.document);
        let moved = documents.find(|document| {
            document.common.aliases.iter().any(|alias| alias.value.as_str() == address)
        })?;
        Edited::find(context, moved.address.as_str())
    }

    pub fn content_path(&self) -> Option<ContentPath<'_>> {
        ContentPath::of_site(&self.path)
    }

    /// Its parts.
    pub fn text(&self) -> Option<FileText> {
        self.text_of(&self.bytes)
    }

    /// The parts of other bytes of the same file.
    pub fn text_of(&self, bytes: &[u8]) -> Option<FileText> {
        let text = match self.content_path() {
            Some(_) => FileText::of_markdown(bytes),
            None => FileText::of_toml(bytes),
        };
        text.ok()
    }

    /// Whose keys it has; `None` if its kind cannot be read, so that there is no form for it.
    pub fn owner(&self, toml: &Document<String>) -> Option<Owner> {
        if self.content_path().is_none() {
            return Some(Owner::Settings);
        }
        let kind = toml.as_table().get("kind").and_then(toml_edit::Item::as_str)?;
        Kind::parse(kind.trim()).map(Owner::Kind)
    }

    /// Whose keys it has as far as is known.
    pub fn known_owner(&self) -> Owner {
        let toml = self.text().and_then(|text| Document::parse(text.toml()).ok());
        toml.and_then(|toml| self.owner(&toml)).unwrap_or(Owner::Unknown)
    }

    /// Whether it is a draft that was never published.
    pub fn is_draft(&self, context: &Context<'_>) -> bool {
        let archive = &context.newest.archive;
        let mut files = context.newest.sources.content.files.iter();
        let own = files.find(|file| *file.source.path == *self.path);
        own.is_some_and(|file| file.draft) && !self.has_been_published(&archive.ledger)
    }

    /// Whether anything has been published at its address.
    pub fn has_been_published(&self, ledger: &Ledger) -> bool {
        Address::parse(&self.address).is_some_and(|address| ledger.has_published(&address))
    }

    /// Whether what was at its address has been withdrawn.
    pub fn is_withdrawn(&self, ledger: &Ledger) -> bool {
        Address::parse(&self.address).is_some_and(|address| ledger.withdrawal(&address).is_some())
    }

    /// Whether it can be removed: a draft, or a place of which nothing has been published and in whose
    /// folder there is nothing but drafts.
    pub fn can_be_removed(&self, context: &Context<'_>) -> bool {
        self.is_draft(context) || self.is_unused_place(context)
    }

    /// The drafts in a place's folder, by path in the site's folder; they go with it.
    pub fn drafts_in_place(&self, context: &Context<'_>) -> Vec<String> {
        let Some(path) = self.content_path().filter(|_| self.is_unused_place(context)) else {
            return Vec::new();
        };
        let files = context.newest.sources.content.files.iter();
        let within = files.filter(|file| {
            let own = ContentPath::of_source(&file.source);
            own != path && own.is_inside(path.parent())
        });
        within.map(|file| file.source.path.to_string()).collect()
    }

    fn is_unused_place(&self, context: &Context<'_>) -> bool {
        let Some(path) = self.content_path().filter(|path| path.is_index()) else { return false };
        let is_place = matches!(self.known_owner(), Owner::Kind(kind) if kind.is_place());
        let folder = path.parent();
        let ledger = &context.newest.archive.ledger;
        let published = Address::folder(folder).is_ok_and(|it| ledger.has_published_in(&it));
        let mut files = context.newest.sources.content.files.iter();
        let others = files.any(|file| {
            let own = ContentPath::of_source(&file.source);
            own != path && own.is_inside(folder) && !file.draft
        });
        is_place && !published && !others
    }

    /// The attachments and images of a draft that no other document names and that have not been
    /// published, by path in the site's folder.
    pub fn files_of_its_own(&self, context: &Context<'_>) -> Vec<String> {
        let (Some(path), Some(text)) = (self.content_path(), self.text()) else {
            return Vec::new();
        };
        let Ok(toml) = Document::parse(text.toml()) else { return Vec::new() };
        let listed = ["attachments", "images"].into_iter();
        let listed = listed.filter_map(|table| toml.as_table().get(table)).flat_map(cards);
        let names = listed.filter_map(|card| card.get("file").and_then(toml_edit::Item::as_str));
        let ledger = &context.newest.archive.ledger;
        let own = names.filter_map(|name| {
            let file = path.resolve(name)?;
            let address = Address::of_content(file.as_path()).ok()?;
            let last = file.as_path().name().as_bytes().to_vec();
            let mut others = context.newest.loaded.markdown.iter();
            let named = others.any(|raw| {
                raw.path != self.path && raw.bytes.windows(last.len()).any(|part| part == last)
            });
            let stored = file.to_string();
            let stays = named || ledger.has_published(&address);
            (!stays && context.state.store.has(&stored)).then_some(stored)
        });
        own.collect()
    }

    /// The address of its page.
    pub fn to(&self) -> String {
        format!("/dokument/{}", self.address)
    }
}

/// The address of the page of a file in `content/`.
fn address_of(path: &str) -> Option<String> {
    let path = ContentPath::of_site(path)?;
    Some(Address::of_content(path).ok()?.to_string())
}

/// The bytes of a file with the submitted fields. `None` if its TOML cannot be parsed.
pub fn edited_bytes(
    context: &Context<'_>,
    edited: &Edited,
    fields: &FieldNode,
) -> Option<(Vec<u8>, Asked)> {
    if let Some(source) = fields.value("_source") {
        return Some((whole(&edited.bytes, &submitted(source)).ok()?, Asked::default()));
    }
    let text = edited.text()?;
    let body = text.body();
    let new_body = fields.value("body").zip(body.as_ref());
    let new_body = new_body.map(|(new, old)| with_words(old, &submitted(new)));
    let new_body = new_body.filter(|new| Some(new) != body.as_ref());
    let toml = text.toml();
    let owner = Document::parse(toml.clone()).ok().and_then(|toml| edited.owner(&toml));
    let keys: Vec<&'static Key> = owner.into_iter().flat_map(|owner| owner.keys()).collect();
    let mut fields = fields.clone();
    if let Some(path) = edited.content_path() {
        meant(&mut fields, &keys, &context.newest.archive, path);
    }
    let (new, asked) = apply(&toml, &keys, &fields).ok()?;
    let new = (new != toml).then_some(new);
    Some((text.with(new.as_deref(), new_body.as_deref()), asked))
}
