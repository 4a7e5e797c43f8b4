//! Where an image was taken: cameras and telephones write it into the file, as EXIF or as XMP. It can
//! be removed with everything else that was noted about the picture, which itself is not touched.

use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::riff::RiffContent;
use img_parts::webp::{CHUNK_XMP, WebP};
use img_parts::{Bytes, ImageEXIF};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The tag of EXIF under which the position is.
const POSITION: u16 = 0x8825;
/// The tag of EXIF that says which way up the picture is.
const ORIENTATION: u16 = 0x0112;
/// How the parts of a position are called in XMP, whatever the prefix.
const IN_XMP: [&[u8]; 2] = [b"GPSLatitude", b"GPSLongitude"];
/// More text than this in a compressed note is not looked through.
const LONGEST_NOTE: usize = 4 * 1024 * 1024;

/// The chunk of a WebP image that says what it consists of, and its bit for XMP.
const WEBP_HEADER: [u8; 4] = *b"VP8X";
const WEBP_HAS_XMP: u8 = 0b0000_0100;

/// Whether an image tells where it was taken, in whatever part of the file.
pub fn has_position(image: &[u8]) -> bool {
    let mut whole = Tiff::all_in(image);
    whole.any(|notes| notes.names(POSITION)) || is_in_xmp(image) || is_compressed_in_png(image)
}

/// Whether there may be notes in an image that cannot be taken apart.
pub fn may_have_notes(image: &[u8]) -> bool {
    const SIGNS: [&[u8]; 4] = [b"Exif", b"rdf+xml", b"XMP DataXMP", b"<x:xmpmeta"];
    SIGNS.iter().any(|sign| contains(image, sign)) || has_position(image)
}

/// The image without its notes, but still the same way up; `None` if it is of a format that cannot be
/// taken apart, or still tells where it was taken.
pub fn without_position(image: &[u8]) -> Option<Vec<u8>> {
    let bytes = Bytes::copy_from_slice(image);
    let mut bare = Vec::new();
    if let Ok(mut jpeg) = Jpeg::from_bytes(bytes.clone()) {
        let upright = jpeg.exif().and_then(|notes| orientation(&notes));
        // APP1 holds EXIF and XMP, APP13 what picture editors note, such as the place. The list of
        // further pictures in the file would no longer lead to them.
        jpeg.segments_mut().retain(|it| {
            !matches!(it.marker(), markers::APP1 | markers::APP13)
                && !it.contents().starts_with(b"MPF\0")
        });
        jpeg.set_exif(upright);
        jpeg.encoder().write_to(&mut bare).ok()?;
    } else if let Ok(mut png) = Png::from_bytes(bytes.clone()) {
        let upright = png.exif().and_then(|notes| orientation(&notes));
        png.chunks_mut().retain(|it| !matches!(&it.kind(), b"iTXt" | b"tEXt" | b"zTXt"));
        png.set_exif(upright);
        png.encoder().write_to(&mut bare).ok()?;
    } else if let Ok(mut webp) = WebP::from_bytes(bytes) {
        let upright = webp.exif().and_then(|notes| orientation(&notes));
        webp.remove_chunks_by_id(CHUNK_XMP);
        for chunk in webp.chunks_mut().iter_mut().filter(|chunk| chunk.id() == WEBP_HEADER) {
            if let RiffContent::Data(data) = chunk.content_mut() {
                let mut flags = data.to_vec();
                if let Some(first) = flags.first_mut() {
                    *first &= !WEBP_HAS_XMP;
                }
                *data = flags.into();
            }
        }
        webp.set_exif(upright);
        webp.encoder().write_to(&mut bare).ok()?;
    } else {
        return None;
    }
    (!has_position(&bare)).then_some(bare)
}

fn contains(image: &[u8], part: &[u8]) -> bool {
    image.windows(part.len()).any(|window| window == part)
}

fn is_in_xmp(text: &[u8]) -> bool {
    IN_XMP.iter().any(|name| contains(text, name))
}

/// Whether a compressed text of a PNG image tells where it was taken, or cannot be read.
fn is_compressed_in_png(image: &[u8]) -> bool {
    let Ok(png) = Png::from_bytes(Bytes::copy_from_slice(image)) else { return false };
    let texts = png.chunks().iter().filter(|it| matches!(&it.kind(), b"iTXt" | b"zTXt"));
    let mut compressed = texts.filter_map(|chunk| {
        // A keyword, the way of compression, and in iTXt two more words; then the text.
        let contents: &[u8] = chunk.contents();
        let mut rest = after_zero(contents)?;
        if &chunk.kind() == b"iTXt" {
            if rest.first() != Some(&1) {
                return None;
            }
            rest = after_zero(after_zero(rest.get(2..)?)?)?;
        } else {
            rest = rest.get(1..)?;
        }
        Some(rest)
    });
    compressed.any(|text| match decompress_to_vec_zlib_with_limit(text, LONGEST_NOTE) {
        // EXIF stands in such a text as hexadecimal digits, and is not read.
        Ok(text) => is_in_xmp(&text) || contains(&text, b"exif\n"),
        Err(_) => true,
    })
}

fn after_zero(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().position(|byte| *byte == 0)?;
    bytes.get(end + 1..)
}

/// Notes that only say which way up the picture is; `None` if it stands as it is.
fn orientation(notes: &[u8]) -> Option<Bytes> {
    let notes = notes.strip_prefix(b"Exif\0\0").unwrap_or(notes);
    let way = Tiff::at_start_of(notes)?.short_under(ORIENTATION).filter(|way| *way > 1)?;
    let mut written = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    written.extend_from_slice(&ORIENTATION.to_be_bytes());
    written.extend_from_slice(&[0, 3, 0, 0, 0, 1]);
    written.extend_from_slice(&way.to_be_bytes());
    written.extend_from_slice(&[0; 6]);
    Some(written.into())
}

/// Notes in TIFF's form, which EXIF has.
struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Tiff<'a> {
    fn at_start_of(bytes: &'a [u8]) -> Option<Tiff<'a>> {
        match bytes.get(..4) {
            Some(b"II*\0") => Some(Tiff { bytes, little: true }),
            Some(b"MM\0*") => Some(Tiff { bytes, little: false }),
            _ => None,
        }
    }

    /// Whatever in a file begins as such notes do.
    fn all_in(image: &'a [u8]) -> impl Iterator<Item = Tiff<'a>> {
        (0..image.len()).filter_map(|at| Tiff::at_start_of(image.get(at..)?))
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let long = if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(long).ok()
    }

    /// Where the entries of the first directory begin, by tag.
    fn entries(&self) -> impl Iterator<Item = (u16, usize)> + '_ {
        let start = self.long(4).unwrap_or(usize::MAX - 0x10_0000);
        let count = self.short(start).unwrap_or(0);
        let places = (0..usize::from(count)).map(move |n| start + 2 + 12 * n);
        places.map_while(|at| Some((self.short(at)?, at)))
    }

    fn names(&self, tag: u16) -> bool {
        self.entries().any(|(own, _)| own == tag)
    }

    fn short_under(&self, tag: u16) -> Option<u16> {
        let (_, at) = self.entries().find(|(own, _)| *own == tag)?;
        self.short(at + 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const XMP: &str = "<x:xmpmeta><rdf:Description exif:GPSLatitude=\"59,33.5N\"/></x:xmpmeta>";

    /// The smallest JPEG that can be taken apart, with these segments.
    fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut image = vec![0xff, 0xd8];
        for (marker, contents) in segments {
            image.extend_from_slice(&[0xff, *marker]);
            let length = u16::try_from(contents.len() + 2).expect("short");
            image.extend_from_slice(&length.to_be_bytes());
            image.extend_from_slice(contents);
        }
        // A scan with a few bytes of picture.
        image.extend_from_slice(&[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 4, 0xff, 0xd9]);
        image
    }

    fn exif(entries: &[(u16, u16)]) -> Vec<u8> {
        let mut notes = b"MM\0*\0\0\0\x08\0".to_vec();
        notes.push(u8::try_from(entries.len()).expect("few"));
        for (tag, value) in entries {
            notes.extend_from_slice(&tag.to_be_bytes());
            notes.extend_from_slice(&[0, 3, 0, 0, 0, 1]);
            notes.extend_from_slice(&value.to_be_bytes());
            notes.extend_from_slice(&[0, 0]);
        }
        notes.extend_from_slice(&[0; 4]);
        notes
    }

    fn app1(notes: &[u8]) -> (u8, Vec<u8>) {
        (0xe1, [b"Exif\0\0", notes].concat())
    }

    fn xmp() -> (u8, Vec<u8>) {
        (0xe1, [b"http://ns.adobe.com/xap/1.0/\0", XMP.as_bytes()].concat())
    }

    fn png(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
        use img_parts::png::PngChunk;
        let header =
            PngChunk::new(*b"IHDR", Bytes::from_static(&[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
        let mut all = vec![header];
        all.extend(chunks.iter().map(|(kind, it)| PngChunk::new(*kind, it.clone().into())));
        all.push(PngChunk::new(*b"IDAT", Bytes::from_static(b"bild")));
        all.push(PngChunk::new(*b"IEND", Bytes::new()));
        let mut image = b"\x89PNG\r\n\x1a\n".to_vec();
        for chunk in all {
            image.extend_from_slice(&chunk.encoder().bytes());
        }
        image
    }

    fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut inner = b"WEBP".to_vec();
        for (id, data) in chunks {
            inner.extend_from_slice(*id);
            inner.extend_from_slice(&u32::try_from(data.len()).expect("short").to_le_bytes());
            inner.extend_from_slice(data);
            inner.extend(vec![0; data.len() % 2]);
        }
        let length = u32::try_from(inner.len()).expect("short").to_le_bytes();
        [b"RIFF", &length[..], &inner].concat()
    }

    #[test]
    fn a_position_is_found_and_removed_and_the_picture_stays() {
        let image = jpeg(&[app1(&exif(&[(POSITION, 0)]))]);
        assert!(has_position(&image));
        let bare = without_position(&image).expect("an image");
        assert!(!has_position(&bare));
        assert_eq!(bare, jpeg(&[]));
        let camera = jpeg(&[app1(&exif(&[(0x010f, 0)]))]);
        assert!(!has_position(&camera), "the name of the camera is no position");
        for broken in [&b""[..], b"text", b"\xff\xd8", b"MM\0*\xff\xff\xff\xff"] {
            assert!(!has_position(broken));
        }
    }

    #[test]
    fn a_position_in_xmp_is_found_and_removed_from_every_format() {
        let compressed = miniz_oxide::deflate::compress_to_vec_zlib(XMP.as_bytes(), 6);
        let keyword = b"XML:com.adobe.xmp\0".to_vec();
        let plain_png = [&keyword[..], b"\0\0\0\0", XMP.as_bytes()].concat();
        let packed_png = [&keyword[..], b"\x01\0\0\0", &compressed].concat();
        // A WebP image with a colour profile, which stays.
        let header = [WEBP_HAS_XMP | 0b0010_0000, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let bare_header = [0b0010_0000, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let profile: (&[u8; 4], &[u8]) = (b"ICCP", b"profil");
        let picture: (&[u8; 4], &[u8]) = (b"VP8 ", b"bild");
        for (image, bare) in [
            (jpeg(&[app1(&exif(&[(POSITION, 0)])), xmp()]), jpeg(&[])),
            (jpeg(&[xmp()]), jpeg(&[])),
            (png(&[(*b"iTXt", plain_png)]), png(&[])),
            (png(&[(*b"iTXt", packed_png)]), png(&[])),
            (
                webp(&[(b"VP8X", &header), profile, picture, (b"XMP ", XMP.as_bytes())]),
                webp(&[(b"VP8X", &bare_header), profile, picture]),
            ),
        ] {
            assert!(has_position(&image));
            assert_eq!(without_position(&image), Some(bare));
        }
    }

    #[test]
    fn a_picture_that_lay_on_its_side_still_does() {
        let image = jpeg(&[app1(&exif(&[(ORIENTATION, 6), (POSITION, 0)]))]);
        let bare = without_position(&image).expect("an image");
        assert_eq!(bare, jpeg(&[app1(&exif(&[(ORIENTATION, 6)]))]));
    }

    #[test]
    fn what_cannot_be_taken_apart_is_not_said_to_be_bare() {
        let avif = [b"\0\0\0\x1cftypavif....Exif", &exif(&[(POSITION, 0)])[..]].concat();
        assert!(has_position(&avif) && may_have_notes(&avif));
        assert_eq!(without_position(&avif), None);
        // A second picture after the first has notes of its own.
        let twice = [jpeg(&[]), jpeg(&[app1(&exif(&[(POSITION, 0)]))])].concat();
        assert!(has_position(&twice));
        assert_eq!(without_position(&twice), None);
        assert!(!may_have_notes(b"\0\0\0\x1cftypavif....mdat"));
    }
}
