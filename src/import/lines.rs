//! Text by lines: bullets become lists, what is invisible goes, and between blocks there is one empty
//! line.

/// Text as it is copied from a PDF or a plain file, or Markdown that is to be made tidy.
pub fn from_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    tidy(text.lines().map(|line| listed(visible(line).trim_end())))
}

/// A line without what nobody sees.
pub(super) fn visible(line: &str) -> String {
    line.chars()
        .filter(|c| {
            !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\0')
        })
        .map(|c| if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2028}') { ' ' } else { c })
        .collect()
}

/// The signs that word processors draw before the items of a list, among them private ones of their
/// symbol fonts.
pub(super) fn is_bullet(c: char) -> bool {
    const SIGNS: &str = "·•◦▪▫■□●○–▸►➢➤✓✔\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}\u{f02d}";
    SIGNS.contains(c)
}

/// A line that begins with a bullet as an item of a list.
fn listed(line: &str) -> String {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let text = text.strip_prefix('\\').filter(|rest| rest.starts_with(is_bullet)).unwrap_or(text);
    let mut characters = text.chars();
    match characters.next() {
        Some(sign) if is_bullet(sign) => {
            let rest = characters.as_str();
            let item = rest.trim_start();
            // A dash without a space after it is part of a word, such as "–2019".
            if item.is_empty() || (rest.len() == item.len() && sign == '–') {
                return line.to_owned();
            }
            format!("{}- {item}", " ".repeat(indent / 2 * 2))
        }
        _ => line.to_owned(),
    }
}

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    line.starts_with("- ") || ((1..4).contains(&digits) && line[digits..].starts_with(". "))
}

/// One empty line between blocks, none between the items of a list, and one space inside the bars of
/// a table.
pub(super) fn tidy(lines: impl Iterator<Item = String>) -> String {
    let mut out: Vec<String> = Vec::new();
    // Whether there was an empty line since the last one with text.
    let mut gap = false;
    for line in lines {
        // A line break after nothing, and the space after one.
        let broken = out.last().is_some_and(|last| last.ends_with('\\') && !gap);
        let line = if broken { line.trim_start().to_owned() } else { line };
        if matches!(line.trim(), "" | "\\") {
            gap = true;
            continue;
        }
        let between = out.last().is_some_and(|last| is_item(last)) && is_item(&line);
        if gap && !between && !out.is_empty() {
            out.push(String::new());
        }
        gap = false;
        let bare = line.trim();
        out.push(match bare.starts_with('|') && bare.ends_with('|') && bare.len() > 1 {
            true => row(bare),
            false => line,
        });
    }
    if out.is_empty() { String::new() } else { out.join("\n") + "\n" }
}

/// A row of a table with one space inside each cell's bars.
fn row(line: &str) -> String {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for character in inner.chars() {
        match (character, cells.last_mut()) {
            ('|', _) if !escaped => cells.push(String::new()),
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
        escaped = character == '\\' && !escaped;
    }
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let words: Vec<&str> = cell.split_whitespace().collect();
            let cell = words.join(" ").replace("&#124;", "\\|");
            let is_rule = !cell.is_empty() && cell.chars().all(|c| c == '-' || c == ':');
            if is_rule { "---".to_owned() } else { cell }
        })
        .collect();
    format!("| {} |", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_s_text_keeps_its_lines_and_loses_what_is_invisible() {
        assert_eq!(
            from_text(
                "Löf\u{ad}tet\r\n\r\n\r\n•\tFler patruller\r\n\r\n\u{f0b7} Bättre ljus\r\n2018–2019\r\n"
            ),
            "Löftet\n\n- Fler patruller\n- Bättre ljus\n2018–2019\n"
        );
        assert_eq!(from_text(""), "");
    }

    #[test]
    fn a_bar_in_a_cell_stays_in_it() {
        assert_eq!(from_text("|a \\| b|  c |\n|:--|--:|\n"), "| a \\| b | c |\n| --- | --- |\n");
    }

    #[test]
    fn many_empty_lines_take_no_longer_than_few() {
        let text = format!("a{}b", "\n".repeat(2_000_000));
        assert_eq!(from_text(&text), "a\n\nb\n");
    }
}
