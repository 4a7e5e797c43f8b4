//! The problems that a theme's files can have.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use super::theme_files::BUILT_IN;
use crate::diagnostic::{Code, Problem, Source, Text, os_error};
use crate::model::settings::Settings;
use crate::nearest::{did_you_mean, nearest, slips};
use crate::text;

pub fn theme_missing(settings: &Settings, others: &[String]) -> Problem {
    let name = &settings.theme.value;
    let near = nearest(name, others.iter().map(String::as_str).chain([BUILT_IN]), slips(name));
    let help = match near {
        Some(near) => did_you_mean(near),
        None => text!(
            "Skapa mappen, eller skriv theme = \"{BUILT_IN}\" för det inbyggda temat.",
            "Make the folder, or write theme = \"{BUILT_IN}\" for the built-in theme."
        ),
    };
    let span = settings.theme.span.clone();
    let message = text!(
        "Temat ”{name}” finns inte: det finns ingen mapp themes/{name}.",
        "There is no theme “{name}”: there is no folder themes/{name}."
    );
    Problem::at(Code::ThemeMissing, &settings.source, span, message, help)
}

pub fn unknown_file(shown: &str, within: &str, known: &BTreeSet<String>) -> Problem {
    let name = within.rsplit('/').next().unwrap_or(within);
    // The right name in the wrong folder is a better guess than a similar name in the right folder.
    let same = known.iter().find(|path| path.rsplit('/').next() == Some(name)).map(String::as_str);
    let help = match same
        .or_else(|| nearest(within, known.iter().map(String::as_str), slips(within)))
    {
        Some(near) => did_you_mean(near),
        None => text!(
            "Filer som mallarna ska använda läggs i assets/. Vilka filer som kan ersättas står i docs/teman.md.",
            "Files for the templates to use go in assets/. Which files can be replaced is in docs/teman.md."
        ),
    };
    in_file(
        Code::ThemeFileUnknown,
        shown,
        text!(
            "Temat har ingen fil ”{within}” att ersätta, så den här skulle aldrig användas.",
            "The theme has no file “{within}” to replace, so this one would never be used."
        ),
        help,
    )
}

pub fn unknown_folder(shown: &str, name: &str) -> Problem {
    let help = match nearest(name, ["templates", "strings", "assets"], slips(name)) {
        Some(near) => did_you_mean(near),
        None => text!(
            "Lägg filer som mallarna ska använda i assets/.",
            "Put files for the templates to use in assets/."
        ),
    };
    in_file(
        Code::ThemeFileUnknown,
        shown,
        text!(
            "Ett tema har mapparna templates, strings och assets; ”{name}” skulle aldrig användas.",
            "A theme has the folders templates, strings and assets; “{name}” would never be used."
        ),
        help,
    )
}

pub fn asset_name(shown: &str) -> Problem {
    in_file(
        Code::InvalidAddress,
        shown,
        text!(
            "Filens namn går inte att använda i en webbadress på alla datorer.",
            "The file's name cannot be used in a web address on every computer."
        ),
        text!(
            "Byt till ett namn med bara a–z, 0–9, bindestreck och punkt.",
            "Rename it, with only a–z, 0–9, hyphens and full stops."
        ),
    )
}

/// A file that was meant to be written, or whose writing was cut off.
pub fn empty(source: &Arc<Source>) -> Problem {
    let (code, help) = match source.path.ends_with(".toml") {
        true => (
            Code::ThemeString,
            text!(
                "Skriv texterna, eller ta bort filen för att använda de inbyggda.",
                "Write the texts, or remove the file to use the built-in ones."
            ),
        ),
        false => (
            Code::ThemeTemplate,
            text!(
                "Skriv mallen, eller ta bort filen för att använda den inbyggda. Ska den inte visa något, skriv en kommentar i den: {{# visar inget #}}",
                "Write the template, or remove the file to use the built-in one. If it is to show nothing, write a comment in it: {{# shows nothing #}}"
            ),
        ),
    };
    let message = text!("Filen är tom.", "The file is empty.");
    Problem::in_file(code, source, message, help)
}

pub fn symlink(shown: &str) -> Problem {
    in_file(
        Code::Symlink,
        shown,
        text!(
            "Det här är en länk till en annan plats på datorn, och sådana följs inte.",
            "This is a link to another place on the computer, and those are not followed."
        ),
        text!("Lägg själva filerna här i stället.", "Put the files themselves here instead."),
    )
}

pub fn unreadable(shown: &str, error: &io::Error) -> Problem {
    let Text { sv, en } = os_error::in_words(error);
    in_file(
        Code::Unreadable,
        shown,
        text!("Det går inte att läsa här: {sv}.", "This cannot be read: {en}."),
        text!("Kontrollera att du har rätt att läsa filen.", "Check that you may read the file."),
    )
}

fn in_file(code: Code, shown: &str, message: Text, help: Text) -> Problem {
    Problem::in_file(code, &Source::path_only(shown), message, help)
}
