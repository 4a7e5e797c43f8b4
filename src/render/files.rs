//! The files of a theme: the built-in ones, and those that a site puts in their place. The only part
//! of the stage that reads from disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use sha2::{Digest, Sha256};

use super::nearest::nearest;
use super::{colour, embedded, logo};
use crate::content::canonical;
use crate::diagnostic::{Code, Problem, Source, Text};
use crate::language::Language;
use crate::model::Address;
use crate::model::settings::Settings;
use crate::text;

/// The theme that is built in, and the name of the folder that overrides it by default.
pub const BUILT_IN: &str = "default";

/// A theme's files as read, the site's own beside the built-in ones.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// By the name that templates use: `base.html`.
    pub(super) templates: BTreeMap<String, Layers>,
    /// By name: `sv.toml`.
    pub(super) strings: BTreeMap<String, Layers>,
    assets: Assets,
    logo: Option<Address>,
    colour: bool,
}

/// Files that pages use, by address.
pub(super) type Assets = BTreeMap<Address, Arc<[u8]>>;

/// A file of the theme, and the site's own in its place.
#[derive(Debug)]
pub struct Layers {
    pub built_in: Arc<Source>,
    pub own: Option<Arc<Source>>,
}

/// Reads the theme that the settings name, with the site's logo and colour. What cannot be used is
/// told and left out, so that all problems are found at once.
pub fn read_theme(site: &Path, settings: &Settings) -> (ThemeFiles, Vec<Problem>) {
    let mut files = ThemeFiles::built_in();
    let mut problems = Vec::new();
    let folder = format!("themes/{}", settings.theme.value);
    let plain_name = !settings.theme.value.is_empty()
        && !settings.theme.value.contains(['/', '\\', ':'])
        && !settings.theme.value.starts_with('.');
    match plain_name.then(|| fs::symlink_metadata(site.join(&folder))) {
        Some(Ok(metadata)) if metadata.is_dir() => {
            Reader { site, files: &mut files, problems: &mut problems }.folder(&folder, "");
        }
        Some(Ok(metadata)) if metadata.is_symlink() => problems.push(symlink(&folder)),
        Some(Err(_)) if settings.theme.value == BUILT_IN => {}
        _ => problems.push(theme_missing(site, settings)),
    }
    if let Some(written) = &settings.logo {
        match logo::read(site, &settings.source, written) {
            Ok((address, bytes)) => {
                files.logo = Some(address.clone());
                files.assets.insert(address, bytes.into());
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

impl ThemeFiles {
    /// The built-in theme alone.
    pub fn built_in() -> ThemeFiles {
        ThemeFiles::from_embedded(embedded::THEME)
    }

    /// A theme of files in the program; those outside the three folders are no part of it.
    pub(super) fn from_embedded(embedded: &[(&str, &[u8])]) -> ThemeFiles {
        let mut files = ThemeFiles::default();
        for (path, bytes) in embedded {
            let shown = format!("themes/{BUILT_IN}/{path}");
            let layers = || Layers {
                built_in: Source::new(&*shown, &*String::from_utf8_lossy(bytes)),
                own: None,
            };
            match path.split_once('/') {
                Some(("templates", name)) => {
                    files.templates.insert(name.to_owned(), layers());
                }
                Some(("strings", name)) => {
                    files.strings.insert(name.to_owned(), layers());
                }
                Some(("assets", _)) => {
                    files.assets.insert(asset(path), (*bytes).into());
                }
                _ => {}
            }
        }
        files
    }

    /// The logo's address, when the site has one.
    pub fn logo(&self) -> Option<&Address> {
        self.logo.as_ref()
    }

    /// Whether the site has a colour of its own.
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// The files that pages use, by address.
    pub(super) fn assets(&self) -> &Assets {
        &self.assets
    }

    /// Every template with what stands in its place, under the name that the engine knows it by.
    pub(super) fn sources(&self) -> impl Iterator<Item = (String, &Arc<Source>)> {
        self.templates.iter().flat_map(|(name, layers)| {
            let own = layers.own.iter().map(|own| (name.clone(), own));
            own.chain([(format!("{BUILT_IN}/{name}"), &layers.built_in)])
        })
    }

    /// The texts of a language: the built-in ones, and the site's own.
    pub(super) fn strings(&self, language: Language) -> Option<&Layers> {
        self.strings.get(&format!("{}.toml", language.tag()))
    }

    /// SHA-256 of every file, assets included: equal digests, equal output.
    pub fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        let mut add = |name: &str, bytes: &[u8]| {
            digest.update((name.len() as u64).to_le_bytes());
            digest.update(name);
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
        };
        for (name, layers) in self.templates.iter().chain(&self.strings) {
            add(name, layers.built_in.text.as_bytes());
            if let Some(own) = &layers.own {
                add(name, own.text.as_bytes());
            }
        }
        for (address, bytes) in &self.assets {
            add(address.as_str(), bytes);
        }
        digest.finalize().into()
    }

    /// Every path of the built-in theme that a site may put its own file at, assets apart.
    fn replaceable(&self) -> BTreeSet<String> {
        let templates = self.templates.keys().map(|name| format!("templates/{name}"));
        templates.chain(self.strings.keys().map(|name| format!("strings/{name}"))).collect()
    }
}

/// An asset's address. Those of the built-in theme were named by us.
fn asset(path: &str) -> Address {
    Address::made(path.to_owned())
}

/// Reads a site's own theme over the built-in one.
struct Reader<'a> {
    site: &'a Path,
    files: &'a mut ThemeFiles,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// `shown` is the folder from the site's, `within` from the theme's (empty, or ending in `/`).
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
                    // Templates and strings have no folders of their own in most themes; then a
                    // folder there holds nothing known, and each of its files is told.
                    if matches!(within.split('/').next(), Some("templates" | "strings" | "assets"))
                    {
                        self.folder(&shown, &format!("{within}/"));
                    } else {
                        self.problems.push(unknown_folder(&shown, &name));
                    }
                }
                Ok(_) => match fs::read(&path) {
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
                        self.files.assets.insert(address, bytes.into());
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
        match canonical::source(shown, &bytes) {
            Ok(source) => layers.own = Some(source),
            Err(problem) => self.problems.push(*problem),
        }
    }
}

/// A folder's names, sorted; hidden files and what editors leave behind are not the theme's.
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

/// A note to people beside the three folders.
fn is_note(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.contains('/')
        && (name.ends_with(".md")
            || name.ends_with(".txt")
            || name.starts_with("licen")
            || name.starts_with("readme"))
}

fn theme_missing(site: &Path, settings: &Settings) -> Problem {
    let name = &settings.theme.value;
    let others = names(&site.join("themes")).unwrap_or_default();
    let near = nearest(name, others.iter().map(String::as_str).chain([BUILT_IN]));
    let help = match near {
        Some(near) => text!("Menade du ”{near}”?", "Did you mean “{near}”?"),
        None => text!(
            "Gör mappen, eller skriv theme = \"{BUILT_IN}\" för det inbyggda temat.",
            "Make the folder, or write theme = \"{BUILT_IN}\" for the built-in theme."
        ),
    };
    let span = settings.theme.span.clone();
    let message = text!(
        "Temat ”{name}” finns inte: det finns ingen mapp themes/{name}.",
        "There is no theme “{name}”: there is no folder themes/{name}."
    );
    Problem::at(Code::ThemeMissing, &settings.source, span, message, help)
}

fn unknown_file(shown: &str, within: &str, known: &BTreeSet<String>) -> Problem {
    let name = within.rsplit('/').next().unwrap_or(within);
    // The right name in the wrong folder is nearer than a like one in the right.
    let same = known.iter().find(|path| path.rsplit('/').next() == Some(name)).map(String::as_str);
    let help = match same.or_else(|| nearest(within, known.iter().map(String::as_str))) {
        Some(near) => text!("Menade du ”{near}”?", "Did you mean “{near}”?"),
        None => text!(
            "Filer som mallarna ska använda läggs i assets/. Vilka filer som kan ersättas står i docs/teman.md.",
            "Files for the templates to use go in assets/. Which files can be replaced is in docs/teman.md."
        ),
    };
    in_file(
        Code::ThemeFileUnknown,
        shown,
        text!(
            "Temat har ingen fil ”{within}” att ersätta, så den här skulle aldrig användas.",
            "The theme has no file “{within}” to replace, so this one would never be used."
        ),
        help,
    )
}

fn unknown_folder(shown: &str, name: &str) -> Problem {
    let help = match nearest(name, ["templates", "strings", "assets"]) {
        Some(near) => text!("Menade du ”{near}”?", "Did you mean “{near}”?"),
        None => text!(
            "Lägg filer som mallarna ska använda i assets/.",
            "Put files for the templates to use in assets/."
        ),
    };
    in_file(
        Code::ThemeFileUnknown,
        shown,
        text!(
            "Ett tema har mapparna templates, strings och assets; ”{name}” skulle aldrig användas.",
            "A theme has the folders templates, strings and assets; “{name}” would never be used."
        ),
        help,
    )
}

fn asset_name(shown: &str) -> Problem {
    in_file(
        Code::InvalidAddress,
        shown,
        text!(
            "Filens namn går inte att använda i en webbadress på alla datorer.",
            "The file's name cannot be used in a web address on every computer."
        ),
        text!(
            "Byt till ett namn med bara a–z, 0–9, bindestreck och punkt.",
            "Rename it, with only a–z, 0–9, hyphens and full stops."
        ),
    )
}

fn symlink(shown: &str) -> Problem {
    in_file(
        Code::Symlink,
        shown,
        text!(
            "Det här är en länk till en annan plats på datorn, och sådana följs inte.",
            "This is a link to another place on the computer, and those are not followed."
        ),
        text!("Lägg själva filerna här i stället.", "Put the files themselves here instead."),
    )
}

fn unreadable(shown: &str, error: &io::Error) -> Problem {
    in_file(
        Code::Unreadable,
        shown,
        text!("Det går inte att läsa här: {error}.", "This cannot be read: {error}."),
        text!("Kontrollera att du har rätt att läsa filen.", "Check that you may read the file."),
    )
}

fn in_file(code: Code, shown: &str, message: Text, help: Text) -> Problem {
    Problem::in_file(code, &Source::path_only(shown), message, help)
}
