//! The matrix: what the archive has of each place in each year. A cell is about the place's own
//! documents: what concerns only districts of a municipality is in their rows.

use super::divided::GROUPED;
use super::maker::Maker;
use crate::archive::{InYear, Linked};
use crate::model::{Kind, PlaceId, PlannedState};
use crate::site::in_force::in_force_in;
use crate::site::matrix_places::{has_row, own_documents, years_of};
use crate::site::view::{InForceCell, Matrix, MatrixCell, MatrixGroup, MatrixRow, PromisedCell};

impl Maker<'_> {
    /// The places that have a row: municipalities and districts, and police areas that have
    /// documents of their own, in alphabetical order within their counties.
    pub fn matrix_places(&self) -> Vec<PlaceId> {
        self.matrix_places_among((0..self.archive.places.len()).map(PlaceId::nth))
    }

    /// Those of some places that have a row, in the same order.
    pub fn matrix_places_among(&self, places: impl Iterator<Item = PlaceId>) -> Vec<PlaceId> {
        let archive = self.archive;
        let mut places: Vec<PlaceId> = places.filter(|id| has_row(archive, *id)).collect();
        let alphabet = self.alphabet();
        places.sort_by(|a, b| {
            let key = |id: &PlaceId| {
                let place = archive.place(*id);
                // A district follows its municipality.
                let whole = place.municipality.map_or(place, |id| archive.place(id));
                (whole.short_name(), place.municipality.is_some(), place.short_name())
            };
            let ((a_whole, a_part, a_name), (b_whole, b_part, b_name)) = (key(a), key(b));
            let kind = |id: &PlaceId| archive.place(*id).place.kind() == Kind::PoliceArea;
            kind(a)
                .cmp(&kind(b))
                .then_with(|| alphabet.compare(a_whole, b_whole))
                .then(a_part.cmp(&b_part))
                .then_with(|| alphabet.compare(a_name, b_name))
                .then(a.cmp(b))
        });
        places
    }

    /// The matrix of some places.
    pub fn matrix(&self, places: &[PlaceId]) -> Matrix {
        let years = self.matrix_years(places);
        let row = |id: &PlaceId| {
            let place = self.archive.place(*id);
            MatrixRow {
                kind: place.place.kind(),
                id: place.place.id.clone(),
                name: place.short_name().to_owned(),
                href: self.way(&place.place.address),
                cells: self.cells(*id, &years),
            }
        };
        let groups = self.in_counties(places, places.len() > GROUPED).into_iter();
        let group = |(county, places): (Option<String>, Vec<PlaceId>)| MatrixGroup {
            county: county.map(|county| self.county_name(county)),
            rows: places.iter().map(row).collect(),
        };
        let groups = groups.map(group).collect();
        Matrix { years, groups }
    }

    /// The name of a county, or of what belongs to none.
    pub fn county_name(&self, county: String) -> String {
        if county.is_empty() { self.overview.labels.get("no_county").to_owned() } else { county }
    }

    /// From the first to the last year of any of the places.
    pub fn matrix_years(&self, places: &[PlaceId]) -> Vec<i16> {
        years_of(places.iter().map(|id| self.overview.place_years[id.index()].as_slice()))
    }

    /// A place's cells, one for each of the years.
    pub fn cells(&self, id: PlaceId, years: &[i16]) -> Vec<MatrixCell> {
        let archive = self.archive;
        let place = archive.place(id);
        let own: Vec<&Linked> = own_documents(archive, id).collect();
        let folder = place.place.address.parent();
        let pages = &self.overview.place_years[id.index()];
        let cell = |year: &i16| {
            let pledge = in_force_in(archive, &own, Kind::Pledge, *year);
            let agreement = in_force_in(archive, &own, Kind::Agreement, *year);
            let follow_up = promised_in(&own, *year);
            let any = pledge != InForceCell::None
                || agreement != InForceCell::None
                || follow_up != PromisedCell::None;
            let open = self.open_in(&own, *year);
            let told = [(Kind::Pledge, pledge), (Kind::Agreement, agreement)];
            let untold = told.iter().filter(|(_, cell)| *cell == InForceCell::None);
            let mut others: Vec<Kind> = untold
                .map(|(kind, _)| *kind)
                .filter(|kind| !open.contains(kind))
                .filter(|kind| own.iter().any(|one| one.document.is(*kind) && is_of(one, *year)))
                .collect();
            if !any {
                others.extend(self.others_of(&own, *year));
            }
            let unclear_plan = !any && own.iter().any(|it| self.is_unclear_plan(it, *year));
            let has_own = any || !others.is_empty() || !open.is_empty() || unclear_plan;
            let only_in_part = !has_own && self.has_in_part(id, *year);
            let has_page = (has_own || only_in_part) && pages.binary_search(year).is_ok();
            let href = match has_page {
                true => Some(self.way_to(&format!("{folder}{year}/index.html"))),
                false => has_own.then(|| self.way(&place.place.address)),
            };
            let ahead = *year > archive.today.year();
            let answered = self.answered_in(&own, *year);
            let is_awaited = matches!(follow_up, PromisedCell::Missing | PromisedCell::Upcoming);
            let also_followed = is_awaited && own.iter().any(|it| is_followed_up_in(it, *year));
            MatrixCell {
                year: *year,
                href,
                pledge,
                agreement,
                follow_up,
                also_followed,
                answered,
                open,
                others,
                unclear_plan,
                only_in_part,
                ahead,
            }
        };
        years.iter().map(cell).collect()
    }

    /// Whether a document is an action plan from before a year, of which nobody knows whether it was
    /// in force in it. Plans often have only a date.
    fn is_unclear_plan(&self, linked: &Linked, year: i16) -> bool {
        let today = self.archive.today;
        let before = linked.effective.is_some_and(|it| it.date.calendar_year() < year);
        let is_unclear = linked.held.is_some_and(|held| {
            held.in_year(year, today) == Some(InYear::Unclear) || held.may_be_in_year(year)
        });
        linked.document.is(Kind::ActionPlan) && before && is_unclear && year <= today.year()
    }

    /// Whether a document that concerns only a part of a municipality is from a year or was in force in
    /// it.
    fn has_in_part(&self, id: PlaceId, year: i16) -> bool {
        let documents = self.archive.place(id).documents.iter();
        let mut documents = documents.map(|document| self.archive.document(*document));
        documents.any(|linked| linked.in_part.contains(&id) && self.is_of_or_held_in(linked, year))
    }

    /// Whether a document is dated in a year, or was in force in it.
    fn is_of_or_held_in(&self, linked: &Linked, year: i16) -> bool {
        let held = linked.held.and_then(|held| held.in_year(year, self.archive.today));
        is_of(linked, year) || held == Some(InYear::Held)
    }

    /// The other kinds of document that are from a year or were in force in it.
    fn others_of(&self, own: &[&Linked], year: i16) -> Vec<Kind> {
        let is_of_year =
            |linked: &&&Linked| self.is_of_or_held_in(linked, year) || is_report_on(linked, year);
        let of_year: Vec<Kind> =
            own.iter().filter(is_of_year).map(|linked| linked.document.kind).collect();
        let others = Kind::ALL.iter().copied().filter(|kind| {
            let has_column = matches!(kind, Kind::Pledge | Kind::Agreement);
            kind.is_archive() && !has_column && of_year.contains(kind)
        });
        others.collect()
    }

    /// The kinds of what is in force until further notice, if a year is still to come: nobody knows
    /// whether it will be in force then.
    fn open_in(&self, own: &[&Linked], year: i16) -> Vec<Kind> {
        let today = self.archive.today;
        let is_open = |linked: &&&Linked| {
            year > today.year()
                && linked.is_until_further_notice()
                && linked.held.is_some_and(|held| held.in_year(year, today).is_none())
        };
        let open: Vec<&&Linked> = own.iter().filter(is_open).collect();
        let kinds = [Kind::Pledge, Kind::Agreement, Kind::ActionPlan];
        kinds.into_iter().filter(|kind| open.iter().any(|one| one.document.is(*kind))).collect()
    }

    /// The year of the follow-up that was promised for a year and came in another, if none by the
    /// parties is from the year itself.
    fn answered_in(&self, own: &[&Linked], year: i16) -> Option<i16> {
        if own.iter().any(|linked| is_followed_up_in(linked, year)) {
            return None;
        }
        let promised = own.iter().flat_map(|linked| &linked.planned);
        let promised = promised.filter(|planned| planned.date.calendar_year() == year);
        let answers = promised.filter_map(|planned| planned.answered_by);
        let mut years = answers.filter_map(|id| {
            let effective = self.archive.document(id).effective?;
            Some(effective.date.calendar_year())
        });
        years.find(|other| *other != year)
    }
}

/// What became of the follow-ups of a year: of several, what is missing says most.
fn promised_in(own: &[&Linked], year: i16) -> PromisedCell {
    let promised = own.iter().flat_map(|linked| &linked.planned).filter_map(|planned| {
        (planned.date.calendar_year() == year).then_some(match planned.state {
            PlannedState::Published => PromisedCell::Published,
            PlannedState::Missing => PromisedCell::Missing,
            PlannedState::Upcoming => PromisedCell::Upcoming,
        })
    });
    let published =
        own.iter().filter(|linked| linked.document.is_by_parties() && is_of(linked, year));
    let published = published.map(|_| PromisedCell::Published);
    promised.chain(published).max().unwrap_or(PromisedCell::None)
}

/// Whether a document is dated in a year.
fn is_of(linked: &Linked, year: i16) -> bool {
    linked.effective.is_some_and(|effective| effective.date.calendar_year() == year)
}

/// Whether it is a follow-up by the parties, from a year.
fn is_followed_up_in(linked: &Linked, year: i16) -> bool {
    linked.document.is_by_parties() && is_of(linked, year)
}

/// Whether it is a situation report that covers a year, or a part of it.
fn is_report_on(linked: &Linked, year: i16) -> bool {
    let period = linked.document.period().filter(|_| linked.document.is(Kind::SituationReport));
    period.is_some_and(|period| {
        let (first, last) = (period.first_day(), period.last_day());
        first.is_some_and(|day| day.year() <= year) && last.is_some_and(|day| day.year() >= year)
    })
}
