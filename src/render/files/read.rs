//! Reading a site's theme, logo and colour: the only part of this module that reads from disk.

use std::path::Path;
use std::{fs, io};

use super::problems::{
    asset_name, empty, symlink, theme_missing, unknown_file, unknown_folder, unreadable,
};
use super::theme_files::{BUILT_IN, ThemeFiles, asset, published};
use crate::canonical_path::canonical;
use crate::content::inspect_of_theme;
use crate::diagnostic::{Code, Problem, canonical::source};
use crate::model::Address;
use crate::model::settings::Settings;
use crate::plain_file;
use crate::render::strings::inspect_strings;
use crate::render::{
    colour,
    logo::{self, Logo},
};

/// Reads the theme that the settings name, with the site's logo and colour. What cannot be used is
/// reported and left out, so that all problems are found at once.
pub fn read_theme(site: &Path, settings: &Settings) -> (ThemeFiles, Vec<Problem>) {
    let mut files = ThemeFiles::built_in();
    let mut problems = Vec::new();
    let folder = format!("themes/{}", settings.theme.value);
    let plain_name = !settings.theme.value.is_empty()
        && !settings.theme.value.contains(['/', '\\', ':'])
        && !settings.theme.value.starts_with('.');
    match plain_name.then(|| fs::symlink_metadata(site.join(&folder))) {
        Some(Ok(_)) if leads_out(site, "themes") => problems.push(symlink("themes")),
        Some(Ok(metadata)) if metadata.is_dir() => {
            ThemeReader { site, files: &mut files, problems: &mut problems }.folder(&folder, "");
        }
        Some(Ok(metadata)) if metadata.is_symlink() => problems.push(symlink(&folder)),
        Some(Err(_)) if settings.theme.value == BUILT_IN => {}
        _ => {
            problems.push(theme_missing(settings, &names(&site.join("themes")).unwrap_or_default()))
        }
    }
    if let Some(written) = &settings.logo {
        match logo::read(site, &settings.source, written) {
            Ok(Logo { address, bytes, problems: found }) => {
                files.logo = Some(address.clone());
                files.assets.insert(address, bytes.into());
                problems.extend(found);
            }
            Err(problem) => problems.push(*problem),
        }
    }
    if let Some(written) = &settings.colour {
        match colour::stylesheet(&settings.source, written) {
            Ok(css) => {
                files.colour = true;
                files.assets.insert(asset("assets/colour.css"), css.into_bytes().into());
            }
            Err(problem) => problems.push(*problem),
        }
    }
    (files, problems)
}

/// Whether a folder is kept outside the site.
fn leads_out(site: &Path, folder: &str) -> bool {
    match (canonical(site), canonical(site.join(folder))) {
        (Ok(site), Ok(folder)) => !folder.starts_with(site),
        _ => true,
    }
}

/// Reads a site's own theme over the built-in one.
struct ThemeReader<'a> {
    site: &'a Path,
    files: &'a mut ThemeFiles,
    problems: &'a mut Vec<Problem>,
}

impl ThemeReader<'_> {
    /// Reads a folder. `shown` is its path relative to the site's folder, `within` its path
    /// relative to the theme's (empty, or ending in `/`).
    fn folder(&mut self, shown: &str, within: &str) {
        let names = match names(&self.site.join(shown)) {
            Ok(names) => names,
            Err(error) => {
                self.problems.push(unreadable(shown, &error));
                return;
            }
        };
        for name in names {
            let (shown, within) = (format!("{shown}/{name}"), format!("{within}{name}"));
            let path = self.site.join(&shown);
            match fs::symlink_metadata(&path) {
                Err(error) => self.problems.push(unreadable(&shown, &error)),
                Ok(metadata) if metadata.is_symlink() => self.problems.push(symlink(&shown)),
                Ok(metadata) if metadata.is_dir() => {
                    // Templates and strings have no subfolders in most themes. A subfolder then
                    // contains nothing known, and each of its files is reported.
                    if matches!(within.split('/').next(), Some("templates" | "strings" | "assets"))
                    {
                        self.folder(&shown, &format!("{within}/"));
                    } else {
                        self.problems.push(unknown_folder(&shown, &name));
                    }
                }
                Ok(_) => match plain_file::read(&path) {
                    Ok(bytes) => self.file(&shown, &within, bytes),
                    Err(error) => self.problems.push(unreadable(&shown, &error)),
                },
            }
        }
    }

    fn file(&mut self, shown: &str, within: &str, bytes: Vec<u8>) {
        let layers = match within.split_once('/') {
            Some(("assets", _)) => {
                match Address::parse(within) {
                    Some(address) => {
                        self.problems.extend(super::asset::problems(shown, &bytes));
                        self.files.assets.insert(address, published(within, &bytes));
                    }
                    None => self.problems.push(asset_name(shown)),
                }
                return;
            }
            Some(("templates", name)) => self.files.templates.get_mut(name),
            Some(("strings", name)) => self.files.strings.get_mut(name),
            _ if is_note(within) => return,
            _ => None,
        };
        let Some(layers) = layers else {
            self.problems.push(unknown_file(shown, within, &self.files.replaceable()));
            return;
        };
        match source(shown, &bytes) {
            // A copy of the built-in file replaces nothing.
            Ok(source) if source.text == layers.built_in.text => {}
            Ok(source) if source.text.trim().is_empty() => {
                self.problems.push(empty(&source));
                layers.own = Some(source);
            }
            Ok(source) => {
                let mut found = inspect_of_theme(&source);
                if within.starts_with("strings/") {
                    found.extend(inspect_strings(&source));
                }
                // What two people have changed is neither's, and would only be told of twice.
                if !found.iter().any(|problem| problem.code == Code::MergeConflict) {
                    layers.own = Some(source);
                }
                self.problems.extend(found);
            }
            Err(problem) => self.problems.push(*problem),
        }
    }
}

/// The names in a folder, sorted. Hidden files and those that editors leave behind are not part of
/// the theme.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let litter = name.starts_with('.')
            || name.ends_with('~')
            || matches!(name.to_ascii_lowercase().as_str(), "thumbs.db" | "desktop.ini");
        if !litter {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Whether a file is a note to people, beside the three folders.
fn is_note(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.contains('/')
        && (name.ends_with(".md")
            || name.ends_with(".txt")
            || name.starts_with("licen")
            || name.starts_with("readme"))
}
