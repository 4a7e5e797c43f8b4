//! A whole build, on behalf of a command or the desk: nothing is built if nothing has changed;
//! otherwise the ledger is merged and the site published. Nothing is printed; the outcome is
//! returned.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::canonical_path::canonical;
use crate::diagnostic::{Code, Problem, Report, Source};
use crate::digest::Digest;
use crate::draft_mark::marked;
use crate::language::Language;
use crate::ledger;
use crate::model::Address;
use crate::pipeline::{Assembled, inputs, prepare};
use crate::publish::{
    self, BuildKind, BuiltSources, Contents, LedgerUpdate, OutputFolder, Prepared, PublishError,
    Published, Remembered, Request, SearchRuns,
};
use crate::render::BUILD_ID;
use crate::session::Session;
use crate::shown_path::shown_path;
use crate::site::Recent;
use crate::tables;
use crate::text;

/// How a build is to be made.
pub struct BuildRequest<'a> {
    pub output: &'a OutputFolder,
    /// A build of the site's own output adds every address to the ledger; a trial leaves the ledger
    /// as it is, because what is built is not for the public.
    pub kind: BuildKind,
    /// Whether every page says that it is a draft, since drafts are among them.
    pub marked: bool,
    /// Called now and then with how many of how many files are done, in no strict order, from any
    /// thread.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Called before each file and before anything is put in place; if it returns true, the site is
    /// left as it was.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// The outcome of a build.
#[derive(Debug)]
pub enum BuildOutcome {
    /// There was nothing to do: the last build was made from the same inputs, and its files are as
    /// it left them.
    Unchanged(BuildSummary),
    /// The output holds the site.
    Published(BuildSummary, Published),
    /// The site's files have errors. Nothing was written.
    Errors(Report),
    /// Files could not be made: the theme failed on a page, or an attachment changed during the
    /// build. Nothing was written.
    NotMade(Report),
    /// At addresses of pages there are files that are not the program's. Nothing was written.
    Occupied(Report),
}

/// A finished build.
pub struct Built {
    pub outcome: BuildOutcome,
    /// What the build held in memory. Releasing an archive's memory piece by piece takes time, so a
    /// caller that is about to end the process can choose not to.
    pub held: Option<Assembled>,
}

/// The most warnings and advice of a build that are stored, so that they cost neither
/// memory nor a file of megabytes.
const LONGEST_STORED: usize = 1000;

/// Builds what a session has loaded. Fails if the output cannot be written or the build is
/// interrupted; in either case every file of the site is whole.
pub fn build(session: &Session, asked: &BuildRequest) -> Result<Built, PublishError> {
    let language = session.language();
    let keeps_ledger = asked.kind == BuildKind::Own;
    let remembered = Remembered::of(&session.site, asked.kind);
    let made_from = |ledger: Option<Digest>| {
        inputs(&session.loaded, ledger, &session.theme, &session.options, keeps_ledger)
    };
    let ledger_now = session.loaded.ledger.as_ref().map(|ledger| ledger.digest);
    let keep_sources = |inputs: &Digest, ledger: Option<Digest>| {
        let texts = session.loaded.markdown.iter().chain(&session.loaded.settings);
        let texts = texts.map(|raw| (raw.path.as_str(), raw.digest));
        let ledger = ledger.map(|digest| (ledger::FILE, digest));
        remembered.keep_sources(&BuiltSources::text(inputs, texts.chain(ledger)));
    };
    let made_of = made_from(ledger_now);
    if let Some(summary) = unchanged(asked.output, &made_of, &remembered) {
        if !remembered.has_sources() {
            keep_sources(&made_of, ledger_now);
        }
        return Ok(Built { outcome: BuildOutcome::Unchanged(summary), held: None });
    }

    let (_, mut assembled) = session.assemble();
    let report = Report::of(&assembled.problems, language);
    let theme = assembled.theme.clone().filter(|_| !assembled.has_errors());
    let Some(theme) = theme else {
        return Ok(Built { outcome: BuildOutcome::Errors(report), held: Some(assembled) });
    };
    assembled.cut_search(&SearchRuns::of(&remembered, Digest(BUILD_ID)));

    let summary = BuildSummary::of(&assembled, report);
    let recent = Recent::default();
    let addresses: Vec<Address> = assembled.plan.pages.keys().cloned().collect();
    let of_pages = assembled.plan.pages.values();
    let kept: Vec<bool> = of_pages.map(|planned| assembled.plan.is_kept(planned)).collect();
    let ledger = keeps_ledger.then(|| {
        let kept = assembled.plan.kept_addresses();
        let packages = assembled.archive.seals.seals.iter().map(|seal| seal.name.as_str());
        LedgerUpdate {
            path: session.site.join(ledger::FILE),
            text: ledger::merged(&assembled.archive.ledger, kept, packages),
            read: ledger_now,
        }
    });
    let folder = shown(&session.site, asked.output);
    let accepted = assembled.archive.settings.accepts(Code::FileForeign).is_some();
    let with_foreign = |summary: BuildSummary, foreign: &[String]| match accepted {
        true => summary,
        false => summary.with_foreign(&folder, foreign, language),
    };
    // A long report is not stored. The next build then looks again, and reports the same.
    let is_short = summary.report.diagnostics.len() <= LONGEST_STORED;
    let stored = |foreign: &[String]| {
        let summary = is_short.then(|| with_foreign(summary.clone(), foreign));
        summary.and_then(|summary| serde_json::to_vec(&summary).ok()).unwrap_or_default()
    };
    // The inputs of a build that adds to the ledger include the ledger as the build leaves it.
    let ledger_left = ledger.as_ref().map(|update| Digest::of(update.text.as_bytes()));
    let made_of = made_from(ledger_left.or(ledger_now));
    let published = publish::publish(&Request {
        site: &session.site,
        output: asked.output,
        addresses: &addresses,
        prepare: &|n| {
            let address = &addresses[n];
            let prepared = prepare(&assembled, &theme, &session.loaded, address, &recent)?;
            let is_page = address.as_str().ends_with(".html");
            Ok(if asked.marked && is_page { as_draft(prepared, session) } else { prepared })
        },
        inputs: made_of,
        kept: &|n| kept[n],
        remembered: &remembered,
        report: &stored,
        ledger,
        made: &|| theme.forget_parts(),
        progress: asked.progress,
        interrupted: asked.interrupted,
        checksums: true,
    });
    let outcome = match published {
        Ok(published) => {
            keep_sources(&made_of, ledger_left.or(ledger_now));
            BuildOutcome::Published(with_foreign(summary, &published.foreign), published)
        }
        Err(error) => {
            let problems = error.problems(&folder);
            if problems.is_empty() {
                return Err(error);
            }
            let report = Report::of(&problems, language);
            match error {
                PublishError::Make(_) => BuildOutcome::NotMade(report),
                _ => BuildOutcome::Occupied(report),
            }
        }
    };
    Ok(Built { outcome, held: Some(assembled) })
}

/// A page with the mark of a draft.
fn as_draft<'a>(prepared: Prepared<'a>, session: &Session) -> Prepared<'a> {
    let language = session.site_language();
    let key = Digest::of(format!("draft {}", prepared.key).as_bytes());
    let make = Box::new(move || {
        (prepared.make)().map(|contents| match contents {
            Contents::Bytes(page) => {
                Contents::Bytes(marked(&String::from_utf8_lossy(&page), language).into_bytes())
            }
            other @ Contents::CopyOf { .. } => other,
        })
    });
    Prepared { key, make }
}

/// The stored summary, if there is nothing to do.
fn unchanged(
    output: &OutputFolder,
    inputs: &Digest,
    remembered: &Remembered,
) -> Option<BuildSummary> {
    serde_json::from_slice(&publish::unchanged(output, inputs, remembered)?).ok()
}

/// The output folder as shown in paths of messages: relative to the site's folder if it is within
/// it.
fn shown(site: &Path, output: &OutputFolder) -> String {
    let site = canonical(site).unwrap_or_else(|_| site.to_owned());
    let folder = output.path().strip_prefix(site).unwrap_or(output.path());
    shown_path(folder).replace('\\', "/")
}

/// The numbers of a site that was built, and the report. It is stored in the site's folder, so that
/// an unchanged build can report it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildSummary {
    /// Warnings only; a build with errors has no summary.
    pub report: Report,
    /// Published documents, without the site's own pages.
    pub documents: usize,
    pub places: usize,
    /// HTML pages.
    pub pages: usize,
    /// There is no `base_url`, and therefore no feeds, sitemap or 404 page.
    pub without_base_url: bool,
    /// What `site.toml` lacks, so that there is no catalogue of the open data.
    pub lacking_for_catalogue: Vec<String>,
    /// There is no accessibility statement.
    pub without_statement: bool,
}

impl BuildSummary {
    /// The summary of a site without errors.
    fn of(assembled: &Assembled, report: Report) -> BuildSummary {
        let archive = &assembled.archive;
        BuildSummary {
            report,
            documents: archive.published().count(),
            places: archive.places.len(),
            pages: assembled.plan.pages.keys().filter(|a| a.as_str().ends_with(".html")).count(),
            without_base_url: archive.settings.base_url.is_none(),
            lacking_for_catalogue: tables::lacking_for_catalogue(archive)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            without_statement: archive.settings.accessibility.is_none(),
        }
    }

    /// The report with the foreign files of the output added.
    fn with_foreign(
        mut self,
        folder: &str,
        foreign: &[String],
        language: Language,
    ) -> BuildSummary {
        let problems: Vec<Problem> = foreign
            .iter()
            .map(|path| {
                Problem::in_file(
                    Code::FileForeign,
                    &Source::path_only(format!("{folder}/{path}")),
                    text!(
                        "Det här ligger i utmappen men är inte programmets, eller har ändrats av någon. Det lämnades i fred.",
                        "This lies in the output folder but is not the program's, or was changed by somebody. It was left alone."
                    ),
                    text!(
                        "Flytta det, om det inte ska ligga där.",
                        "Move it, if it does not belong there."
                    ),
                )
            })
            .collect();
        self.report.diagnostics.extend(Report::of(&problems, language).diagnostics);
        self.report.diagnostics.sort();
        self
    }
}
