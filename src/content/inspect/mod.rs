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
mod split_number;
#[cfg(test)]
mod tests;

pub(super) use characters::says_nothing;
use glance::Glance;

use std::ops::Range;
use std::sync::Arc;

use crate::content::as_read::{AsRead, as_read};
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
        && (glance::may_show_a_number(&body.text) || glance.may_hold_an_address())
    {
        let shown = markdown::shown(&body.text);
        let written = |span: Range<usize>| {
            let written = shown.written(span);
            body.start + written.start..body.start + written.end
        };
        found.add(PersonalData::in_text(&shown.text, Glance::of(&shown.text)), written);
    }
    let mut problems = found.problems(source, Remedy::Accept);
    problems.extend(garbled::problems(source, body.map_or(0, |body| body.start)));
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

/// Inspects a file that is published as it is, text, CSV, HTML, SVG: what is written and what its
/// readers see. Its style cannot be changed, but it must not contain personal numbers or private
/// addresses.
pub fn inspect_text(source: &Arc<Source>) -> Vec<Problem> {
    let mut found = PersonalData::in_text(&source.text, Glance::of(&source.text));
    let name = source.path.rsplit('/').next().unwrap_or("");
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    if glance::may_hold_digits_of_a_number(&source.text) || source.text.contains(['\\', '&', '<']) {
        let AsRead { shown, columns } = as_read(&extension, &source.text);
        found.add(PersonalData::in_text(&shown.text, Glance::of(&shown.text)), |span| {
            shown.written(span)
        });
        let numbers = split_number::find(&shown.text, columns);
        let split = PersonalData { numbers, emails: Vec::new(), mobiles: Vec::new() };
        found.add(split, |span| shown.written(span));
    }
    PersonalData { mobiles: Vec::new(), ..found }.problems(source, Remedy::Accept)
}

/// Inspects a file beside `content/`, whose texts are shown on pages too.
pub fn inspect_beside(source: &Arc<Source>) -> Vec<Problem> {
    let found = PersonalData::in_text(&source.text, Glance::of(&source.text));
    PersonalData { mobiles: Vec::new(), ..found }.problems(source, Remedy::Remove)
}

/// Inspects a value that is written otherwise than it is shown, with escapes or over several lines,
/// in a file of [`inspect`] or [`inspect_beside`]. What the file itself shows is not reported again.
pub fn inspect_value(source: &Arc<Source>, span: &Span, value: &str) -> Vec<Problem> {
    let written = &source.text[span.clone()];
    let plain = PersonalData::in_text(written, Glance::of(written));
    // A page shows the end of a line as a blank.
    let lines: Vec<&str> = value.split_ascii_whitespace().collect();
    let lines = lines.join(" ");
    let mut shown = PersonalData::in_text(&lines, Glance::of(&lines));
    shown.leave_out(&plain);
    let remedy = match ContentPath::of_site(&source.path) {
        Some(_) => Remedy::Accept,
        None => Remedy::Remove,
    };
    let mut problems = shown.at(span).problems(source, remedy);
    problems.extend(garbled::in_value(source, span, value));
    problems
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
