//! The mark on every page of a copy that is made with drafts, for those who are to approve them: the
//! page says that it is a draft, and search engines are told to leave it alone.

use crate::language::Language;
use crate::schema::both;

/// A page with the mark. What is no whole page stays as it is.
pub fn marked(page: &str, language: Language) -> String {
    let words = both(
        "UTKAST för granskning. Den här kopian är inte publicerad och kan innehålla dokument som ändras.",
        "DRAFT for review. This copy is not published and may hold documents that will change.",
    );
    let note = format!(
        "\n<div role=\"note\" class=\"draft-copy\"><p><strong>{}</strong></p></div>",
        words.in_language(language)
    );
    let with_robots = after_tag(page, "<head", "\n<meta name=\"robots\" content=\"noindex\">");
    after_tag(&with_robots, "<body", &note)
}

/// A page with an addition after the first tag that begins like this.
fn after_tag(page: &str, tag: &str, addition: &str) -> String {
    let found = page.match_indices(tag).map(|(at, _)| at + tag.len()).find(|after| {
        page[*after..].starts_with(|next: char| next == '>' || next.is_ascii_whitespace())
    });
    let end = found.and_then(|after| Some(after + page[after..].find('>')? + 1));
    match end {
        Some(end) => format!("{}{addition}{}", &page[..end], &page[end..]),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_that_it_is_a_draft_and_anything_else_stays() {
        let page = "<html><head lang=\"sv\"><title>A</title></head><body data-page=\"x\"><header></header></body></html>";
        let marked = marked(page, Language::Swedish);
        assert!(marked.contains("<head lang=\"sv\">\n<meta name=\"robots\" content=\"noindex\">"));
        assert!(
            marked.contains("<body data-page=\"x\">\n<div role=\"note\" class=\"draft-copy\">")
        );
        assert!(marked.contains("<header></header>"));
        assert_eq!(super::marked("<p>Stycke</p>", Language::Swedish), "<p>Stycke</p>");
    }
}
