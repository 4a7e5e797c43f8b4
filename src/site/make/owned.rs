//! The documents of a place's page, grouped by owner: for its summary and its chart.

use std::collections::BTreeMap;

use super::maker::Maker;
use crate::archive::{EntrySubject, Linked, LinkedPlace, Membership};
use crate::model::place::PlaceKeys;
use crate::model::{DocId, End, Kind, PartialDate, Period, PlaceId, date_in_list};
use crate::site::view::Whose;

/// If a page has the documents of more other places than this, its summary does not have a sentence
/// for each of them.
const SENTENCES: usize = 12;

/// Makes the summary and the chart of a place.
pub struct PlaceMaker<'a> {
    pub maker: &'a Maker<'a>,
    pub id: PlaceId,
    pub place: &'a LinkedPlace,
    /// By owner, in the order of the page: what several have together, the place's own, then the
    /// others by name.
    pub groups: Vec<OwnerGroup>,
    /// The other places, if they are too many for a sentence each; otherwise empty.
    pub many: Vec<PlaceId>,
    /// Whether some of the documents belong to another place.
    several: bool,
}

/// The documents of one place, or of several that have them together.
pub struct OwnerGroup {
    pub owners: Vec<PlaceId>,
    /// In the order of the timeline.
    pub documents: Vec<DocId>,
}

impl<'a> PlaceMaker<'a> {
    pub fn of(maker: &'a Maker<'a>, id: PlaceId) -> PlaceMaker<'a> {
        let place = maker.archive.place(id);
        let mut by_owner: BTreeMap<Vec<PlaceId>, Vec<DocId>> = BTreeMap::new();
        for entry in &place.timeline {
            match &entry.what {
                EntrySubject::Document(document) => {
                    let owners = maker.archive.owners(id, *document);
                    by_owner.entry(owners).or_default().push(*document);
                }
                EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => {}
            }
        }
        let mut groups: Vec<OwnerGroup> = by_owner
            .into_iter()
            .map(|(owners, documents)| OwnerGroup { owners, documents })
            .collect();
        let alphabet = maker.alphabet();
        let name =
            |group: &OwnerGroup| maker.archive.place(group.owners[0]).short_name().to_owned();
        groups.sort_by(|a, b| {
            let rank = |group: &OwnerGroup| (group.owners.len() < 2, group.owners != [id]);
            rank(a).cmp(&rank(b)).then_with(|| alphabet.compare(&name(a), &name(b)))
        });
        let several = groups.iter().any(|group| group.owners != [id]);
        let mut page = PlaceMaker { maker, id, place, groups, many: Vec::new(), several };
        let others = page.others();
        if others.len() > SENTENCES {
            page.many = others;
        }
        page
    }

    /// The places other than the page's own: those that own documents on the page, and those of
    /// which the archive has none.
    fn others(&self) -> Vec<PlaceId> {
        let groups: Vec<&OwnerGroup> = self.groups.iter().collect();
        let owners = groups.iter().flat_map(|group| group.owners.iter().copied());
        let mut others: Vec<PlaceId> = owners
            .chain(self.place.districts.iter().copied())
            .chain(self.untold(&groups))
            .collect();
        others.retain(|place| *place != self.id);
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The owners of a group; `None` if the page has only its own place's documents.
    pub fn whose(&self, group: &OwnerGroup) -> Option<Whose> {
        self.whose_are(&group.owners)
    }

    /// The place of the page itself.
    pub fn itself(&self) -> Option<Whose> {
        self.whose_are(&[self.id])
    }

    fn whose_are(&self, owners: &[PlaceId]) -> Option<Whose> {
        if !self.several {
            return None;
        }
        match owners {
            [one] => Some(Whose {
                name: self.name(*one),
                joint: Vec::new(),
                member: self.membership(*one),
            }),
            several => {
                Some(Whose { name: String::new(), joint: self.names(several), member: None })
            }
        }
    }

    /// The name of a place. A police area is called by its title, which tells it apart from its
    /// municipalities.
    fn name(&self, id: PlaceId) -> String {
        let place = self.maker.archive.place(id);
        match &place.place.particulars {
            PlaceKeys::PoliceArea(_) => place.place.common.title.value.clone(),
            PlaceKeys::Municipality(_) | PlaceKeys::District(_) => place.short_name().to_owned(),
        }
    }

    /// The names for these ids, in alphabetical order.
    pub fn names(&self, ids: &[PlaceId]) -> Vec<String> {
        let mut names: Vec<String> = ids.iter().map(|id| self.name(*id)).collect();
        let alphabet = self.maker.alphabet();
        names.sort_by(|a, b| alphabet.compare(a, b));
        names
    }

    /// The names of the members of a police area to which none of these groups, of documents of a
    /// kind, belongs. If the archive has such documents of a member from before it was one, the name
    /// says since when it is.
    pub fn without(&self, groups: &[&OwnerGroup], kind: Kind) -> Vec<String> {
        let mut names: Vec<String> = self
            .untold(groups)
            .into_iter()
            .map(|id| {
                let has_one = |document: &DocId| self.linked(*document).document.is(kind);
                let is_told = !self.maker.archive.place(id).documents.iter().any(has_one);
                let since = self.membership(id).filter(|_| !is_told).and_then(Period::from);
                let name = self.name(id);
                since.map_or(name.clone(), |since| {
                    let since = date_in_list(self.maker.archive.settings.language, since);
                    let label = self.maker.overview.labels.get("member_since");
                    label.replace("{place}", &name).replace("{from}", &since)
                })
            })
            .collect();
        let alphabet = self.maker.alphabet();
        names.sort_by(|a, b| alphabet.compare(a, b));
        names
    }

    /// When a place was a member of the police area of the page, if that is over, or if it has
    /// documents that are not on the page: what is said of it here is then not said of all that it
    /// has.
    fn membership(&self, id: PlaceId) -> Option<Period> {
        let archive = self.maker.archive;
        let whole = archive.place(id).municipality;
        let own = |member: &&Membership| member.place == id || Some(member.place) == whole;
        let times: Vec<&Membership> = self.place.members.iter().filter(own).collect();
        let from = times.iter().map(|time| time.from).collect::<Option<Vec<_>>>();
        let until = times.iter().map(|time| time.until).collect::<Option<Vec<_>>>();
        let from = from.and_then(|all| all.into_iter().min_by_key(|from| from.first_day()));
        let until = until.and_then(|all| all.into_iter().max_by_key(|until| until.last_day()));
        let time = Period::new(from, until.map_or(End::Unknown, End::Known)).ok()?;
        let is_over = until.is_some_and(|until| until.last_day() < archive.today);
        let is_elsewhere =
            |document: &DocId| !self.linked(*document).police_areas.contains(&self.id);
        let has_others = || archive.place(id).documents.iter().any(is_elsewhere);
        (is_over || has_others()).then_some(time)
    }

    /// The members of a police area to which none of these groups belongs.
    fn untold(&self, groups: &[&OwnerGroup]) -> Vec<PlaceId> {
        let archive = self.maker.archive;
        let told = |member: PlaceId| {
            let mut owners = groups.iter().flat_map(|group| &group.owners);
            owners
                .any(|owner| *owner == member || archive.place(*owner).municipality == Some(member))
        };
        // What is no longer a member, or not yet, is not told of as one.
        let today = Some(PartialDate::from(archive.today));
        let mut members: Vec<PlaceId> = self.place.members_on(today).collect();
        // Documents of what is in a smaller area stand on the page of that.
        members.retain(|id| archive.place(*id).place.kind() != Kind::PoliceArea);
        members.retain(|member| !told(*member));
        members.sort_unstable();
        members.dedup();
        members
    }

    /// The documents of a group that are of a kind.
    pub fn of_kind(&self, group: &OwnerGroup, kind: Kind) -> Vec<DocId> {
        let of_kind = |id: &DocId| self.linked(*id).document.is(kind);
        group.documents.iter().copied().filter(of_kind).collect()
    }

    /// The documents of a kind that the owners of a group have, alone or together with others, in
    /// the order of the timeline.
    pub fn also_joint(&self, group: &OwnerGroup, kind: Kind) -> Vec<DocId> {
        let has_all =
            |other: &&OwnerGroup| group.owners.iter().all(|owner| other.owners.contains(owner));
        let with: Vec<&OwnerGroup> = self.groups.iter().filter(has_all).collect();
        if with.len() == 1 {
            return self.of_kind(group, kind);
        }
        let documents = self.place.timeline.iter().filter_map(|entry| match entry.what {
            EntrySubject::Document(id) => Some(id),
            EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => None,
        });
        let documents = documents.filter(|id| self.linked(*id).document.is(kind));
        documents.filter(|id| with.iter().any(|group| group.documents.contains(id))).collect()
    }

    pub fn linked(&self, id: DocId) -> &'a Linked {
        self.maker.archive.document(id)
    }
}
