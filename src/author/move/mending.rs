//! What a move changes in the site's files: every reference that would lead elsewhere or nowhere,
//! and the earlier address of what moves. Pure: it turns texts into texts.

use std::sync::Arc;

use super::aliases;
use super::edit::{Edit, edited};
use super::paths::MovePaths;
use crate::content::{Loaded, Mention, Mentioned, Mentions, RawFile, mentions};
use crate::diagnostic::{Source, canonical};
use crate::ledger::Ledger;
use crate::model::address::relative;
use crate::model::{Address, ContentPath, ContentPathBuf, Kind};
use crate::slug::segment;
use crate::toml_text;

/// A file as it will be after the move.
#[derive(Debug)]
pub struct ChangedFile {
    /// Its path before and after.
    pub from: ContentPathBuf,
    pub to: ContentPathBuf,
    /// `None` if only the path changes.
    pub bytes: Option<Vec<u8>>,
    /// The changed references in order, for the editor.
    pub changes: Vec<ChangedReference>,
    /// The earlier address that was recorded.
    pub alias: Option<String>,
}

/// A reference that was changed: its line, and its text before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedReference {
    pub line: usize,
    pub before: String,
    pub after: String,
}

/// Why a file cannot be changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Unchangeable {
    /// The file cannot be read completely, and it moves or may refer to what moves.
    Unreadable(String),
    /// A reference cannot be rewritten; its path and line.
    Reference(String, usize),
}

/// A place that gets another id because its folder gets another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewId {
    pub kind: Kind,
    pub from: String,
    pub to: String,
}

impl NewId {
    /// The new id of a place whose folder moves in this way.
    pub fn of(kind: Kind, way: &MovePaths) -> Option<NewId> {
        let id = |folder: &ContentPathBuf| segment(folder.as_path().name());
        let (from, to) = (id(&way.from)?, id(&way.to)?);
        (from != to).then_some(NewId { kind, from, to })
    }
}

/// Every file that changes or moves, in order of path. `places` are the folders of the places that
/// move; each needs one earlier address for everything in it.
pub fn mend(
    loaded: &Loaded,
    ledger: &Ledger,
    way: &MovePaths,
    places: &[ContentPath<'_>],
    id: Option<&NewId>,
) -> Result<Vec<ChangedFile>, Unchangeable> {
    let mut all = Vec::new();
    for raw in &loaded.markdown {
        let Some(from) = ContentPath::of_site(&raw.path) else { continue };
        let file = MovingFile { raw, from, to: way.after(from), way, id, ledger };
        all.extend(file.mended(places)?);
    }
    for other in &loaded.others {
        all.extend(way.moved(other.path.as_path()).map(|to| ChangedFile {
            from: other.path.clone(),
            to,
            bytes: None,
            changes: Vec::new(),
            alias: None,
        }));
    }
    all.sort_by(|a, b| a.from.cmp(&b.from));
    Ok(all)
}

struct MovingFile<'a> {
    raw: &'a RawFile,
    from: ContentPath<'a>,
    to: ContentPathBuf,
    way: &'a MovePaths,
    id: Option<&'a NewId>,
    ledger: &'a Ledger,
}

impl MovingFile<'_> {
    fn mended(&self, places: &[ContentPath<'_>]) -> Result<Option<ChangedFile>, Unchangeable> {
        let moves = self.to.as_path() != self.from;
        let unreadable = || Unchangeable::Unreadable(self.raw.path.clone());
        let may_name = || {
            let text = String::from_utf8_lossy(&self.raw.bytes);
            text.contains(self.name())
        };
        let Ok(source) = self.raw.source() else {
            return if moves || may_name() { Err(unreadable()) } else { Ok(None) };
        };
        let found = mentions(&source);
        if !found.sure && (moves || may_name()) {
            return Err(unreadable());
        }
        let mut edits = Vec::new();
        let mut changes = Vec::new();
        for mention in &found.all {
            let Some(text) = self.rewritten(mention, &source) else { continue };
            let line = source.line_and_column(mention.span.start).0;
            let before = source.text[mention.span.clone()].to_owned();
            changes.push(ChangedReference { line, before, after: text.clone() });
            edits.push(Edit { span: mention.span.clone(), text });
        }
        let alias = if moves { self.alias(places, &found) } else { None };
        if moves {
            let new = self.new_addresses(places);
            edits.extend(aliases::edit(&source, &found.aliases, alias.as_deref(), &new));
        }
        if !moves && edits.is_empty() {
            return Ok(None);
        }
        let bytes = match edits.is_empty() {
            true => None,
            false => {
                let bytes = edited(&self.raw.bytes, &source.text, edits).ok_or_else(unreadable)?;
                self.prove(&found, &bytes)?;
                Some(bytes)
            }
        };
        Ok(Some(ChangedFile {
            from: self.from.to_buf(),
            to: self.to.clone(),
            bytes,
            changes,
            alias,
        }))
    }

    /// The text that a file must contain if it refers to what moves: the last segment of its path.
    fn name(&self) -> &str {
        self.way.from.as_path().stem()
    }

    /// The new text of a reference, if it has to change.
    fn rewritten(&self, mention: &Mention, source: &Source) -> Option<String> {
        let written = &source.text[mention.span.clone()];
        match &mention.what {
            Mentioned::Place(kind, id) => {
                let new = self.id.filter(|new| new.kind == *kind && new.from == *id)?;
                Some(as_toml(&new.to, written))
            }
            Mentioned::Path(path, id) => {
                let mut path = self.path(path)?;
                if let Some(id) = id {
                    path.push('#');
                    path.push_str(id);
                }
                Some(as_toml(&path, written))
            }
            Mentioned::Link(path, fragment) => {
                let bracketed = source.text[..mention.span.start].ends_with('<');
                let mut link = as_destination(&self.path(path)?, bracketed);
                if let Some(fragment) = fragment {
                    link.push('#');
                    link.push_str(fragment);
                }
                Some(link)
            }
        }
    }

    /// The new path of a reference, if the old one would lead elsewhere.
    fn path(&self, written: &str) -> Option<String> {
        let target = self.way.after(self.from.resolve(written)?.as_path());
        if self.to.as_path().resolve(written).as_ref() == Some(&target) {
            return None;
        }
        Some(match written.strip_prefix('/') {
            Some(_) => format!("/{}", target.as_str()),
            None => relative(folder(self.to.as_str()), target.as_str()),
        })
    }

    /// The earlier address to record: the file's own, or the whole folder's for a place's index.
    /// There is none for a file within a moved place, nor for a draft that was never published.
    fn alias(&self, places: &[ContentPath<'_>], found: &Mentions) -> Option<String> {
        let of_place = places.iter().find(|place| self.from.is_inside(**place));
        let (old, new) = match of_place {
            Some(place) if is_index(self.from, *place) => {
                (Address::folder(*place).ok()?, Address::folder(self.to.as_path().parent()).ok()?)
            }
            Some(_) => return None,
            None => {
                let address = |path| Address::of_content(path).map(|it| it.to_string()).ok();
                (address(self.from)?, address(self.to.as_path())?)
            }
        };
        let published = || match Address::parse(&old) {
            Some(old) => self.ledger.has_published(&old),
            // The whole folder of a place.
            None => self.ledger.has_published_in(&old),
        };
        let dead = old != new && (!found.draft || published());
        dead.then_some(old)
    }

    /// Its addresses after the move, which are then no longer earlier addresses.
    fn new_addresses(&self, places: &[ContentPath<'_>]) -> Vec<String> {
        let mut own: Vec<String> =
            Address::of_content(self.to.as_path()).map(|it| it.to_string()).into_iter().collect();
        if places.iter().any(|place| is_index(self.from, *place)) {
            own.extend(Address::folder(self.to.as_path().parent()));
        }
        own
    }

    /// Reads the changed file again, and checks that everything it referred to is still what it
    /// refers to.
    fn prove(&self, before: &Mentions, bytes: &[u8]) -> Result<(), Unchangeable> {
        let unreadable = || Unchangeable::Unreadable(self.raw.path.clone());
        let source: Arc<Source> =
            canonical::source(&self.raw.path, bytes).map_err(|_| unreadable())?;
        let after = mentions(&source);
        let old = self.raw.source().map_err(|_| unreadable())?;
        let line = |mention: &Mention| old.line_and_column(mention.span.start).0;
        for (n, mention) in before.all.iter().enumerate() {
            let now =
                after.all.get(n).map(|mention| self.means(&mention.what, self.to.as_path(), false));
            if now.flatten() != self.means(&mention.what, self.from, true) {
                return Err(Unchangeable::Reference(self.raw.path.clone(), line(mention)));
            }
        }
        if after.all.len() == before.all.len() { Ok(()) } else { Err(unreadable()) }
    }

    /// What a mention in a file at this path refers to, before or after the move.
    fn means(&self, what: &Mentioned, at: ContentPath<'_>, before: bool) -> Option<MentionTarget> {
        match what {
            Mentioned::Place(kind, id) => {
                let new = self.id.filter(|new| before && new.kind == *kind && new.from == *id);
                Some(MentionTarget::Place(new.map_or(id, |new| &new.to).clone()))
            }
            Mentioned::Path(path, rest) | Mentioned::Link(path, rest) => {
                let target = at.resolve(path)?;
                let target = if before { self.way.after(target.as_path()) } else { target };
                Some(MentionTarget::File(target, rest.clone()))
            }
        }
    }
}

/// What a mention refers to.
#[derive(PartialEq, Eq)]
enum MentionTarget {
    /// A place, by its id.
    Place(String),
    /// A file, and an anchor within it.
    File(ContentPathBuf, Option<String>),
}

/// Whether a file is the index of a folder.
fn is_index(path: ContentPath<'_>, folder: ContentPath<'_>) -> bool {
    path.parent() == folder && path.is_index()
}

/// The folder of a path, ending in `/`; empty at the root.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// A text in the same kind of quotes as the value had, if it can be written in those.
pub fn as_toml(text: &str, written: &str) -> String {
    let literal = written.starts_with('\'').then(|| toml_text::literal(text)).flatten();
    literal.unwrap_or_else(|| toml_text::basic(text))
}

/// A path as the destination of a link, in which some characters of a name must be encoded.
fn as_destination(path: &str, bracketed: bool) -> String {
    let mut written = String::with_capacity(path.len());
    let first = path.split('/').next().unwrap_or("");
    if first.contains(':') {
        // Otherwise the name would be read as a scheme.
        written.push_str("./");
    }
    for character in path.chars() {
        let unfit = matches!(character, '%' | '#' | '\\' | '<' | '>' | '&')
            || character.is_control()
            || (!bracketed && matches!(character, ' ' | '(' | ')' | '"' | '\''));
        if unfit {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                written.push_str(&format!("%{byte:02X}"));
            }
        } else {
            written.push(character);
        }
    }
    written
}
