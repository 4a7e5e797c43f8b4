//! Text that was never Markdown, as Markdown: what Markdown would take for its own signs is escaped,
//! indented lines are no code, and where a program has written each paragraph on a line of its own
//! there is an empty line between them.

use super::items::{ImportedItem, ItemLevels};
use super::lines::{tidy, visible};

/// How many spaces a tab at the beginning of a line stands for.
const TAB: usize = 4;
/// How many spaces the signs of one list may differ by, such as those of `9.` and `10.`.
const NEAR: f64 = 1.0;
/// How many lines before an item `b)` the item `a)` may begin.
const LETTERS: usize = 12;

/// Markdown of a plain text.
pub fn from_plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{c}'], "\n");
    let lines: Vec<String> = text.lines().map(visible).collect();
    let bare: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let apart = is_paragraph_a_line(&bare);
    let mut levels = ItemLevels::default();
    let mut out: Vec<String> = Vec::new();
    // Whether what is open ends here.
    let mut ended = true;
    for (n, (line, text)) in lines.iter().zip(&bare).enumerate() {
        if text.is_empty() {
            out.push(String::new());
            ended = true;
            continue;
        }
        if apart {
            out.push(String::new());
        }
        let before = bare[n.saturating_sub(LETTERS)..n].iter().copied();
        match item(text).or_else(|| ImportedItem::lettered(text, before)) {
            Some(item) => out.push(levels.line(item, indent(line) as f64, NEAR)),
            None => {
                // A line after an item, in a text of short lines, goes on with it.
                if ended || apart {
                    levels.end();
                }
                out.push(escaped_start(text));
            }
        }
        ended = false;
    }
    tidy(out.into_iter())
}

fn item(line: &str) -> Option<ImportedItem<'_>> {
    let starred = line.strip_prefix("* ").map(str::trim_start);
    let starred = starred.map(|text| ImportedItem { sign: "-", text });
    starred.or_else(|| ImportedItem::of(line))
}

/// How many spaces a line begins with.
fn indent(line: &str) -> usize {
    let blank = line.chars().take_while(|c| c.is_whitespace());
    blank.map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

/// A line that was never Markdown, so that its first sign is no sign of Markdown's.
pub fn escaped_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    match rest.starts_with(". ") || rest.starts_with(") ") {
        // A year that ends a sentence is the number of no item.
        true if digits > 3 => format!("{number}\\{rest}"),
        _ if line.starts_with(['#', '>', '+']) => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// Whether every line is a paragraph, as Word and LibreOffice save a document as text: between lines
/// are hardly any empty ones, and most of them end although the next word had had room in them.
fn is_paragraph_a_line(lines: &[&str]) -> bool {
    let length = |line: &str| line.chars().count();
    let width = lines.iter().map(|line| length(line)).max().unwrap_or(0);
    let (mut breaks, mut needless, mut gaps) = (0_usize, 0_usize, 0_usize);
    let mut last: Option<&str> = None;
    let mut is_gap = false;
    for &line in lines {
        if line.is_empty() {
            is_gap = true;
            continue;
        }
        if let Some(last) = last {
            let word = line.split_whitespace().next().unwrap_or_default();
            if is_gap {
                gaps += 1;
            } else if item(line).is_none() {
                breaks += 1;
                needless += usize::from(length(last) + 1 + length(word) <= width);
            }
        }
        (last, is_gap) = (Some(line), false);
    }
    needless * 2 > breaks && gaps * 3 <= breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_each_paragraph_is_told_from_lines_that_were_broken() {
        let each = "Löfte 2026\nPolisen och kommunen arbetar tillsammans för att alla ska känna sig trygga, hela året.\nVi lovar\n    • ljus\n    • ljud\nBålsta den 14 januari 2026\n";
        assert_eq!(
            from_plain(each),
            "Löfte 2026\n\nPolisen och kommunen arbetar tillsammans för att alla ska känna sig trygga, hela året.\n\nVi lovar\n\n- ljus\n- ljud\n\nBålsta den 14 januari 2026\n"
        );
        // An empty paragraph, such as the one after a table, makes no difference.
        assert_eq!(
            from_plain("Ett\nTvå\nTre\nFyra fem\n\nSex\n"),
            "Ett\n\nTvå\n\nTre\n\nFyra fem\n\nSex\n"
        );
        for broken in [
            "Polisen och kommunen arbetar tillsammans\nför att alla som bor här ska känna sig\ntrygga.\n\nVi lovar ljus på alla gångvägar och vid\nalla skolor.\n",
            "Polisen och kommunen arbetar tillsammans\nför att alla som bor här ska känna sig\ntrygga.\n",
            "Håbo kommun\n746 80 Bålsta\n\nHej!\n\nVi hörs.\n",
            "- Ljus på alla gångvägar\noch torg\n- Ljud\n",
        ] {
            assert_eq!(from_plain(broken), broken);
        }
    }

    #[test]
    fn lists_within_lists_and_years_that_are_no_numbers() {
        assert_eq!(
            from_plain(
                "Orsaker:\n    1. Orsak\n        a) personalbrist\n        b) fel på mätaren\n    2. Annat\n2026. Så börjar ett stycke.\n"
            ),
            "Orsaker:\n\n1. Orsak\n   - a) personalbrist\n   - b) fel på mätaren\n2. Annat\n\n2026\\. Så börjar ett stycke.\n"
        );
    }
}
