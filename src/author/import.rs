//! A draft from a file: its text becomes the draft's, the file itself the original beside it. What the
//! text seems to tell of its kind, place and year decides only where the draft is put, and everything
//! else stays a suggestion.

use std::path::Path;

use super::new::{CreatedFile, NewFileRequest, Original, create, only_municipality};
use crate::diagnostic::{Text, os_error};
use crate::failure::Failure;
use crate::import::{Imported, Suggestions, Unimportable, imported};
use crate::model::Kind;
use crate::plain_file;
use crate::session::Session;
use crate::shown_path::shown_path;
use crate::text;

/// A file that has been read, and what its text seems to tell of itself.
#[derive(Debug)]
pub struct ImportFile<'a> {
    name: &'a str,
    bytes: &'a [u8],
    read: Imported,
    suggestions: Suggestions,
    without_text: Option<Unimportable>,
}

/// What is to be made of a file. What is not given is told by its text.
#[derive(Debug, Clone, Copy)]
pub struct ImportRequest<'a> {
    pub kind: Option<Kind>,
    pub places: &'a [&'a str],
    pub year: Option<i16>,
    /// Whether the suggestions stand in the file as comments, for whoever edits it by hand.
    pub explained: bool,
}

/// A draft that was made from a file.
#[derive(Debug)]
pub struct ImportedDraft {
    pub draft: CreatedFile,
    pub kind: Kind,
    /// The title of the place, if it is only a guess because the archive has no other municipality.
    pub guessed_place: Option<String>,
    /// The municipalities that it was guessed to be of together.
    pub guessed_joint: Vec<&'static str>,
    /// Why there is no text, if there is none: a scanned paper can still be the original.
    pub without_text: Option<Unimportable>,
    /// How many images did not come along.
    pub images: usize,
    /// Whether the text was recognised in a picture.
    pub recognised: bool,
}

impl<'a> ImportFile<'a> {
    /// Reads a file with this name, of which the ending says how it is read.
    pub fn read(name: &'a str, bytes: &'a [u8]) -> Result<ImportFile<'a>, Failure> {
        let (read, without_text) = match imported(name, bytes) {
            Ok(read) => (read, None),
            Err(why @ (Unimportable::Scanned | Unimportable::Unreadable)) => {
                (Imported::default(), Some(why))
            }
            Err(why) => return Err(not_imported(name, why)),
        };
        let suggestions = Suggestions::of_file(&read);
        Ok(ImportFile { name, bytes, read, suggestions, without_text })
    }

    /// The municipality that it names most, or those that it seems to be of together, by their names
    /// in the register.
    pub fn municipalities(&self) -> &[&'static str] {
        let Suggestions { joint, municipalities, .. } = &self.suggestions;
        if joint.is_empty() { &municipalities[..municipalities.len().min(1)] } else { joint }
    }
}

/// Makes the draft.
pub fn import(
    session: &Session,
    file: &ImportFile<'_>,
    asked: ImportRequest<'_>,
) -> Result<ImportedDraft, Failure> {
    let ImportFile { name, bytes, read, suggestions, without_text } = file;
    let by_hand = asked.explained;
    let kind = asked.kind.or(suggestions.kind).ok_or_else(|| unknown_kind(by_hand))?;
    if !kind.is_archive() {
        return Err(no_document(kind));
    }
    let places = if asked.places.is_empty() { file.municipalities() } else { asked.places };
    // A text from the only municipality is about it, most likely.
    let only = if places.is_empty() { only_municipality(session) } else { None };
    let only_folder = only.as_ref().map(|place| place.folder.as_str());
    let places = if places.is_empty() { only_folder.as_slice() } else { places };
    if places.is_empty() {
        return Err(unknown_place(by_hand));
    }
    let original = Original {
        name,
        bytes,
        text: &read.text,
        recognised: read.recognised,
        scanned: *without_text == Some(Unimportable::Scanned),
        suggestions,
    };
    let wanted = NewFileRequest {
        kind,
        places,
        year: asked.year.or(suggestions.year),
        until: None,
        from: None,
        of: None,
        original: Some(original),
        explained: asked.explained,
    };
    let draft = create(session, wanted)?;
    let (images, recognised) = (read.images, read.recognised);
    let guessed_place = only.map(|place| place.title().to_owned());
    let guessed_joint =
        if asked.places.is_empty() { suggestions.joint.clone() } else { Vec::new() };
    Ok(ImportedDraft {
        draft,
        kind,
        guessed_place,
        guessed_joint,
        without_text: *without_text,
        images,
        recognised,
    })
}

/// Reads a file that is to be imported.
pub fn read_import(path: &Path) -> Result<Vec<u8>, Failure> {
    plain_file::read(path).map_err(|error| {
        let (path, Text { sv, en }) = (shown_path(path), os_error::in_words(&error));
        Failure {
            message: text!("”{path}” kunde inte läsas: {sv}.", "“{path}” could not be read: {en}."),
            help: text!("Kontrollera sökvägen.", "Check the path."),
        }
    })
}

fn not_imported(name: &str, why: Unimportable) -> Failure {
    let Text { sv, en } = why.message();
    Failure { message: text!("{name}: {sv}", "{name}: {en}"), help: why.help() }
}

fn unknown_kind(by_hand: bool) -> Failure {
    let form = text!("Ange typen.", "Give the kind.");
    let command = text!(
        "Ange typen med --kind TYP, till exempel: --kind pledge",
        "Give the kind with --kind KIND, such as: --kind pledge"
    );
    Failure {
        message: text!(
            "Texten säger inte vilken typ av dokument det är.",
            "The text does not say what kind of document it is."
        ),
        help: if by_hand { command } else { form },
    }
}

fn unknown_place(by_hand: bool) -> Failure {
    let form = text!("Ange kommunen eller området.", "Give the municipality or area.");
    let command = text!(
        "Ange kommunens eller områdets mapp med --place MAPP.",
        "Give the folder of the municipality or area with --place FOLDER."
    );
    Failure {
        message: text!(
            "Texten säger inte vilken kommun den gäller.",
            "The text does not say which municipality it is about."
        ),
        help: if by_hand { command } else { form },
    }
}

fn no_document(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.facts().name.en);
    Failure {
        message: text!(
            "En fil blir ett dokument, inte typen {sv}.",
            "A file becomes a document, not a {en}."
        ),
        help: text!("Ange en annan typ.", "Give another kind."),
    }
}
