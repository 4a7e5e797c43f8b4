//! Whether a page shows nothing, as when its template holds only a comment.

use crate::content::says_nothing;

/// Elements that show something without a word.
const SHOWN: [&str; 9] =
    ["<img", "<svg", "<picture", "<iframe", "<object", "<embed", "<video", "<audio", "<canvas"];

/// Whether nothing of a page, or nothing of its `main`, can be seen.
pub fn is_blank(page: &str) -> bool {
    let page = without(without(page.to_owned(), "<!--", "-->"), "<head>", "</head>");
    let page = without(without(page, "<script", "</script>"), "<style", "</style>");
    let main = page.find("<main").map(|start| {
        let end = page[start..].find("</main>").map_or(page.len(), |end| start + end);
        &page[start..end]
    });
    // Which day a page is of says nothing by itself.
    shows_nothing(&without(main.unwrap_or(&page).to_owned(), "<p class=\"as-of\"", "</p>"))
}

fn shows_nothing(html: &str) -> bool {
    let words = without(html.to_owned(), "<", ">").replace("&nbsp;", " ").replace("&#160;", " ");
    says_nothing(&words) && !SHOWN.iter().any(|element| html.contains(element))
}

/// A text without what begins and ends like this.
fn without(text: String, begin: &str, end: &str) -> String {
    if !text.contains(begin) {
        return text;
    }
    let mut rest = text.as_str();
    let mut left = String::with_capacity(text.len());
    while let Some(at) = rest.find(begin) {
        left.push_str(&rest[..at]);
        rest = rest[at..].find(end).map_or("", |length| &rest[at + length + end.len()..]);
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_words_or_pictures_is_blank() {
        for blank in [
            "",
            " \n",
            "<!-- a -->",
            "<!doctype html><head><title>a</title></head><body>&nbsp;<p></p></body>",
            "<body><header>Huvud</header><nav>Meny</nav><main id=\"m\"><h1> </h1></main><footer>a</footer>",
            "<main><h1></h1><p class=\"as-of\">Gällande i dag.</p></main>",
            "<main><script>a()</script><style>b{}</style></main>",
        ] {
            assert!(is_blank(blank), "{blank}");
        }
        for page in [
            "a",
            "<p>a</p>",
            "<main><img src=\"a\"></main>",
            "<main>a</main>",
            "<header>a</header>",
        ] {
            assert!(!is_blank(page), "{page}");
        }
    }
}
