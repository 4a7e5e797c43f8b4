//! The personal numbers of a text, found in another way than the program finds them: the text
//! becomes a string of plain characters, every piece of which is compared with a list of forms. It
//! is slow, and shares no code with what it is compared to.

use std::ops::Range;

/// Every personal number, in order and without overlaps; the longer one first.
pub fn personal_numbers(text: &str) -> Vec<Range<usize>> {
    let plain = Plain::of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < plain.signs.len() {
        let to = [12, 10].into_iter().find_map(|n| plain.number_at(from, n));
        from = match to {
            Some(to) => {
                found.push(plain.places[from].start..plain.places[to - 1].end);
                to
            }
            None => from + 1,
        };
    }
    found
}

/// The visible text: digits as 0–9, blanks as `_`, dashes as `-`, anything else as itself.
struct Plain {
    signs: Vec<char>,
    places: Vec<Range<usize>>,
}

impl Plain {
    fn of(text: &str) -> Plain {
        let (mut signs, mut places) = (Vec::new(), Vec::new());
        for (at, character) in text.char_indices() {
            let Some(sign) = plain(character) else { continue };
            signs.push(sign);
            places.push(at..at + character.len_utf8());
        }
        Plain { signs, places }
    }

    /// The end of the number of `n` digits that begins at this character.
    fn number_at(&self, from: usize, n: usize) -> Option<usize> {
        let before: String = self.signs[..from].iter().collect();
        if !self.signs[from].is_ascii_digit()
            || before.ends_with(|c: char| c.is_ascii_digit() || c == '+')
            || before.ends_with("tel:")
        {
            return None;
        }
        let mut digits = 0;
        let length = self.signs[from..].iter().position(|sign| {
            digits += usize::from(sign.is_ascii_digit());
            digits == n
        })? + 1;
        let to = from + length;
        let after: String = self.signs[to..].iter().take(9).collect();
        if after.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let piece: String = self.signs[from..to].iter().collect();
        let number: String = piece.chars().filter(char::is_ascii_digit).collect();
        let form = form(&piece)?;
        let usual = USUAL.contains(&form.as_str())
            || (DATED.contains(&form.as_str()) && !begins_with_dash_and_digit(&after));
        (is_valid(&number) && (usual || (stands_alone(&before, &after) && is_odd(&form, &number))))
            .then_some(to)
    }
}

fn plain(character: char) -> Option<char> {
    match character {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{feff}' => None,
        c if ('\u{180b}'..='\u{180f}').contains(&c) => None,
        c if ('\u{200b}'..='\u{200f}').contains(&c) => None,
        c if ('\u{202a}'..='\u{202e}').contains(&c) => None,
        c if ('\u{2060}'..='\u{206f}').contains(&c) => None,
        c if ('\u{fe00}'..='\u{fe0f}').contains(&c) => None,
        ' ' | '\u{a0}' | '\u{1680}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some('_'),
        c if ('\u{2000}'..='\u{200a}').contains(&c) => Some('_'),
        '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        c if ('\u{2010}'..='\u{2015}').contains(&c) => Some('-'),
        '\u{ff0b}' => Some('+'),
        '_' => Some('x'),
        c if c.is_ascii() => Some(c),
        c if c.is_numeric() => Some(digit(c).unwrap_or('x')),
        _ => Some('x'),
    }
}

/// Only the scripts that the tests use.
fn digit(character: char) -> Option<char> {
    let scripts = ["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"];
    let value = scripts.iter().find_map(|digits| digits.chars().position(|c| c == character))?;
    char::from_digit(u32::try_from(value).ok()?, 10)
}

/// How a piece is spaced: the lengths of its runs of digits in hexadecimal, with `_` for blanks,
/// `-` for a dash and `~` for a dash with blanks around it.
fn form(piece: &str) -> Option<String> {
    let mut form = String::new();
    let mut rest = piece;
    loop {
        let run = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        form.push(char::from_digit(u32::try_from(run).ok()?, 16)?);
        rest = &rest[run..];
        let gap = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        form.push(match &rest[..gap] {
            "" => return Some(form),
            "_" | "__" | "___" => '_',
            "-" | "+" => '-',
            other => {
                let (before, after) = other.split_once(['-', '+'])?;
                if ![before, after].iter().all(|blanks| matches!(*blanks, "" | "_" | "__" | "___"))
                {
                    return None;
                }
                '~'
            }
        });
        rest = &rest[gap..];
    }
}

/// Forms that count even among other numbers.
const USUAL: [&str; 20] = [
    "a", "c", "6-4", "6~4", "6_4", "8-4", "8~4", "8_4", "2_2_2-4", "2_2_2~4", "2_2_2_4", "4_2_2-4",
    "4_2_2~4", "4_2_2_4", "4_4-4", "4_4~4", "4_4_4", "2_6-4", "2_6~4", "2_6_4",
];
/// Forms that do too, unless a dash and a digit follow.
const DATED: [&str; 4] = ["2-2-2-4", "2-2-2_4", "4-2-2-4", "4-2-2_4"];

fn begins_with_dash_and_digit(after: &str) -> bool {
    let rest = skip_blanks(after);
    let rest = rest.and_then(|rest| rest.strip_prefix(['-', '+'])).and_then(skip_blanks);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `None` if there are more than three.
fn skip_blanks(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('_');
    (text.len() - rest.len() <= 3).then_some(rest)
}

/// Whether no other digits are joined to it.
fn stands_alone(before: &str, after: &str) -> bool {
    let gap = |text: &str| {
        let digit_at = text.find(|c: char| c.is_ascii_digit())?;
        Some(text[..digit_at].to_owned())
    };
    let joins = |gap: &str| form(&format!("1{gap}1")).is_some();
    let backwards: String = before.chars().rev().take(9).collect();
    !gap(after).is_some_and(|gap| joins(&gap)) && !gap(&backwards).is_some_and(|gap| joins(&gap))
}

/// Any other form, unless it is that of a telephone number or an amount.
fn is_odd(form: &str, number: &str) -> bool {
    let runs: Vec<usize> =
        form.split(['_', '-', '~']).filter_map(|run| usize::from_str_radix(run, 16).ok()).collect();
    let separators: Vec<char> = form.chars().filter(|c| "_-~".contains(*c)).collect();
    if separators.is_empty() {
        return false;
    }
    let mut digits_before = 0;
    let misplaced_dash = runs.iter().zip(&separators).any(|(run, separator)| {
        digits_before += run;
        *separator != '_' && digits_before != number.len() - 4
    });
    let blanks_only = separators.iter().all(|separator| *separator == '_');
    let telephone = number.len() == 10
        && number.starts_with('0')
        && (matches!(runs[0], 3 | 4) || (runs[0] == 2 && number.starts_with("08")));
    let amount = runs[0] <= 3 && runs[1..].iter().all(|run| *run == 3);
    !misplaced_dash && !(blanks_only && (telephone || amount))
}

fn is_valid(number: &str) -> bool {
    let (century, ten) = number.split_at(number.len() - 10);
    let part = |range: Range<usize>| ten[range].parse::<u32>().unwrap_or(0);
    let (year, month, day) = (part(0..2), part(2..4), part(4..6));
    let years = match century {
        "" => vec![1800 + year, 1900 + year, 2000 + year],
        "18" => vec![1800 + year],
        "19" => vec![1900 + year],
        "20" => vec![2000 + year],
        _ => return false,
    };
    let day = if day > 60 { day - 60 } else { day };
    years.iter().any(|year| is_date(*year, month, day)) && luhn(ten)
}

fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    (1..=12).contains(&month) && (1..=lengths[month as usize - 1]).contains(&day)
}

/// From the right, with doubled digits taken from a table.
fn luhn(ten: &str) -> bool {
    const DOUBLED: [u32; 10] = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    let sum: u32 = ten
        .bytes()
        .rev()
        .map(|byte| u32::from(byte - b'0'))
        .enumerate()
        .map(|(i, digit)| if i % 2 == 1 { DOUBLED[digit as usize] } else { digit })
        .sum();
    sum.is_multiple_of(10)
}
