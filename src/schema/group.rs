//! The groups of a form, and which keys stand in each.

use super::both::{Both, both};
use super::key::Key;

/// A group of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    About,
    Time,
    Parties,
    Content,
    Related,
    Places,
    Decisions,
    Sources,
    Keeping,
    Site,
    Look,
    Accessibility,
    Archive,
    Publish,
}

/// Keys that are together in a form, in its order.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    pub group: Group,
    pub keys: &'static [Key],
}

impl Group {
    /// Every group, in the order of a form.
    pub const ALL: &[Group] = &[
        Group::About,
        Group::Time,
        Group::Parties,
        Group::Content,
        Group::Related,
        Group::Places,
        Group::Decisions,
        Group::Sources,
        Group::Keeping,
        Group::Site,
        Group::Look,
        Group::Accessibility,
        Group::Archive,
        Group::Publish,
    ];

    /// Its heading in a form.
    pub fn label(self) -> Both {
        match self {
            Group::About => both("Om dokumentet", "About the document"),
            Group::Time => both("Tid", "Time"),
            Group::Parties => both("Parter", "Parties"),
            Group::Content => both("Åtaganden och uppföljning", "Commitments and follow-up"),
            Group::Related => both("Hör ihop med", "Belongs with"),
            Group::Places => both("Kommuner, områden och ämnen", "Places and subjects"),
            Group::Decisions => both("Beslut och kontakt", "Decisions and contact"),
            Group::Sources => both("Källor och original", "Sources and originals"),
            Group::Keeping => both("Arkivets egna uppgifter", "The archive's own notes"),
            Group::Site => both("Webbplatsen", "The site"),
            Group::Look => both("Utseende", "Looks"),
            Group::Accessibility => both("Tillgänglighetsredogörelse", "Accessibility statement"),
            Group::Archive => both("Årspaket och öppna data", "Yearly packages and open data"),
            Group::Publish => both("Publicering", "Publishing"),
        }
    }
}
