//! The headings of an imported text, which stand below the page's own: that is the document's title.

use std::borrow::Cow;

use crate::markdown::{Outline, RemarkKind, outline, plain};

/// The text with every heading one step deeper, if one of the highest, `# …`, would be taken for a
/// private note. How they look beside each other does not change by it.
pub fn below_title(text: &str) -> Cow<'_, str> {
    let outline = outline(text);
    if !outline.remarks.iter().any(|remark| remark.what == RemarkKind::NoteAsHeading) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(deeper(text, &outline))
}

/// The text with every heading one step deeper, if any is of the highest: a text that is put into
/// another stands below the title of its page.
pub fn within_page(text: &str) -> Cow<'_, str> {
    let outline = outline(text);
    let is_highest = |at: usize| text[at..].starts_with("# ");
    match outline.headings.iter().any(|heading| is_highest(heading.span.start)) {
        true => Cow::Owned(deeper(text, &outline)),
        false => Cow::Borrowed(text),
    }
}

/// The text without a first heading that is the title of its page, which the page has already. What was
/// below that heading takes its place.
pub fn without_title<'t>(text: &'t str, title: &str) -> Cow<'t, str> {
    let begins = text.trim_start();
    let (first, rest) = begins.split_once('\n').unwrap_or((begins, ""));
    let same = |one: &str| one.trim().to_lowercase();
    // A note of the heading would be lost with it.
    let is_title = first.starts_with('#') && !first.contains("[^");
    if !is_title || same(&plain(first)) != same(title) {
        return Cow::Borrowed(text);
    }
    let mut rest = Cow::Borrowed(rest.trim_start_matches(['\r', '\n']));
    let level = |text: &str, at: usize| text[at..].bytes().take_while(|byte| *byte == b'#').count();
    loop {
        let outline = outline(&rest);
        let starts: Vec<usize> = outline.headings.iter().map(|it| it.span.start).collect();
        let are_too_deep = starts.iter().all(|at| level(&rest, *at) > 2);
        if starts.is_empty() || !are_too_deep {
            return rest;
        }
        let mut higher = rest.to_string();
        for at in starts.into_iter().rev() {
            higher.remove(at);
        }
        rest = Cow::Owned(higher);
    }
}

fn deeper(text: &str, outline: &Outline) -> String {
    let mut deeper = String::with_capacity(text.len() + outline.headings.len());
    let mut from = 0;
    for heading in &outline.headings {
        let at = heading.span.start;
        let marks = text[at..].bytes().take_while(|byte| *byte == b'#').count();
        if (1..6).contains(&marks) {
            deeper.push_str(&text[from..at]);
            deeper.push('#');
            from = at;
        }
    }
    deeper.push_str(&text[from..]);
    deeper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_below_the_title_if_one_would_be_taken_for_a_note() {
        for (text, expected) in [
            ("# Löfte\n\n## Mål\n\nText.\n", "## Löfte\n\n### Mål\n\nText.\n"),
            ("# Vi lovar detta.\n\nText.\n", "## Vi lovar detta.\n\nText.\n"),
            ("# A\n\n###### B\n\n- ## C\n\n\\# D\n", "## A\n\n###### B\n\n- ### C\n\n\\# D\n"),
            ("# Löfte\n\nText.\n", "# Löfte\n\nText.\n"),
            ("## Mål\n\n### Mer\n", "## Mål\n\n### Mer\n"),
            ("# A\n\n## B\n\n```\n# kod\n```\n", "## A\n\n### B\n\n```\n# kod\n```\n"),
        ] {
            assert_eq!(below_title(text), expected);
            let left = outline(&below_title(text)).remarks;
            assert!(left.iter().all(|it| it.what != RemarkKind::NoteAsHeading), "{text:?}");
        }
    }

    #[test]
    fn a_heading_that_is_the_title_of_the_page_is_left_out() {
        for (text, expected) in [
            ("# Löfte 2026\n\nText.\n", "Text.\n"),
            ("\n## **LÖFTE 2026**\r\n\r\n### Mål\n\n#### Mer\n", "## Mål\n\n### Mer\n"),
            ("# Löfte 2026\n\n## Mål\n", "## Mål\n"),
            ("# Löfte 2026", ""),
            ("# Löfte 2025\n\nText.\n", "# Löfte 2025\n\nText.\n"),
            ("# Löfte 2026[^1]\n\n[^1]: Not.\n", "# Löfte 2026[^1]\n\n[^1]: Not.\n"),
            ("Löfte 2026\n\nText.\n", "Löfte 2026\n\nText.\n"),
            ("Text.\n\n# Löfte 2026\n", "Text.\n\n# Löfte 2026\n"),
        ] {
            assert_eq!(without_title(text, "Löfte 2026"), expected);
        }
    }

    #[test]
    fn what_is_put_into_a_page_has_no_heading_of_the_highest_kind() {
        for (text, expected) in [
            ("# Vad vi lovar\n\n## Mål\n", "## Vad vi lovar\n\n### Mål\n"),
            ("Text.\n\n# Sist\n", "Text.\n\n## Sist\n"),
            ("## Mål\n\n```\n# kod\n```\n", "## Mål\n\n```\n# kod\n```\n"),
            ("\\# Tecken\n", "\\# Tecken\n"),
        ] {
            assert_eq!(within_page(text), expected);
        }
    }
}
