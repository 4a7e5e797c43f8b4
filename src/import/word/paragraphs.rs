//! The text of a part of a file of Word, block by block.

use std::collections::BTreeMap;

use super::styles::{Numberings, Styles, numbering, outline};
use crate::import::marks::note;
use crate::import::runs::{ImportedBlock, ImportedRun, joined, paragraphs, say_something};
use crate::import::xml::{XmlElement, XmlNode};

/// What the text of a file refers to.
pub struct WordParts {
    pub styles: Styles,
    pub numberings: Numberings,
    /// Where links lead, by id.
    pub links: BTreeMap<String, String>,
}

/// Where the links of a file lead.
pub fn links(part: Option<&XmlElement>) -> BTreeMap<String, String> {
    let all = part.into_iter().flat_map(XmlElement::elements);
    let links =
        all.filter(|it| it.attribute("Type").is_some_and(|kind| kind.ends_with("/hyperlink")));
    let links = links.filter_map(|link| {
        Some((link.attribute("Id")?.to_owned(), link.attribute("Target")?.to_owned()))
    });
    links.collect()
}

/// What has been read.
pub struct WordReading<'a> {
    parts: &'a WordParts,
    pub blocks: Vec<ImportedBlock>,
    /// The names of the notes that are referred to, in order.
    pub notes: Vec<String>,
    pub images: usize,
    /// Text boxes of the paragraph that is being read, which come after it.
    boxes: Vec<ImportedBlock>,
}

/// A paragraph that is being read.
#[derive(Default)]
struct WordParagraph {
    runs: Vec<ImportedRun>,
    bold: bool,
    italic: bool,
    /// The fields that are open, such as a link that is a field: what each says, and whether its
    /// result has begun.
    fields: Vec<(String, bool)>,
}

impl<'a> WordReading<'a> {
    pub fn new(parts: &'a WordParts) -> WordReading<'a> {
        WordReading { parts, blocks: Vec::new(), notes: Vec::new(), images: 0, boxes: Vec::new() }
    }

    /// Reads the paragraphs and tables in an element.
    pub fn blocks(&mut self, within: &XmlElement) {
        for element in within.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sdt" if is_contents(element) => {}
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "AlternateContent"
                | "Choice" => self.blocks(element),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, element: &XmlElement) {
        let styles = &self.parts.styles;
        let properties = element.child("pPr");
        let style = properties.and_then(|it| it.value_of("pStyle")).unwrap_or_default();
        if styles.is_contents(style) {
            return;
        }
        let mut paragraph = WordParagraph {
            bold: styles.bold(style),
            italic: styles.italic(style),
            ..WordParagraph::default()
        };
        self.inline(element, None, &mut paragraph);
        let runs = paragraph.runs;
        if say_something(&runs) {
            let heading = styles.heading(style).or_else(|| properties.and_then(outline));
            let own = properties.filter(|it| it.child("numPr").is_some());
            let list = match own {
                Some(properties) => numbering(properties),
                None => styles.numbering(style),
            };
            self.blocks.push(match (heading, list.filter(|(list, _)| list != "0")) {
                (Some(level), _) => ImportedBlock::Heading(level, runs),
                (None, Some((list, level))) => {
                    let numbered = self.parts.numberings.numbered(&list, level);
                    ImportedBlock::Item { level, numbered, runs }
                }
                (None, None) => ImportedBlock::Paragraph(runs),
            });
        }
        self.blocks.append(&mut self.boxes);
    }

    /// Reads the runs in an element, all of which lead to the same place.
    fn inline(&mut self, within: &XmlElement, link: Option<&str>, paragraph: &mut WordParagraph) {
        for element in within.elements() {
            match element.name.as_str() {
                "r" => self.run(element, link, paragraph),
                "hyperlink" => {
                    let target = element.attribute("id").and_then(|id| self.parts.links.get(id));
                    self.inline(element, target.map(String::as_str).or(link), paragraph);
                }
                "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "fldSimple"
                | "customXml" | "dir" | "bdo" => self.inline(element, link, paragraph),
                // Deleted text, marks of places, comments.
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &XmlElement, link: Option<&str>, paragraph: &mut WordParagraph) {
        let properties = run.child("rPr");
        if properties.is_some_and(|it| it.turns_on("vanish") || it.turns_on("webHidden")) {
            return;
        }
        let style = properties.and_then(|it| it.value_of("rStyle")).unwrap_or_default();
        let on = |name: &str, of_style: bool| {
            let said = properties.filter(|it| it.child(name).is_some());
            said.map_or(of_style, |it| it.turns_on(name))
        };
        let styles = &self.parts.styles;
        let bold = on("b", paragraph.bold || styles.bold(style));
        let italic = on("i", paragraph.italic || styles.italic(style));
        let mut text = String::new();
        for element in run.elements() {
            match element.name.as_str() {
                "t" => text.push_str(&text_in(element)),
                // What stands apart is told from what does not by whoever reads the paragraphs.
                "tab" | "ptab" => text.push('\t'),
                "br" if element.attribute("type").is_none_or(|it| it == "textWrapping") => {
                    text.push('\n');
                }
                "br" => text.push(' '),
                "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                "sym" => text.extend(symbol(element)),
                "footnoteReference" => text.push_str(&self.note("f", element)),
                "endnoteReference" => text.push_str(&self.note("e", element)),
                "instrText" => {
                    if let Some((said, false)) = paragraph.fields.last_mut() {
                        said.push_str(&text_in(element));
                    }
                }
                "fldChar" => match element.attribute("fldCharType") {
                    Some("begin") => paragraph.fields.push((String::new(), false)),
                    Some("separate") => {
                        if let Some(field) = paragraph.fields.last_mut() {
                            field.1 = true;
                        }
                    }
                    _ => _ = paragraph.fields.pop(),
                },
                "drawing" | "pict" | "object" => self.drawing(element),
                // Of two forms of the same thing the first is the newer.
                "AlternateContent" => {
                    if let Some(newer) = element.child("Choice") {
                        self.drawing(newer);
                    }
                }
                _ => {}
            }
        }
        // Between a field's beginning and its result nothing is shown.
        if text.is_empty() || paragraph.fields.iter().any(|(_, begun)| !begun) {
            return;
        }
        let of_field = paragraph.fields.iter().rev().find_map(|(said, _)| linked(said));
        let link = link.map(str::to_owned).or(of_field);
        paragraph.runs.push(ImportedRun { text, bold, italic, link });
    }

    /// A picture, or a box with text.
    fn drawing(&mut self, element: &XmlElement) {
        if let Some(text) = element.find("txbxContent") {
            let mut inner = WordReading::new(self.parts);
            inner.blocks(text);
            self.images += inner.images;
            self.boxes.extend(inner.blocks);
        } else if element.find("blip").is_some() || element.find("imagedata").is_some() {
            self.images += 1;
        }
    }

    fn note(&mut self, kind: &str, reference: &XmlElement) -> String {
        let name = format!("{kind}{}", reference.attribute("id").unwrap_or_default());
        let mark = note(&name);
        if !self.notes.contains(&name) {
            self.notes.push(name);
        }
        mark
    }

    fn table(&mut self, table: &XmlElement) {
        let mut rows = Vec::new();
        for row in table.elements().filter(|it| it.name == "tr") {
            let mut cells = Vec::new();
            for cell in row.elements().filter(|it| matches!(it.name.as_str(), "tc" | "sdt")) {
                let cell = cell.find("tc").unwrap_or(cell);
                let properties = cell.child("tcPr");
                // The rest of a cell that is higher than its row.
                let merged = properties.and_then(|it| it.child("vMerge"));
                let continues = merged.is_some_and(|it| it.attribute("val") != Some("restart"));
                let mut inner = WordReading::new(self.parts);
                if !continues {
                    inner.blocks(cell);
                }
                self.images += inner.images;
                for note in inner.notes {
                    if !self.notes.contains(&note) {
                        self.notes.push(note);
                    }
                }
                cells.push(inner.blocks);
                let span = properties.and_then(|it| it.value_of("gridSpan"));
                let span: usize = span.and_then(|span| span.parse().ok()).unwrap_or(1);
                cells.extend((1..span.min(64)).map(|_| Vec::new()));
            }
            rows.push(cells);
        }
        // A table of one column is a frame around text.
        if rows.iter().all(|row: &Vec<Vec<ImportedBlock>>| row.len() < 2) {
            self.blocks.extend(rows.into_iter().flatten().flatten());
            return;
        }
        let rows = rows.into_iter().map(|row| {
            row.into_iter().map(|blocks| joined(paragraphs(blocks))).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<Vec<ImportedRun>>> = rows.collect();
        if rows.iter().flatten().any(|cell| say_something(cell)) {
            self.blocks.push(ImportedBlock::Table(rows));
        }
    }
}

/// Whether a part of the text is a table of contents, which Word makes of the headings.
fn is_contents(part: &XmlElement) -> bool {
    let gallery = part.child("sdtPr").and_then(|it| it.find("docPartGallery"));
    gallery.and_then(|it| it.attribute("val")) == Some("Table of Contents")
}

fn text_in(element: &XmlElement) -> String {
    let texts = element.children.iter().filter_map(|child| match child {
        XmlNode::Text(text) => Some(text.as_str()),
        XmlNode::Element(_) => None,
    });
    texts.collect()
}

/// A sign of a symbol font; only bullets and the like are known outside it.
fn symbol(element: &XmlElement) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?, 16).ok()?;
    char::from_u32(code)
}

/// Where a field leads, if it is a link: `HYPERLINK "https://…" \o "…"`.
fn linked(said: &str) -> Option<String> {
    let rest = said.trim().strip_prefix("HYPERLINK")?.trim_start();
    let target = rest.strip_prefix('"')?.split('"').next()?;
    (!target.is_empty()).then(|| target.to_owned())
}
