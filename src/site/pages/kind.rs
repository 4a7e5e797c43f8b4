//! What makes a kind of page: each has a file of its own beside this one that says all of it.

use crate::archive::Archive;
use crate::model::{Address, DocId, PlaceId};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::view::{PageOf, Part};

/// A kind of HTML page. A value of it is one page of that kind, known by small ids only, so that the
/// whole plan of a national archive takes a few megabytes and a view is made when it is asked for.
pub trait PageKind: Sized {
    /// What its template shows: `view` in the template.
    type View;

    /// The theme's template for it.
    const TEMPLATE: &'static str;

    /// Whether the sitemap lists it: it is a page of its own and stands for no other.
    const LISTED: bool;

    /// Whether its address must never die.
    const KEPT: bool = true;

    /// Whether a menu or a footer leads to it, so that both are made for its very address. The pages
    /// of other kinds share theirs, which matters where there are many.
    const IN_MENUS: bool;

    /// The pages of this kind that a site has, each with its address. A kind has none here when its
    /// pages only fill addresses that are otherwise empty, as redirects do.
    fn addresses(
        _archive: &Archive,
        _overview: &Overview,
    ) -> impl Iterator<Item = (Address, Self)> {
        std::iter::empty()
    }

    /// All that the page shows.
    fn view(&self, maker: &Maker<'_>) -> PageOf<Self::View>;

    /// The parts of a view that other pages show as well.
    fn parts(_view: &Self::View) -> Vec<Part<'_>> {
        Vec::new()
    }

    /// The file that the page is made from.
    fn origin(&self) -> Origin {
        Origin::Program
    }

    /// What other pages call it; `None` when they name the site instead.
    fn name(&self, _archive: &Archive, _overview: &Overview) -> Option<String> {
        None
    }

    /// Where somebody is sent who asks for an earlier address of the page: to the page, at `own`,
    /// unless it sends on itself. `None` when there is nothing left to see.
    fn leads_to<'a>(&'a self, own: &'a Address) -> Option<&'a Address> {
        Some(own)
    }

    /// Where an address leads that once was a page in the folder `below` of this one's folder, and
    /// has lost its last entry. `None` when no such page can have been there.
    fn takes_over<'a>(&'a self, _own: &'a Address, _below: &str) -> Option<&'a Address> {
        None
    }

    /// Views on which themes are tried: every field filled once and left out once.
    fn fixture() -> Vec<PageOf<Self::View>>;
}

/// The file that a page is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A document or a page of text, at its own address.
    Document(DocId),
    /// A place's `index.md`.
    Place(PlaceId),
    /// `addresses.toml`.
    Ledger,
    /// No single file. An `index.md` of kind `page` may still give it a heading and an introduction.
    Program,
}
