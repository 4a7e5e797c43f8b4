//! A file of LibreOffice or another program for OpenDocument (odt): its paragraphs, lists, tables,
//! links and footnotes, as they read when every change that was proposed is accepted.

use std::collections::BTreeMap;

use super::html::of_marked;
use super::marks::{note, noted};
use super::opened::OpenedFile;
use super::runs::{ImportedBlock, ImportedRun, html, joined, paragraphs, say_something};
use super::xml::{XmlElement, XmlNode};
use crate::import::imported::{Imported, Unimportable};

/// The text of a file: a ZIP file, or one XML file with everything in it.
pub fn imported(bytes: &[u8]) -> Result<Imported, Unimportable> {
    let (content, styles) = if bytes.trim_ascii_start().starts_with(b"<") {
        (XmlElement::parse(bytes)?.ok_or(Unimportable::Damaged)?, None)
    } else {
        let mut file = OpenedFile::open(bytes)?;
        let manifest = file.part("META-INF/manifest.xml")?;
        if manifest.is_some_and(|it| it.find("encryption-data").is_some()) {
            return Err(Unimportable::Locked);
        }
        let content = file.part("content.xml")?.ok_or(Unimportable::Damaged)?;
        (content, file.part("styles.xml")?)
    };
    let text = content.find("body").and_then(|body| body.child("text"));
    let text = text.ok_or(Unimportable::Damaged)?;
    let page_header = styles.as_ref().unwrap_or(&content).find("header").map(XmlElement::text);
    let mut looks = Looks::default();
    for part in styles.iter().chain([&content]) {
        looks.read(part);
    }
    let mut reading =
        OdtReading { looks: &looks, blocks: Vec::new(), notes: Vec::new(), images: 0 };
    reading.blocks(text, None);
    let OdtReading { mut blocks, notes, images, .. } = reading;
    for (n, text) in notes.into_iter().enumerate() {
        let mark = ImportedRun { text: noted(&(n + 1).to_string()), ..ImportedRun::default() };
        blocks.push(ImportedBlock::Paragraph(std::iter::once(mark).chain(text).collect()));
    }
    let text = of_marked(&html(&blocks));
    let page_header = page_header.unwrap_or_default();
    Ok(Imported { text, page_header, images, recognised: false })
}

/// What the styles say.
#[derive(Default)]
struct Looks {
    /// By name.
    styles: BTreeMap<String, Look>,
    /// Which levels, from 1, of the lists of a name are numbered.
    lists: BTreeMap<(String, usize), bool>,
}

#[derive(Default)]
struct Look {
    above: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: bool,
}

/// How many styles are made from each other, at most.
const LONGEST: usize = 12;

impl Looks {
    fn read(&mut self, part: &XmlElement) {
        for element in part.elements() {
            match element.name.as_str() {
                "styles" | "automatic-styles" => self.read(element),
                "style" => {
                    let Some(name) = element.attribute("name") else { continue };
                    let text = element.child("text-properties");
                    let said = |key| text.and_then(|text| text.attribute(key));
                    let heavy = |weight: &str| {
                        weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
                    };
                    let look = Look {
                        above: element.attribute("parent-style-name").map(str::to_owned),
                        bold: said("font-weight").map(heavy),
                        italic: said("font-style").map(|style| style != "normal"),
                        hidden: said("display") == Some("none"),
                    };
                    self.styles.insert(name.to_owned(), look);
                }
                "list-style" => {
                    let Some(name) = element.attribute("name") else { continue };
                    for level in element.elements() {
                        let n = level.attribute("level").and_then(|level| level.parse().ok());
                        let numbered = level.name == "list-level-style-number"
                            && level.attribute("num-format").is_some_and(|it| !it.is_empty());
                        self.lists.insert((name.to_owned(), n.unwrap_or(1)), numbered);
                    }
                }
                _ => {}
            }
        }
    }

    /// The names of a style and of those that it is made from.
    fn chain<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        let above = |name: &&str| self.styles.get(*name)?.above.as_deref();
        std::iter::successors(Some(name), above).take(LONGEST)
    }

    /// The first thing that a style, or one that it is made from, says.
    fn said<T>(&self, name: &str, say: impl Fn(&Look) -> Option<T>) -> Option<T> {
        self.chain(name).find_map(|name| say(self.styles.get(name)?))
    }

    fn is_hidden(&self, name: &str) -> bool {
        self.chain(name).any(|name| self.styles.get(name).is_some_and(|look| look.hidden))
    }

    /// Whether a style is this one, or made from it.
    fn is(&self, name: &str, wanted: &str) -> bool {
        self.chain(name).any(|name| name == wanted)
    }
}

/// The form of a piece of text.
#[derive(Clone, Default)]
struct OdtLooks {
    bold: bool,
    italic: bool,
    link: Option<String>,
}

/// The list that is being read.
#[derive(Clone, Copy)]
struct List<'a> {
    name: &'a str,
    /// From 0.
    level: usize,
}

struct OdtReading<'a> {
    looks: &'a Looks,
    blocks: Vec<ImportedBlock>,
    /// The texts of the notes, in order.
    notes: Vec<Vec<ImportedRun>>,
    images: usize,
}

impl OdtReading<'_> {
    /// Reads what is in an element; `list` is the list that it is an item of.
    fn blocks(&mut self, within: &XmlElement, list: Option<List<'_>>) {
        // Only the first paragraph of an item has its sign.
        let mut first = true;
        for element in within.elements() {
            match element.name.as_str() {
                "h" | "p" => {
                    let list = list.filter(|_| first);
                    first = false;
                    self.paragraph(element, list);
                }
                "list" => {
                    let name = element.attribute("style-name");
                    let name = name.or(list.map(|list| list.name)).unwrap_or_default();
                    let level = list.map_or(0, |list| (list.level + 1).min(8));
                    let inner = List { name, level };
                    for item in element.elements().filter(|it| it.name.starts_with("list-")) {
                        self.blocks(item, Some(inner));
                    }
                }
                "table" => self.table(element),
                "section" | "index-body" | "numbered-paragraph" => self.blocks(element, list),
                "frame" => self.frame(element),
                // Tables of contents, changes, forms, declarations.
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &XmlElement, list: Option<List<'_>>) {
        let style = element.attribute("style-name").unwrap_or_default();
        let looks = self.looks;
        if looks.is_hidden(style) {
            return;
        }
        let form = OdtLooks {
            bold: looks.said(style, |look| look.bold).unwrap_or(false),
            italic: looks.said(style, |look| look.italic).unwrap_or(false),
            link: None,
        };
        let mut runs = Vec::new();
        let before = self.blocks.len();
        self.inline(element, &form, &mut runs);
        if !say_something(&runs) {
            return;
        }
        let block = match (element.name.as_str(), list) {
            ("h", _) => {
                let level = element.attribute("outline-level").and_then(|it| it.parse().ok());
                ImportedBlock::Heading(level.unwrap_or(1), runs)
            }
            _ if looks.is(style, "Title") => ImportedBlock::Heading(1, runs),
            (_, Some(list)) => {
                let known = looks.lists.get(&(list.name.to_owned(), list.level + 1));
                let numbered = known.copied().unwrap_or(false);
                ImportedBlock::Item { level: list.level, numbered, runs }
            }
            (_, None) => ImportedBlock::Paragraph(runs),
        };
        // Frames that are anchored in it come after it.
        self.blocks.insert(before, block);
    }

    fn inline(&mut self, within: &XmlElement, form: &OdtLooks, runs: &mut Vec<ImportedRun>) {
        for child in &within.children {
            let element = match child {
                XmlNode::Text(text) => {
                    push(runs, form, &collapsed(text));
                    continue;
                }
                XmlNode::Element(element) => element,
            };
            match element.name.as_str() {
                "s" => {
                    let count = element.attribute("c").and_then(|count| count.parse().ok());
                    push(runs, form, &" ".repeat(usize::min(count.unwrap_or(1), 8)));
                }
                "tab" => push(runs, form, "\t"),
                "line-break" => push(runs, form, "\n"),
                "a" => {
                    let link = element.attribute("href").map(str::to_owned);
                    self.inline(element, &OdtLooks { link, ..form.clone() }, runs);
                }
                "span" => {
                    let style = element.attribute("style-name").unwrap_or_default();
                    let looks = self.looks;
                    if looks.is_hidden(style) {
                        continue;
                    }
                    let inner = OdtLooks {
                        bold: looks.said(style, |look| look.bold).unwrap_or(form.bold),
                        italic: looks.said(style, |look| look.italic).unwrap_or(form.italic),
                        link: form.link.clone(),
                    };
                    self.inline(element, &inner, runs);
                }
                "note" => {
                    let mut inner = OdtReading { blocks: Vec::new(), notes: Vec::new(), ..*self };
                    if let Some(body) = element.child("note-body") {
                        inner.blocks(body, None);
                    }
                    self.notes.push(joined(paragraphs(inner.blocks)));
                    push(runs, form, &note(&self.notes.len().to_string()));
                }
                "frame" => self.frame(element),
                "annotation" | "annotation-end" | "tracked-changes" | "ruby-text" => {}
                // Fields, marks of places, changes that were inserted.
                _ => self.inline(element, form, runs),
            }
        }
    }

    /// A picture, or a box with text.
    fn frame(&mut self, frame: &XmlElement) {
        match frame.child("text-box") {
            Some(text) => self.blocks(text, None),
            None => self.images += usize::from(frame.child("image").is_some()),
        }
    }

    fn table(&mut self, table: &XmlElement) {
        let mut rows = Vec::new();
        self.rows(table, &mut rows);
        if rows.iter().all(|row| row.len() < 2) {
            self.blocks.extend(rows.into_iter().flatten().flatten());
            return;
        }
        let rows = rows.into_iter().map(|row| {
            row.into_iter().map(|blocks| joined(paragraphs(blocks))).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<Vec<ImportedRun>>> =
            rows.filter(|row| row.iter().any(|cell| say_something(cell))).collect();
        if !rows.is_empty() {
            self.blocks.push(ImportedBlock::Table(rows));
        }
    }

    fn rows(&mut self, within: &XmlElement, rows: &mut Vec<Vec<Vec<ImportedBlock>>>) {
        for element in within.elements() {
            match element.name.as_str() {
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(element, rows),
                "table-row" => {
                    let mut cells: Vec<Vec<ImportedBlock>> = Vec::new();
                    for cell in element.elements() {
                        let outer = std::mem::take(&mut self.blocks);
                        if cell.name == "table-cell" {
                            self.blocks(cell, None);
                        }
                        let own = std::mem::replace(&mut self.blocks, outer);
                        let repeated = cell.attribute("number-columns-repeated");
                        let repeated = repeated.and_then(|it| it.parse().ok()).unwrap_or(1_usize);
                        for _ in 1..repeated.min(64) {
                            cells.push(own.clone());
                        }
                        cells.push(own);
                    }
                    rows.push(cells);
                }
                _ => {}
            }
        }
    }
}

fn push(runs: &mut Vec<ImportedRun>, form: &OdtLooks, text: &str) {
    let OdtLooks { bold, italic, link } = form.clone();
    runs.push(ImportedRun { text: text.to_owned(), bold, italic, link });
}

/// Every run of white space is one space, as the format says.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let space = matches!(character, ' ' | '\t' | '\n' | '\r');
        match space {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(character),
        }
    }
    out
}
