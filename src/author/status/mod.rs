//! What needs doing in an archive, most urgent first: mistakes, drafts, follow-ups that are due,
//! periods that end, reports that grow old and documents without source. Facts of the archive only;
//! nothing here says what the parties ought to have done.

mod task;
mod unfinished;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;

use crate::archive::{Archive, Linked};
use crate::content::{ParsedFile, file_at};
use crate::diagnostic::{Code, Problem, Severity, Text};
use crate::language::Language;
use crate::model::{Address, ContentPath, Kind, PlaceId, PlannedState, date_in_list};
use crate::text;

use task::has_been_published;
pub use task::{Task, TaskKind};

/// How many days before its date a promised follow-up is mentioned.
const DUE: i32 = 90;
/// How many months before its end a document is mentioned.
const ENDING: i32 = 6;

/// Everything that needs doing, in order of urgency, then of path. The archive and its problems are
/// those with drafts shown; the files are all that there are, also those of which too little can be
/// read for the archive.
pub fn tasks(archive: &Archive, files: &[Arc<ParsedFile>], problems: &[Problem]) -> Vec<Task> {
    let mut tasks = Vec::new();
    of_problems(archive, files, problems, &mut tasks);
    unfinished::drafts(files, &archive.ledger, problems, &mut tasks);
    for linked in &archive.documents {
        of_document(archive, linked, &mut tasks);
    }
    periods(archive, &mut tasks);
    unsealed(archive, &mut tasks);
    yearless(archive, &mut tasks);
    statement(archive, &mut tasks);
    tasks.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    tasks.dedup();
    tasks
}

fn of_problems(
    archive: &Archive,
    files: &[Arc<ParsedFile>],
    problems: &[Problem],
    tasks: &mut Vec<Task>,
) {
    let mut errors: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        match (problem.severity, problem.code) {
            (Severity::Error, _) => errors.entry(&problem.source.path).or_default().push(problem),
            (_, Code::SituationReportOld) => {
                tasks.push(told_by(archive, problem, TaskKind::ReportOld));
            }
            (_, Code::NoSource) => {
                let what = text!("Ingen källa är angiven.", "No source is given.");
                tasks.push(at(archive, &problem.source.path, TaskKind::NoSource, what));
            }
            (Severity::Warning, Code::FileIgnored) => {
                tasks.push(told_by(archive, problem, TaskKind::FileUnused));
            }
            (Severity::Warning | Severity::Advice, _) => {}
        }
    }
    for (path, errors) in errors {
        let (what, problem) = match errors.as_slice() {
            [only] => (text!("", ""), Some((*only).clone())),
            several => {
                let n = several.len();
                (text!("{n} fel.", "{n} errors."), None)
            }
        };
        let task = at(archive, path, TaskKind::Error, what);
        // A file with errors may have a title, though too little of it is known for the archive.
        let title = file_at(files, path).and_then(ParsedFile::title).map(str::to_owned);
        tasks.push(Task { title: title.unwrap_or(task.title), problem, ..task });
    }
}

/// A task at the file with this path.
fn at(archive: &Archive, path: &str, kind: TaskKind, what: Text) -> Task {
    let content = ContentPath::of_site(path);
    let title = content.and_then(|path| archive.title_at(path));
    Task {
        kind,
        path: path.to_owned(),
        address: content.and_then(|path| Address::of_content(path).ok()),
        title: title.unwrap_or(path).to_owned(),
        what,
        problem: None,
    }
}

/// A task of which a problem says all.
fn told_by(archive: &Archive, problem: &Problem, kind: TaskKind) -> Task {
    let task = at(archive, &problem.source.path, kind, text!("", ""));
    Task { problem: Some(problem.clone()), ..task }
}

fn of(linked: &Linked, kind: TaskKind, what: Text) -> Task {
    let document = &linked.document;
    Task {
        kind,
        path: document.source.path.to_string(),
        address: Some(document.address.clone()),
        title: document.common.title.value.clone(),
        what,
        problem: None,
    }
}

fn of_document(archive: &Archive, linked: &Linked, tasks: &mut Vec<Task>) {
    if linked.document.common.draft {
        let what = match archive.ledger.has_published(&linked.document.address) {
            true => has_been_published(),
            false => text!("Är inte publicerat.", "Is not published."),
        };
        tasks.push(of(linked, TaskKind::Draft, what));
        return;
    }
    let soon = archive.today.saturating_add(DUE.days());
    for planned in &linked.planned {
        let (sv, en) = in_both(planned.date);
        match planned.state {
            PlannedState::Missing => {
                let what = text!(
                    "Uppföljning var utlovad till {sv}.",
                    "A follow-up was promised for {en}."
                );
                tasks.push(of(linked, TaskKind::FollowUpMissing, what));
            }
            PlannedState::Upcoming if planned.date.first_day() <= soon => {
                let what =
                    text!("Uppföljning är utlovad till {sv}.", "A follow-up is promised for {en}.");
                tasks.push(of(linked, TaskKind::FollowUpDue, what));
            }
            PlannedState::Upcoming | PlannedState::Published => {}
        }
    }
}

fn in_both(date: crate::model::PartialDate) -> (String, String) {
    (date_in_list(Language::Swedish, date), date_in_list(Language::English, date))
}

/// The documents of each municipality that end, or have ended, and that no later one of their kind
/// follows.
fn periods(archive: &Archive, tasks: &mut Vec<Task>) {
    let mut latest: BTreeMap<(PlaceId, Kind), Vec<&Linked>> = BTreeMap::new();
    for linked in archive.documents.iter().filter(|linked| !linked.document.common.draft) {
        for kind in [Kind::Agreement, Kind::Pledge, Kind::ActionPlan] {
            if linked.document.is(kind) {
                for place in &linked.municipalities {
                    latest.entry((*place, kind)).or_default().push(linked);
                }
            }
        }
    }
    let soon = archive.today.saturating_add(ENDING.months());
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for documents in latest.values() {
        let last = |linked: &Linked| linked.document.period().and_then(|period| period.last_day());
        // One whose end is not known may still be in force.
        let is_open = |linked: &&&Linked| last(linked).is_none();
        if documents.iter().any(|linked| is_open(&linked)) {
            continue;
        }
        let Some(linked) = documents.iter().max_by_key(|linked| last(linked)) else { continue };
        let Some(end) = last(linked).filter(|end| *end < soon) else { continue };
        if !linked.replaced_by.is_empty() || !told.insert(&linked.document.source.path) {
            continue;
        }
        let (sv, en) = in_both(crate::model::PartialDate::Day(end));
        let (kind, what) = if end < archive.today {
            let what = text!("Gällde till och med {sv}.", "Was in force until {en}.");
            (TaskKind::Ended, what)
        } else {
            (TaskKind::Ending, text!("Gäller till och med {sv}.", "Is in force until {en}."))
        };
        tasks.push(of(linked, kind, what));
    }
}

/// The years before this one that no yearly package covers. A site without any package does not make
/// them, and is not reminded.
fn unsealed(archive: &Archive, tasks: &mut Vec<Task>) {
    if archive.seals.seals.is_empty() {
        return;
    }
    let is_open =
        |year: &i16| *year < archive.today.year() && archive.seals.of_year(*year).is_none();
    tasks.extend(archive.archive_years().into_keys().filter(is_open).map(|year| Task {
        kind: TaskKind::YearNotSealed,
        path: format!("seals/{year}.toml"),
        address: None,
        title: year.to_string(),
        what: text!(
            "Årets dokument ingår inte i något årspaket.",
            "The year's documents are in no yearly package."
        ),
        problem: None,
    }));
}

/// The documents that belong to no year, on a site that makes yearly packages or is about to.
fn yearless(archive: &Archive, tasks: &mut Vec<Task>) {
    if archive.seals.seals.is_empty() && archive.settings.archive.is_none() {
        return;
    }
    tasks.extend(archive.yearless().map(|id| {
        let what = text!(
            "Följer inte med i något årspaket. Skriv in period, datum eller archived.",
            "Is in no yearly package. Write its period, its date or archived."
        );
        of(archive.document(id), TaskKind::NoYear, what)
    }));
}

/// The accessibility statement, which the law asks of a municipality's site.
fn statement(archive: &Archive, tasks: &mut Vec<Task>) {
    if archive.settings.accessibility.is_some() {
        return;
    }
    tasks.push(Task {
        kind: TaskKind::NoStatement,
        path: "site.toml".to_owned(),
        address: None,
        title: archive.settings.title.clone(),
        what: text!(
            "Webbplatsen har ingen tillgänglighetsredogörelse. Lagen kräver den av kommuner.",
            "The site has no accessibility statement. The law asks it of municipalities."
        ),
        problem: None,
    });
}
