//! The rule that no document is in the archive twice: there is no copy beside its original, and no
//! two documents have the same kind, place, time and title.

use std::collections::{BTreeSet, HashMap};

use super::copies::{Certainty, copied_from};
use crate::archive::linked::Linked;
use crate::archive::whole::Archive;
use crate::diagnostic::{Code, Problem};
use crate::model::{DocId, Kind, PartialDate, Period, PlaceId};
use crate::text;

/// Reports each copy at the copy. If two documents are alike in another way, reports the one whose
/// path sorts last.
pub(super) fn check(archive: &Archive, problems: &mut Vec<Problem>) {
    let mut told = BTreeSet::new();
    for (n, linked) in archive.documents.iter().enumerate() {
        if let Some(original) = original(archive, linked) {
            told.insert(n);
            problems.push(copy(linked, original));
        }
    }
    let mut alike: HashMap<Circumstances, Alike> = HashMap::new();
    for (n, linked) in archive.documents.iter().enumerate() {
        let circumstances = Circumstances::of(linked).filter(|_| !told.contains(&n));
        let Some(circumstances) = circumstances else { continue };
        let earlier = alike.entry(circumstances).or_default().earlier(archive, n);
        if let Some(earlier) = earlier
            && !are_related(archive, n, earlier)
        {
            problems.push(twice(linked, &archive.documents[earlier]));
        }
    }
}

/// Documents that are alike but for their titles. Most are alone, and their titles are not looked at.
#[derive(Default)]
struct Alike {
    first: Option<usize>,
    /// Once there are several: the first of each title.
    titles: HashMap<String, usize>,
}

impl Alike {
    /// Adds a document, and returns the one with the same title that was added before.
    fn earlier(&mut self, archive: &Archive, n: usize) -> Option<usize> {
        let title = |n: usize| title(&archive.documents[n]);
        let first = *self.first.get_or_insert(n);
        if first == n {
            return None;
        }
        if self.titles.is_empty() {
            self.titles.insert(title(first), first);
        }
        let earlier = *self.titles.entry(title(n)).or_insert(n);
        (earlier != n).then_some(earlier)
    }
}

/// The document in the same folder of which this one is a copy, according to its file name.
fn original<'a>(archive: &'a Archive, linked: &Linked) -> Option<&'a Linked> {
    let path = linked.document.path();
    let (stem, certainty) = copied_from(path.stem())?;
    let original = path.parent().join(&format!("{stem}.md"));
    let at = archive.documents.binary_search_by(|it| it.document.path().cmp(&original.as_path()));
    let original = &archive.documents[at.ok()?];
    let alike = || Time::of(linked) == Time::of(original) && places(linked) == places(original);
    let same_kind = linked.document.kind == original.document.kind;
    (certainty == Certainty::Sure || (same_kind && alike())).then_some(original)
}

fn copy(linked: &Linked, original: &Linked) -> Problem {
    let (path, original) = (linked.document.path(), original.document.path());
    let (folder, path, original) = (path.parent(), path.as_str(), original.name());
    let named = |name: &str| folder.join(name).as_str().to_owned();
    let (sv, en) = (named("NYTT-NAMN.md"), named("NEW-NAME.md"));
    Problem::in_file(
        Code::DocumentTwice,
        &linked.document.source,
        text!(
            "Filen heter som en kopia av {original}, så dokumentet skulle stå två gånger i arkivet.",
            "The file is named as a copy of {original}, so the document would stand in the archive twice."
        ),
        text!(
            "Ta bort kopian. Är det ett eget dokument: ge filen ett namn som säger vilket, med loftesarkiv move \"content/{path}\" \"content/{sv}\"",
            "Remove the copy. If it is a document of its own: give the file a name that says which, with loftesarkiv move \"content/{path}\" \"content/{en}\""
        ),
    )
}

fn twice(linked: &Linked, earlier: &Linked) -> Problem {
    let document = &linked.document;
    let path = earlier.document.path();
    let path = path.as_str();
    Problem::at(
        Code::DocumentTwice,
        &document.source,
        document.common.title.span.clone(),
        text!(
            "Samma dokument verkar finnas i content/{path}, av samma typ och med samma titel, om samma kommun eller område och samma tid.",
            "The same document seems to be in content/{path}, of the same kind and with the same title, for the same place and time."
        ),
        text!(
            "Är det ett och samma: behåll den ena filen. Är de två: ge dem titlar som skiljer dem åt, eller rätta tiden efter källan.",
            "If they are one and the same: keep one of the files. If they are two: give them titles that tell them apart, or correct the time from the source."
        ),
    )
}

/// Whether one of two documents replaces, extends, builds on or translates the other, according to
/// its front matter.
fn are_related(archive: &Archive, one: usize, other: usize) -> bool {
    let names = |from: usize, to: usize| {
        let linked = &archive.documents[from];
        let related = linked.replaces.iter().chain(&linked.extends);
        related
            .chain(&linked.builds_on)
            .chain(&linked.translation_of)
            .any(|id| *id == DocId::nth(to))
    };
    names(one, other) || names(other, one)
}

/// What distinguishes a document from all others in the eyes of an editor, besides its title.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Circumstances<'a> {
    kind: Kind,
    places: [&'a [PlaceId]; 3],
    time: Time,
}

impl Circumstances<'_> {
    /// `None` for drafts, translations and kinds that are not part of the archive.
    fn of(linked: &Linked) -> Option<Circumstances<'_>> {
        let document = &linked.document;
        if !document.kind.is_archive() || document.common.draft || document.is_translation() {
            return None;
        }
        let (places, time) = (places(linked), Time::of(linked));
        Some(Circumstances { kind: document.kind, places, time })
    }
}

/// A title as an editor compares it: whatever its spaces and capitals are.
fn title(linked: &Linked) -> String {
    let words: Vec<&str> = linked.document.common.title.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn places(linked: &Linked) -> [&[PlaceId]; 3] {
    [&linked.municipalities, &linked.districts, &linked.police_areas]
}

/// The period and the date that a document states. If it states neither, the date is its effective
/// date, such as that of its signing.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Time {
    period: Option<Period>,
    date: Option<PartialDate>,
}

impl Time {
    fn of(linked: &Linked) -> Time {
        let period = linked.document.period();
        let dated = || linked.effective.map(|effective| effective.date);
        Time {
            period,
            date: linked.document.date().or_else(|| dated().filter(|_| period.is_none())),
        }
    }
}
