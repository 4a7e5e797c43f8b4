//! Personal numbers: in any text the program finds what the slow reference finds, which shares no
//! code with it.

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
    let mut expected = personal_numbers(&file.source.text);
    expected.truncate(MOST);
    assert_eq!(found, expected, "{:?}", file.source.text);
}

fn is_known(c: char) -> bool {
    c.is_ascii_digit()
        || ['٠', '०', '０', '𝟎']
            .iter()
            .any(|zero| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(c)))
}
