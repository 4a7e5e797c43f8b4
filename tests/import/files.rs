//! Whole files: what comes of each, and what stays out of it.

use jiff::civil::date;
use loftesarkiv::import::{Imported, Unimportable, imported};
use loftesarkiv::pdf::{PdfOptions, document, no_pictures};

use crate::made::{
    WINDOWS, item, locked_open_document, open_document, page, paragraph, pdf, word, word_with,
};

#[track_caller]
fn text(name: &str, bytes: &[u8]) -> String {
    imported(name, bytes).unwrap_or_else(|why| panic!("{name}: {why:?}")).text
}

#[test]
fn headings_of_word_in_any_style_that_is_made_from_them() {
    let body = [("Rubrik", "Löfte"), ("Rubrik1", "Ett"), ("Egen", "Två"), ("", "Text.")];
    let body: String = body.iter().map(|(style, text)| paragraph(style, text)).collect();
    assert_eq!(text("a.docx", &word(&body)), "# Löfte\n\n# Ett\n\n## Två\n\nText.\n");
}

#[test]
fn lists_of_word_by_number_by_style_and_within_each_other() {
    let body = [
        item(1, 0, "Unga"),
        item(1, 1, "Skola"),
        item(1, 0, "Trafik"),
        paragraph("", "Sedan:"),
        item(2, 0, "Kartlägga"),
        item(2, 0, "Åtgärda"),
        paragraph("Punktlista", "Efteråt"),
        item(0, 0, "Ingen lista"),
    ];
    assert_eq!(
        text("a.docx", &word(&body.concat())),
        "- Unga\n  - Skola\n- Trafik\n\nSedan:\n\n1. Kartlägga\n2. Åtgärda\n- Efteråt\n\nIngen lista\n"
    );
}

#[test]
fn a_table_of_word_with_merged_cells() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", text))
    };
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"2\"/>", "Åtgärd"),
        cell("", "När"),
        cell("<w:vMerge w:val=\"restart\"/>", "Ljus | lampor"),
        cell("", "Centrum"),
        cell("", "Maj"),
        cell("<w:vMerge/>", "dold"),
        cell("", "Skolan"),
        cell("", "Juni"),
    );
    assert_eq!(
        text("a.docx", &word(&body)),
        "| Åtgärd |  | När |\n| --- | --- | --- |\n| Ljus \\| lampor | Centrum | Maj |\n|  | Skolan | Juni |\n"
    );
}

#[test]
fn a_frame_of_word_is_no_table() {
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        paragraph("Rubrik2", "I ramen"),
        paragraph("", "Text.")
    );
    assert_eq!(text("a.docx", &word(&body)), "## I ramen\n\nText.\n");
}

#[test]
fn changes_of_word_are_taken_as_accepted_and_comments_stay_out() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Vi lovar </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>tre</w:delText></w:r></w:del>\
        <w:ins w:id=\"2\"><w:r><w:t>fyra</w:t></w:r></w:ins><w:commentRangeStart w:id=\"0\"/><w:r><w:t xml:space=\"preserve\"> saker</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:moveFrom w:id=\"3\"><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:r><w:t>.</w:t></w:r></w:p>";
    assert_eq!(text("a.docx", &word(body)), "Vi lovar fyra saker.\n");
}

#[test]
fn links_and_emphasis_of_word() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Se </w:t></w:r><w:hyperlink r:id=\"rId9\"><w:r><w:t>sidan</w:t></w:r></w:hyperlink>\
        <w:r><w:t xml:space=\"preserve\"> och </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \"https://polisen.se/\" \\o \"x\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>polisen</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Mål: </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tryggt</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t xml:space=\"preserve\"> nu</w:t></w:r></w:p>";
    assert_eq!(
        text("a.docx", &word(body)),
        "Se [sidan](https://example.se/a?b=1&c=2) och [polisen](https://polisen.se/).\n\n**Mål: tryggt** *nu*\n"
    );
}

#[test]
fn footnotes_of_word_are_numbered_by_the_text() {
    let reference = |id: u8| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>Brotten minskade</w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> och oron</w:t></w:r>{}<w:r><w:t>.</w:t></w:r></w:p>",
        reference(5),
        reference(2)
    );
    let note = |id: u8, text: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p></w:footnote>"
        )
    };
    let notes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>{}{}",
        note(2, "Egen mätning."),
        note(5, "Brå 2024.")
    );
    let file = word_with(&body, &[("word/footnotes.xml", &notes)]);
    assert_eq!(
        text("a.docx", &file),
        "Brotten minskade[^1] och oron[^2].\n\n[^1]: Brå 2024.\n\n[^2]: Egen mätning.\n"
    );
}

#[test]
fn what_word_makes_itself_and_what_is_no_text_stays_out() {
    let body = format!(
        "{}{}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Stycke.</w:t></w:r></w:p>\
         <w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>",
        paragraph("Innehll1", "1 Löfte 3"),
        paragraph("", "Rad med\u{AD} mjukt bindestreck"),
        paragraph("", "Innehållsförteckning"),
        paragraph("", "I en ruta att fylla i."),
        paragraph("", "I en textruta."),
        paragraph("", "I en textruta."),
    );
    let found = imported("A.DOCX", &word(&body)).expect("text");
    let expected =
        "Rad med mjukt bindestreck\n\nI en ruta att fylla i.\n\nStycke.\n\nI en textruta.\n";
    let (text, page_header) = (expected.to_owned(), "Sidhuvud".to_owned());
    assert_eq!(found, Imported { text, page_header, images: 1, recognised: false });
}

#[test]
fn headings_lists_and_spaces_of_libreoffice() {
    let body = "<text:sequence-decls/><text:p text:style-name=\"P1\">Löfte</text:p><text:h text:outline-level=\"2\">Bak<text:soft-page-break/>grund</text:h>\
        <text:p>Ett<text:s text:c=\"3\"/>mellanrum,<text:tab/>en\n   radbrytning<text:line-break/>och <text:span text:style-name=\"T1\">fet </text:span><text:span text:style-name=\"T2\">kursiv</text:span>.</text:p>\
        <text:list text:style-name=\"L1\"><text:list-item><text:p>Unga</text:p><text:list><text:list-item><text:p>Skola</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Trafik</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"L2\"><text:list-item><text:p>Först</text:p></text:list-item><text:list-item><text:p>Sedan</text:p></text:list-item></text:list>";
    assert_eq!(
        text("a.odt", &open_document(body)),
        "# Löfte\n\n## Bakgrund\n\nEtt mellanrum, en radbrytning\\\noch **fet** *kursiv*.\n\n- Unga\n  - Skola\n- Trafik\n1. Först\n2. Sedan\n"
    );
}

#[test]
fn a_table_of_libreoffice_with_repeated_and_covered_cells() {
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    let body = format!(
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}<table:covered-table-cell/>{}</table:table-row><table:table-row>{}</table:table-row></table:table>",
        cell("", "Mål"),
        cell("", "Mått"),
        cell("", "Utfall"),
        cell("table:number-columns-spanned=\"2\"", "Trygghet"),
        cell("", "32"),
        cell("table:number-columns-repeated=\"3\"", "–")
    );
    assert_eq!(
        text("a.odt", &open_document(&body)),
        "| Mål | Mått | Utfall |\n| --- | --- | --- |\n| Trygghet |  | 32 |\n| – | – | – |\n"
    );
}

#[test]
fn links_notes_changes_and_frames_of_libreoffice() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>borttaget</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>Se <text:a xlink:href=\"https://example.se/\">sidan</text:a><text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Brå 2024.</text:p></text:note-body></text:note>.\
        <office:annotation><text:p>kommentar</text:p></office:annotation><draw:frame><draw:text-box><text:p>I en ram.</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame></text:p>\
        <text:table-of-content><text:index-body><text:p>Innehåll 3</text:p></text:index-body></text:table-of-content>";
    let found = imported("a.odt", &open_document(body)).expect("text");
    let expected = "Se [sidan](https://example.se/)[^1].\n\nI en ram.\n\n[^1]: Brå 2024.\n";
    assert_eq!((&*found.text, found.images), (expected, 1));
}

#[test]
fn a_file_with_a_password_and_one_that_is_too_large_when_unpacked() {
    assert_eq!(imported("a.odt", &locked_open_document()), Err(Unimportable::Locked));
    let body = paragraph("", &"a".repeat(60 << 20));
    assert_eq!(imported("a.docx", &word(&body)), Err(Unimportable::TooLarge));
}

/// A PDF as the program makes it, with typefaces of two bytes and tables of what they mean.
fn printed(html: &str) -> Vec<u8> {
    let page = format!(
        "<html lang=\"sv\"><head><title>T</title></head><body><main>{html}</main></body></html>"
    );
    document(&page, &no_pictures, &PdfOptions::on(date(2026, 11, 22))).expect("a PDF")
}

#[test]
fn a_printed_page_is_read_back() {
    let long = "Polisen och kommunen arbetar tillsammans för att invånarna ska känna sig trygga på gator och torg, i skolor och hemma. ".repeat(3);
    let html = format!(
        "<h1>Medborgarlöfte Håbo 2025</h1><p>{}</p><h2>Åtaganden</h2><ul><li>Fler patruller i centrum</li><li>Bättre ljus</li></ul>",
        long.trim()
    );
    let found = text("a.pdf", &printed(&html));
    assert!(found.starts_with("# Medborgarlöfte Håbo 2025\n\n"), "{found}");
    // Words that were divided at the end of a line are whole again.
    assert!(found.contains(long.trim()), "{found}");
    assert!(found.contains("- Fler patruller i centrum\n- Bättre ljus\n"), "{found}");
    assert!(found.contains("## Åtaganden\n"), "{found}");
}

#[test]
fn a_simple_typeface_of_windows() {
    let content =
        "BT /F1 12 Tf 70 700 Td (L\\366fte f\\366r H\\345bo) Tj 0 -14 Td (\\225 Ljus) Tj T* ET";
    assert_eq!(text("a.pdf", &page(WINDOWS, content, "")), "Löfte för Håbo\n\n- Ljus\n");
}

#[test]
fn letters_with_names_of_their_own_and_words_without_spaces_between() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /CMR10 /FirstChar 1 /Widths [500 500 500 500 500] /Encoding << /Type /Encoding /Differences [1 /a /adieresis /fi /quoteright /G] >> >>";
    let content = "BT /F1 10 Tf 70 700 Td [(\\005\\001) -600 (\\002\\003)] TJ ET";
    assert_eq!(text("a.pdf", &page(font, content, "")), "Ga äfi\n");
}

#[test]
fn a_turned_page_and_a_stamp_in_its_margin() {
    let content = "BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Liggande sida) Tj ET BT /F1 8 Tf 1 0 0 1 20 20 Tm (Dnr 1) Tj ET";
    assert_eq!(text("a.pdf", &page(WINDOWS, content, "/Rotate 90")), "Liggande sida\n");
}

#[test]
fn headers_that_are_marked_as_such_stay_out() {
    let content = "/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf 70 800 Td (Sidhuvud) Tj ET EMC /P <</MCID 0>> BDC BT /F1 12 Tf 70 700 Td (Texten) Tj ET EMC";
    assert_eq!(text("a.pdf", &page(WINDOWS, content, "")), "Texten\n");
}

#[test]
fn a_scanned_paper_and_one_whose_text_was_recognised() {
    let picture = "q 595 0 0 842 0 0 cm /Im1 Do Q";
    assert_eq!(imported("a.pdf", &page(WINDOWS, picture, "")), Err(Unimportable::Scanned));
    let unseen = format!("{picture} BT 3 Tr /F1 12 Tf 70 700 Td (Avl\\344st text) Tj ET");
    let found = imported("a.pdf", &page(WINDOWS, &unseen, "")).expect("text");
    let (text, page_header) = ("Avläst text\n".to_owned(), String::new());
    assert_eq!(found, Imported { text, page_header, images: 1, recognised: true });
}

#[test]
fn letters_that_nothing_explains_are_not_guessed() {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Hemlig /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 >>] >>";
    let content = "BT /F1 12 Tf 70 700 Td <000100020003> Tj ET";
    assert_eq!(imported("a.pdf", &page(font, content, "")), Err(Unimportable::Unreadable));
}

#[test]
fn a_damaged_pdf_is_no_end_of_the_program() {
    let whole = page(WINDOWS, "BT /F1 12 Tf 70 700 Td (Text) Tj ET", "");
    for length in (0..whole.len()).step_by(7) {
        let _ = imported("a.pdf", &whole[..length]);
    }
    // Objects that lead back to themselves.
    let circle = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /A 4 0 R >> >> /Contents 4 0 R >>".to_owned(),
        "<< /Type /XObject /Subtype /Form /Resources << /XObject << /A 4 0 R >> >> /Length 4 >>\nstream\n/A Do\nendstream".to_owned(),
    ]);
    assert!(imported("a.pdf", &circle).is_err());
}

#[test]
fn a_web_page_that_was_saved_and_a_text_in_windows_letters() {
    let html = b"<html><head><meta charset=windows-1252><title>x</title></head><body><nav>Meny</nav><main><h1>L\xf6fte</h1><p>Text.</p></main></body></html>";
    assert_eq!(text("sida.htm", html), "# Löfte\n\nText.\n");
    assert_eq!(text("brev.txt", b"L\xf6fte\r\n\r\n\x95 Ljus\r\n"), "Löfte\n\n- Ljus\n");
}
