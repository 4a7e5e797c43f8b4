//! The site's logo: an image in the site's folder, published as `assets/logo.<extension>`.

use std::fs;
use std::io;
use std::path::{Component, Path};
use std::sync::Arc;

use crate::content::{Nature, Sort, fetch_again, is_litter, of_theme_file};
use crate::diagnostic::{Code, Problem, Source, Spanned, Text, os_error};
use crate::model::{Address, ContentPath};
use crate::plain_file;
use crate::svg;
use crate::text;

const PICTURES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "gif"];

/// A logo that can be published.
pub struct Logo {
    pub address: Address,
    pub bytes: Vec<u8>,
    /// That the image says where it was taken, or what it should not contain.
    pub problems: Vec<Problem>,
}

/// Reads the logo.
pub fn read(
    site: &Path,
    settings: &Arc<Source>,
    written: &Spanned<String>,
) -> Result<Logo, Box<Problem>> {
    let name = &written.value;
    let refuse = |message: Text, help: Text| {
        let span = written.span.clone();
        Box::new(Problem::at(Code::LogoMissing, settings, span, message, help))
    };
    let path = Path::new(name);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)))
        && !name.contains(['\\', ':'])
        && !name.is_empty();
    if !inside {
        return Err(refuse(
            text!(
                "Logotypen ”{name}” ligger inte i webbplatsens mapp.",
                "The logo “{name}” is not in the site's folder."
            ),
            text!(
                "Lägg filen bredvid site.toml och skriv bara dess namn.",
                "Put the file beside site.toml and write its name only."
            ),
        ));
    }
    if path.iter().any(|part| is_litter(&part.to_string_lossy())) {
        return Err(refuse(
            text!(
                "Logotypen ”{name}” är dold, eller ligger i en dold mapp. Sådant hör inte till webbplatsen.",
                "The logo “{name}” is hidden, or in a hidden folder. Such things are no part of the site."
            ),
            text!(
                "Lägg filen bredvid site.toml, med ett namn som inte börjar med punkt.",
                "Put the file beside site.toml, under a name that does not begin with a full stop."
            ),
        ));
    }
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    let Some(extension) = extension.filter(|extension| PICTURES.contains(&&**extension)) else {
        let known = PICTURES.join(", ");
        return Err(refuse(
            text!(
                "Logotypen ”{name}” är ingen bild som webbläsare visar.",
                "The logo “{name}” is no picture that browsers show."
            ),
            text!(
                "Använd något av formaten {known}; helst svg.",
                "Use one of the formats {known}; best svg."
            ),
        ));
    };
    if has_symlink(site, path) {
        return Err(refuse(
            text!(
                "Logotypen ”{name}” är en länk till en annan plats på datorn, och sådana följs inte.",
                "The logo “{name}” is a link to another place on the computer, and those are not followed."
            ),
            text!(
                "Lägg själva filen i webbplatsens mapp.",
                "Put the file itself in the site's folder."
            ),
        ));
    }
    let bytes = plain_file::read(&site.join(path)).map_err(|error| {
        let (sv, en) = match error.kind() {
            io::ErrorKind::NotFound => (
                "finns inte i webbplatsens mapp".to_owned(),
                "is not in the site's folder".to_owned(),
            ),
            _ => {
                let Text { sv, en } = os_error::in_words(&error);
                (format!("går inte att läsa: {sv}"), format!("cannot be read: {en}"))
            }
        };
        refuse(
            text!("Logotypen ”{name}” {sv}.", "The logo “{name}” {en}."),
            text!(
                "Kontrollera namnet, eller ta bort raden.",
                "Check the name, or remove the line."
            ),
        )
    })?;
    if extension == "svg" && !svg::is_still(&bytes) {
        return Err(refuse(
            text!(
                "Logotypen ”{name}” innehåller kod som kan köras (script), rörelser eller adresser på andra webbplatser, eller så går den inte att läsa. Den publiceras därför inte.",
                "The logo “{name}” holds code that can run (script), motion or addresses on other sites, or it cannot be read. It is therefore not published."
            ),
            text!(
                "Spara bilden som ”vanlig SVG” i ritprogrammet, be den som gjort den om en, eller spara den som PNG.",
                "Save it as “plain SVG” in the drawing program, ask its maker for one, or save it as PNG."
            ),
        ));
    }
    // Only what was read is judged: the file may have been replaced since.
    let nature = Nature::of_bytes(ContentPath::new(name), &bytes);
    let is_picture = match nature.sort {
        Sort::Drawing { .. } => true,
        Sort::Known(media_type) => media_type.starts_with("image/"),
        Sort::Empty | Sort::Pointer | Sort::Source | Sort::WebPage | Sort::Other => false,
    };
    if !is_picture || nature.cut {
        return Err(refuse(
            text!(
                "Logotypen ”{name}” heter som en bild, men innehållet är ingen bild.",
                "The logo “{name}” is named like an image, but its content is none."
            ),
            fetch_again(),
        ));
    }
    let position = nature.position.then(|| {
        Problem::at(
            Code::PhotoPosition,
            settings,
            written.span.clone(),
            text!(
                "Logotypen ”{name}” talar om var bilden är tagen: kameran har sparat koordinaterna i filen. Det kan vara en personuppgift.",
                "The logo “{name}” says where the image was taken: the camera has saved the position in the file. That may be personal data."
            ),
            text!(
                "Ta bort koordinaterna ur filen, eller spara bilden som PNG.",
                "Remove the position from the file, or save the image as PNG."
            ),
        )
    });
    let problems = position.into_iter().chain(of_theme_file(name, &bytes)).collect();
    let address = Address::made(format!("assets/logo.{extension}"));
    Ok(Logo { address, bytes, problems })
}

/// Whether any component of the path is a symbolic link.
fn has_symlink(site: &Path, path: &Path) -> bool {
    let mut way = site.to_path_buf();
    path.components().any(|part| {
        way.push(part);
        fs::symlink_metadata(&way).is_ok_and(|metadata| metadata.is_symlink())
    })
}
