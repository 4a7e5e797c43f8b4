//! Drafts in which something required is missing or unreadable. They are in no list of the archive,
//! since too little of them is known, but they are files that somebody has begun.

use std::sync::Arc;

use super::task::{Task, TaskKind, has_been_published};
use crate::content::ParsedFile;
use crate::diagnostic::{Problem, Severity};
use crate::ledger::Ledger;
use crate::model::{Address, ContentPath};
use crate::text;

/// A task for each such draft, with what is wrong with it. The problems are those of all files, and
/// of a draft's own errors only warnings are left.
pub(super) fn drafts(
    files: &[Arc<ParsedFile>],
    ledger: &Ledger,
    problems: &[Problem],
    tasks: &mut Vec<Task>,
) {
    for file in files.iter().filter(|file| file.draft && file.is_broken()) {
        let path = &*file.source.path;
        let own = || problems.iter().filter(|problem| *problem.source.path == *path);
        // A draft whose facts cannot be read at all has an error that is listed as one.
        if own().any(|problem| problem.severity == Severity::Error) {
            continue;
        }
        let address = ContentPath::of_site(path).and_then(|path| Address::of_content(path).ok());
        let published = address.as_ref().is_some_and(|address| ledger.has_published(address));
        let mut wrong: Vec<&Problem> =
            own().filter(|problem| problem.code.severity() == Severity::Error).collect();
        let only = if wrong.len() == 1 { wrong.pop() } else { None };
        let what = match (published, wrong.len()) {
            (true, _) => has_been_published(),
            (false, 0) => text!("Är inte publicerat.", "Is not published."),
            (false, n) => text!(
                "Är inte publicerat. {n} fel att rätta.",
                "Is not published. {n} errors to mend."
            ),
        };
        tasks.push(Task {
            kind: TaskKind::Draft,
            path: path.to_owned(),
            address,
            title: file.title().unwrap_or(path).to_owned(),
            what,
            problem: only.cloned(),
        });
    }
}
