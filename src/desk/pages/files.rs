//! Attachments and images: a file is stored beside its document under a safe name, and the document
//! gets it in its form. A file is never replaced: another of the same name gets a name of its own.

use hyper::StatusCode;
use toml_edit::Document;

use super::context::Context;
use super::document::refused;
use super::edited::Edited;
use super::edited::edited_bytes;
use super::merged::base;
use super::parts::files::{TYPED_ORIGINAL, TYPED_TITLE};
use super::shell::message;
use super::unsaved::unsaved;
use crate::author::SafeName;
use crate::desk::exchange::{Reply, Sent, SentFile};
use crate::desk::fields::{FieldNode, cards};
use crate::desk::images::{has_position, may_have_notes, without_position};
use crate::desk::store::Unsaved;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::media_type::extension;
use crate::model::ContentPath;
use crate::text;

/// Stores a file, and adds it to the document.
pub fn add(context: &Context<'_>, address: &str, sent: &Sent) -> Reply {
    let typed = [(TYPED_TITLE, "title"), (TYPED_ORIGINAL, "original")].map(|(kept, name)| {
        (kept.to_owned(), sent.fields.value(name).unwrap_or_default().to_owned())
    });
    // A file must be chosen again, but not what was written about it.
    let query = FieldNode::of(typed.into_iter());
    let context = &Context { query: &query, ..*context };
    let Some(edited) = Edited::find(context, address) else {
        return Reply::not_found(context.language);
    };
    // A file is added beside what has been written since the form was opened.
    let opened = sent.fields.value("_version").unwrap_or_default();
    let is_known = || base(context, (&edited.path, &edited.address), opened).is_some();
    if !edited.is_of(&sent.fields) && !is_known() {
        let words = text!(
            "Dokumentet har ändrats sedan formuläret öppnades. Ladda om sidan. Inget sparades.",
            "The document has changed since the form was opened. Reload the page. Nothing was saved."
        );
        return refused(context, &edited, StatusCode::CONFLICT, &[words]);
    }
    let Some(path) = edited.content_path() else { return Reply::not_found(context.language) };
    let Some(file) = sent.file.as_ref().filter(|file| !file.bytes.is_empty()) else {
        let words = text!("Välj en fil.", "Choose a file.");
        return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
    };
    let safe =
        SafeName::of(&file.name).filter(|safe| !safe.is_image() || !is_of_telephones(&file.bytes));
    let Some(safe) = safe else {
        return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &not_taken(file));
    };
    let is_image = safe.is_image();
    let mut bytes = std::borrow::Cow::Borrowed(file.bytes.as_slice());
    if is_image && sent.fields.value("_position") == Some("remove") && may_have_notes(&bytes) {
        let Some(bare) = without_position(&bytes) else {
            let words = text!(
                "Programmet kan inte ta bort uppgiften om var den här bilden är tagen. Spara bilden som JPEG eller PNG i ett bildprogram, och välj den nya filen. Inget sparades.",
                "The program cannot remove where this image was taken. Save the image as JPEG or PNG in an image program, and choose the new file. Nothing was saved."
            );
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
        };
        bytes = bare.into();
    } else if is_image && has_position(&bytes) && sent.fields.value("_position") != Some("keep") {
        let words = text!(
            "Bilden berättar var den är tagen. Välj filen igen och kryssa för att uppgiften ska tas bort. Inget sparades.",
            "The image tells where it was taken. Choose the file again and tick that this is to be removed. Nothing was saved."
        );
        return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
    }
    let StoredFile { name, is_new } = match store(context, path, &safe, &bytes) {
        Ok(stored) => stored,
        Err(why) => return unsaved(context, why),
    };
    let stored = path.parent().join(&name).to_string();
    let title = sent.fields.value("title").unwrap_or_default().trim();
    let table = if is_image { "images" } else { "attachments" };
    let at = count(&edited, table);
    let described = if is_image { "alt" } else { "title" };
    let mut fields = vec![
        (format!("{table}.{at}.file"), name),
        (format!("{table}.{at}.{described}"), title.to_owned()),
    ];
    if !is_image && sent.fields.value("original") == Some("true") {
        fields.push((format!("{table}.{at}.original"), "true".to_owned()));
    }
    let fields = FieldNode::of(fields.into_iter());
    let Some((new, _)) = edited_bytes(context, &edited, &fields) else {
        let words = text!(
            "Filen är sparad, men dokumentets uppgifter går inte att läsa. Rätta dem, och ange sedan filen där.",
            "The file is stored, but the facts of the document cannot be read. Mend them, then name the file there."
        );
        return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
    };
    match context.state.store.save(&edited.path, Digest::of(&edited.bytes), &new) {
        Ok(()) => {
            let size = if is_image && bytes.len() > LARGE_IMAGE { "&_stor=bild" } else { "" };
            let to = format!("/dokument/{}?_sparat=fil&_vid={table}.{at}{size}", edited.address);
            Reply::see_other(to)
                .after(stored, Some(Digest::of(&bytes)))
                .after(edited.path.clone(), Some(Digest::of(&new)))
        }
        Err(why) => {
            // A file that no document names would be published all the same.
            if is_new && context.state.store.take_back(&stored, Digest::of(&bytes)).is_err() {
                return message(
                    context,
                    StatusCode::INSUFFICIENT_STORAGE,
                    context.say("Dokumentet sparades inte", "The document was not saved"),
                    &[
                        context.say(
                            "Filen ligger nu bredvid dokumentet, men dokumentet nämner den inte. Lägg till samma fil igen när felet är avhjälpt.",
                            "The file is now beside the document, but the document does not name it. Add the same file again when the fault is mended.",
                        ),
                        &stored,
                    ],
                );
            }
            unsaved(context, why)
        }
    }
}

/// An image of more bytes than this is slow to see for whoever reads the page on a telephone.
const LARGE_IMAGE: usize = 3 * 1024 * 1024;

/// Whether an image is of the format in which many telephones save theirs, and which browsers do not
/// show, whatever its name says.
fn is_of_telephones(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    let is_avif = bytes.get(..64).unwrap_or(bytes).windows(4).any(|it| it == b"avif");
    brand.is_some_and(|brand| BRANDS.contains(&brand)) && !is_avif
}

/// That a file is not taken, and what to do instead.
fn not_taken(file: &SentFile) -> Vec<Text> {
    const PICTURES: [&str; 6] = ["heic", "heif", "tif", "tiff", "bmp", "raw"];
    let ending = extension(&file.name);
    let (images, others) = SafeName::taken();
    let is_picture = PICTURES.contains(&&*ending) || is_of_telephones(&file.bytes);
    let what = match is_picture {
        true => text!(
            "Bilden är av en typ som webbläsare inte visar, som HEIC från en telefon. Öppna den i ett bildprogram, spara den som JPEG, och välj den nya filen. Inget sparades.",
            "The image is of a type that browsers do not show, such as HEIC from a telephone. Open it in an image program, save it as JPEG, and choose the new file. Nothing was saved."
        ),
        false => text!(
            "Filer av den typen tar arkivet inte emot. Spara den som PDF, och välj den nya filen. Inget sparades.",
            "The archive does not take files of that type. Save it as PDF, and choose the new file. Nothing was saved."
        ),
    };
    let types = text!(
        "Arkivet tar emot bilder som är {images}, och andra filer som är {others}.",
        "The archive takes images that are {images}, and other files that are {others}."
    );
    vec![what, types]
}

/// A file as it was stored.
struct StoredFile {
    /// In the document's folder.
    name: String,
    /// Whether it was not there before.
    is_new: bool,
}

/// How many cards a table has.
fn count(edited: &Edited, table: &str) -> usize {
    let toml = edited.text().and_then(|text| Document::parse(text.toml()).ok());
    toml.and_then(|toml| toml.as_table().get(table).map(|item| cards(item).len())).unwrap_or(0)
}

/// Stores the file under its name or, if that is another file's, under a numbered one. A file that is
/// there already with the same bytes is used as it is.
fn store(
    context: &Context<'_>,
    path: ContentPath<'_>,
    safe: &SafeName,
    bytes: &[u8],
) -> Result<StoredFile, Unsaved> {
    for name in safe.candidates() {
        let place = path.parent().join(&name).to_string();
        match context.state.store.read(&place) {
            Ok(there) if there == bytes => return Ok(StoredFile { name, is_new: false }),
            Ok(_) => {}
            Err(Unsaved::Io(_)) => {
                context.state.store.create(&place, bytes)?;
                return Ok(StoredFile { name, is_new: true });
            }
            Err(why) => return Err(why),
        }
    }
    Err(Unsaved::Changed)
}
