use super::{STRINGS, page, remarks};
use crate::markdown::RemarkKind::{BrokenLink, LinkWithoutText, UnsafeLink};
use crate::markdown::{Destination, LinkKind, MarkdownLink, html, outline};

/// The destination, the text and the characters at the span of every link.
fn links(text: &str) -> Vec<(String, String, &str)> {
    let links = outline(text).links.into_iter();
    links.map(|link| (link.destination, link.text, &text[link.span])).collect()
}

/// The characters of every link's destination.
fn written(text: &str) -> Vec<&str> {
    links(text).into_iter().map(|(_, _, span)| span).collect()
}

#[test]
fn links_and_images_come_in_the_order_of_the_text_with_their_destinations() {
    let text = "[avtalet *2016*](../2016/avtal.md#fokus \"Titel\") ![bil](bil.jpg)";
    assert_eq!(
        outline(text).links,
        [
            MarkdownLink {
                destination: "../2016/avtal.md#fokus".into(),
                text: "avtalet 2016".into(),
                span: 17..39,
                kind: LinkKind::Link,
            },
            MarkdownLink {
                destination: "bil.jpg".into(),
                text: "bil".into(),
                span: 56..63,
                kind: LinkKind::Image,
            }
        ]
    );
}

#[test]
fn given_addresses_replace_destinations_as_far_as_they_go() {
    assert_eq!(
        html(
            "[![logo](logo.png)](a.md 'se \"a\"') och [b](b.md) och <https://c.se/å?x=1&y=2>",
            &["a.html#x".into(), "../logo.png".into()],
            &STRINGS
        ),
        "<p><a href=\"a.html#x\" title=\"se &quot;a&quot;\"><img src=\"../logo.png\" alt=\"logo\" \
         loading=\"lazy\"></a> och <a href=\"b.md\">b</a> och \
         <a href=\"https://c.se/%C3%A5?x=1&amp;y=2\">https://c.se/å?x=1&amp;y=2</a></p>\n"
    );
}

#[test]
fn given_addresses_must_be_safe_too() {
    let hrefs = ["javascript:alert(1)".into(), "data:image/png,x".into()];
    assert_eq!(html("[a](a.md) ![b](b.png)", &hrefs, &STRINGS), "<p>a b</p>\n");
}

#[test]
fn the_span_is_the_destination_in_whatever_form() {
    assert_eq!(
        written(
            "[a](<b c.md>) [a](\n b.md\n) [a\\]](b\\_(c).md) [`]`](x&amp;y) <https://d.se> <e@f.se> \
             [g] [h][G] [i][] ![j]\n\n[g]: g.md 'titel'\n[i]: <i j.md>\n[j]: j.png"
        ),
        [
            "b c.md",
            "b.md",
            "b\\_(c).md",
            "x&amp;y",
            "https://d.se",
            "e@f.se",
            "g.md",
            "g.md",
            "i j.md",
            "j.png"
        ]
    );
    assert_eq!(written("> [a\n> b](\n> c.md)"), ["[a\n> b](\n> c.md)"]);
    assert_eq!(written("[a]()"), ["[a]()"]);
    assert_eq!(written("| [a](b\\|c) |\n|-|"), ["b\\|c"]);
}

#[test]
fn destinations_are_as_markdown_reads_them() {
    assert_eq!(
        links("[a](b\\_&aring;%20c.md) <namn@kommun.se>"),
        [
            ("b_å%20c.md".into(), "a".into(), "b\\_&aring;%20c.md"),
            ("mailto:namn@kommun.se".into(), "namn@kommun.se".into(), "namn@kommun.se"),
        ]
    );
}

#[test]
fn a_target_is_elsewhere_or_a_decoded_path() {
    let target = |destination: &str| outline(&format!("[a](<{destination}>)")).links[0].target();
    let local = |path: &str, fragment: Option<&str>| Destination::Local {
        path: path.into(),
        fragment: fragment.map(Into::into),
    };
    for external in ["https://a.se", "HTTP://a.se", "mailto:a@b.se", "tel:114 14"] {
        assert_eq!(target(external), Destination::External, "{external}");
    }
    assert_eq!(target("../a%20b/%C3%A5.md#l%C3%B6fte"), local("../a b/å.md", Some("löfte")));
    assert_eq!(target("/rot/å ä.md"), local("/rot/å ä.md", None));
    assert_eq!(target("#fokus"), local("", Some("fokus")));
    assert_eq!(target("a.md?b#c:d#e"), local("a.md?b", Some("c:d#e")));
    assert_eq!(target("100%.pdf"), local("100%.pdf", None));
    assert_eq!(target("%ff.pdf"), local("%ff.pdf", None));
    assert_eq!(target(""), local("", None));
}

#[test]
fn unsafe_links_are_text_and_remarked() {
    let cases = [
        ("[x](javascript:alert(1))", "javascript", "javascript:alert(1)"),
        ("[x](JavaScript&colon;a)", "javascript", "JavaScript&colon;a"),
        ("[x](&#x6A;avascript:a)", "javascript", "&#x6A;avascript:a"),
        ("[x](java&#9;script:a)", "javascript", "java&#9;script:a"),
        ("[x](<java&NewLine;script:a>)", "javascript", "java&NewLine;script:a"),
        ("[x](&#1;javascript:a)", "javascript", "&#1;javascript:a"),
        ("[x](data:text/html,a)", "data", "data:text/html,a"),
        ("[x](vbscript:a)", "vbscript", "vbscript:a"),
        ("[x](file:///C:/a.pdf)", "file", "file:///C:/a.pdf"),
        ("[x](C:\\\\a.pdf)", "c", "C:\\\\a.pdf"),
        ("[x](//annan.se/a)", "//", "//annan.se/a"),
        ("[x](/\\annan.se/a)", "//", "/\\annan.se/a"),
        ("[x](ht&Tab;tps://a.se)", "https", "ht&Tab;tps://a.se"),
        ("[x]\n\n[x]: javascript:a", "javascript", "javascript:a"),
        ("![x](data:image/png;base64,a)", "data", "data:image/png;base64,a"),
        ("![x](mailto:a@b.se)", "mailto", "mailto:a@b.se"),
    ];
    for (text, scheme, written) in cases {
        assert_eq!(remarks(text), [(UnsafeLink(scheme.into()), written)], "{text}");
        assert_eq!(page(text), "<p>x</p>\n", "{text}");
        assert_eq!(outline(text).links, [], "{text}");
    }
    assert_eq!(page("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
}

#[test]
fn what_may_not_stand_in_an_address_is_percent_encoded() {
    assert_eq!(
        page("[x](<å b\"[c]%20%zz'.md?a=1&b>)"),
        "<p><a href=\"%C3%A5%20b%22%5Bc%5D%20%25zz'.md?a=1&amp;b\">x</a></p>\n"
    );
}

#[test]
fn an_address_of_two_words_is_a_broken_link_but_brackets_are_prose() {
    let text = "Se [avtalet](mitt avtal.md), [planen](plan 1.md och ![bild](en bild.png).\n\n\
                Han skrev [sic] (så) och [x][y] samt [] och \\[z](a b).";
    assert_eq!(
        remarks(text),
        [
            (BrokenLink, "[avtalet](mitt avtal.md)"),
            (BrokenLink, "[planen](plan 1.md och ![bild](en bild.png)"),
            (BrokenLink, "![bild](en bild.png)"),
            (BrokenLink, "[x][y]"),
        ]
    );
    assert_eq!(remarks("[a](b c\nd)"), [(BrokenLink, "[a](")]);
    assert_eq!(page("[a](b c.md)"), "<p>[a](b c.md)</p>\n");
}

#[test]
fn a_link_without_text_shows_where_it_leads() {
    let text = "[](a.md) [![](b.png)](c.md)";
    assert_eq!(
        page(text),
        "<p><a href=\"a.md\">a.md</a> \
         <a href=\"c.md\">c.md<img src=\"b.png\" alt=\"\" loading=\"lazy\"></a></p>\n"
    );
    let without_text: Vec<_> =
        remarks(text).into_iter().filter(|(what, _)| *what == LinkWithoutText).collect();
    assert_eq!(
        without_text,
        [(LinkWithoutText, "[](a.md)"), (LinkWithoutText, "[![](b.png)](c.md)")]
    );
}

#[test]
fn links_do_not_nest() {
    assert_eq!(
        page("[a <https://b.se> c](d.md)"),
        "<p><a href=\"d.md\">a https://b.se c</a></p>\n"
    );
    assert_eq!(
        page("[a <https://b.se> c](data:d)"),
        "<p>a <a href=\"https://b.se\">https://b.se</a> c</p>\n"
    );
}
