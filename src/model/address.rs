//! Addresses: where a page is in the site, relative to its root and always with a file name. They
//! follow the folders of `content/`, and never depend on language, host or date.

use std::fmt;

use serde::{Serialize, Serializer};

pub use super::address_error::AddressError;
use super::address_error::{LONGEST, LONGEST_NAME};
use super::content_path::ContentPath;
use crate::slug::segment;

/// The place of a page in the site, such as `kommuner/eskilstuna/2018/medborgarlofte.html`. Its
/// segments consist of `a–z 0–9 -`, with an extension in lower case; it is never absolute or empty
/// and has no `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// The most characters of an address that is read. It is far more than [`LONGEST`], so that
/// everything that was ever written can be read again.
const LONGEST_READ: usize = 4000;

/// No name that Windows reserves is longer.
const LONGEST_RESERVED: usize = 4;

/// Whether Windows refuses the name for files and folders, with or without an extension.
fn reserved(segment: &str) -> bool {
    matches!(segment, "con" | "prn" | "aux" | "nul")
        || (segment.len() == 4
            && (segment.starts_with("com") || segment.starts_with("lpt"))
            && segment.as_bytes()[3].is_ascii_digit())
}

/// A name as one segment that every file system accepts.
pub fn safe_segment(name: &str) -> Result<String, AddressError> {
    let segment = segment(name).ok_or_else(|| AddressError::Empty(name.to_owned()))?;
    match fault(&segment) {
        Some(NameFault::Reserved) => Err(AddressError::Reserved(name.to_owned())),
        Some(NameFault::Long) => Err(AddressError::LongName(name.to_owned())),
        None => Ok(segment),
    }
}

/// Why some file system refuses a name.
enum NameFault {
    Reserved,
    Long,
}

fn fault(name: &str) -> Option<NameFault> {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    if stem.len() <= LONGEST_RESERVED && reserved(&stem.to_ascii_lowercase()) {
        Some(NameFault::Reserved)
    } else {
        (name.len() > LONGEST_NAME).then_some(NameFault::Long)
    }
}

impl Address {
    /// The address of a file in `content/`, given its path in the site's folder; `None` if it is not
    /// there, or can have no address.
    pub fn of_site(path: &str) -> Option<Address> {
        Address::of_content(ContentPath::of_site(path)?).ok()
    }

    /// The address of a file in `content/`, given its path there. Markdown becomes `.html`; other
    /// files keep their extension in lower case.
    pub fn of_content(path: ContentPath<'_>) -> Result<Address, AddressError> {
        let mut address = Address::folder(path.parent())?;
        let file = path.name();
        let (stem, extension) = match file.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => (stem, segment(extension)),
            _ => (file, None),
        };
        address.push_str(&safe_segment(stem)?);
        if let Some(extension) = extension {
            address.push('.');
            address.push_str(if extension == "md" { "html" } else { &extension });
        }
        let address = Address(address);
        match address.fault() {
            // The message names the file as it is called in its folder.
            Some(AddressError::LongName(_)) => Err(AddressError::LongName(file.to_owned())),
            Some(error) => Err(error),
            None => Ok(address),
        }
    }

    /// The address of a folder in `content/`, ending in `/`; empty for the root.
    pub fn folder(path: ContentPath<'_>) -> Result<String, AddressError> {
        let path = path.as_str();
        let mut folder = String::with_capacity(path.len() + 1);
        for name in path.split('/').filter(|name| !name.is_empty()) {
            folder.push_str(&safe_segment(name)?);
            folder.push('/');
        }
        Ok(folder)
    }

    /// An address as the program itself makes or an editor writes it, such as
    /// `fokus/unga/index.html` or an alias; `None` unless it already has the form of an address.
    pub fn parse(text: &str) -> Option<Address> {
        let well_formed = !text.is_empty()
            && text.len() <= LONGEST_READ
            && text.split('/').all(|part| {
                !part.is_empty()
                    && !part.starts_with('.')
                    && !part.ends_with('.')
                    && part.bytes().all(|b| {
                        b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~')
                    })
            });
        well_formed.then(|| Address(text.to_owned()))
    }

    /// Why the address cannot be published, if some system would refuse it. One that was read may
    /// be too long or have a name that Windows reserves.
    pub fn fault(&self) -> Option<AddressError> {
        let of_name = self.0.split('/').find_map(|name| match fault(name)? {
            NameFault::Reserved => Some(AddressError::Reserved(name.to_owned())),
            NameFault::Long => Some(AddressError::LongName(name.to_owned())),
        });
        of_name.or_else(|| (self.0.len() > LONGEST).then_some(AddressError::TooLong(self.0.len())))
    }

    /// An address made by the program from parts that are already segments.
    pub(crate) fn made(text: String) -> Address {
        debug_assert!(Address::parse(&text).is_some(), "no address: {text}");
        Address(text)
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that it is in, ending in `/`; empty at the root.
    pub fn parent(&self) -> &str {
        self.0.rfind('/').map_or("", |at| &self.0[..=at])
    }

    /// The relative link to this address from another page, such as `../2016/avtal.html`.
    pub fn from(&self, from: &Address) -> String {
        relative(from.parent(), &self.0)
    }
}

/// The relative link from a folder (ending in `/`, or empty) to an address.
pub fn relative(from_folder: &str, to: &str) -> String {
    let (up, shared) = steps(from_folder.as_bytes(), to.as_bytes());
    let mut way = String::with_capacity(to.len() + 8);
    for _ in 0..up {
        way.push_str("../");
    }
    way.push_str(&to[shared..]);
    way
}

/// How the relative link from a folder (ending in `/`, or empty) to an address goes: this many
/// folders up, and then on with the address from this byte.
pub fn steps(from_folder: &[u8], to: &[u8]) -> (usize, usize) {
    let same = from_folder.iter().zip(to).take_while(|(from, to)| from == to).count();
    let shared = memchr::memrchr(b'/', &from_folder[..same]).map_or(0, |at| at + 1);
    let up = memchr::memchr_iter(b'/', &from_folder[shared..]).count();
    (up, shared)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_goes_up_to_the_folder_that_both_are_in() {
        for (from, to, way) in [
            ("", "a/b.html", "a/b.html"),
            ("a/", "a/b.html", "b.html"),
            ("a/", "ab/c.html", "../ab/c.html"),
            ("a/b/", "a/bc.html", "../bc.html"),
            ("a/b/c/", "a/d.html", "../../d.html"),
            ("a/b/", "index.html", "../../index.html"),
            ("å/", "ä/b.html", "../ä/b.html"),
        ] {
            assert_eq!(relative(from, to), way, "from {from} to {to}");
        }
    }
}
