//! Symbolic links in `content/`. One may lead to a file inside the site that is there for others to
//! read, such as a document that several places have; never to what the site itself is made of: a
//! draft, the settings or the ledger would be published as an attachment.

use std::fs;
use std::path::{Path, PathBuf};

use super::beside::SEALS;
use super::litter::{is_litter, is_markdown};
use super::source_stamp::SourceStamp;
use crate::canonical_path::canonical;
use crate::diagnostic::{Code, Problem, Source, Text};
use crate::model::ContentPath;
use crate::text;

/// The files and folders of a site from which the program makes or keeps something.
const OF_THE_SITE: [&str; 5] = ["site.toml", "addresses.toml", SEALS, "packages", "themes"];

/// The stamp of the file that a symbolic link leads to, if it may be followed; otherwise why it may
/// not. All folders are given in canonical form.
pub(super) fn stamp(site: &Path, path: &Path, excluded: &[PathBuf]) -> Result<SourceStamp, Text> {
    let Ok(target) = canonical(path) else {
        return Err(text!(
            "den leder ingenstans, eller till sig själv",
            "it leads nowhere, or to itself"
        ));
    };
    let within = within(site, &target)?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let of_the_site = OF_THE_SITE.iter().any(|own| within.starts_with(own));
    // A text that is copied word for word would be published even if it is a draft.
    let is_copied = is_markdown(&name(&target)) && !is_markdown(&name(path));
    let is_output = excluded.iter().any(|folder| target.starts_with(folder))
        || target.ancestors().skip(1).take_while(|folder| *folder != site).any(is_built);
    if of_the_site || is_copied || is_output {
        return Err(text!(
            "den leder till något som webbplatsen är gjord av, och som inte ska publiceras som en fil",
            "it leads to something that the site is made of, which is not to be published as a file"
        ));
    }
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_file() => Ok(SourceStamp::of(&metadata)),
        Ok(metadata) if metadata.is_dir() => Err(text!(
            "den leder till en mapp, inte till en fil",
            "it leads to a folder, not to a file"
        )),
        _ => Err(text!(
            "den leder till något som inte är en vanlig fil",
            "it leads to something that is no ordinary file"
        )),
    }
}

/// Whether a folder is a built site, such as a copy with drafts.
fn is_built(folder: &Path) -> bool {
    folder.join(".loftesarkiv").is_dir()
}

/// Why `content/` may not be where it is, if it is a link to a place where no texts are kept.
pub(super) fn wrong_content(site: &Path, content: &Path) -> Option<Text> {
    let within = match within(site, content) {
        Ok(within) => within,
        Err(why) => return Some(why),
    };
    let is_whole = within.as_os_str().is_empty();
    let of_the_site = OF_THE_SITE.iter().any(|own| within.starts_with(own));
    (is_whole || of_the_site).then(|| {
        text!(
            "den leder till webbplatsens egna filer, inte till en mapp med texter",
            "it leads to the site's own files, not to a folder of texts"
        )
    })
}

/// The path of what a link leads to within the site.
fn within<'t>(site: &Path, target: &'t Path) -> Result<&'t Path, Text> {
    let Ok(within) = target.strip_prefix(site) else {
        return Err(text!(
            "den leder ut ur webbplatsens mapp",
            "it leads out of the site's folder"
        ));
    };
    // Such as what version control and this program keep for themselves.
    if within.iter().any(|name| is_litter(&name.to_string_lossy())) {
        return Err(text!(
            "den leder till något dolt, som inte hör till webbplatsen",
            "it leads to something hidden, which is no part of the site"
        ));
    }
    Ok(within)
}

/// The problem that a link cannot be followed.
pub(super) fn problem(path: ContentPath<'_>, why: &Text) -> Problem {
    Problem::in_file(
        Code::Symlink,
        &Source::path_only(path.to_string()),
        Text {
            sv: format!("{path} är en symbolisk länk som inte kan följas: {}.", why.sv).into(),
            en: format!("{path} is a symbolic link that cannot be followed: {}.", why.en).into(),
        },
        text!(
            "Ersätt länken med filen själv, eller ta bort den.",
            "Replace the link with the file itself, or remove it."
        ),
    )
}
