//! The number of pages of a PDF. The page tree is walked from the catalogue, and its pages are
//! compared with the number that the tree states itself. Where these differ, or anything on the way
//! cannot be read, the number is not known and nothing is said of it. A crate that reads whole PDFs
//! would bring encryption, fonts and writing along for this one number.

mod objects;
mod syntax;

use std::collections::BTreeSet;

use memchr::memmem;

use objects::Objects;
use syntax::{entry, is_name, number, parsed_reference, reference};

/// The most nodes of a page tree that are visited.
const MOST_NODES: usize = 100_000;

/// The number of pages, if it can be told.
pub fn pages(bytes: &[u8]) -> Option<u32> {
    memmem::find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-")?;
    let objects = Objects::of(bytes);
    // The trailer of the latest change is the last.
    let root = memmem::rfind(bytes, b"/Root")?;
    let catalogue = objects.get(reference(bytes.get(root + 5..)?)?)?;
    let tree = entry(catalogue, b"/Pages").and_then(reference)?;
    let stated = entry(objects.get(tree)?, b"/Count").and_then(number)?;
    let found = count(&objects, tree)?;
    (found == stated && found > 0).then_some(found)
}

/// The number of pages below a node of the page tree.
fn count(objects: &Objects, root: u32) -> Option<u32> {
    let mut seen = BTreeSet::new();
    let mut pages = 0;
    let mut next = vec![root];
    while let Some(id) = next.pop() {
        if !seen.insert(id) || seen.len() > MOST_NODES {
            return None;
        }
        let node = objects.get(id)?;
        match entry(node, b"/Kids") {
            Some(kids) => next.extend(children(objects, kids)?),
            None => {
                entry(node, b"/Type").filter(|name| is_name(name, b"/Page"))?;
                pages += 1;
            }
        }
    }
    Some(pages)
}

/// The references of a list, which may be an object of its own.
fn children(objects: &Objects, kids: &[u8]) -> Option<Vec<u32>> {
    let kids = match reference(kids) {
        Some(list) => objects.get(list)?,
        None => kids,
    };
    let list = kids.trim_ascii_start().strip_prefix(b"[")?;
    let mut list = list.get(..memchr::memchr(b']', list)?)?;
    let mut ids = Vec::new();
    while !list.trim_ascii().is_empty() {
        let (id, rest) = parsed_reference(list)?;
        ids.push(id);
        list = rest;
    }
    Some(ids)
}

#[cfg(test)]
mod tests;
