//! What a text should not hold: personal numbers, private e-mail addresses, mobile numbers, links
//! that do not say where they lead, sentences that nobody can follow.

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

/// Looks through a Markdown file, front matter included; its body, where it could be read, also for
/// what makes it hard to read.
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
        // Nobody may mend what is copied word for word.
        if wording != Some(Wording::Verbatim) {
            problems.extend(long_sentence::problems(source, body));
        }
    }
    problems
}

/// Looks through a file that is published as it is: text, CSV, HTML, SVG. Nobody can mend its
/// style, but personal numbers and private addresses must not go with it.
pub fn inspect_text(source: &Arc<Source>) -> Vec<Problem> {
    numbers_and_addresses(source, Glance::of(&source.text))
}

fn numbers_and_addresses(source: &Arc<Source>, glance: Glance) -> Vec<Problem> {
    let mut problems = personal_number::problems(source, glance);
    problems.extend(email::problems(source, glance));
    problems
}
