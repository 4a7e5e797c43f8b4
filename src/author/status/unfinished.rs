//! Drafts in which something required is missing or unreadable. They are in no list of the archive,
//! since too little of them is known, but they are files that somebody has begun.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::task::{Task, TaskKind, has_been_published};
use crate::content::ParsedFile;
use crate::diagnostic::{Problem, Severity};
use crate::ledger::Ledger;
use crate::model::Address;
use crate::text;

/// A task for each such draft, with what is wrong with it. The problems are those of all files, and
/// of a draft's own errors only warnings are left.
pub(super) fn drafts(
    files: &[Arc<ParsedFile>],
    ledger: &Ledger,
    problems: &[Problem],
    tasks: &mut Vec<Task>,
) {
    let broken = files.iter().filter(|file| file.draft && file.is_broken());
    let mut begun: BTreeMap<&str, (&ParsedFile, Vec<&Problem>)> =
        broken.map(|file| (&*file.source.path, (&**file, Vec::new()))).collect();
    for problem in problems {
        if let Some((_, own)) = begun.get_mut(&*problem.source.path) {
            own.push(problem);
        }
    }
    for (path, (file, own)) in begun {
        // A draft whose facts cannot be read at all has an error that is listed as one.
        if own.iter().any(|problem| problem.severity == Severity::Error) {
            continue;
        }
        let address = Address::of_site(path);
        let published = address.as_ref().is_some_and(|address| ledger.has_published(address));
        let mut wrong: Vec<&Problem> =
            own.into_iter().filter(|it| it.code.severity() == Severity::Error).collect();
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
