//! `import`: a draft from a file, with the file beside it as its original.

use super::arguments::{Global, ImportOptions};
use super::outcome::CommandOutcome;
use super::{session, tell};
use crate::author::{self, ImportFile, ImportRequest};
use crate::diagnostic::{Text, visible};
use crate::failure::Failure;
use crate::text;

/// Makes the draft, and says where it is, what was guessed and what is missing.
pub fn run(global: &Global, options: &ImportOptions) -> Result<CommandOutcome, Failure> {
    let kind = options.kind.as_deref().or(options.kind_after.as_deref());
    let kind = kind.map(author::kind).transpose()?;
    session::finish_move(global)?;
    let session = session::open(global, false)?;
    let bytes = author::read_import(&options.file)?;
    let name = options.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let places = options.place.as_deref().or(options.place_after.as_deref()).unwrap_or_default();
    let places: Vec<&str> = places.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    let asked = ImportRequest {
        kind,
        places: &places,
        year: options.year.or(options.year_after),
        explained: true,
    };
    let made = author::import(&session, &ImportFile::read(&name, &bytes)?, asked)?;
    let language = session.language();
    let line = |told: Text| tell::line(global, language, &told);
    let shown = visible(&made.draft.shown);
    line(text!("{shown} är skapad.", "{shown} has been made."));
    if kind.is_none() {
        let (sv, en) = (made.kind.facts().name.sv, made.kind.facts().name.en);
        line(text!(
            "Typen {sv} är gissad ur texten; annan typ anges med --kind.",
            "The kind {en} is guessed from the text; another is given with --kind."
        ));
    }
    if !made.guessed_joint.is_empty() {
        let names = made.guessed_joint.join(", ");
        line(text!(
            "Att dokumentet är gemensamt är gissat ur texten, som räknar upp {names}; annat anges med --place.",
            "That the document is a joint one is guessed from the text, which counts up {names}; otherwise give --place."
        ));
    }
    if let Some(place) = &made.guessed_place {
        line(text!(
            "Texten säger inte vilken kommun den gäller; {place} är gissad, eftersom arkivet bara har den. En annan anges med --place.",
            "The text does not say which municipality it is about; {place} is guessed, because the archive has no other. Another is given with --place."
        ));
    }
    if let Some(why) = made.without_text {
        let Text { sv, en } = why.message();
        let help = why.help();
        line(text!("Utan text: {sv}", "Without text: {en}"));
        line(help);
    }
    match made.images {
        0 => {}
        1 => line(text!("En bild följde inte med.", "One image did not come along.")),
        n => line(text!("{n} bilder följde inte med.", "{n} images did not come along.")),
    }
    if made.recognised {
        line(text!(
            "Texten är avläst ur en bild (OCR). Läs den mot originalet.",
            "The text was recognised in a picture (OCR). Compare it with the original."
        ));
    }
    line(text!(
        "Nästa steg: jämför texten med källan, fyll i uppgifterna och kör ”loftesarkiv check”. Förslagen i filen är gissningar.",
        "Next: compare the text with the source, fill in the facts and run “loftesarkiv check”. The suggestions in the file are guesses."
    ));
    Ok(CommandOutcome::Done)
}
