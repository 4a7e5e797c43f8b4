//! A report as one JSON object, for other programs.

use std::io;

use serde::{Serialize, Serializer};

use super::code::{Code, Severity};
use super::problem::Diagnostic;
use super::report::Report;

#[derive(Serialize)]
struct ReportJson<'a> {
    errors: usize,
    warnings: usize,
    advice: usize,
    #[serde(serialize_with = "one_by_one")]
    diagnostics: &'a [Diagnostic],
}

/// Converts and writes the diagnostics one by one, so that a hundred thousand of them are not in
/// memory twice.
fn one_by_one<S: Serializer>(list: &&[Diagnostic], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(list.iter().map(|d| DiagnosticJson {
        code: d.code,
        severity: d.severity,
        path: &d.path,
        line: d.line,
        column: d.column,
        message: &d.message,
        help: &d.help,
    }))
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
    let told = ReportJson {
        errors: report.errors(),
        warnings: report.warnings(),
        advice: report.advice(),
        diagnostics: &report.diagnostics,
    };
    Ok(serde_json::to_writer_pretty(out, &told)?)
}
