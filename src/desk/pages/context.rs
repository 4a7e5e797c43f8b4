//! What every page of the desk is made from.

use crate::archive::Drafts;
use crate::desk::fields::FieldNode;
use crate::desk::state::DeskState;
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
    /// The words in the language of the desk.
    pub fn say(&self, sv: &'static str, en: &'static str) -> &'static str {
        both(sv, en).in_language(self.language)
    }

    /// A session of the newest version.
    pub fn session(&self, drafts: Drafts) -> Session {
        Session::of_loaded(
            self.state.store.site().to_owned(),
            (self.newest.loaded.clone(), self.newest.theme.clone()),
            Options { drafts, ..(self.state.options)() },
        )
    }

    /// A text in the language of the desk.
    pub fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.language)
    }
}
