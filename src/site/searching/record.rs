//! What a result shows of a document, as the files of texts contain it.

use serde::Serialize;
use serde::ser::{SerializeTuple, Serializer};

use super::groups::{SearchGroup, TOGETHER};
use crate::archive::{Archive, Focus, Linked};
use crate::markdown;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PartialDate, PlaceId, Tail};

/// What a result shows.
#[derive(Debug, Clone, Hash)]
pub struct SearchRecord {
    pub address: String,
    pub title: String,
    pub date: Option<PartialDate>,
    pub kind: Kind,
    /// What the source calls itself.
    pub called: String,
    pub places: String,
    pub focus: String,
    pub summary: String,
    /// Anchor, standing and text of each commitment.
    pub commitments: Vec<(String, &'static str, String)>,
    /// What else a word may be found in: what it is, and the text.
    pub others: Vec<(&'static str, String)>,
    pub body: Tail,
}

/// The name of a file of texts, without `.js`.
pub fn script_name(group: &SearchGroup, part: usize) -> String {
    format!("d-{}-{part}", group.name)
}

/// The records of one file of texts.
pub fn of_part(archive: &Archive, group: &SearchGroup, part: usize) -> Vec<SearchRecord> {
    let before = usize::from(group.place.is_some());
    let numbers = (part * TOGETHER..group.len()).take(TOGETHER);
    numbers
        .map(|number| match group.place {
            Some(place) if number == 0 => of_place(archive, place),
            Some(_) | None => of_document(archive, group.documents[number - before]),
        })
        .collect()
}

fn of_place(archive: &Archive, id: PlaceId) -> SearchRecord {
    let place = archive.place(id);
    let common = &place.place.common;
    SearchRecord {
        address: place.place.address.to_string(),
        title: common.title.value.clone(),
        date: None,
        kind: place.place.kind(),
        called: String::new(),
        places: place.municipality.map_or_else(String::new, |id| title(archive, id)),
        focus: String::new(),
        summary: common.summary.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
        commitments: Vec::new(),
        others: match &place.place.particulars {
            PlaceKeys::Municipality(_) | PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => place
                .place
                .bodies()
                .iter()
                .map(|body| ("bodies", body.name.clone()))
                .chain(place.names.iter().map(|name| ("names", name.name.clone())))
                .collect(),
        },
        body: place.place.body.text.clone(),
    }
}

fn title(archive: &Archive, id: PlaceId) -> String {
    archive.place(id).place.common.title.value.clone()
}

fn of_document(archive: &Archive, id: DocId) -> SearchRecord {
    let linked = archive.document(id);
    let document = &linked.document;
    let common = &document.common;
    let named = |focus: &Focus| match &focus.also[..] {
        [] => focus.label.clone(),
        also => format!("{} ({})", focus.label, also.join(", ")),
    };
    let focus: Vec<String> =
        linked.focus.iter().map(|id| named(&archive.focus[id.index()])).collect();
    SearchRecord {
        address: document.address.to_string(),
        title: common.title.value.clone(),
        date: archive.date_shown(linked),
        kind: document.kind,
        called: common.called.clone().unwrap_or_default(),
        places: places(archive, linked).join(", "),
        focus: focus.join(", "),
        summary: common.summary.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
        commitments: linked
            .commitments
            .iter()
            .filter_map(|commitment| {
                let written = archive.commitment(commitment)?;
                let anchor = document.kind.anchor(&written.id.value);
                Some((anchor, commitment.standing.as_str(), written.text.clone()))
            })
            .collect(),
        others: others(archive, linked),
        body: document.body.text.clone(),
    }
}

fn places(archive: &Archive, linked: &Linked) -> Vec<String> {
    let date = linked.effective.map(|effective| effective.date);
    let names = archive.shown_places(linked).iter().map(|id| {
        let place = archive.place(*id);
        match place.place.particulars {
            PlaceKeys::PoliceArea(_) => place.name_on(date),
            PlaceKeys::Municipality(_) => place.short_name(),
            PlaceKeys::District(_) => &place.place.common.title.value,
        }
    });
    names.map(str::to_owned).collect()
}

/// What a word may be found in that is not in the text, each with the name by which the search page
/// says where (`data-in-…`).
fn others(archive: &Archive, linked: &Linked) -> Vec<(&'static str, String)> {
    let document = &linked.document;
    let common = &document.common;
    let mut others = Vec::new();
    if let Some(agreement) = document.agreement() {
        let signatories = agreement.signatories.iter().map(|signatory| {
            let also = signatory.person.iter();
            let also = also.flat_map(|id| archive.people.also_written(id, &signatory.name));
            let also: Vec<String> = also.map(|name| format!("({name})")).collect();
            let parts = [&signatory.role, &signatory.organisation, &signatory.political_party];
            let parts = parts.into_iter().flatten().cloned();
            let name: Vec<String> =
                std::iter::once(signatory.name.value.clone()).chain(also).collect();
            std::iter::once(name.join(" ")).chain(parts).collect::<Vec<String>>().join(", ")
        });
        others.extend(signatories.map(|text| ("signatories", text)));
        others.extend(agreement.parties.iter().map(|party| ("parties", party.clone())));
    }
    for written in linked.commitments.iter().filter_map(|one| archive.commitment(one)) {
        let parts = [&written.target, &written.place, &written.indicator, &written.goal];
        let parts: Vec<String> = parts.into_iter().flatten().cloned().collect();
        others.push(("commitments", parts.join(" · ")));
    }
    if let Some(follow_up) = document.follow_up() {
        others.push(("assessors", follow_up.assessed_by.clone()));
        let texts = follow_up.outcomes.iter().flat_map(|outcome| [&outcome.text, &outcome.value]);
        others.extend(texts.flatten().map(|text| ("outcomes", text.clone())));
    }
    if !linked.municipalities.is_empty() {
        let date = linked.effective.map(|effective| effective.date);
        let areas = linked.police_areas.iter();
        let names: Vec<&str> = areas.map(|id| archive.place(*id).name_on(date)).collect();
        others.push(("areas", names.join(", ")));
    }
    for conflict in &common.conflicts {
        others.push(("conflicts", format!("{}: {}", conflict.field, conflict.value)));
    }
    for decision in &document.archive.decisions {
        let parts = [&decision.body, &decision.case_number].into_iter().flatten().cloned();
        others.push(("decisions", parts.collect::<Vec<String>>().join(", ")));
    }
    others.extend(common.attachments.iter().map(|one| ("attachments", one.title.clone())));
    for image in &common.images {
        let text = image.caption.as_ref().unwrap_or(&image.alt);
        others.push(("images", text.clone()));
    }
    for source in &common.sources {
        let parts = [&source.title, &source.publisher].into_iter().flatten().cloned();
        others.push(("sources", parts.collect::<Vec<String>>().join(", ")));
    }
    others.retain(|(_, text)| !text.is_empty());
    others
}

impl SearchRecord {
    /// Passes everything that a change would show in, of the text its digest.
    pub fn for_each_part(&self, take: &mut dyn FnMut(&[u8])) {
        let mut room = [0; 10];
        let date = self.date.map(|date| date.written(&mut room).to_owned()).unwrap_or_default();
        let own = [&self.address, &self.title, &date, &self.called, &self.places, &self.focus];
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
impl Serialize for SearchRecord {
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
        record.serialize_element(&markdown::plain(&self.body))?;
        record.end()
    }
}
