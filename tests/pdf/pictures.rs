//! Pictures are in the PDF, each as a figure with what is said of it; what a PDF cannot hold is told
//! of in words.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use loftesarkiv::pdf::{self, PdfOptions, no_pictures};
use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::layout::long;
use crate::read::{kept, page_of, pdf_with, removed};
use crate::words::same_words;

const PHOTO: &[u8] = include_bytes!("pictures/photo.jpg");
const GREY: &[u8] = include_bytes!("pictures/grey.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("pictures/progressive.jpg");
/// With the four colours of printing presses.
const PRESS: &[u8] = include_bytes!("pictures/press.jpg");
const WEBP: &[u8] = include_bytes!("pictures/picture.webp");
const LOSSY_WEBP: &[u8] = include_bytes!("pictures/lossy.webp");
const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>";

/// A chunk of a PNG, with its checksum.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let crc = kind.iter().chain(data).fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
        })
    });
    let length = u32::try_from(data.len()).expect("a short chunk").to_be_bytes();
    [&length, kind.as_slice(), data, &(!crc).to_be_bytes()].concat()
}

/// A PNG of bits, kind of colour, pixels and compressed pixels that need not belong together.
fn png_of(size: (u32, u32), bits: u8, colour: u8, palette: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut header = [size.0.to_be_bytes(), size.1.to_be_bytes()].concat();
    header.extend([bits, colour, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &header));
    if !palette.is_empty() {
        png.extend(chunk(b"PLTE", palette));
    }
    png.extend(chunk(b"IDAT", packed));
    png.extend(chunk(b"IEND", b""));
    png
}

/// A PNG of one colour.
fn png(size: (u32, u32), bits: u8, colour: u8, samples: u32) -> Vec<u8> {
    let row = (size.0 * samples * u32::from(bits)).div_ceil(8) as usize;
    let mut pixels = Vec::new();
    for _ in 0..size.1 {
        pixels.push(0);
        pixels.extend(vec![0x40; row]);
    }
    let palette = if colour == 3 { vec![9; 3 * 0x41] } else { Vec::new() };
    png_of(size, bits, colour, &palette, &compress_to_vec_zlib(&pixels, 6))
}

fn gif(canvas: (u16, u16), frame: (u16, u16)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder =
        gif::Encoder::new(&mut bytes, canvas.0, canvas.1, &[9, 9, 9, 200, 0, 0]).expect("a GIF");
    let pixels = vec![1; usize::from(frame.0) * usize::from(frame.1)];
    let frame = gif::Frame::from_indexed_pixels(frame.0, frame.1, pixels, None);
    encoder.write_frame(&frame).expect("a frame");
    drop(encoder);
    bytes
}

/// A photograph with a note of which way up it is.
fn turned(orientation: u8) -> Vec<u8> {
    let mut notes = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    notes.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(notes.len() + 2).expect("a short segment").to_be_bytes();
    [&PHOTO[..2], b"\xff\xe1", &length, &notes, &PHOTO[2..]].concat()
}

/// What each figure of a PDF is told as, in no certain order, and how many pictures are drawn.
fn figures(file: &Path) -> (Vec<String>, usize) {
    let mut qpdf = Command::new("qpdf");
    let shown = qpdf.args(["--qdf", "--object-streams=disable"]).arg(file).arg("-").output();
    let shown = shown.expect("qpdf").stdout;
    let shown = String::from_utf8_lossy(&shown);
    let mut told: Vec<String> = Vec::new();
    for object in shown.split("endobj").filter(|object| object.contains("/S /Figure")) {
        assert!(object.contains("/BBox"), "{object}");
        let alt = object.split_once("/Alt (").map_or("", |(_, alt)| alt);
        told.push(alt.split(')').next().unwrap_or("").to_owned());
    }
    let listed = Command::new("pdfimages").arg("-list").arg(file).output().expect("pdfimages");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let drawn = listed.lines().skip(2).filter(|line| !line.contains(" smask ")).count();
    (told, drawn)
}

/// The PDF of a `main`, its words, and what its figures are told as.
fn made(name: &str, main: &str, files: &[(&str, Vec<u8>)]) -> (String, Vec<String>, usize) {
    let source =
        |src: &str| files.iter().find(|(name, _)| *name == src).map(|(_, bytes)| bytes.clone());
    let html = page_of(main);
    let pdf = pdf_with(name, &html, &source);
    let file = kept(name);
    let made = pdf::document(&html, &source, &PdfOptions::on(jiff::civil::date(2026, 11, 22)));
    let bytes = made.expect("a PDF");
    std::fs::write(&file, &bytes).expect("a file");
    let again = pdf::document(&html, &source, &PdfOptions::on(jiff::civil::date(2026, 11, 22)));
    assert_eq!(bytes, again.expect("a PDF"), "the same bytes each time");
    let (told, drawn) = figures(&file);
    removed(&file);
    (pdf.text().join(" "), told, drawn)
}

#[test]
fn a_picture_of_each_kind_is_a_figure_with_what_is_said_of_it() {
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("rgb.png", png((8, 6), 8, 2, 3)),
        ("alpha.png", png((8, 6), 8, 6, 4)),
        ("deep.png", png((8, 6), 16, 2, 3)),
        ("grey.png", png((8, 6), 2, 0, 1)),
        ("palette.png", png((8, 6), 8, 3, 1)),
        ("photo.jpg", PHOTO.to_vec()),
        ("grey.jpg", GREY.to_vec()),
        ("progressive.jpg", PROGRESSIVE.to_vec()),
        ("picture.webp", WEBP.to_vec()),
        ("lossy.webp", LOSSY_WEBP.to_vec()),
        ("picture.gif", gif((9, 7), (9, 7))),
    ];
    for (name, bytes) in &files {
        let main = format!("<h1>En</h1><p>Text <img src=\"{name}\" alt=\"Said of it\"> slut.</p>");
        let (words, told, drawn) = made(&format!("kind-{name}"), &main, &[(*name, bytes.clone())]);
        assert_eq!((words.as_str(), drawn), ("En Text slut.", 1), "{name}");
        assert_eq!(told, ["Said of it"], "{name}");
    }
    let mut main = String::from("<h1>Alla</h1>");
    for (name, _) in &files {
        let _ =
            write!(main, "<figure class=\"image\"><img src=\"{name}\" alt=\"{name}\"></figure>");
    }
    let (_, told, drawn) = made("kinds", &main, &files);
    assert_eq!((told.len(), drawn), (files.len(), files.len()));
}

#[test]
fn what_a_pdf_cannot_hold_is_told_of_in_words_and_hides_nothing_else() {
    let whole = png((8, 6), 8, 2, 3);
    let mut damaged = whole.clone();
    let at = damaged.len() - 20;
    damaged[at] ^= 0x55;
    let cut = whole[..whole.len() - 30].to_vec();
    // Only its head says that it is so large.
    let vast = png_of((30_000, 30_000), 8, 2, &[], &compress_to_vec_zlib(&[0; 90_001], 6));
    let mut heavy = PHOTO.to_vec();
    heavy.resize(21 * 1024 * 1024, 0);
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("karta.svg", SVG.to_vec()),
        ("tryck.jpg", PRESS.to_vec()),
        ("text.png", b"Text.".to_vec()),
        ("tom.png", Vec::new()),
        ("skadad.png", damaged),
        ("avkapad.png", cut),
        ("vid.png", vast),
        ("tung.jpg", heavy),
        ("delvis.gif", gif((9, 7), (4, 4))),
        ("bild.png", whole),
    ];
    for (name, _) in files.iter().take(files.len() - 1).chain([&("saknas.png", Vec::new())]) {
        let main = format!(
            "<h1>En</h1><p>Före <img src=\"../b/{name}\" alt=\"Ett torg\"> efter.</p>\
             <p><img src=\"../b/{name}\" alt=\"\"></p><p><img src=\"../b/bild.png\" alt=\"Whole\"></p>"
        );
        let named: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (format!("../b/{name}"), bytes.clone())).collect();
        let named: Vec<(&str, Vec<u8>)> =
            named.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let (words, told, drawn) = made(&format!("not-{name}"), &main, &named);
        let expected = format!(
            "En Före Bilden {name} visas inte här: Ett torg efter. Bilden {name} visas inte här."
        );
        assert_eq!(words, expected);
        assert_eq!((told, drawn), (vec!["Whole".to_owned()], 1), "{name}");
    }
    let english = page_of("<h1>En</h1><p><img src=\"a.svg\" alt=\"A map\"></p>")
        .replace("lang=\"sv\"", "lang=\"en\"");
    let pdf = pdf_with("not-english", &english, &no_pictures);
    assert_eq!(pdf.text().join(" "), "En The image a.svg is not shown here: A map");
}

#[test]
fn the_pictures_of_a_document_are_bounded_together() {
    // 9 million pixels each, of which four have room.
    let names = ["a.png", "b.png", "c.png", "d.png", "e.png"];
    let files: Vec<(&str, Vec<u8>)> = names
        .iter()
        .zip(2998..)
        .map(|(name, height)| (*name, png((3000, height), 1, 0, 1)))
        .collect();
    let main: String =
        names.iter().map(|name| format!("<p><img src=\"{name}\" alt=\"Said\"></p>")).collect();
    let (words, told, drawn) = made("many", &format!("<h1>En</h1>{main}{main}"), &files);
    let once = "Bilden e.png visas inte här: Said";
    assert_eq!(words, format!("En {once} {once}"));
    // The same picture is in the file once.
    assert_eq!((told.len(), drawn), (8, 8));
}

#[test]
fn many_damaged_pictures_cost_a_few_attempts() {
    let files: Vec<(String, Vec<u8>)> = (0..200)
        .map(|n| (format!("{n}.png"), png_of((8, 6 + n), 8, 2, &[], b"not compressed")))
        .collect();
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let source = |src: &str| {
        asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        files.iter().find(|(name, _)| name == src).map(|(_, bytes)| bytes.clone())
    };
    let main: String =
        files.iter().map(|(name, _)| format!("<p><img src=\"{name}\" alt=\"Said\"></p>")).collect();
    let pdf = pdf_with("damaged", &page_of(&format!("<h1>En</h1>{main}")), &source);
    assert_eq!(pdf.text().iter().filter(|word| *word == "Said").count(), 200);
    assert_eq!(asked.into_inner(), 200, "each is read once");
}

/// The colours of the quarters of the only picture on a page: the letters r, g, b and y.
fn quarters(file: &Path) -> String {
    let drawn = Command::new("pdftoppm").args(["-r", "96"]).arg(file).output().expect("pdftoppm");
    let mut fields = drawn.stdout.splitn(4, |byte| *byte == b'\n');
    let _magic = fields.next();
    let size = String::from_utf8_lossy(fields.next().expect("a size")).into_owned();
    let width: usize = size.split(' ').next().and_then(|n| n.parse().ok()).expect("a width");
    let pixels = fields.nth(1).expect("pixels");
    let is_colour = |rgb: &[u8]| {
        let (most, least) = (rgb.iter().max().copied(), rgb.iter().min().copied());
        most.zip(least).is_some_and(|(most, least)| most - least > 100)
    };
    let letter = |rgb: &[u8]| match (rgb[0] > 150, rgb[1] > 130, rgb[2] > 150) {
        (true, false, false) => Some('r'),
        (false, true, false) => Some('g'),
        (false, false, true) => Some('b'),
        (true, true, false) => Some('y'),
        _ => None,
    };
    let coloured: Vec<(usize, usize, char)> = pixels
        .chunks_exact(3)
        .enumerate()
        .filter(|(_, rgb)| is_colour(rgb))
        .filter_map(|(n, rgb)| Some((n % width, n / width, letter(rgb)?)))
        .collect();
    let (left, right) = (coloured.iter().map(|c| c.0).min(), coloured.iter().map(|c| c.0).max());
    let (top, bottom) = (coloured.iter().map(|c| c.1).min(), coloured.iter().map(|c| c.1).max());
    let [left, right, top, bottom] =
        [left, right, top, bottom].map(|edge| edge.expect("a picture"));
    let at = |x: usize, y: usize| {
        coloured.iter().find(|c| (c.0, c.1) == (x, y)).map_or('?', |(_, _, letter)| *letter)
    };
    let (xs, ys) = ([left + 4, right - 4], [top + 4, bottom - 4]);
    let shape = if right - left > bottom - top { "wide " } else { "tall " };
    ys.iter().flat_map(|y| xs.iter().map(|x| at(*x, *y))).fold(shape.to_owned(), |mut all, one| {
        all.push(one);
        all
    })
}

#[test]
fn a_photograph_is_the_right_way_up() {
    let expected = [
        (1, "wide rgby"),
        (2, "wide gryb"),
        (3, "wide ybgr"),
        (4, "wide byrg"),
        (5, "tall rbgy"),
        (6, "tall bryg"),
        (7, "tall ygbr"),
        (8, "tall gyrb"),
    ];
    for (orientation, quarter) in expected {
        let name = format!("turned-{orientation}");
        let main = "<p><img src=\"a.jpg\" alt=\"Photo\"></p>";
        let source = |_: &str| Some(turned(orientation));
        let made = pdf::document(
            &page_of(main),
            &source,
            &PdfOptions::on(jiff::civil::date(2026, 11, 22)),
        );
        let file = kept(&name);
        std::fs::write(&file, made.expect("a PDF")).expect("a file");
        assert_eq!(quarters(&file), quarter, "orientation {orientation}");
        removed(&file);
    }
}

#[test]
fn pictures_stand_where_they_do_on_the_page() {
    let tall = png((40, 4000), 8, 2, 3);
    let wide = png((4000, 40), 8, 2, 3);
    let main = format!(
        "<h1>Ordning</h1><p>{} <img src=\"wide.png\" alt=\"Wide\"> {}</p>\
         <figure class=\"image\"><img src=\"tall.png\" alt=\"Tall\"><figcaption>Under bilden</figcaption></figure>\
         <table><tr><td>Cell</td><td><img src=\"wide.png\" alt=\"In a cell\"></td></tr></table>\
         <ul><li><img src=\"wide.png\" alt=\"\"></li><li>Punkt</li></ul>\
         <p><a href=\"x.html\"><img src=\"wide.png\" alt=\"Linked\"></a></p>",
        long(30),
        long(30)
    );
    let files = [("tall.png", tall), ("wide.png", wide)];
    let (words, mut told, drawn) = made("places", &main, &files);
    told.sort();
    assert_eq!(told, ["In a cell", "Linked", "Tall", "Wide"]);
    assert_eq!(drawn, 5, "one only decorates");
    let expected = format!("Ordning {} {} Under bilden Cell Punkt", long(30), long(30));
    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
    same_words("places", &expected, &words);
}
