//! Turns bytes into canonical text: without a BOM, with LF for CRLF and CR, and in NFC. Every span
//! in the program refers to this text, so that a Windows checkout gives the same bytes.

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use memchr::memchr2;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::bilingual::Text;
use super::code::Code;
use super::problem::Problem;
use super::source::Source;
use crate::byte_set::ByteSet;
use crate::text;

/// The source of a file, or the problem that it is not text; the problem's own source then holds a
/// text as close to it as possible, in which the line can be shown.
pub fn source(path: &str, bytes: &[u8]) -> Result<Arc<Source>, Box<Problem>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Box::new(utf_16(path)));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(Box::new(not_utf8(path, bytes, error.valid_up_to()))),
    };
    if let Some(at) = text.find('\0') {
        return Err(Box::new(nul(path, text, at)));
    }
    Ok(Source::new(path, normal(text)))
}

/// The text with line ends and characters as in canonical text.
pub fn normal(text: &str) -> String {
    let text = line_ends(text);
    if is_nfc(&text) { text.into_owned() } else { text.nfc().collect() }
}

/// Whether the text is certain to be canonical; a text for which this is `false` may still be.
pub fn is_canonical(text: &str) -> bool {
    !text.starts_with('\u{feff}')
        && memchr2(b'\0', b'\r', text.as_bytes()).is_none()
        && is_nfc(text)
}

/// Whether the text is certain to be in NFC; a text for which this is `false` may still be.
fn is_nfc(text: &str) -> bool {
    // Every character before U+0300 is unchanged by NFC; U+0300 begins with this byte. So are the
    // dashes and quotation marks from U+2010 on, which many texts have.
    const PERHAPS_CHANGED: ByteSet = ByteSet::of(&[]).and(0xcc, 0xff);
    let mut from = 0;
    while let Some(at) = PERHAPS_CHANGED.first_from(text, from) {
        match text.as_bytes()[at..] {
            [0xe2, 0x80, 0x90..=0xa7, ..] => from = at + 3,
            _ => return is_nfc_quick(text.chars()) == IsNormalized::Yes,
        }
    }
    true
}

fn line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn utf_16(path: &str) -> Problem {
    Problem::in_file(
        Code::NotUtf8,
        &Source::path_only(path),
        text!(
            "Filen är sparad som ”Unicode” (UTF-16), men måste vara sparad som UTF-8.",
            "The file is saved as “Unicode” (UTF-16), but must be saved as UTF-8."
        ),
        save_as_utf8(),
    )
}

fn save_as_utf8() -> Text {
    text!(
        "Öppna filen i Anteckningar eller en annan textredigerare, välj ”Spara som” och kodningen ”UTF-8”, och kontrollera sedan å, ä och ö.",
        "Open the file in Notepad or another text editor, choose “Save as” and the encoding “UTF-8”, then check å, ä and ö."
    )
}

/// The problem that a byte is not UTF-8, located in the text as its editor sees it if the encoding
/// can be guessed.
fn not_utf8(path: &str, bytes: &[u8], at: usize) -> Problem {
    let old_windows = looks_like_windows_1252(bytes);
    let decode = |bytes: &[u8]| -> String {
        if old_windows {
            WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
        } else {
            String::from_utf8_lossy(bytes).into_owned()
        }
    };
    let start = line_ends(&decode(&bytes[..at])).len();
    let shown = line_ends(&decode(bytes)).into_owned();
    let end = shown[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    let character = shown[start..end].to_owned();
    let byte = format!("{:02X}", bytes[at]);
    let source = Source::new(path, shown);
    let message = if old_windows {
        text!(
            "Filen ser ut att vara sparad i en äldre kodning (Windows-1252, även kallad ANSI), men måste vara sparad som UTF-8. Det första tecknet som inte kan läsas är ”{character}”.",
            "The file seems to be saved in an older encoding (Windows-1252, also called ANSI), but must be saved as UTF-8. The first character that cannot be read is “{character}”."
        )
    } else {
        text!(
            "Filen är inte text i UTF-8: här står ett tecken som inte kan läsas (byte {byte}).",
            "The file is not text in UTF-8: there is a character here that cannot be read (byte {byte})."
        )
    };
    Problem::at(Code::NotUtf8, &source, start..end, message, save_as_utf8())
}

fn nul(path: &str, text: &str, at: usize) -> Problem {
    let start = normal(&text[..at]).len();
    let source = Source::new(path, normal(text));
    Problem::at(
        Code::NotUtf8,
        &source,
        start..start + 1,
        text!(
            "Filen är ingen ren textfil: här står ett osynligt styrtecken (NUL).",
            "The file is not plain text: there is an invisible control character (NUL) here."
        ),
        text!(
            "Är filen skriven i Word eller sparad som UTF-16? Kopiera texten till en ny fil och spara den som UTF-8. Annars: ta bort tecknet.",
            "Was the file written in Word, or saved as UTF-16? Copy the text to a new file and save that as UTF-8. Otherwise remove the character."
        ),
    )
}

/// Whether most of the bytes outside ASCII are letters and quotes that Swedish texts use.
fn looks_like_windows_1252(bytes: &[u8]) -> bool {
    const SWEDISH: &[u8] =
        b"\xE5\xE4\xF6\xC5\xC4\xD6\xE9\xC9\xFC\xE8\x92\x93\x94\x96\x97\xA0\xA7\xB4";
    let (mut all, mut known) = (0usize, 0usize);
    for byte in bytes.iter().filter(|byte| !byte.is_ascii()) {
        all += 1;
        known += usize::from(SWEDISH.contains(byte));
    }
    known * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn read(bytes: &[u8]) -> String {
        match source("content/a.md", bytes) {
            Ok(source) => source.text.to_string(),
            Err(problem) => {
                let told = problem.diagnostic(Language::Swedish);
                format!("{}:{} {}", told.line, told.column, told.message)
            }
        }
    }

    #[test]
    fn a_windows_file_reads_like_any_other() {
        assert_eq!(read("\u{feff}rad\r\nH\u{61}\u{30a}bo\rsist".as_bytes()), "rad\nHåbo\nsist");
    }

    #[test]
    fn an_old_windows_encoding_is_named_and_shown_as_its_editor_sees_it() {
        let told = read(b"rad ett\r\nH\xE5bo");
        assert!(told.starts_with("2:2 Filen ser ut att vara sparad i en äldre kodning"), "{told}");
        assert!(told.ends_with("är ”å”."), "{told}");
    }

    #[test]
    fn utf_16_nul_and_noise_are_no_text() {
        assert!(read(b"\xFF\xFEa\0").contains("UTF-16"));
        assert!(read("å\nb\0".as_bytes()).starts_with("2:2 Filen är ingen ren textfil"));
        assert!(read(b"a\x80\x81\x82").starts_with("1:2 Filen är inte text i UTF-8"));
    }
}
