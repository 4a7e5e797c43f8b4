//! Which diagnostics a report shows in full and which it only counts, so that a thousand files with
//! the same remark do not hide the one that matters. Errors are always shown in full.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bilingual::Text;
use super::code::{Code, Severity};
use super::problem::Diagnostic;
use super::report::Report;
use crate::text;

/// Of each code, at most this many warnings of one file are shown in full.
const OF_A_FILE: usize = 3;
/// Of each code, at most this many warnings are shown in full.
const OF_A_CODE: usize = 10;
/// At most this many warnings are shown in full, whatever their codes: some hundred lines.
const IN_ALL: usize = 12;

/// At most this many errors are shown in full; the rest are counted by code. Nobody mends more before
/// running the program again, and a broken import would fill the terminal's memory.
const ERRORS: usize = 5_000;

/// How much of a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Only errors.
    Errors,
    /// Errors in full, some warnings in full, the rest counted.
    SummedUp,
    /// Everything in full.
    Whole,
}

/// A report divided by how each diagnostic is shown.
pub struct SummedReport<'a> {
    /// Warnings that are shown in full, in the order of the report.
    pub whole: Vec<&'a Diagnostic>,
    /// What is only counted: warnings before advice, and by code.
    pub counted: Vec<CountedCode<'a>>,
    /// The errors that are shown in full, in the order of the report.
    pub errors: Vec<&'a Diagnostic>,
    /// Errors that are only counted.
    pub more_errors: Vec<CountedCode<'a>>,
}

/// The diagnostics of one code, which are only counted.
pub struct CountedCode<'a> {
    /// Their code.
    pub code: Code,
    /// Their severity.
    pub severity: Severity,
    /// How many there are; at least one.
    pub number: usize,
    /// The number of files in which they are.
    pub files: usize,
    /// The first of them.
    pub first: &'a Diagnostic,
    /// Whether other diagnostics of this code are shown in full.
    pub others_told: bool,
}

impl<'a> SummedReport<'a> {
    /// Divides a report.
    pub fn of(report: &'a Report, extent: Extent) -> SummedReport<'a> {
        let (errors, rest): (Vec<_>, Vec<_>) =
            report.diagnostics.iter().partition(|told| told.severity == Severity::Error);
        let (errors, more_errors) = match extent {
            Extent::Whole => (errors, Vec::new()),
            Extent::Errors | Extent::SummedUp => first_errors(errors),
        };
        match extent {
            Extent::Errors => {
                SummedReport { whole: Vec::new(), counted: Vec::new(), errors, more_errors }
            }
            Extent::Whole => SummedReport { whole: rest, counted: Vec::new(), errors, more_errors },
            Extent::SummedUp => {
                let whole = told_whole(&rest);
                let counted = counted(&rest, &whole);
                let whole = whole.into_iter().map(|at| rest[at]).collect();
                SummedReport { whole, counted, errors, more_errors }
            }
        }
    }
}

/// The errors that are shown in full, and the rest as numbers. The first of each code are shown.
fn first_errors(errors: Vec<&Diagnostic>) -> (Vec<&Diagnostic>, Vec<CountedCode<'_>>) {
    if errors.len() <= ERRORS {
        return (errors, Vec::new());
    }
    let mut of_code: HashMap<Code, usize> = HashMap::new();
    let mut ranked: Vec<(usize, usize)> = Vec::with_capacity(errors.len());
    for (at, told) in errors.iter().enumerate() {
        let rank = of_code.entry(told.code).or_default();
        ranked.push((*rank, at));
        *rank += 1;
    }
    ranked.sort_unstable();
    let whole: BTreeSet<usize> = ranked.into_iter().take(ERRORS).map(|(_, at)| at).collect();
    let more = counted(&errors, &whole);
    (whole.into_iter().map(|at| errors[at]).collect(), more)
}

/// The indices of the warnings that are shown in full. The first of each code come before the
/// second of any, so that every code is shown while there is room.
fn told_whole(rest: &[&Diagnostic]) -> BTreeSet<usize> {
    let mut of_code: HashMap<Code, usize> = HashMap::new();
    let mut of_file: HashMap<(Code, &str), usize> = HashMap::new();
    let mut ranked: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, told) in rest.iter().enumerate() {
        if told.severity != Severity::Warning {
            continue;
        }
        let of_code = of_code.entry(told.code).or_default();
        if *of_code >= OF_A_CODE {
            continue;
        }
        let of_file = of_file.entry((told.code, &told.path)).or_default();
        if *of_file < OF_A_FILE {
            *of_file += 1;
            ranked.insert((*of_code, at));
            *of_code += 1;
        }
    }
    ranked.into_iter().take(IN_ALL).map(|(_, at)| at).collect()
}

fn counted<'a>(rest: &[&'a Diagnostic], whole: &BTreeSet<usize>) -> Vec<CountedCode<'a>> {
    let others_told: BTreeSet<Code> = whole.iter().map(|at| rest[*at].code).collect();
    let mut counted: BTreeMap<(Severity, Code), (CountedCode<'a>, &str)> = BTreeMap::new();
    for (at, told) in rest.iter().enumerate().filter(|(at, _)| !whole.contains(at)) {
        let (so_far, file) = counted.entry((told.severity, told.code)).or_insert_with(|| {
            let others_told = others_told.contains(&told.code);
            let (code, severity, first) = (told.code, told.severity, rest[at]);
            (CountedCode { code, severity, number: 0, files: 0, first, others_told }, "")
        });
        so_far.number += 1;
        // A report is sorted by path.
        if so_far.files == 0 || **file != *told.path {
            so_far.files += 1;
            *file = &told.path;
        }
    }
    counted.into_values().map(|(counted, _)| counted).collect()
}

impl CountedCode<'_> {
    /// The line that represents all of them.
    pub fn line(&self) -> Text {
        if let Some(line) = self.advice() {
            return line;
        }
        let (number, files) = (self.number, self.files);
        let first = &self.first.message;
        match (self.others_told, number, files) {
            (true, 1, _) => text!("1 till.", "1 more."),
            (true, _, 1) => text!("{number} till i en fil.", "{number} more in one file."),
            (true, ..) => {
                text!("{number} till i {files} filer.", "{number} more in {files} files.")
            }
            (false, 1, _) => text!("{first}", "{first}"),
            (false, _, 1) => text!(
                "{number} i en fil, den första: {first}",
                "{number} in one file, the first: {first}"
            ),
            (false, ..) => text!(
                "{number} i {files} filer, den första: {first}",
                "{number} in {files} files, the first: {first}"
            ),
        }
    }

    /// What the files that get one piece of advice have in common; one file is named.
    fn advice(&self) -> Option<Text> {
        let (files, path) = (self.files, &self.first.path);
        let one = files == 1;
        Some(match self.code {
            Code::PledgeWithoutAgreement if one => text!(
                "1 medborgarlöfte säger inte vilken överenskommelse det hör till: {path}",
                "1 pledge does not say which agreement it belongs to: {path}"
            ),
            Code::PledgeWithoutAgreement => text!(
                "{files} medborgarlöften säger inte vilken överenskommelse de hör till.",
                "{files} pledges do not say which agreement they belong to."
            ),
            Code::NoSignatories if one => text!(
                "1 dokument säger inte vilka som har skrivit under: {path}",
                "1 document does not say who signed it: {path}"
            ),
            Code::NoSignatories => text!(
                "{files} dokument säger inte vilka som har skrivit under.",
                "{files} documents do not say who signed them."
            ),
            Code::NoSource if one => text!(
                "1 dokument säger inte var texten kommer ifrån: {path}",
                "1 document does not say where its text comes from: {path}"
            ),
            Code::NoSource => text!(
                "{files} dokument säger inte var texten kommer ifrån.",
                "{files} documents do not say where their texts come from."
            ),
            Code::LongSentence if one => text!(
                "1 fil har meningar på mer än 40 ord: {path}",
                "1 file has sentences of more than 40 words: {path}"
            ),
            Code::LongSentence => text!(
                "{files} filer har meningar på mer än 40 ord.",
                "{files} files have sentences of more than 40 words."
            ),
            Code::SealedLate if one => text!(
                "1 dokument hör till ett år vars årspaket redan är gjort: {path}",
                "1 document belongs to a year whose yearly package has already been made: {path}"
            ),
            Code::SealedLate => text!(
                "{files} dokument hör till år vars årspaket redan är gjorda.",
                "{files} documents belong to years whose yearly packages have already been made."
            ),
            _ => return None,
        })
    }
}
