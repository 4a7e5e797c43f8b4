//! The file of a word processor, which is a ZIP file with its parts.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml::XmlElement;
use crate::import::imported::{LARGEST, Unimportable};

/// An opened file.
pub struct OpenedFile<'a>(ZipArchive<Cursor<&'a [u8]>>);

/// What a file of Word begins with when it has a password, and before 2007.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

impl<'a> OpenedFile<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<OpenedFile<'a>, Unimportable> {
        if bytes.starts_with(COMPOUND) {
            return Err(Unimportable::Locked);
        }
        ZipArchive::new(Cursor::new(bytes)).map(OpenedFile).map_err(|_| Unimportable::Damaged)
    }

    /// A part as a tree; `None` if there is none, or it is no XML.
    pub fn part(&mut self, name: &str) -> Result<Option<XmlElement>, Unimportable> {
        let Ok(part) = self.0.by_name(name) else { return Ok(None) };
        // What the file says of its size may be a lie.
        let mut bytes = Vec::new();
        let read = part.take(LARGEST + 1).read_to_end(&mut bytes);
        match read {
            Ok(read) if u64::try_from(read).is_ok_and(|read| read > LARGEST) => {
                Err(Unimportable::TooLarge)
            }
            Ok(_) => XmlElement::parse(&bytes),
            Err(_) => Err(Unimportable::Damaged),
        }
    }
}
