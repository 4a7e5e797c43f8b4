//! Laying out the elements of a page as rows, and telling the structure what each is.

mod composer;
mod inlines;
mod lists;
mod tables;

use std::num::NonZeroU16;

use krilla::tagging::Tag;

use super::lines;
use super::pictures::Pictures;
use super::rows::{self, Fill, FillExtent, Row};
use super::structure::Structure;
use super::style::{LEFT, LINE, MEASURE, RAIL, Style};
use super::tree::{Child, PageElement};
use crate::language::Language;
pub use composer::LinkTo;
use composer::{Composer, LayoutPlace, PARAGRAPH, Within, patterns};
use inlines::{Paragraph, ParagraphPiece};

/// A document that has been laid out.
pub struct Composed {
    pub rows: Vec<Row>,
    pub structure: Structure,
    pub links: Vec<LinkTo>,
    /// The heads of tables, which are repeated on each page that a table continues on.
    pub heads: Vec<Vec<Row>>,
}

/// Lays out what is in an element. A character that the typeface does not have is an error.
pub fn compose(
    main: &PageElement,
    language: &str,
    pictures: &mut Pictures<'_>,
) -> Result<Composed, char> {
    let mut composer = Composer {
        structure: Structure::new(),
        links: Vec::new(),
        heads: Vec::new(),
        pictures,
        words: if language.starts_with("en") { Language::English } else { Language::Swedish },
    };
    let place = LayoutPlace {
        x: LEFT,
        width: MEASURE,
        style: Style::TEXT,
        part: Structure::ROOT,
        holds_text: false,
        language: patterns(language),
        within: Within::Page,
    };
    let rows = composer.blocks(&main.children, &place)?;
    let Composer { structure, links, heads, .. } = composer;
    Ok(Composed { rows, structure, links, heads })
}

/// The space above a banner.
const BANNER: f32 = 9.0;

impl Composer<'_, '_> {
    /// Lays out blocks below each other; text between them becomes paragraphs.
    fn blocks(&mut self, children: &[Child], place: &LayoutPlace) -> Result<Vec<Row>, char> {
        let mut rows = Vec::new();
        let is_block = |child: &Child| match child {
            Child::Element(element) => has_blocks(element),
            Child::Text(_) => false,
        };
        for same in children.chunk_by(|a, b| !is_block(a) && !is_block(b)) {
            match same {
                [Child::Element(element)] if has_blocks(element) => {
                    rows.extend(self.block(element, place)?);
                }
                text => rows.extend(self.text(text, place)?),
            }
        }
        Ok(rows)
    }

    fn block(&mut self, element: &PageElement, place: &LayoutPlace) -> Result<Vec<Row>, char> {
        if element.is_unseen() {
            return Ok(Vec::new());
        }
        let mut place = place.within(element);
        let mut rows = match element.name.as_str() {
            "p" | "figcaption" | "dt" | "summary" | "address" => {
                let part = self.part(place.part, Tag::P, element);
                let mut rows = self.blocks(&element.children, &place.in_part(part, true))?;
                rows::set_before(&mut rows, PARAGRAPH);
                rows
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(element, &place)?,
            "ul" | "ol" | "menu" => self.list(element, &place)?,
            "dl" => self.definitions(element, &place)?,
            "table" => self.table(element, &place)?,
            "blockquote" => {
                let part = self.part(place.part, Tag::BlockQuote, element);
                let inner = place.indented(14.0).in_part(part, false);
                let mut rows = self.blocks(&element.children, &inner)?;
                rows::add_bar(&mut rows, place.x, 2.0, LINE);
                rows::set_before(&mut rows, PARAGRAPH);
                rows
            }
            "pre" => {
                let part = self.part(place.part, Tag::P, element);
                let inner = place.indented(14.0).in_part(part, true);
                let mut rows = self.blocks(&element.children, &inner)?;
                rows::set_before(&mut rows, PARAGRAPH);
                rows
            }
            "hr" => {
                let line = Fill {
                    x: place.x,
                    width: place.width,
                    colour: LINE,
                    extent: FillExtent::Below(0.75),
                };
                vec![Row { before: 8.0, height: 4.0, fills: vec![line], ..Row::default() }]
            }
            "section" | "article" | "figure" => {
                let part = self.part(place.part, Tag::Section, element);
                place = place.in_part(part, false);
                let mut rows = self.blocks(&element.children, &place)?;
                if element.name == "figure" {
                    // A picture with what is said of it.
                    rows::keep_together(&mut rows);
                    rows::set_before(&mut rows, PARAGRAPH);
                }
                rows
            }
            _ => self.blocks(&element.children, &place)?,
        };
        if element.has_class("banner") {
            let inside = place.indented(12.0);
            let by = inside.x - place.x;
            rows.iter_mut().for_each(|row| row.shift(by));
            rows::add_bar(&mut rows, place.x, 3.0, RAIL);
            rows::set_before(&mut rows, BANNER);
        }
        if let (Some(first), Some(id)) = (rows.first_mut(), element.attribute("id")) {
            first.anchors.push(id.to_owned());
        }
        Ok(rows)
    }

    fn heading(&mut self, element: &PageElement, place: &LayoutPlace) -> Result<Vec<Row>, char> {
        let level = element.name.trim_start_matches('h').parse().unwrap_or(2);
        let title = element.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let tag = Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title.clone()));
        let part = self.part(place.part, tag, element);
        let style = Style::heading(level);
        let inner = LayoutPlace { style, ..place.in_part(part, true) };
        let mut rows = self.text(&element.children, &inner)?;
        rows.iter_mut().for_each(|row| row.keeps = true);
        if let Some(first) = rows.first_mut() {
            first.heading = Some((level, title));
        }
        let before = match level {
            1 => 2.0,
            2 => 20.0,
            3 => 13.0,
            _ => 9.0,
        };
        rows::set_before(&mut rows, before);
        Ok(rows)
    }

    /// Lays out text with what is in it.
    fn text(&mut self, children: &[Child], place: &LayoutPlace) -> Result<Vec<Row>, char> {
        let mut paragraph = Paragraph::default();
        if !paragraph.begins(children) {
            return Ok(Vec::new());
        }
        // A picture by itself is no paragraph.
        let part = match place.holds_text || self.are_pictures(children) {
            true => place.part,
            false => self.structure.part(place.part, Tag::P),
        };
        self.collect(children, &place.in_part(part, true), None, &mut paragraph);
        let mut rows = self.paragraph(paragraph, place)?;
        if !place.holds_text {
            rows::set_before(&mut rows, PARAGRAPH);
        }
        Ok(rows)
    }

    fn paragraph(&mut self, paragraph: Paragraph, place: &LayoutPlace) -> Result<Vec<Row>, char> {
        let (pieces, anchors) = paragraph.finish();
        let mut rows: Vec<Row> = Vec::new();
        for piece in pieces {
            let after_picture = rows.last().is_some_and(|row| !row.pictures.is_empty());
            let mut own = match piece {
                ParagraphPiece::Text(inlines) => {
                    let lines = lines::lines(&inlines, place.x, place.width)?;
                    let mut own: Vec<Row> = lines.into_iter().map(Row::of).collect();
                    rows::keep_ends(&mut own);
                    own
                }
                ParagraphPiece::Picture(shown) => vec![shown.row(place.x, place.width)],
            };
            let beside_picture = after_picture || own.iter().any(|row| !row.pictures.is_empty());
            if !rows.is_empty() && beside_picture {
                rows::set_before(&mut own, PARAGRAPH);
            }
            rows.extend(own);
        }
        if let Some(first) = rows.first_mut() {
            first.anchors = anchors;
        }
        Ok(rows)
    }
}

/// Whether an element begins on a line of its own, or something in it does.
fn has_blocks(element: &PageElement) -> bool {
    let is_block = matches!(
        element.name.as_str(),
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "ul"
    );
    is_block || element.elements().any(has_blocks)
}
