//! What is known of a new place or page from its name alone, and the folder that it belongs in.

use super::existing::{ExistingContent, KnownPlace, path};
use super::new_file::{NewFile, quoted};
use crate::content;
use crate::failure::Failure;
use crate::language::capitalised;
use crate::model::address::safe_segment;
use crate::model::{ContentPath, ContentPathBuf, Kind, register};
use crate::slug::segment;
use crate::text;

/// A municipality, with code and title from the register.
pub fn municipality(called: &str, existing: &ExistingContent) -> Result<NewFile, Failure> {
    let registered = registered(called)?;
    let (code, title) = (registered.code, registered.display_name());
    if let Some(there) = existing.by_code(code) {
        return Err(place_there(there));
    }
    let segment = safe(registered.name)?;
    let alone = register::municipalities()
        .iter()
        .all(|other| other.code == code || segment != segment_of(other.name));
    let id = if alone { segment } else { format!("{segment}-{code}") };
    if let Some(there) = existing.by_id(Kind::Municipality, &id) {
        return Err(place_there(there));
    }
    let known = vec![("title", quoted(&title)), ("code", quoted(code))];
    Ok(NewFile { path: index(&existing.home(Kind::Municipality), &id), known })
}

/// The municipality of the register that a name means.
pub(super) fn registered(called: &str) -> Result<&'static register::Registered, Failure> {
    let name = last(called);
    let by_code = || name.rsplit_once('-').and_then(|(_, code)| register::by_code(code));
    content::registered(name).or_else(by_code).ok_or_else(|| unregistered(name))
}

/// A police area; "Eskilstuna" and "Lokalpolisområde Eskilstuna" mean the same.
pub fn police_area(called: &str, existing: &ExistingContent) -> Result<NewFile, Failure> {
    let written = below(called, &existing.home(Kind::PoliceArea)).trim();
    let name = match written.split_once(' ') {
        Some((word, name))
            if matches!(word.to_lowercase().as_str(), "lokalpolisområde" | "lpo") =>
        {
            name
        }
        _ => written,
    };
    let id = safe(name)?;
    if let Some(there) = existing.by_id(Kind::PoliceArea, &id) {
        return Err(place_there(there));
    }
    let title = format!("Lokalpolisområde {}", capitalised(name.trim()));
    let known = vec![("title", quoted(&title))];
    Ok(NewFile { path: index(&existing.home(Kind::PoliceArea), &id), known })
}

/// A district, given as `eskilstuna/Skiftinge`; the municipality may be left out if the archive has
/// only one.
pub fn district(called: &str, existing: &ExistingContent) -> Result<NewFile, Failure> {
    // A slash may also be part of the name, as in "eskilstuna/Centrum/Norr".
    let mut parts = path(called).rmatch_indices('/').map(|(at, _)| path(called).split_at(at));
    let found = parts.clone().find_map(|(municipality, name)| {
        Some((existing.find_municipality(municipality)?, name.trim_start_matches('/')))
    });
    let (municipality, name) = match parts.next_back() {
        Some((first, _)) => match found {
            Some(found) => found,
            None => return Err(no_municipality(first, path(called), existing)),
        },
        None => match existing.only_municipality() {
            Some(place) => (place, path(called)),
            None => return Err(without_municipality(called)),
        },
    };
    let mut id = safe(name)?;
    if let Some(there) = existing.by_id(Kind::District, &id) {
        if there.folder.starts_with(&format!("{}/", municipality.folder)) {
            return Err(place_there(there));
        }
        // The id is taken by another municipality's district; ids are unique within their kind.
        id = format!("{}-{id}", municipality.id);
        if let Some(there) = existing.by_id(Kind::District, &id) {
            return Err(place_there(there));
        }
    }
    let known = vec![
        ("title", quoted(&capitalised(name.trim()))),
        ("municipality", quoted(&municipality.id)),
    ];
    Ok(NewFile { path: index(&municipality.folder, &id), known })
}

/// A page, in the content root unless its name says otherwise.
pub fn page(called: &str) -> Result<NewFile, Failure> {
    let written = path(called);
    let written = written.strip_suffix(".md").unwrap_or(written);
    let names: Vec<String> = written.split('/').map(safe).collect::<Result<_, _>>()?;
    let title = capitalised(last(written));
    let known = if segment(&title).as_deref() == Some("index") {
        Vec::new()
    } else {
        vec![("title", quoted(&title))]
    };
    Ok(NewFile { path: ContentPathBuf::new(format!("{}.md", names.join("/"))), known })
}

/// The folder of the place with this name, or another folder that exists.
pub fn folder(called: &str, existing: &ExistingContent) -> Result<String, Failure> {
    let place = existing.find(called).map(|place| place.folder.as_str());
    match place.or_else(|| existing.folder(called)) {
        // The folder of a municipality that has no file of its own yet.
        Some(folder) if place.is_none() && !existing.is_in_place(folder) => {
            match content::registered(last(called)) {
                Some(registered) => Err(no_place_yet(folder, registered.name)),
                None => Ok(folder.to_owned()),
            }
        }
        Some(folder) => Ok(folder.to_owned()),
        None => Err(unknown(called, existing)),
    }
}

fn no_place_yet(folder: &str, name: &str) -> Failure {
    let folder = ContentPath::new(folder);
    Failure {
        message: text!(
            "Mappen {folder} har ingen index.md, så ett dokument i den skulle inte höra till någon kommun.",
            "The folder {folder} has no index.md, so a document in it would belong to no municipality."
        ),
        help: text!(
            "Skapa kommunen först: loftesarkiv new municipality \"{name}\"",
            "Make the municipality first: loftesarkiv new municipality \"{name}\""
        ),
    }
}

fn index(home: &str, id: &str) -> ContentPathBuf {
    ContentPath::new(home).join(id).as_path().join("index.md")
}

/// A name without the folder that its kind belongs in. A slash may also be part of the name, as in
/// "Uppsala/Knivsta".
fn below<'w>(written: &'w str, home: &str) -> &'w str {
    let written = path(written);
    written.strip_prefix(home).and_then(|rest| rest.strip_prefix('/')).unwrap_or(written)
}

/// The last segment of a name written as a path, such as `kommuner/eskilstuna`.
fn last(written: &str) -> &str {
    ContentPath::new(path(written)).name()
}

fn segment_of(name: &str) -> String {
    segment(name).unwrap_or_default()
}

fn safe(name: &str) -> Result<String, Failure> {
    safe_segment(name).map_err(|_| Failure {
        message: text!(
            "”{name}” kan inte bli en adress: den behöver bokstäver eller siffror, och får inte vara ett namn som Windows använder själv.",
            "“{name}” cannot become an address: it needs letters or digits, and must not be a name that Windows uses itself."
        ),
        help: text!("Skriv ett annat namn.", "Write another name."),
    })
}

/// The failure if the file already exists.
pub fn there(path: &str) -> Failure {
    Failure {
        message: text!(
            "{path} finns redan, eller en annan fil med samma adress, och skrivs inte över.",
            "{path} is there already, or another file of the same address, and is not overwritten."
        ),
        help: text!(
            "Öppna den som finns, eller välj ett annat namn.",
            "Open the one that is there, or choose another name."
        ),
    }
}

fn place_there(place: &KnownPlace) -> Failure {
    let path = ContentPath::new(&place.folder).join("index.md");
    Failure {
        message: text!(
            "Kommunen eller området finns redan: {path}.",
            "The municipality or area is there already: {path}."
        ),
        help: text!(
            "Öppna filen och ändra i den. Den skrivs inte över.",
            "Open the file and change it. It is not overwritten."
        ),
    }
}

pub(super) fn unknown(called: &str, existing: &ExistingContent) -> Failure {
    if let Some(folder) = existing.empty_folder(called) {
        return empty_folder(&folder);
    }
    let ids = existing.ids();
    let wanted = segment(last(called)).unwrap_or_default();
    let help = match (content::meant(&wanted, &ids), content::registered(last(called))) {
        (Some(id), _) => text!("Menade du {id}?", "Did you mean {id}?"),
        (None, Some(register::Registered { name, .. })) => text!(
            "Skapa kommunen först: loftesarkiv new municipality \"{name}\"",
            "Make the municipality first: loftesarkiv new municipality \"{name}\""
        ),
        (None, None) if ids.is_empty() => text!(
            "Arkivet har inga kommuner eller områden än. Skapa en kommun: loftesarkiv new municipality \"Namn\"",
            "The archive has no municipalities or areas yet. Make a municipality: loftesarkiv new municipality \"Name\""
        ),
        (None, None) => {
            let list = ids.join(", ");
            text!(
                "Ange kommunens eller områdets mapp. Här finns: {list}.",
                "Give the folder of the municipality or area. There are: {list}."
            )
        }
    };
    Failure {
        message: text!(
            "Det finns ingen kommun, inget område och ingen mapp ”{called}” i arkivet.",
            "There is no municipality, area or folder “{called}” in the archive."
        ),
        help,
    }
}

/// That a folder is there, but is that of no place.
fn empty_folder(folder: &str) -> Failure {
    let folder = ContentPath::new(folder);
    Failure {
        message: text!(
            "Mappen {folder} finns, men har ingen index.md som säger vad den är.",
            "There is a folder {folder}, but it has no index.md that says what it is."
        ),
        help: match content::registered(folder.name()) {
            Some(register::Registered { name, .. }) => text!(
                "Skapa kommunen först: loftesarkiv new municipality \"{name}\"",
                "Make the municipality first: loftesarkiv new municipality \"{name}\""
            ),
            None => text!(
                "Skapa kommunen eller området först, till exempel: loftesarkiv new police-area \"Namn\". Filen index.md hamnar i dess mapp.",
                "Make the municipality or area first, such as: loftesarkiv new police-area \"Name\". The file index.md is put in its folder."
            ),
        },
    }
}

/// That what stands before the slash in a district's name is no municipality.
fn no_municipality(first: &str, called: &str, existing: &ExistingContent) -> Failure {
    match existing.only_municipality() {
        Some(only) => {
            let folder = ContentPath::new(&only.folder).name();
            Failure {
                message: text!(
                    "Det finns ingen kommun ”{first}” i arkivet.",
                    "There is no municipality “{first}” in the archive."
                ),
                help: text!(
                    "Hör snedstrecket till områdets namn: skriv kommunens mapp framför: loftesarkiv new district \"{folder}/{called}\"",
                    "If the slash is part of the district's name: write the municipality's folder before it: loftesarkiv new district \"{folder}/{called}\""
                ),
            }
        }
        None => unknown(first, existing),
    }
}

fn unregistered(name: &str) -> Failure {
    let names: Vec<&str> = register::municipalities().iter().map(|entry| entry.name).collect();
    let help = match content::meant(name, &names) {
        Some(meant) => text!("Menade du {meant}?", "Did you mean {meant}?"),
        None => text!(
            "Skriv namnet som i SCB:s lista, till exempel \"Håbo\", eller koden, till exempel 0305.",
            "Write the name as in Statistics Sweden's list, such as \"Håbo\", or the code, such as 0305."
        ),
    };
    Failure {
        message: text!(
            "Ingen kommun i registret heter ”{name}”.",
            "No municipality of the register is called “{name}”."
        ),
        help,
    }
}

fn without_municipality(called: &str) -> Failure {
    Failure {
        message: text!(
            "Vilken kommun hör ”{called}” till?",
            "Which municipality does “{called}” belong to?"
        ),
        help: text!(
            "Skriv kommunens mapp framför, till exempel: loftesarkiv new district eskilstuna/Skiftinge",
            "Write the municipality's folder before it, such as: loftesarkiv new district eskilstuna/Skiftinge"
        ),
    }
}
