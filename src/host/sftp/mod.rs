//! Publishing over SFTP, by the system's own `sftp`: keys, agent and known hosts are the user's.
//!
//! `sftp` is given a list of commands and stops at the first that fails, so the order of the list
//! is the order of safety. It runs three times: to see what is there, to send, and to see that it
//! came.

mod session;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::difference::{Difference, HostList, folders_of};
use super::error::HostError;
use super::sftp_address::SftpAddress;
use super::site_files::SiteFiles;
use super::{NEXT, SentFiles, UNFINISHED, Watching};
use crate::digest::Digest;
use crate::publish::{SHA256SUMS, folders_above};
pub use session::Sftp;
use session::{PROMPT, quoted};

/// A folder on a server.
pub struct SftpHost {
    sftp: Sftp,
    address: SftpAddress,
}

/// How a file takes the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Replacing {
    /// In one step, which most servers can.
    Renaming,
    /// The former is removed first, on servers that refuse to rename onto a file.
    Removing,
}

impl SftpHost {
    pub fn new(sftp: Sftp, address: SftpAddress) -> SftpHost {
        SftpHost { sftp, address }
    }

    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.address.host, self.address.folder)
    }

    /// A path on the server, quoted.
    fn there(&self, address: &str) -> String {
        quoted(&format!("{}/{address}", self.address.folder))
    }

    /// What has been published there. Nothing is made yet, not even the folder.
    pub fn look(&self) -> Result<HostList, HostError> {
        match self.names_in(&self.address.folder) {
            Ok(names) => HostList::seen(names, &self.place(), |name| self.fetch(name)),
            Err(HostError::Refused { said, .. }) if is_missing(&said) => self.not_there_yet(),
            Err(error) => Err(error),
        }
    }

    /// A folder that is missing is made when something is sent, if the one above it is there.
    fn not_there_yet(&self) -> Result<HostList, HostError> {
        let above = match self.address.folder.rsplit_once('/') {
            Some(("", _)) => "/",
            Some((above, _)) => above,
            None => ".",
        };
        match self.names_in(above) {
            Err(HostError::Refused { said, .. }) if is_missing(&said) => {
                Err(HostError::NoFolder { place: self.place() })
            }
            // One that is there may still not be one that the account may list.
            Ok(_) | Err(HostError::Refused { .. }) => Ok(HostList::default()),
            Err(error) => Err(error),
        }
    }

    fn names_in(&self, folder: &str) -> Result<BTreeSet<String>, HostError> {
        let listing =
            self.sftp.run(&self.address, &format!("ls -1a {}\n", quoted(folder)), None)?;
        let names = listing
            .iter()
            .filter(|line| !line.starts_with(PROMPT))
            .map(|line| line.trim_end().rsplit('/').next().unwrap_or(line))
            .filter(|name| !matches!(*name, "" | "." | ".."))
            .map(str::to_owned);
        Ok(names.collect())
    }

    /// Brings the folder up to date. A new file never takes the place of one that is there.
    pub fn send(
        &self,
        site: &SiteFiles,
        difference: &Difference,
        watching: Watching<'_>,
    ) -> Result<SentFiles, HostError> {
        self.sftp.stage("next", &difference.next())?;
        self.sftp.stage("list", &site.list)?;
        // What is sent is what was built.
        for address in difference.sent() {
            let path = site.path(address);
            let digest = hash(&path)?;
            if site.files.get(address) != Some(&digest) {
                return Err(HostError::SiteChanged { address: address.clone() });
            }
        }
        let of = difference.sent().count();
        let send = |difference: &Difference, replacing| {
            let commands = self.commands(site, difference, replacing);
            self.sftp.run(&self.address, &commands, Some((watching, of)))
        };
        match send(difference, Replacing::Renaming) {
            Ok(_) => {}
            Err(HostError::Refused { said, .. }) if said.contains("(rename -l ") => {
                let taken = |address: &&String| said.contains(&format!("/{address}\")"));
                let addresses = difference.new.iter().filter(taken).cloned().collect();
                return Err(HostError::Occupied { place: self.place(), addresses });
            }
            // A server that does not rename onto a file. All new files are in place by the time
            // that the first file is replaced, unless that was the list of their names.
            Err(HostError::Refused { said, .. }) if said.contains("(rename ") => {
                let mut rest = Difference { continues: true, ..difference.clone() };
                if !said.contains(NEXT) {
                    rest.begun.extend(difference.new.iter().cloned());
                }
                send(&rest, Replacing::Removing)?;
            }
            Err(error) => return Err(error),
        }
        self.check(site, difference)?;
        Ok(SentFiles {
            files: difference.sent().count(),
            bytes: site.sizes(difference.sent())?,
            deleted: difference.gone.len(),
        })
    }

    fn commands(&self, site: &SiteFiles, difference: &Difference, replacing: Replacing) -> String {
        let mut commands = String::new();
        let how = |is_new: bool| (!is_new).then_some(replacing);
        let scratch = |name: &str| quoted(&self.sftp.scratch.join(name).to_string_lossy());
        if difference.first {
            let _ = writeln!(commands, "-mkdir {}", quoted(&self.address.folder));
        }
        self.place_by(&mut commands, &scratch("next"), NEXT, how(!difference.continues));
        for folder in folders_of(difference.sent()) {
            let _ = writeln!(commands, "-mkdir {}", self.there(folder));
        }
        for address in &difference.new {
            let from = quoted(&site.path(address).to_string_lossy());
            let is_new = !difference.may_be_there(address);
            self.place_by(&mut commands, &from, address, how(is_new));
        }
        for address in &difference.changed {
            let from = quoted(&site.path(address).to_string_lossy());
            self.place_by(&mut commands, &from, address, how(false));
        }
        self.place_by(&mut commands, &scratch("list"), SHA256SUMS, how(false));
        for address in &difference.gone {
            let _ = writeln!(commands, "-rm {}", self.there(address));
            if difference.may_be_there(address) {
                let unfinished = format!("{address}{UNFINISHED}");
                let _ = writeln!(commands, "-rm {}", self.there(&unfinished));
            }
        }
        for folder in folders_of(difference.gone.iter()).into_iter().rev() {
            let _ = writeln!(commands, "-rmdir {}", self.there(folder));
        }
        let _ = writeln!(commands, "rm {}", self.there(NEXT));
        commands
    }

    /// Adds the commands that bring a file; without a way of replacing, it must be new.
    fn place_by(&self, commands: &mut String, from: &str, address: &str, how: Option<Replacing>) {
        let to = self.there(address);
        let unfinished = self.there(&format!("{address}{UNFINISHED}"));
        let _ = writeln!(commands, "put {from} {unfinished}");
        match how {
            // The older way of renaming, which fails if something is there.
            None => {
                let _ = writeln!(commands, "rename -l {unfinished} {to}");
                return;
            }
            Some(Replacing::Removing) => {
                let _ = writeln!(commands, "-rm {to}");
            }
            Some(Replacing::Renaming) => {}
        }
        let _ = writeln!(commands, "rename {unfinished} {to}");
    }

    /// Whether what was sent is there, with its sizes, and what was deleted is not; and whether the
    /// list is the one that was sent.
    fn check(&self, site: &SiteFiles, difference: &Difference) -> Result<(), HostError> {
        let place = || self.place();
        if self.fetch(SHA256SUMS)? != site.list {
            let addresses = vec![SHA256SUMS.to_owned()];
            return Err(HostError::Differs { place: place(), addresses });
        }
        let touched: Vec<&String> = difference.sent().chain(&difference.gone).collect();
        if touched.is_empty() {
            return Ok(());
        }
        let folder = |address: &str| folders_above(address).next().unwrap_or("").to_owned();
        let folders: BTreeSet<String> = touched.iter().map(|address| folder(address)).collect();
        let mut listing = String::new();
        for folder in &folders {
            let _ = writeln!(listing, "-ls -ln {}", self.there(folder));
        }
        let lines = self.sftp.run(&self.address, &listing, None)?;
        let sizes = sizes(&lines, &folders);
        let mut differing = Vec::new();
        for address in difference.sent() {
            if sizes.get(address.as_str()) != Some(&site.size(address)?) {
                differing.push(address.clone());
            }
        }
        differing.extend(
            difference.gone.iter().filter(|gone| sizes.contains_key(gone.as_str())).cloned(),
        );
        match differing.is_empty() {
            true => Ok(()),
            false => Err(HostError::Differs { place: place(), addresses: differing }),
        }
    }

    /// Fetches these files of the site; those that differ from their checksums.
    pub fn differing(
        &self,
        site: &SiteFiles,
        addresses: &[&String],
        watching: Watching<'_>,
    ) -> Result<Vec<String>, HostError> {
        let mut differing = Vec::new();
        let mut done = 0;
        // A few at a time, so that a whole site never lies in the scratch folder.
        for some in addresses.chunks(200) {
            if (watching.interrupted)() {
                return Err(HostError::Interrupted);
            }
            let mut commands = String::new();
            for (n, address) in some.iter().enumerate() {
                let to = self.sftp.scratch.join(format!("back{n}"));
                let to = quoted(&to.to_string_lossy());
                let _ = writeln!(commands, "-get {} {to}", self.there(address));
            }
            self.sftp.run(&self.address, &commands, None)?;
            for (n, address) in some.iter().enumerate() {
                let path = self.sftp.scratch.join(format!("back{n}"));
                if hash(&path).ok().as_ref() != site.files.get(*address) {
                    differing.push((*address).clone());
                }
                let _ = std::fs::remove_file(&path);
            }
            done += some.len();
            (watching.progress)(done, addresses.len());
        }
        Ok(differing)
    }

    pub(super) fn fetch(&self, name: &str) -> Result<Vec<u8>, HostError> {
        let to = self.sftp.scratch.join("fetched");
        let command = format!("get {} {}\n", self.there(name), quoted(&to.to_string_lossy()));
        self.sftp.run(&self.address, &command, None)?;
        let bytes = std::fs::read(&to).map_err(|error| HostError::io(&to, error))?;
        std::fs::remove_file(&to).map_err(|error| HostError::io(&to, error))?;
        Ok(bytes)
    }
}

/// Whether `sftp` says that what was to be listed does not exist.
fn is_missing(said: &str) -> bool {
    said.contains("not found") || said.contains("No such file")
}

/// The sizes in listings of folders, by address.
fn sizes<'a>(lines: &'a [String], folders: &BTreeSet<String>) -> BTreeMap<String, u64> {
    let mut sizes = BTreeMap::new();
    let mut folders = folders.iter();
    let mut folder: &str = "";
    for line in lines {
        if line.starts_with(PROMPT) {
            folder = folders.next().map_or("", String::as_str);
            continue;
        }
        let fields: Vec<&'a str> = line.split_whitespace().collect();
        // Permissions, links, owner, group, size, three of the date, and the name.
        if let [kind, _, _, _, size, .., name] = fields[..]
            && kind.starts_with('-')
            && fields.len() >= 9
            && let Ok(size) = size.parse()
        {
            let name = name.rsplit('/').next().unwrap_or(name);
            let separator = if folder.is_empty() { "" } else { "/" };
            sizes.insert(format!("{folder}{separator}{name}"), size);
        }
    }
    sizes
}

fn hash(path: &Path) -> Result<Digest, HostError> {
    use crate::publish::disk::{Disk, RealDisk};
    RealDisk.hash(path).map_err(|error| HostError::io(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listings_are_read_by_folder() {
        let lines = [
            "sftp> -ls -ln \"/w/\"",
            "-rw-r--r--    1 1000     1000          512 Nov 29 07:00 /w/index.html",
            "drwxr-xr-x    2 1000     1000         4096 Nov 29 07:00 /w/a",
            "sftp> -ls -ln \"/w/a\"",
            "-rw-r--r--    ? 1000     1000            7 Nov 29  2025 b.html",
        ]
        .map(str::to_owned);
        let folders = ["", "a"].map(str::to_owned).into();
        let sizes = sizes(&lines, &folders);
        assert_eq!(
            sizes.into_iter().collect::<Vec<_>>(),
            [("a/b.html".to_owned(), 7), ("index.html".to_owned(), 512)]
        );
    }
}
