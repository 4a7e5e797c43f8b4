//! The text of a file in an unknown encoding. A CSV file saved by a spreadsheet is in UTF-8, UTF-16
//! or the country's Windows encoding, and seldom says which.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes bytes as text, which always succeeds: by the byte order mark, or otherwise by what the
/// bytes look like. Bytes that cannot be decoded become U+FFFD; NUL, which text does not contain,
/// is left out, so that UTF-32 can be read too.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (likely(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if text.contains('\0') { text.replace('\0', "").into() } else { text }
}

/// The probable encoding of bytes without a mark.
fn likely(bytes: &[u8]) -> &'static Encoding {
    // In UTF-16, every other byte is NUL, except for letters outside Latin scripts; in anything
    // else few bytes are.
    let nul_at = |parity| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nul_at(0), nul_at(1));
    if (even + odd) * 4 > bytes.len() {
        return if odd > even { UTF_16LE } else { UTF_16BE };
    }
    // A UTF-8 file may be cut in the middle of a character, or have a line written by another
    // program. Windows-1252 text hardly has two letters in a row that would be a character in
    // UTF-8.
    let (mut letters, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    if letters >= faults { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Namn;Nummer\r\nÅke Öst;121212\u{a0}–\u{a0}1212\r\n";

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn utf_32(text: &str, bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().map(u32::from).flat_map(bytes).collect()
    }

    #[test]
    fn a_text_is_read_in_every_encoding_with_and_without_its_mark() {
        let marked = format!("\u{feff}{TEXT}");
        for text in [TEXT, &marked] {
            for bytes in [
                text.as_bytes().to_vec(),
                utf_16(text, u16::to_le_bytes),
                utf_16(text, u16::to_be_bytes),
                utf_32(text, u32::to_le_bytes),
                utf_32(text, u32::to_be_bytes),
            ] {
                // The mark of UTF-32BE is decoded as a character, but an invisible one.
                assert_eq!(decoded(&bytes).trim_start_matches('\u{feff}'), TEXT, "{bytes:x?}");
            }
        }
        let (windows, _, lost) = WINDOWS_1252.encode(TEXT);
        assert!(!lost);
        assert_eq!(decoded(&windows), TEXT);
    }

    #[test]
    fn one_broken_letter_does_not_make_another_encoding_of_the_rest() {
        assert_eq!(decoded("åäö\u{a0}1".as_bytes()), "åäö\u{a0}1");
        assert_eq!(decoded(b"\xc3\xa5\xc3\xa4 1\xc2\xa02 \xc3"), "åä 1\u{a0}2 \u{fffd}");
        assert_eq!(decoded(b"\xe5\xe4 1\xa02 \xf6"), "åä 1\u{a0}2 ö");
    }

    #[test]
    fn a_stray_nul_hides_nothing_and_an_empty_file_is_empty() {
        assert_eq!(decoded("å;1212\u{0}12-1\u{0}212\n".as_bytes()), "å;121212-1212\n");
        assert_eq!(decoded(b""), "");
        assert_eq!(decoded(b"\xff\xfe"), "");
        assert_eq!(decoded(b"\xff\xfea\0b"), "a\u{fffd}");
    }
}
