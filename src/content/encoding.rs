//! The text of a file whose encoding nobody has said: what a spreadsheet saves as CSV is UTF-8,
//! UTF-16 or the Windows encoding of the country, and says seldom which.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The bytes as text. There always is one: what a byte order mark says, else what the bytes look
/// like. Signs that cannot be read are U+FFFD; NUL, of which text has none, is left out, so that
/// UTF-32 can be read too.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (likely(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if text.contains('\0') { text.replace('\0', "").into() } else { text }
}

/// The encoding of bytes without a mark.
fn likely(bytes: &[u8]) -> &'static Encoding {
    // Of UTF-16 every other byte is NUL, but for letters that are not Latin; of anything else few are.
    let nul_at = |parity| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nul_at(0), nul_at(1));
    if (even + odd) * 4 > bytes.len() {
        return if odd > even { UTF_16LE } else { UTF_16BE };
    }
    // A file of UTF-8 may be cut in the middle of a letter, or have a line of another program's in
    // it. Windows-1252 has hardly two letters in a row that would be one in UTF-8.
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
                // Only UTF-32BE has a mark that is not told from a letter: it cannot be seen.
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
