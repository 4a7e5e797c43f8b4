//! What may be written on the command line. Help is in Swedish first, English after.

mod options;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::language::Language;
use crate::model::PartialDate;
pub use options::*;

/// Arkiv över medborgarlöften: vad polis och kommun lovade, och vad det blev av det
/// (an archive of citizen pledges).
#[derive(Debug, Parser)]
#[command(name = "loftesarkiv", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: Global,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Sajtens mapp, där site.toml ligger (the site's folder)
    #[arg(long, value_name = "MAPP", default_value = ".", global = true)]
    pub site: PathBuf,

    /// Dagen som läget räknas för, till exempel 2026-11-22; annars dagens datum (the day to tell for)
    #[arg(long, value_name = "DATUM", global = true, value_parser = parse_day)]
    pub today: Option<jiff::civil::Date>,

    /// Meddelandenas språk; annars webbplatsens (language of the messages)
    #[arg(long, value_name = "SPRÅK", global = true)]
    pub language: Option<LanguageName>,

    /// Hur problem skrivs ut (form of the diagnostics)
    #[arg(long, value_name = "FORM", default_value = "text", global = true)]
    pub format: Format,

    /// Skriv bara ut fel (only errors)
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// svenska
    Sv,
    /// English
    En,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Language {
        match name {
            LanguageName::Sv => Language::Swedish,
            LanguageName::En => Language::English,
        }
    }
}

/// How diagnostics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// för ögat, på stderr (for the eye, on stderr)
    Text,
    /// ett JSON-objekt på stdout (one JSON object on stdout)
    Json,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Redigera i webbläsaren: skriv, förhandsvisa och publicera (edit in the browser)
    Edit(EditOptions),
    /// Bygg webbplatsen: content blir public (build the site)
    Build(BuildOptions),
    /// Kontrollera allt utan att skriva något (everything but the writing)
    Check(CheckOptions),
    /// Förhandsvisa medan du skriver; inget skrivs (preview while writing)
    Serve(ServeOptions),
    /// Bygg igen vid varje ändring (build again on every change)
    Watch(WatchOptions),
    /// Skapa en fil att fylla i; skriver aldrig över något (a file to fill in)
    New(NewOptions),
    /// Gör ett utkast av en fil: docx, odt, pdf, html eller txt (a draft from a file)
    Import(ImportOptions),
    /// Visa vad som behöver göras, det viktigaste först (what needs doing)
    Status,
    /// Skapa en ny webbplats i en tom mapp (a new site)
    Init(InitOptions),
    /// Flytta ett dokument eller en hel mapp utan att någon adress dör (move without losing an address)
    Move(MoveOptions),
    /// Jämför en byggd webbplats, eller ett årspaket, med dess kontrollsummor (compare with checksums)
    Verify {
        /// Den byggda webbplatsens mapp, eller ett årspakets zip-fil (the built site's folder, or a package)
        #[arg(value_name = "MAPP")]
        folder: PathBuf,
    },
    /// Publicera webbplatsen till en mapp eller över SFTP (publish to a folder or over SFTP)
    Publish(PublishOptions),
    /// Gör årspaketet till kommunarkivet, och protokollet över det (the year's package)
    Seal(SealOptions),
    /// Skriv ut nycklarna i filer och site.toml som JSON Schema (the keys as JSON Schema)
    Schema,
    /// Skriv ut kompletteringar för ett skal (shell completions)
    Completions {
        #[arg(value_name = "SKAL")]
        shell: clap_complete::Shell,
    },
    /// Skriv ut manualsidan (the man page)
    Man,
}

fn parse_day(text: &str) -> Result<jiff::civil::Date, String> {
    match PartialDate::parse(text) {
        Ok(PartialDate::Day(day)) => Ok(day),
        _ => Err("skriv en hel dag, till exempel 2026-11-22 (a whole day)".to_owned()),
    }
}

/// The definition with Swedish headings.
pub fn command() -> clap::Command {
    const TEMPLATE: &str = "{about-with-newline}\n\
        Användning (usage): {usage}\n\n{all-args}{after-help}";
    let swedish = |command: clap::Command| {
        command.help_template(TEMPLATE).disable_help_flag(true).arg(
            clap::Arg::new("help")
                .long("help")
                .short('h')
                .help("Visa hjälp (show help)")
                .help_heading("Val (options)")
                .action(clap::ArgAction::Help),
        )
    };
    let mut command = Arguments::command()
        .subcommand_help_heading("Kommandon (commands)")
        .subcommand_value_name("KOMMANDO")
        .mut_args(|arg| arg.help_heading("Val (options)"));
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |sub| {
            swedish(sub.mut_args(|arg| {
                let heading =
                    if arg.is_positional() { "Argument (arguments)" } else { "Val (options)" };
                arg.help_heading(heading)
            }))
        });
    }
    swedish(command).disable_version_flag(true).arg(
        clap::Arg::new("version")
            .long("version")
            .short('V')
            .help("Visa version (show version)")
            .help_heading("Val (options)")
            .action(clap::ArgAction::Version),
    )
}
