//! Dividing rows into pages.

use std::collections::BTreeMap;

use super::rows::Row;
use super::style::{BOTTOM, PAGE, TOP};

/// A row on a page.
#[derive(Debug)]
pub struct PlacedRow {
    /// From the top of the page to the top of the row.
    pub y: f32,
    /// The space above it.
    pub before: f32,
    pub row: Row,
    /// Whether it repeats what an earlier page has already said: the head of a table.
    pub repeated: bool,
}

/// A document divided into pages.
#[derive(Debug, Default)]
pub struct Paged {
    pub pages: Vec<Vec<PlacedRow>>,
    /// The page, from 0, and the height of each id that links lead to.
    pub anchors: BTreeMap<String, (usize, f32)>,
    /// The headings: level, text, page and height.
    pub headings: Vec<(u16, String, usize, f32)>,
}

/// The height that rows have on a page.
const ROOM: f32 = PAGE.1 - TOP - BOTTOM;

/// Divides rows into pages. Rows that are to be kept together are, unless they need more than a page.
pub fn divide(rows: Vec<Row>, heads: &[Vec<Row>]) -> Paged {
    let mut divider = Divider { paged: Paged::default(), filled: 0.0, heads };
    let mut rows = rows.into_iter().peekable();
    let mut table = None;
    while let Some(row) = rows.next() {
        let mut group = vec![row];
        while group.last().is_some_and(|row| row.keeps)
            && let Some(row) = rows.next_if(|_| true)
        {
            group.push(row);
        }
        let needed: f32 = group.iter().map(|row| row.before + row.height).sum();
        let fits_a_page = needed - group[0].before <= ROOM * 0.85;
        if fits_a_page && divider.filled + needed > ROOM && !divider.is_empty() {
            divider.turn(group[0].table.filter(|continued| table == Some(*continued)));
        }
        for row in group {
            if divider.filled + row.before + row.height > ROOM && !divider.is_empty() {
                divider.turn(row.table.filter(|continued| table == Some(*continued)));
            }
            table = row.table;
            divider.place(row, false);
        }
    }
    if divider.paged.pages.is_empty() {
        divider.paged.pages.push(Vec::new());
    }
    divider.paged
}

struct Divider<'a> {
    paged: Paged,
    /// How much of the page is filled.
    filled: f32,
    heads: &'a [Vec<Row>],
}

impl Divider<'_> {
    /// Whether nothing is on the page yet.
    fn is_empty(&self) -> bool {
        self.paged.pages.last().is_none_or(Vec::is_empty)
    }

    /// Begins a page, with the head of the table that continues on it.
    fn turn(&mut self, continued: Option<usize>) {
        self.paged.pages.push(Vec::new());
        self.filled = 0.0;
        let head = continued.and_then(|table| self.heads.get(table));
        let height: f32 = head.iter().flat_map(|rows| rows.iter()).map(|row| row.height).sum();
        // A head that fills the page would leave no room for the table.
        if height < ROOM / 3.0 {
            for row in head.cloned().unwrap_or_default() {
                self.place(row, true);
            }
        }
    }

    fn place(&mut self, row: Row, repeated: bool) {
        let before = if self.is_empty() { 0.0 } else { row.before };
        if self.paged.pages.is_empty() {
            self.paged.pages.push(Vec::new());
        }
        let page = self.paged.pages.len() - 1;
        self.filled += before;
        let y = TOP + self.filled;
        self.filled += row.height;
        if !repeated {
            for anchor in &row.anchors {
                self.paged.anchors.entry(anchor.clone()).or_insert((page, y));
            }
            if let Some((level, text)) = &row.heading {
                self.paged.headings.push((*level, text.clone(), page, y));
            }
        }
        self.paged.pages[page].push(PlacedRow { y, before, row, repeated });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(height: f32) -> Row {
        Row { height, before: 5.0, ..Row::default() }
    }

    fn heights(paged: &Paged) -> Vec<Vec<f32>> {
        paged.pages.iter().map(|page| page.iter().map(|row| row.row.height).collect()).collect()
    }

    #[test]
    fn a_page_is_filled_before_the_next_begins() {
        let half = ROOM / 2.0 - 5.0;
        let paged = divide(vec![row(half), row(half), row(10.0)], &[]);
        assert_eq!(heights(&paged), [vec![half, half], vec![10.0]]);
        assert_eq!(paged.pages[1][0].y, TOP, "no space above the first row of a page");
    }

    #[test]
    fn what_is_kept_together_moves_together() {
        let heading = Row { keeps: true, heading: Some((2, "A".to_owned())), ..row(20.0) };
        let filler = ROOM - 40.0;
        let paged = divide(vec![row(filler), heading.clone(), row(30.0)], &[]);
        assert_eq!(heights(&paged), [vec![filler], vec![20.0, 30.0]]);
        assert_eq!(paged.headings, [(2, "A".to_owned(), 1, TOP)]);
        let rows: Vec<Row> = (0..60).map(|_| Row { keeps: true, ..row(20.0) }).collect();
        assert!(divide(rows, &[]).pages.len() > 1, "more than a page cannot be kept together");
        assert_eq!(divide(vec![heading], &[]).pages.len(), 1, "kept with nothing");
    }

    #[test]
    fn the_head_of_a_table_is_repeated_on_each_page_that_it_continues_on() {
        let body = || Row { table: Some(0), ..row(ROOM / 2.5) };
        let heads = [vec![row(12.0)]];
        let rows = vec![Row { keeps: true, ..row(12.0) }, body(), body(), body(), row(1.0)];
        let paged = divide(rows, &heads);
        let repeated: Vec<Vec<bool>> =
            paged.pages.iter().map(|page| page.iter().map(|row| row.repeated).collect()).collect();
        assert_eq!(repeated, [vec![false, false, false], vec![true, false, false]]);
        let alone = divide(vec![row(ROOM - 20.0), body()], &heads);
        assert!(alone.pages.iter().flatten().all(|row| !row.repeated), "a table that begins there");
    }
}
