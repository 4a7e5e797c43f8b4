//! What becomes of each problem: an accepted warning is silenced, a draft's problems are warnings,
//! `--strict` makes errors of warnings.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Severity, Source};
use crate::model::document::Accept;
use crate::text;

/// What a file says about its own problems.
#[derive(Debug, Clone)]
pub struct Leniency<'a> {
    pub source: &'a Arc<Source>,
    /// Files published with it, whose problems it may accept too; paths from the site's folder.
    pub attachments: Vec<String>,
    /// Its problems are warnings.
    pub draft: bool,
    /// It could not be read, so not all that it accepts has been looked for.
    pub broken: bool,
    pub accept: &'a [Accept],
}

/// Settles every problem. An `accept` that silences nothing becomes a problem of its own.
pub fn settle(problems: Vec<Problem>, files: &[Leniency], strict: bool) -> Vec<Problem> {
    let attached = files
        .iter()
        .flat_map(|file| file.attachments.iter().map(move |path| (path.as_str(), file)));
    let own = files.iter().map(|file| (file.source.path.as_str(), file));
    let by_path: BTreeMap<&str, &Leniency> = attached.chain(own).collect();
    let mut used: BTreeMap<(&str, usize), bool> = BTreeMap::new();
    let mut settled: Vec<Problem> = Vec::with_capacity(problems.len());
    for mut problem in problems {
        let file = by_path.get(problem.source.path.as_str());
        if let Some(file) = file {
            if acceptable(problem.code) {
                let accepted =
                    file.accept.iter().position(|a| a.code.value == problem.code.as_str());
                if let Some(at) = accepted {
                    used.insert((file.source.path.as_str(), at), true);
                    continue;
                }
            }
            if file.draft && !front_matter_unreadable(problem.code) {
                problem.severity = Severity::Warning;
            }
        }
        let draft = file.is_some_and(|file| file.draft);
        if strict && !draft {
            problem.severity = Severity::Error;
        }
        settled.push(problem);
    }
    for file in files {
        for (at, accept) in file.accept.iter().enumerate() {
            let known = Code::ALL.iter().any(|known| known.as_str() == accept.code.value);
            if used.contains_key(&(file.source.path.as_str(), at)) || (file.broken && known) {
                continue;
            }
            let mut problem = unused(file, accept);
            if strict && !file.draft {
                problem.severity = Severity::Error;
            }
            settled.push(problem);
        }
    }
    settled
}

/// Warnings, and personal numbers that are none.
fn acceptable(code: Code) -> bool {
    code.severity() == Severity::Warning || code == Code::PersonalNumber
}

/// Without readable front matter nothing says that the file is a draft.
fn front_matter_unreadable(code: Code) -> bool {
    matches!(
        code,
        Code::FrontMatterMissing | Code::FrontMatterUnclosed | Code::TomlSyntax | Code::NotUtf8
    )
}

fn unused(file: &Leniency, accept: &Accept) -> Problem {
    let code = &accept.code.value;
    let known = Code::ALL.iter().find(|known| known.as_str() == code);
    let (message, help) = match known {
        Some(known) if !acceptable(*known) => (
            text!(
                "”{code}” är ett fel och kan inte godtas, bara rättas.",
                "“{code}” is an error and cannot be accepted, only mended."
            ),
            text!("Ta bort raden och rätta felet.", "Remove the line and mend the error."),
        ),
        Some(_) => (
            text!(
                "Filen godtar ”{code}”, men har inget sådant att varna för.",
                "The file accepts “{code}”, but there is no such thing to warn of."
            ),
            text!(
                "Ta bort ”{code}” ur accept, så att en ny varning inte göms.",
                "Remove “{code}” from accept, so that a new warning is not hidden."
            ),
        ),
        None => {
            let nearest = Code::ALL
                .iter()
                .map(|known| (strsim::osa_distance(known.as_str(), code), known.as_str()))
                .filter(|(distance, _)| *distance <= 4)
                .min();
            let help = match nearest {
                Some((_, nearest)) => {
                    text!("Menade du ”{nearest}”?", "Did you mean “{nearest}”?")
                }
                None => text!(
                    "Skriv koden som den står i meddelandet, inom hakparentes.",
                    "Write the code as it stands in the message, in brackets."
                ),
            };
            (text!("Det finns ingen varning ”{code}”.", "There is no warning “{code}”."), help)
        }
    };
    Problem::at(Code::AcceptUnused, file.source, accept.code.span.clone(), message, help)
}
