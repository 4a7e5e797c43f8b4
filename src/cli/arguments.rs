//! What may be written on the command line. Help is in Swedish first, English after.

use std::ffi::OsStr;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::language::Language;
use crate::model::{Kind, PartialDate};

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
    /// Jämför en byggd webbplats med dess SHA256SUMS (compare a built site with its checksums)
    Verify {
        /// Den byggda webbplatsens mapp (the built site's folder)
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

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Varningar räknas som fel, utom i utkast (warnings are errors)
    #[arg(long)]
    pub strict: bool,
    /// Skriv ut alla varningar och påpekanden, en och en (tell everything, nothing summed up)
    #[arg(long)]
    pub all: bool,
}

/// Options of `init`.
#[derive(Debug, Args)]
pub struct InitOptions {
    /// Mappen; skapas om den inte finns (the folder)
    #[arg(value_name = "MAPP")]
    pub folder: PathBuf,
    /// Lägg till filer som bygger och publicerar på GitHub Pages och GitLab Pages (files for Pages)
    #[arg(long)]
    pub pages: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// Vad filen är (what the file is)
    #[arg(value_name = "TYP", value_parser = KindNames)]
    pub kind: String,
    /// Kommunens eller områdets mapp, till exempel eskilstuna, flera med komma, eller det nyas namn (folder or new name)
    #[arg(value_name = "MAPP")]
    pub place: String,
    /// Året, som blir mappens namn; annars dagens år (the year)
    #[arg(value_name = "ÅR", value_parser = parse_year)]
    pub year: Option<i16>,
    /// Utgå från ett tidigare dokument av samma typ (start from an earlier document)
    #[arg(long, value_name = "FIL")]
    pub from: Option<PathBuf>,
    /// Följ upp ett dokument, med alla dess åtaganden (follow up a document)
    #[arg(long, value_name = "FIL")]
    pub of: Option<PathBuf>,
}

/// Options of `import`.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// Filen: docx, odt, pdf, html eller txt (the file)
    #[arg(value_name = "FIL")]
    pub file: PathBuf,
    /// Vad den är; annars vad texten säger (what it is)
    #[arg(long, value_name = "TYP", value_parser = KindNames)]
    pub kind: Option<String>,
    /// Kommunens eller områdets mapp, flera med komma; annars vad texten säger (folder)
    #[arg(long, value_name = "MAPP")]
    pub place: Option<String>,
    /// Året, som blir mappens namn; annars vad texten säger (the year)
    #[arg(long, value_name = "ÅR", value_parser = parse_year)]
    pub year: Option<i16>,
}

/// Options of `move`.
#[derive(Debug, Args)]
pub struct MoveOptions {
    /// Filen eller mappen som den är (as it is)
    #[arg(value_name = "GAMMAL", display_order = 1)]
    pub old: PathBuf,
    /// Dit den ska, eller det nya namnet (where to)
    #[arg(value_name = "NY", display_order = 2)]
    pub new: PathBuf,
    /// Berätta vad som skulle ändras, och ändra inget (only tell)
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `seal`.
#[derive(Debug, Args)]
pub struct SealOptions {
    /// Året, eller åren: 2020, 2015-2025 (the year or years)
    #[arg(value_name = "ÅR", value_parser = super::seal::parse_years)]
    pub years: std::ops::RangeInclusive<i16>,
    /// Bara det som har lagts till eller rättats sedan paketet gjordes (only what is new)
    #[arg(long)]
    pub supplement: bool,
    /// Dit paketet skrivs; annars packages i webbplatsens mapp (where to write)
    #[arg(long, value_name = "MAPP")]
    pub output: Option<PathBuf>,
}

/// The kinds, listed in help and completions; a word that is none of them is told of later, with
/// the one that was meant.
#[derive(Debug, Clone, Copy)]
struct KindNames;

impl TypedValueParser for KindNames {
    type Value = String;

    fn parse_ref(
        &self,
        _: &clap::Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        Ok(value.to_string_lossy().into_owned())
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue>>> {
        let kinds = Kind::ALL.iter();
        Some(Box::new(
            kinds.map(|kind| PossibleValue::new(kind.as_str()).help(kind.facts().name.sv)),
        ))
    }
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildOptions {
    #[command(flatten)]
    pub output: OutputOption,
    /// Varningar räknas som fel, utom i utkast (warnings are errors)
    #[arg(long)]
    pub strict: bool,
    /// Skriv ut alla varningar och påpekanden, en och en (tell everything, nothing summed up)
    #[arg(long)]
    pub all: bool,
    /// Gör en granskningskopia där utkasten är med, märkt på varje sida; kräver --output (with drafts)
    #[arg(long)]
    pub drafts: bool,
}

/// Options of `publish`.
#[derive(Debug, Args)]
pub struct PublishOptions {
    #[command(flatten)]
    pub output: OutputOption,
    /// Målets namn i site.toml, `[publish.NAMN]`; annars `[publish]` (the target's name)
    #[arg(long, value_name = "NAMN")]
    pub target: Option<String>,
    /// Visa vad som skulle skickas och tas bort, och ändra inget (only tell)
    #[arg(long)]
    pub dry_run: bool,
    /// Ta bort även om det är mer än en femtedel av det publicerade (delete even a great deal)
    #[arg(long)]
    pub yes: bool,
    /// Läs tillbaka alla filer efteråt och jämför (read every file back)
    #[arg(long)]
    pub verify: bool,
    /// Skriv listor för andra program i en mapp, till exempel för rclone och WinSCP, och skicka inget (lists for other programs)
    #[arg(long, value_name = "MAPP", conflicts_with_all = ["dry_run", "verify"])]
    pub plan: Option<PathBuf>,
    /// Med --plan: det publicerades SHA256SUMS, hämtad därifrån; en tom fil om inget är publicerat (the host's list)
    #[arg(long, value_name = "FIL", requires = "plan")]
    pub against: Option<PathBuf>,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Porten; annars 4484 eller nästa lediga (the port)
    #[arg(long, value_name = "NUMMER")]
    pub port: Option<u16>,
    /// Öppna webbläsaren (open the browser)
    #[arg(long)]
    pub open: bool,
    /// Svara på en annan av datorns adresser än 127.0.0.1, så att andra når sidorna (another address)
    #[arg(long, value_name = "ADRESS", default_value = "127.0.0.1", hide_default_value = true)]
    pub host: IpAddr,
    #[command(flatten)]
    pub poll: PollOption,
}

/// Options of `edit`.
#[derive(Debug, Args)]
pub struct EditOptions {
    /// Porten; annars nästa lediga från 4494 (the port)
    #[arg(long, value_name = "NUMMER")]
    pub port: Option<u16>,
    /// Öppna inte webbläsaren (do not open the browser)
    #[arg(long)]
    pub no_open: bool,
    #[command(flatten)]
    pub poll: PollOption,
}

/// Options of `watch`.
#[derive(Debug, Args)]
pub struct WatchOptions {
    #[command(flatten)]
    pub output: OutputOption,
    #[command(flatten)]
    pub poll: PollOption,
}

/// How changes are found.
#[derive(Debug, Args)]
pub struct PollOption {
    /// Leta efter ändringar hela tiden, för nätverksdiskar som inte säger till (look for changes)
    #[arg(long)]
    pub poll: bool,
}

/// Where a build goes.
#[derive(Debug, Args)]
pub struct OutputOption {
    /// Bygg på prov i en annan mapp än webbplatsens egen; inga adresser antecknas (a trial elsewhere)
    #[arg(long, value_name = "MAPP")]
    pub output: Option<PathBuf>,
}

fn parse_year(text: &str) -> Result<i16, String> {
    match PartialDate::parse(text) {
        Ok(PartialDate::Year(year)) => Ok(year),
        _ => {
            Err("skriv året med fyra siffror, till exempel 2021 (a year of four digits)".to_owned())
        }
    }
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
