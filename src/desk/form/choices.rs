//! What can be chosen in a form instead of being typed: documents by their titles, places, the
//! commitments that are followed up, and the names that the archive has already.

use std::collections::BTreeSet;

use toml_edit::Document;

use crate::archive::{Archive, Linked};
use crate::desk::fields::shown_list;
use crate::desk::html::Html;
use crate::language::Language;
use crate::model::address::relative;
use crate::model::document::Agreement;
use crate::model::{ContentPath, DocId, PlaceId};
use crate::schema::{Completion, Kind, Owner, Relation};

/// The choices of the form of one file.
pub struct Choices<'a> {
    archive: &'a Archive,
    /// The file, in `content/`; `None` for the settings.
    path: Option<ContentPath<'a>>,
    owner: Owner,
    own: Option<&'a Linked>,
    /// What a follow-up follows up.
    followed: Vec<DocId>,
    language: Language,
}

/// The id of a list of suggestions, which several fields of a page share.
pub(super) fn list_id(list: Completion) -> &'static str {
    match list {
        Completion::Organisations => "list-organisations",
        Completion::People => "list-people",
        Completion::Roles => "list-roles",
    }
}

/// How many documents a list offers at most; those of the same places come first.
const MOST_OFFERED: usize = 300;
/// How many suggestions a list holds at most.
const MOST_SUGGESTED: usize = 200;

impl<'a> Choices<'a> {
    pub fn new(
        archive: &'a Archive,
        path: Option<ContentPath<'a>>,
        owner: Owner,
        toml: &Document<String>,
        language: Language,
    ) -> Choices<'a> {
        let own = path.and_then(|path| of_path(archive, path));
        // A follow-up with errors is not in the archive, but says what it follows up.
        let written = || toml.as_table().get("follows_up").map(shown_list).unwrap_or_default();
        let followed = match own {
            Some(own) => own.follows_up.clone(),
            None => written()
                .iter()
                .filter_map(|it| archive.document_at(path?.resolve(it)?.as_path()))
                .collect(),
        };
        Choices { archive, path, owner, own, followed, language }
    }

    /// Every list of suggestions, to stand once on the page.
    pub fn lists(&self) -> Html {
        let mut html = Html::new();
        for list in Completion::ALL {
            html.open("datalist", &[("id", list_id(list))]);
            for word in self.suggested(list) {
                html.open("option", &[("value", word)]);
                html.close("option");
            }
            html.close("datalist");
        }
        html
    }

    /// The words of a list: those of documents of the same places, otherwise of all.
    fn suggested(&self, list: Completion) -> BTreeSet<&'a str> {
        let mut words = BTreeSet::new();
        for linked in self.nearest() {
            let Some(keys) = linked.document.agreement() else { continue };
            for signatory in &keys.signatories {
                let word = match list {
                    Completion::Organisations => signatory.organisation.as_deref(),
                    Completion::People => Some(signatory.name.value.as_str()),
                    Completion::Roles => signatory.role.as_deref(),
                };
                words.extend(word);
            }
            if list == Completion::Organisations {
                words.extend(keys.parties.iter().map(String::as_str));
            }
            if words.len() >= MOST_SUGGESTED {
                break;
            }
        }
        words
    }

    /// All documents, those of the same places first.
    fn nearest(&self) -> impl Iterator<Item = &'a Linked> {
        let own: Vec<PlaceId> = self.own.into_iter().flat_map(Linked::places).collect();
        let near = move |linked: &Linked| linked.places().any(|place| own.contains(&place));
        let archive = self.archive;
        let all = || archive.documents.iter().map(|linked| &**linked);
        let (first, then) = (near.clone(), near);
        all().filter(move |linked| first(linked)).chain(all().filter(move |linked| !then(linked)))
    }

    /// The documents that a relation may lead to, each with its path as this file would write it.
    /// The one that the key holds already is always among them.
    pub fn references(&self, relation: Relation, held: &str) -> Vec<(String, String)> {
        let Some(path) = self.path else { return Vec::new() };
        let Owner::Kind(kind) = self.owner else { return Vec::new() };
        let mut found: Vec<(String, String)> = Vec::new();
        let target = path.resolve(held).filter(|_| !held.is_empty());
        if target.is_some() {
            found.push((held.to_owned(), self.title_at(held)));
        }
        if kind.is_place() {
            let places = self.archive.places.iter().map(|linked| &linked.place);
            for place in places.filter(|place| relation.fits(kind, place.kind())) {
                if place.path() != path {
                    found.push((self.written(place.path()), place.common.title.value.clone()));
                }
            }
            return found;
        }
        let fitting = self.nearest().filter(|linked| {
            let document = &linked.document;
            relation.fits(kind, document.kind)
                && document.path() != path
                && target.as_ref().is_none_or(|target| target.as_path() != document.path())
        });
        let offered = fitting.take(MOST_OFFERED);
        found.extend(
            offered.map(|linked| {
                (self.written(linked.document.path()), title_of(linked, self.language))
            }),
        );
        found
    }

    /// The path of a file as this one refers to it.
    fn written(&self, target: ContentPath<'_>) -> String {
        let folder = self.path.map(|path| path.parent().as_str().to_owned()).unwrap_or_default();
        let folder = if folder.is_empty() { folder } else { folder + "/" };
        relative(&folder, target.as_str())
    }

    /// The title of what a reference leads to; the reference itself if it leads nowhere.
    pub fn title_at(&self, reference: &str) -> String {
        let target = self.path.and_then(|path| path.resolve(reference));
        let title = target.and_then(|target| {
            let document = of_path(self.archive, target.as_path());
            document.map(|linked| title_of(linked, self.language)).or_else(|| {
                let place = self.archive.place_at(target.as_path());
                place.map(|linked| linked.place.common.title.value.clone())
            })
        });
        title.unwrap_or_else(|| reference.to_owned())
    }

    /// The places of a kind, with their ids; without the place whose own form this is.
    pub fn places(&self, kind: Kind) -> Vec<(String, String)> {
        let places = self.archive.places.iter().map(|linked| &linked.place);
        let of_kind =
            places.filter(|place| place.kind() == kind && Some(place.path()) != self.path);
        let mut found: Vec<(String, String)> =
            of_kind.map(|place| (place.id.clone(), place.common.title.value.clone())).collect();
        let alphabet = crate::language::Alphabet::of(self.language);
        found.sort_by(|a, b| alphabet.compare(&a.1, &b.1));
        found
    }

    /// The commitments of what this follow-up follows up, as its outcomes name them.
    pub fn commitments(&self) -> Vec<(String, String)> {
        let several = self.followed.len() > 1;
        let mut found = Vec::new();
        for id in &self.followed {
            let followed = self.archive.document(*id);
            for commitment in &followed.commitments {
                let Some(written) = self.archive.commitment(commitment) else { continue };
                let id = &written.id.value;
                let name = match several {
                    true => format!("{}#{id}", self.written(followed.document.path())),
                    false => id.clone(),
                };
                found.push((name, written.text.clone()));
            }
        }
        found
    }
}

/// The document at a path.
fn of_path<'a>(archive: &'a Archive, path: ContentPath<'_>) -> Option<&'a Linked> {
    archive.document_at(path).map(|id| archive.document(id))
}

/// "Medborgarlöfte Eskilstuna 2018 (medborgarlöfte, 2018)"
pub fn title_of(linked: &Linked, language: Language) -> String {
    let document = &linked.document;
    let kind = document.kind.facts().name.in_language(language);
    let title = &document.common.title.value;
    match years_of(linked) {
        Some(years) => format!("{title} ({kind}, {years})"),
        None => format!("{title} ({kind})"),
    }
}

/// The years that a document was agreed for, otherwise that in which it is dated: a pledge for 2026 may have
/// been signed in 2025.
fn years_of(linked: &Linked) -> Option<String> {
    let period = linked.document.agreement().and_then(Agreement::period);
    let agreed = period.and_then(|it| Some((it.first_day()?.year(), it.last_day()?.year())));
    match agreed {
        Some((first, last)) if first == last => Some(first.to_string()),
        Some((first, last)) => Some(format!("{first}–{last}")),
        None => linked.effective.map(|effective| effective.date.calendar_year().to_string()),
    }
}
