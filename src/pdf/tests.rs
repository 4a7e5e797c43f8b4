//! What a PDF holds is read back with poppler and examined by veraPDF in `tests/pdf/`; here is
//! what can be seen without them.

use super::*;

fn page(main: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"sv\"><head><title>Löfte – Arkivet</title></head><body>\
         <main>{main}</main></body></html>"
    )
}

fn options() -> PdfOptions {
    PdfOptions::on(jiff::civil::date(2026, 11, 22))
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let html = page("<h1>Löfte</h1><p>Text med <a href=\"../x.html\">länk</a>.</p>");
    let made = document(&html, &no_pictures, &options()).unwrap();
    assert!(made.starts_with(b"%PDF-1.7"));
    assert_eq!(made, document(&html, &no_pictures, &options()).unwrap());
    let draft = PdfOptions { draft_mark: Some("UTKAST".to_owned()), ..options() };
    assert_ne!(made, document(&html, &no_pictures, &draft).unwrap());
}

#[test]
fn a_character_without_a_glyph_gives_no_pdf() {
    for (main, character) in [("<h1>A</h1><p>中文</p>", '中'), ("<h1>שלום</h1>", 'ש')] {
        let error = document(&page(main), &no_pictures, &options()).unwrap_err();
        assert_eq!(error, PdfError::Character(character));
    }
    assert_eq!(document("<p>x</p>", &no_pictures, &options()), Err(PdfError::Empty));
    assert_eq!(document(&page(" "), &no_pictures, &options()), Err(PdfError::Empty));
}

#[test]
fn links_lead_where_they_do_on_the_page() {
    let from = |from: Option<&str>, href: &str| {
        let options = PdfOptions { links_from: from.map(str::to_owned), ..options() };
        let html = page("<h1>A</h1>");
        let read = tree::read(&html);
        Described::of(&read, read.find("main").unwrap(), &options).absolute(href)
    };
    let page = Some("https://exempel.se/a/b/c.html");
    assert_eq!(from(page, "d.html#x"), "https://exempel.se/a/b/d.html#x");
    assert_eq!(from(page, "../../d.html"), "https://exempel.se/d.html");
    assert_eq!(from(page, "../../../../d.html"), "https://exempel.se/d.html");
    assert_eq!(from(page, "mailto:a@b.se"), "mailto:a@b.se");
    assert_eq!(from(Some("../webb/a/b.html"), "../c.html"), "../webb/c.html");
    assert_eq!(from(Some("../webb/b.html"), "../../c.html"), "../../c.html");
    assert_eq!(from(None, "../c.html"), "../c.html");
}
