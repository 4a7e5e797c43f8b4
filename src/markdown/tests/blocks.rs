use super::{page, remarks};
use crate::markdown::RemarkKind::ImageWithoutAlt;

#[test]
fn paragraphs_emphasis_and_breaks() {
    assert_eq!(
        page(
            "Polisen *ska* **vara** ~~inte~~ `x < y`\nsynlig.  \nNy rad\\\noch en till.\n\n---\n\nSlut &amp; \"citat\"."
        ),
        "<p>Polisen <em>ska</em> <strong>vara</strong> <del>inte</del> <code>x &lt; y</code>\n\
         synlig.<br>\nNy rad<br>\noch en till.</p>\n<hr>\n<p>Slut &amp; &quot;citat&quot;.</p>\n"
    );
}

#[test]
fn lists_tight_and_loose_and_numbered_from_any_number() {
    assert_eq!(
        page("- ett\n  - två\n\n<!-- -->\n\n3. tre\n\n4. fyra\n\n---\n\n1. först"),
        "<ul>\n<li>ett\n<ul>\n<li>två</li>\n</ul>\n</li>\n</ul>\n\
         <ol start=\"3\">\n<li>\n<p>tre</p>\n</li>\n<li>\n<p>fyra</p>\n</li>\n</ol>\n\
         <hr>\n<ol>\n<li>först</li>\n</ol>\n"
    );
}

#[test]
fn quotes_and_code() {
    assert_eq!(
        page("> Vi lovar\n> > mer\n\n```toml\n[x]\na = \"<b>\"\n```\n\n    indraget"),
        "<blockquote>\n<p>Vi lovar</p>\n<blockquote>\n<p>mer</p>\n</blockquote>\n</blockquote>\n\
         <pre tabindex=\"0\"><code>[x]\na = &quot;&lt;b&gt;&quot;\n</code></pre>\n\
         <pre tabindex=\"0\"><code>indraget</code></pre>\n"
    );
}

#[test]
fn a_table_is_a_named_region_with_scoped_headers_and_classes() {
    assert_eq!(
        page("| År | Antal | A | B |\n|:--|--:|:-:|---|\n| 2018 | 5 | x | y |\n| 2019 |"),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\" class=\"text-left\">År</th>\
         <th scope=\"col\" class=\"text-right\">Antal</th>\
         <th scope=\"col\" class=\"text-center\">A</th><th scope=\"col\">B</th></tr>\n</thead>\n\
         <tbody>\n<tr><td class=\"text-left\">2018</td><td class=\"text-right\">5</td>\
         <td class=\"text-center\">x</td><td>y</td></tr>\n\
         <tr><td class=\"text-left\">2019</td><td class=\"text-right\"></td>\
         <td class=\"text-center\"></td><td></td></tr>\n</tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn several_tables_have_names_of_their_own_and_an_empty_header_cell_is_no_header() {
    assert_eq!(
        page("| | b |\n|-|-|\n\n| c |\n|-|\n| d |"),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 1\">\n<table>\n\
         <thead>\n<tr><td></td><th scope=\"col\">b</th></tr>\n</thead>\n</table>\n</div>\n\
         <div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 2\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\">c</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>d</td></tr>\n</tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn an_image_is_loaded_when_seen_and_its_text_is_plain() {
    assert_eq!(
        page("![En *röd* \"bil\"\noch [en](y)](bil.jpg 'a \"b\" <c>')"),
        "<p><img src=\"bil.jpg\" alt=\"En röd &quot;bil&quot; och en\" loading=\"lazy\" \
         title=\"a &quot;b&quot; &lt;c&gt;\"></p>\n"
    );
}

#[test]
fn an_image_without_text_alternative_is_remarked() {
    let text = "Se ![](bil.jpg) och ![ ](b.jpg).";
    assert_eq!(
        page(text),
        "<p>Se <img src=\"bil.jpg\" alt=\"\" loading=\"lazy\"> och \
         <img src=\"b.jpg\" alt=\"\" loading=\"lazy\">.</p>\n"
    );
    assert_eq!(
        remarks(text),
        [(ImageWithoutAlt, "![](bil.jpg)"), (ImageWithoutAlt, "![ ](b.jpg)")]
    );
}

#[test]
fn characters_that_html_forbids_are_replaced() {
    assert_eq!(page("a&#1;b&#0;c\u{7f}\u{ffff}"), "<p>a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}</p>\n");
}

#[test]
fn nothing_becomes_nothing() {
    assert_eq!(page(""), "");
    assert_eq!(page("\n\n"), "");
}
