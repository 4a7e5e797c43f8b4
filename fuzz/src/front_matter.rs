//! Front matter, `site.toml` and `addresses.toml`: whatever they say, every problem can be reported
//! with its place in both languages, and a file that gives no document says why.

use std::sync::Arc;

use loftesarkiv::content::{self, Parsed, RawFile};
use loftesarkiv::diagnostic::{Extent, Problem, Report, Severity, json, text};
use loftesarkiv::language::Language;
use loftesarkiv::ledger;

/// The greatest number of problems that are reported for one file.
const MOST: usize = 200;

/// The bytes are used as each file that has keys. Where they have no lines `+++`, they are also
/// used between these, so that most inputs are front matter at all.
pub fn holds(data: &[u8]) {
    let (_, problems) = content::parse_settings(&RawFile::new("site.toml", data));
    told(&problems);
    let (_, problems) = ledger::read(&RawFile::new("addresses.toml", data));
    told(&problems);
    for path in ["content/kommuner/habo/index.md", "content/kommuner/habo/2018/loften.md"] {
        file(path, data.into());
        if !data.starts_with(b"+++") {
            file(path, fenced(data));
        }
    }
}

fn fenced(lines: &[u8]) -> Arc<[u8]> {
    [b"+++\n", lines, b"\n+++\n\n## Rubrik\n\nText.\n"].concat().into()
}

fn file(path: &str, bytes: Arc<[u8]>) {
    let raw = RawFile::new(path, bytes);
    let file = content::parse_file(&raw);
    let errors = file.problems.iter().filter(|it| it.severity == Severity::Error).count();
    if let Parsed::Broken { .. } = file.parsed {
        assert!(errors > 0, "left out without a word");
    }
    assert!(file.problems.len() <= MOST, "{} problems", file.problems.len());
    told(&file.problems);
    assert_eq!(content::parse_file(&raw).problems, file.problems, "not the same twice");
}

/// Every problem has words and a place, and can be shown.
fn told(problems: &[Problem]) {
    for problem in problems {
        if let Some(span) = &problem.span {
            assert!(problem.source.text.get(span.clone()).is_some(), "no such place: {problem:?}");
        }
        for words in [&problem.message, &problem.help] {
            assert!(!words.sv.trim().is_empty() && !words.en.trim().is_empty(), "{problem:?}");
        }
    }
    for language in [Language::Swedish, Language::English] {
        let report = Report::of(problems, language);
        let mut shown = Vec::new();
        assert!(text::write(&report, language, Extent::Whole, false, &mut shown).is_ok());
        let shown = String::from_utf8_lossy(&shown);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
        assert!(json::write(&report, &mut std::io::sink()).is_ok());
    }
}
