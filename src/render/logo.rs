//! The site's logo: an image in the site's folder, published as `assets/logo.<extension>`.

use std::fs;
use std::io;
use std::path::{Component, Path};
use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Source, Spanned, Text, os_error};
use crate::model::Address;
use crate::plain_file;
use crate::svg;
use crate::text;

const PICTURES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "gif"];

/// The logo's address and bytes.
pub fn read(
    site: &Path,
    settings: &Arc<Source>,
    written: &Spanned<String>,
) -> Result<(Address, Vec<u8>), Box<Problem>> {
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
    Ok((Address::made(format!("assets/logo.{extension}")), bytes))
}

/// Whether any component of the path is a symbolic link.
fn has_symlink(site: &Path, path: &Path) -> bool {
    let mut way = site.to_path_buf();
    path.components().any(|part| {
        way.push(part);
        fs::symlink_metadata(&way).is_ok_and(|metadata| metadata.is_symlink())
    })
}
