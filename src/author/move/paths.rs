//! The two ends of a move: the arguments as paths in `content/`, whatever folder the editor is in
//! and however they are written.

use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::author::disk::{exists, on_disk};
use crate::canonical_path::canonical;
use crate::content::is_litter;
use crate::failure::Failure;
use crate::model::{ContentPath, ContentPathBuf};
use crate::shown_path::shown_path;
use crate::text;

/// A move that can be planned.
#[derive(Debug, Clone)]
pub struct MovePaths {
    pub from: ContentPathBuf,
    pub to: ContentPathBuf,
    pub is_folder: bool,
    /// The paths on disk.
    pub old: PathBuf,
    pub new: PathBuf,
}

impl MovePaths {
    /// The path after the move of a file in `content/`; `None` if the file stays.
    pub fn moved(&self, path: ContentPath<'_>) -> Option<ContentPathBuf> {
        let from = self.from.as_path();
        if path == from {
            return Some(self.to.clone());
        }
        let rest = path.as_str().get(from.as_str().len() + 1..)?;
        (self.is_folder && path.is_inside(from)).then(|| self.to.as_path().join(rest))
    }

    /// The path of a file after the move, whether or not the file moves.
    pub fn after(&self, path: ContentPath<'_>) -> ContentPathBuf {
        self.moved(path).unwrap_or_else(|| path.to_buf())
    }
}

/// The path in `content/` of an existing file, given as an editor in the folder `here` would write
/// it: relative to that folder, otherwise to the site's folder, otherwise to `content/`.
pub fn existing(site: &Path, here: &Path, given: &Path) -> Result<ContentPathBuf, Failure> {
    let content = canonical(site.join("content")).map_err(|_| nothing(given))?;
    let site = canonical(site).unwrap_or_else(|_| site.to_owned());
    let bases = [here.to_owned(), site, content.clone()];
    let found = bases.iter().find_map(|base| {
        let path = inside(&content, &base.join(given))?;
        on_disk(&content, path.as_str()).is_file().then_some(path)
    });
    found.ok_or_else(|| nothing(given))
}

/// Finds both ends. Paths are relative to `here`, the editor's current folder, otherwise to the
/// site's folder, otherwise to `content/`.
pub fn find(site: &Path, here: &Path, old: &Path, new: &Path) -> Result<MovePaths, Failure> {
    let content = canonical(site.join("content")).map_err(|_| nothing(old))?;
    let site = canonical(site).unwrap_or_else(|_| site.to_owned());
    let bases = [here.to_owned(), site, content.clone()];

    let (base, from) = bases
        .iter()
        .find_map(|base| {
            let path = inside(&content, &base.join(old))?;
            let there = || exists(&on_disk(&content, path.as_str()));
            (!path.as_path().is_root() && there()).then_some((base, path))
        })
        .ok_or_else(|| nothing(old))?;
    if base.join(old).is_symlink() {
        return Err(link(old));
    }
    let old_on_disk = on_disk(&content, from.as_str());
    let is_folder = old_on_disk.is_dir();

    let bare = new.strip_prefix("content").unwrap_or(new);
    let mut to = named(&content, &base.join(new))
        .filter(|_| *base != content)
        .or_else(|| named(&content, &content.join(bare)))
        .ok_or_else(|| outside(new))?;
    let is_there = on_disk(&content, to.as_str()).is_dir();
    // A name alone is a new name in the same folder, unless it is that of a folder to move into.
    let is_name = matches!(new.components().collect::<Vec<_>>()[..], [Component::Normal(_)]);
    if is_name && !ends_in_slash(new) && (is_folder || !is_there) {
        let name: String = new.to_string_lossy().nfc().collect();
        to = from.as_path().parent().join(&name);
    }
    let into = ends_in_slash(new) || to.as_path().is_root() || is_there;
    if into && !is_folder {
        // A folder that is there has the name that it has, however it was written.
        let folder = inside(&content, &on_disk(&content, to.as_str())).unwrap_or(to);
        to = folder.as_path().join(from.as_path().name());
    }
    if let Some(name) = to.as_str().split('/').find(|name| is_litter(name)) {
        return Err(ignored(name));
    }
    let new_on_disk = on_disk(&content, to.as_str());
    let same = || canonical(&new_on_disk).is_ok_and(|there| there == old_on_disk);
    if to.as_path().is_root() || to == from {
        return Err(to_itself(old));
    }
    if is_folder && to.as_path().is_inside(from.as_path()) {
        return Err(into_itself(old, new));
    }
    // A file system that ignores case finds the old path under the new name.
    if exists(&new_on_disk) && !same() {
        return Err(taken(to.as_path()));
    }
    Ok(MovePaths { from, to, is_folder, old: old_on_disk, new: new_on_disk })
}

fn ends_in_slash(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.ends_with(['/', std::path::MAIN_SEPARATOR]))
}

/// A path relative to `content` with its last name as it is written: a file system that ignores case
/// would answer with the name that something has now.
fn named(content: &Path, path: &Path) -> Option<ContentPathBuf> {
    named_by(content, path, &|path| canonical(path))
}

fn named_by(content: &Path, path: &Path, resolve: &Resolve) -> Option<ContentPathBuf> {
    let plain = plain(path);
    let (Some(folder), Some(name)) = (plain.parent(), plain.file_name()) else {
        return inside_by(content, &plain, resolve);
    };
    match inside_by(content, folder, resolve) {
        Some(folder) => {
            let name: String = name.to_str()?.nfc().collect();
            Some(folder.as_path().join(&name))
        }
        // The content folder itself, or a link that leads into it.
        None => inside_by(content, &plain, resolve),
    }
}

/// Finds the canonical path of what exists.
type Resolve<'a> = dyn Fn(&Path) -> std::io::Result<PathBuf> + 'a;

/// A path relative to `content`, if it is in there. It need not exist.
fn inside(content: &Path, path: &Path) -> Option<ContentPathBuf> {
    inside_by(content, &plain(path), &|path| canonical(path))
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

fn inside_by(content: &Path, plain: &Path, resolve: &Resolve) -> Option<ContentPathBuf> {
    let mut plain = plain.to_owned();
    // The part of it that exists may be reached by a link.
    let mut rest: Vec<String> = Vec::new();
    let standing = loop {
        match resolve(&plain) {
            Ok(standing) => break standing,
            Err(_) => {
                rest.push(plain.file_name()?.to_str()?.to_owned());
                plain.pop();
            }
        }
    };
    let mut names: Vec<String> = Vec::new();
    for name in standing.strip_prefix(content).ok()? {
        names.push(name.to_str()?.to_owned());
    }
    names.extend(rest.into_iter().rev());
    Some(ContentPathBuf::new(names.join("/").nfc().collect::<String>()))
}

fn ignored(name: &str) -> Failure {
    Failure {
        message: text!(
            "Filer och mappar som heter som ”{name}” läser programmet aldrig, så det som flyttas skulle försvinna från webbplatsen.",
            "The program never reads files and folders with names like “{name}”, so what moves would disappear from the site."
        ),
        help: text!(
            "Ange ett namn som inte börjar med punkt och inte är en säkerhetskopias.",
            "Give a name that does not begin with a full stop and is not that of a backup."
        ),
    }
}

fn nothing(old: &Path) -> Failure {
    let old = shown_path(old);
    Failure {
        message: text!(
            "Det finns ingen fil eller mapp ”{old}” i content.",
            "There is no file or folder “{old}” in content."
        ),
        help: text!(
            "Ange sökvägen till filen eller mappen, till exempel content/kommuner/eskilstuna/2018/lofte.md.",
            "Give the path of the file or folder, such as content/kommuner/eskilstuna/2018/lofte.md."
        ),
    }
}

fn outside(new: &Path) -> Failure {
    let new = shown_path(new);
    Failure {
        message: text!("”{new}” ligger utanför content.", "“{new}” lies outside content."),
        help: text!(
            "Flytta inom content. Ska något bort från webbplatsen, se [[withdrawn]] i addresses.toml.",
            "Move within content. If something is to leave the site, see [[withdrawn]] in addresses.toml."
        ),
    }
}

fn link(old: &Path) -> Failure {
    let old = shown_path(old);
    Failure {
        message: text!("”{old}” är en symbolisk länk.", "“{old}” is a symbolic link."),
        help: text!(
            "Ersätt länken med filen själv och försök igen.",
            "Put the file itself in place of the link and try again."
        ),
    }
}

fn to_itself(old: &Path) -> Failure {
    let old = shown_path(old);
    Failure {
        message: text!("”{old}” står redan där.", "“{old}” is there already."),
        help: text!("Ange ett annat namn eller en annan mapp.", "Give another name or folder."),
    }
}

fn into_itself(old: &Path, new: &Path) -> Failure {
    let (old, new) = (shown_path(old), shown_path(new));
    Failure {
        message: text!(
            "”{old}” kan inte flyttas in i sig själv, till ”{new}”.",
            "“{old}” cannot be moved into itself, to “{new}”."
        ),
        help: text!("Ange en mapp utanför den.", "Give a folder outside it."),
    }
}

/// The failure if there already is something at the destination.
pub fn taken(to: ContentPath<'_>) -> Failure {
    Failure {
        message: text!(
            "{to} finns redan och skrivs inte över.",
            "{to} is there already and is not overwritten."
        ),
        help: text!("Ange ett annat namn eller en annan mapp.", "Give another name or folder."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_name_that_differs_in_case_alone_is_another_name() {
        // A file system that ignores case, with one file.
        let there = ["/", "/site", "/site/content", "/site/content/lofte.md"];
        let resolve = |path: &Path| -> io::Result<PathBuf> {
            let lowered = path.to_string_lossy().to_lowercase().replace('\\', "/");
            let found = there.iter().find(|there| **there == lowered);
            found.map(PathBuf::from).ok_or_else(|| io::ErrorKind::NotFound.into())
        };
        let content = Path::new("/site/content");
        let named = |path: &str| named_by(content, Path::new(path), &resolve);
        let inside = |path: &str| inside_by(content, &plain(Path::new(path)), &resolve);
        let path = |path: &str| Some(ContentPathBuf::new(path.to_owned()));
        assert_eq!(named("/site/content/Lofte.md"), path("Lofte.md"));
        assert_eq!(named("/site/Content/../content/Lofte.md"), path("Lofte.md"));
        assert_eq!(inside("/site/content/LOFTE.md"), path("lofte.md"));
        assert_eq!(named("/site/content/Nya/Lofte.md"), path("Nya/Lofte.md"));
        assert_eq!(named("/site/content"), path(""));
        assert_eq!(named("/site/annat.md"), None);
    }
}
