//! What commands say: diagnostics on stderr (or as JSON on stdout), one closing line, and why a
//! command could not run.

use std::io::{self, IsTerminal, Write};

use super::arguments::{Format, Global};
use crate::content::{self, RawFile};
use crate::diagnostic::{Report, Text, json, text, visible_lines};
use crate::failure::Failure;
use crate::language::Language;

/// Tells a report in the form asked for.
pub fn report(global: &Global, report: &Report, language: Language) -> Result<(), Failure> {
    match global.format {
        Format::Text => {
            let colour = colour();
            let told = text::told(report, language, colour);
            // A closed stderr is no reason to fail: the exit status still tells.
            let _ = io::stderr().lock().write_all(told.as_bytes());
            Ok(())
        }
        Format::Json => {
            let mut told = json::told(report).map_err(|error| cannot_print(&error.into()))?;
            told.push('\n');
            io::stdout().lock().write_all(told.as_bytes()).map_err(|error| cannot_print(&error))
        }
    }
}

/// Colour only on a terminal, and never where `NO_COLOR` asks for none.
fn colour() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The last line of a run that looked and wrote nothing.
pub fn conclusion(global: &Global, report: &Report, language: Language, documents: usize) {
    if global.format == Format::Text && !(global.quiet && report.diagnostics.is_empty()) {
        let _ = writeln!(io::stderr(), "{}", text::summary(report, language, documents));
    }
}

/// A line for somebody who reads along; silent with `--quiet` and for programs.
pub fn line(global: &Global, language: Language, line: &Text) {
    if global.format == Format::Text && !global.quiet {
        let _ = writeln!(io::stderr(), "{}", visible_lines(line.in_language(language)));
    }
}

/// A line that must be read, also with `--quiet` and by whoever has a program read the rest.
pub fn notice(language: Language, line: &Text) {
    let _ = writeln!(io::stderr(), "{}", visible_lines(line.in_language(language)));
}

/// The language to speak when nothing has been read yet: the one asked for, else that of the
/// site's settings as far as there are any.
pub fn language(global: &Global) -> Language {
    let of_site = || {
        let bytes = std::fs::read(global.site.join("site.toml")).ok()?;
        let (settings, _) = content::parse_settings(&RawFile::new("site.toml", bytes));
        settings.map(|settings| settings.language)
    };
    global.language.map(Language::from).or_else(of_site).unwrap_or_default()
}

/// Why the command could not run.
pub fn failure(global: &Global, failure: &Failure) {
    let language = language(global);
    let word = match language {
        Language::Swedish => ("fel", "hjälp"),
        Language::English => ("error", "help"),
    };
    let mut stderr = io::stderr().lock();
    let _ =
        writeln!(stderr, "{}: {}", word.0, visible_lines(failure.message.in_language(language)));
    let help = visible_lines(failure.help.in_language(language));
    if !help.is_empty() {
        let _ = writeln!(stderr, "  {}: {help}", word.1);
    }
}

/// Why nothing could be printed.
pub fn cannot_print(error: &io::Error) -> Failure {
    Failure {
        message: crate::text!("Det gick inte att skriva ut: {error}.", "Could not print: {error}."),
        help: crate::text!("Kontrollera dit utskriften leds.", "Check where the output is sent."),
    }
}
