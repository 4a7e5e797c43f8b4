use super::*;

#[test]
fn a_page_of_nothing_but_tags_is_read_as_text_and_in_time() {
    let deep = format!("{}text{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    assert_eq!(from_html(&deep), "text\n");
    let tables = "<table><tr><td>a</td><td>b</td></tr></table>".repeat(3000);
    let read = from_html(&tables);
    assert!(read.starts_with("| a | b |\n| --- | --- |"), "{}", &read[..read.len().min(80)]);
    let comments = "<![if x]><!-- a --><![endif]>".repeat(50_000);
    assert_eq!(from_html(&comments), "");
    let broken = "<!--<table><![if !supportLists]>";
    assert_eq!(from_html(broken), "");
}

#[test]
fn what_belongs_to_the_pages_of_a_word_processor_is_no_text() {
    let page = "<body><div title=\"header\"><p>Håbo kommun</p></div><p class=\"title\">Löfte</p>\
        <div id=\"Table of Contents1\"><p>Innehåll</p><p>Syfte\t1</p></div><p class=MsoToc1>Syfte 1</p>\
        <p>Syns<span style=\"display: none\"> inte</span>.</p><div title=\"Beslut\"><p>Stycke.</p></div>\
        <div title=\"footer\"><p>Sida 1</p></div></body>";
    assert_eq!(from_html(page), "# Löfte\n\nSyns.\n\nStycke.\n");
    assert_eq!(page_header(page), "Håbo kommun");
    assert_eq!(page_header("<p>Text</p>"), "");
}

#[test]
fn a_paragraph_in_large_letters_is_a_title_and_a_word_is_none() {
    let title = "<p><font size=\"6\" style=\"font-size: 24pt\"><b>Löfte\n2026</b></font></p>";
    assert_eq!(from_html(title), "# Löfte 2026\n");
    assert_eq!(from_html("<p><font size=6>Ett</font> ord.</p>"), "Ett ord.\n");
    assert_eq!(from_html("<p><font size=4>Ett stycke.</font></p>"), "Ett stycke.\n");
}

#[test]
fn footnotes_of_libreoffice_and_of_word_are_those_of_markdown() {
    let libreoffice = "<p>Tre delar<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a> och slut<a href=\"#sdendnote1sym\"><sup>i</sup></a>.</p>\
        <div id=\"sdfootnote1\"><p><a href=\"#sdfootnote1anc\">1</a>Första\n\tstycket.</p><p>Andra.</p></div>\
        <div id=\"sdendnote1\"><p><a href=\"#sdendnote1anc\">i</a>Sist.</p></div>";
    assert_eq!(
        from_html(libreoffice),
        "Tre delar[^1] och slut[^e1].\n\n[^1]: Första stycket. Andra.\n\n[^e1]: Sist.\n"
    );
    let word = "<p class=MsoNormal>Brotten<a style='mso-endnote-id:edn1' href=\"#_edn1\" name=\"_ednref1\">[i]</a> minskade.</p>\
        <div style='mso-element:endnote-list'><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a href=\"#_ednref1\">[i]</a> Brå.</p><p>Mer.</p></div></div>";
    assert_eq!(from_html(word), "Brotten[^e1] minskade.\n\n[^e1]: Brå. Mer.\n");
}

#[test]
fn a_link_leads_where_it_led_or_stays_words() {
    let outlook = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.se%2Fl%C3%B6fte&amp;data=05";
    assert_eq!(
        from_html(&format!("<p>Se <a href=\"{outlook}\">löftet</a>.</p>")),
        "Se [löftet](https://example.se/löfte).\n"
    );
    for (href, text) in [
        ("#_Toc12", "ord"),
        ("file:///C:/ord.docx", "ord"),
        ("javascript:alert(1)", "ord"),
        ("https://a.se/b (c)", "[ord](https://a.se/b%20%28c%29)"),
        ("mailto:a@b.se", "[ord](mailto:a@b.se)"),
    ] {
        assert_eq!(from_html(&format!("<p><a href=\"{href}\">ord</a></p>")), format!("{text}\n"));
    }
}
