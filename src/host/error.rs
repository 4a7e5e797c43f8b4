//! Why a site was not published, or not wholly.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Text, os_error};
use crate::failure::Failure;
use crate::shown_path::shown_path;
use crate::text;

/// Why a site was not published, or not wholly. What had been sent by then is whole, and the next
/// run goes on from there.
#[derive(Debug)]
pub enum HostError {
    /// `site.toml` names no target.
    NoTarget,
    /// `site.toml` has no target of this name, but these.
    UnknownTarget { name: Option<String>, names: Vec<String> },
    /// A target that is neither a folder nor an address with `sftp://`.
    BadAddress { to: String },
    /// The built site has no whole list of its files.
    NoList { path: PathBuf },
    /// The folder is the site's own, or one is within the other.
    Overlaps { folder: PathBuf },
    /// The folder holds files, but not a site that was published there.
    NotOurs { place: String, names: Vec<String> },
    /// The host's `SHA256SUMS` is not a whole list.
    BadList { place: String },
    /// The folder does not exist, and neither does the one that it would be in.
    NoFolder { place: String },
    /// At addresses of the site there is something that is not the site's.
    Occupied { place: String, addresses: Vec<String> },
    /// The site that is published there is another one: its title, and this site's.
    OtherSite { place: String, theirs: String, own: String },
    /// More than a fifth of what is published would be deleted.
    DeletesMuch { gone: usize, listed: usize },
    /// A built file is not what the list of the built site says.
    SiteChanged { address: String },
    /// A file is not the same on the host after it was sent.
    Differs { place: String, addresses: Vec<String> },
    /// A file operation failed.
    Io { path: PathBuf, error: io::Error },
    /// There is no program `sftp`.
    NoSftp { error: io::Error },
    /// The server could not be reached, or did not let us in.
    NoConnection { host: String, said: String },
    /// The server refused something.
    Refused { host: String, said: String },
    /// The user asked the program to stop.
    Interrupted,
}

impl PartialEq for HostError {
    fn eq(&self, other: &HostError) -> bool {
        self.message() == other.message()
    }
}

impl HostError {
    pub(super) fn io(path: &Path, error: io::Error) -> HostError {
        HostError::Io { path: path.to_owned(), error }
    }

    /// What happened.
    pub fn message(&self) -> Text {
        match self {
            HostError::NoTarget => text!(
                "site.toml säger inte vart webbplatsen ska publiceras.",
                "site.toml does not say where the site is to be published."
            ),
            HostError::UnknownTarget { name: Some(name), .. } => text!(
                "site.toml har inget publiceringsmål som heter ”{name}”.",
                "site.toml has no publishing target called “{name}”."
            ),
            HostError::UnknownTarget { name: None, .. } => text!(
                "site.toml har flera publiceringsmål, och alla har namn. Det går inte att veta vilket som menas.",
                "site.toml has several publishing targets, all with names. Which of them is meant cannot be known."
            ),
            HostError::BadAddress { to } => text!(
                "”{to}” är varken en mapp eller en adress av formen sftp://konto@server/mapp.",
                "“{to}” is neither a folder nor an address of the form sftp://account@server/folder."
            ),
            HostError::NoList { path } => {
                let path = shown_path(path);
                text!(
                    "Den byggda webbplatsen har ingen hel lista över sina filer ({path}).",
                    "The built site has no whole list of its files ({path})."
                )
            }
            HostError::Overlaps { folder } => {
                let folder = shown_path(folder);
                text!(
                    "Det går inte att publicera till {folder}: mappen är webbplatsens egen, ligger i den eller rymmer den.",
                    "{folder} cannot be published to: it is the site's own folder, lies within it or holds it."
                )
            }
            HostError::NotOurs { place, names } => {
                let names = several(names);
                text!(
                    "{place} är inte tom, och där finns ingen webbplats som det här programmet har publicerat. Där finns {names}.",
                    "{place} is not empty, and holds no site that this program has published. It holds {names}."
                )
            }
            HostError::BadList { place } => text!(
                "Listan SHA256SUMS i {place} är inte hel, så det går inte att veta vad som hör till webbplatsen där.",
                "The list SHA256SUMS in {place} is not whole, so what belongs to the site there cannot be known."
            ),
            HostError::NoFolder { place } => text!(
                "Mappen {place} finns inte, och inte heller mappen ovanför den.",
                "The folder {place} does not exist, and neither does the one above it."
            ),
            HostError::Occupied { place, addresses } => {
                let names = several(addresses);
                text!(
                    "I {place} finns något som inte hör till webbplatsen där dess filer ska ligga: {names}. Inget har ersatts.",
                    "In {place} there is something that does not belong to the site where its files are to be: {names}. Nothing has been replaced."
                )
            }
            HostError::OtherSite { place, theirs, own } => text!(
                "I {place} ligger redan en annan webbplats, ”{theirs}”. Den här heter ”{own}”. Inget har skickats.",
                "{place} already holds another site, “{theirs}”. This one is called “{own}”. Nothing has been sent."
            ),
            HostError::DeletesMuch { gone, listed } => text!(
                "{gone} av {listed} publicerade filer skulle tas bort, mer än en femtedel. Inget har skickats.",
                "{gone} of {listed} published files would be deleted, more than a fifth. Nothing has been sent."
            ),
            HostError::SiteChanged { address } => text!(
                "Filen {address} har ändrats sedan webbplatsen byggdes, så den har inte skickats.",
                "The file {address} has changed since the site was built, so it has not been sent."
            ),
            HostError::Differs { place, addresses } => {
                let names = several(addresses);
                text!(
                    "I {place} är filerna inte som de skickades: {names}.",
                    "In {place} files are not as they were sent: {names}."
                )
            }
            HostError::Io { path, error } => {
                let path = shown_path(path);
                let Text { sv, en } = os_error::in_words(error);
                text!(
                    "”{path}” kunde inte läsas eller skrivas: {sv}.",
                    "“{path}” could not be read or written: {en}."
                )
            }
            HostError::NoSftp { error } if error.kind() == io::ErrorKind::NotFound => text!(
                "Programmet sftp finns inte på datorn.",
                "There is no program sftp on this computer."
            ),
            HostError::NoSftp { error } => {
                let Text { sv, en } = os_error::in_words(error);
                text!(
                    "Programmet sftp gick inte att starta: {sv}.",
                    "The program sftp could not be started: {en}."
                )
            }
            HostError::NoConnection { host, said } => text!(
                "Det gick inte att logga in på {host}. Servern eller sftp säger: {said}",
                "Logging in on {host} failed. The server or sftp says: {said}"
            ),
            HostError::Refused { host, said } => text!(
                "{host} tog inte emot allt. Servern säger: {said}",
                "{host} did not accept everything. The server says: {said}"
            ),
            HostError::Interrupted => text!(
                "Avbrutet. Det som hann skickas är helt.",
                "Interrupted. What had been sent is whole."
            ),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Text {
        let again = || {
            text!(
                "Kör publish igen, så fortsätter den där den slutade.",
                "Run publish again, and it goes on where it ended."
            )
        };
        match self {
            HostError::NoTarget => text!(
                "Skriv i site.toml: [publish] och på nästa rad to = \"//server/mapp\" eller to = \"sftp://konto@server/mapp\".",
                "Write in site.toml: [publish] and on the next line to = \"//server/folder\" or to = \"sftp://account@server/folder\"."
            ),
            HostError::UnknownTarget { names, .. } => {
                let names = names.join(", ");
                text!("Välj med --target: {names}", "Choose with --target: {names}")
            }
            HostError::BadAddress { .. } => text!(
                "Skriv en mapp, som \"//server/mapp\", eller \"sftp://konto@server/mapp\" utan lösenord. Till andra sorters värdar: publish --plan MAPP skriver listor för andra program.",
                "Write a folder, such as \"//server/folder\", or \"sftp://account@server/folder\" without a password. For other kinds of hosts, publish --plan FOLDER writes lists for other programs."
            ),
            HostError::NoList { .. } | HostError::SiteChanged { .. } => text!(
                "Bygg webbplatsen igen och publicera sedan.",
                "Build the site again, then publish."
            ),
            HostError::Overlaps { .. } => {
                text!("Välj en mapp utanför webbplatsens.", "Choose a folder outside the site's.")
            }
            HostError::NotOurs { .. } => text!(
                "Kontrollera att mappen är rätt. Töm den, eller ange en tom mapp i den.",
                "Check that the folder is the right one. Empty it, or give an empty folder within it."
            ),
            HostError::BadList { .. } => text!(
                "Lägg tillbaka listan från en säkerhetskopia, eller töm mappen och publicera på nytt.",
                "Put the list back from a backup, or empty the folder and publish anew."
            ),
            HostError::NoFolder { .. } => text!(
                "Kontrollera sökvägen, och att enheten eller servern är ansluten.",
                "Check the path, and that the drive or server is connected."
            ),
            HostError::Occupied { .. } => text!(
                "Flytta det som ligger där, eller ge sidan en annan adress, och publicera igen.",
                "Move what lies there, or give the page another address, and publish again."
            ),
            HostError::OtherSite { .. } => text!(
                "Kontrollera vart den här webbplatsen ska publiceras, to under [publish] i site.toml. Är det samma webbplats som har bytt namn: kör igen med --yes.",
                "Check where this site is to be published, to under [publish] in site.toml. If it is the same site with a new name, run again with --yes."
            ),
            HostError::DeletesMuch { .. } => text!(
                "Se vad som skulle tas bort med --dry-run. Är det rätt: kör igen med --yes.",
                "See with --dry-run what would be deleted. If it is right, run again with --yes."
            ),
            HostError::Differs { .. } => text!(
                "Kör publish --verify igen: den läser alla filer och skickar de som skiljer sig på nytt. Är det likadant då ändrar någon annan i mappen, eller så är disken trasig.",
                "Run publish --verify again: it reads all files and sends those that differ anew. If it is the same then, somebody else changes files there, or the disk is failing."
            ),
            HostError::NoSftp { .. } => text!(
                "sftp hör till OpenSSH, som finns i Windows 10 och senare (valfri funktion ”OpenSSH-klient”), macOS och Linux.",
                "sftp is part of OpenSSH, which is in Windows 10 and later (the optional feature “OpenSSH Client”), macOS and Linux."
            ),
            HostError::NoConnection { .. } => text!(
                "Prova i ett kommandofönster att sftp loggar in utan att fråga: det behövs en nyckel, och servern ska vara känd sedan förut. Har värden bara lösenord: använd publish --plan med WinSCP.",
                "Try in a command window that sftp logs in without asking: it needs a key, and the server must be known from before. If the host has only passwords, use publish --plan with WinSCP."
            ),
            HostError::Refused { .. } => text!(
                "Kontrollera rättigheter och utrymme på servern, och kör publish igen. Den fortsätter där den slutade.",
                "Check permissions and space on the server, and run publish again. It goes on where it ended."
            ),
            HostError::Io { error, .. } => os_error::close_elsewhere(error).unwrap_or_else(again),
            HostError::Interrupted => again(),
        }
    }
}

/// The first of several names, and how many more there are.
pub fn several(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let mut shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        shown.push_str(&format!(" (+{})", names.len() - SHOWN));
    }
    shown
}

impl From<HostError> for Failure {
    fn from(error: HostError) -> Failure {
        Failure { message: error.message(), help: error.help() }
    }
}
