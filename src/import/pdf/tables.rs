//! The tables of a page. A PDF has none, only text that stands in columns: what is taken for a table
//! has two rows at least, each shown cell by cell, and cells that line up below each other. Two
//! columns of running text are one row of such cells, and so no table.

use std::ops::Range;

use super::lines::{PdfCell, PdfLine};

/// A table, and the lines of the page that it takes the place of.
#[derive(Debug)]
pub struct PdfTable {
    pub lines: Range<usize>,
    /// As Markdown.
    pub text: String,
}

/// How far apart two edges may be that line up, and two lines beside each other, in parts of the size.
const EDGE: f64 = 0.25;
const LEVEL: f64 = 0.3;
/// How far apart the lines in a cell may be, and two rows.
const LINE: f64 = 1.65;
const ROW: f64 = 4.5;
/// How many lines a cell of two columns may have; with more of them it is running text.
const LONGEST: usize = 8;

/// The tables of a page, in its order.
pub fn tables(page: &[PdfLine]) -> Vec<PdfTable> {
    let rows = rows(page);
    let mut found = Vec::new();
    let mut first = 0;
    while let Some(row) = rows.get(first) {
        let mut columns = PdfColumns::of(row);
        let mut last = row;
        while let Some(next) = rows.get(first + columns.rows) {
            let is_near = (0.0..next.size * ROW).contains(&(last.bottom() - next.top()));
            if row.cells.len() < 2 || next.cells.len() < 2 || !is_near || !columns.take(next) {
                break;
            }
            last = next;
        }
        first += columns.rows;
        if columns.is_table() {
            let lines = row.numbers().start..last.numbers().end;
            found.push(PdfTable { lines, text: columns.markdown() });
        }
    }
    found
}

/// A line, or a part of one, with its number on the page.
#[derive(Debug, Clone, Copy)]
struct ShownLine<'a> {
    n: usize,
    base: f64,
    part: &'a PdfCell,
}

/// Text that was shown side by side, cell by cell; a paragraph is a row with one cell. There is always
/// a cell, and in each a line.
#[derive(Debug)]
struct ShownRow<'a> {
    cells: Vec<Vec<ShownLine<'a>>>,
    size: f64,
}

/// The text of a page in rows.
fn rows(page: &[PdfLine]) -> Vec<ShownRow<'_>> {
    let mut rows: Vec<ShownRow<'_>> = Vec::new();
    for (n, line) in page.iter().enumerate() {
        for (at, part) in line.cells.iter().enumerate() {
            let shown = ShownLine { n, base: line.base, part };
            let split = rows.last_mut().and_then(|row| row.split_at(shown));
            rows.extend(split);
            match rows.last_mut() {
                Some(row) if row.goes_on(shown) => row.add(shown),
                Some(row) if row.stands_beside(shown) => row.cells.push(vec![shown]),
                Some(row) if at > 0 => row.add(shown),
                _ => rows.push(ShownRow { cells: vec![vec![shown]], size: line.size }),
            }
        }
    }
    rows
}

impl<'a> ShownRow<'a> {
    fn lines(&self) -> impl Iterator<Item = &ShownLine<'a>> {
        self.cells.iter().flatten()
    }

    fn top(&self) -> f64 {
        self.lines().next().map_or(0.0, |line| line.base)
    }

    fn bottom(&self) -> f64 {
        self.lines().map(|line| line.base).fold(f64::INFINITY, f64::min)
    }

    /// The numbers of its lines.
    fn numbers(&self) -> Range<usize> {
        let numbers = || self.lines().map(|line| line.n);
        numbers().min().unwrap_or(0)..numbers().max().map_or(0, |last| last + 1)
    }

    fn add(&mut self, line: ShownLine<'a>) {
        if let Some(last) = self.cells.last_mut() {
            last.push(line);
        }
    }

    /// Whether this is the next line of the last cell.
    fn goes_on(&self, line: ShownLine<'a>) -> bool {
        let Some(cell) = self.cells.last() else { return false };
        let (start, end) = edges(cell);
        let fall = cell.last().map_or(0.0, |last| last.base - line.base);
        let is_aligned = (start - line.part.start).abs() < self.size * EDGE;
        // In a column that is not the first, text may be centred.
        let before = self.cells.iter().rev().nth(1).map(|before| edges(before).1);
        let is_within = before.is_some_and(|before| line.part.start > before)
            && line.part.start < end
            && line.part.end > start;
        (self.size * LEVEL..self.size * LINE).contains(&fall) && (is_aligned || is_within)
    }

    /// Whether this is the first line of a further cell.
    fn stands_beside(&self, line: ShownLine<'a>) -> bool {
        let is_right = self.cells.last().is_some_and(|cell| line.part.start > edges(cell).1);
        is_right && (line.base - self.top()).abs() < self.size * LEVEL
    }

    /// The row that begins within the only cell of this one, if this line stands beside a line that
    /// seemed to go on with the paragraph above. That paragraph stays a row by itself.
    fn split_at(&mut self, line: ShownLine<'a>) -> Option<ShownRow<'a>> {
        let [only] = self.cells.as_mut_slice() else { return None };
        let is_level = |other: &ShownLine<'_>| (other.base - line.base).abs() < self.size * LEVEL;
        let at = only.iter().position(is_level).filter(|at| *at > 0)?;
        let is_right = line.part.start > edges(&only[at..]).1;
        is_right.then(|| ShownRow { cells: vec![only.split_off(at)], size: self.size })
    }
}

/// Where a cell begins and ends.
fn edges(cell: &[ShownLine<'_>]) -> (f64, f64) {
    let start = cell.iter().map(|line| line.part.start).fold(f64::INFINITY, f64::min);
    let end = cell.iter().map(|line| line.part.end).fold(f64::NEG_INFINITY, f64::max);
    (start, end)
}

/// Rows whose cells line up.
struct PdfColumns {
    columns: Vec<PdfColumn>,
    rows: usize,
    longest: usize,
}

#[derive(Default)]
struct PdfColumn {
    /// Where its cells begin and end.
    edges: Vec<(f64, f64)>,
    /// The text of each row's cell.
    texts: Vec<String>,
}

impl PdfColumns {
    fn of(row: &ShownRow<'_>) -> PdfColumns {
        let columns = row
            .cells
            .iter()
            .map(|cell| PdfColumn { edges: vec![edges(cell)], texts: vec![text(cell)] });
        let longest = row.cells.iter().map(Vec::len).max().unwrap_or(0);
        PdfColumns { columns: columns.collect(), rows: 1, longest }
    }

    /// Adds a row, if at least two of its cells line up with those above and the others leave room.
    fn take(&mut self, row: &ShownRow<'_>) -> bool {
        let near = row.size * EDGE;
        let first = |columns: &[PdfColumn]| columns.first().and_then(PdfColumn::start);
        let leads = |(_, end): (f64, f64)| first(&self.columns).is_some_and(|first| end < first);
        let mut places = Vec::new();
        let mut next = 0;
        // A heading has often no cell above the first column.
        let has_new = row.cells.first().is_some_and(|cell| leads(edges(cell)));
        for cell in row.cells.iter().skip(usize::from(has_new)) {
            let rest = self.columns.iter().skip(next);
            let found = rest.into_iter().position(|column| column.has(edges(cell), near));
            let Some(found) = found else { return false };
            places.push(next + found);
            next += found + 1;
        }
        if places.len() < 2 {
            return false;
        }
        if has_new {
            let texts = vec![String::new(); self.rows];
            self.columns.insert(0, PdfColumn { edges: Vec::new(), texts });
            places = std::iter::once(0).chain(places.into_iter().map(|at| at + 1)).collect();
        }
        for (cell, at) in row.cells.iter().zip(places) {
            if let Some(column) = self.columns.get_mut(at) {
                column.edges.push(edges(cell));
                column.texts.push(text(cell));
            }
            self.longest = self.longest.max(cell.len());
        }
        self.rows += 1;
        for column in &mut self.columns {
            column.texts.resize(self.rows, String::new());
        }
        true
    }

    /// Whether it is a table, and neither one line, two columns of running text nor a list with numbers,
    /// such as a table of contents, or with names that end with a colon.
    fn is_table(&self) -> bool {
        let is_sign = |text: &String| text.parse::<u16>().is_ok() || text.ends_with(':');
        let is_list = || {
            self.columns.len() == 2
                && (self.longest > LONGEST
                    || self.columns.iter().any(|column| column.texts.iter().all(is_sign)))
        };
        self.rows > 1 && self.columns.len() > 1 && !is_list()
    }

    fn markdown(&self) -> String {
        let row = |n: usize| {
            let cells = self.columns.iter().map(|column| column.texts[n].replace('|', "\\|"));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = format!("| {} |", vec!["---"; self.columns.len()].join(" | "));
        let mut lines: Vec<String> = (0..self.rows).map(row).collect();
        lines.insert(1, rule);
        lines.join("\n")
    }
}

impl PdfColumn {
    fn start(&self) -> Option<f64> {
        self.edges.iter().map(|(start, _)| *start).reduce(f64::min)
    }

    /// Whether a cell lines up with one of its cells: at the left, at the right or in the middle.
    fn has(&self, (start, end): (f64, f64), near: f64) -> bool {
        self.edges.iter().any(|(own_start, own_end)| {
            let middle = (own_start + own_end - start - end) / 2.0;
            [own_start - start, own_end - end, middle].iter().any(|apart| apart.abs() < near)
        })
    }
}

/// The text of a cell on one line.
fn text(cell: &[ShownLine<'_>]) -> String {
    let mut text = String::new();
    for line in cell {
        super::joining::append(&mut text, &line.part.text);
    }
    text
}

#[cfg(test)]
mod tests;
