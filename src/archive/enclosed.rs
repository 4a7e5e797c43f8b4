//! What is wrong with an attachment or image, by its name and its bytes. It is reported where a
//! file refers to it, since that is what an editor can change, and a file that nothing refers to is
//! not published.

use std::sync::Arc;

use super::file_types::{
    PUBLISHED, SHOWN, extension_of, fits, is_of_a_theme, is_picture, runs_on_a_server,
};
use super::material::MaterialFile;
use crate::content::{Nature, Sort, fetch_again};
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
    /// It is one of the files with which a theme makes pages.
    OfATheme,
}

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
    file.nature.position.then(|| {
        let (message, help) = position_in_words(file.path.as_path().name());
        Problem::at(Code::PhotoPosition, source, span.clone(), message, help)
    })
}

/// What is wrong with an image that says where it was taken, and what to do about it.
pub fn position_in_words(name: &str) -> (Text, Text) {
    (
        text!(
            "Bilden {name} talar om var den är tagen: kameran har sparat koordinaterna i filen. Det kan vara en personuppgift, till exempel om någons hem.",
            "The image {name} says where it was taken: the camera has saved the position in the file. That may be personal data, such as about somebody's home."
        ),
        text!(
            "Ta bort koordinaterna innan bilden läggs in. I Windows: högerklicka, Egenskaper, Information, ”Ta bort egenskaper och personlig information”. På Mac: Förhandsvisning, Verktyg, Visa inspektör, GPS, ”Ta bort platsinfo”.",
            "Remove the position before the image is added. In Windows: right-click, Properties, Details, “Remove Properties and Personal Information”. On a Mac: Preview, Tools, Show Inspector, GPS, “Remove Location Info”."
        ),
    )
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
    fault_of(name, file.size, file.nature, used)
}

/// The fault of one of a theme's files, which is published under its own name.
pub fn fault_of_asset(name: &str, size: u64, nature: Nature) -> Option<(Code, Text, Text)> {
    fault_of(name, size, nature, UsedAs::OfATheme)
}

fn fault_of(name: &str, size: u64, nature: Nature, used: UsedAs) -> Option<(Code, Text, Text)> {
    let extension = extension_of(name);
    match nature.sort {
        Sort::Empty => return Some(empty(name, size, used)),
        Sort::Pointer => return Some(pointer(name)),
        Sort::Source => return Some(source_of_a_document(name, used)),
        Sort::Drawing { still: false } => return Some(active_drawing(name, used)),
        Sort::Drawing { still: true } | Sort::WebPage | Sort::Known(_) | Sort::Other => {}
    }
    let of_a_theme = used == UsedAs::OfATheme;
    let is_known = PUBLISHED.contains(&extension.as_str());
    if !is_known && (!of_a_theme || !is_of_a_theme(&extension)) {
        return Some(not_published(name, &extension, used));
    }
    // An attachment has no such name when it is published, since its address is made of it.
    if of_a_theme && let Some(run) = runs_on_a_server(name) {
        return Some(not_published(name, run, used));
    }
    if nature.cut {
        return Some(cut_short(name));
    }
    let shown = SHOWN.contains(&extension.as_str());
    match (used, is_picture(nature.sort)) {
        (UsedAs::Image, _) if !shown => Some(not_shown(name)),
        (UsedAs::Image, false) => Some(no_picture(name)),
        (UsedAs::OfATheme, false) if shown => Some(no_picture(name)),
        _ if fits(&extension, nature.sort) => None,
        _ => Some(another_type(name, &extension, nature.sort)),
    }
}

fn empty(name: &str, size: u64, used: UsedAs) -> (Code, Text, Text) {
    (
        Code::AttachmentBroken,
        match size {
            0 => text!("Filen {name} är tom (0 byte).", "The file {name} is empty (0 bytes)."),
            _ => text!(
                "Filen {name} är tom: där finns bara blanktecken.",
                "The file {name} is empty: it holds nothing but blanks."
            ),
        },
        match used {
            UsedAs::File | UsedAs::Image => text!(
                "Hämta filen på nytt ur originalet. Finns den inte: ta bort hänvisningen.",
                "Fetch the file again from the original. If it does not exist: remove the reference."
            ),
            UsedAs::OfATheme => text!(
                "Hämta filen på nytt, eller ta bort den; temats egen används då, om det har en. Ska den inte göra något, skriv en kommentar i den: /* inget */",
                "Fetch the file again, or remove it; the built-in one is then used, if there is one. If it is to do nothing, write a comment in it: /* nothing */"
            ),
        },
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

fn source_of_a_document(name: &str, used: UsedAs) -> (Code, Text, Text) {
    (
        Code::AttachmentType,
        text!(
            "Filen {name} är ett dokument som det skrivs i arkivet, med uppgifter mellan +++-rader. Den skulle publiceras som den är, också om den är ett utkast.",
            "The file {name} is a document as it is written in the archive, with keys between +++ lines. It would be published as it is, even if it is a draft."
        ),
        accepted(
            used,
            "Är den ett dokument: låt namnet sluta på .md och länka till det. Annars: spara texten utan raderna överst.",
            "If it is a document: let its name end in .md, and link to it. Otherwise: save the text without the lines at its top.",
        ),
    )
}

fn active_drawing(name: &str, used: UsedAs) -> (Code, Text, Text) {
    (
        Code::AttachmentType,
        text!(
            "Bilden {name} (SVG) innehåller mer än en teckning: kod, rörelser eller adresser på andra webbplatser, eller så går den inte att läsa.",
            "The image {name} (SVG) holds more than a drawing: code, motion or addresses on other sites, or it cannot be read."
        ),
        accepted(
            used,
            "Spara bilden som ”vanlig SVG” i ritprogrammet, eller som PNG.",
            "Save the image as “plain SVG” in the drawing program, or as PNG.",
        ),
    )
}

fn not_published(name: &str, extension: &str, used: UsedAs) -> (Code, Text, Text) {
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
    let help = match used {
        UsedAs::File | UsedAs::Image => accepted(
            used,
            "Spara det som PDF, eller packa det i en zip-fil.",
            "Save it as PDF, or pack it in a zip file.",
        ),
        UsedAs::OfATheme => text!(
            "Ta bort filen ur temats assets. Är den en text, till exempel en licens: låt namnet sluta på .txt.",
            "Remove the file from the theme's assets. If it is a text, such as a licence: let its name end in .txt."
        ),
    };
    (Code::AttachmentType, message, help)
}

/// A remedy, and how a document accepts the file as it is. A theme cannot.
fn accepted(used: UsedAs, sv: &'static str, en: &'static str) -> Text {
    if used == UsedAs::OfATheme {
        return Text { sv: sv.into(), en: en.into() };
    }
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
        Sort::Empty | Sort::Pointer | Sort::Source | Sort::Drawing { .. } | Sort::Other => {
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
