//! Documents in other languages: whatever a page, a list or a feed shows of them is marked with its
//! language, and with its direction where it is written from the right.

use crate::support::Site;
use crate::support::html;

/// A site with a document in Arabic, one in Finnish and one in its own language.
fn site() -> Site {
    let place = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
    let notice = |title: &str, keys: &str, text: &str| {
        format!(
            "+++\nkind = \"notice\"\ntitle = \"{title}\"\ndate = 2026-02-03\nsummary = \"{text}\"\n{keys}\n\
             [[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Nyhet\"\n+++\n\n{text}\n\n## {title}\n"
        )
    };
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\nbase_url = \"https://www.example.se/loften/\"\n")
        .write("content/kommuner/habo/index.md", place)
        .write("content/kommuner/habo/2026/nytt.md", notice("Nytt löfte", "", "Text."))
        .write(
            "content/kommuner/habo/2026/arabiska.md",
            notice("وعد المواطنين", "language = \"ar\"", "نص."),
        )
        .write(
            "content/kommuner/habo/2026/finska.md",
            notice("Kansalaislupaus", "language = \"fi\"", "Teksti."),
        )
        .build()
}

#[test]
fn a_language_that_is_written_from_the_right_has_its_direction_wherever_it_stands() {
    let site = site();
    let (mut in_arabic, mut in_drawings) = (0, 0);
    for (file, bytes) in site.published() {
        if !file.ends_with(".html") {
            continue;
        }
        let page = String::from_utf8(bytes).expect("UTF-8");
        let titles = page.matches("<title lang=\"ar\">").count();
        let isolated = page.matches("<title lang=\"ar\">\u{2067}وعد المواطنين\u{2069}</title>");
        assert_eq!(isolated.count(), titles, "{file}");
        in_drawings += titles;
        for tag in html::tags(&page) {
            let direction = match tag.get("lang") {
                Some("ar") => Some("rtl"),
                Some("fi") => None,
                _ => continue,
            };
            // The titles of drawings have no attribute for it, but characters.
            if tag.name != "title" {
                assert_eq!(tag.get("dir"), direction, "{file}: {}", tag.name);
                in_arabic += usize::from(direction.is_some());
            }
        }
    }
    // Its own page, the timeline, the lists of its year, the start page.
    assert!(in_arabic > 5, "{in_arabic}");
    assert!(in_drawings > 0);
}

#[test]
fn a_text_in_another_language_never_stands_in_a_page_without_saying_so() {
    let site = site();
    for (file, bytes) in site.published() {
        if !file.ends_with(".html") || file.ends_with("arabiska.html") {
            continue;
        }
        let page = String::from_utf8(bytes).expect("UTF-8");
        for (at, _) in page.match_indices("وعد المواطنين") {
            let tag = page[..at].rfind('<').map_or("", |tag| &page[tag..at]);
            assert!(tag.contains("lang=\"ar\""), "{file}: {tag}");
        }
    }
}

#[test]
fn the_entries_of_a_feed_say_their_language() {
    let feed = site().html("kommuner/habo/feed.xml");
    let entries: Vec<&str> = feed.split("<entry").skip(1).collect();
    assert_eq!(entries.len(), 3, "{feed}");
    for (title, language) in [("وعد", Some("ar")), ("Kansalaislupaus", Some("fi")), ("Nytt", None)]
    {
        let entry = entries.iter().find(|entry| entry.contains(&format!("<title>{title}")));
        let start = entry.and_then(|entry| entry.split('>').next());
        let expected = language.map_or(String::new(), |it| format!(" xml:lang=\"{it}\""));
        assert_eq!(start, Some(&*expected), "{title}: {feed}");
    }
}
