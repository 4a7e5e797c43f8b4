//! The items of lists in text that was never Markdown: their signs, and how deep they lie within each
//! other by where they begin.

use super::lines::is_bullet;

/// A line that begins with the sign of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportedItem<'a> {
    /// As Markdown has it: `-`, `1.` or `1)`.
    pub sign: &'a str,
    pub text: &'a str,
}

impl<'a> ImportedItem<'a> {
    /// The item that a line is, if it is one. Bullets become `-`.
    pub fn of(line: &'a str) -> Option<ImportedItem<'a>> {
        let line = line.trim();
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let mark = line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
        if (1..4).contains(&digits) && mark {
            let (sign, text) = line.split_at(digits + 1);
            return Some(ImportedItem { sign, text: text.trim_start() });
        }
        let rest = line.strip_prefix(is_bullet);
        // A dash without a space after it is part of a word, such as "–2019".
        let rest =
            rest.filter(|rest| rest.starts_with(char::is_whitespace) || !line.starts_with('–'));
        let text = rest.or_else(|| line.strip_prefix("- "))?.trim_start();
        (!text.is_empty()).then_some(ImportedItem { sign: "-", text })
    }

    /// The item that begins with a letter, `b)`, if the letter before it began one of the lines before.
    /// Markdown has no such sign, so it stays as a word.
    pub fn lettered(
        line: &'a str,
        before: impl Iterator<Item = &'a str>,
    ) -> Option<ImportedItem<'a>> {
        let own = letter(line)?;
        let follows = own == b'a' || before.filter_map(letter).any(|other| other + 1 == own);
        follows.then_some(ImportedItem { sign: "-", text: line.trim() })
    }
}

/// Whether a text is the sign of an item without the item.
pub fn is_sign(text: &str) -> bool {
    let line = format!("{} x", text.trim());
    ImportedItem::of(&line).is_some() || letter(&line).is_some()
}

/// The letter that a line begins with as the sign of an item.
fn letter(line: &str) -> Option<u8> {
    match line.trim_start().as_bytes() {
        [letter @ b'a'..=b'z', b')', b' ', ..] => Some(*letter),
        _ => None,
    }
}

/// The items of a list that are open, the innermost last: where each begins, and how far its text is
/// indented in Markdown.
#[derive(Debug, Default)]
pub struct ItemLevels(Vec<(f64, usize)>);

impl ItemLevels {
    /// An item as a line of Markdown. It is on the level of one that begins at the same place, or not
    /// further from it than this.
    pub fn line(&mut self, item: ImportedItem<'_>, start: f64, near: f64) -> String {
        while self.0.last().is_some_and(|(outer, _)| *outer + near >= start) {
            let is_deeper = self.0.last().is_some_and(|(outer, _)| *outer - near > start);
            self.0.pop();
            if !is_deeper {
                break;
            }
        }
        let indent = self.0.last().map_or(0, |(_, indent)| *indent);
        self.0.push((start, indent + item.sign.len() + 1));
        format!("{}{} {}", " ".repeat(indent), item.sign, item.text)
    }

    /// Text that is no item ends the list.
    pub fn end(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_from_words() {
        let sign = |line| ImportedItem::of(line).map(|item| (item.sign, item.text));
        assert_eq!(sign("•\tLjus"), Some(("-", "Ljus")));
        assert_eq!(sign("•Ljus"), Some(("-", "Ljus")));
        assert_eq!(sign("– Ljus"), Some(("-", "Ljus")));
        assert_eq!(sign("12) Ljus"), Some(("12)", "Ljus")));
        for line in ["–2019", "2026. Så börjar ett stycke.", "3 mars", "a) Ljus", "•", "", "- "]
        {
            assert_eq!(sign(line), None, "{line}");
        }
        assert!(["•", "1.", "12)", "b)"].iter().all(|text| is_sign(text)));
        assert!(!["", "1", "Nr", "2026."].iter().any(|text| is_sign(text)));
    }

    #[test]
    fn a_letter_is_a_sign_where_the_one_before_it_was_one() {
        let is_item = |line, before: &[&'static str]| {
            ImportedItem::lettered(line, before.iter().copied()).is_some()
        };
        assert!(is_item("a) Ljus", &[]));
        assert!(is_item("b) Ljud", &["a) Ljus", "som är bra"]));
        assert!(!is_item("b) ovan, gäller", &["enligt punkt"]));
        assert!(!is_item("ab) Ljus", &[]));
    }

    #[test]
    fn where_an_item_begins_says_how_deep_it_is() {
        let mut levels = ItemLevels::default();
        let starts =
            [("1. Ett", 4.0), ("• Två", 8.0), ("• Tre", 8.2), ("2. Fyra", 3.8), ("• Fem", 0.0)];
        let lines = starts.map(|(line, start)| {
            ImportedItem::of(line).map(|item| levels.line(item, start, 1.0)).unwrap_or_default()
        });
        assert_eq!(lines, ["1. Ett", "   - Två", "   - Tre", "2. Fyra", "- Fem"]);
        levels.end();
        assert_eq!(levels.line(ImportedItem { sign: "-", text: "x" }, 9.0, 1.0), "- x");
    }
}
