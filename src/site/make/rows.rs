//! Rows of lists: places, years and subjects with what they hold.

use super::maker::Maker;
use crate::archive::LinkedPlace;
use crate::model::{Document, Kind, PlaceId};
use crate::site::site_names::address_of_year;
use crate::site::view::{LabelRow, PlaceRow, YearRow};

impl Maker<'_> {
    /// Places, by name.
    pub fn place_rows(&self, ids: &[PlaceId]) -> Vec<PlaceRow> {
        let alphabet = self.alphabet();
        let mut rows: Vec<PlaceRow> = ids.iter().map(|id| self.place_row(*id)).collect();
        rows.sort_by(|a, b| alphabet.compare(&a.name, &b.name).then(a.href.cmp(&b.href)));
        rows
    }

    fn place_row(&self, id: PlaceId) -> PlaceRow {
        let place: &LinkedPlace = self.archive.place(id);
        let count = |kind: Kind| {
            let of_kind =
                place.documents.iter().filter(|id| self.archive.document(**id).document.is(kind));
            u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
        };
        let followed = |is: fn(&Document) -> bool| {
            let such =
                place.documents.iter().filter(|id| is(&self.archive.document(**id).document));
            u32::try_from(such.count()).unwrap_or(u32::MAX)
        };
        let dated = place.documents.iter().filter_map(|id| self.archive.document(*id).effective);
        let years: Vec<i16> = dated.map(|effective| effective.date.calendar_year()).collect();
        PlaceRow {
            kind: place.place.kind(),
            name: place.short_name().to_owned(),
            title: place.place.common.title.value.clone(),
            href: self.way(&place.place.address),
            documents: u32::try_from(place.documents.len()).unwrap_or(u32::MAX),
            has_within: place.documents.is_empty()
                && place.below.iter().any(|id| !self.archive.place(*id).documents.is_empty()),
            pledges: count(Kind::Pledge),
            agreements: count(Kind::Agreement),
            action_plans: count(Kind::ActionPlan),
            situation_reports: count(Kind::SituationReport),
            follow_ups: followed(Document::is_by_parties),
            third_parties: followed(Document::is_by_outsiders),
            first_year: years.iter().min().copied(),
            last_year: years.iter().max().copied(),
        }
    }

    /// Every year in which a document is dated, newest first.
    pub fn year_rows(&self) -> Vec<YearRow> {
        let rows = self.overview.years.iter().rev().map(|(year, ids)| YearRow {
            year: *year,
            href: self.way_to(&address_of_year(*year)),
            documents: u32::try_from(ids.len()).unwrap_or(u32::MAX),
        });
        rows.collect()
    }

    /// Every subject, by name.
    pub fn label_rows(&self) -> Vec<LabelRow> {
        let alphabet = self.alphabet();
        let mut rows: Vec<LabelRow> = self
            .archive
            .focus
            .iter()
            .zip(&self.overview.focus)
            .map(|(focus, page)| LabelRow {
                label: focus.label.clone(),
                href: self.way(page),
                documents: u32::try_from(focus.documents.len()).unwrap_or(u32::MAX),
            })
            .collect();
        rows.sort_by(|a, b| alphabet.compare(&a.label, &b.label));
        rows
    }
}
