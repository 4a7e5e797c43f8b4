//! A file that a theme publishes as it is, judged as attachments are: what is empty or broken, what
//! servers or browsers may run apart from style sheets and scripts, and personal data.

use crate::archive::{fault_of_asset, position_in_words};
use crate::content::{Nature, inspect_name_of_theme, of_theme_file};
use crate::diagnostic::{Code, Problem, Severity, Source};
use crate::model::ContentPath;

/// The problems with a file of these bytes. `shown` is its path relative to the site's folder.
pub fn problems(shown: &str, bytes: &[u8]) -> Vec<Problem> {
    let name = shown.rsplit('/').next().unwrap_or(shown);
    let nature = Nature::of_bytes(ContentPath::new(name), bytes);
    let at =
        |code, (message, help)| Problem::in_file(code, &Source::path_only(shown), message, help);
    let mut problems: Vec<Problem> = Vec::new();
    if let Some((code, message, help)) = fault_of_asset(name, bytes.len() as u64, nature) {
        problems.push(at(code, (message, help)));
        if code.severity() == Severity::Error {
            return problems;
        }
    }
    if nature.position {
        problems.push(at(Code::PhotoPosition, position_in_words(name)));
    }
    problems.extend(of_theme_file(shown, bytes));
    problems.extend(inspect_name_of_theme(&Source::path_only(shown)));
    problems
}
