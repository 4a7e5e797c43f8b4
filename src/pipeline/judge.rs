//! What is wrong with a site, once drafts, accepted warnings and `--strict` have been taken into
//! account.

use super::sources::Sources;
use crate::archive::{Archive, Leniency, settle};
use crate::content::{Parsed, ParsedFile};
use crate::diagnostic::Problem;

/// Every problem, those that each file has alone and those found by linking: without accepted ones,
/// with those of drafts lowered and, if `strict`, with warnings raised.
pub(super) fn judge(
    sources: &Sources,
    archive: &Archive,
    found: Vec<Problem>,
    strict: bool,
) -> Vec<Problem> {
    let Sources { content, ledger, seals } = sources;
    let of_files = || {
        let others = content.others.iter().flat_map(|other| &other.problems);
        content.files.iter().flat_map(|file| &file.problems).chain(others)
    };
    let beside =
        content.problems.len() + ledger.problems.len() + seals.problems.len() + found.len();
    let mut problems = Vec::with_capacity(beside + of_files().count());
    problems.extend_from_slice(&content.problems);
    problems.extend_from_slice(&ledger.problems);
    problems.extend_from_slice(&seals.problems);
    problems.extend(of_files().cloned());
    problems.extend(found);
    let broken = |file: &ParsedFile| matches!(file.parsed, Parsed::Broken { .. });
    let lenient: Vec<Leniency> = content
        .files
        .iter()
        .filter(|file| file.draft || broken(file) || !file.accept.is_empty())
        .map(|file| Leniency {
            source: &file.source,
            draft: file.draft,
            broken: broken(file),
            accept: &file.accept,
        })
        .collect();
    let referrers = {
        let paths = problems.iter().map(|problem| &*problem.source.path).collect();
        let broken = content.files.iter().filter(|file| broken(file));
        archive.referrers(&paths, broken.map(|file| &file.source))
    };
    settle(problems, &lenient, &referrers, &archive.settings, strict)
}
