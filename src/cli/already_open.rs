//! One desk for each site: a lock in the site's folder, the computer's name beside it, and the
//! address in a file that only the user can read. A second start finds both, and opens the first.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::canonical_path::canonical;
use crate::diagnostic::{Text, os_error};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::publish;
use crate::publish::disk::{Disk as _, HeldLock, RealDisk};
use crate::shown_path::shown_path;
use crate::text;

/// A desk's claim on a site, for as long as this value lives.
#[derive(Debug)]
pub struct SiteClaim {
    _lock: Option<HeldLock>,
    address: Option<PathBuf>,
}

/// What a start finds.
pub enum Found {
    /// Nobody has the site open.
    Free(SiteClaim),
    /// The desk at this address has.
    Open(String),
}

/// Claims a site, unless a desk has it open already.
pub fn claim(site: &Path) -> Result<Found, Failure> {
    let whole = canonical(site).unwrap_or_else(|_| site.to_owned());
    let address = runtime_folder().map(|folder| {
        let name = Digest::of(whole.as_os_str().as_encoded_bytes()).to_string();
        folder.join("loftesarkiv").join(name.get(..32).unwrap_or("desk"))
    });
    match lock(site) {
        Ok(Some(lock)) => Ok(Found::Free(SiteClaim { _lock: Some(lock), address })),
        // A site on a read-only disk can be looked at by several.
        Err(error) => match error.kind() {
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                Ok(Found::Free(SiteClaim { _lock: None, address: None }))
            }
            _ => Err(not_locked(&site.join(publish::FOLDER), &error)),
        },
        Ok(None) => {
            let known = address.and_then(|file| fs::read_to_string(file).ok());
            match known.filter(|address| answers(address)) {
                Some(address) => Ok(Found::Open(address)),
                None => Err(taken(&holder(site))),
            }
        }
    }
}

impl SiteClaim {
    /// Notes the address for the next start, where only the user can read it. That the note cannot be
    /// written is no reason to fail: the lock still says that the site is open.
    pub fn note(&self, address: &str) {
        let Some(file) = &self.address else { return };
        let Some(folder) = file.parent() else { return };
        let _ = fs::create_dir_all(folder);
        let _ = fs::remove_file(file);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        if let Ok(mut file) = options.open(file) {
            let _ = file.write_all(address.as_bytes());
        }
    }
}

impl Drop for SiteClaim {
    fn drop(&mut self) {
        if let Some(file) = &self.address {
            let _ = fs::remove_file(file);
        }
    }
}

/// The folder for what runs, which only the user can read.
fn runtime_folder() -> Option<PathBuf> {
    let name = match std::env::consts::OS {
        "windows" => "LOCALAPPDATA",
        "macos" => "TMPDIR",
        _ => "XDG_RUNTIME_DIR",
    };
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn lock_file(site: &Path) -> PathBuf {
    site.join(publish::FOLDER).join("redaktion")
}

fn computer_file(site: &Path) -> PathBuf {
    site.join(publish::FOLDER).join("redaktion.dator")
}

/// The lock; `None` if another has it.
fn lock(site: &Path) -> io::Result<Option<HeldLock>> {
    publish::make_folder(&site.join(publish::FOLDER))?;
    let Some(file) = RealDisk.lock(&lock_file(site))? else { return Ok(None) };
    // Beside it: what is locked on Windows, nobody else can read.
    fs::write(computer_file(site), computer())?;
    Ok(Some(file))
}

fn computer() -> String {
    let name = ["COMPUTERNAME", "HOSTNAME"].iter().find_map(|name| std::env::var(name).ok());
    let of_system = || fs::read_to_string("/etc/hostname").ok();
    name.or_else(of_system).map(|name| name.trim().to_owned()).unwrap_or_default()
}

fn holder(site: &Path) -> String {
    let name = fs::read_to_string(computer_file(site)).unwrap_or_default();
    if name.is_empty() { "?".to_owned() } else { name }
}

/// Whether something answers at an address.
fn answers(address: &str) -> bool {
    let host = address.strip_prefix("http://").and_then(|rest| rest.split('/').next());
    let host = host.and_then(|host| host.parse().ok());
    host.is_some_and(|host| TcpStream::connect_timeout(&host, Duration::from_secs(2)).is_ok())
}

fn not_locked(folder: &Path, error: &io::Error) -> Failure {
    let (folder, Text { sv, en }) = (shown_path(folder), os_error::in_words(error));
    Failure {
        message: text!(
            "Redaktionen kan inte öppna webbplatsen, för ”{folder}” kunde inte skrivas: {sv}.",
            "The desk cannot open the site, because “{folder}” could not be written: {en}."
        ),
        help: text!(
            "Se till att du får skriva där och att det finns plats, och försök igen.",
            "See to it that you may write there and that there is room, and try again."
        ),
    }
}

fn taken(by: &str) -> Failure {
    Failure {
        message: text!(
            "Webbplatsen är redan öppen i redaktionen ({by}).",
            "The site is already open in the desk ({by})."
        ),
        help: text!("Stäng den först, eller arbeta där.", "Close it first, or work there."),
    }
}
