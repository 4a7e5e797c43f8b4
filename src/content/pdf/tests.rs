//! Files that count, files that do not, and files that are no PDF at all.

use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::pages;

const CATALOGUE: &str = "1 0 obj\n<< /Type /Catalog /PageMode /UseNone /Pages 2 0 R >>\nendobj\n";
const TRAILER: &str = "trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";

fn file(objects: &str) -> Vec<u8> {
    format!("%PDF-1.4\n{CATALOGUE}{objects}{TRAILER}").into_bytes()
}

fn tree(kids: &str, count: u32) -> String {
    format!("2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {count} >>\nendobj\n")
}

fn page(id: u32) -> String {
    format!("{id} 0 obj\n<</Type/Page/Parent 2 0 R/Resources<</Kids [9 0 R]>>>>\nendobj\n")
}

#[test]
fn pages_are_counted_through_the_tree() {
    let two = tree("3 0 R 4 0 R", 2) + &page(3) + &page(4);
    assert_eq!(pages(&file(&two)), Some(2));
    let deep = tree("5 0 R 3 0 R", 3)
        + "5 0 obj <</Type /Pages /Parent 2 0 R /Kids 6 0 R /Count 2>> endobj\n"
        + "6 0 obj [ 4 0 R\n7 0 R ] endobj\n"
        + &page(3)
        + &page(4)
        + &page(7);
    assert_eq!(pages(&file(&deep)), Some(3));
}

#[test]
fn a_change_at_the_end_counts() {
    let mut changed = file(&(tree("3 0 R 4 0 R", 2) + &page(3) + &page(4)));
    changed.extend(file(&tree("4 0 R", 1)));
    assert_eq!(pages(&changed), Some(1));
}

#[test]
fn objects_in_a_compressed_stream_are_found() {
    let objects =
        ["<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> ", "<</Type/Page>> ", "<</Type/Page>>"];
    let mut header = String::new();
    let mut at = 0;
    for (id, object) in (2..).zip(objects) {
        header += &format!("{id} {at} ");
        at += object.len();
    }
    let data = compress_to_vec_zlib(format!("{header}{}", objects.concat()).as_bytes(), 6);
    let packed = |filter: &str| {
        let (first, length) = (header.len(), data.len());
        let mut bytes = format!(
            "%PDF-1.5\n{CATALOGUE}8 0 obj\n<</Type/ObjStm/N 3/First {first}/Length {length}{filter}>>\n\
             stream\r\n"
        )
        .into_bytes();
        bytes.extend(&data);
        bytes.extend(b"\nendstream\nendobj\n");
        bytes.extend(TRAILER.as_bytes());
        bytes
    };
    assert_eq!(pages(&packed("/Filter/FlateDecode")), Some(2));
    assert_eq!(pages(&packed("/Filter[/FlateDecode]")), Some(2));
    assert_eq!(pages(&packed("/Filter[/ASCII85Decode/FlateDecode]")), None);
    assert_eq!(pages(&packed("/Filter/FlateDecode/DecodeParms<</Predictor 12>>")), None);
    let mut damaged = packed("/Filter/FlateDecode");
    let middle = damaged.len() - TRAILER.len() - 40;
    damaged[middle..middle + 8].fill(0);
    assert_eq!(pages(&damaged), None);
}

/// An attached PDF has objects of the same numbers, which are not those of the file.
#[test]
fn a_pdf_within_a_pdf_is_not_counted() {
    let inner = file(&(tree("3 0 R", 1) + &page(3)));
    let length = inner.len();
    let outer = tree("3 0 R 4 0 R", 2) + &page(3) + &page(4);
    let mut bytes = format!("%PDF-1.4\n{CATALOGUE}{outer}").into_bytes();
    bytes.extend(format!("8 0 obj <</Length {length}>> stream\n").as_bytes());
    bytes.extend(&inner);
    bytes.extend(format!("\nendstream endobj\n{TRAILER}").as_bytes());
    assert_eq!(pages(&bytes), Some(2));
}

#[test]
fn what_does_not_add_up_is_not_told() {
    let two = || page(3) + &page(4);
    for objects in [
        String::new(),
        tree("3 0 R 4 0 R", 3) + &two(),
        tree("3 0 R 3 0 R", 2) + &two(),
        tree("2 0 R", 1),
        tree("3 0 R 5 0 R", 2) + &two(),
        tree("3 0 R oj", 1) + &two(),
        tree("", 0),
        tree("3 0 R", 1) + "3 0 obj <</Type /Template>> endobj\n",
        "2 0 obj <</Type /Pages /Kids [3 0 R".to_owned(),
    ] {
        assert_eq!(pages(&file(&objects)), None, "{objects}");
    }
    for bytes in [&b""[..], b"%PDF-", b"/Root 1 0 R", b"%PDF-1.4 /Root 1 0 R", b"<html></html>"] {
        assert_eq!(pages(bytes), None);
    }
    let whole = file(&(tree("3 0 R 4 0 R", 2) + &two()));
    for end in 0..whole.len() - TRAILER.len() {
        assert_eq!(pages(&whole[..end]), None);
    }
}

/// What a damaged file may consist of.
const PIECES: &[&str] = &[
    "1 0 obj",
    "2 0 obj",
    "endobj",
    "stream\n",
    "endstream",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "\\",
    "/Root 1 0 R",
    "/Pages 2 0 R",
    "/Kids",
    "/Count 1",
    "/Type/Page",
    "/Type/ObjStm",
    "/N 4294967295",
    "/First 99999",
    "/Length 18446744073709551615",
    "/Length 7",
    "/Filter/FlateDecode",
    " ",
    "1 0 R",
];

proptest! {
    #![proptest_config(Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_150_104),
        ..Config::default()
    })]

    /// No file, however damaged, makes it panic.
    #[test]
    fn any_bytes_are_read(
        start in proptest::collection::vec(any::<u8>(), 0..40),
        pieces in proptest::collection::vec(
            proptest::sample::select(PIECES),
            0..60,
        ),
    ) {
        let mut bytes = b"%PDF-1.5\n".to_vec();
        bytes.extend(start);
        bytes.extend(pieces.concat().into_bytes());
        let _ = pages(&bytes);
    }
}
