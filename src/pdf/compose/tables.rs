//! Tables. Columns are as wide as their contents need, and a table that continues on another page
//! has its head there too.

use std::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::composer::{Composer, LayoutPlace, Within};
use crate::pdf::lines;
use crate::pdf::pictures::Pictures;
use crate::pdf::rows::{self, Fill, FillExtent, Row};
use crate::pdf::style::{LINE, RAIL, SIZE, Style};
use crate::pdf::tree::{Child, PageElement};

/// Between columns.
const GUTTER: f32 = 12.0;
/// Above and below the text of a row.
const PADDING: f32 = 3.0;
/// What a picture is given at least, if it is so wide.
const NARROW_PICTURE: f32 = 90.0;

impl Composer<'_, '_> {
    pub(super) fn table(
        &mut self,
        element: &PageElement,
        place: &LayoutPlace,
    ) -> Result<Vec<Row>, char> {
        let mut place = LayoutPlace { style: place.style.within(element), ..*place };
        place.style.size = place.style.size.min(SIZE * 0.95);
        let (head, body) = table_rows(element);
        let all: Vec<&PageElement> = head.iter().chain(&body).copied().collect();
        let columns = columns(&all, &place, self.pictures)?;
        let table = self.part(place.part, Tag::Table, element);
        let number = self.heads.len();

        let mut rows = Vec::new();
        if let Some(caption) = element.elements().find(|element| element.name == "caption") {
            let part = self.part(table, Tag::Caption, caption);
            let inner = place.within(caption).in_part(part, true);
            rows.extend(self.blocks(&caption.children, &inner)?);
            rows.iter_mut().for_each(|row| row.keeps = true);
        }
        let mut tops = Vec::new();
        if !head.is_empty() {
            let part = self.structure.part(table, Tag::THead);
            for row in &head {
                tops.extend(self.table_row(row, &columns, &place.in_part(part, false), true)?);
            }
            tops.iter_mut().for_each(|row| row.keeps = true);
        }
        self.heads.push(tops.clone());
        rows.extend(tops);
        if !body.is_empty() {
            let part = self.structure.part(table, Tag::TBody);
            for row in &body {
                let own = self.table_row(row, &columns, &place.in_part(part, false), false)?;
                rows.extend(own.into_iter().map(|row| Row { table: Some(number), ..row }));
            }
        }
        rows::set_before(&mut rows, 9.0);
        Ok(rows)
    }

    fn table_row(
        &mut self,
        row: &PageElement,
        columns: &[(f32, f32)],
        place: &LayoutPlace,
        is_head: bool,
    ) -> Result<Vec<Row>, char> {
        let part = self.structure.part(place.part, Tag::TR);
        let mut cells = Vec::new();
        let mut column = 0;
        for cell in row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")) {
            let spanned = span(cell).min(columns.len().saturating_sub(column)).max(1);
            let Some((x, _)) = columns.get(column) else { break };
            let (last_x, last_width) = columns[(column + spanned - 1).min(columns.len() - 1)];
            let tag = cell_tag(cell, spanned);
            let part = self.part(part, tag, cell);
            let inner = LayoutPlace {
                x: *x,
                width: last_x + last_width - x,
                within: Within::Page,
                ..place.within(cell).in_part(part, true)
            };
            let mut own = self.blocks(&cell.children, &inner)?;
            align(&mut own, cell, &inner);
            if own.is_empty() {
                own.push(Row { height: inner.style.line(), ..Row::default() });
            }
            cells.push(own);
            column += spanned;
        }
        let mut rows = rows::beside(cells);
        if rows.len() <= 12 {
            rows::keep_together(&mut rows);
        }
        rows::set_before(&mut rows, PADDING);
        if let Some(last) = rows.last_mut() {
            last.height += PADDING;
            let (thickness, colour) = if is_head { (1.0, RAIL) } else { (0.5, LINE) };
            let extent = FillExtent::Below(thickness);
            last.fills.push(Fill { x: place.x, width: place.width, colour, extent });
        }
        Ok(rows)
    }
}

/// Moves the text of a cell to the middle or to the right.
fn align(rows: &mut [Row], cell: &PageElement, place: &LayoutPlace) {
    let share = match () {
        () if cell.has_class("text-right") => 1.0,
        () if cell.has_class("text-center") => 0.5,
        () => return,
    };
    for row in rows {
        let by = (place.x + place.width - row.end(place.x)).max(0.0) * share;
        row.shift(by);
    }
}

fn cell_tag(cell: &PageElement, spanned: usize) -> TagKind {
    let spanned = u32::try_from(spanned).ok().and_then(NonZeroU32::new).filter(|n| n.get() > 1);
    match cell.name.as_str() {
        "th" => {
            let scope = match cell.attribute("scope") {
                Some("row" | "rowgroup") => TableHeaderScope::Row,
                Some(_) | None => TableHeaderScope::Column,
            };
            Tag::TH(scope).with_col_span(spanned).into()
        }
        _ => Tag::TD.with_col_span(spanned).into(),
    }
}

/// The rows of a table's head, and the others.
fn table_rows(table: &PageElement) -> (Vec<&PageElement>, Vec<&PageElement>) {
    let (mut head, mut body) = (Vec::new(), Vec::new());
    for element in table.elements() {
        match element.name.as_str() {
            "thead" => head.extend(element.elements().filter(|row| row.name == "tr")),
            "tr" => body.push(element),
            "tbody" | "tfoot" => body.extend(element.elements().filter(|row| row.name == "tr")),
            _ => {}
        }
    }
    (head, body)
}

fn span(cell: &PageElement) -> usize {
    cell.attribute("colspan").and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

/// The left edge and the width of each column. Each gets the width of its longest word, and what is
/// left goes to those that have more text than fits.
fn columns(
    rows: &[&PageElement],
    place: &LayoutPlace,
    pictures: &mut Pictures<'_>,
) -> Result<Vec<(f32, f32)>, char> {
    let mut least: Vec<f32> = Vec::new();
    let mut most: Vec<f32> = Vec::new();
    for row in rows {
        let mut column = 0;
        for cell in row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")) {
            let style = place.style.within(cell);
            let (mut word, mut whole) = (0.0, 0.0);
            measure(&cell.children, style, pictures, &mut word, &mut whole)?;
            let spanned = span(cell);
            if least.len() < column + spanned {
                least.resize(column + spanned, 0.0);
                most.resize(column + spanned, 0.0);
            }
            if spanned == 1 {
                least[column] = least[column].max(word);
                most[column] = most[column].max(whole);
            }
            column += spanned;
        }
    }
    let gutters = GUTTER * least.len().saturating_sub(1) as f32;
    let room = (place.width - gutters).max(1.0);
    let widths: Vec<f32> = if most.iter().sum::<f32>() <= room {
        most
    } else {
        let needed: f32 = least.iter().sum();
        if needed >= room {
            // Too many or too long words: each gets its share, and words are broken.
            least.iter().map(|width| (width * room / needed).max(4.0)).collect()
        } else {
            let wanted: f32 = most.iter().zip(&least).map(|(most, least)| most - least).sum();
            let share = (room - needed) / wanted.max(1.0);
            most.iter().zip(&least).map(|(most, least)| least + (most - least) * share).collect()
        }
    };
    let mut x = place.x;
    let placed = widths.into_iter().map(|width| {
        let column = (x, width + 0.1);
        x += width + GUTTER;
        column
    });
    Ok(placed.collect())
}

/// The widths of the longest word and of the longest paragraph.
fn measure(
    children: &[Child],
    style: Style,
    pictures: &mut Pictures<'_>,
    word: &mut f32,
    whole: &mut f32,
) -> Result<(), char> {
    let mut line = 0.0;
    for child in children {
        match child {
            Child::Text(text) => {
                for one in text.split_whitespace() {
                    let width = lines::width(one, style)?;
                    *word = word.max(width);
                    line += width;
                }
                let spaces = text.split_whitespace().count() + 1;
                line += lines::width(" ", style)? * spaces as f32;
            }
            Child::Element(element) if element.is_unseen() => {}
            Child::Element(element) if element.name == "img" => {
                let picture = pictures.get(element.attribute("src").unwrap_or(""));
                // One that is told of in words gets what those around it leave.
                let width = picture.map_or(0.0, |picture| picture.size().0);
                *word = word.max(width.min(NARROW_PICTURE));
                *whole = whole.max(line).max(width);
                line = 0.0;
            }
            Child::Element(element) => {
                let mut inner = 0.0;
                measure(&element.children, style.within(element), pictures, word, &mut inner)?;
                if matches!(element.name.as_str(), "br" | "p" | "li" | "div") {
                    *whole = whole.max(line).max(inner);
                    line = 0.0;
                } else {
                    line += inner;
                }
            }
        }
    }
    *whole = whole.max(line);
    Ok(())
}
