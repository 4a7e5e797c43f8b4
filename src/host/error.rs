//! Why a site was not published, or not wholly.

use std::io;
use std::path::{Path, PathBuf};

use super::sftp_address::SftpAddress;
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
    /// The server could not be reached at all.
    Unreachable { host: String, said: String },
    /// The server is not one that this computer knows, or no longer the same; and the command with
    /// which somebody logs in there by hand.
    Unknown { host: String, said: String, by_hand: String },
    /// The server did not let us in.
    NotLetIn { host: String, said: String },
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
    /// Why there was no connection to a server, by what `sftp` printed, which is in English whatever the
    /// language of the system.
    pub(super) fn no_connection(address: &SftpAddress, said: String) -> HostError {
        let host = address.host.clone();
        const UNREACHED: [&str; 9] = [
            "Connection refused",
            "Connection timed out",
            "Operation timed out",
            "Could not resolve hostname",
            "No route to host",
            "Network is unreachable",
            "Connection reset",
            "kex_exchange_identification",
            "banner exchange",
        ];
        const UNKNOWN: [&str; 2] =
            ["Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED"];
        let says = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
        match (says(&UNKNOWN), says(&UNREACHED)) {
            (true, _) => {
                let port = address.port.map(|port| format!("-P {port} ")).unwrap_or_default();
                let by_hand = format!("sftp {port}{host}");
                HostError::Unknown { host, said, by_hand }
            }
            (false, true) => HostError::Unreachable { host, said },
            (false, false) => HostError::NotLetIn { host, said },
        }
    }

    /// Whether nothing is known of the host, since there was no way in.
    pub fn is_out_of_reach(&self) -> bool {
        matches!(
            self,
            HostError::NoSftp { .. }
                | HostError::Unreachable { .. }
                | HostError::Unknown { .. }
                | HostError::NotLetIn { .. }
        )
    }

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
            HostError::Unreachable { host, said } => text!(
                "Det gick inte att nå servern för {host}. sftp säger: {said}",
                "The server for {host} could not be reached. sftp says: {said}"
            ),
            HostError::Unknown { host, said, .. } => text!(
                "Den här datorn känner inte igen servern för {host}, så ingen inloggning prövades. sftp säger: {said}",
                "This computer does not know the server for {host}, so no login was tried. sftp says: {said}"
            ),
            HostError::NotLetIn { host, said } => text!(
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
