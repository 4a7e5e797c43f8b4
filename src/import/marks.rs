//! Signs that stand for what HTML cannot say, from the file that it was made of until the Markdown is
//! there: the items of a list in Word's paragraphs, references to footnotes, and large letters. They
//! are private characters, and those that a text has of its own are taken away first.

/// Before and after what is marked.
const OPEN: char = '\u{e010}';
const CLOSE: char = '\u{e011}';

/// A text without signs of its own.
pub fn without_marks(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

/// The mark of an item in a list, at a level from 1.
pub fn item(level: usize, number: Option<u32>) -> String {
    let number = number.map_or_else(String::new, |number| number.to_string());
    format!("{OPEN}i{level}:{number}{CLOSE}")
}

/// The mark of a reference to a footnote.
pub fn note(name: &str) -> String {
    format!("{OPEN}n{name}{CLOSE}")
}

/// The mark of the footnote itself, before its text.
pub fn noted(name: &str) -> String {
    format!("{OPEN}d{name}{CLOSE}")
}

/// Text in large letters. Where it is not a whole paragraph that says nothing.
pub fn large(text: &str) -> String {
    format!("{OPEN}l{CLOSE}{text}{OPEN}/{CLOSE}")
}

/// The text of a paragraph that is in large letters as a whole.
pub fn large_text(paragraph: &str) -> Option<&str> {
    let text = paragraph.strip_prefix(&format!("{OPEN}l{CLOSE}"))?;
    let text = text.strip_suffix(&format!("{OPEN}/{CLOSE}"))?;
    (!text.contains(&format!("{OPEN}l{CLOSE}"))).then_some(text)
}

/// Markdown with what the marks stand for.
pub fn resolved(markdown: &str) -> String {
    if !markdown.contains(OPEN) {
        return markdown.to_owned();
    }
    let mut out = String::with_capacity(markdown.len());
    // How far the text of the open items of a list is indented, by level.
    let mut indents: Vec<usize> = Vec::new();
    for line in markdown.lines() {
        let marked = line.trim_start().strip_prefix(OPEN).and_then(|rest| rest.split_once(CLOSE));
        match marked.and_then(|(mark, rest)| Some((mark.strip_prefix('i')?, rest))) {
            Some((mark, rest)) => {
                let (level, number) = mark.split_once(':').unwrap_or((mark, ""));
                let level = level.parse().unwrap_or(1_usize).clamp(1, 9);
                indents.truncate(level - 1);
                let indent = indents.last().copied().unwrap_or(0);
                let sign = if number.is_empty() { "-".to_owned() } else { format!("{number}.") };
                let inner = indent + sign.len() + 1;
                indents.resize(level - 1, indent);
                indents.push(inner);
                out.push_str(&" ".repeat(indent));
                out.push_str(&sign);
                out.push(' ');
                notes(rest.trim_start(), &mut out);
            }
            None => {
                if !line.trim().is_empty() {
                    indents.clear();
                }
                notes(line, &mut out);
            }
        }
        out.push('\n');
    }
    out
}

/// Appends a line, with its footnotes.
fn notes(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(start) = rest.find(OPEN) {
        out.push_str(&rest[..start]);
        let inner = &rest[start + OPEN.len_utf8()..];
        let Some((mark, after)) = inner.split_once(CLOSE) else {
            rest = inner;
            continue;
        };
        if let Some(name) = mark.strip_prefix('n') {
            out.push_str(&format!("[^{name}]"));
            rest = after;
        } else if let Some(name) = mark.strip_prefix('d') {
            out.push_str(&format!("[^{name}]: "));
            rest = after.trim_start();
        } else {
            // An item that does not begin its line, and large letters.
            rest = after;
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_indented_below_the_one_that_holds_them() {
        let text = [
            item(1, Some(1)) + "Ett",
            item(2, None) + "Under",
            item(2, None) + "Mer",
            item(1, Some(2)) + "Två",
        ];
        assert_eq!(resolved(&text.join("\n")), "1. Ett\n   - Under\n   - Mer\n2. Två\n");
        // A level that was skipped.
        assert_eq!(resolved(&(item(3, None) + "Djup")), "- Djup\n");
    }

    #[test]
    fn notes_are_named_and_signs_that_are_no_marks_go() {
        let text = format!("Text{}.\n\n{} Noten.", note("1"), noted("1"));
        assert_eq!(resolved(&text), "Text[^1].\n\n[^1]: Noten.\n");
        assert_eq!(without_marks("a\u{e010}i\u{e011}b"), "aib");
        assert_eq!(resolved("a\u{e010}b"), "ab\n");
    }
}
