//! What a text should not contain: personal numbers, private e-mail addresses, mobile numbers,
//! links that do not say where they lead, sentences that are too long to follow.

mod characters;
mod conflict;
mod email;
mod garbled;
mod glance;
mod limit;
mod link_text;
mod long_sentence;
mod mobile;
mod personal_data;
mod personal_number;
mod signs;
#[cfg(test)]
mod tests;

pub(super) use characters::says_nothing;
use glance::Glance;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Problem, Source, Span};
use crate::markdown;
use crate::model::document::Body;
use crate::model::{ContentPath, Wording};
use personal_data::{PersonalData, Remedy};

/// Inspects a Markdown file, front matter included: what is written and, where that differs, what
/// will be shown. If its body could be read, it is also inspected for what makes it hard to read.
pub fn inspect(
    source: &Arc<Source>,
    body: Option<&Body>,
    wording: Option<Wording>,
) -> Vec<Problem> {
    let glance = Glance::of(&source.text);
    let mut found = PersonalData::in_text(&source.text, glance);
    if let Some(body) = body
        && (glance.may_hold_a_number() || glance.may_hold_an_address() || body.text.contains('&'))
    {
        let shown = markdown::shown(&body.text);
        let written = |span: Range<usize>| {
            let written = shown.written(span);
            body.start + written.start..body.start + written.end
        };
        found.add(PersonalData::in_text(&shown.text, Glance::of(&shown.text)), written);
    }
    let mut problems = found.problems(source, Remedy::Accept);
    problems.extend(garbled::problems(source));
    if let Some(body) = body {
        problems.extend(conflict::problems(source, body.start));
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
    without_mobiles(source, Remedy::Accept)
}

/// Inspects a file beside `content/`, whose texts are shown on pages too.
pub fn inspect_beside(source: &Arc<Source>) -> Vec<Problem> {
    without_mobiles(source, Remedy::Remove)
}

fn without_mobiles(source: &Arc<Source>, remedy: Remedy) -> Vec<Problem> {
    let found = PersonalData::in_text(&source.text, Glance::of(&source.text));
    PersonalData { mobiles: Vec::new(), ..found }.problems(source, remedy)
}

/// Inspects a value that is written otherwise than it is shown, with escapes, in a file of
/// [`inspect`] or [`inspect_beside`]. What the file itself shows is not reported again.
pub fn inspect_value(source: &Arc<Source>, span: &Span, value: &str) -> Vec<Problem> {
    let written = &source.text[span.clone()];
    let plain = PersonalData::in_text(written, Glance::of(written));
    let mut shown = PersonalData::in_text(value, Glance::of(value));
    shown.leave_out(&plain);
    let remedy = match ContentPath::of_site(&source.path) {
        Some(_) => Remedy::Accept,
        None => Remedy::Remove,
    };
    shown.at(span).problems(source, remedy)
}

/// Inspects the names of a file and its folders, which are in its address.
pub fn inspect_name(source: &Arc<Source>) -> Vec<Problem> {
    let path = ContentPath::of_source(source).as_str();
    let digits = path.bytes().filter(u8::is_ascii_digit).count();
    if digits < 10 {
        return Vec::new();
    }
    // The extension is no part of a number.
    let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let found = personal_number::find(path);
    found.first().map(|(_, sort)| personal_number::in_name(source, *sort)).into_iter().collect()
}
