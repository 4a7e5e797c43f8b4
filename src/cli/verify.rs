//! `verify`: compares a built site, or a copy of one, with its own `SHA256SUMS`; or a yearly package
//! with what it says of itself and with its record.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use serde_json::json;

use super::arguments::{Format, Global};
use super::outcome::CommandOutcome;
use super::tell::{self, unprinted};
use crate::content;
use crate::diagnostic::{Text, os_error, visible};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::language::Language;
use crate::publish::{self, Lost, Verified};
use crate::seal::{self, VerifiedPackage};
use crate::seals::ReadSeals;
use crate::shown_path::shown_path;
use crate::text;

/// Compares every file with its checksum. Files without a checksum are listed but are not an error,
/// since web servers and memory sticks add files of their own.
pub fn run(global: &Global, folder: &Path) -> Result<CommandOutcome, Failure> {
    if seal::is_package(folder) {
        return package(global, folder);
    }
    let verified = publish::verify(folder)?;
    match global.format {
        Format::Json => as_json(&verified)?,
        Format::Text => as_text(global, &verified),
    }
    Ok(if verified.whole() { CommandOutcome::Done } else { CommandOutcome::Errors })
}

fn as_json(verified: &Verified) -> Result<(), Failure> {
    let Verified { files, lost, missing, changed, unreadable, extra } = verified;
    let told = json!({
        "files": files,
        "whole_list": lost.is_none(),
        "missing": missing,
        "changed": changed,
        "unreadable": unreadable,
        "extra": extra,
    });
    writeln!(io::stdout().lock(), "{told}").or_else(|error| unprinted(&error))
}

fn as_text(global: &Global, verified: &Verified) {
    let language = tell::language(global);
    let differing = [
        (text!("saknas", "missing"), &verified.missing),
        (text!("ändrad", "changed"), &verified.changed),
        (text!("går inte att läsa", "cannot be read"), &verified.unreadable),
    ];
    for (what, names) in &differing {
        list(language, what, names);
    }
    if !global.quiet {
        let what = text!("utan kontrollsumma", "without a checksum");
        list(language, &what, &verified.extra);
    }
    let files = verified.files;
    if let Some(lost) = verified.lost {
        let told = match lost {
            Lost::Files(count) => text!(
                "Listan i SHA256SUMS är inte hel: den ska ha {count} filer men har {files}. Hämta en ny kopia, eller bygg om webbplatsen.",
                "The list in SHA256SUMS is not whole: it should have {count} files but has {files}. Fetch a new copy, or build the site again."
            ),
            Lost::StartPage => text!(
                "Listan i SHA256SUMS är inte hel: startsidan, index.html, finns inte i den. Hämta en ny kopia, eller bygg om webbplatsen.",
                "The list in SHA256SUMS is not whole: the start page, index.html, is not in it. Fetch a new copy, or build the site again."
            ),
            Lost::Count => text!(
                "Listan i SHA256SUMS är inte hel: raden ”# files: …” överst saknas, och utan den går det inte att se om filer har fallit bort. Hämta en ny kopia, eller bygg om webbplatsen.",
                "The list in SHA256SUMS is not whole: the line “# files: …” at its top is missing, and without it nobody can see whether files have been left out. Fetch a new copy, or build the site again."
            ),
        };
        tell::notice(language, &told);
    }
    let wrong: usize = differing.iter().map(|(_, names)| names.len()).sum();
    if verified.whole() {
        let told = text!(
            "Alla {files} filer är som när webbplatsen byggdes.",
            "All {files} files are as they were when the site was built."
        );
        tell::line(global, language, &told);
    } else if wrong > 0 {
        let told = text!(
            "{wrong} av {files} filer skiljer sig. Hämta en ny kopia, eller bygg om webbplatsen.",
            "{wrong} of {files} files differ. Fetch a new copy, or build the site again."
        );
        tell::notice(language, &told);
    }
}

/// Names of files, each on a line with what is the matter with it.
fn list(language: Language, what: &Text, names: &[String]) {
    let mut stderr = io::stderr().lock();
    for name in names {
        // If stderr is closed, that is no reason to fail: the exit status is still returned.
        let _ = writeln!(stderr, "{}: {}", what.in_language(language), visible(name));
    }
}

/// Compares a yearly package with what it says of itself and, if the site has its record, with that.
fn package(global: &Global, path: &Path) -> Result<CommandOutcome, Failure> {
    let language = tell::language(global);
    let verified = seal::verify(path).map_err(|error| {
        let is_zip = path.is_file();
        let Text { sv, en } = match error.kind() {
            // What a reader of ZIP files says of one is in its own words, and in English.
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::Unsupported
                if is_zip =>
            {
                text!(
                    "det är ingen hel zip-fil, utan avklippt, skadad eller något annat",
                    "it is no whole ZIP file, but cut off, damaged or something else"
                )
            }
            _ => os_error::in_words(&error),
        };
        let path = shown_path(path);
        Failure {
            message: text!("{path} går inte att läsa: {sv}.", "{path} cannot be read: {en}."),
            help: text!("Hämta en ny kopia.", "Fetch a new copy."),
        }
    })?;
    // Without a site, the package alone is checked.
    let loaded = content::load(&global.site, &[], None).unwrap_or_default();
    let seals = ReadSeals::of(&loaded).seals;
    let record = seals.seals.iter().find(|seal| seal.package == verified.name);
    let differs = record.is_some_and(|seal| {
        verified.mets != Some(seal.mets) || verified.zip.is_some_and(|zip| zip != seal.zip)
    });
    let beside = checksum_beside(path);
    let differs_beside = beside.is_some_and(|digest| verified.zip != Some(digest));
    let VerifiedPackage { files, missing, changed, extra, .. } = &verified;
    let is_right = verified.whole() && !differs && !differs_beside;
    match global.format {
        Format::Json => {
            let told = json!({
                "files": files,
                "missing": missing,
                "changed": changed,
                "extra": extra,
                "record": record.map(|seal| &seal.name),
                "as_recorded": record.map(|_| !differs),
                "as_beside": beside.map(|_| !differs_beside),
            });
            writeln!(io::stdout().lock(), "{told}").or_else(|error| unprinted(&error))?;
        }
        Format::Text => {
            list(language, &text!("saknas", "missing"), missing);
            list(language, &text!("ändrad", "changed"), changed);
            list(language, &text!("hör inte dit", "does not belong"), extra);
            if differs {
                let name = record.map_or("", |seal| &seal.name);
                let told = text!(
                    "Paketet är inte det som seals/{name}.toml visar: kontrollsumman är en annan.",
                    "The package is not the one that seals/{name}.toml shows: its checksum is another."
                );
                tell::notice(language, &told);
            }
            if differs_beside {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let name = visible(&name);
                let told = text!(
                    "Paketet är inte det som {name}.sha256 bredvid det visar: kontrollsumman är en annan.",
                    "The package is not the one that {name}.sha256 beside it shows: its checksum is another."
                );
                tell::notice(language, &told);
            }
            let told = match (verified.whole(), record) {
                (true, _) if !is_right => text!(
                    "Paketet är helt, men det är ett annat än det som lämnades: alla {files} filer stämmer med vad det säger om sig självt. Hämta det rätta.",
                    "The package is whole, but it is another than the one that was given away: all {files} files agree with what it says of itself. Fetch the right one."
                ),
                (true, Some(seal)) => {
                    let name = &seal.name;
                    text!(
                        "Alla {files} filer är som när årspaketet gjordes, och som seals/{name}.toml visar.",
                        "All {files} files are as they were when the yearly package was made, and as seals/{name}.toml shows."
                    )
                }
                (true, None) => text!(
                    "Alla {files} filer är som när årspaketet gjordes. Här finns inget protokoll att jämföra med.",
                    "All {files} files are as they were when the yearly package was made. There is no record here to compare with."
                ),
                (false, _) => text!(
                    "Paketet är inte helt. Hämta en ny kopia av det.",
                    "The package is not whole. Fetch a new copy of it."
                ),
            };
            tell::line(global, language, &told);
        }
    }
    Ok(if is_right { CommandOutcome::Done } else { CommandOutcome::Errors })
}

/// The checksum that `seal` put beside a package, `….zip.sha256`, if it lies there and can be read.
fn checksum_beside(zip: &Path) -> Option<Digest> {
    let mut beside = zip.as_os_str().to_owned();
    beside.push(".sha256");
    let text = std::fs::read_to_string(Path::new(&beside)).ok().filter(|_| zip.is_file())?;
    Digest::parse(text.split_whitespace().next()?)
}
