//! Rows: what a document is made of once it has been laid out and before it is divided into pages.
//! A row is a line of text, or the lines beside each other in the columns of a table, and is never
//! divided.

use super::lines::{TextLine, TextRun};
use super::pictures::Picture;
use super::structure::{PartId, Slot};
use super::style::Colour;

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The space above it, which is left out at the top of a page.
    pub before: f32,
    pub height: f32,
    /// Whether it is kept on the same page as the row after it.
    pub keeps: bool,
    pub runs: Vec<TextRun>,
    pub pictures: Vec<PlacedPicture>,
    /// Lines and surfaces.
    pub fills: Vec<Fill>,
    /// The ids that links within the document lead to.
    pub anchors: Vec<String>,
    /// The heading that begins here.
    pub heading: Option<(u16, String)>,
    /// The table that it is part of, below the table's head.
    pub table: Option<usize>,
}

/// A picture, from the top of the row.
#[derive(Debug, Clone)]
pub struct PlacedPicture {
    pub picture: Picture,
    /// From the page's left edge.
    pub x: f32,
    pub width: f32,
    pub height: f32,
    /// Where it is in the structure; `None` if it only decorates.
    pub figure: Option<(PartId, Slot)>,
    /// The link that it is part of.
    pub link: Option<usize>,
}

/// A surface of one colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    pub x: f32,
    pub width: f32,
    pub colour: Colour,
    pub extent: FillExtent,
}

/// How far down a surface goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FillExtent {
    /// A line at the top of the row, above the space before it; left out at the top of a page.
    Above(f32),
    /// A line at the bottom of the row.
    Below(f32),
    /// The whole row.
    Row,
    /// The whole row and the space before it.
    RowAndBefore,
}

impl Row {
    /// A row with a line of text.
    pub fn of(line: TextLine) -> Row {
        Row { height: line.height, runs: line.runs, ..Row::default() }
    }

    /// A row with a picture.
    pub fn picture(picture: PlacedPicture) -> Row {
        Row { height: picture.height, pictures: vec![picture], ..Row::default() }
    }

    /// Moves what is in it to the right, but not its lines and surfaces.
    pub fn shift(&mut self, by: f32) {
        self.runs.iter_mut().for_each(|run| run.x += by);
        self.pictures.iter_mut().for_each(|picture| picture.x += by);
    }

    /// Where what is in it ends to the right, at least `from`.
    pub fn end(&self, from: f32) -> f32 {
        let runs = self.runs.iter().map(|run| run.x + run.width);
        let pictures = self.pictures.iter().map(|picture| picture.x + picture.width);
        runs.chain(pictures).fold(from, f32::max)
    }
}

/// Adds space above the first row, if it has less.
pub fn set_before(rows: &mut [Row], before: f32) {
    if let Some(first) = rows.first_mut() {
        first.before = first.before.max(before);
    }
}

/// Keeps all rows on one page.
pub fn keep_together(rows: &mut [Row]) {
    if let Some((_, rows)) = rows.split_last_mut() {
        rows.iter_mut().for_each(|row| row.keeps = true);
    }
}

/// Keeps single lines of a paragraph from being left on a page of their own.
pub fn keep_ends(rows: &mut [Row]) {
    if rows.len() <= 3 {
        return keep_together(rows);
    }
    let last = rows.len() - 2;
    rows[0].keeps = true;
    rows[last].keeps = true;
}

/// A bar along the left side of rows, across the space between them.
pub fn add_bar(rows: &mut [Row], x: f32, width: f32, colour: Colour) {
    for (n, row) in rows.iter_mut().enumerate() {
        let extent = if n == 0 { FillExtent::Row } else { FillExtent::RowAndBefore };
        row.fills.push(Fill { x, width, colour, extent });
    }
}

/// Columns beside each other: their first rows become one row, and so on.
pub fn beside(columns: Vec<Vec<Row>>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for column in columns {
        for (n, row) in column.into_iter().enumerate() {
            match rows.get_mut(n) {
                Some(same) => {
                    same.before = if n == 0 { 0.0 } else { same.before.max(row.before) };
                    same.height = same.height.max(row.height);
                    same.keeps |= row.keeps;
                    same.runs.extend(row.runs);
                    same.pictures.extend(row.pictures);
                    same.fills.extend(row.fills);
                    same.anchors.extend(row.anchors);
                    same.heading = same.heading.take().or(row.heading);
                }
                None => rows.push(Row { before: if n == 0 { 0.0 } else { row.before }, ..row }),
            }
        }
    }
    rows
}
