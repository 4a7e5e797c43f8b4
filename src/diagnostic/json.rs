//! A report as one JSON object, for other programs.

use serde::Serialize;

use super::code::{Code, Severity};
use super::report::Report;

#[derive(Serialize)]
struct Told<'a> {
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: Code,
    severity: Severity,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

/// The object, indented, keys always in the same order; without a line break at the end.
pub fn told(report: &Report) -> serde_json::Result<String> {
    let diagnostics = report
        .diagnostics
        .iter()
        .map(|d| Entry {
            code: d.code,
            severity: d.severity,
            path: &d.path,
            line: d.line,
            column: d.column,
            message: &d.message,
            help: &d.help,
        })
        .collect();
    serde_json::to_string_pretty(&Told {
        errors: report.errors(),
        warnings: report.warnings(),
        diagnostics,
    })
}
