//! What commands print: diagnostics on stderr (or as JSON on stdout), one closing line, and why a
//! command could not run.

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};

use super::arguments::{Format, Global};
use super::settings::settings;
use crate::diagnostic::{Extent, Report, Text, json, text, visible_lines};
use crate::failure::Failure;
use crate::language::Language;

/// Prints a report in the requested format, with nothing summed up if `all` is set; with `--quiet`
/// only its errors. As JSON it is always complete.
pub fn report(
    global: &Global,
    report: &Report,
    language: Language,
    all: bool,
) -> Result<(), Failure> {
    match global.format {
        Format::Text => {
            let extent = match (global.quiet, all) {
                (true, _) => Extent::Errors,
                (false, true) => Extent::Whole,
                (false, false) => Extent::SummedUp,
            };
            let mut stderr = BufWriter::new(io::stderr().lock());
            // If stderr is closed, that is no reason to fail: the exit status is still returned.
            let _ = text::write(report, language, extent, colour(), &mut stderr)
                .and_then(|()| stderr.flush());
            Ok(())
        }
        Format::Json => {
            let mut stdout = BufWriter::new(io::stdout().lock());
            json::write(report, &mut stdout)
                .and_then(|()| stdout.write_all(b"\n"))
                .and_then(|()| stdout.flush())
                .or_else(|error| unprinted(&error))
        }
    }
}

/// Colour is only used on a terminal, and never if `NO_COLOR` is set.
fn colour() -> bool {
    let no_color = std::env::var_os("NO_COLOR");
    is_coloured(
        io::stderr().is_terminal(),
        no_color.as_deref(),
        anstyle_query::windows::enable_ansi_colors,
    )
}

/// Windows' own console shows the codes of colours themselves until they have been switched on, and the
/// oldest cannot; other terminals have nothing to switch. One that shows no colours stays as it is.
fn is_coloured(
    is_terminal: bool,
    no_color: Option<&OsStr>,
    switch_on: impl FnOnce() -> Option<bool>,
) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty) && switch_on() != Some(false)
}

/// Prints the last line of a run that wrote nothing. With `--quiet` it is only printed if there are
/// errors, and counts only those.
pub fn conclusion(global: &Global, report: &Report, language: Language, documents: usize) {
    if global.format != Format::Text || (global.quiet && report.errors() == 0) {
        return;
    }
    let summary = match global.quiet {
        true => text::summary(&report.only_errors(), language, documents),
        false => text::summary(report, language, documents),
    };
    let _ = writeln!(io::stderr(), "{summary}");
}

/// Prints a line for a person who reads along; silent with `--quiet` and with JSON.
pub fn line(global: &Global, language: Language, line: &Text) {
    if global.format == Format::Text && !global.quiet {
        let _ = writeln!(io::stderr(), "{}", visible_lines(line.in_language(language)));
    }
}

/// Prints a line that must be read, even with `--quiet` and even if a program reads the rest.
pub fn notice(language: Language, line: &Text) {
    let _ = writeln!(io::stderr(), "{}", visible_lines(line.in_language(language)));
}

/// The language to use before anything has been read: the requested one, otherwise that of the
/// site's settings if they can be read.
pub fn language(global: &Global) -> Language {
    let of_site = || settings(&global.site).ok().flatten().map(|it| it.language);
    global.language.map(Language::from).or_else(of_site).unwrap_or_default()
}

/// Prints why the command could not run.
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

/// What it means that something could not be printed. A reader that has seen enough and gone, such as
/// `head`, is no failure.
pub fn unprinted(error: &io::Error) -> Result<(), Failure> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(cannot_print(error)),
    }
}

/// The failure to print anything.
pub fn cannot_print(error: &io::Error) -> Failure {
    Failure {
        message: crate::text!("Det gick inte att skriva ut: {error}.", "Could not print: {error}."),
        help: crate::text!("Kontrollera dit utskriften leds.", "Check where the output is sent."),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Whether colours are written, and whether they were switched on before.
    fn coloured(terminal: bool, no_color: Option<&str>, answer: Option<bool>) -> (bool, bool) {
        let switched = Cell::new(false);
        let written = is_coloured(terminal, no_color.map(OsStr::new), || {
            switched.set(true);
            answer
        });
        (written, switched.get())
    }

    #[test]
    fn colours_are_switched_on_before_they_are_written() {
        assert_eq!(coloured(true, None, Some(true)), (true, true), "Windows' console");
        assert_eq!(coloured(true, None, None), (true, true), "another terminal");
        assert_eq!(coloured(true, None, Some(false)), (false, true), "an old console");
        assert_eq!(coloured(true, Some(""), Some(true)), (true, true), "NO_COLOR= says nothing");
    }

    #[test]
    fn where_no_colours_are_wanted_none_are_switched_on() {
        for answer in [Some(true), None, Some(false)] {
            assert_eq!(coloured(false, None, answer), (false, false), "a file or a pipe");
            assert_eq!(coloured(true, Some("1"), answer), (false, false), "NO_COLOR");
            assert_eq!(coloured(false, Some("1"), answer), (false, false), "both");
        }
    }
}
