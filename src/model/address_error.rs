//! Why no address can be made from a name, and what an editor is told about it.

use crate::diagnostic::Text;
use crate::text;

/// The most characters of an address that is published. Windows allows 260 for a whole path, most
/// web servers some thousands; an archive's addresses have about fifty.
pub const LONGEST: usize = 400;

/// The most characters of one name in an address. File systems allow 255 bytes; the rest is room for
/// what is added, such as `.html` in the notice of a withdrawn attachment.
pub const LONGEST_NAME: usize = 240;

/// Why no address can be made from a path, or why an address cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// Nothing remains of a name, such as `§§§.md`.
    Empty(String),
    /// A name that Windows reserves for devices, such as `con` or `aux`.
    Reserved(String),
    /// A name that is longer than file systems allow, with some room for what is added to it.
    LongName(String),
    /// An address that is longer than programs and file systems can be trusted with: its length.
    TooLong(usize),
}

impl AddressError {
    /// What is wrong, and what to do about it.
    pub fn in_words(&self) -> (Text, Text) {
        match self {
            AddressError::Empty(name) => (
                text!(
                    "Av namnet ”{name}” blir det ingen adress: där finns inga bokstäver eller siffror.",
                    "The name “{name}” gives no address: it has no letters or digits."
                ),
                text!(
                    "Byt namn på filen eller mappen, så att namnet innehåller någon av a–ö eller 0–9.",
                    "Rename the file or folder with some of a–z or 0–9 in its name."
                ),
            ),
            AddressError::Reserved(name) => {
                // The number goes before the first dot: what follows it does not count.
                let (stem, extension) = name.split_at(name.find('.').unwrap_or(name.len()));
                (
                    text!(
                        "Namnet ”{name}” kan inte användas: Windows reserverar det, så webbplatsen skulle inte gå att kopiera dit.",
                        "The name “{name}” cannot be used: Windows reserves it, so the site could not be copied there."
                    ),
                    text!(
                        "Byt namn på filen eller mappen, till exempel till ”{stem}-1{extension}”.",
                        "Rename the file or folder, such as to “{stem}-1{extension}”."
                    ),
                )
            }
            AddressError::LongName(name) => {
                let beginning: String = name.chars().take(40).collect();
                (
                    text!(
                        "Namnet ”{beginning}…” är för långt: ett namn i en adress kan vara högst {LONGEST_NAME} tecken, eftersom många system inte tar emot längre filnamn.",
                        "The name “{beginning}…” is too long: a name in an address can be at most {LONGEST_NAME} characters, since many systems take no longer file names."
                    ),
                    text!("Välj ett kortare namn.", "Choose a shorter name."),
                )
            }
            AddressError::TooLong(length) => (
                text!(
                    "Adressen blir {length} tecken lång, och en adress kan vara högst {LONGEST} tecken.",
                    "The address would be {length} characters long, and an address can be at most {LONGEST} characters."
                ),
                text!(
                    "Korta namnen på filen och mapparna, eller lägg filen i färre mappar.",
                    "Shorten the names of the file and the folders, or put the file in fewer folders."
                ),
            ),
        }
    }
}
