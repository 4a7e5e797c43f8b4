//! What is wrong with a file, and what the file is called, where it is spoken of outside its own form.

use std::collections::BTreeMap;

use super::context::Context;
use crate::content::{self, ParsedFile};
use crate::desk::form::{Mistakes, for_forms};
use crate::diagnostic::{Problem, Severity};
use crate::language::capitalised;
use crate::ledger;
use crate::model::ContentPath;
use crate::preview::SiteStatus;
use crate::schema::Owner;

/// The words of a problem as its form would say them.
pub fn told(context: &Context<'_>, problem: &Problem) -> String {
    let owner = owner_of(context, &problem.source.path);
    let mistakes = Mistakes::of(std::iter::once(problem), owner, context.language);
    let message = mistakes.all().first().map(|mistake| mistake.message().to_owned());
    message.unwrap_or_else(|| context.words(&for_forms(&problem.message)).to_owned())
}

/// What hinders a file with this path: its errors, those of a draft included, which are only warnings
/// as long as it is one.
pub fn hindering<'c>(context: &'c Context<'_>, path: &'c str) -> impl Iterator<Item = &'c Problem> {
    let problems = context.status.problems.iter();
    problems.filter(move |problem| {
        *problem.source.path == *path && problem.code.severity() == Severity::Error
    })
}

/// The first problem that hinders each file, by path: for a list of files, which are then not gone
/// through with all problems one by one.
pub fn hindrances(status: &SiteStatus) -> BTreeMap<&str, &Problem> {
    let mut found = BTreeMap::new();
    for problem in &status.problems {
        if problem.code.severity() == Severity::Error {
            found.entry(&*problem.source.path).or_insert(problem);
        }
    }
    found
}

/// The file with this path, relative to the site's folder.
pub fn file_at<'c>(context: &Context<'c>, path: &str) -> Option<&'c ParsedFile> {
    content::file_at(&context.newest.sources.content.files, path)
}

/// Whose keys a file has, as far as is known.
pub fn owner_of(context: &Context<'_>, path: &str) -> Owner {
    match file_at(context, path) {
        Some(file) => file.kind().map_or(Owner::Unknown, Owner::Kind),
        None if path == "site.toml" => Owner::Settings,
        None if path.starts_with("seals/") => Owner::Seal,
        None if path == ledger::FILE => Owner::Ledger,
        None => Owner::Unknown,
    }
}

/// What a file is called: its title; if it has none, what kind of document it is; the path of a file
/// that is no document.
pub fn name_of(context: &Context<'_>, path: &str) -> String {
    let archive = &context.newest.archive;
    if let Some(title) = ContentPath::of_site(path).and_then(|path| archive.title_at(path)) {
        return title.to_owned();
    }
    if let Some(file) = file_at(context, path) {
        return title_or_kind(context, file);
    }
    match path {
        "site.toml" => context.say("Inställningar", "Settings").to_owned(),
        ledger::FILE => context.say("Adresserna", "The addresses").to_owned(),
        other => other.to_owned(),
    }
}

/// The title of a file; if it has none, its kind and its year.
pub fn title_or_kind(context: &Context<'_>, file: &ParsedFile) -> String {
    let path = ContentPath::of_source(&file.source);
    match (file.title(), file.kind()) {
        (Some(title), _) => title.to_owned(),
        (None, Some(kind)) => {
            let kind = capitalised(kind.facts().name.in_language(context.language));
            let without = context.say("utan rubrik", "without a title");
            let (_, year) = path.home();
            format!("{kind} {year} {without}").replace("  ", " ")
        }
        (None, None) => path.as_str().to_owned(),
    }
}
