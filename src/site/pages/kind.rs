//! The definition of a kind of page. Each kind has a file beside this one with everything about it.

use crate::archive::Archive;
use crate::model::{Address, DocId, PlaceId};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::view::{PageOf, Part};

/// A kind of HTML page. Its values are the single pages, identified by small ids only, so that the
/// whole plan of a national archive takes a few megabytes and a view is made only when it is asked
/// for.
pub trait PageKind: Sized {
    /// What the template shows: `view` in the template.
    type View;

    /// The name of the theme's template.
    const TEMPLATE: &'static str;

    /// Whether the sitemap lists it: it is a page in its own right and does not take the place of
    /// another.
    const LISTED: bool;

    /// Whether its address must be kept for ever.
    const KEPT: bool = true;

    /// Whether an editor's file at its address keeps that, and the site does without the page.
    const GIVES_WAY: bool = false;

    /// Of one that gives way: whether an `index.md` of kind `page` is its heading and introduction
    /// instead, as on pages that a site always has.
    const INTRODUCED: bool = false;

    /// Whether a menu or footer links to it, so that both are made for exactly its address. Pages
    /// of other kinds share theirs, which matters where there are many.
    const IN_MENUS: bool;

    /// The pages of this kind that a site has, each with its address. A kind has none here if its
    /// pages only fill addresses that are otherwise empty, as redirects do.
    fn addresses(
        _archive: &Archive,
        _overview: &Overview,
    ) -> impl Iterator<Item = (Address, Self)> {
        std::iter::empty()
    }

    /// The view of the page.
    fn view(&self, maker: &Maker<'_>) -> PageOf<Self::View>;

    /// The parts of a view that other pages show as well.
    fn parts(_view: &Self::View) -> Vec<Part<'_>> {
        Vec::new()
    }

    /// The file that the page is made from.
    fn origin(&self) -> Origin {
        Origin::Program
    }

    /// The name that other pages use for it; `None` if they use the site's name.
    fn name(&self, _archive: &Archive, _overview: &Overview) -> Option<String> {
        None
    }

    /// Where an earlier address of the page redirects to: the page itself, at `own`, unless the
    /// page is a redirect. `None` if there is nothing to see any more.
    fn leads_to<'a>(&'a self, own: &'a Address) -> Option<&'a Address> {
        Some(own)
    }

    /// Where an address redirects to that was once a page in the folder `below` of this page's
    /// folder and has lost its last entry. `None` if there cannot have been such a page.
    fn takes_over<'a>(&'a self, _own: &'a Address, _below: &str) -> Option<&'a Address> {
        None
    }

    /// Views on which themes are tried: every field is filled once and left out once.
    fn fixture() -> Vec<PageOf<Self::View>>;
}

/// The file that a page is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A document or a text page, at its own address.
    Document(DocId),
    /// The `index.md` of a place.
    Place(PlaceId),
    /// `addresses.toml`.
    Ledger,
    /// No single file. An `index.md` of kind `page` may still give it a heading and an
    /// introduction.
    Program,
}
