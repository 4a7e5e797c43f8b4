//! A command line that cannot be understood. The error is given in Swedish with the English beside
//! it, since the site's language is not known yet.

use std::error::Error as _;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::language::capitalised;

/// Prints what is wrong with the command line; help and version are not errors.
pub fn tell(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return ExitCode::from(2);
        }
        _ => {}
    }
    let about = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = about(ContextKind::InvalidArg);
    let value = about(ContextKind::InvalidValue);
    let (sv, en) = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => (
            format!("”{argument}” är ett ord för mycket."),
            format!("“{argument}” is one word too many."),
        ),
        ErrorKind::UnknownArgument => (
            format!("Det finns inget ”{argument}” här."),
            format!("There is no “{argument}” here."),
        ),
        ErrorKind::InvalidSubcommand => {
            let name = about(ContextKind::InvalidSubcommand);
            (
                format!("Det finns inget kommando ”{name}”."),
                format!("There is no command “{name}”."),
            )
        }
        ErrorKind::MissingSubcommand => {
            ("Vilket kommando?".to_owned(), "Which command?".to_owned())
        }
        ErrorKind::MissingRequiredArgument => {
            (format!("Det saknas: {argument}."), format!("Missing: {argument}."))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            (format!("{argument} behöver ett värde."), format!("{argument} needs a value."))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (
            format!("”{value}” går inte att använda för {argument}."),
            format!("“{value}” cannot be used for {argument}."),
        ),
        ErrorKind::ArgumentConflict => (
            format!("{argument} kan bara anges en gång."),
            format!("{argument} can only be given once."),
        ),
        _ => (error.to_string(), String::new()),
    };
    say(format_args!("fel: {sv}"));
    if !en.is_empty() {
        say(format_args!("     ({en})"));
    }
    // What is wrong with a value, in the words of whoever reads it.
    if let Some(why) = error.source().filter(|_| error.kind() == ErrorKind::ValueValidation) {
        say(format_args!("  {}", capitalised(&why.to_string())));
    }
    let usage = about(ContextKind::Usage);
    if let Some((_, usage)) = usage.split_once(": ").filter(|_| is_of_words(error.kind())) {
        say(format_args!("  Skrivs (is written): {}", usage.trim()));
    }
    let valid = about(ContextKind::ValidValue);
    if !valid.is_empty() {
        say(format_args!("  Möjliga värden (possible values): {valid}"));
    }
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .map(about)
        .find(|text| !text.is_empty());
    if let Some(suggested) = suggested {
        say(format_args!("  Menade du (did you mean) {suggested}?"));
    }
    say(format_args!("  Se (see): loftesarkiv --help"));
    ExitCode::from(2)
}

/// Whether a command has too many or too few words, so that it helps to see how it is written.
fn is_of_words(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::UnknownArgument | ErrorKind::MissingRequiredArgument)
}

/// Prints a line; a terminal that is gone is no reason to fail.
fn say(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{line}");
}
