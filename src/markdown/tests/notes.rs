use super::{page, remarks};
use crate::markdown::RemarkKind::{UnknownNote, UnusedNote};

#[test]
fn notes_are_numbered_as_referred_to_and_lead_back() {
    assert_eq!(
        page("Först[^b], sedan[^A] och igen[^b].\n\n[^a]: Not a.\n[^b]: Not b.\n\n    - lista"),
        "<p>Först<sup><a href=\"#not-1\" id=\"not-1-ref\" role=\"doc-noteref\" \
         aria-label=\"Fotnot 1\">1</a></sup>, sedan<sup><a href=\"#not-2\" id=\"not-2-ref\" \
         role=\"doc-noteref\" aria-label=\"Fotnot 2\">2</a></sup> och igen<sup>\
         <a href=\"#not-1\" id=\"not-1-ref-2\" role=\"doc-noteref\" aria-label=\"Fotnot 1\">1</a>\
         </sup>.</p>\n\
         <section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"noter\">\n\
         <h2 id=\"noter\">Fotnoter</h2>\n<ol>\n\
         <li id=\"not-1\">\n<p>Not b.</p>\n<ul>\n<li>lista</li>\n</ul>\n\
         <p><a href=\"#not-1-ref\" role=\"doc-backlink\" aria-label=\"Tillbaka till fotnot 1:1\">\
         ↩\u{fe0e}</a> <a href=\"#not-1-ref-2\" role=\"doc-backlink\" \
         aria-label=\"Tillbaka till fotnot 1:2\">↩\u{fe0e}</a></p>\n</li>\n\
         <li id=\"not-2\">\n<p>Not a. <a href=\"#not-2-ref\" role=\"doc-backlink\" \
         aria-label=\"Tillbaka till fotnot 2\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n"
    );
}

#[test]
fn an_undefined_note_is_text_and_reported() {
    assert_eq!(page("Se[^x]."), "<p>Se[^x].</p>\n");
    assert_eq!(remarks("Se[^x]."), [(UnknownNote, "[^x]")]);
}

#[test]
fn notes_may_refer_to_notes_and_to_themselves() {
    let html = page("A[^1]\n\n[^2]: två[^1]\n\n[^1]: ett[^2][^1]");
    let ids: Vec<_> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next()).collect();
    assert_eq!(
        ids.into_iter().flatten().collect::<Vec<_>>(),
        ["not-1-ref", "noter", "not-1", "not-2-ref", "not-1-ref-2", "not-2", "not-1-ref-3"]
    );
    assert_eq!(html.matches("doc-backlink").count(), 4);
}

#[test]
fn a_note_that_nothing_refers_to_is_shown_last_and_remarked() {
    let text = "A[^x]\n\n[^y]: ensam\n\n[^x]: här\n\n[^X]: igen";
    assert_eq!(
        page(text).split("<ol>\n").nth(1),
        Some(
            "<li id=\"not-1\">\n<p>här <a href=\"#not-1-ref\" role=\"doc-backlink\" \
             aria-label=\"Tillbaka till fotnot 1\">↩\u{fe0e}</a></p>\n</li>\n\
             <li id=\"not-2\">\n<p>ensam</p>\n</li>\n<li id=\"not-3\">\n<p>igen</p>\n</li>\n\
             </ol>\n</section>\n"
        )
    );
    assert_eq!(remarks(text), [(UnusedNote, "[^y]: ensam"), (UnusedNote, "[^X]: igen")]);
}
