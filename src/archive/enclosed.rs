//! What is wrong with an attachment or image, by its name and its bytes. It is reported where a
//! file refers to it, since that is what an editor can change, and a file that nothing refers to is
//! not published.

use std::sync::Arc;

use super::material::MaterialFile;
use crate::content::{Sort, fetch_again};
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::model::Address;
use crate::text;

/// How a file is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UsedAs {
    /// It is linked to.
    File,
    /// It is shown in the page.
    Image,
}

/// The extensions of files that are published: documents, tables, pictures, sound and moving
/// pictures. Browsers and servers run nothing in them.
const PUBLISHED: [&str; 52] = [
    "pdf", "txt", "rtf", "doc", "docx", "odt", "ott", "xls", "xlsx", "ods", "csv", "tsv", "ppt",
    "pptx", "odp", "odg", "json", "geojson", "ics", "vtt", "srt", "log", "zip", "epub", "png",
    "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg", "tif", "tiff", "heic", "heif", "jp2",
    "mp3", "m4a", "aac", "wav", "flac", "ogg", "oga", "opus", "mp4", "m4v", "mov", "webm", "ogv",
    "mpg", "avi",
];

/// The extensions of pictures that browsers show.
const SHOWN: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"];

/// The problem with a file that is used here, if there is one. Only the gravest is reported.
pub(super) fn problem(
    source: &Arc<Source>,
    span: &Span,
    file: &MaterialFile,
    used: UsedAs,
) -> Option<Problem> {
    let (code, message, help) = fault(file, used)?;
    Some(Problem::at(code, source, span.clone(), message, help))
}

/// That an image says where it was taken.
pub(super) fn position(source: &Arc<Source>, span: &Span, file: &MaterialFile) -> Option<Problem> {
    let name = file.path.as_path().name();
    file.nature.position.then(|| {
        Problem::at(
            Code::PhotoPosition,
            source,
            span.clone(),
            text!(
                "Bilden {name} talar om var den är tagen: kameran har sparat koordinaterna i filen. Det kan vara en personuppgift, till exempel om någons hem.",
                "The image {name} says where it was taken: the camera has saved the position in the file. That may be personal data, such as about somebody's home."
            ),
            text!(
                "Ta bort koordinaterna innan bilden läggs in. I Windows: högerklicka, Egenskaper, Information, ”Ta bort egenskaper och personlig information”. På Mac: Förhandsvisning, Verktyg, Visa inspektör, GPS, ”Ta bort platsinfo”.",
                "Remove the position before the image is added. In Windows: right-click, Properties, Details, “Remove Properties and Personal Information”. On a Mac: Preview, Tools, Show Inspector, GPS, “Remove Location Info”."
            ),
        )
    })
}

fn fault(file: &MaterialFile, used: UsedAs) -> Option<(Code, Text, Text)> {
    let path = file.path.as_path();
    let name = path.name();
    if file.address.is_none()
        && let Err(error) = Address::of_content(path)
    {
        let (message, help) = error.in_words();
        return Some((Code::InvalidAddress, message, help));
    }
    let extension = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
        _ => String::new(),
    };
    match file.nature.sort {
        Sort::Empty => return Some(empty(name, file.size)),
        Sort::Pointer => return Some(pointer(name)),
        Sort::Drawing { still: false } => return Some(active_drawing(name)),
        Sort::Drawing { still: true } | Sort::WebPage | Sort::Known(_) | Sort::Other => {}
    }
    if !PUBLISHED.contains(&extension.as_str()) {
        return Some(not_published(name, &extension));
    }
    if file.nature.cut {
        return Some(cut_short(name));
    }
    match (used, is_picture(file.nature.sort)) {
        (UsedAs::Image, _) if !SHOWN.contains(&extension.as_str()) => Some(not_shown(name)),
        (UsedAs::Image, false) => Some(no_picture(name)),
        _ if fits(&extension, file.nature.sort) => None,
        _ => Some(another_type(name, &extension, file.nature.sort)),
    }
}

fn is_picture(sort: Sort) -> bool {
    match sort {
        Sort::Drawing { .. } => true,
        Sort::Known(media_type) => media_type.starts_with("image/"),
        Sort::Empty | Sort::Pointer | Sort::WebPage | Sort::Other => false,
    }
}

/// Whether bytes of this sort belong under an extension. Only what is certain is told: a type that
/// was recognised as another, or a type with a signature that every file of it has.
fn fits(extension: &str, sort: Sort) -> bool {
    let media_type = match sort {
        Sort::Known(media_type) => media_type,
        Sort::WebPage => return false,
        Sort::Drawing { .. } => return extension == "svg",
        Sort::Empty | Sort::Pointer | Sort::Other => "",
    };
    let signed: &[&str] = match extension {
        "pdf" => &["application/pdf"],
        "png" => &["image/png", "image/vnd.mozilla.apng"],
        "jpg" | "jpeg" => &["image/jpeg"],
        "gif" => &["image/gif"],
        "webp" => &["image/webp"],
        "tif" | "tiff" => &["image/tiff"],
        "bmp" => &["image/bmp"],
        "docx" | "xlsx" | "pptx" | "odt" | "ott" | "ods" | "odp" | "odg" | "zip" | "epub" => {
            return media_type.contains("zip")
                || media_type.contains("openxmlformats")
                || media_type.contains("opendocument");
        }
        "doc" | "xls" | "ppt" => {
            // The oldest of them have no signature, and some programs write RTF or pages as such.
            return media_type.is_empty()
                || media_type.contains("ms")
                || media_type.contains("ole")
                || media_type.contains("rtf");
        }
        "rtf" => &["application/rtf", "text/rtf"],
        "avif" | "heic" | "heif" => {
            return media_type.is_empty() || media_type.starts_with("image/");
        }
        "txt" | "csv" | "tsv" | "json" | "geojson" | "ics" | "vtt" | "srt" | "log" => {
            return media_type.is_empty();
        }
        "mp3" | "wav" | "flac" | "aac" => {
            return media_type.is_empty() || media_type.starts_with("audio/");
        }
        _ => {
            let moving = ["audio/", "video/", "application/ogg"];
            return media_type.is_empty() || moving.iter().any(|it| media_type.starts_with(it));
        }
    };
    // Some RTF and other files of text are not recognised.
    signed.contains(&media_type) || (extension == "rtf" && media_type.is_empty())
}

fn empty(name: &str, size: u64) -> (Code, Text, Text) {
    (
        Code::AttachmentBroken,
        match size {
            0 => text!("Filen {name} är tom (0 byte).", "The file {name} is empty (0 bytes)."),
            _ => text!(
                "Filen {name} är tom: där finns bara blanktecken.",
                "The file {name} is empty: it holds nothing but blanks."
            ),
        },
        text!(
            "Hämta filen på nytt ur originalet. Finns den inte: ta bort hänvisningen.",
            "Fetch the file again from the original. If it does not exist: remove the reference."
        ),
    )
}

fn pointer(name: &str) -> (Code, Text, Text) {
    (
        Code::AttachmentBroken,
        text!(
            "Filen {name} är inte själva filen, utan en hänvisning från Git LFS till den.",
            "The file {name} is not the file itself but a reference of Git LFS to it."
        ),
        text!(
            "Kör ”git lfs pull” i mappen, så hämtas filen.",
            "Run “git lfs pull” in the folder, which fetches the file."
        ),
    )
}

fn active_drawing(name: &str) -> (Code, Text, Text) {
    (
        Code::AttachmentType,
        text!(
            "Bilden {name} (SVG) innehåller mer än en teckning: kod, rörelser eller adresser på andra webbplatser, eller så går den inte att läsa.",
            "The image {name} (SVG) holds more than a drawing: code, motion or addresses on other sites, or it cannot be read."
        ),
        accepted(
            "Spara bilden som ”vanlig SVG” i ritprogrammet, eller som PNG.",
            "Save the image as “plain SVG” in the drawing program, or as PNG.",
        ),
    )
}

fn not_published(name: &str, extension: &str) -> (Code, Text, Text) {
    let message = if extension.is_empty() {
        text!(
            "Filen {name} har inget filnamnstillägg, så varken webbservrar eller läsare vet vad den är.",
            "The file {name} has no file name extension, so neither web servers nor readers know what it is."
        )
    } else {
        text!(
            "Filer som slutar på .{extension} publiceras inte: webbservrar eller webbläsare kan köra kod i dem, eller så kan läsarna inte öppna dem.",
            "Files that end in .{extension} are not published: web servers or browsers may run code in them, or readers cannot open them."
        )
    };
    let help = accepted(
        "Spara det som PDF, eller packa det i en zip-fil.",
        "Save it as PDF, or pack it in a zip file.",
    );
    (Code::AttachmentType, message, help)
}

/// A remedy, and how to accept the file as it is.
fn accepted(sv: &str, en: &str) -> Text {
    text!(
        "{sv} Ska just den här filen ut: skriv mellan +++-raderna accept = [{{ code = \"attachment-type\", reason = \"…\" }}]",
        "{en} If this very file shall be published: write between the +++ lines accept = [{{ code = \"attachment-type\", reason = \"…\" }}]"
    )
}

fn not_shown(name: &str) -> (Code, Text, Text) {
    (
        Code::AttachmentFormat,
        text!(
            "Ingen webbläsare visar {name} som en bild på sidan.",
            "No browser shows {name} as an image in the page."
        ),
        text!(
            "Spara bilden som .jpg eller .png. Är det ingen bild: länka till filen, [länktext](fil.pdf), eller ange den under [[attachments]].",
            "Save the image as .jpg or .png. If it is no image: link to the file, [link text](file.pdf), or give it under [[attachments]]."
        ),
    )
}

fn no_picture(name: &str) -> (Code, Text, Text) {
    (
        Code::AttachmentBroken,
        text!(
            "Filen {name} heter som en bild, men innehållet är ingen bild.",
            "The file {name} is named like an image, but its content is none."
        ),
        fetch_again(),
    )
}

fn cut_short(name: &str) -> (Code, Text, Text) {
    (
        Code::AttachmentBroken,
        text!(
            "Filen {name} börjar som en bild, men slutar innan det finns något att se. Troligen avbröts den när den hämtades eller kopierades.",
            "The file {name} begins as an image, but ends before there is anything to see. It was probably cut short when it was fetched or copied."
        ),
        fetch_again(),
    )
}

fn another_type(name: &str, extension: &str, sort: Sort) -> (Code, Text, Text) {
    let (sv, en) = match sort {
        Sort::WebPage => ("en webbsida".to_owned(), "a web page".to_owned()),
        Sort::Known(media_type) => (media_type.to_owned(), media_type.to_owned()),
        Sort::Empty | Sort::Pointer | Sort::Drawing { .. } | Sort::Other => {
            ("något annat".to_owned(), "something else".to_owned())
        }
    };
    (
        Code::AttachmentFormat,
        text!(
            "Filen {name} slutar på .{extension}, men innehållet är {sv}. Den som öppnar den får ett fel.",
            "The file {name} ends in .{extension}, but its content is {en}. Whoever opens it gets an error."
        ),
        text!(
            "Hämta filen på nytt, eller spara den i rätt format. En webbsida: skriv ut den som PDF.",
            "Fetch the file again, or save it in the right format. A web page: print it as PDF."
        ),
    )
}
