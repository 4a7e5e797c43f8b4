//! A file of Word (docx): its paragraphs, lists, tables, links and footnotes, as they read when every
//! change that was proposed is accepted. Headers, footers, comments and tables of contents stay out.

mod paragraphs;
mod styles;

use std::collections::{BTreeMap, HashMap};

use super::html::of_marked;
use super::marks::noted;
use super::opened::OpenedFile;
use super::runs::{ImportedBlock, ImportedRun, html, joined, paragraphs as paragraphs_of};
use crate::import::imported::{Imported, Unimportable};
use paragraphs::{WordParts, WordReading};
use styles::{Numberings, Styles};

/// The text of a file.
pub fn imported(bytes: &[u8]) -> Result<Imported, Unimportable> {
    let mut file = OpenedFile::open(bytes)?;
    let document = file.part("word/document.xml")?.ok_or(Unimportable::Damaged)?;
    let body = document.child("body").ok_or(Unimportable::Damaged)?;
    let parts = WordParts {
        styles: Styles::of(file.part("word/styles.xml")?.as_ref()),
        numberings: Numberings::of(file.part("word/numbering.xml")?.as_ref()),
        links: paragraphs::links(file.part("word/_rels/document.xml.rels")?.as_ref()),
    };
    let mut reading = WordReading::new(&parts);
    reading.blocks(body);
    let mut blocks = std::mem::take(&mut reading.blocks);
    // In the order of the references.
    let order: HashMap<String, usize> =
        reading.notes.iter().enumerate().rev().map(|(n, name)| (name.clone(), n)).collect();
    let mut notes_of = BTreeMap::new();
    for (kind, name) in [("footnotes", "f"), ("endnotes", "e")] {
        let notes = file.part(&format!("word/{kind}.xml"))?;
        for note in notes.iter().flat_map(|notes| notes.elements()) {
            let id = note.attribute("id").unwrap_or_default();
            // Lines above the notes are notes too, of a type.
            if note.attribute("type").is_some_and(|kind| kind != "normal") {
                continue;
            }
            let name = format!("{name}{id}");
            let mut inner = WordReading::new(&parts);
            inner.blocks(note);
            let text = joined(paragraphs_of(inner.blocks));
            let mark = ImportedRun { text: noted(&name), ..ImportedRun::default() };
            let runs = std::iter::once(mark).chain(text).collect();
            if let Some(at) = order.get(&name) {
                notes_of.insert(*at, ImportedBlock::Paragraph(runs));
            }
        }
    }
    blocks.extend(notes_of.into_values());
    let (images, text) = (reading.images, of_marked(&html(&blocks)));
    let text = numbered(&text, &reading.notes);
    Ok(Imported { text, page_header: page_header(&mut file)?, images, recognised: false })
}

/// How many parts with headers of pages are read: Word makes three for each section.
const MOST_HEADERS: usize = 9;

/// What the headers of the pages say.
fn page_header(file: &mut OpenedFile<'_>) -> Result<String, Unimportable> {
    let mut all: Vec<String> = Vec::new();
    for n in 1..=MOST_HEADERS {
        let header = file.part(&format!("word/header{n}.xml"))?;
        let text = header.map(|header| header.text());
        all.extend(text.filter(|text| !text.is_empty() && !all.contains(text)));
    }
    Ok(all.join("\n"))
}

/// The footnotes by number, in the order of the text.
fn numbered(text: &str, notes: &[String]) -> String {
    let numbers: HashMap<&str, usize> =
        notes.iter().enumerate().map(|(n, name)| (&**name, n + 1)).collect();
    let mut pieces = text.split("[^");
    let mut numbered = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        numbered.push_str("[^");
        match piece.split_once(']').and_then(|(name, rest)| Some((numbers.get(name)?, rest))) {
            Some((number, rest)) => numbered.push_str(&format!("{number}]{rest}")),
            None => numbered.push_str(piece),
        }
    }
    numbered
}
