//! A new site that builds, with nothing in it that its editor would have to remove.

mod pages;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

pub use pages::add_pages;

use super::disk::{self, exists};
use super::template;
use crate::content::is_of_a_system;
use crate::failure::Failure;
use crate::language::Language;
use crate::plain_file;
use crate::shown_path::shown_path;
use crate::{schema, text, toml_text};

/// Creates a site in a folder that is empty or does not exist yet, with settings and a page in this
/// language.
pub fn init(folder: &Path, language: Language) -> Result<(), Failure> {
    init_called(folder, language, "", "")
}

/// Like [`init`], with the site's title and publisher if they are not empty.
pub fn init_called(
    folder: &Path,
    language: Language,
    title: &str,
    publisher: &str,
) -> Result<(), Failure> {
    refuse_unless_empty(folder)?;
    for (path, text) in files(language, title, publisher) {
        let path = folder.join(path);
        match path.file_name().is_some_and(|name| name == IGNORED) && exists(&path) {
            true => add_lines(&path, &text)?,
            false => disk::write_new(&path, text)?,
        }
    }
    Ok(())
}

/// The file that tells version control what is made by the program.
const IGNORED: &str = ".gitignore";

/// Adds those of the lines that a file does not have; what stands there stays.
fn add_lines(path: &Path, lines: &str) -> Result<(), Failure> {
    let failed = |error| disk::not_written(path, &error);
    let there = plain_file::read(path).map_err(failed)?;
    let known = String::from_utf8_lossy(&there);
    let missing = lines.lines().filter(|line| !known.lines().any(|it| it.trim() == *line));
    let mut added: String = missing.map(|line| format!("{line}\n")).collect();
    if added.is_empty() {
        return Ok(());
    }
    if !known.is_empty() && !known.ends_with('\n') {
        added.insert(0, '\n');
    }
    let file = fs::OpenOptions::new().append(true).open(path);
    file.and_then(|mut file| file.write_all(added.as_bytes())).map_err(failed)
}

/// Whether something in a folder belongs to somebody who might miss it, rather than to version control
/// or the operating system.
fn counts(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    !is_of_a_system(&name)
        && !matches!(
            &*name,
            ".git" | ".gitattributes" | ".gitignore" | ".github" | ".hg" | ".hgignore" | ".svn"
        )
}

fn refuse_unless_empty(folder: &Path) -> Result<(), Failure> {
    if !exists(folder) {
        return Ok(());
    }
    let shown = shown_path(folder);
    let occupied = match fs::read_dir(folder) {
        Ok(mut entries) => entries.any(|entry| entry.map_or(true, |it| counts(&it.file_name()))),
        Err(_) if !folder.is_dir() => {
            return Err(Failure {
                message: text!("”{shown}” är ingen mapp.", "“{shown}” is no folder."),
                help: text!("Ange en ny mapp.", "Give a new folder."),
            });
        }
        Err(error) => return Err(disk::not_written(folder, &error)),
    };
    if !occupied {
        return Ok(());
    }
    if exists(&folder.join("site.toml")) {
        return Err(Failure {
            message: text!(
                "Mappen ”{shown}” är inte tom: den är redan en webbplats, med en site.toml.",
                "The folder “{shown}” is not empty: it is a site already, with a site.toml."
            ),
            help: text!(
                "Använd den som den är, eller ange en ny mapp.",
                "Use it as it is, or give a new folder."
            ),
        });
    }
    Err(Failure {
        message: text!(
            "Mappen ”{shown}” är inte tom. En ny webbplats skapas bara i en tom mapp, så att inget skrivs över.",
            "The folder “{shown}” is not empty. A new site is only made in an empty folder, so that nothing is overwritten."
        ),
        help: text!("Ange en ny mapp.", "Give a new folder."),
    })
}

/// Tells editors that use Taplo which schema `site.toml` follows. The path is relative to the
/// folder that is open in the editor.
const TAPLO: &str = "\
[[rule]]
include = [\"**/site.toml\"]

[rule.schema]
path = \".taplo/site.schema.json\"
";

/// Every file of a new site.
fn files(language: Language, title: &str, publisher: &str) -> [(&'static str, String); 5] {
    let (usual, page, text) = match language {
        Language::Swedish => ("Löftesarkiv", "content/om.md", include_str!("om.md")),
        Language::English => ("Pledge archive", "content/about.md", include_str!("about.md")),
    };
    let title = if title.is_empty() { usual } else { title };
    let language_tag = format!("\"{}\"", language.tag());
    let mut known = vec![("title", toml_text::basic(title)), ("language", language_tag)];
    if !publisher.is_empty() {
        known.push(("publisher", toml_text::basic(publisher)));
    }
    [
        ("site.toml", template::of_settings(&known, language)),
        (page, text.to_owned()),
        (IGNORED, "/public/\n/packages/\n".to_owned()),
        (".taplo.toml", TAPLO.to_owned()),
        (".taplo/site.schema.json", format!("{:#}\n", schema::json::settings(language))),
    ]
}
