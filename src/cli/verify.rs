//! `verify`: compares a built site, or a copy of one, with its own `SHA256SUMS`.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::arguments::{Format, Global};
use super::outcome::CommandOutcome;
use super::tell::{self, unprinted};
use crate::diagnostic::{Text, visible};
use crate::failure::Failure;
use crate::publish::{self, Lost, Verified};
use crate::text;

/// Compares every file with its checksum. Files without a checksum are listed but are not an error,
/// since web servers and memory sticks add files of their own.
pub fn run(global: &Global, folder: &Path) -> Result<CommandOutcome, Failure> {
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
    let mut stderr = io::stderr().lock();
    let differing = [
        (text!("saknas", "missing"), &verified.missing),
        (text!("ändrad", "changed"), &verified.changed),
        (text!("går inte att läsa", "cannot be read"), &verified.unreadable),
    ];
    let mut list = |what: &Text, names: &[String]| {
        for name in names {
            // If stderr is closed, that is no reason to fail: the exit status is still returned.
            let _ = writeln!(stderr, "{}: {}", what.in_language(language), visible(name));
        }
    };
    for (what, names) in &differing {
        list(what, names);
    }
    if !global.quiet {
        list(&text!("utan kontrollsumma", "without a checksum"), &verified.extra);
    }
    drop(stderr);
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
        };
        let _ = writeln!(io::stderr(), "{}", told.in_language(language));
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
        let _ = writeln!(io::stderr(), "{}", told.in_language(language));
    }
}
