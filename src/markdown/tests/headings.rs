use super::{page, remarks};
use crate::markdown::RemarkKind::{EmptyHeading, RawHtml};
use crate::markdown::{Heading, outline};

/// Levels and ids of a text's headings.
fn headings(text: &str) -> Vec<(u8, String)> {
    let headings = outline(text).headings;
    headings.into_iter().map(|h| (h.level, h.id)).collect()
}

fn ids(text: &str) -> Vec<String> {
    headings(text).into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_heading_has_its_plain_text_an_id_and_its_span() {
    let text = "Inledning.\n\n## Åtgärder *för* [unga](x.md)\nand\n";
    let found = outline(text).headings;
    assert_eq!(
        found,
        [Heading {
            id: "atgarder-for-unga".into(),
            text: "Åtgärder för unga".into(),
            level: 2,
            span: 12..45,
        }]
    );
    assert_eq!(&text[found[0].span.clone()], "## Åtgärder *för* [unga](x.md)");
    assert_eq!(
        page(text),
        "<p>Inledning.</p>\n<h2 id=\"atgarder-for-unga\">Åtgärder <em>för</em> \
         <a href=\"x.md\">unga</a></h2>\n<p>and</p>\n"
    );
}

#[test]
fn the_shallowest_becomes_h2_and_no_level_is_skipped() {
    let levels = |text| headings(text).into_iter().map(|(level, _)| level).collect::<Vec<_>>();
    assert_eq!(levels("# a\n## b\n#### c\n# d"), [2, 3, 4, 2]);
    assert_eq!(levels("### a\n# b\n###### c"), [2, 2, 3]);
    assert_eq!(levels("#### a\n##### b\n###### c"), [2, 3, 4]);
    assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f"), [2, 3, 4, 5, 6, 6]);
    assert_eq!(levels("a\n---\n> # b\n"), [2, 2]);
}

#[test]
fn ids_are_made_like_address_segments() {
    assert_eq!(
        ids(
            "# Å Ä Ö å ä ö é ß æ ø\n# 1. Trygghet & säkerhet!\n# Ku\u{308}che\n# Łódź – Þór ıđœ\n# İ"
        ),
        ["a-a-o-a-a-o-e-ss-ae-o", "1-trygghet-sakerhet", "kuche", "lodz-thor-idoe", "i"]
    );
}

#[test]
fn repeats_are_numbered_and_a_heading_without_letters_is_avsnitt() {
    assert_eq!(
        ids("# Unga\n# Unga\n# Unga 2\n# Unga\n# ???\n# 北"),
        ["unga", "unga-2", "unga-2-2", "unga-3", "avsnitt", "avsnitt-2"]
    );
}

#[test]
fn an_explicit_id_is_kept_wherever_it_stands() {
    assert_eq!(
        ids(
            "# Fokus\n# Fokus\n# Annat {#Fokus-2 .klass x=y}\n# Tredje {#fokus}\n# Fjärde {#fokus}\n# Å {#!}"
        ),
        ["fokus-3", "fokus-4", "fokus-2", "fokus", "fokus-5", "a"]
    );
    assert_eq!(page("# Annat {#x .klass onclick=y}"), "<h2 id=\"x\">Annat</h2>\n");
}

#[test]
fn ids_of_the_page_are_left_to_it() {
    assert_eq!(
        ids(
            "# Innehåll\n# Main {#main}\n# Löfte\n# Löfte synlighet\n# Not\n# Not 1 {#not-1}\n# Noter\n# Löften\n# Sida innehåll\n# Sida\n# Löftesarkiv\n# E 1\n# E-tjänst\n# Sidan {#e-12}"
        ),
        [
            "avsnitt-innehall",
            "avsnitt-main",
            "avsnitt-lofte",
            "avsnitt-lofte-synlighet",
            "avsnitt-not",
            "avsnitt-not-1",
            "avsnitt-noter",
            "loften",
            "avsnitt-sida-innehall",
            "avsnitt-sida",
            "avsnitt-loftesarkiv",
            "avsnitt-e-1",
            "e-tjanst",
            "avsnitt-e-12",
        ]
    );
}

#[test]
fn braces_that_are_no_id_or_class_stay_in_the_heading() {
    assert_eq!(
        page("# Fokus {unga}\n\nPlan {A}\n====\n\n# Hela {2018–2019} ##"),
        "<h2 id=\"fokus-unga\">Fokus {unga}</h2>\n<h2 id=\"plan-a\">Plan {A}</h2>\n\
         <h2 id=\"hela-2018-2019\">Hela {2018–2019}</h2>\n"
    );
}

#[test]
fn an_empty_heading_is_none() {
    let text = "#\n\n# <!-- x -->\n\n# &nbsp;\n\ntext";
    assert_eq!(page(text), "<p>\u{a0}</p>\n<p>text</p>\n");
    assert_eq!(headings(text), []);
    let empty: Vec<_> = remarks(text)
        .into_iter()
        .filter(|(what, _)| *what == EmptyHeading)
        .map(|(_, written)| written)
        .collect();
    assert_eq!(empty, ["#", "# <!-- x -->", "# &nbsp;"]);
}

#[test]
fn a_heading_shows_its_raw_html() {
    let text = "# <b>Unga</b>";
    assert_eq!(page(text), "<h2 id=\"b-unga-b\">&lt;b&gt;Unga&lt;/b&gt;</h2>\n");
    assert_eq!(remarks(text), [(RawHtml, "<b>")]);
}

#[test]
fn a_heading_within_a_note_is_bold_text() {
    let text = "Se[^1].\n\n[^1]:\n    # Rubrik\n";
    assert_eq!(headings(text), []);
    assert_eq!(
        page(text),
        "<p>Se<sup><a href=\"#not-1\" id=\"not-1-ref\" role=\"doc-noteref\" \
         aria-label=\"Fotnot 1\">1</a></sup>.</p>\n\
         <section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"noter\">\n\
         <h2 id=\"noter\">Fotnoter</h2>\n<ol>\n\
         <li id=\"not-1\">\n<p><strong>Rubrik</strong> <a href=\"#not-1-ref\" role=\"doc-backlink\" \
         aria-label=\"Tillbaka till fotnot 1\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n"
    );
}
