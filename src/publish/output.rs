//! Whether the program may write in a folder at all. This is decided before anything is read, since
//! other generators have emptied home folders and sources that were given as their output.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{ErrorContext, FileOperation, OutputRefusal, PublishError};
use super::records;
use crate::canonical_path::canonical;

/// A folder that the program may write in, whether or not it exists yet: it is not a source of the
/// site, nor the home or root folder, and it is either empty or was written by the program before.
#[derive(Debug, Clone)]
pub struct OutputFolder(PathBuf);

impl OutputFolder {
    /// Absolute, with links and `..` resolved.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Folders of a site beside its sources in which somebody else writes, or the program something else.
const KEPT: [&str; 4] = ["seals", "packages", ".github", ".taplo"];

/// The folders of version control, wherever they are.
const VERSIONS: [&str; 3] = [".git", ".hg", ".svn"];

/// Checks whether the program may write in an output folder. `home` is the user's own folder, if
/// there is one.
///
/// Links above the folder are followed before anything is compared. Two folders are the same if the
/// file system says so or if their names differ only in case. The folder itself must not be a link.
pub fn check_output(
    site: &Path,
    output: &Path,
    home: Option<&Path>,
) -> Result<OutputFolder, PublishError> {
    let refuse = |why| Err(PublishError::Refused { path: output.to_owned(), why });
    let resolved = resolve(output).at(FileOperation::Reading, output)?;
    let site = resolve(site).at(FileOperation::Reading, site)?;

    if resolved.parent().is_none() {
        return refuse(OutputRefusal::Root);
    }
    if same(&site, &resolved) {
        return refuse(OutputRefusal::Site);
    }
    // What is in there, such as a staging folder, is cleared by the program.
    let own = |name: &std::ffi::OsStr| name.eq_ignore_ascii_case(records::FOLDER);
    if resolved.iter().any(own) {
        return refuse(OutputRefusal::Own);
    }
    // Windows says only that such a path does not exist, as of one that can be made.
    if resolved.ancestors().skip(1).any(|above| above.exists() && !above.is_dir()) {
        return refuse(OutputRefusal::NoFolder);
    }
    if let Some(home) = home
        && let Ok(home) = resolve(home)
        && within(&home, &resolved)
    {
        return refuse(OutputRefusal::Home);
    }
    if within(&site, &resolved) {
        return refuse(OutputRefusal::Holds(site));
    }
    for name in ["content", "themes"] {
        // The source folder may itself be a link to somewhere else.
        for source in
            [site.join(name), resolve(&site.join(name)).at(FileOperation::Reading, &site)?]
        {
            if within(&resolved, &source) {
                return refuse(OutputRefusal::Inside(source));
            }
            if within(&source, &resolved) {
                return refuse(OutputRefusal::Holds(source));
            }
        }
    }
    for name in KEPT {
        let kept = site.join(name);
        if within(&resolved, &kept) {
            return refuse(OutputRefusal::Kept(kept));
        }
    }
    // The site may itself be a folder of what is under version control.
    let versions = |above: &&Path| {
        let name = above.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        VERSIONS.contains(&name.to_lowercase().as_str())
    };
    if let Some(kept) = resolved.ancestors().find(versions) {
        return refuse(OutputRefusal::Kept(kept.to_owned()));
    }
    match fs::symlink_metadata(tidy(output)) {
        Ok(metadata) if metadata.is_symlink() => {
            return refuse(OutputRefusal::Link(resolved.is_dir().then_some(resolved)));
        }
        Ok(metadata) if !metadata.is_dir() => return refuse(OutputRefusal::NoFolder),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OutputFolder(resolved)),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return refuse(OutputRefusal::NoFolder);
        }
        Err(error) => return Err(error).at(FileOperation::Reading, output),
    }
    if records::ours_or_empty(&super::disk::RealDisk, &resolved)? {
        Ok(OutputFolder(resolved))
    } else {
        refuse(OutputRefusal::NotOurs)
    }
}

/// Whether two folders, which need not exist, are the same.
pub fn same_folder(a: &Path, b: &Path) -> bool {
    matches!((resolve(a), resolve(b)), (Ok(a), Ok(b)) if same(&a, &b))
}

/// Whether two folders are the same, or one is within the other; neither needs to exist.
pub(crate) fn overlap(a: &Path, b: &Path) -> io::Result<bool> {
    let (a, b) = (resolve(a)?, resolve(b)?);
    Ok(within(&a, &b) || within(&b, &a))
}

/// The path without a separator at its end; with one, a link would be followed.
fn tidy(path: &Path) -> PathBuf {
    path.components().collect()
}

/// The absolute path with links and `..` resolved, for as much of it as exists; the rest is
/// appended as written.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut resolved = std::env::current_dir()?;
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir => resolved.push(component),
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            Component::Normal(name) => {
                resolved.push(name);
                match canonical(&resolved) {
                    Ok(real) => resolved = real,
                    Err(error)
                        if matches!(
                            error.kind(),
                            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                        ) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    canonical(&resolved).or(Ok(resolved))
}

/// Whether a path is a folder, or lies within it.
fn within(path: &Path, folder: &Path) -> bool {
    path.ancestors().any(|ancestor| same(ancestor, folder))
}

/// Whether two resolved paths mean the same folder, here or on a file system that ignores case: a
/// site may be carried from one computer to another.
fn same(a: &Path, b: &Path) -> bool {
    folded(a) == folded(b) || one_folder(a, b)
}

fn folded(path: &Path) -> OsString {
    match path.to_str() {
        Some(text) => text.to_lowercase().into(),
        None => path.as_os_str().to_owned(),
    }
}

/// Detects what names do not show, such as a folder that is mounted in two places.
#[cfg(unix)]
fn one_folder(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(a), fs::metadata(b)) {
        (Ok(a), Ok(b)) => a.dev() == b.dev() && a.ino() == b.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn one_folder(_: &Path, _: &Path) -> bool {
    false
}
