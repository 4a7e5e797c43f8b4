//! The headings of an imported text, which stand below the page's own: that is the document's title.

use std::borrow::Cow;

use crate::markdown::{RemarkKind, outline};

/// The text with every heading one step deeper, if one of the highest, `# …`, would be taken for a
/// private note. How they look beside each other does not change by it.
pub fn below_title(text: &str) -> Cow<'_, str> {
    let outline = outline(text);
    if !outline.remarks.iter().any(|remark| remark.what == RemarkKind::NoteAsHeading) {
        return Cow::Borrowed(text);
    }
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
    Cow::Owned(deeper)
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
}
