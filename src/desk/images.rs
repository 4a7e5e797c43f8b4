//! Where an image was taken: cameras and telephones write it into the file. It can be removed with
//! everything else that the camera noted; the picture itself is not touched.

use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// The tag of an image's notes under which its position is.
const POSITION: u16 = 0x8825;

/// Whether an image tells where it was taken.
pub fn has_position(image: &[u8]) -> bool {
    notes(image).is_some_and(|notes| names_position(&notes))
}

/// The image without its notes; `None` if it cannot be taken apart.
pub fn without_position(image: &[u8]) -> Option<Vec<u8>> {
    let bytes = Bytes::copy_from_slice(image);
    let mut bare = Vec::new();
    if let Ok(mut jpeg) = Jpeg::from_bytes(bytes.clone()) {
        jpeg.set_exif(None);
        jpeg.encoder().write_to(&mut bare).ok()?;
    } else if let Ok(mut png) = Png::from_bytes(bytes.clone()) {
        png.set_exif(None);
        png.encoder().write_to(&mut bare).ok()?;
    } else if let Ok(mut webp) = WebP::from_bytes(bytes) {
        webp.set_exif(None);
        webp.encoder().write_to(&mut bare).ok()?;
    } else {
        return None;
    }
    Some(bare)
}

fn notes(image: &[u8]) -> Option<Bytes> {
    let bytes = Bytes::copy_from_slice(image);
    let jpeg = Jpeg::from_bytes(bytes.clone()).ok().and_then(|image| image.exif());
    let png = || Png::from_bytes(bytes.clone()).ok().and_then(|image| image.exif());
    let webp = || WebP::from_bytes(bytes.clone()).ok().and_then(|image| image.exif());
    jpeg.or_else(png).or_else(webp)
}

/// Whether the first directory of the notes, which are in TIFF's form, has an entry for the position.
fn names_position(notes: &[u8]) -> bool {
    let notes = notes.strip_prefix(b"Exif\0\0").unwrap_or(notes);
    let little = match notes.get(..4) {
        Some(b"II*\0") => true,
        Some(b"MM\0*") => false,
        _ => return false,
    };
    let short = |at: usize| -> Option<u16> {
        let bytes: [u8; 2] = notes.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| -> Option<usize> {
        let bytes: [u8; 4] = notes.get(at..at + 4)?.try_into().ok()?;
        let long = if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(long).ok()
    };
    let Some(start) = long(4) else { return false };
    let count = short(start).unwrap_or(0);
    (0..usize::from(count)).any(|n| short(start + 2 + 12 * n) == Some(POSITION))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest JPEG that can be taken apart, with these notes.
    fn jpeg(notes: &[u8]) -> Vec<u8> {
        let mut image = vec![0xff, 0xd8];
        if !notes.is_empty() {
            let notes = [b"Exif\0\0", notes].concat();
            image.extend_from_slice(&[0xff, 0xe1]);
            image.extend_from_slice(&u16::try_from(notes.len() + 2).expect("short").to_be_bytes());
            image.extend_from_slice(&notes);
        }
        // A scan with a few bytes of picture.
        image.extend_from_slice(&[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 4, 0xff, 0xd9]);
        image
    }

    fn directory(tag: u16) -> Vec<u8> {
        let mut notes = b"MM\0*\0\0\0\x08\0\x01".to_vec();
        notes.extend_from_slice(&tag.to_be_bytes());
        notes.extend_from_slice(&[0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
        notes
    }

    #[test]
    fn a_position_is_found_and_removed_and_the_picture_stays() {
        let image = jpeg(&directory(POSITION));
        assert!(has_position(&image));
        let bare = without_position(&image).expect("an image");
        assert!(!has_position(&bare));
        assert_eq!(bare, jpeg(b""));
        assert!(!has_position(&jpeg(&directory(0x010f))), "the name of the camera is no position");
        for broken in [&b""[..], b"text", b"\xff\xd8", b"MM\0*\xff\xff\xff\xff"] {
            assert!(!has_position(broken));
        }
    }
}
