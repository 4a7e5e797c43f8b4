//! What a file that is published unchanged is by its bytes, whatever it is called.

use std::borrow::Cow;
use std::io::{BufReader, Cursor};
use std::path::Path;

use exif::{In, Tag};

use crate::diagnostic::Text;
use crate::media_type::extension;
use crate::model::ContentPath;
use crate::{svg, text};

/// How many bytes of a file are looked at to recognise it.
pub const HEAD: usize = 64 * 1024;

/// What a file is by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    pub sort: Sort,
    /// Whether it says where a photograph was taken.
    pub position: bool,
    /// Whether it begins as a picture and ends before there is anything to see.
    pub cut: bool,
}

/// The sort of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// There are none.
    Empty,
    /// What Git LFS puts in the place of a large file that has not been fetched.
    Pointer,
    /// A document as it is written in `content/`, with its keys between `+++` lines.
    Source,
    /// A web page.
    WebPage,
    /// A drawing (SVG).
    Drawing {
        /// Whether it holds nothing that could run or be fetched.
        still: bool,
    },
    /// Some other type that was recognised: its media type.
    Known(&'static str),
    /// Plain text, or a type that is not known.
    Other,
}

impl Nature {
    /// The nature of a file with these first bytes. All of them must be given for a drawing.
    pub fn of(path: ContentPath<'_>, head: &[u8], on_disk: &Path) -> Nature {
        Nature::of_head(path, head, Whole::OnDisk(on_disk))
    }

    /// The nature of a file that is in memory as a whole; the disk is not asked again.
    pub fn of_bytes(path: ContentPath<'_>, bytes: &[u8]) -> Nature {
        let is_drawing = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("svg"));
        let head = if is_drawing { bytes } else { &bytes[..bytes.len().min(HEAD)] };
        Nature::of_head(path, head, Whole::InMemory(bytes))
    }

    fn of_head(path: ContentPath<'_>, head: &[u8], whole: Whole<'_>) -> Nature {
        let extension = extension(path.as_str());
        let sort = if extension == "svg" && !head.is_empty() && !is_pointer(head) {
            Sort::Drawing { still: svg::is_still(head) }
        } else {
            sort(head)
        };
        let position = is_photograph(&extension, sort) && has_position(head, whole);
        Nature { sort, position, cut: is_cut(sort, head) }
    }
}

fn sort(head: &[u8]) -> Sort {
    let is_whole = head.len() < HEAD;
    let written = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if is_whole && written.trim_ascii().is_empty() {
        return Sort::Empty;
    }
    if is_pointer(head) {
        return Sort::Pointer;
    }
    if is_source(written) {
        return Sort::Source;
    }
    // Some programs write a few bytes before the signature of a PDF.
    let beginning = &head[..head.len().min(1024)];
    if memchr::memmem::find(beginning, b"%PDF-").is_some() {
        return Sort::Known("application/pdf");
    }
    if beginning.starts_with(b"%PDF") {
        // The version is missing, and so is everything else.
        return Sort::Other;
    }
    let lowered = String::from_utf8_lossy(beginning).to_lowercase();
    let text = lowered.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if ["<!doctype html", "<html", "<head", "<body", "<script"]
        .iter()
        .any(|it| text.starts_with(it))
        || (text.starts_with("<?xml") && text.contains("<html"))
    {
        return Sort::WebPage;
    }
    match infer::get(head) {
        Some(known) if known.mime_type() == "text/html" => Sort::WebPage,
        // Other texts are recognised by words that an ordinary text may begin with too.
        Some(known) if known.mime_type().starts_with("text/") => Sort::Other,
        Some(known) => Sort::Known(known.mime_type()),
        None => Sort::Other,
    }
}

/// Whether a picture ends before its size or its points. Of one that is larger than what is looked at
/// this is not known: much may come before them.
fn is_cut(sort: Sort, head: &[u8]) -> bool {
    let Sort::Known(media_type) = sort else { return false };
    // What begins the points, in formats that have a name for it.
    let points: &[u8] = match media_type {
        "image/png" | "image/vnd.mozilla.apng" => b"IDAT",
        "image/jpeg" => b"\xff\xda",
        "image/gif" => b",",
        "image/webp" => b"VP8",
        _ => return false,
    };
    let after = if media_type == "image/gif" { gif_colours_end(head) } else { 0 };
    let is_there = |rest: &[u8]| memchr::memmem::find(rest, points).is_some();
    head.len() < HEAD
        && (imagesize::blob_size(head).is_err() || !head.get(after..).is_some_and(is_there))
}

/// Where the colours at the beginning of a GIF end.
fn gif_colours_end(head: &[u8]) -> usize {
    let flags = head.get(10).copied().unwrap_or_default();
    13 + if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn is_pointer(head: &[u8]) -> bool {
    head.starts_with(b"version https://git-lfs.github.com/spec/")
        || head.starts_with(b"version https://hawser.github.com/spec/")
        || head.starts_with(b"/annex/objects/")
}

/// Whether a text begins as a document does: a `+++` line, and another further on.
fn is_source(written: &[u8]) -> bool {
    let mut lines = written.trim_ascii_start().split(|byte| matches!(byte, b'\n' | b'\r'));
    let is_fence = |line: &[u8]| line.trim_ascii_end() == b"+++";
    lines.next().is_some_and(is_fence) && lines.any(is_fence)
}

fn is_photograph(extension: &str, sort: Sort) -> bool {
    const PHOTOGRAPHS: [&str; 9] =
        ["jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "tif", "tiff"];
    match sort {
        Sort::Known(media_type) => media_type.starts_with("image/"),
        Sort::Other => PHOTOGRAPHS.contains(&extension),
        Sort::Empty | Sort::Pointer | Sort::Source | Sort::WebPage | Sort::Drawing { .. } => false,
    }
}

/// Where all of a file's bytes are.
#[derive(Clone, Copy)]
enum Whole<'a> {
    OnDisk(&'a Path),
    InMemory(&'a [u8]),
}

impl<'a> Whole<'a> {
    fn exif(self, head: &[u8]) -> Result<exif::Exif, exif::Error> {
        let reader = exif::Reader::new();
        match self {
            Whole::InMemory(bytes) => reader.read_from_container(&mut Cursor::new(bytes)),
            Whole::OnDisk(path) => match crate::plain_file::open(path) {
                Ok(file) => reader.read_from_container(&mut BufReader::new(file)),
                Err(_) => reader.read_from_container(&mut Cursor::new(head)),
            },
        }
    }

    /// All bytes, unless they are too many to be read.
    fn bytes(self) -> Option<Cow<'a, [u8]>> {
        match self {
            Whole::InMemory(bytes) => Some(bytes.into()),
            Whole::OnDisk(path) => {
                std::fs::metadata(path).ok().filter(|it| it.len() <= LARGEST_READ)?;
                crate::plain_file::read(path).ok().map(Cow::Owned)
            }
        }
    }
}

/// Whether an image says where it was taken, as cameras and telephones write it (Exif) or as
/// programs for pictures do (XMP).
fn has_position(head: &[u8], whole: Whole<'_>) -> bool {
    if memchr::memmem::find(head, b"GPSLatitude").is_some() {
        return true;
    }
    let says = |exif: exif::Exif| exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some();
    if whole.exif(head).is_ok_and(says) {
        return true;
    }
    // The first segment may be broken and another whole, and some programs write what only JPEG has
    // at the beginning into WebP, which keeps it last.
    let is_webp = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let all = is_webp.then(|| whole.bytes()).flatten();
    let bytes = all.as_deref().unwrap_or(head);
    let reader = exif::Reader::new();
    let segments = memchr::memmem::find_iter(bytes, b"Exif\0\0").take(MOST_SEGMENTS);
    let mut read = segments.map(|at| reader.read_raw(bytes[at + 6..].to_vec()));
    read.any(|read| read.is_ok_and(says))
}

/// A picture for the web that is larger is read only at its beginning, in bytes.
const LARGEST_READ: u64 = 16 << 20;
/// No camera writes more.
const MOST_SEGMENTS: usize = 8;

/// What to do about a file that is called an image and shows none.
pub fn fetch_again() -> Text {
    text!(
        "Hämta bilden på nytt ur originalet, eller spara om den i ett bildprogram.",
        "Fetch the image again from the original, or save it again in a program for images."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let of = |name: &str, bytes: &[u8]| {
            Nature::of(ContentPath::new(name), bytes, Path::new("/finns/inte")).sort
        };
        assert_eq!(of("a.pdf", b""), Sort::Empty);
        assert_eq!(of("a.svg", b""), Sort::Empty);
        for blank in [b"\xef\xbb\xbf".as_slice(), b" \r\n\t", b"\xef\xbb\xbf\n"] {
            assert_eq!(of("a.txt", blank), Sort::Empty, "{blank:?}");
        }
        assert_eq!(of("a.pdf", b"%PDF"), Sort::Other);
        assert_eq!(
            of("a.pdf", b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n"),
            Sort::Pointer
        );
        assert_eq!(of("a.pdf", b"%PDF-1.4"), Sort::Known("application/pdf"));
        assert_eq!(of("a.pdf", b"\r\n%PDF-1.4"), Sort::Known("application/pdf"));
        assert_eq!(of("a.pdf", b"\xef\xbb\xbf \n<!DOCTYPE HTML>"), Sort::WebPage);
        assert_eq!(of("a.pdf", b"<html lang=sv>"), Sort::WebPage);
        assert_eq!(of("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Sort::Known("image/png"));
        assert_eq!(of("a.svg", b"<svg/>"), Sort::Drawing { still: true });
        assert_eq!(of("a.svg", b"<svg onload='x'/>"), Sort::Drawing { still: false });
        assert_eq!(of("a.txt", b"Bilagan."), Sort::Other);
        for source in [b"+++\nkind = 1\n+++\n".as_slice(), b"\xef\xbb\xbf\r\n+++ \r\n\r\n+++\r\n"] {
            assert_eq!(of("a.txt", source), Sort::Source, "{source:?}");
        }
        for other in [b"+++\nText.\n".as_slice(), b"++++\n+++\n", b"a\n+++\n+++\n", b"+++"] {
            assert_eq!(of("a.txt", other), Sort::Other, "{other:?}");
        }
    }

    #[test]
    fn a_picture_that_is_cut_short_is_known() {
        let cut = |name: &str, bytes: &[u8]| {
            Nature::of(ContentPath::new(name), bytes, Path::new("/finns/inte")).cut
        };
        let whole: [(&str, &[u8]); 4] = [
            ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\x0aIDATx\x9cc`\0\0\0\x02\0\x01"),
            ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08"),
            ("a.gif", b"GIF89a\x01\0\x01\0\x80\0\0,,,\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"),
            ("a.webp", b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"),
        ];
        for (name, bytes) in whole {
            assert!(!cut(name, bytes), "{name}");
            assert!(cut(name, &bytes[..bytes.len().min(16)]), "{name}");
            assert!(cut(name, &bytes[..bytes.len().min(if name == "a.gif" { 19 } else { 20 })]));
            let long = [&bytes[..16], &[0; HEAD]].concat();
            assert!(!cut(name, &long), "{name}: what is larger is not looked through");
        }
        for other in ["a.txt", "a.bmp", "a.avif"] {
            assert!(!cut(other, b"BM\x1e\0"), "{other}");
        }
    }

    /// A TIFF with one directory, which has a directory of a position.
    fn tiff_with_position() -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0".to_vec();
        // One entry: the position's directory is at 26.
        tiff.extend(b"\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0");
        // One entry: the latitude, three fractions at 44.
        tiff.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x2c\0\0\0\0\0\0\0");
        tiff.extend([59u32, 1, 20, 1, 5, 1].map(u32::to_le_bytes).concat());
        tiff
    }

    #[test]
    fn a_position_is_found_wherever_it_is_kept() {
        let position = |name: &str, bytes: &[u8]| {
            Nature::of(ContentPath::new(name), bytes, Path::new("/finns/inte")).position
        };
        let tiff = tiff_with_position();
        assert!(position("a.tif", &tiff));
        let length = u16::try_from(tiff.len() + 8).expect("short").to_be_bytes();
        let jpeg = [b"\xff\xd8\xff\xe1".as_slice(), &length, b"Exif\0\0", &tiff, b"\xff\xd9"];
        assert!(position("a.jpg", &jpeg.concat()));
        let broken = [b"\xff\xd8\xff\xe1\0\x0cExif\0\0II*\0\xff\xe1".as_slice(), &length];
        let jpeg = [&broken.concat(), b"Exif\0\0".as_slice(), &tiff, b"\xff\xd9"].concat();
        assert!(position("a.jpg", &jpeg));
        let chunk = [b"Exif\0\0".as_slice(), &tiff].concat();
        let size = |bytes: usize| u32::try_from(bytes).expect("short").to_le_bytes();
        let webp = [
            b"RIFF".as_slice(),
            &size(chunk.len() + 12),
            b"WEBPEXIF",
            &size(chunk.len())[..],
            &chunk,
        ];
        assert!(position("a.webp", &webp.concat()));
        let xmp = b"\xff\xd8\xff\xe1\0\x20 exif:GPSLatitude=\"59,20N\"\xff\xd9";
        assert!(position("a.jpg", xmp));
        assert!(!position("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\xff\xd9"));
        assert!(!position("a.txt", b"GPSLatitude"));
    }
}
