//! The options of each command. Help is in Swedish first, English after.

use std::ffi::OsStr;
use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, TypedValueParser};

use crate::cli::seal::parse_years;
use crate::model::{Kind, PartialDate};

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
    /// Året, som blir mappens namn, eller åren som det gäller; annars dagens år, eller det uppföljdas (the year, or the years)
    #[arg(value_name = "ÅR", value_parser = parse_years)]
    pub years: Option<RangeInclusive<i16>>,
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
    /// Detsamma som --kind (the same as --kind)
    #[arg(value_name = "TYP", value_parser = KindNames, conflicts_with = "kind")]
    pub kind_after: Option<String>,
    /// Detsamma som --place (the same as --place)
    #[arg(value_name = "MAPP", conflicts_with = "place")]
    pub place_after: Option<String>,
    /// Detsamma som --year (the same as --year)
    #[arg(value_name = "ÅR", value_parser = parse_year, conflicts_with = "year")]
    pub year_after: Option<i16>,
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
    #[arg(value_name = "ÅR", value_parser = parse_years)]
    pub years: RangeInclusive<i16>,
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
