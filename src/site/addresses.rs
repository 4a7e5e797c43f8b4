//! No address is ever lost. Earlier addresses redirect, withdrawn addresses have a notice that says
//! so, and if an address would be lost, that is an error before anything is written.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::names::PlaceFolders;
use super::pages::{Page, WithdrawnPage};
use super::planned::PlannedFile;
use crate::archive::Archive;
use crate::diagnostic::{Code, Problem, Source, Span, Spanned};
use crate::ledger;
use crate::model::Address;
use crate::model::document::Common;
use crate::site::site_names::address_of_subject;
use crate::{slug, text};
use std::sync::Arc;

type Pages = BTreeMap<Address, PlannedFile>;

/// Puts a redirect at every earlier address.
pub fn aliases(archive: &Archive, pages: &mut Pages, problems: &mut Vec<Problem>) {
    let documents =
        archive.documents.iter().filter(|linked| linked.published).map(|linked| {
            (&linked.document.common, &linked.document.address, &linked.document.source)
        });
    let places = archive
        .places
        .iter()
        .map(|linked| (&linked.place.common, &linked.place.address, &linked.place.source));
    // A page's own aliases come before a folder's, so that the more specific one counts.
    let all = documents.chain(places).filter(|(common, ..)| !common.aliases.is_empty());
    let all: Vec<(&Common, &Address, &Arc<Source>)> = all.collect();
    for (common, address, source) in &all {
        for alias in common.aliases.iter().filter(|alias| !alias.ends_with('/')) {
            let Some(earlier) = Address::parse(alias) else { continue };
            let moved = PlannedFile::moved((*address).clone());
            match pages.get(&earlier) {
                None => {
                    pages.insert(earlier, moved);
                }
                Some(there) if *there == moved => {}
                Some(_) => problems.push(taken(source, alias.span.clone(), &earlier)),
            }
        }
    }
    // An archive in which every place has moved three times is within the bound.
    let most = (3 * pages.len()).max(FEWEST_COPIES) + pages.len();
    for (common, address, source) in &all {
        for alias in common.aliases.iter().filter(|alias| alias.ends_with('/')) {
            if !address.as_str().ends_with("/index.html") {
                problems.push(not_a_folder(source, alias.span.clone(), alias));
                continue;
            }
            if pages.len() > most {
                problems.push(too_many(source, alias.span.clone(), alias));
                return;
            }
            folder(pages, alias, address.parent());
        }
    }
}

/// So many addresses below earlier folders are never too many.
const FEWEST_COPIES: usize = 50_000;

fn too_many(source: &Arc<Source>, span: Span, alias: &str) -> Problem {
    Problem::at(
        Code::TooLarge,
        source,
        span,
        text!(
            "Med den tidigare mappen ”{alias}” blir de tidigare adresserna fler än tre gånger så många som sidorna.",
            "With the earlier folder “{alias}” the earlier addresses become more than three times as many as the pages."
        ),
        text!(
            "Stryk de mappar ur aliases som aldrig har varit publicerade.",
            "Strike the folders from aliases that have never been published."
        ),
    )
}

/// Covers everything below a place's folder, at its earlier address. Feeds, data and files become
/// copies.
fn folder(pages: &mut Pages, earlier: &str, folder: &str) {
    let start = Address::made(folder.trim_end_matches('/').to_owned());
    let beneath: Vec<(Address, PlannedFile)> = pages
        .range(start..)
        .skip_while(|(address, _)| !address.as_str().starts_with(folder))
        .take_while(|(address, _)| {
            address.as_str() < folder || address.as_str().starts_with(folder)
        })
        .filter_map(|(address, planned)| {
            let rest = address.as_str().strip_prefix(folder)?;
            let at = Address::parse(&format!("{earlier}{rest}"))?;
            let planned = match planned {
                PlannedFile::Page(page) => PlannedFile::moved(page.leads_to(address)?.clone()),
                PlannedFile::Output(_) | PlannedFile::File(_) | PlannedFile::Asset(_) => {
                    PlannedFile::Copy(address.clone())
                }
                PlannedFile::Copy(of) => PlannedFile::Copy(of.clone()),
            };
            Some((at, planned))
        })
        .collect();
    for (at, planned) in beneath {
        pages.entry(at).or_insert(planned);
    }
}

/// Puts a redirect at the address of every label that `site.toml` takes together with others.
pub fn subjects(archive: &Archive, pages: &mut Pages) {
    let of = |label: &str| Some(address_of_subject(&slug::segment(label)?));
    for group in &archive.settings.subjects {
        let Some(subject) = of(&group.label).filter(|subject| pages.contains_key(subject)) else {
            continue;
        };
        for label in group.includes.iter().filter_map(|label| of(label)) {
            pages.entry(label).or_insert_with(|| PlannedFile::moved(subject.clone()));
        }
    }
}

fn taken(source: &Arc<Source>, span: Span, address: &Address) -> Problem {
    Problem::at(
        Code::AddressCollision,
        source,
        span,
        text!(
            "Den tidigare adressen {address} används redan av en annan sida.",
            "The earlier address {address} is already used by another page."
        ),
        text!(
            "Ta bort raden ur aliases, eller byt namn på den andra filen.",
            "Remove the line from aliases, or rename the other file."
        ),
    )
}

fn not_a_folder(source: &Arc<Source>, span: Span, alias: &str) -> Problem {
    Problem::at(
        Code::InvalidAddress,
        source,
        span,
        text!(
            "”{alias}” slutar med / och står för hela mappen till en kommun eller ett område, men den här filen är inte en sådan index.md.",
            "“{alias}” ends in / and stands for the whole folder of a municipality or area, but this file is no such index.md."
        ),
        text!(
            "Skriv hela adressen, till exempel ”{alias}medborgarlofte.html”.",
            "Write the whole address, for example “{alias}medborgarlofte.html”."
        ),
    )
}

/// Puts a notice at every withdrawn address; for an attachment, at `<address>.html`.
pub fn withdrawals(archive: &Archive, pages: &mut Pages, problems: &mut Vec<Problem>) {
    problems.extend(ledger::unknown(&archive.ledger));
    for (n, withdrawal) in archive.ledger.withdrawn.iter().enumerate() {
        let address = &withdrawal.address.value;
        let notice = if address.as_str().ends_with(".html") {
            address.clone()
        } else {
            Address::made(format!("{address}.html"))
        };
        let occupied = pages.contains_key(address) || pages.contains_key(&notice);
        if occupied {
            problems.push(ledger::occupied(&archive.ledger, withdrawal));
        } else {
            pages.insert(notice, PlannedFile::Page(Page::Withdrawn(WithdrawnPage(n))));
        }
    }
}

/// Checks every address that was ever published: it must be in the plan, be withdrawn, be covered
/// by another name of its place, or be a list that has lost its last entry: of a year, a subject,
/// or the places in a folder.
pub fn lost(archive: &Archive, pages: &mut Pages, problems: &mut Vec<Problem>) {
    let known = &*pages;
    problems.extend(cut(archive, known));
    let missing: Vec<&Spanned<Address>> = archive
        .ledger
        .published
        .par_iter()
        .filter(|published| !known.contains_key(&published.value))
        .filter(|published| archive.ledger.withdrawal(&published.value).is_none())
        .collect();
    if missing.is_empty() {
        return;
    }
    let (names, lists) = (PlaceFolders::of(archive), lists_of_places(archive));
    let mut lost: Vec<&Spanned<Address>> = Vec::new();
    for published in missing {
        let address = &published.value;
        if let Some(page) = names.page(address, pages) {
            pages.insert(address.clone(), page);
            continue;
        }
        let parent = emptied(address, pages).or_else(|| {
            lists.contains(address.parent()).then_some(address).and_then(|it| above(it, pages))
        });
        if let Some(parent) = parent {
            pages.insert(address.clone(), PlannedFile::emptied(parent));
            continue;
        }
        lost.push(published);
    }
    problems.extend(ledger::lost(&archive.ledger, lost));
}

/// The problem with a ledger that has lost some of the addresses that the last build added to it.
fn cut(archive: &Archive, pages: &Pages) -> Option<Problem> {
    let ledger = &archive.ledger;
    // A ledger that has lost all of them is reported when it is read.
    if ledger.published.is_empty() {
        return None;
    }
    let missing: Vec<&Address> =
        ledger.standing.par_iter().filter(|address| !ledger.has_published(address)).collect();
    let missing = missing.into_iter().filter(|address| ledger.withdrawal(address).is_none());
    let (others, lost): (Vec<_>, Vec<_>) = missing.partition(|it| pages.contains_key(*it));
    ledger::cut(ledger, &lost, others.len())
}

/// The folders, each with a slash at its end, that have ever contained a place and had a list of
/// them.
fn lists_of_places(archive: &Archive) -> HashSet<&str> {
    let published = archive.ledger.published.iter().map(|published| published.value.as_str());
    // Only a place has a page for embedding. A place that contains places has a timeline and no
    // list.
    let places: HashSet<&str> =
        published.filter_map(|address| address.strip_suffix("embed.html")).collect();
    let outside = places.iter().filter_map(|place| {
        let place = place.trim_end_matches('/');
        place.rfind('/').map(|at| &place[..=at])
    });
    outside.filter(|folder| !places.contains(folder)).collect()
}

/// The nearest page above the list of a folder's places: another list, a place, or the start page.
fn above(list: &Address, pages: &Pages) -> Option<Address> {
    let folder = list.as_str().strip_suffix("index.html")?.trim_end_matches('/');
    let folders = folder.match_indices('/').rev().map(|(at, _)| &folder[..=at]).chain([""]);
    let mut indexes = folders.filter_map(|folder| Address::parse(&format!("{folder}index.html")));
    indexes.find_map(|index| match pages.get(&index)? {
        PlannedFile::Page(page) => page.leads_to(&index).cloned(),
        PlannedFile::Output(_)
        | PlannedFile::File(_)
        | PlannedFile::Asset(_)
        | PlannedFile::Copy(_) => Some(index),
    })
}

/// The parent of a year's or subject's page, if the address is that of one.
fn emptied(address: &Address, pages: &Pages) -> Option<Address> {
    let folder = address.as_str().strip_suffix("/index.html")?;
    let (above, last) = folder.rsplit_once('/')?;
    let parent = Address::parse(&format!("{above}/index.html"))?;
    pages.get(&parent)?.page()?.takes_over(&parent, last).cloned()
}
