//! Parsing, which is a pure function of what was loaded.

use std::sync::Arc;

use rayon::prelude::*;

use super::file::parse_file;
use super::loaded::Loaded;
use super::parsed::{ParsedContent, ParsedFile};
use super::settings::parse_settings;
use crate::diagnostic::{Code, Problem, Source};
use crate::piece::PIECE;
use crate::text;

/// Parses everything that was loaded, in parallel; the results are in order of path.
pub fn parse(loaded: &Loaded) -> ParsedContent {
    let texts = loaded.markdown.par_iter().with_max_len(PIECE);
    let files = texts.map(|raw| Arc::new(parse_file(raw))).collect();
    put_together(loaded, files)
}

/// Parses the rest of what was loaded, once the Markdown files are parsed.
pub(super) fn put_together(loaded: &Loaded, files: Vec<Arc<ParsedFile>>) -> ParsedContent {
    let mut problems = loaded.problems.clone();
    let settings = loaded.settings.as_ref().and_then(|raw| {
        let (settings, found) = parse_settings(raw);
        problems.extend(found);
        settings.map(Arc::new)
    });
    if files.is_empty() && loaded.problems.is_empty() {
        problems.push(nothing_there());
    }
    ParsedContent { settings, files, others: loaded.others.clone(), problems }
}

fn nothing_there() -> Problem {
    Problem::in_file(
        Code::ContentEmpty,
        &Source::path_only("content"),
        text!(
            "Mappen content är tom: där finns inga Markdown-filer (.md), så det finns inget att visa.",
            "The folder content is empty: it holds no Markdown files (.md), so there is nothing to show."
        ),
        text!(
            "Skapa en kommun med ”loftesarkiv new municipality Eskilstuna”, eller kontrollera att du står i rätt mapp.",
            "Make a municipality with “loftesarkiv new municipality Eskilstuna”, or check that this is the right folder."
        ),
    )
}
