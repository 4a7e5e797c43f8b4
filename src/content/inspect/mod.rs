//! What a text should not contain: personal numbers, private e-mail addresses, mobile numbers,
//! links that do not say where they lead, sentences that are too long to follow.

mod characters;
mod email;
mod glance;
mod limit;
mod link_text;
mod long_sentence;
mod mobile;
mod personal_number;
mod signs;
#[cfg(test)]
mod tests;

pub(super) use characters::says_nothing;
use glance::Glance;

use std::sync::Arc;

use crate::diagnostic::{Problem, Source};
use crate::model::Wording;
use crate::model::document::Body;

/// Inspects a Markdown file, front matter included. If its body could be read, it is also inspected
/// for what makes it hard to read.
pub fn inspect(
    source: &Arc<Source>,
    body: Option<&Body>,
    wording: Option<Wording>,
) -> Vec<Problem> {
    let glance = Glance::of(&source.text);
    let mut problems = numbers_and_addresses(source, glance);
    problems.extend(mobile::problems(source, glance));
    if let Some(body) = body {
        problems.extend(link_text::problems(source, body));
        // A text that is copied word for word must not be changed.
        if !matches!(wording, Some(Wording::Verbatim | Wording::Excerpt)) {
            problems.extend(long_sentence::problems(source, body));
        }
    }
    problems
}

/// Inspects a file that is published as it is: text, CSV, HTML, SVG. Its style cannot be changed,
/// but it must not contain personal numbers or private addresses.
pub fn inspect_text(source: &Arc<Source>) -> Vec<Problem> {
    numbers_and_addresses(source, Glance::of(&source.text))
}

fn numbers_and_addresses(source: &Arc<Source>, glance: Glance) -> Vec<Problem> {
    let mut problems = personal_number::problems(source, glance);
    problems.extend(email::problems(source, glance));
    problems
}
