//! What comes from elsewhere as clean Markdown: what is pasted, and whole files from a word processor,
//! the web or an archive. Nothing is decided here of what a document says: what a text seems to tell of
//! itself is a suggestion, for its editor to check against the source.

mod headings;
mod html;
mod items;
mod lines;
mod marks;
mod odt;
mod opened;
mod parties;
mod pdf;
mod period;
mod plain;
mod runs;
mod signing;
mod suggestions;
mod word;
mod xml;

pub use headings::below_title;
pub use html::from_html;
pub use lines::from_text;
pub use period::SuggestedPeriod;
pub use suggestions::{Suggested, Suggestions};

use crate::content::decoded;
use crate::diagnostic::Text;
use crate::text;

/// The text of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// As Markdown.
    pub text: String,
    /// What stands at the head of its pages, which is no part of the text. A PDF does not tell it apart.
    pub page_header: String,
    /// How many images there are, none of which comes along.
    pub images: usize,
    /// Whether the text was recognised in a picture of the paper, so that any letter may be wrong.
    pub recognised: bool,
}

/// Why a file's text cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unimportable {
    /// The ending of its name is none of those that are read.
    Type,
    /// It is in the form of Word before 2007.
    OldWord,
    /// It can be opened with a password only.
    Locked,
    /// It is damaged, or not what its name says.
    Damaged,
    /// It is larger than what is read.
    TooLarge,
    /// It is a picture of the paper.
    Scanned,
    /// Its letters cannot be told, because its typefaces do not say what they are.
    Unreadable,
}

/// The largest part of a file that is read, in bytes, once it is unpacked.
const LARGEST: u64 = 48 * 1024 * 1024;

/// The endings of the names of files that are read.
pub const ENDINGS: [&str; 7] = ["docx", "odt", "pdf", "html", "htm", "txt", "md"];

/// The text of a file with this name.
pub fn imported(name: &str, bytes: &[u8]) -> Result<Imported, Unimportable> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let is_large = || u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST);
    let plain = |text: String| Imported { text, ..Imported::default() };
    let found = match ending.as_deref() {
        Some(_) if is_large() => return Err(Unimportable::TooLarge),
        Some("docx" | "docm" | "dotx") => word::imported(bytes)?,
        Some("odt" | "ott" | "fodt") => odt::imported(bytes)?,
        Some("pdf") => pdf::imported(bytes)?,
        Some("html" | "htm" | "xhtml") => {
            let html = decoded(bytes);
            Imported { page_header: html::page_header(&html), ..plain(from_html(&html)) }
        }
        Some("txt" | "text") => plain(plain::from_plain(&decoded(bytes))),
        Some("md" | "markdown") => plain(from_text(&decoded(bytes))),
        Some("doc" | "dot") => return Err(Unimportable::OldWord),
        _ => return Err(Unimportable::Type),
    };
    match found.text.trim().is_empty() {
        true if found.images > 0 => Err(Unimportable::Scanned),
        true => Err(Unimportable::Damaged),
        false => Ok(found),
    }
}

impl Unimportable {
    /// What is wrong with the file.
    pub fn message(self) -> Text {
        match self {
            Unimportable::Type => text!(
                "Texten i en sådan fil kan inte läsas in.",
                "The text of such a file cannot be read."
            ),
            Unimportable::OldWord => text!(
                "Filen är i Words form från före 2007, som inte kan läsas in.",
                "The file is in the form of Word before 2007, which cannot be read."
            ),
            Unimportable::Locked => {
                text!("Filen är skyddad med lösenord.", "The file is protected with a password.")
            }
            Unimportable::Damaged => text!(
                "Filen är skadad, tom eller något annat än vad namnet säger.",
                "The file is damaged, empty or something else than its name says."
            ),
            Unimportable::TooLarge => text!("Filen är för stor.", "The file is too large."),
            Unimportable::Scanned => text!(
                "Filen är en bild av papperet och har ingen text.",
                "The file is a picture of the paper and has no text."
            ),
            Unimportable::Unreadable => text!(
                "Filens typsnitt säger inte vilka bokstäver som står där, så texten kan inte läsas in.",
                "The file's typefaces do not say what letters there are, so the text cannot be read."
            ),
        }
    }

    /// What to do instead.
    pub fn help(self) -> Text {
        match self {
            Unimportable::Type => text!(
                "Spara den som docx, odt, pdf, html eller txt.",
                "Save it as docx, odt, pdf, html or txt."
            ),
            Unimportable::OldWord => text!(
                "Öppna den i Word eller LibreOffice och spara den som docx.",
                "Open it in Word or LibreOffice and save it as docx."
            ),
            Unimportable::Locked => {
                text!("Spara en kopia utan lösenord.", "Save a copy without a password.")
            }
            Unimportable::Damaged => text!(
                "Öppna den i programmet som gjorde den, och spara den på nytt.",
                "Open it in the program that made it, and save it again."
            ),
            Unimportable::TooLarge | Unimportable::Unreadable => text!(
                "Kopiera texten ur programmet som visar filen, och klistra in den.",
                "Copy the text from the program that shows the file, and paste it."
            ),
            Unimportable::Scanned => text!(
                "Låt ett program för OCR läsa av bilden först, eller skriv av texten. Filen kan ändå bifogas som original.",
                "Let a program for OCR read the picture first, or type the text. The file can still be attached as the original."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(imported("bild.jpg", b"x"), Err(Unimportable::Type));
        assert_eq!(imported("utan ändelse", b"x"), Err(Unimportable::Type));
        assert_eq!(imported("gammal.doc", b"\xd0\xcf\x11\xe0"), Err(Unimportable::OldWord));
        assert_eq!(
            imported("ny.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            Err(Unimportable::Locked)
        );
        assert_eq!(imported("ny.docx", b"PK\x03\x04 trasig"), Err(Unimportable::Damaged));
        assert_eq!(imported("ny.odt", b""), Err(Unimportable::Damaged));
        assert_eq!(imported("ny.pdf", b"inte en pdf"), Err(Unimportable::Damaged));
        assert_eq!(imported("tom.txt", b" \n"), Err(Unimportable::Damaged));
    }

    #[test]
    fn plain_text_is_read_in_any_encoding_and_is_not_taken_for_markdown() {
        let text = imported(
            "L\u{f6}fte.TXT",
            b"L\xf6fte 2025\r\n\r\n    # Ett indrag\r\n\r\n* Stj\xe4rna\r\n",
        )
        .unwrap();
        assert_eq!(text.text, "Löfte 2025\n\n\\# Ett indrag\n\n- Stjärna\n");
    }
}
