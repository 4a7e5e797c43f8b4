//! The pages across places: the start page, the indexes, years, subjects, everything A–Ö.

use super::{Head, Maker};
use crate::archive::LinkedPlace;
use crate::language::Alphabet;
use crate::model::{DocId, FocusId, Kind, PlaceId};
use crate::site::view::{
    AllDocumentsView, Body, FocusIndexView, FocusView, Holdings, LabelRow, Letter, Link,
    PlaceIndexView, PlaceLetter, PlaceRow, StartView, View, YearRow, YearView, YearsView,
};

/// More are left to the lists.
const SHOWN_ON_START: usize = 12;

impl Maker<'_> {
    fn alphabet(&self) -> Alphabet {
        Alphabet::of(self.archive.settings.language)
    }

    pub(super) fn start(&self) -> View {
        let (heading, introduction) = self.introduction(self.from);
        let mut in_force = self.links_in_force();
        let more = in_force.len().saturating_sub(SHOWN_ON_START);
        let depends = self.archive.published().any(|(id, _)| self.state_depends_on_day(id));
        in_force.truncate(SHOWN_ON_START);
        let years = self.year_rows();
        let view = StartView {
            heading,
            introduction,
            holdings: self.holdings(),
            first_year: years.last().map(|row| row.year),
            last_year: years.first().map(|row| row.year),
            in_force,
            in_force_more: u32::try_from(more).unwrap_or(u32::MAX),
            latest_follow_ups: self.placed_links(&self.latest_follow_ups()),
            place_indexes: self
                .plan
                .folders
                .iter()
                .map(|folder| Link {
                    text: self.folder_heading(folder),
                    href: self.way(&folder.index),
                })
                .collect(),
            municipalities: self.few_places(Kind::Municipality),
            police_areas: self.few_places(Kind::PoliceArea),
            years,
            focus: self.label_rows(),
        };
        let head = Head { as_of: depends.then(|| self.today()), ..Head::titled("") };
        self.view(head, Body::Start(view))
    }

    fn holdings(&self) -> Holdings {
        let mut holdings = Holdings::default();
        for (_, linked) in self.archive.published() {
            holdings.documents += 1;
            match linked.document.kind {
                Kind::Agreement => holdings.agreements += 1,
                Kind::Pledge => holdings.pledges += 1,
                Kind::FollowUp => holdings.follow_ups += 1,
                _ => {}
            }
        }
        for place in self.archive.places.iter() {
            match place.place.kind() {
                Kind::Municipality => holdings.municipalities += 1,
                Kind::PoliceArea => holdings.police_areas += 1,
                _ => holdings.districts += 1,
            }
        }
        holdings
    }

    fn latest_follow_ups(&self) -> Vec<DocId> {
        let mut latest: Vec<DocId> = self
            .archive
            .published()
            .filter(|(_, linked)| linked.document.kind == Kind::FollowUp)
            .map(|(id, _)| id)
            .collect();
        latest.sort_by_key(|id| {
            let date = self.archive.document(*id).effective.map(|effective| effective.date.order());
            std::cmp::Reverse((date, *id))
        });
        latest.truncate(5);
        latest
    }

    /// The places of a kind, when they are few enough to stand on the start page.
    fn few_places(&self, kind: Kind) -> Vec<PlaceRow> {
        let ids: Vec<PlaceId> = (0..self.archive.places.len())
            .map(PlaceId::nth)
            .filter(|id| self.archive.place(*id).place.kind() == kind)
            .collect();
        if ids.len() > SHOWN_ON_START { Vec::new() } else { self.place_rows(&ids) }
    }

    fn place_rows(&self, ids: &[PlaceId]) -> Vec<PlaceRow> {
        let alphabet = self.alphabet();
        let mut rows: Vec<PlaceRow> = ids.iter().map(|id| self.place_row(*id)).collect();
        rows.sort_by(|a, b| alphabet.compare(&a.name, &b.name).then(a.href.cmp(&b.href)));
        rows
    }

    fn place_row(&self, id: PlaceId) -> PlaceRow {
        let place: &LinkedPlace = self.archive.place(id);
        let count = |kind: Kind| {
            let of_kind = place
                .documents
                .iter()
                .filter(|id| self.archive.document(**id).document.kind == kind);
            u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
        };
        let years = &self.plan.place_years[id.index()];
        PlaceRow {
            kind: place.place.kind(),
            name: place.short_name().to_owned(),
            title: place.place.common.title.value.clone(),
            href: self.way(&place.place.address),
            documents: u32::try_from(place.documents.len()).unwrap_or(u32::MAX),
            pledges: count(Kind::Pledge),
            agreements: count(Kind::Agreement),
            follow_ups: count(Kind::FollowUp),
            first_year: years.first().copied(),
            last_year: years.last().copied(),
        }
    }

    pub(super) fn place_index(&self, folder: usize) -> View {
        let folder = &self.plan.folders[folder];
        let (heading, introduction) = self.introduction(self.from);
        let alphabet = self.alphabet();
        let mut letters: Vec<PlaceLetter> = Vec::new();
        for row in self.place_rows(&folder.places) {
            let letter = alphabet.letter(&row.name);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.places.push(row),
                _ => letters.push(PlaceLetter { letter, places: vec![row] }),
            }
        }
        let title = self.folder_heading(folder);
        let head = Head { breadcrumb: vec![self.start_link()], ..Head::titled(title) };
        self.view(
            head,
            Body::PlaceIndex(PlaceIndexView {
                heading,
                introduction,
                kind: folder.kind,
                letters,
                places: u32::try_from(folder.places.len()).unwrap_or(u32::MAX),
            }),
        )
    }

    /// Newest first.
    fn year_rows(&self) -> Vec<YearRow> {
        let rows = self.plan.years.iter().rev().map(|(year, ids)| YearRow {
            year: *year,
            href: self.way_to(&format!("ar/{year}/index.html")),
            documents: u32::try_from(ids.len()).unwrap_or(u32::MAX),
        });
        rows.collect()
    }

    pub(super) fn years(&self) -> View {
        let (heading, introduction) = self.introduction(self.from);
        let title = heading.clone().unwrap_or_else(|| self.plan.labels.years.clone());
        let head = Head { breadcrumb: vec![self.start_link()], ..Head::titled(title) };
        let view = YearsView { heading, introduction, years: self.year_rows() };
        self.view(head, Body::Years(view))
    }

    pub(super) fn year(&self, year: i16) -> View {
        let ids = self.plan.years.get(&year).map(|ids| &ids[..]).unwrap_or(&[]);
        let link = |(year, _): (&i16, &Vec<DocId>)| Link {
            text: year.to_string(),
            href: self.way_to(&format!("ar/{year}/index.html")),
        };
        let (heading, introduction) = self.introduction(self.from);
        let labels = &self.plan.labels;
        let title = labels.year.replace("{year}", &year.to_string());
        let head = Head {
            breadcrumb: self.trail(&[(&labels.years, "ar/index.html")]),
            as_of: ids.iter().any(|id| self.state_depends_on_day(*id)).then(|| self.today()),
            ..Head::titled(title)
        };
        let entries = ids.iter().enumerate().map(|(n, id)| self.listed_across(*id, n)).collect();
        self.view(
            head,
            Body::Year(YearView {
                year,
                heading,
                introduction,
                entries,
                previous: self.plan.years.range(..year).next_back().map(link),
                next: self.plan.years.range(year.saturating_add(1)..).next().map(link),
            }),
        )
    }

    /// In alphabetical order.
    fn label_rows(&self) -> Vec<LabelRow> {
        let alphabet = self.alphabet();
        let mut rows: Vec<LabelRow> = self
            .archive
            .focus
            .iter()
            .zip(&self.plan.focus)
            .map(|(focus, page)| LabelRow {
                label: focus.label.clone(),
                href: self.way(page),
                documents: u32::try_from(focus.documents.len()).unwrap_or(u32::MAX),
            })
            .collect();
        rows.sort_by(|a, b| alphabet.compare(&a.label, &b.label));
        rows
    }

    pub(super) fn focus_index(&self) -> View {
        let (heading, introduction) = self.introduction(self.from);
        let title = heading.clone().unwrap_or_else(|| self.plan.labels.subjects.clone());
        let head = Head { breadcrumb: vec![self.start_link()], ..Head::titled(title) };
        let view = FocusIndexView { heading, introduction, labels: self.label_rows() };
        self.view(head, Body::FocusIndex(view))
    }

    pub(super) fn focus(&self, id: FocusId) -> View {
        let focus = &self.archive.focus[id.index()];
        let mut ids = focus.documents.clone();
        ids.sort_by_cached_key(|id| {
            let date = self.archive.document(*id).effective.map(|effective| effective.date.order());
            // Newest first; undated last.
            (date.is_none(), std::cmp::Reverse(date), *id)
        });
        let entries = ids.iter().enumerate().map(|(n, id)| self.listed_across(*id, n));
        let years =
            self.year_groups(entries, |year| Some(self.way_to(&format!("ar/{year}/index.html"))));
        let (heading, introduction) = self.introduction(self.from);
        let labels = &self.plan.labels;
        let head = Head {
            breadcrumb: self.trail(&[(&labels.subjects, "fokus/index.html")]),
            as_of: ids.iter().any(|id| self.state_depends_on_day(*id)).then(|| self.today()),
            ..Head::titled(labels.subject.replace("{label}", &focus.label))
        };
        let documents = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let label = focus.label.clone();
        self.view(head, Body::Focus(FocusView { label, heading, introduction, years, documents }))
    }

    pub(super) fn all_documents(&self) -> View {
        let alphabet = self.alphabet();
        let mut ids: Vec<DocId> = self.archive.published().map(|(id, _)| id).collect();
        let title = |id: &DocId| &self.archive.document(*id).document.common.title.value;
        // The order of bytes is cheap, and leaves little for that of the language to do.
        ids.sort_unstable_by_key(title);
        ids.sort_by(|a, b| alphabet.compare(title(a), title(b)).then(a.cmp(b)));
        let mut letters: Vec<Letter> = Vec::new();
        for id in &ids {
            let letter = alphabet.letter(title(id));
            let link = self.placed_link(*id);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.documents.push(link),
                _ => letters.push(Letter { letter, documents: vec![link] }),
            }
        }
        let (heading, introduction) = self.introduction(self.from);
        let title = heading.clone().unwrap_or_else(|| self.plan.labels.documents.clone());
        let head = Head { breadcrumb: vec![self.start_link()], ..Head::titled(title) };
        let documents = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        self.view(
            head,
            Body::AllDocuments(AllDocumentsView { heading, introduction, letters, documents }),
        )
    }
}
