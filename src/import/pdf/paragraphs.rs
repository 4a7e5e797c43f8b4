//! The lines of a PDF's pages as paragraphs, headings, lists, tables and footnotes, as Markdown.

use super::joining::append;
use super::lines::{PdfLine, lines, tenths, usual_size, without_repeated};
use super::notes::PdfNotes;
use super::page::PdfPiece;
use super::tables::tables;
use crate::import::items::{ImportedItem, ItemLevels};
use crate::import::lines::{from_text, is_bullet};
use crate::import::plain::escaped_start;

/// A part of the text.
enum PdfBlock {
    Paragraph(PdfParagraph),
    /// As Markdown.
    Table(String),
}

/// A paragraph, with the size of its letters.
struct PdfParagraph {
    text: String,
    size: f64,
    /// Where its first line begins.
    start: f64,
    last: PdfLine,
}

/// How much larger than those of the text the letters of a heading are.
const HEADING: f64 = 1.15;
/// How far the signs of one list may be from each other, in parts of the size of their letters.
const NEAR: f64 = 0.7;
/// How many paragraphs before an item `b)` the item `a)` may begin.
const LETTERS: usize = 12;

/// The text of pages.
pub fn markdown(pages: Vec<Vec<PdfPiece>>) -> String {
    let pages: Vec<Vec<PdfLine>> = pages.into_iter().map(lines).collect();
    let body = usual_size(&pages);
    let mut notes = PdfNotes::default();
    let mut all: Vec<PdfBlock> = Vec::new();
    for page in without_repeated(pages, body) {
        blocks(&notes.take(page, body), &mut all);
    }
    let mut sizes: Vec<i64> = all
        .iter()
        .filter_map(PdfBlock::paragraph)
        .filter(|paragraph| paragraph.is_heading(body))
        .map(|paragraph| tenths(paragraph.size))
        .collect();
    sizes.sort_by_key(|size| std::cmp::Reverse(*size));
    sizes.dedup();
    let mut levels = ItemLevels::default();
    let mut shown: Vec<String> = Vec::new();
    for (n, block) in all.iter().enumerate() {
        let before = &all[n.saturating_sub(LETTERS)..n];
        let text = block.paragraph().filter(|paragraph| !paragraph.is_heading(body));
        let item = text.and_then(|paragraph| Some((paragraph, paragraph.item(before)?)));
        if item.is_none() {
            levels.end();
        }
        shown.push(match (block, item) {
            (PdfBlock::Table(text), _) => text.clone(),
            (PdfBlock::Paragraph(paragraph), None) if paragraph.is_heading(body) => {
                let level = sizes.iter().position(|size| *size == tenths(paragraph.size));
                format!("{} {}", "#".repeat(level.unwrap_or(0).min(3) + 1), paragraph.text)
            }
            (PdfBlock::Paragraph(_), Some((paragraph, item))) => {
                levels.line(item, paragraph.start, paragraph.size * NEAR)
            }
            (PdfBlock::Paragraph(paragraph), None) => escaped_start(&paragraph.text),
        });
    }
    for note in &notes.notes {
        let mut text = String::new();
        note.lines.iter().for_each(|line| append(&mut text, line));
        shown.push(format!("[^{}]: {text}", note.name));
    }
    from_text(&shown.join("\n\n"))
}

/// The parts of a page, after those before it.
fn blocks(page: &[PdfLine], all: &mut Vec<PdfBlock>) {
    let right = page.iter().map(|line| line.end).fold(0.0, f64::max);
    let mut tables = tables(page).into_iter().peekable();
    let mut n = 0;
    while let Some(line) = page.get(n) {
        if let Some(table) = tables.next_if(|table| table.lines.start == n) {
            n = table.lines.end;
            all.push(PdfBlock::Table(table.text));
            continue;
        }
        let is_item = {
            let before = &all[all.len().saturating_sub(LETTERS)..];
            begins_item(&line.text) || lettered(&line.text, before).is_some()
        };
        match all.last_mut() {
            Some(PdfBlock::Paragraph(last)) if !is_item && goes_on(last, line, n == 0, right) => {
                last.add(line);
            }
            _ => all.push(PdfBlock::Paragraph(PdfParagraph {
                text: line.text.clone(),
                size: line.size,
                start: line.start,
                last: line.clone(),
            })),
        }
        n += 1;
    }
}

impl PdfBlock {
    fn paragraph(&self) -> Option<&PdfParagraph> {
        match self {
            PdfBlock::Paragraph(paragraph) => Some(paragraph),
            PdfBlock::Table(_) => None,
        }
    }
}

impl PdfParagraph {
    fn is_heading(&self, body: f64) -> bool {
        self.size > body * HEADING
            && self.text.chars().count() < 160
            && self.text.contains(char::is_alphabetic)
            && !self.text.starts_with(is_bullet)
    }

    /// The item that it is, if it is one.
    fn item<'a>(&'a self, before: &'a [PdfBlock]) -> Option<ImportedItem<'a>> {
        ImportedItem::of(&self.text).or_else(|| lettered(&self.text, before))
    }

    fn add(&mut self, line: &PdfLine) {
        append(&mut self.text, &line.text);
        self.last = line.clone();
    }
}

/// Whether a line goes on with a paragraph.
fn goes_on(paragraph: &PdfParagraph, line: &PdfLine, is_first_of_page: bool, right: f64) -> bool {
    let last = &paragraph.last;
    let alike = (paragraph.size - line.size).abs() < paragraph.size * 0.08;
    // What looks like a row of a table stays on a line of its own, with what goes on below its last
    // cell.
    let below = last.cells.last().is_some_and(|cell| (cell.start - line.start).abs() < line.size);
    if !alike || line.is_parted || (last.is_parted && !below) {
        return false;
    }
    let small = line.text.starts_with(char::is_lowercase);
    if is_first_of_page {
        // A sentence that goes on over the page.
        return small && !paragraph.text.ends_with(['.', ':', '?', '!']);
    }
    let gap = last.base - line.base;
    // Something else stands beside it, or above.
    if gap < line.size * 0.3 || gap > line.size * 1.65 {
        return false;
    }
    // After a sentence that ends where the next word had had room.
    let is_done = paragraph.text.ends_with(['.', ':', '?', '!'])
        && last.end + line.first_word() + line.size / 2.0 < right;
    let is_short = last.end < right * 0.78;
    small || !(is_short || is_done)
}

/// Whether a line begins with the sign or the number of an item. A dash may be one in a sentence, and
/// a number of three digits its end.
fn begins_item(text: &str) -> bool {
    let item = ImportedItem::of(text).filter(|item| item.sign.len() < 4);
    item.is_some() && !text.trim_start().starts_with('–')
}

/// The item with a letter that a line is, if it is one.
fn lettered<'a>(line: &'a str, before: &'a [PdfBlock]) -> Option<ImportedItem<'a>> {
    let before = before.iter().filter_map(PdfBlock::paragraph).map(|paragraph| &*paragraph.text);
    ImportedItem::lettered(line, before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[(&str, f64, f64)]) -> Vec<PdfPiece> {
        let pieces = lines.iter().map(|(text, base, size)| PdfPiece {
            text: (*text).to_owned(),
            start: 70.0,
            end: 70.0 + text.chars().count() as f64 * size * 0.5,
            base: *base,
            size: *size,
        });
        pieces.collect()
    }

    fn piece(text: &str, start: f64, base: f64) -> PdfPiece {
        let end = start + text.chars().count() as f64 * 5.0;
        PdfPiece { text: text.to_owned(), start, end, base, size: 10.0 }
    }

    #[test]
    fn lines_become_paragraphs_lists_and_headings() {
        let text = page(&[
            ("Medborgarlöfte", 760.0, 18.0),
            ("Polisen och kommunen arbetar tillsammans för att med-", 730.0, 11.0),
            ("borgarna ska känna sig trygga, med polis- och", 716.0, 11.0),
            ("kommunpersonal på plats hela dagen.", 702.0, 11.0),
            ("• Fler patruller", 680.0, 11.0),
            ("• Bättre ljus", 666.0, 11.0),
            ("1 (2)", 40.0, 9.0),
        ]);
        assert_eq!(
            markdown(vec![text]),
            "# Medborgarlöfte\n\nPolisen och kommunen arbetar tillsammans för att medborgarna ska känna sig trygga, med polis- och kommunpersonal på plats hela dagen.\n\n- Fler patruller\n- Bättre ljus\n"
        );
    }

    #[test]
    fn what_stands_on_every_page_is_no_text() {
        let pages = (1..=3).map(|n| {
            let (number, own) = (format!("Sida {n} av 3"), format!("Stycke {n}, som säger något."));
            page(&[("Håbo kommun", 800.0, 9.0), (&own, 700.0, 11.0), (&number, 40.0, 9.0)])
        });
        assert_eq!(
            markdown(pages.collect()),
            "Stycke 1, som säger något.\n\nStycke 2, som säger något.\n\nStycke 3, som säger något.\n"
        );
    }

    #[test]
    fn rows_that_are_no_table_stay_on_lines_of_their_own() {
        let rows = vec![
            piece(
                "Löftet gäller hela året och i alla delar av kommunen, dag och natt.",
                50.0,
                712.0,
            ),
            piece("Ansvar:", 50.0, 700.0),
            piece("Polisen i samverkan med", 150.0, 700.0),
            piece("kommunen", 150.0, 688.0),
            piece("Mål:", 50.0, 676.0),
            piece("Två insatser", 150.0, 676.0),
            piece("Text.", 50.0, 664.0),
        ];
        assert_eq!(
            markdown(vec![rows]),
            "Löftet gäller hela året och i alla delar av kommunen, dag och natt.\n\nAnsvar: Polisen i samverkan med kommunen\n\nMål: Två insatser\n\nText.\n"
        );
    }

    #[test]
    fn a_table_stands_between_its_paragraphs_and_lists_lie_within_each_other() {
        let shown = vec![
            piece("Före.", 50.0, 712.0),
            piece("Vad", 50.0, 700.0),
            piece("När", 150.0, 700.0),
            piece("Ljus", 50.0, 688.0),
            piece("Maj", 150.0, 688.0),
            piece("1.", 60.0, 676.0),
            piece("Orsak", 80.0, 676.0),
            piece("a)", 80.0, 664.0),
            piece("personalbrist", 100.0, 664.0),
            piece("b)", 80.0, 652.0),
            piece("fel på mätaren", 100.0, 652.0),
            piece("2.", 60.0, 640.0),
            piece("Följd", 80.0, 640.0),
        ];
        assert_eq!(
            markdown(vec![shown]),
            "Före.\n\n| Vad | När |\n| --- | --- |\n| Ljus | Maj |\n\n1. Orsak\n   - a) personalbrist\n   - b) fel på mätaren\n2. Följd\n"
        );
    }

    #[test]
    fn a_paragraph_ends_with_a_sentence_that_had_room_for_more() {
        let text = |last: &str| {
            page(&[
                (
                    "Polisen och kommunen arbetar tillsammans för att alla ska känna sig trygga.",
                    730.0,
                    10.0,
                ),
                (last, 718.0, 10.0),
                ("Nästa stycke börjar här.", 706.0, 10.0),
            ])
        };
        let almost = "De gör det varje dag och varje natt, hela året, i hela kommunen.";
        assert_eq!(markdown(vec![text(almost)]).matches("\n\n").count(), 1);
        let full = "De gör det varje dag och varje natt, hela året, i hela kommunen, i alla år.";
        assert_eq!(markdown(vec![text(full)]).matches("\n\n").count(), 0);
    }
}
