//! Attachments that are text are inspected in whatever encoding they were saved, and published byte
//! for byte.

use crate::support::Site;

const FILE: &str = "content/kommuner/habo/2026/deltagare.csv";
const WITH: &str = "Namn;Nummer\r\nÅke Öst;121212-1212\r\n";
const WITHOUT: &str = "Namn;Nummer\r\nÅke Öst;555\r\n";

/// A document with this attachment.
fn attached(bytes: impl AsRef<[u8]>) -> Site {
    Site::from("errors/personal-number").remove("content/om.md").write(FILE, bytes)
}

/// A text as office programs save it.
fn saved(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    let marked = |mark: &[u8], mut bytes: Vec<u8>| {
        bytes.splice(0..0, mark.iter().copied());
        bytes
    };
    // Every letter used here has the same number in Windows-1252 as in Unicode.
    let windows = text.chars().map(|letter| u8::try_from(letter).expect("a letter")).collect();
    vec![
        ("UTF-8", text.into()),
        ("UTF-8 with its mark", marked(b"\xef\xbb\xbf", text.into())),
        ("Windows-1252", windows),
        ("UTF-16LE", utf_16(u16::to_le_bytes)),
        ("UTF-16LE with its mark", marked(b"\xff\xfe", utf_16(u16::to_le_bytes))),
        ("UTF-16BE", utf_16(u16::to_be_bytes)),
        ("UTF-16BE with its mark", marked(b"\xfe\xff", utf_16(u16::to_be_bytes))),
    ]
}

#[test]
fn a_personal_number_is_found_and_shown_in_every_encoding() {
    for (encoding, bytes) in saved(WITH) {
        let outcome = attached(bytes).run(&["build"]);
        let place = format!("--> {FILE}:2:9");
        let said = &outcome.stderr;
        assert_eq!(outcome.status, 1, "{encoding}: {said}");
        for words in ["fel[personal-number]", place.as_str(), "2 | Åke Öst;121212-1212"] {
            assert!(said.contains(words), "{encoding}: “{words}” is not in:\n{said}");
        }
    }
}

#[test]
fn a_private_address_is_found_in_every_encoding() {
    for (_, bytes) in saved(&WITHOUT.replace("555", "ake@gmail.com")) {
        attached(bytes).reports(format!("error private-email {FILE}:2"));
    }
}

#[test]
fn what_holds_nothing_of_the_kind_is_published_as_it_is() {
    for (encoding, bytes) in saved(WITHOUT) {
        let site = attached(&bytes).reports("").build();
        let published = std::fs::read(site.path("public/kommuner/habo/2026/deltagare.csv"));
        assert_eq!(published.expect("a file"), bytes, "{encoding}");
    }
}

#[test]
fn a_file_in_two_encodings_at_once_and_one_cut_short_are_looked_through() {
    let mut two = WITHOUT.as_bytes().to_vec();
    two.extend(b"\xd6stra;121212-1212\r\n");
    attached(two).reports(format!("error personal-number {FILE}:3"));
    let mut cut = WITH.as_bytes().to_vec();
    cut.push(0xc3);
    attached(cut).reports(format!("error personal-number {FILE}:2"));
    let nul = WITH.replace(';', "\0;").replace("12-", "12\0-");
    attached(nul).reports(format!("error personal-number {FILE}:2"));
}
