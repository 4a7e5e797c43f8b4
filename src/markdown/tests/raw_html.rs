use super::{page, remarks};
use crate::markdown::RemarkKind::{CommentDropped, RawHtml};

#[test]
fn raw_html_is_shown_as_written() {
    let text = "<div onclick=\"a()\">\n<script>b</script>\n\nEn <b class='x'>rad</b><br>";
    assert_eq!(
        page(text),
        "<p>&lt;div onclick=&quot;a()&quot;&gt;\n&lt;script&gt;b&lt;/script&gt;</p>\n\
         <p>En &lt;b class='x'&gt;rad&lt;/b&gt;&lt;br&gt;</p>\n"
    );
    assert_eq!(
        remarks(text),
        [
            (RawHtml, "<div onclick=\"a()\">\n<script>b</script>"),
            (RawHtml, "<b class='x'>"),
            (RawHtml, "<br>"),
        ]
    );
}

#[test]
fn comments_are_dropped_with_a_remark() {
    let text = "<!-- en\nkommentar -->\n\nEn <!-- två --> rad.\n\n<!-- tre -->\n<!---->efter";
    assert_eq!(page(text), "<p>En  rad.</p>\n<p>efter</p>\n");
    assert_eq!(
        remarks(text),
        [
            (CommentDropped, "<!-- en\nkommentar -->"),
            (CommentDropped, "<!-- två -->"),
            (CommentDropped, "<!-- tre -->"),
            (CommentDropped, "<!---->"),
            (RawHtml, "<!---->efter"),
        ]
    );
}

#[test]
fn a_comment_in_a_quoted_block_is_found_where_it_stands() {
    let text = "> <div>\n> <!-- a\n> b --> c\n> </div>";
    assert_eq!(page(text), "<blockquote>\n<p>&lt;div&gt;\n c\n&lt;/div&gt;</p>\n</blockquote>\n");
    assert_eq!(
        remarks(text),
        [(RawHtml, "<div>\n> <!-- a\n> b --> c\n> </div>"), (CommentDropped, "<!-- a\n> b -->"),]
    );
}

#[test]
fn a_comment_without_end_hides_nothing() {
    let text = "Före.\n\n<!-- glömd\n\n# Rubrik";
    assert_eq!(page(text), "<p>Före.</p>\n<p>&lt;!-- glömd\n\n# Rubrik</p>\n");
    assert_eq!(remarks(text), [(RawHtml, "<!-- glömd\n\n# Rubrik")]);
}
