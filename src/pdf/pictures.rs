//! The pictures of a page: which of them a PDF can hold, which way up they are, and how large they
//! are. Files and numbers of pixels are bounded, so that a document never needs much memory; what a
//! PDF does not hold is told of in words.

use std::collections::BTreeMap;
use std::io::Cursor;

use exif::{In, Tag};
use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, markers};
use krilla::geom::Transform;
use krilla::image::Image;

/// A larger file, in bytes, is not in any PDF.
pub const LARGEST_PICTURE: u64 = 20 * 1024 * 1024;
/// The most bytes that the files of a document's pictures have together.
const MOST_BYTES: usize = 40 * 1024 * 1024;
/// The most pixels of a picture that has to be unpacked, which all but photographs (JPEG) have: more
/// than a page needs that is scanned with 300 dots per inch.
const LARGEST_UNPACKED: u64 = 10_000_000;
/// The most pixels of those in a document together.
const MOST_UNPACKED: u64 = 40_000_000;
/// After so many that turn out to be damaged only when they are unpacked, no others are tried.
const MOST_DAMAGED: usize = 4;
/// Browsers show a pixel of a picture as 1/96 inch.
const POINTS_OF_A_PIXEL: f32 = 0.75;

/// Finds a picture by what the page calls it (its `src`); `None` if it is not there, or larger than
/// [`LARGEST_PICTURE`].
pub type PictureSource<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// A page without pictures: each is told of in words.
pub fn no_pictures(_: &str) -> Option<Vec<u8>> {
    None
}

/// A picture that a PDF can hold.
#[derive(Debug, Clone)]
pub struct Picture {
    pub image: Image,
    /// Which way up it is, as Exif numbers that, from 1 to 8.
    orientation: u32,
    /// Whether it is stored as it is in its file, rather than unpacked.
    as_it_is: bool,
}

impl Picture {
    /// Its width and height as it is shown, in points.
    pub fn size(&self) -> (f32, f32) {
        let (width, height) = self.image.size();
        let points = |pixels: u32| (pixels as f32 * POINTS_OF_A_PIXEL).max(1.0);
        let (width, height) = (points(width), points(height));
        if self.lies() { (height, width) } else { (width, height) }
    }

    /// Whether its rows are shown as columns.
    pub fn lies(&self) -> bool {
        self.orientation >= 5
    }

    /// What turns it the right way up, when it is shown with this width and height.
    pub fn upright(&self, width: f32, height: f32) -> Transform {
        let (w, h) = (width, height);
        match self.orientation {
            2 => Transform::from_row(-1.0, 0.0, 0.0, 1.0, w, 0.0),
            3 => Transform::from_row(-1.0, 0.0, 0.0, -1.0, w, h),
            4 => Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, h),
            5 => Transform::from_row(0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
            6 => Transform::from_row(0.0, 1.0, -1.0, 0.0, w, 0.0),
            7 => Transform::from_row(0.0, -1.0, -1.0, 0.0, w, h),
            8 => Transform::from_row(0.0, -1.0, 1.0, 0.0, 0.0, h),
            _ => Transform::from_row(1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        }
    }
}

/// The pictures of a document, found when the page asks for them.
pub struct Pictures<'a> {
    source: PictureSource<'a>,
    /// By what the page calls them; `None` for those that are told of in words.
    known: BTreeMap<String, Option<Picture>>,
    bytes: usize,
    unpacked: u64,
    damaged: usize,
}

impl<'a> Pictures<'a> {
    pub fn new(source: PictureSource<'a>) -> Pictures<'a> {
        Pictures { source, known: BTreeMap::new(), bytes: 0, unpacked: 0, damaged: 0 }
    }

    /// The picture that the page calls so; `None` if it is to be told of in words.
    pub fn get(&mut self, src: &str) -> Option<Picture> {
        if let Some(known) = self.known.get(src) {
            return known.clone();
        }
        let found = self.find(src);
        self.known.insert(src.to_owned(), found.clone());
        found
    }

    fn find(&mut self, src: &str) -> Option<Picture> {
        let bytes = (self.source)(src)?;
        let length = bytes.len();
        if length as u64 > LARGEST_PICTURE || self.bytes + length > MOST_BYTES {
            return None;
        }
        let kind = infer::get(&bytes)?.mime_type();
        let pixels = match kind {
            "image/jpeg" => 0,
            _ => pixels(&bytes)?,
        };
        if pixels > LARGEST_UNPACKED || self.unpacked + pixels > MOST_UNPACKED {
            return None;
        }
        let picture = read(kind, bytes)?;
        self.bytes += length;
        self.unpacked += pixels;
        Some(picture)
    }

    /// Notes that a picture turned out to be damaged, so that it is told of in words from now on.
    pub fn refuse(&mut self, image: &Image) {
        self.damaged += 1;
        let too_many = self.damaged >= MOST_DAMAGED;
        for known in self.known.values_mut() {
            let refused = |picture: &Picture| picture.image == *image;
            let all = |picture: &Picture| too_many && !picture.as_it_is;
            if known.as_ref().is_some_and(|picture| refused(picture) || all(picture)) {
                *known = None;
            }
        }
    }
}

/// How many pixels a picture has, by its head: it must be known before anything is unpacked.
fn pixels(bytes: &[u8]) -> Option<u64> {
    let size = imagesize::blob_size(bytes).ok()?;
    (size.width as u64).checked_mul(size.height as u64)
}

/// A picture of a kind, unpacked unless it is a photograph. `None` if a PDF cannot hold it: drawings
/// (SVG), formats that only browsers know, photographs for printing presses, files that are no picture.
fn read(kind: &str, bytes: Vec<u8>) -> Option<Picture> {
    let notes = exif::Reader::new().read_from_container(&mut Cursor::new(&bytes)).ok();
    let orientation = notes.and_then(|notes| {
        notes.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0))
    });
    let as_it_is = kind == "image/jpeg";
    let image = match kind {
        "image/png" => Image::from_png(bytes.into(), false),
        "image/webp" => Image::from_webp(bytes.into(), false),
        "image/gif" if is_whole_gif(&bytes) => Image::from_gif(bytes.into(), false),
        "image/jpeg" => {
            let bytes = Bytes::from(bytes);
            if !is_for_screens(bytes.clone()) {
                return None;
            }
            let data: std::sync::Arc<dyn AsRef<[u8]> + Send + Sync> = std::sync::Arc::new(bytes);
            Image::from_jpeg(data.into(), false)
        }
        _ => return None,
    };
    let image = image.ok()?;
    let (width, height) = image.size();
    if width == 0 || height == 0 {
        return None;
    }
    Some(Picture { image, orientation: orientation.unwrap_or(1), as_it_is })
}

/// Whether a photograph has one colour or three. A PDF/A can hold those with four, which printing
/// presses use, only with a description of the press.
fn is_for_screens(bytes: Bytes) -> bool {
    let Ok(jpeg) = Jpeg::from_bytes(bytes) else { return false };
    let frame = jpeg.segments().iter().find(|segment| {
        let marker = segment.marker();
        let others = [markers::DHT, markers::JPG, markers::DAC];
        (markers::SOF0..=markers::SOF15).contains(&marker) && !others.contains(&marker)
    });
    // Bits, height and width stand before the number of colours.
    let colours = frame.and_then(|frame| frame.contents().get(5).copied());
    matches!(colours, Some(1 | 3))
}

/// Whether the first picture of a GIF fills the whole of it, which not all that move do.
fn is_whole_gif(bytes: &[u8]) -> bool {
    let options = gif::DecodeOptions::new();
    let Ok(mut decoder) = options.read_info(Cursor::new(bytes)) else { return false };
    let whole = (decoder.width(), decoder.height());
    let first = decoder.next_frame_info().ok().flatten();
    first.is_some_and(|first| {
        (first.width, first.height, first.left, first.top) == (whole.0, whole.1, 0, 0)
    })
}
