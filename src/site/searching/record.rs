//! What a result shows of a document, as the files of texts contain it.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{SerializeTuple, Serializer};

use super::groups::{SearchGroup, TOGETHER};
use crate::archive::{Archive, Focus, Linked};
use crate::markdown;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PartialDate, PlaceId, Tail};

/// What a result shows.
#[derive(Debug, Hash)]
pub struct SearchRecord<'a> {
    pub address: &'a str,
    pub title: &'a str,
    pub date: Option<PartialDate>,
    pub kind: Kind,
    /// What the source calls itself.
    pub called: &'a str,
    pub places: Cow<'a, str>,
    pub focus: Cow<'a, str>,
    pub summary: &'a str,
    /// Anchor, standing and text of each commitment.
    pub commitments: Vec<(String, &'static str, &'a str)>,
    /// What else a word may be found in: what it is, and the text.
    pub others: Vec<(&'static str, Cow<'a, str>)>,
    pub body: &'a Tail,
}

/// The name of a file of texts, without `.js`.
pub fn script_name(group: &SearchGroup, part: usize) -> String {
    format!("d-{}-{part}", group.name)
}

/// The records of one file of texts.
pub fn of_part<'a>(
    archive: &'a Archive,
    group: &SearchGroup,
    part: usize,
) -> Vec<SearchRecord<'a>> {
    let before = usize::from(group.place.is_some());
    let numbers = (part * TOGETHER..group.len()).take(TOGETHER);
    numbers
        .map(|number| match group.place {
            Some(place) if number == 0 => of_place(archive, place),
            Some(_) | None => of_document(archive, group.documents[number - before]),
        })
        .collect()
}

fn of_place(archive: &Archive, id: PlaceId) -> SearchRecord<'_> {
    let place = archive.place(id);
    let common = &place.place.common;
    SearchRecord {
        address: place.place.address.as_str(),
        title: &common.title,
        date: None,
        kind: place.place.kind(),
        called: "",
        places: place.municipality.map_or("", |id| title(archive, id)).into(),
        focus: "".into(),
        summary: common.summary.as_ref().map_or("", |text| &text.value),
        commitments: Vec::new(),
        others: match &place.place.particulars {
            PlaceKeys::Municipality(_) | PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => place
                .place
                .bodies()
                .iter()
                .map(|body| ("bodies", (&*body.name).into()))
                .chain(place.names.iter().map(|name| ("names", (&*name.name).into())))
                .collect(),
        },
        body: &place.place.body.text,
    }
}

fn title(archive: &Archive, id: PlaceId) -> &str {
    &archive.place(id).place.common.title
}

fn of_document<'a>(archive: &'a Archive, id: DocId) -> SearchRecord<'a> {
    let linked = archive.document(id);
    let document = &linked.document;
    let common = &document.common;
    let named = |focus: &'a Focus| -> Cow<'a, str> {
        match &focus.also[..] {
            [] => (&*focus.label).into(),
            also => format!("{} ({})", focus.label, also.join(", ")).into(),
        }
    };
    SearchRecord {
        address: document.address.as_str(),
        title: &common.title,
        date: archive.date_shown(linked),
        kind: document.kind,
        called: common.called.as_deref().unwrap_or_default(),
        places: joined(places(archive, linked), ", "),
        focus: joined(linked.focus.iter().map(|id| named(&archive.focus[id.index()])), ", "),
        summary: common.summary.as_ref().map_or("", |text| &text.value),
        commitments: linked
            .commitments
            .iter()
            .filter_map(|commitment| {
                let written = archive.commitment(commitment)?;
                let anchor = document.kind.anchor(&written.id.value);
                Some((anchor, commitment.standing.as_str(), &*written.text))
            })
            .collect(),
        others: others(archive, linked),
        body: &document.body.text,
    }
}

/// Texts as one; a copy only if there are several.
fn joined<'a>(texts: impl Iterator<Item = Cow<'a, str>>, between: &str) -> Cow<'a, str> {
    let join = |before: Cow<'a, str>, next: Cow<'a, str>| -> Cow<'a, str> {
        let mut all = before.into_owned();
        all.push_str(between);
        all.push_str(&next);
        all.into()
    };
    texts.reduce(join).unwrap_or_default()
}

/// Those of some texts that there are.
fn given<'a, const N: usize>(texts: [&'a Option<String>; N]) -> impl Iterator<Item = Cow<'a, str>> {
    texts.into_iter().flatten().map(|text| text.as_str().into())
}

fn places<'a>(archive: &'a Archive, linked: &'a Linked) -> impl Iterator<Item = Cow<'a, str>> {
    let date = linked.effective.map(|effective| effective.date);
    archive.shown_places(linked).iter().map(move |id| {
        let place = archive.place(*id);
        match place.place.particulars {
            PlaceKeys::PoliceArea(_) => place.name_on(date).into(),
            PlaceKeys::Municipality(_) => place.short_name().into(),
            PlaceKeys::District(_) => (&*place.place.common.title.value).into(),
        }
    })
}

/// What a word may be found in that is not in the text, each with the name by which the search page
/// says where (`data-in-…`).
fn others<'a>(archive: &'a Archive, linked: &'a Linked) -> Vec<(&'static str, Cow<'a, str>)> {
    let document = &linked.document;
    let common = &document.common;
    let mut others: Vec<(&str, Cow<'a, str>)> = Vec::new();
    if let Some(agreement) = document.agreement() {
        for signatory in &agreement.signatories {
            let also = signatory.person.iter();
            let also = also.flat_map(|id| archive.people.also_written(id, &signatory.name));
            let also = also.map(|name| format!("({name})").into());
            let name = joined(std::iter::once((&**signatory.name).into()).chain(also), " ");
            let parts = [&signatory.role, &signatory.organisation, &signatory.political_party];
            others.push(("signatories", joined(std::iter::once(name).chain(given(parts)), ", ")));
        }
        others.extend(agreement.parties.iter().map(|party| ("parties", (&**party).into())));
    }
    for written in linked.commitments.iter().filter_map(|one| archive.commitment(one)) {
        let parts = [&written.target, &written.place, &written.indicator, &written.goal];
        others.push(("commitments", joined(given(parts), " · ")));
    }
    if let Some(follow_up) = document.follow_up() {
        others.push(("assessors", (&*follow_up.assessed_by).into()));
        let texts = follow_up.outcomes.iter().flat_map(|outcome| [&outcome.text, &outcome.value]);
        others.extend(texts.flatten().map(|text| ("outcomes", (&**text).into())));
    }
    if !linked.municipalities.is_empty() {
        let date = linked.effective.map(|effective| effective.date);
        let areas = linked.police_areas.iter();
        let names = areas.map(|id| archive.place(*id).name_on(date).into());
        others.push(("areas", joined(names, ", ")));
    }
    for conflict in &common.conflicts {
        others.push(("conflicts", format!("{}: {}", conflict.field, conflict.value).into()));
    }
    for decision in &document.archive.decisions {
        others.push(("decisions", joined(given([&decision.body, &decision.case_number]), ", ")));
    }
    others.extend(common.attachments.iter().map(|one| ("attachments", (&*one.title).into())));
    for image in &common.images {
        let text = image.caption.as_deref().unwrap_or(&image.alt);
        others.push(("images", text.into()));
    }
    for source in &common.sources {
        others.push(("sources", joined(given([&source.title, &source.publisher]), ", ")));
    }
    others.retain(|(_, text)| !text.is_empty());
    others
}

impl SearchRecord<'_> {
    /// Passes everything that a change would show in, of the text its digest.
    pub fn for_each_part(&self, take: &mut dyn FnMut(&[u8])) {
        let mut room = [0; 10];
        let date = self.date.map(|date| date.written(&mut room).to_owned()).unwrap_or_default();
        let own = [self.address, self.title, &date, self.called, &self.places, &self.focus];
        own.into_iter().for_each(|text| take(text.as_bytes()));
        take(self.kind.as_str().as_bytes());
        take(self.summary.as_bytes());
        for (anchor, standing, text) in &self.commitments {
            [anchor, *standing, text].into_iter().for_each(|text| take(text.as_bytes()));
        }
        for (what, text) in &self.others {
            take(what.as_bytes());
            take(text.as_bytes());
        }
        take(self.body.digest().as_ref());
    }
}

/// As an array, in the order in which the script reads it.
impl Serialize for SearchRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_tuple(11)?;
        record.serialize_element(&self.address)?;
        record.serialize_element(&self.title)?;
        record.serialize_element(&self.date)?;
        record.serialize_element(&self.kind)?;
        record.serialize_element(&self.called)?;
        record.serialize_element(&self.places)?;
        record.serialize_element(&self.focus)?;
        record.serialize_element(&self.summary)?;
        record.serialize_element(&self.commitments)?;
        record.serialize_element(&self.others)?;
        record.serialize_element(&markdown::plain(self.body))?;
        record.end()
    }
}
