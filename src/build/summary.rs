//! What a build has to tell, stored with its output so that an unchanged build can tell it again.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Problem, Report, Source};
use crate::language::Language;
use crate::model::Kind;
use crate::pipeline::Assembled;
use crate::text;

/// A site that was built, in numbers, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildSummary {
    /// Warnings; a build with errors has no summary.
    pub report: Report,
    /// Published ones, without the site's own pages.
    pub documents: usize,
    pub places: usize,
    /// Of HTML.
    pub pages: usize,
    /// No feeds, sitemap or 404 page.
    pub without_base_url: bool,
    /// No accessibility statement.
    pub without_statement: bool,
}

impl BuildSummary {
    /// Of a site that has no errors.
    pub(super) fn of(assembled: &Assembled, report: Report) -> BuildSummary {
        let archive = &assembled.archive;
        let kinds = archive.documents.iter().filter(|linked| linked.published);
        BuildSummary {
            report,
            documents: kinds.filter(|linked| linked.document.kind != Kind::Page).count(),
            places: archive.places.len(),
            pages: assembled.plan.pages.keys().filter(|a| a.as_str().ends_with(".html")).count(),
            without_base_url: archive.settings.base_url.is_none(),
            without_statement: archive.settings.accessibility.is_none(),
        }
    }

    /// With what stands in the output and is not the program's.
    pub(super) fn with_foreign(
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
