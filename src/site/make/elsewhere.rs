//! Pages where what was asked for does not stand: none by that name, moved, withdrawn.

use super::{Head, Maker};
use crate::model::Address;
use crate::site::Page;
use crate::site::view::{Body, Link, NotFoundView, RedirectView, View, WithdrawnView};

impl Maker<'_> {
    pub(super) fn not_found(&self, nearest: Vec<Link>) -> View {
        let mut view = self.view(
            Head::titled(self.plan.labels.not_found.clone()),
            Body::NotFound(NotFoundView { nearest }),
        );
        // Shown at any address that does not exist, so its links must not be relative.
        if let Some(base) = &self.archive.settings.base_url {
            view.page.root = base.clone();
            view.page.feed = Some(format!("{base}feed.xml"));
        }
        view
    }

    pub(super) fn redirect(&self, to: &Address, emptied: bool) -> View {
        let title = self.title_of(to);
        let head = Head::titled(self.plan.labels.moved.replace("{title}", &title));
        let mut view =
            self.view(head, Body::Redirect(RedirectView { to: self.way(to), title, emptied }));
        view.page.canonical = self.absolute(to.as_str());
        // Two old addresses of one page share its name; the address tells them apart.
        view.page.title = format!("{} ({})", view.page.title, self.from);
        view
    }

    pub(super) fn title_of(&self, address: &Address) -> String {
        match self.plan.pages.get(address) {
            Some(Page::Document(id)) => {
                self.archive.document(*id).document.common.title.value.clone()
            }
            Some(Page::Timeline(id)) => self.archive.place(*id).place.common.title.value.clone(),
            Some(Page::PlaceYear(id, year)) => {
                format!("{year} – {}", self.archive.place(*id).place.common.title.value)
            }
            Some(Page::Years) => self.plan.labels.years.clone(),
            Some(Page::FocusIndex) => self.plan.labels.subjects.clone(),
            _ => self.archive.settings.title.clone(),
        }
    }

    pub(super) fn withdrawn(&self, n: usize) -> Option<View> {
        let withdrawal = self.archive.ledger.withdrawn.get(n)?;
        let address = withdrawal.address.value.to_string();
        let head = Head::titled(self.plan.labels.withdrawn.replace("{address}", &address));
        Some(self.view(
            head,
            Body::Withdrawn(WithdrawnView {
                address,
                date: withdrawal.date.into(),
                decision: withdrawal.decision.clone(),
                reason: withdrawal.reason.clone(),
            }),
        ))
    }
}
