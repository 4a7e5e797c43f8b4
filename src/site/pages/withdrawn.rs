//! The notice where something published was taken down by a decision. The ledger says at which
//! address; the notice fills that if it is empty once all other pages have theirs.

use super::kind::{Origin, PageKind};
use crate::model::Address;
use crate::site::fixture::{rich, withdrawal};
use crate::site::make::{Head, Maker};
use crate::site::view::{PageOf, WithdrawnView};

/// A notice, given by its index among the ledger's withdrawals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnPage(pub usize);

impl PageKind for WithdrawnPage {
    type View = WithdrawnView;
    const TEMPLATE: &'static str = "withdrawn.html";
    const LISTED: bool = false;
    const IN_MENUS: bool = false;

    fn view(&self, maker: &Maker<'_>) -> PageOf<WithdrawnView> {
        let view = WithdrawnView::of(&maker.archive.ledger.withdrawn[self.0]);
        let title = maker
            .overview
            .labels
            .get("withdrawn")
            .replace("{address}", view.title.as_ref().unwrap_or(&view.address));
        maker.page(Head::titled(title), view)
    }

    fn origin(&self) -> Origin {
        Origin::Ledger
    }

    fn leads_to<'a>(&'a self, _: &'a Address) -> Option<&'a Address> {
        None
    }

    fn fixture() -> Vec<PageOf<WithdrawnView>> {
        vec![rich("bilaga.html", "Borttaget dokument", withdrawal())]
    }
}
