//! The domain, declared once: which kinds of files there are, which keys each has, which words a
//! key may hold, and which references connect documents. A leaf of facts without I/O. The reader's
//! checks and messages, the suggestions ("menade du"), the references that `move` mends, the
//! templates of `new`, the reference of front matter and the JSON Schema all follow from it. How a
//! key's value is used is decided where it is read.

mod both;
mod find;
mod form;
mod group;
mod in_forms;
pub mod json;
mod key;
pub mod keys;
mod kind;
mod relation;
pub mod shape;
mod words;

pub use both::Both;
pub(crate) use both::both;
pub use find::{
    Owner, in_table, is_list, is_repeated, key_in, keys_of, names, names_in, only_kind_with,
    owners_of, synonyms, tables,
};
pub use form::Form;
pub use group::{Group, Section};
pub use in_forms::{Completion, OneTable};
pub use key::{FURTHER_NOTICE, FileUse, Key, Need, Type};
pub use kind::{Class, Kind, KindFacts, Lane, PlaceKind};
pub use relation::{Relation, RelationFacts, Targets};
pub(crate) use words::vocabulary;
pub use words::{
    AreaLevel, AssessmentMethod, AttachmentText, BodyType, Compliance, LANGUAGES, Licence,
    NoticeType, Status, Word, Wording,
};
