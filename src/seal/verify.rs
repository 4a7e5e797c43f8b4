//! Whether a package is whole: the sizes and checksums that its METS files give, its own list of
//! checksums, and nothing that does not belong there. For those who do not have `sha256sum`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use percent_encoding::percent_decode_str;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::canonical_path::canonical;
use crate::digest::{Digest, Digester};
use crate::plain_file::{self, pour};
use crate::publish::disk::{Disk, RealDisk};

/// How a package compares with what it says of itself. Every list is sorted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct VerifiedPackage {
    /// How many files it describes.
    pub files: usize,
    pub missing: Vec<String>,
    /// Files of another size or checksum than described.
    pub changed: Vec<String>,
    /// Files that nothing describes.
    pub extra: Vec<String>,
    /// The SHA-256 of `METS.xml`, and of the ZIP file if it is one.
    pub mets: Option<Digest>,
    pub zip: Option<Digest>,
    /// The name of its root folder.
    pub name: String,
}

impl VerifiedPackage {
    /// Whether everything is there and nothing else is.
    pub fn whole(&self) -> bool {
        self.files > 0 && [&self.missing, &self.changed, &self.extra].iter().all(|it| it.is_empty())
    }
}

/// The package's own list of checksums.
const LIST: &str = "metadata/other/sha256sums.txt";

fn is_mets(path: &str) -> bool {
    path == "METS.xml" || path.ends_with("/METS.xml")
}

/// The size and checksum of a file, as it is or as it is described.
type Measured = (u64, Digest);

/// Whether a path is that of a package: a ZIP file, or a folder with `METS.xml`.
pub fn is_package(path: &Path) -> bool {
    let is_zip = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    (path.is_file() && is_zip) || path.join("METS.xml").is_file()
}

/// Compares a package with what it says of itself.
pub fn verify(path: &Path) -> io::Result<VerifiedPackage> {
    let mut found = PackageContents { is_described_whole: true, ..PackageContents::default() };
    let mut verified = VerifiedPackage::default();
    if path.is_file() {
        verified.zip = Some(RealDisk.hash(path)?);
        found.name = of_zip(path, &mut found)?;
    } else {
        of_folder(path, path, &mut found)?;
        let name = canonical(path)?;
        found.name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
    }
    let PackageContents { name, measured, described, is_described_whole, listed } = found;
    verified.name = name;
    verified.mets = measured.get("METS.xml").copied().flatten().map(|(_, digest)| digest);
    verified.files = described.len();
    let (mut missing, mut changed) = (BTreeSet::new(), BTreeSet::new());
    for (path, expected) in &described {
        match measured.get(path) {
            None => _ = missing.insert(path.clone()),
            Some(found) if *found != Some(*expected) => _ = changed.insert(path.clone()),
            Some(_) => {}
        }
    }
    for (path, expected) in &listed {
        match measured.get(path) {
            None => _ = missing.insert(path.clone()),
            Some(found) if found.map(|(_, digest)| digest) != Some(*expected) => {
                _ = changed.insert(path.clone());
            }
            Some(_) => {}
        }
    }
    // What a damaged list no longer names does not therefore not belong there.
    let list_is_whole = !changed.contains(LIST);
    let described_whole = is_described_whole && !changed.iter().any(|path| is_mets(path));
    for path in measured.keys() {
        let is_described = described.contains_key(path) || path == "METS.xml" || !described_whole;
        let is_listed =
            listed.contains_key(path) || ["METS.xml", LIST].contains(&&**path) || !list_is_whole;
        if !is_described || !is_listed {
            verified.extra.push(path.clone());
        }
    }
    if !measured.contains_key("METS.xml") {
        missing.insert("METS.xml".to_owned());
    }
    verified.missing = missing.into_iter().collect();
    verified.changed = changed.into_iter().collect();
    Ok(verified)
}

/// What is in a package, and what it says of itself.
#[derive(Default)]
struct PackageContents {
    name: String,
    /// `None` for a file whose bytes cannot be read.
    measured: BTreeMap<String, Option<Measured>>,
    /// By its METS files.
    described: BTreeMap<String, Measured>,
    /// Whether these could be read to their ends.
    is_described_whole: bool,
    /// By its list of checksums.
    listed: BTreeMap<String, Digest>,
}

impl PackageContents {
    /// Takes in a file; one that cannot be read to its end is as one that has changed. Only those
    /// that describe others are ever in memory.
    fn take(&mut self, path: &str, file: io::Result<impl Read>) {
        let (is_mets, is_list) = (is_mets(path), path == LIST);
        let mut kept = Vec::new();
        let mut digest = Digester::new();
        let mut size = 0;
        let read = file.and_then(|mut file| {
            pour(&mut file, |piece| {
                digest.update(piece);
                size += piece.len() as u64;
                if is_mets || is_list {
                    kept.extend_from_slice(piece);
                }
                Ok(())
            })
        });
        let measured = read.is_ok().then(|| (size, digest.finish()));
        self.measured.insert(path.to_owned(), measured);
        if is_mets {
            let folder = path.strip_suffix("METS.xml").unwrap_or_default();
            let (all, is_whole) = described(&kept, folder);
            self.described.extend(all);
            self.is_described_whole &= is_whole;
        }
        if is_list {
            let text = String::from_utf8_lossy(&kept);
            let lines = text.lines().filter_map(|line| line.split_once("  "));
            self.listed.extend(
                lines.filter_map(|(sum, path)| Some((path.to_owned(), Digest::parse(sum)?))),
            );
        }
    }
}

fn of_zip(path: &Path, found: &mut PackageContents) -> io::Result<String> {
    let mut zip = zip::ZipArchive::new(File::open(path)?)?;
    let mut root = String::new();
    for n in 0..zip.len() {
        let name = zip.name_for_index(n).transpose()?.map(Cow::into_owned);
        let Some(name) = name.filter(|name| !name.ends_with('/')) else { continue };
        let file = zip.by_index(n).map_err(io::Error::from);
        let (folder, rest) = name.split_once('/').unwrap_or(("", &name));
        if root.is_empty() {
            folder.clone_into(&mut root);
        }
        // A file outside the root folder keeps its whole name, and is one that nothing describes.
        let path = if folder == root { rest.to_owned() } else { format!("../{name}") };
        found.take(&path, file);
    }
    Ok(root)
}

fn of_folder(root: &Path, folder: &Path, found: &mut PackageContents) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            of_folder(root, &path, found)?;
            continue;
        }
        let inner = path.strip_prefix(root).unwrap_or(&path);
        let names = inner.components().map(|name| name.as_os_str().to_string_lossy());
        let inner = names.collect::<Vec<_>>().join("/");
        found.take(&inner, plain_file::open(&path));
    }
    Ok(())
}

/// The files that a METS file in this folder describes, and whether it could be read to its end.
fn described(mets: &[u8], folder: &str) -> (BTreeMap<String, Measured>, bool) {
    let mut all = BTreeMap::new();
    let mut reader = Reader::from_reader(mets);
    let mut measured = None;
    let mut room = Vec::new();
    loop {
        room.clear();
        match reader.read_event_into(&mut room) {
            Ok(Event::Start(element)) if element.name().as_ref() == "file" => {
                measured = measure(&element);
            }
            Ok(Event::Empty(element)) if element.name().as_ref() == "FLocat" => {
                if let (Some(path), Some(measured)) = (href(&element), measured.take()) {
                    all.insert(format!("{folder}{path}"), measured);
                }
            }
            Ok(Event::Empty(element)) if element.name().as_ref() == "mdRef" => {
                if let (Some(path), Some(measured)) = (href(&element), measure(&element)) {
                    all.insert(format!("{folder}{path}"), measured);
                }
            }
            Ok(Event::Eof) => return (all, true),
            Err(_) => return (all, false),
            Ok(_) => {}
        }
    }
}

fn measure(element: &BytesStart<'_>) -> Option<Measured> {
    let size = attribute(element, "SIZE")?.parse().ok()?;
    Some((size, Digest::parse(&attribute(element, "CHECKSUM")?)?))
}

fn href(element: &BytesStart<'_>) -> Option<String> {
    let href = attribute(element, "xlink:href")?;
    Some(percent_decode_str(&href).decode_utf8().ok()?.into_owned())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned())
}
