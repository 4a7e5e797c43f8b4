//! The pieces of text of a PDF's pages as lines, the lines as paragraphs, and these as Markdown.

use std::collections::{BTreeMap, BTreeSet};

use super::page::PdfPiece;
use crate::import::lines::{escaped_start, from_text, is_bullet};

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
struct PdfLine {
    text: String,
    start: f64,
    end: f64,
    base: f64,
    size: f64,
}

/// A paragraph, with the size of its letters.
struct PdfParagraph {
    text: String,
    size: f64,
    last: PdfLine,
}

/// How much larger than those of the text the letters of a heading are.
const HEADING: f64 = 1.15;

/// The text of pages.
pub fn markdown(pages: Vec<Vec<PdfPiece>>) -> String {
    let pages: Vec<Vec<PdfLine>> = pages.into_iter().map(lines).collect();
    let body = usual_size(&pages);
    let pages = without_repeated(pages, body);
    let mut paragraphs: Vec<PdfParagraph> = Vec::new();
    for page in &pages {
        let right = page.iter().map(|line| line.end).fold(0.0, f64::max);
        for (n, line) in page.iter().enumerate() {
            match paragraphs.last_mut() {
                Some(last) if goes_on(last, line, n == 0, right) => last.add(line),
                _ => paragraphs.push(PdfParagraph {
                    text: line.text.clone(),
                    size: line.size,
                    last: line.clone(),
                }),
            }
        }
    }
    let mut sizes: Vec<i64> = paragraphs
        .iter()
        .filter(|paragraph| paragraph.is_heading(body))
        .map(|paragraph| tenths(paragraph.size))
        .collect();
    sizes.sort_by_key(|size| std::cmp::Reverse(*size));
    sizes.dedup();
    let blocks = paragraphs.iter().map(|paragraph| {
        if paragraph.is_heading(body) {
            let level = sizes.iter().position(|size| *size == tenths(paragraph.size));
            return format!("{} {}", "#".repeat(level.unwrap_or(0).min(3) + 1), paragraph.text);
        }
        escaped_start(&paragraph.text)
    });
    from_text(&blocks.collect::<Vec<_>>().join("\n\n"))
}

fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

impl PdfParagraph {
    fn is_heading(&self, body: f64) -> bool {
        self.size > body * HEADING
            && self.text.chars().count() < 160
            && self.text.contains(char::is_alphabetic)
            && !self.text.starts_with(is_bullet)
    }

    fn add(&mut self, line: &PdfLine) {
        let next = line.text.trim_start();
        let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        // "polis- och kommun" is two words, "med-borgare" is one.
        let is_pair = matches!(&*word, "och" | "eller" | "samt" | "respektive");
        let divided = self.text.ends_with(['-', '\u{ad}', '‐'])
            && self.text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
            && next.starts_with(char::is_lowercase);
        if divided && !is_pair {
            self.text.pop();
        } else if !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(next);
        self.last = line.clone();
    }
}

/// Whether a line goes on with a paragraph.
fn goes_on(paragraph: &PdfParagraph, line: &PdfLine, is_first_of_page: bool, right: f64) -> bool {
    let last = &paragraph.last;
    let alike = (paragraph.size - line.size).abs() < paragraph.size * 0.08;
    if !alike || begins_item(&line.text) {
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
    let is_short = last.end < right * 0.78;
    small || !is_short
}

/// Whether a line begins with the sign or the number of an item.
fn begins_item(text: &str) -> bool {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..3).contains(&digits)
        && (text[digits..].starts_with(". ") || text[digits..].starts_with(") "));
    number || text.starts_with("- ") || text.starts_with(|c| is_bullet(c) && c != '–')
}

/// The lines of a page, in the order in which they are shown.
fn lines(pieces: Vec<PdfPiece>) -> Vec<PdfLine> {
    let mut lines: Vec<PdfLine> = Vec::new();
    for piece in pieces {
        if let Some(line) = lines.last_mut()
            && stands_in(line, &piece)
        {
            let gap = piece.start - line.end;
            let is_space = gap > line.size.min(piece.size) * 0.16;
            let touches = line.text.ends_with(char::is_whitespace)
                || piece.text.starts_with(char::is_whitespace);
            if is_space && !touches && !line.text.is_empty() {
                line.text.push(' ');
            }
            line.text.push_str(&piece.text);
            line.end = line.end.max(piece.end);
            if piece.size > line.size && !piece.text.trim().is_empty() {
                (line.size, line.base) = (piece.size, piece.base);
            }
            continue;
        }
        let PdfPiece { text, start, end, base, size } = piece;
        lines.push(PdfLine { text, start, end, base, size });
    }
    for line in &mut lines {
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// Whether a piece stands in a line and after what is there already; a note's number stands higher.
fn stands_in(line: &PdfLine, piece: &PdfPiece) -> bool {
    let size = line.size.max(piece.size);
    (line.base - piece.base).abs() < size * 0.45 && piece.start > line.end - size * 1.5
}

/// The size of most of the text.
fn usual_size(pages: &[Vec<PdfLine>]) -> f64 {
    let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        *sizes.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let usual = sizes.into_iter().max_by_key(|(_, length)| *length);
    usual.map_or(0.0, |(size, _)| size as f64 / 10.0)
}

/// Without what stands at the head or foot of most pages, and without their numbers. What has a
/// number that differs may be text, unless it is smaller than that and the number is first or last.
fn without_repeated(mut pages: Vec<Vec<PdfLine>>, body: f64) -> Vec<Vec<PdfLine>> {
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
}
