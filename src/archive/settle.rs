//! Settling the severity of each problem: an accepted warning is silenced, the errors of a draft
//! become warnings, and `--strict` turns warnings into errors. Advice stays advice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::referrers::Referrers;
use crate::diagnostic::{Code, Problem, Severity, Source, Text};
use crate::model::document::Accept;
use crate::model::settings::Settings;
use crate::text;

/// What a Markdown file says about its own problems and those of the files that it refers to.
#[derive(Debug, Clone)]
pub struct Leniency<'a> {
    pub source: &'a Arc<Source>,
    /// Whether its errors are warnings.
    pub draft: bool,
    /// Whether it could not be read, so that not all problems that it accepts have been looked for.
    pub broken: bool,
    pub accept: &'a [Accept],
}

/// Settles every problem. A Markdown file decides about its own problems. For a problem in any
/// other file, each file that refers to it decides by itself, and the strictest decision counts:
/// the problem is silenced if all of them accept it, and is only a warning if those that do not are
/// drafts. A file that is not in `files` does not decide anything. An `accept` that silences
/// nothing becomes a problem of its own.
pub fn settle(
    problems: Vec<Problem>,
    files: &[Leniency],
    referrers: &Referrers,
    settings: &Settings,
    strict: bool,
) -> Vec<Problem> {
    let mut of_site = OfSite { settings, used: BTreeSet::new() };
    let by_path: BTreeMap<&str, &Leniency> =
        files.iter().map(|file| (&*file.source.path, file)).collect();
    let mut used: BTreeSet<(&str, usize)> = BTreeSet::new();
    // The problems are settled one by one, so that a hundred thousand warnings are not in memory
    // twice.
    let settled = problems.into_iter().filter_map(|mut problem| {
        let own = [&*problem.source.path];
        let answering = match referrers.get(own[0]) {
            Some(referrers) if !referrers.is_empty() => referrers.as_slice(),
            _ => &own,
        };
        let (mut accepting, mut others) = (Vec::new(), Vec::new());
        let mut strictest = Severity::Advice;
        for path in answering {
            let file = by_path.get(path);
            if let Some((file, at)) = file.and_then(|file| Some((file, file.accepts(&problem)?))) {
                used.insert((&*file.source.path, at));
                accepting.push(*path);
                continue;
            }
            let draft = file.is_some_and(|file| file.draft);
            let severity = match problem.severity {
                Severity::Error if draft && !front_matter_unreadable(problem.code) => {
                    Severity::Warning
                }
                Severity::Warning if strict && !draft => Severity::Error,
                severity => severity,
            };
            strictest = strictest.min(severity);
            others.push(*path);
        }
        if others.is_empty()
            || (!is_graver_than_its_code(&problem) && of_site.silences(problem.code))
        {
            return None;
        }
        if let (Some(one), Some(other)) = (accepting.first(), others.first()) {
            let more = text!(
                " Att {one} godtar det räcker inte: även {other} hänvisar till filen.",
                " That {one} accepts it is not enough: {other} refers to the file too."
            );
            problem.help.sv.to_mut().push_str(&more.sv);
            problem.help.en.to_mut().push_str(&more.en);
        }
        problem.severity = strictest;
        Some(problem)
    });
    let mut settled: Vec<Problem> = settled.collect();
    for file in files.iter().filter(|file| !file.broken) {
        let is_used = |at| used.contains(&(&*file.source.path, at));
        for unused in unused(file.accept, is_used) {
            if !of_site.silences(Code::AcceptUnused) {
                let problem = unused.in_file(file.source);
                settled.push(with_strictness(problem, strict && !file.draft));
            }
        }
    }
    // What warnings a broken file would have is not known.
    if !files.iter().any(|file| file.broken) {
        settled.extend(of_site.unused().map(|problem| with_strictness(problem, strict)));
    }
    settled
}

impl Leniency<'_> {
    /// The index of the `accept` that silences a problem.
    fn accepts(&self, problem: &Problem) -> Option<usize> {
        let code = problem.code;
        let silences = |accept: &Accept| accept.is_of(code);
        let acceptable = code.is_acceptable() && !is_graver_than_its_code(problem);
        if acceptable { self.accept.iter().position(silences) } else { None }
    }
}

/// Whether a problem is more severe than its code usually is, such as an end a hundred years ahead,
/// which is an error of a code that otherwise warns. Such a problem must be mended.
fn is_graver_than_its_code(problem: &Problem) -> bool {
    problem.severity < problem.code.severity()
}

/// Without readable front matter, it is not known whether the file is a draft.
fn front_matter_unreadable(code: Code) -> bool {
    matches!(
        code,
        Code::FrontMatterMissing | Code::FrontMatterUnclosed | Code::TomlSyntax | Code::NotUtf8
    )
}

/// A warning, which is an error if the run is strict.
fn with_strictness(warning: Problem, strict: bool) -> Problem {
    let severity = if strict { Severity::Error } else { warning.severity };
    Problem { severity, ..warning }
}

/// An `accept` that silences nothing.
struct Unused<'a> {
    accept: &'a Accept,
    /// Whether an earlier one accepts the same code.
    repeated: bool,
}

/// The accepts that silence nothing, the first of each code: however often a code stands there, it
/// is told once.
fn unused(accepted: &[Accept], is_used: impl Fn(usize) -> bool) -> Vec<Unused<'_>> {
    let mut seen = BTreeSet::new();
    let mut told = BTreeSet::new();
    let mut unused = Vec::new();
    for (at, accept) in accepted.iter().enumerate() {
        let code = &*accept.code.value;
        let repeated = !seen.insert(code);
        if !is_used(at) && told.insert(code) {
            unused.push(Unused { accept, repeated });
        }
    }
    unused
}

impl Unused<'_> {
    fn in_file(&self, source: &Arc<Source>) -> Problem {
        let code = &self.accept.code.value;
        let (message, help) = if self.repeated {
            (
                text!(
                    "Filen godtar ”{code}” mer än en gång.",
                    "The file accepts “{code}” more than once."
                ),
                once(code),
            )
        } else {
            (
                text!(
                    "Filen godtar ”{code}”, men har inget sådant att varna för.",
                    "The file accepts “{code}”, but there is no such thing to warn of."
                ),
                text!(
                    "Ta bort ”{code}” ur accept, så att en ny varning inte göms.",
                    "Remove “{code}” from accept, so that a new warning is not hidden."
                ),
            )
        };
        self.problem(source, message, help)
    }

    fn in_settings(&self, source: &Arc<Source>) -> Problem {
        let code = &self.accept.code.value;
        let (message, help) = if self.repeated {
            (
                text!(
                    "Här godtas ”{code}” för hela webbplatsen mer än en gång.",
                    "Here “{code}” is accepted for the whole site more than once."
                ),
                once(code),
            )
        } else {
            (
                text!(
                    "Här godtas ”{code}” för hela webbplatsen, men ingen fil har något sådant att varna för.",
                    "Here “{code}” is accepted for the whole site, but no file has such a thing to warn of."
                ),
                text!(
                    "Ta bort ”{code}” ur site.toml, så att en ny varning inte göms.",
                    "Remove “{code}” from site.toml, so that a new warning is not hidden."
                ),
            )
        };
        self.problem(source, message, help)
    }

    fn problem(&self, source: &Arc<Source>, message: Text, help: Text) -> Problem {
        Problem::at(Code::AcceptUnused, source, self.accept.code.span.clone(), message, help)
    }
}

fn once(code: &str) -> Text {
    text!(
        "Låt ”{code}” stå i accept en gång, med ett skäl, och ta bort resten.",
        "Let “{code}” be in accept once, with one reason, and remove the rest."
    )
}

/// What `site.toml` accepts in all files, and which of it has silenced something.
struct OfSite<'a> {
    settings: &'a Settings,
    used: BTreeSet<usize>,
}

impl OfSite<'_> {
    /// Whether it silences problems of a code. Errors are silenced only in the file that they are
    /// in.
    fn silences(&mut self, code: Code) -> bool {
        let at = self.settings.accepts(code);
        self.used.extend(at);
        at.is_some()
    }

    /// The `[[accept]]` of `site.toml` that silence nothing. Only a build finds problems in the
    /// output.
    fn unused(&self) -> impl Iterator<Item = Problem> {
        let is_used = |at: usize| {
            let code = self.settings.accept.get(at).map(|accept| &*accept.code.value);
            self.used.contains(&at) || code == Some(Code::FileForeign.as_str())
        };
        let unused = unused(&self.settings.accept, is_used);
        unused.into_iter().map(|unused| unused.in_settings(&self.settings.source))
    }
}
