//! What a text should not contain: personal numbers, private e-mail addresses, mobile numbers,
//! links that do not say where they lead, sentences that are too long to follow.

mod characters;
mod conflict;
mod dotted_number;
mod email;
mod encoded;
mod garbled;
mod glance;
mod limit;
mod link_text;
mod long_sentence;
mod mobile;
mod paragraphs;
mod personal_data;
mod personal_number;
mod remedy;
mod signs;
mod split_number;
#[cfg(test)]
mod tests;

pub use characters::says_nothing;
pub(super) use characters::without_invisible;
use glance::Glance;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::content::as_read::{AsRead, as_read, without_points};
use crate::diagnostic::{Problem, Source, Span};
use crate::markdown;
use crate::media_type::extension;
use crate::model::document::Body;
use crate::model::{Address, ContentPath, Wording};
use personal_data::PersonalData;
use remedy::Remedy;

/// Inspects a Markdown file, front matter included: what is written and, where that differs, what
/// will be shown. If its body could be read, it is also inspected for what makes it hard to read.
pub fn inspect(
    source: &Arc<Source>,
    body: Option<&Body>,
    wording: Option<Wording>,
) -> Vec<Problem> {
    let glance = Glance::of(&source.text);
    let mut found = PersonalData::in_text(&source.text, glance);
    let mut decoded = Vec::new();
    if let Some(body) = body
        && (glance::may_show_a_number(&body.text) || glance.may_hold_an_address())
    {
        let shown = markdown::shown(&body.text);
        let written = |span: Range<usize>| {
            let written = shown.written(span);
            body.start + written.start..body.start + written.end
        };
        found.add(PersonalData::in_text(&shown.text, Glance::of(&shown.text)), written);
        decoded = garbled::of_entities(source, body, &shown);
    }
    found.add_encoded(&source.text);
    let mut problems = found.problems(source, Remedy::Accept);
    problems.extend(garbled::problems(source, body.map_or(0, |body| body.start)));
    problems.extend(decoded);
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
    let mut problems = published(source).problems(source, Remedy::Accept);
    problems.extend(conflict::in_published(source));
    problems
}

/// Inspects a file of the theme, or the logo. Whoever wrote a script, a style sheet or a licence
/// may have said so in it.
pub fn inspect_of_theme(source: &Arc<Source>) -> Vec<Problem> {
    let mut found = published(source);
    let name = source.path.rsplit('/').next().unwrap_or("").to_lowercase();
    let is_code = ["css", "js", "mjs", "map"].contains(&&*extension(&name));
    if is_code || ["licen", "copying", "notice"].iter().any(|word| name.contains(word)) {
        found.emails.clear();
    }
    let mut problems = found.problems(source, Remedy::Remove);
    problems.extend(conflict::problems(source, 0));
    problems
}

/// The personal data in a file that is published as it is.
fn published(source: &Arc<Source>) -> PersonalData {
    let extension = extension(&source.path);
    // The points of a drawing are numbers that nobody reads.
    let text = match &*extension {
        "svg" => Cow::Owned(without_points(&source.text)),
        _ => Cow::Borrowed(&*source.text),
    };
    let mut found = PersonalData::however_written(&text);
    if glance::may_hold_digits_of_a_number(&source.text) || source.text.contains(['\\', '&', '<']) {
        let AsRead { shown, columns } = as_read(&extension, &source.text);
        found.add(PersonalData::in_text(&shown.text, Glance::of(&shown.text)), |span| {
            shown.written(span)
        });
        let numbers = split_number::find(&shown.text, columns);
        let split = PersonalData { numbers, emails: Vec::new(), mobiles: Vec::new() };
        found.add(split, |span| shown.written(span));
    }
    PersonalData { mobiles: Vec::new(), ..found }
}

/// Inspects a file beside `content/`, whose texts are shown on pages too.
pub fn inspect_beside(source: &Arc<Source>) -> Vec<Problem> {
    let found = PersonalData::however_written(&source.text);
    PersonalData { mobiles: Vec::new(), ..found }.problems(source, Remedy::Remove)
}

/// Inspects a part of a file beside `content/`, the rest of which is no text.
pub fn inspect_part(source: &Arc<Source>, part: &Span) -> Vec<Problem> {
    let mut found = PersonalData { numbers: Vec::new(), emails: Vec::new(), mobiles: Vec::new() };
    found.add(PersonalData::however_written(&source.text[part.clone()]), |span| {
        part.start + span.start..part.start + span.end
    });
    PersonalData { mobiles: Vec::new(), ..found }.problems(source, Remedy::Remove)
}

/// Inspects a value that is written otherwise than it is shown, with escapes or over several lines,
/// in a file of [`inspect`] or [`inspect_beside`]. What the file itself shows is not reported again.
pub fn inspect_value(source: &Arc<Source>, span: &Span, value: &str) -> Vec<Problem> {
    let written = &source.text[span.clone()];
    let plain = PersonalData::however_written(written);
    // A page shows the end of a line as a blank.
    let lines: Vec<&str> = value.split_ascii_whitespace().collect();
    let lines = lines.join(" ");
    let mut shown = PersonalData::however_written(&lines);
    shown.leave_out(&plain);
    let remedy = match ContentPath::of_site(&source.path) {
        Some(_) => Remedy::Accept,
        None => Remedy::Remove,
    };
    let mut problems = shown.at(span).problems(source, remedy);
    problems.extend(garbled::in_value(source, span, value));
    problems
}

/// Inspects the names of a file and its folders, and the address that is made of them.
pub fn inspect_name(source: &Arc<Source>, address: Option<&Address>) -> Vec<Problem> {
    let path = ContentPath::of_source(source);
    let names = [Some(path.as_str()), address.map(Address::as_str)];
    of_names(source, names.into_iter().flatten(), Remedy::Accept)
}

/// Inspects the address of one of a theme's files.
pub fn inspect_name_of_theme(source: &Arc<Source>) -> Vec<Problem> {
    of_names(source, [&*source.path].into_iter(), Remedy::Remove)
}

fn of_names<'n>(
    source: &Arc<Source>,
    names: impl Iterator<Item = &'n str>,
    remedy: Remedy,
) -> Vec<Problem> {
    let sort = names.filter_map(|name| {
        let digits = name.bytes().filter(u8::is_ascii_digit).count();
        // The extension is no part of a number.
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let found = if digits < 10 { Vec::new() } else { personal_number::find(name) };
        found.first().map(|(_, sort)| *sort)
    });
    let first = sort.into_iter().next();
    first.map(|sort| personal_number::in_name(source, sort, remedy)).into_iter().collect()
}
