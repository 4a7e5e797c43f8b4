//! Properties that hold for any text.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::{STRINGS, page};
use crate::markdown::{Destination, html, outline, sentences};

/// Every attribute that may occur, by element; `!` marks elements without an end tag.
const ELEMENTS: [(&str, &[&str]); 28] = [
    ("a", &["href", "title", "id", "role", "aria-label"]),
    ("blockquote", &[]),
    ("br", &["!"]),
    ("code", &[]),
    ("del", &[]),
    ("div", &["class", "role", "tabindex", "aria-label"]),
    ("em", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &["!"]),
    ("img", &["!", "src", "alt", "loading", "title"]),
    ("li", &["id", "value"]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &["tabindex"]),
    ("section", &["class", "role", "aria-labelledby"]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["scope", "class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// The tags of the HTML, which must be well formed, nested, and have only allowed names and
/// attributes.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, content) = piece.split_once('>').expect("every tag ends");
        assert!(!content.contains(['>', '"']), "unescaped: {content}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let (_, allowed) = ELEMENTS
            .iter()
            .find(|(element, _)| *element == name)
            .unwrap_or_else(|| panic!("unknown element {name:?}"));
        let mut attributes = Vec::new();
        while !rest.is_empty() {
            let (attribute, after) = rest.split_once("=\"").expect("an attribute has a value");
            let (value, after) = after.split_once('"').expect("a value ends");
            assert!(allowed.contains(&attribute), "{name} has {attribute:?}");
            attributes.push((attribute.to_owned(), value.to_owned()));
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        if !allowed.contains(&"!") {
            assert!(name != "a" || !open.iter().any(|name| name == "a"), "nested links");
            open.push(name.to_owned());
        }
        tags.push(Tag { name: name.to_owned(), attributes });
    }
    assert!(open.is_empty(), "left open: {open:?}");
    tags
}

fn check(text: &str, hrefs: &[String]) {
    let found = outline(text);
    let html = html(text, hrefs, &STRINGS);
    assert!(!html.to_lowercase().contains("<script"));

    let tags = tags(&html);
    let mut ids = HashSet::new();
    let mut headings = Vec::new();
    for tag in &tags {
        for (attribute, value) in &tag.attributes {
            assert!(!attribute.starts_with("on") && attribute != "style");
            match attribute.as_str() {
                "id" => {
                    assert!(ids.insert(value.clone()), "twice: {value}");
                    if tag.name.starts_with('h') && value != "noter" {
                        headings.push((tag.name.clone(), value.clone()));
                    }
                }
                "href" | "src" => {
                    let scheme = value.split(['/', '?', '#']).next().unwrap_or("");
                    let scheme = scheme.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
                    let safe = ["http", "https", "mailto", "tel"];
                    assert!(scheme.is_none_or(|scheme| safe.contains(&&*scheme)), "{value}");
                    assert!(value.is_ascii());
                }
                "value" | "start" | "tabindex" => {
                    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
                    assert!(is_number && (1..=9).contains(&value.len()), "{attribute} {value:?}");
                }
                _ => {}
            }
        }
    }
    // Every link within the notes leads somewhere.
    for tag in &tags {
        let attribute = |name| tag.attributes.iter().find(|(attribute, _)| attribute == name);
        if let (Some(_), Some((_, href))) = (attribute("role"), attribute("href")) {
            assert!(ids.contains(&href[1..]), "{href}");
        }
    }
    let outlined: Vec<_> = found
        .headings
        .iter()
        .map(|heading| (format!("h{}", heading.level), heading.id.clone()))
        .collect();
    assert_eq!(headings, outlined);

    let shown = tags
        .iter()
        .filter(|tag| matches!(tag.name.as_str(), "a" | "img"))
        .filter(|tag| tag.attributes.iter().all(|(attribute, _)| attribute != "role"));
    if hrefs.is_empty() {
        assert_eq!(shown.count(), found.links.len());
    }

    // Spans can be cut from the text, and remarks are in its order.
    let mut last = 0;
    for remark in &found.remarks {
        assert!(text.get(remark.span.clone()).is_some_and(|cut| !cut.is_empty()));
        assert!(last <= remark.span.start);
        last = remark.span.start;
    }
    for heading in &found.headings {
        assert!(text.get(heading.span.clone()).is_some());
    }
    for link in &found.links {
        assert!(text.get(link.span.clone()).is_some_and(|cut| !cut.is_empty()));
        let _: Destination = link.target();
    }
    for (sentence, words) in sentences(text) {
        assert!(text.get(sentence).is_some_and(|cut| !cut.is_empty()) && words > 0);
    }
}

/// Pieces that mean something in Markdown or HTML, in any order.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just(" "),
        Just("    "),
        Just("  \n"),
        Just("\\"),
        Just("# "),
        Just("## "),
        Just("###### "),
        Just("\n===\n"),
        Just("\n---\n"),
        Just("{#x}"),
        Just("{#not-1}"),
        Just("{a}"),
        Just(" }"),
        Just("{.b}"),
        Just("- "),
        Just("3. "),
        Just("> "),
        Just("```"),
        Just("`"),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("~~"),
        Just("["),
        Just("]"),
        Just("("),
        Just(")"),
        Just("]("),
        Just("!["),
        Just("]: "),
        Just("[a]: b\n"),
        Just("[^1]"),
        Just("[^1]: "),
        Just("[^Å]"),
        Just("\n[^å]: "),
        Just("|"),
        Just("\n|-|:-:|\n"),
        Just("| "),
        Just("<"),
        Just(">"),
        Just("<!--"),
        Just("-->"),
        Just("<script>"),
        Just("</script>"),
        Just("<div onclick=\"x\">"),
        Just("<b>"),
        Just("</b>"),
        Just("<https://a.se>"),
        Just("<a@b.se>"),
        Just("javascript:alert(1)"),
        Just("java&Tab;script:"),
        Just("data:"),
        Just("//x"),
        Just("&quot;"),
        Just("&#0;"),
        Just("&#10;"),
        Just("&lt;"),
        Just("&aring;"),
        Just("\" onerror=\"x"),
        Just("'"),
        Just("\""),
        Just("%C3%A5"),
        Just("%"),
        Just("å"),
        Just("ä\u{308}"),
        Just("ord"),
        Just("Ett. "),
        Just("t.ex. "),
        Just("\t"),
        Just("\u{0}"),
        Just("\u{a0}"),
        Just("😀"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_150_102),
        ..Config::default()
    })]

    #[test]
    fn markdown_is_safe_well_formed_and_agrees_with_its_outline(text in markdown()) {
        check(&text, &[]);
    }

    #[test]
    fn any_characters_are_too(text in any::<String>()) {
        check(&text, &[]);
    }

    #[test]
    fn given_addresses_change_nothing_of_that(text in markdown(), hrefs in prop::collection::vec(any::<String>(), 0..4)) {
        check(&text, &hrefs);
    }
}

/// Deep nesting neither overflows the stack nor takes time that grows with its square.
#[test]
fn depth_and_length_are_no_trouble() {
    for text in [
        "> ".repeat(10_000) + "a",
        "- ".repeat(10_000) + "a",
        "[".repeat(10_000),
        "[".repeat(10_000) + &"](a)".repeat(10_000),
        "![".repeat(10_000) + &"](a)".repeat(10_000),
        "*a **b ".repeat(10_000),
        "[a](b c) ".repeat(10_000),
        "[a](".repeat(10_000),
        "# a\n".repeat(10_000),
        "[^1] ".repeat(10_000) + "\n\n[^1]: a",
        "<!-- ".repeat(10_000),
        "| a | b |\n|---|---|\n".to_owned() + &"| c | d |\n".repeat(10_000),
        "Ord och ord. ".repeat(10_000),
    ] {
        assert!(!page(&text).is_empty());
        assert!(outline(&text).remarks.len() <= 10_000);
        assert!(sentences(&text).len() <= 20_000);
    }
}
