//! A report as one JSON object, for other programs.

use std::io;

use serde::Serialize;

use super::code::{Code, Severity};
use super::report::Report;

#[derive(Serialize)]
struct ReportJson<'a> {
    errors: usize,
    warnings: usize,
    advice: usize,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    code: Code,
    severity: Severity,
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

/// Writes the object, indented, with the keys always in the same order and no line break at the
/// end.
pub fn write(report: &Report, out: &mut impl io::Write) -> io::Result<()> {
    let diagnostics = report.diagnostics.iter().map(|d| DiagnosticJson {
        code: d.code,
        severity: d.severity,
        path: &d.path,
        line: d.line,
        column: d.column,
        message: &d.message,
        help: &d.help,
    });
    let told = ReportJson {
        errors: report.errors(),
        warnings: report.warnings(),
        advice: report.advice(),
        diagnostics: diagnostics.collect(),
    };
    Ok(serde_json::to_writer_pretty(out, &told)?)
}
