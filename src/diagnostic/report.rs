//! Everything that one run has found, in a fixed order, with the counts.

use serde::{Deserialize, Serialize};

use super::code::Severity;
use super::problem::{Diagnostic, Problem};
use crate::language::Language;

/// The diagnostics of one run, sorted by path and position.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Sorted by path, line, column, code.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// The report of these problems; it does not depend on the order in which they were found.
    pub fn of(problems: &[Problem], language: Language) -> Report {
        let mut diagnostics: Vec<_> = problems.iter().map(|p| p.diagnostic(language)).collect();
        // Equal diagnostics are reported only once, so the sort need not be stable.
        diagnostics.sort_unstable();
        diagnostics.dedup();
        Report { diagnostics }
    }

    /// The number of errors; any of them stops a build.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// The number of pieces of advice.
    pub fn advice(&self) -> usize {
        self.count(Severity::Advice)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// The same report with only its errors.
    pub fn only_errors(&self) -> Report {
        let errors = self.diagnostics.iter().filter(|told| told.severity == Severity::Error);
        Report { diagnostics: errors.cloned().collect() }
    }
}
