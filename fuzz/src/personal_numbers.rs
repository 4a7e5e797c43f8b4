//! Personal numbers: in any text the program finds what the slow reference finds, which shares no
//! code with it, and beside that only what is a number once it is shown.

use loftesarkiv::content::{self, RawFile};
use loftesarkiv::diagnostic::Code;

use super::reference::personal_numbers;

/// The reference examines everything before every digit.
const LONGEST: usize = 1000;

/// No more than this many are reported for one file.
const MOST: usize = 100;

pub fn holds(data: &[u8]) {
    let text = super::text(&data[..data.len().min(LONGEST)]);
    // The reference knows the digits of a few scripts, the program those of all.
    if text.chars().any(|c| c.is_numeric() && !is_known(c)) {
        return;
    }
    let text = format!("+++\nkind = \"page\"\ntitle = \"Sida\"\n+++\n{text}");
    let file = content::parse_file(&RawFile::new("content/sida.md", text.into_bytes()));
    // A file with control characters is refused as a whole.
    if file.problems.iter().any(|problem| problem.code == Code::NotUtf8) {
        return;
    }
    let found: Vec<_> = file
        .problems
        .iter()
        .filter(|problem| problem.code == Code::PersonalNumber)
        .filter_map(|problem| problem.span.clone())
        .collect();
    let text = &file.source.text;
    let expected = personal_numbers(text);
    let body = text.split_once("\n+++\n").map_or("", |(_, body)| body);
    if body.chars().all(is_plain) && body.lines().all(|line| !may_be_markup(line)) {
        // The lines of a paragraph are shown as one.
        let head = &text[..text.len() - body.len()];
        let mut shown = personal_numbers(&format!("{head}{}", body.replace('\n', " ")));
        shown.truncate(MOST);
        assert_eq!(found, shown, "{text:?}");
    }
    for span in expected.iter().take(MOST) {
        let is_told = |it: &std::ops::Range<usize>| it.start < span.end && span.start < it.end;
        assert!(
            found.len() >= MOST || found.iter().any(is_told),
            "{span:?} of {text:?}: {found:?}"
        );
    }
    // The program reads what is shown, where what the source keeps apart may stand together. Its
    // digits alone must be a number by the reference too.
    for span in found.iter().filter(|span| !expected.contains(span)) {
        let digits: String = text[(*span).clone()].chars().filter(|it| it.is_numeric()).collect();
        let end = digits.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        let plain = format!("{}-{}", &digits[..end], &digits[end..]);
        assert!(!personal_numbers(&plain).is_empty(), "{span:?} of {text:?} is no number");
    }
}

/// Whether a character is shown as it is written, wherever it stands in a line.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, ' ' | '\n' | '-' | '+' | '.' | ',' | ':' | '/' | '–' | '(' | ')')
}

/// Whether a line of such characters may begin a list, a heading or a block of code.
fn may_be_markup(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    line.len() - text.len() > 3
        || text.starts_with(['-', '+'])
        || number.len() < text.len() && number.starts_with(['.', ')'])
}

fn is_known(c: char) -> bool {
    c.is_ascii_digit()
        || ['٠', '०', '０', '𝟎']
            .iter()
            .any(|zero| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(c)))
}
