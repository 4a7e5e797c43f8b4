//! The pages of the desk.

mod about;
mod conflict;
mod document;
mod edited;
mod files;
mod moving;
mod new;
mod packages;
mod personal;
mod publish;
mod removal;
mod removed;
mod review;
mod saving;
mod shell;
mod start;
mod suggested;
mod undone_withdrawal;
mod unused;
mod versions;
mod withdrawal;

pub use document::document;
pub use edited::Edited;
pub use files::add as add_file;
pub use moving::moved;
pub use new::{create, new_form};
pub use packages::{make_package, packages};
pub use personal::{personal, purge};
pub use publish::{publish, publish_form};
pub use removed::removed;
pub use review::review;
pub use saving::{edited_bytes, save};
pub use start::start;
pub use unused::remove as remove_unused;
pub use versions::{restore, versions};

use super::fields::FieldNode;
use super::server::DeskState;
use crate::archive::Drafts;
use crate::diagnostic::Text;
use crate::language::Language;
use crate::pipeline::Options;
use crate::preview::{NewestVersion, SiteStatus};
use crate::schema::both;
use crate::session::Session;

/// What every page is made from.
pub struct Context<'a> {
    pub state: &'a DeskState,
    pub status: &'a SiteStatus,
    pub newest: &'a NewestVersion,
    pub query: &'a FieldNode,
    pub language: Language,
}

impl Context<'_> {
    fn say(&self, sv: &'static str, en: &'static str) -> &'static str {
        both(sv, en).in_language(self.language)
    }

    /// A session of the newest version.
    fn session(&self, drafts: Drafts) -> Session {
        Session::of_loaded(
            self.state.store.site().to_owned(),
            (self.newest.loaded.clone(), self.newest.theme.clone()),
            Options { drafts, ..(self.state.options)() },
        )
    }

    fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.language)
    }
}
