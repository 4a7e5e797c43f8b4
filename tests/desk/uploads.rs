//! Files that are not taken, or hardly: what is said, and the way back.

use crate::client::Desk;
use crate::editing::site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";

#[test]
fn what_is_taken_stands_in_the_form_and_in_the_refusal() {
    let site = site();
    let desk = Desk::open(&site);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("Högst 50 MB. Bilder: jpg, jpeg, png"), "{page}");
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic....";
    for name in ["bild.heic", "bild.jpg"] {
        let page = desk.upload(PLEDGE, name, heic, &[]).is(422).body;
        assert!(page.contains("spara den som JPEG") && page.contains("jpg, jpeg, png"), "{page}");
        assert!(page.contains("name=\"body\""), "the form is still there");
    }
    let page = desk.upload(PLEDGE, "program.exe", b"MZ", &[]).is(422).body;
    assert!(page.contains("Spara den som PDF") && page.contains("docx"), "{page}");
    // Its neighbour, which has a brand of the same family.
    let avif = b"\0\0\0\x1cftypmif1\0\0\0\0avifmif1....mdat";
    desk.upload(PLEDGE, "bild.avif", avif, &[("title", "En bild")]).is(303);
}

#[test]
fn a_file_that_is_too_large_leads_back_to_the_document() {
    let site = site();
    let desk = Desk::open(&site);
    let page = desk.upload(PLEDGE, "stor.png", &vec![0; 51 * 1024 * 1024], &[]).is(413).body;
    assert!(page.contains("en fil 50 MB") && page.contains("<main"), "{page}");
    assert!(
        page.contains(&format!("<a href=\"/dokument/{PLEDGE}\">Tillbaka till formuläret</a>")),
        "{page}"
    );
}

#[test]
fn a_large_picture_is_taken_with_advice() {
    let site = site();
    let desk = Desk::open(&site);
    let said = |bytes: &[u8], name: &str| {
        let answer = desk.upload(PLEDGE, name, bytes, &[("title", "Torget")]).is(303);
        desk.get(answer.header("location").expect("an address")).is(200).body
    };
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    assert!(!said(&picture, "liten.png").contains("mer än 3 MB"));
    picture.resize(4 * 1024 * 1024, 0);
    assert!(said(&picture, "stor.png").contains("mer än 3 MB"));
}

#[test]
fn a_file_is_added_beside_what_another_window_has_saved() {
    let site = site();
    let desk = Desk::open(&site);
    let opened = desk.form(PLEDGE).value("_version").expect("a version").to_owned();
    desk.change(PLEDGE, &[("summary", "Den andras.")]).is(303);
    let stale = [("title", "Bilagan"), ("_version", &*opened)];
    desk.upload(PLEDGE, "bilaga.txt", b"Text.", &stale).is(303);
    let text = site.read("content/kommuner/habo/2025/medborgarlofte.md");
    assert!(text.contains("Den andras.") && text.contains("file = \"bilaga.txt\""), "{text}");
    // Of a version that nobody kept it is not known what it was.
    let unknown = [("title", "Bilagan"), ("_version", "0")];
    desk.upload(PLEDGE, "annan.txt", b"Text.", &unknown).is(409);
    assert!(!site.path("content/kommuner/habo/2025/annan.txt").exists());
}
