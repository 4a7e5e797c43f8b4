//! The footnotes of a PDF's pages: a small number that stands high in the text, and a line at the foot
//! of the same page that begins with it.

use std::collections::BTreeSet;

use super::lines::{PdfLine, superscript};

/// How much smaller than the text a note is, at least.
const SMALLER: f64 = 0.95;
/// How far apart the lines of a note are, at most, in parts of their size.
const LINE: f64 = 1.65;

/// The footnotes of all pages.
#[derive(Default)]
pub struct PdfNotes {
    /// The lines of each, without its number.
    pub notes: Vec<PdfNote>,
    used: BTreeSet<usize>,
}

/// A footnote.
pub struct PdfNote {
    pub name: usize,
    pub lines: Vec<String>,
}

impl PdfNotes {
    /// Takes the notes of a page out of its lines, and names the places that refer to them. What
    /// nothing refers to is no note.
    pub fn take(&mut self, page: Vec<PdfLine>, body: f64) -> Vec<PdfLine> {
        let numbers: Vec<Option<String>> =
            page.iter().map(|line| number(line, &page, body)).collect();
        let mut rest: Vec<PdfLine> = Vec::new();
        let mut named: Vec<(String, usize)> = Vec::new();
        // The last line of the note that is being read.
        let mut open: Option<PdfLine> = None;
        for (line, number) in page.into_iter().zip(numbers) {
            if let Some(number) = number {
                let name = self.name(&number);
                let text = line.text.get(number.len()..).unwrap_or_default().trim().to_owned();
                self.notes.push(PdfNote { name, lines: vec![text] });
                named.push((superscript(&number), name));
                open = Some(line);
                continue;
            }
            let goes_on = open.as_ref().is_some_and(|last| {
                let fall = last.base - line.base;
                (last.size - line.size).abs() < last.size * 0.08
                    && (last.size * 0.3..last.size * LINE).contains(&fall)
            });
            match self.notes.last_mut().filter(|_| goes_on) {
                Some(note) => {
                    note.lines.push(line.text.clone());
                    open = Some(line);
                }
                None => {
                    open = None;
                    rest.push(line);
                }
            }
        }
        for line in &mut rest {
            for cell in &mut line.cells {
                for (number, name) in &named {
                    cell.text = referring(&cell.text, number, *name);
                }
            }
            line.join();
        }
        rest
    }

    /// A name that no other note has: its number, unless another page has a note of that number.
    fn name(&mut self, number: &str) -> usize {
        let own = number.parse().unwrap_or(1_usize);
        let name = match self.used.last() {
            Some(last) if self.used.contains(&own) => last + 1,
            _ => own,
        };
        self.used.insert(name);
        name
    }
}

/// The number that a line begins with, if it is that of a note: small, and referred to above.
fn number(line: &PdfLine, page: &[PdfLine], body: f64) -> Option<String> {
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.text.split_at(digits);
    let is_note = (1..4).contains(&digits) && rest.starts_with(' ') && line.size < body * SMALLER;
    let high = superscript(number);
    let refers = |other: &PdfLine| other.base > line.base && !places(&other.text, &high).is_empty();
    (is_note && page.iter().any(refers)).then(|| number.to_owned())
}

/// Where a number that stands high is in a text, whole.
fn places(text: &str, high: &str) -> Vec<usize> {
    let is_high = |c: char| superscript("0123456789").contains(c);
    let places = text.match_indices(high).map(|(at, _)| at);
    places
        .filter(|at| {
            !text[..*at].ends_with(is_high) && !text[at + high.len()..].starts_with(is_high)
        })
        .collect()
}

/// A text whose numbers that stand high refer to a note.
fn referring(text: &str, high: &str, name: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in places(text, high) {
        out.push_str(&text[done..at]);
        out.push_str(&format!("[^{name}]"));
        done = at + high.len();
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pdf::lines::lines;
    use crate::import::pdf::page::PdfPiece;

    fn page(pieces: &[(&str, f64, f64, f64)]) -> Vec<PdfLine> {
        let pieces = pieces.iter().map(|(text, start, base, size)| PdfPiece {
            text: (*text).to_owned(),
            start: *start,
            end: start + text.chars().count() as f64 * size * 0.5,
            base: *base,
            size: *size,
        });
        lines(pieces.collect())
    }

    fn texts(page: &[PdfLine]) -> Vec<&str> {
        page.iter().map(|line| &*line.text).collect()
    }

    #[test]
    fn a_number_that_stands_high_refers_to_the_note_at_the_foot() {
        let first = page(&[
            ("212 pass", 50.0, 700.0, 12.0),
            ("1", 98.0, 705.0, 7.0),
            (", mot 200.", 102.0, 700.0, 12.0),
            ("12 m", 50.0, 686.0, 12.0),
            ("2", 74.0, 691.0, 7.0),
            ("1", 50.0, 100.0, 10.0),
            ("Räknat till och", 70.0, 100.0, 10.0),
            ("med november.", 50.0, 88.0, 10.0),
            ("Sidfot", 50.0, 40.0, 10.0),
        ]);
        let mut notes = PdfNotes::default();
        let rest = notes.take(first, 12.0);
        assert_eq!(texts(&rest), ["212 pass[^1], mot 200.", "12 m²", "Sidfot"]);
        // The next page begins anew with its numbers.
        let second = page(&[
            ("Tre", 50.0, 700.0, 12.0),
            ("1", 68.0, 705.0, 7.0),
            ("1 Enligt Brå.", 50.0, 100.0, 10.0),
        ]);
        assert_eq!(texts(&notes.take(second, 12.0)), ["Tre[^2]"]);
        let found: Vec<_> =
            notes.notes.iter().map(|note| (note.name, note.lines.join(" "))).collect();
        assert_eq!(
            found,
            [(1, "Räknat till och med november.".to_owned()), (2, "Enligt Brå.".to_owned())]
        );
    }

    #[test]
    fn a_small_line_that_nothing_refers_to_stays() {
        let page = page(&[("Text.", 50.0, 700.0, 12.0), ("1 mars 2026", 50.0, 100.0, 10.0)]);
        let mut notes = PdfNotes::default();
        assert_eq!(texts(&notes.take(page, 12.0)), ["Text.", "1 mars 2026"]);
        assert!(notes.notes.is_empty());
    }
}
