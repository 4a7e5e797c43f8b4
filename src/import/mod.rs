//! What comes from elsewhere as clean Markdown: what is pasted, and whole files from a word processor,
//! the web or an archive. Nothing is decided here of what a document says: what a text seems to tell of
//! itself is a suggestion, for its editor to check against the source.

mod found;
mod headings;
mod html;
mod imported;
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

pub use found::Suggested;
pub use headings::{below_title, within_page, without_title};
pub use html::from_html;
pub use imported::{Imported, Unimportable};
pub use lines::from_text;
pub use period::SuggestedPeriod;
pub use suggestions::{Suggestions, may_begin_with_title};

use crate::content::decoded;

/// The endings of the names of files that are read.
pub const ENDINGS: [&str; 7] = ["docx", "odt", "pdf", "html", "htm", "txt", "md"];

/// The text of a file with this name.
pub fn imported(name: &str, bytes: &[u8]) -> Result<Imported, Unimportable> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let is_large = || u64::try_from(bytes.len()).is_ok_and(|length| length > imported::LARGEST);
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
