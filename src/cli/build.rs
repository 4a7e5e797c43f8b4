//! `build`: turns `content` into `public/`. Nothing is written if there is an error, and nothing is
//! done again that is already done.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::arguments::{BuildOptions, Global};
use super::destination::OutputDestination;
use super::outcome::CommandOutcome;
use super::progress::Progress;
use super::{check, interrupt, session, tell};
use crate::archive::Drafts;
use crate::build::{self, BuildRequest, BuildSummary};
use crate::diagnostic::Text;
use crate::diagnostic::text::{advice_counted, warnings_counted};
use crate::failure::Failure;
use crate::language::{Language, enumerated};
use crate::publish::{BuildKind, Published};
use crate::scan::Scan;
use crate::session::Session;
use crate::shown_path::shown_path;
use crate::text;

/// Builds the site.
pub fn run(global: &Global, options: &BuildOptions) -> Result<CommandOutcome, Failure> {
    if options.drafts && options.output.output.is_none() {
        return Err(needs_output());
    }
    session::finish_move(global)?;
    let scan = Scan::new(&global.site, options.output.output.iter().cloned().collect())?;
    let mut session = session::of(&scan, global, options.strict)?;
    let to = match OutputDestination::of(&scan, &options.output) {
        // That `site.toml` names an unfit folder is a problem with that file.
        Err(_) if options.output.output.is_none() && session.assemble().1.has_errors() => {
            return check::tell(global, &session, options.all);
        }
        to => to?,
    };
    // A copy with drafts is for those who are to approve them, and publishes no address.
    if options.drafts {
        if to.kind == BuildKind::Own {
            return Err(needs_output());
        }
        session.options.drafts = Drafts::Shown;
    }
    let asked = interrupt::noticed()?;
    let interrupted = || asked.load(Ordering::Relaxed);
    let telling = Telling { all: options.all, unchanged: true };
    let outcome = build(global, &to, &session, telling, &interrupted)?;
    // The process ends here, and releasing an archive's memory piece by piece would only take time.
    std::mem::forget(session);
    Ok(outcome)
}

fn needs_output() -> Failure {
    Failure {
        message: text!(
            "Utkast får inte blandas med den publicerade webbplatsen.",
            "Drafts must not be mixed with the published site."
        ),
        help: text!(
            "Ange en annan mapp för kopian: --output MAPP.",
            "Give another folder for the copy: --output FOLDER."
        ),
    }
}

/// What is told of a build.
#[derive(Debug, Clone, Copy)]
pub struct Telling {
    /// Every warning and piece of advice, with nothing summed up.
    pub all: bool,
    /// Also that nothing had changed.
    pub unchanged: bool,
}

/// Builds once what a session has loaded and reports the outcome; `watch` calls it too. If the build
/// is interrupted, the site is left as it was.
pub fn build(
    global: &Global,
    to: &OutputDestination,
    session: &Session,
    Telling { all, unchanged }: Telling,
    interrupted: &(dyn Fn() -> bool + Sync),
) -> Result<CommandOutcome, Failure> {
    let start = Instant::now();
    let language = session.language();
    let progress = Progress::new(global);
    let show = |done, of| progress.show(done, of);
    let OutputDestination { folder: output, kind } = to;
    let marked = session.options.drafts == Drafts::Shown;
    let request = BuildRequest { output, kind: *kind, marked, progress: &show, interrupted };
    let built = build::build(session, &request);
    progress.end();
    let built = built?;
    let outcome = match &built.outcome {
        build::BuildOutcome::Unchanged(_) if !unchanged => Ok(CommandOutcome::Done),
        build::BuildOutcome::Unchanged(summary) => {
            tell::report(global, &summary.report, language, all)?;
            summarise(global, summary, language, None, start);
            tell_of_trial(global, language, to, session);
            Ok(CommandOutcome::Done)
        }
        build::BuildOutcome::Published(summary, published) => {
            tell::report(global, &summary.report, language, all)?;
            summarise(global, summary, language, Some(published), start);
            tell_of_trial(global, language, to, session);
            for undone in &published.undone {
                let Text { sv, en } = undone;
                tell::notice(
                    language,
                    &text!(
                        "varning: {sv} Webbplatsen är publicerad i sin helhet; nästa bygge gör det som är kvar.",
                        "warning: {en} The site has been published as a whole; the next build does what is left."
                    ),
                );
            }
            Ok(CommandOutcome::Done)
        }
        build::BuildOutcome::Errors(report) => {
            tell::report(global, report, language, all)?;
            tell::conclusion(global, report, language, 0);
            tell::line(
                global,
                language,
                &text!(
                    "Inget skrevs. Rätta felen och bygg igen.",
                    "Nothing was written. Mend the errors and build again."
                ),
            );
            Ok(CommandOutcome::Errors)
        }
        build::BuildOutcome::NotMade(report) => {
            tell::report(global, report, language, all)?;
            Ok(CommandOutcome::Errors)
        }
        build::BuildOutcome::Occupied(report) => {
            tell::report(global, report, language, all)?;
            Err(Failure {
                message: text!("Inget skrevs.", "Nothing was written."),
                help: text!("", ""),
            })
        }
    };
    if unchanged {
        // As above: nothing is built after this.
        std::mem::forget(built.held);
    }
    outcome
}

/// Says of a trial that it is one.
fn tell_of_trial(global: &Global, language: Language, to: &OutputDestination, session: &Session) {
    if to.kind == BuildKind::Own {
        return;
    }
    let (folder, own) = (shown_path(to.folder.path()), shown_path(&session.output));
    let told = text!(
        "Det här var ett prov i {folder}: inga adresser antecknades i addresses.toml. Webbplatsens egen mapp är {own}.",
        "This was a trial in {folder}: no addresses were recorded in addresses.toml. The site's own folder is {own}."
    );
    tell::line(global, language, &told);
}

/// "15 dokument, 3 kommuner och områden, 60 sidor: 4 nya eller ändrade filer (0,2 s)."
fn summarise(
    global: &Global,
    summary: &BuildSummary,
    language: Language,
    published: Option<&Published>,
    start: Instant,
) {
    if summary.without_base_url {
        tell::line(
            global,
            language,
            &text!(
                "Utan base_url i site.toml: inga flöden, ingen sitemap och ingen 404-sida.",
                "Without base_url in site.toml: no feeds, no sitemap and no 404 page."
            ),
        );
    }
    if !summary.lacking_for_catalogue.is_empty() {
        let lacking = |language| enumerated(language, &summary.lacking_for_catalogue);
        let (sv, en) = (lacking(Language::Swedish), lacking(Language::English));
        tell::line(
            global,
            language,
            &text!(
                "Utan {sv} i site.toml: ingen katalog över öppna data för Sveriges dataportal.",
                "Without {en} in site.toml: no catalogue of the open data for the Swedish data portal."
            ),
        );
    }
    if summary.without_statement {
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
    let documents = counted(summary.documents, ["dokument", "dokument"], ["document", "documents"]);
    let places = counted(
        summary.places,
        ["kommun eller område", "kommuner och områden"],
        ["municipality or area", "municipalities and areas"],
    );
    let pages = counted(summary.pages, ["sida", "sidor"], ["page", "pages"]);
    let (warnings, advice) = (summary.report.warnings(), summary.report.advice());
    let mut beside = text!("", "");
    for (n, counted) in [(warnings, warnings_counted(warnings)), (advice, advice_counted(advice))] {
        if n > 0 {
            beside.sv.to_mut().push_str(&format!(", {}", counted.sv));
            beside.en.to_mut().push_str(&format!(", {}", counted.en));
        }
    }
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
            Text {
                sv: format!("{}{}", new.sv, gone.sv).into(),
                en: format!("{}{}", new.en, gone.en).into(),
            }
        }
        _ => text!("inget hade ändrats", "nothing had changed"),
    };
    let line = Text {
        sv: format!(
            "{}, {}, {}: {}{} ({whole},{tenth} s).",
            documents.sv, places.sv, pages.sv, done.sv, beside.sv
        )
        .into(),
        en: format!(
            "{}, {}, {}: {}{} ({whole}.{tenth} s).",
            documents.en, places.en, pages.en, done.en, beside.en
        )
        .into(),
    };
    tell::line(global, language, &line);
}

/// "1 sida", "2 sidor".
fn counted(n: usize, sv: [&str; 2], en: [&str; 2]) -> Text {
    let form = usize::from(n != 1);
    Text { sv: format!("{n} {}", sv[form]).into(), en: format!("{n} {}", en[form]).into() }
}
