//! What stayed, came and went from one pledge of a place to the next: only between pledges of the
//! same owners that follow one another, never between two that held at the same time.

use serde::Serialize;

use crate::archive::{HeldUntil, Linked};
use crate::model::{DocId, PlaceId};
use crate::site::fixture::{SIGNS, document_link, link};
use crate::site::make::{Maker, in_page};
use crate::site::view::{DocumentLink, Link};

/// What became of the commitments of one pledge in the next.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PledgeChanges {
    pub from: DocumentLink,
    pub to: DocumentLink,
    /// Whether the later one extends the earlier, so that equal ids are one commitment, whatever the
    /// words.
    pub extends: bool,
    /// Whether the archive does not know every commitment of the earlier one, so that one that seems
    /// new may have been there.
    pub from_known_in_part: bool,
    /// The same of the later one, so that one that seems gone may be there.
    pub to_known_in_part: bool,
    pub stayed: Vec<Link>,
    /// Those with the same id and other words.
    pub reworded: Vec<Reworded>,
    pub new: Vec<Link>,
    pub gone: Vec<Link>,
}

/// A commitment in the words of two pledges.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Reworded {
    pub before: Link,
    pub after: Link,
}

/// The changes to some of these pledges from those that they follow, in the given order.
pub fn to(maker: &Maker<'_>, some: &[DocId], pledges: &[DocId]) -> Vec<PledgeChanges> {
    let changed = some.iter().flat_map(|to| {
        let before = previous(maker, pledges, *to).into_iter();
        before.map(|from| changes(maker, from, *to)).collect::<Vec<_>>()
    });
    changed.collect()
}

/// The pledges that one follows: those that it extends or replaces; otherwise the last of its owners
/// that had ended when it began, if only one is.
fn previous(maker: &Maker<'_>, pledges: &[DocId], to: DocId) -> Vec<DocId> {
    let archive = maker.archive;
    let linked = archive.document(to);
    let written = [&linked.extends, &linked.replaces].into_iter().flatten().copied();
    let mut written: Vec<DocId> = written.filter(|id| pledges.contains(id) && *id != to).collect();
    written.dedup();
    if !written.is_empty() {
        return written;
    }
    let begins = |linked: &Linked| linked.held.and_then(|held| held.first);
    let Some(begun) = begins(linked) else { return Vec::new() };
    let of_owners = pledges.iter().copied().filter(|id| {
        let other = archive.document(*id);
        *id != to && owners(other) == owners(linked)
    });
    let of_owners: Vec<DocId> = of_owners.collect();
    // If two began on one day, nobody knows which of them follows which.
    if of_owners.iter().any(|id| begins(archive.document(*id)) == Some(begun)) {
        return Vec::new();
    }
    let earlier = of_owners.into_iter().filter(|id| {
        let other = archive.document(*id);
        let ended = match other.held.map(|held| held.end) {
            Some(HeldUntil::Day(day)) => day < begun,
            Some(HeldUntil::FurtherNotice | HeldUntil::Unknown(_)) | None => false,
        };
        ended && begins(other).is_some()
    });
    let earlier: Vec<DocId> = earlier.collect();
    let latest = earlier.iter().filter_map(|id| begins(archive.document(*id))).max();
    let mut last = earlier
        .into_iter()
        .filter(|id| begins(archive.document(*id)) == latest)
        .collect::<Vec<_>>();
    if last.len() > 1 {
        last.clear();
    }
    last
}

/// The places that have a pledge: its municipalities as wholes and its districts, otherwise its
/// police areas.
pub fn owners(linked: &Linked) -> Vec<PlaceId> {
    let whole = linked.municipalities.iter().filter(|id| !linked.in_part.contains(id));
    let owners: Vec<PlaceId> = whole.chain(&linked.districts).copied().collect();
    if owners.is_empty() { linked.police_areas.clone() } else { owners }
}

/// What became of the commitments of one pledge in another, by their ids.
fn changes(maker: &Maker<'_>, from: DocId, to: DocId) -> PledgeChanges {
    let archive = maker.archive;
    let written = |id: DocId| -> Vec<(&str, Link)> {
        let linked = archive.document(id);
        let way = maker.way(&linked.document.address);
        let commitments =
            linked.commitments.iter().filter_map(|commitment| archive.commitment(commitment));
        let links = commitments.map(|one| {
            let href = in_page(&way, linked.document.kind, &one.id.value);
            (one.id.value.as_str(), Link { text: one.text.clone(), href })
        });
        links.collect()
    };
    let (before, after) = (written(from), written(to));
    let mut changes = PledgeChanges {
        from: maker.document_link(from),
        to: maker.document_link(to),
        extends: archive.document(to).extends.contains(&from),
        from_known_in_part: !archive.commitments_complete(archive.document(from)),
        to_known_in_part: !archive.commitments_complete(archive.document(to)),
        stayed: Vec::new(),
        reworded: Vec::new(),
        new: Vec::new(),
        gone: Vec::new(),
    };
    let gone = before.iter().filter(|(id, _)| !after.iter().any(|(now, _)| now == id));
    changes.gone = gone.map(|(_, link)| link.clone()).collect();
    for (id, link) in after {
        match before.iter().find(|(known, _)| *known == id) {
            None => changes.new.push(link),
            Some((_, known)) if known.text == link.text => changes.stayed.push(link),
            Some((_, known)) => {
                changes.reworded.push(Reworded { before: known.clone(), after: link });
            }
        }
    }
    changes
}

/// Changes in which everything occurs.
pub fn fixture() -> Vec<PledgeChanges> {
    let links = || vec![link(SIGNS, "../2018/medborgarlofte.html#lofte-synlighet")];
    vec![PledgeChanges {
        from: document_link(),
        to: document_link(),
        extends: true,
        from_known_in_part: true,
        to_known_in_part: false,
        reworded: vec![Reworded {
            before: link(SIGNS, "../a.html#lofte-a"),
            after: link(SIGNS, "../b.html#lofte-a"),
        }],
        stayed: links(),
        new: links(),
        gone: links(),
    }]
}
