//! The command line, with one short file per command. Only here are arguments and environment
//! variables read, and the date that pages depend on determined.

mod already_open;
mod answers;
mod arguments;
mod build;
mod check;
mod compared;
mod completions;
mod day;
mod destination;
mod edit;
mod import;
mod init;
mod interrupt;
mod limits;
mod listen;
mod misuse;
mod r#move;
mod new;
mod outcome;
mod progress;
mod publish;
mod schema;
mod seal;
mod serve;
mod session;
mod settings;
mod status;
mod tell;
mod verify;
mod watch;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use arguments::{Arguments, Command};
use outcome::CommandOutcome;

/// Runs a command line and returns the exit status: 0 if all is well, 1 if the site's own files
/// have errors, 2 if the command could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut arguments = unswallowed(arguments, cfg!(windows));
    // As by a double click: whoever says nothing at all wants to edit. A script that does so does not.
    let by_person = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let double_click = arguments.len() == 1 && by_person;
    if double_click {
        arguments.push("edit".into());
    }
    let matches = match arguments::command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return misuse::tell(&error),
    };
    let mut arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return misuse::tell(&error.format(&mut Arguments::command())),
    };
    if !matches!(arguments.command, Command::Init(_)) {
        arguments.global.site = site_around(&arguments.global.site);
    }
    let prints_only =
        matches!(arguments.command, Command::Schema | Command::Completions { .. } | Command::Man);
    if !prints_only && let Err(failure) = limits::check() {
        tell::failure(&arguments.global, &failure);
        return ExitCode::from(2);
    }
    let outcome = match &arguments.command {
        Command::Build(options) => build::run(&arguments.global, options),
        Command::Check(options) => check::run(&arguments.global, options),
        Command::Edit(options) => edit::run(&arguments.global, options),
        Command::Serve(options) => serve::run(&arguments.global, options),
        Command::Watch(options) => watch::run(&arguments.global, options),
        Command::Status => status::run(&arguments.global),
        Command::New(options) => new::run(&arguments.global, options),
        Command::Import(options) => import::run(&arguments.global, options),
        Command::Init(options) => init::run(&arguments.global, options),
        Command::Move(options) => r#move::run(&arguments.global, options),
        Command::Verify { folder } => verify::run(&arguments.global, folder),
        Command::Publish(options) => publish::run(&arguments.global, options),
        Command::Seal(options) => seal::run(&arguments.global, options),
        Command::Schema => schema::run(&arguments.global),
        Command::Completions { shell } => completions::shell(*shell),
        Command::Man => completions::man(),
    };
    match outcome {
        Ok(CommandOutcome::Done) => ExitCode::SUCCESS,
        Ok(CommandOutcome::Errors) => ExitCode::from(1),
        Err(failure) => {
            tell::failure(&arguments.global, &failure);
            if double_click && cfg!(windows) {
                wait_to_be_read(&arguments.global);
            }
            ExitCode::from(2)
        }
    }
}

/// Windows closes the window of a program that was started by a double click as soon as it ends.
fn wait_to_be_read(global: &arguments::Global) {
    let told = crate::text!("Tryck på Enter för att stänga.", "Press Enter to close.");
    tell::notice(tell::language(global), &told);
    let _ = std::io::stdin().read_line(&mut String::new());
}

/// The arguments as they were meant. On Windows `\"` is a quotation mark within an argument, so
/// `--site "C:\loften\" build` is to programs one argument, `C:\loften" build`. No name can have a
/// quotation mark there; what follows one after a path was meant as arguments of their own.
fn unswallowed(arguments: impl IntoIterator<Item = OsString>, on_windows: bool) -> Vec<OsString> {
    let swallowed = |argument: &OsString| -> Option<Vec<OsString>> {
        let (path, rest) = argument.to_str()?.split_once('"').filter(|_| on_windows)?;
        if !path.contains(['\\', ':']) || !(rest.is_empty() || rest.starts_with(' ')) {
            return None;
        }
        Some([path].into_iter().chain(rest.split_whitespace()).map(OsString::from).collect())
    };
    arguments
        .into_iter()
        .flat_map(|argument| swallowed(&argument).unwrap_or_else(|| vec![argument]))
        .collect()
}

/// The site's folder: the one that was given or, if that is the current folder and no site, the
/// nearest above it that is one.
fn site_around(given: &Path) -> PathBuf {
    let is_site = |folder: &Path| folder.join("site.toml").is_file();
    if given != Path::new(".") || given.join("site.toml").symlink_metadata().is_ok() {
        return given.to_owned();
    }
    let here = std::env::current_dir().unwrap_or_default();
    match here.ancestors().skip(1).position(is_site) {
        Some(above) => std::iter::repeat_n("..", above + 1).collect(),
        None => given.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_backslash_before_a_quotation_mark_swallowed_is_given_back() {
        let read = |arguments: &[&str], on_windows| {
            let arguments = arguments.iter().map(OsString::from);
            let read = unswallowed(arguments, on_windows).into_iter();
            read.map(|argument| argument.into_string().unwrap()).collect::<Vec<String>>()
        };
        let swallowed = ["loftesarkiv", "--site", "C:\\mina löften\" build --quiet"];
        let meant = ["loftesarkiv", "--site", "C:\\mina löften", "build", "--quiet"];
        assert_eq!(read(&swallowed, true), meant);
        assert_eq!(read(&["verify", "E:\""], true), ["verify", "E:"]);
        assert_eq!(read(&swallowed, false), swallowed);
        let title = ["new", "page", "Om \"löftet\" 2018"];
        assert_eq!(read(&title, true), title);
    }
}
