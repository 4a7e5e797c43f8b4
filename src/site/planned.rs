//! What can be at an address: small ids only, so that the whole plan of a national archive is a few
//! megabytes.

use super::outputs::Output;
use super::pages::{Page, RedirectPage};
use crate::model::{Address, FileId};

/// What is planned at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlannedFile {
    /// An HTML page.
    Page(Page),
    /// A file that the program writes without the theme: data, a feed, the sitemap.
    Output(Output),
    /// An attachment or image, unchanged.
    File(FileId),
    /// A file of the theme, by its index in the theme's list.
    Asset(usize),
    /// An earlier address of an output or file: the same bytes.
    Copy(Address),
}

impl PlannedFile {
    /// A redirect to where a page has moved.
    pub fn moved(to: Address) -> PlannedFile {
        PlannedFile::Page(Page::Redirect(RedirectPage { to, emptied: false }))
    }

    /// A redirect to the parent of a page that has lost its last entry.
    pub fn emptied(to: Address) -> PlannedFile {
        PlannedFile::Page(Page::Redirect(RedirectPage { to, emptied: true }))
    }

    /// The page, if it is one.
    pub fn page(&self) -> Option<&Page> {
        match self {
            PlannedFile::Page(page) => Some(page),
            PlannedFile::Output(_)
            | PlannedFile::File(_)
            | PlannedFile::Asset(_)
            | PlannedFile::Copy(_) => None,
        }
    }

    /// Whether an editor's file at its address keeps that, and the site does without it.
    pub fn gives_way(&self) -> bool {
        match self {
            PlannedFile::Page(page) => page.gives_way(),
            PlannedFile::Output(output) => output.gives_way(),
            PlannedFile::File(_) | PlannedFile::Asset(_) | PlannedFile::Copy(_) => false,
        }
    }

    /// Whether the sitemap lists it: pages, attachments, images and data, but no redirects and no
    /// copies.
    pub fn is_listed(&self) -> bool {
        match self {
            PlannedFile::Page(page) => page.is_listed(),
            PlannedFile::Output(output) => output.is_listed(),
            PlannedFile::File(_) => true,
            PlannedFile::Asset(_) | PlannedFile::Copy(_) => false,
        }
    }
}
