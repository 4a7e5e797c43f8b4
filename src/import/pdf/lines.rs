//! The pieces of text of a PDF's pages as lines, without what only belongs to the pages.

use std::collections::{BTreeMap, BTreeSet};

use super::page::PdfPiece;
use crate::import::items::is_sign;

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfLine {
    pub text: String,
    /// The parts of the text between wide gaps, from left to right.
    pub cells: Vec<PdfCell>,
    pub start: f64,
    pub end: f64,
    pub base: f64,
    pub size: f64,
    /// Whether there is a gap in it that no word space and no justified line has.
    pub is_parted: bool,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfCell {
    pub text: String,
    pub start: f64,
    pub end: f64,
}

/// How wide a gap is between two words, between two cells of a table, and where nothing goes on; in
/// parts of the size of the letters.
const SPACE: f64 = 0.16;
const CELL: f64 = 0.9;
const PARTED: f64 = 2.0;

/// The lines of a page, in the order in which they are shown.
pub fn lines(pieces: Vec<PdfPiece>) -> Vec<PdfLine> {
    let mut lines: Vec<PdfLine> = Vec::new();
    for piece in pieces {
        match lines.last_mut().filter(|line| stands_in(line, &piece)) {
            Some(line) => line.add(piece),
            None => lines.push(PdfLine::of(piece)),
        }
    }
    for line in &mut lines {
        line.cells.retain(|cell| !cell.text.trim().is_empty());
        for cell in &mut line.cells {
            cell.text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        line.start = line.cells.first().map_or(line.start, |cell| cell.start);
        line.join();
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

impl PdfLine {
    fn of(piece: PdfPiece) -> PdfLine {
        let PdfPiece { text, start, end, base, size } = piece;
        let cells = vec![PdfCell { text, start, end }];
        PdfLine { text: String::new(), cells, start, end, base, size, is_parted: false }
    }

    /// Adds what stands after it.
    fn add(&mut self, piece: PdfPiece) {
        let size = self.size.min(piece.size);
        let raised = self.raised(&piece);
        let blank = piece.text.trim().is_empty();
        let gap = piece.start - self.end;
        let is_first = self.cells.len() == 1;
        let Some(cell) = self.cells.last_mut() else { return };
        let is_begun = !cell.text.trim().is_empty();
        // After the sign of an item there is a gap that says nothing.
        let follows_sign = is_first && is_sign(&cell.text);
        let wide = piece.start - cell.end;
        if is_begun && !blank && raised.is_none() && !follows_sign && wide > size * CELL {
            self.is_parted |= wide > size * PARTED;
            self.cells.push(PdfCell { text: piece.text, start: piece.start, end: piece.end });
        } else {
            let touches = cell.text.ends_with(char::is_whitespace)
                || piece.text.starts_with(char::is_whitespace);
            if raised.is_none() && gap > size * SPACE && !touches && !cell.text.is_empty() {
                cell.text.push(' ');
            }
            cell.text.push_str(raised.as_ref().unwrap_or(&piece.text));
            if !is_begun && !blank {
                cell.start = piece.start;
            }
            if !blank {
                cell.end = cell.end.max(piece.end);
            }
        }
        self.end = self.end.max(piece.end);
        if piece.size > self.size && !blank {
            (self.size, self.base) = (piece.size, piece.base);
        }
    }

    /// The digits of a small piece that stands higher than the line, such as the number of a note, as
    /// digits that stand high by themselves.
    fn raised(&self, piece: &PdfPiece) -> Option<String> {
        let is_small = piece.size < self.size * 0.8;
        let is_high = piece.base > self.base + self.size * 0.1;
        let digits = piece.text.trim();
        let follows = self.cells.last().is_some_and(|cell| !cell.text.trim().is_empty());
        let is_number =
            !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == ',');
        (follows && is_small && is_high && is_number).then(|| superscript(digits))
    }

    /// How wide its first word is, about.
    pub fn first_word(&self) -> f64 {
        let Some(cell) = self.cells.first() else { return 0.0 };
        let letters = |text: &str| text.chars().count() as f64;
        let word = cell.text.split_whitespace().next().unwrap_or_default();
        (cell.end - cell.start) * letters(word) / letters(&cell.text).max(1.0)
    }

    /// Puts the text together of its cells.
    pub fn join(&mut self) {
        let cells: Vec<&str> = self.cells.iter().map(|cell| cell.text.as_str()).collect();
        self.text = cells.join(" ");
    }
}

/// Digits as those that stand high.
pub fn superscript(digits: &str) -> String {
    const HIGH: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digits.chars().map(|c| digit(c).and_then(|n| HIGH.get(n)).copied().unwrap_or(c)).collect()
}

/// Whether a piece stands in a line and after what is there already; a note's number stands higher.
fn stands_in(line: &PdfLine, piece: &PdfPiece) -> bool {
    let size = line.size.max(piece.size);
    (line.base - piece.base).abs() < size * 0.45 && piece.start > line.end - size * 1.5
}

/// A size in tenths of a point.
pub fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

/// The size of most of the text.
pub fn usual_size(pages: &[Vec<PdfLine>]) -> f64 {
    let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *sizes.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let usual = sizes.into_iter().max_by_key(|(_, length)| *length);
    usual.map_or(0.0, |(size, _)| size as f64 / 10.0)
}

/// Without what stands at the head or foot of most pages, and without their numbers. What has a
/// number that differs may be text, unless it is smaller than that and the number is first or last.
pub fn without_repeated(mut pages: Vec<Vec<PdfLine>>, body: f64) -> Vec<Vec<PdfLine>> {
    let count = pages.len();
    let on_pages = |said: &dyn Fn(&PdfLine) -> String| {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for page in &pages {
            let own: BTreeSet<String> = edges(page).into_iter().map(|n| said(&page[n])).collect();
            for one in own {
                *seen.entry(one).or_default() += 1;
            }
        }
        seen
    };
    let seen = on_pages(&|line| pattern(&line.text));
    let exact = on_pages(&|line| line.text.clone());
    for page in &mut pages {
        let unwanted: Vec<usize> = edges(page)
            .into_iter()
            .filter(|n| {
                let pattern = pattern(&page[*n].text);
                let often = count > 2 && seen.get(&pattern).is_some_and(|seen| *seen * 2 > count);
                let same = exact.get(&page[*n].text).is_some_and(|seen| *seen * 2 > count);
                let numbered =
                    pattern.starts_with('#') || pattern.trim_end_matches(')').ends_with('#');
                (often && (same || numbered && page[*n].size < body * 0.95))
                    || is_page_number(&pattern)
            })
            .collect();
        let mut n = 0;
        page.retain(|_| {
            n += 1;
            !unwanted.contains(&(n - 1))
        });
    }
    pages
}

/// The lines that stand highest and lowest on a page.
fn edges(page: &[PdfLine]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|a, b| page[*b].base.total_cmp(&page[*a].base));
    let (first, last) = (order.iter().take(3), order.iter().rev().take(3));
    let mut edges: Vec<usize> = first.chain(last).copied().collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// A line with every number as `#`.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        match character.is_ascii_digit() {
            true if pattern.ends_with('#') => {}
            true => pattern.push('#'),
            false => pattern.push(character),
        }
    }
    pattern
}

/// "3", "3 (12)", "Sida 3 av 12"
fn is_page_number(pattern: &str) -> bool {
    let words = pattern.to_lowercase();
    let words = words.trim_start_matches("sida").trim_start_matches("page");
    let bare: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(&*bare, "#" | "#(#)" | "#av#" | "#of#" | "#/#" | "-#-" | "–#–")
}
