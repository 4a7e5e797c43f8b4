//! A small site to publish, and what its output contains.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use loftesarkiv::digest::Digest;
use loftesarkiv::model::Address;
use loftesarkiv::publish::disk::Disk;
use loftesarkiv::publish::{
    BuildKind, Contents, LedgerUpdate, MakeError, OutputFolder, Prepared, PublishError, Published,
    Remembered, Request, check_output, publish_on, unchanged,
};

use crate::disk::QuickDisk;

/// What a page is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// This text.
    Text(String),
    /// A file of the site.
    Copy(String),
    /// A file of the site that contained this text when it was inspected.
    Changed(String, String),
    /// It cannot be made.
    Broken(MakeError),
}

/// A new site folder, removed at the end.
pub struct Site {
    pub folder: PathBuf,
    pub pages: BTreeMap<String, Page>,
    pub ledger: Option<String>,
    /// What the ledger was when it was read, if it has changed since.
    pub ledger_read: Option<Option<Digest>>,
    pub checksums: bool,
    pub inputs: u32,
    /// How often a build may ask whether it is to stop before the answer is yes; 0 means never.
    pub ends_after: usize,
    /// The addresses that were made, rather than kept because of their key.
    pub made: Mutex<Vec<String>>,
}

impl Site {
    pub fn new() -> Site {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("loftesarkiv-publish-{}-{number}", std::process::id());
        // In memory if possible, since a busy disk makes thousands of tiny builds slow.
        let memory = Path::new("/dev/shm");
        let above = if memory.is_dir() { memory } else { Path::new(env!("CARGO_TARGET_TMPDIR")) };
        let folder = above.join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("content")).unwrap();
        fs::create_dir_all(folder.join("themes")).unwrap();
        let folder = folder.canonicalize().unwrap();
        Site {
            folder,
            pages: BTreeMap::new(),
            ledger: None,
            ledger_read: None,
            checksums: false,
            inputs: 0,
            ends_after: 0,
            made: Mutex::default(),
        }
    }

    /// A site with these pages, each with its address as its text.
    pub fn of(addresses: &[&str]) -> Site {
        let mut site = Site::new();
        addresses.iter().for_each(|address| site.set(address, address));
        site
    }

    pub fn set(&mut self, address: &str, text: &str) {
        self.pages.insert(address.to_owned(), Page::Text(text.to_owned()));
    }

    pub fn remove(&mut self, address: &str) {
        self.pages.remove(address).unwrap();
    }

    pub fn output(&self) -> PathBuf {
        self.folder.join("public")
    }

    pub fn checked_output(&self) -> Result<OutputFolder, PublishError> {
        check_output(&self.folder, &self.output(), None)
    }

    pub fn digest_of_inputs(&self) -> Digest {
        Digest::of(&self.inputs.to_le_bytes())
    }

    pub fn remembered(&self) -> Remembered {
        Remembered::of(&self.folder, BuildKind::Own)
    }

    /// Puts a file into the output, as somebody might.
    pub fn put(&self, path: &str, text: &str) {
        let path = self.output().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn publish(&self) -> Result<Published, PublishError> {
        self.publish_on(&QuickDisk)
    }

    pub fn publish_on(&self, disk: &dyn Disk) -> Result<Published, PublishError> {
        let output = self.checked_output()?;
        let addresses: Vec<Address> =
            self.pages.keys().map(|address| Address::parse(address).unwrap()).collect();
        let prepare = |index: usize| {
            let (address, page) = (&addresses[index], &self.pages[addresses[index].as_str()]);
            let key = match page {
                Page::Text(text) => Digest::of(text.as_bytes()),
                Page::Copy(path) => {
                    Digest::of(&fs::read(self.folder.join(path)).unwrap_or_default())
                }
                Page::Changed(_, seen) => Digest::of(seen.as_bytes()),
                Page::Broken(_) => Digest::of(b"broken"),
            };
            let make = move || {
                self.made.lock().unwrap().push(address.to_string());
                match page {
                    Page::Text(text) => Ok(Contents::Bytes(text.clone().into_bytes())),
                    Page::Copy(path) | Page::Changed(path, _) => {
                        Ok(Contents::CopyOf { path: path.into(), name: path.clone(), digest: key })
                    }
                    Page::Broken(error) => Err(error.clone()),
                }
            };
            Ok(Prepared { key, make: Box::new(make) })
        };
        let asked = AtomicUsize::new(0);
        let ledger = self.ledger.clone().map(|text| {
            let path = self.folder.join("addresses.toml");
            let read = self
                .ledger_read
                .unwrap_or_else(|| fs::read(&path).ok().map(|bytes| Digest::of(&bytes)));
            LedgerUpdate { path, text, read }
        });
        publish_on(
            disk,
            &Request {
                site: &self.folder,
                output: &output,
                addresses: &addresses,
                prepare: &prepare,
                inputs: self.digest_of_inputs(),
                kept: &|_| true,
                remembered: &self.remembered(),
                report: &|foreign| format!("foreign: {foreign:?}\nend\n").into_bytes(),
                ledger,
                made: &|| (),
                progress: &|_, _| {},
                interrupted: &|| asked.fetch_add(1, Ordering::Relaxed) + 1 == self.ends_after,
                checksums: self.checksums,
            },
        )
    }

    /// The stored report, if nothing has changed since the last build.
    pub fn unchanged(&self) -> Option<String> {
        let output = self.checked_output().ok()?;
        let report = unchanged(&output, &self.digest_of_inputs(), &self.remembered())?;
        Some(String::from_utf8(report).unwrap())
    }

    /// The pages that were made since the last call. Sorted.
    pub fn made(&self) -> Vec<String> {
        let mut made = std::mem::take(&mut *self.made.lock().unwrap());
        made.sort();
        made
    }

    /// Everything in the output except the program's own folder: files with their text, links with
    /// their target after `→`, empty folders with a slash at the end of their path.
    pub fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        if self.output().exists() {
            gather(&self.output(), &self.output(), &mut tree);
        }
        tree
    }

    /// What the output should contain if every page is in place and nothing else is.
    pub fn planned(&self) -> BTreeMap<String, String> {
        let mut planned: BTreeMap<String, String> = self
            .pages
            .iter()
            .map(|(address, page)| {
                let text = match page {
                    Page::Text(text) => text.clone(),
                    Page::Copy(path) => fs::read_to_string(self.folder.join(path)).unwrap(),
                    Page::Changed(..) | Page::Broken(_) => {
                        unreachable!("a page that cannot be made is in no plan")
                    }
                };
                (address.clone(), text)
            })
            .collect();
        if self.checksums {
            let line = |(address, text): (&String, &String)| {
                format!("{}  {address}\n", Digest::of(text.as_bytes()))
            };
            let lines: String = planned.iter().map(line).collect();
            let text = format!("# files: {}\n{lines}", planned.len());
            planned.insert("SHA256SUMS".to_owned(), text);
        }
        planned
    }

    /// The names in the program's own folder.
    pub fn own_folder(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.output().join(".loftesarkiv")) else { return vec![] };
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> =
            entries.map(|entry| name(entry).into_string().unwrap()).collect();
        names.sort();
        // On Windows a lock is never deleted, since nobody can tell whether it is still the one that is held.
        if cfg!(windows) && names == ["lock"] { vec![] } else { names }
    }

    /// The names in the site's folder, except the program's own memory there, which holds nothing but
    /// what it may.
    pub fn site_folder(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name != ".loftesarkiv");
        let remembered = fs::read_dir(self.folder.join(".loftesarkiv")).into_iter().flatten();
        for entry in remembered {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!([".gitignore", "addresses.toml", "report"].contains(&&*name), "{name}");
        }
        names.sort();
        names
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn gather(root: &Path, folder: &Path, tree: &mut BTreeMap<String, String>) {
    let mut empty = true;
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if folder == root && entry.file_name() == ".loftesarkiv" {
            continue;
        }
        empty = false;
        let path = entry.path();
        let name = address(path.strip_prefix(root).unwrap());
        let file_type = entry.file_type().unwrap();
        if file_type.is_symlink() {
            let target = fs::read_link(&path).unwrap();
            tree.insert(name, format!("→ {}", target.display()));
        } else if file_type.is_dir() {
            gather(root, &path, tree);
        } else {
            tree.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    if empty && folder != root {
        let name = address(folder.strip_prefix(root).unwrap());
        tree.insert(format!("{name}/"), String::new());
    }
}

/// A path below the output, as an address: Windows writes it otherwise.
fn address(path: &Path) -> String {
    path.to_str().unwrap().replace(std::path::MAIN_SEPARATOR, "/")
}

/// A tree as a test writes it.
pub fn tree(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Written, kept, deleted.
pub fn counts(published: &Published) -> (usize, usize, usize) {
    (published.written, published.kept, published.deleted)
}

/// The addresses that an error reports as occupied.
pub fn occupied(result: Result<Published, PublishError>) -> Vec<String> {
    match result {
        Err(PublishError::Occupied { addresses, .. }) => addresses,
        other => panic!("expected occupied addresses, not {other:?}"),
    }
}

/// When a file was last written.
pub fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}
