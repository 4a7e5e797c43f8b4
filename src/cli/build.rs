//! `build`: content → `public/`. Nothing is written when there is an error, and nothing is done
//! twice.

use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::arguments::{BuildOptions, Global};
use super::outcome::Outcome;
use super::progress::Progress;
use super::{interrupt, session, tell};
use crate::diagnostic::{Code, Problem, Report, Source, Text};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::language::Language;
use crate::ledger;
use crate::model::Kind;
use crate::pipeline::{Assembled, inputs, prepare};
use crate::publish::{self, OutputFolder, PublishError, Published, Request};
use crate::session::Session;
use crate::site::Recent;
use crate::text;

/// What a build tells, stored with its output so that an unchanged build can tell it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    report: Report,
    documents: usize,
    places: usize,
    pages: usize,
    /// No feeds, sitemap or 404 page.
    without_base_url: bool,
    /// No accessibility statement.
    without_statement: bool,
}

/// What becomes of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ledger {
    /// Every address of the site is added to it.
    Kept,
    /// It is left as it is, because what is built is not yet meant for the public.
    Left,
}

/// Builds the site.
pub fn run(global: &Global, options: &BuildOptions) -> Result<Outcome, Failure> {
    let folder = options.output.folder(&global.site);
    let output = publish::check_output(&global.site, &folder, std::env::home_dir().as_deref())?;
    let session = session::open(global, Some(output.path()), options.strict)?;
    let asked = interrupt::noticed()?;
    let interrupted = || asked.load(Ordering::Relaxed);
    let built = build(global, &output, session, Ledger::Kept, &interrupted)?;
    // The process ends here: to give an archive's memory back piece by piece would only take time.
    std::mem::forget(built.held);
    Ok(built.outcome)
}

/// What came of a build.
pub struct Built {
    pub outcome: Outcome,
    /// What it held in memory.
    held: (Session, Option<Assembled>),
}

/// Builds once what a session has loaded, and tells how it went; `watch` calls it too. When it is
/// interrupted, the site is left as it was.
pub fn build(
    global: &Global,
    output: &OutputFolder,
    session: Session,
    ledger: Ledger,
    interrupted: &(dyn Fn() -> bool + Sync),
) -> Result<Built, Failure> {
    let start = Instant::now();
    let language = session.language();
    let keeps_ledger = ledger == Ledger::Kept;
    let made_from = |session: &Session, ledger: Option<Digest>| {
        inputs(&session.loaded, ledger, &session.theme.0, &session.options, keeps_ledger)
    };
    let standing = session.loaded.ledger.as_ref().map(|ledger| ledger.digest);

    if let Some(told) = stored(output, &made_from(&session, standing)) {
        tell::report(global, &told.report, language)?;
        told.summary(global, language, None, start);
        return Ok(Built { outcome: Outcome::Done, held: (session, None) });
    }

    let (_, assembled) = session.assemble();
    let report = Report::of(&assembled.problems, language);
    let theme = assembled.theme.as_deref().filter(|_| !assembled.has_errors());
    let Some(theme) = theme else {
        tell::report(global, &report, language)?;
        tell::conclusion(global, &report, language, 0);
        tell::line(
            global,
            language,
            &text!(
                "Inget skrevs. Rätta felen och bygg igen.",
                "Nothing was written. Mend the errors and build again."
            ),
        );
        return Ok(Built { outcome: Outcome::Errors, held: (session, Some(assembled)) });
    };

    let told = Told::of(&assembled, report);
    let recent = Recent::default();
    let ledger = || {
        let kept = assembled.plan.kept_addresses();
        (global.site.join(ledger::FILE), ledger::merged(&assembled.archive.ledger, kept))
    };
    let (addresses, ledger) = rayon::join(
        || assembled.plan.neighbours_together(&assembled.archive),
        || keeps_ledger.then(ledger),
    );
    let folder = shown(&global.site, output);
    let with_foreign = |foreign: &[String]| told.clone().with_foreign(&folder, foreign, language);
    let progress = Progress::new(global);
    let left = ledger.as_ref().map(|(_, text)| Digest::of(text.as_bytes())).or(standing);
    let request = Request {
        site: &global.site,
        output,
        addresses: &addresses,
        prepare: &|n| prepare(&assembled, theme, &session.loaded, &addresses[n], &recent),
        inputs: made_from(&session, left),
        report: &|foreign| serde_json::to_vec(&with_foreign(foreign)).unwrap_or_default(),
        ledger,
        progress: &|done, of| progress.show(done, of),
        interrupted,
        checksums: true,
    };
    let published = publish::publish(&request);
    progress.end();
    let published = match published {
        Ok(published) => published,
        Err(error) => {
            let outcome = fail(global, language, &folder, error)?;
            return Ok(Built { outcome, held: (session, Some(assembled)) });
        }
    };
    let told = with_foreign(&published.foreign);
    tell::report(global, &told.report, language)?;
    told.summary(global, language, Some(&published), start);
    Ok(Built { outcome: Outcome::Done, held: (session, Some(assembled)) })
}

/// The stored report, when there is nothing to do.
fn stored(output: &OutputFolder, inputs: &Digest) -> Option<Told> {
    serde_json::from_slice(&publish::unchanged(output, inputs)?).ok()
}

/// The output folder as paths in messages begin: from the site's folder where it lies there.
fn shown(site: &Path, output: &OutputFolder) -> String {
    let site = fs::canonicalize(site).unwrap_or_else(|_| site.to_owned());
    let folder = output.path().strip_prefix(site).unwrap_or(output.path());
    folder.display().to_string().replace('\\', "/")
}

/// A page that could not be made is an error in the site's files; anything else means that the
/// command could not run.
fn fail(
    global: &Global,
    language: Language,
    folder: &str,
    error: PublishError,
) -> Result<Outcome, Failure> {
    let problems = error.problems(folder);
    if problems.is_empty() {
        return Err(error.into());
    }
    tell::report(global, &Report::of(&problems, language), language)?;
    match error {
        PublishError::Make(_) => Ok(Outcome::Errors),
        _ => Err(Failure {
            message: text!("Inget skrevs.", "Nothing was written."),
            help: text!("", ""),
        }),
    }
}

impl Told {
    fn of(assembled: &Assembled, report: Report) -> Told {
        let archive = &assembled.archive;
        let kinds = archive.documents.iter().filter(|linked| linked.published);
        Told {
            report,
            documents: kinds.filter(|linked| linked.document.kind != Kind::Page).count(),
            places: archive.places.len(),
            pages: assembled.plan.pages.keys().filter(|a| a.as_str().ends_with(".html")).count(),
            without_base_url: archive.settings.base_url.is_none(),
            without_statement: archive.settings.accessibility.is_none(),
        }
    }

    /// With what stands in the output and is not the program's.
    fn with_foreign(mut self, folder: &str, foreign: &[String], language: Language) -> Told {
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

    /// "15 handlingar, 3 platser och 60 sidor byggda på 0,2 s."
    fn summary(
        &self,
        global: &Global,
        language: Language,
        published: Option<&Published>,
        start: Instant,
    ) {
        if self.without_base_url {
            tell::line(
                global,
                language,
                &text!(
                    "Utan base_url i site.toml: inga flöden, ingen sitemap och ingen 404-sida.",
                    "Without base_url in site.toml: no feeds, no sitemap and no 404 page."
                ),
            );
        }
        if self.without_statement {
            tell::line(
                global,
                language,
                &text!(
                    "Utan [accessibility] i site.toml: ingen tillgänglighetsredogörelse, som lagen kräver av kommuner.",
                    "Without [accessibility] in site.toml: no accessibility statement, which the law asks of municipalities."
                ),
            );
        }
        let tenths = start.elapsed().as_millis() / 100;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let documents =
            counted(self.documents, ["dokument", "dokument"], ["document", "documents"]);
        let places = counted(
            self.places,
            ["kommun eller område", "kommuner och områden"],
            ["municipality or area", "municipalities and areas"],
        );
        let pages = counted(self.pages, ["sida", "sidor"], ["page", "pages"]);
        let warnings = match self.report.warnings() {
            0 => text!("", ""),
            n => {
                let n = counted(n, ["varning", "varningar"], ["warning", "warnings"]);
                Text { sv: format!(", {}", n.sv), en: format!(", {}", n.en) }
            }
        };
        let done = match published {
            Some(published) if published.written + published.deleted > 0 => {
                let new = counted(
                    published.written,
                    ["ny eller ändrad fil", "nya eller ändrade filer"],
                    ["new or changed file", "new or changed files"],
                );
                let gone = match published.deleted {
                    0 => text!("", ""),
                    1 => text!(", 1 borttagen", ", 1 removed"),
                    n => text!(", {n} borttagna", ", {n} removed"),
                };
                Text { sv: format!("{}{}", new.sv, gone.sv), en: format!("{}{}", new.en, gone.en) }
            }
            _ => text!("inget hade ändrats", "nothing had changed"),
        };
        let line = Text {
            sv: format!(
                "{}, {}, {}: {}{} ({whole},{tenth} s).",
                documents.sv, places.sv, pages.sv, done.sv, warnings.sv
            ),
            en: format!(
                "{}, {}, {}: {}{} ({whole}.{tenth} s).",
                documents.en, places.en, pages.en, done.en, warnings.en
            ),
        };
        tell::line(global, language, &line);
    }
}

/// "1 sida", "2 sidor".
fn counted(n: usize, sv: [&str; 2], en: [&str; 2]) -> Text {
    let form = usize::from(n != 1);
    Text { sv: format!("{n} {}", sv[form]), en: format!("{n} {}", en[form]) }
}
