//! What comes of a file that is read, or why nothing does.

use crate::diagnostic::Text;
use crate::text;

/// The largest part of a file that is read, in bytes, once it is unpacked.
pub const LARGEST: u64 = 48 * 1024 * 1024;

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
