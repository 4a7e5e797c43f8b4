//! Files of some kilobytes that unpack to much more: they are refused, or read within bounds.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use loftesarkiv::import::{Unimportable, imported};

use crate::made::{WINDOWS, paragraph, pdf, word, word_with};

/// A PDF of one page whose content is packed. Its first stream has this dictionary besides.
fn packed(content: &[u8], dict: &str) -> Vec<u8> {
    let mut stream = ZlibEncoder::new(Vec::new(), Compression::best());
    stream.write_all(content).expect("packed");
    let stream = stream.finish().expect("packed");
    let object = format!("<< /Length {} /Filter /FlateDecode {dict} >>\nstream\n", stream.len());
    let mut object = object.into_bytes();
    object.extend_from_slice(&stream);
    object.extend_from_slice(b"\nendstream");
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>".to_vec(),
        object,
        WINDOWS.as_bytes().to_vec(),
    ])
}

const LINE: &[u8] = b"BT /F1 12 Tf 70 700 Td (Texten) Tj ET ";

#[test]
fn states_that_are_kept_without_end_are_not() {
    let content = [LINE, &b"q ".repeat(2_000_000)].concat();
    let file = packed(&content, "");
    assert!(file.len() < 20_000, "{}", file.len());
    assert_eq!(imported("a.pdf", &file).expect("text").text, "Texten\n");
    // What is restored is what was kept, also beyond what is kept.
    let deep = |n: usize| [&b"q ".repeat(n)[..], &b"Q ".repeat(n), LINE].concat();
    assert_eq!(imported("a.pdf", &packed(&deep(3_000), "")).expect("text").text, "Texten\n");
}

#[test]
fn a_stream_that_unpacks_to_more_than_any_text_is_refused() {
    let content = [LINE, &b" ".repeat(60 << 20)].concat();
    for dict in ["", "/Type /ObjStm", "/Subtype /Image"] {
        let file = packed(&content, dict);
        assert!(file.len() < 100_000, "{}", file.len());
        assert_eq!(imported("a.pdf", &file), Err(Unimportable::TooLarge), "{dict}");
    }
    // As large as text may be.
    let content = [LINE, &b" ".repeat(20 << 20)].concat();
    assert_eq!(imported("a.pdf", &packed(&content, "")).expect("text").text, "Texten\n");
}

#[test]
fn a_tree_of_more_elements_than_any_document_is_refused() {
    let many = word(&"<w:p/>".repeat(1_600_000));
    assert!(many.len() < 60_000, "{}", many.len());
    assert_eq!(imported("a.docx", &many), Err(Unimportable::TooLarge));
}

#[test]
fn footnotes_by_the_thousand_are_numbered_in_the_order_of_the_text() {
    let (mut body, mut notes) = (String::new(), String::new());
    for n in (1..=5_000).rev() {
        body.push_str(&format!(
            "<w:p><w:r><w:t>Rad {n}</w:t></w:r><w:r><w:footnoteReference w:id=\"{n}\"/></w:r></w:p>"
        ));
        notes.push_str(&format!("<w:footnote w:id=\"{n}\">{}</w:footnote>", paragraph("", "Not")));
    }
    let file = word_with(&body, &[("word/footnotes.xml", &notes)]);
    let text = imported("a.docx", &file).expect("text").text;
    assert!(text.starts_with("Rad 5000[^1]\n\nRad 4999[^2]\n\n"), "{}", &text[..80]);
    let end = text.find("[^5000]").expect("the last");
    let around = &text[end - 10..end + 40];
    assert!(around.contains("\nRad 1[^5000]\n\n[^1]: Not\n"), "{around}");
    assert!(text.ends_with("[^5000]: Not\n"));
}
