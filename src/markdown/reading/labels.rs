//! Labels of items, as people write them: `(1)`, `A.`, `ii)`, `1:`, `Mål 1:`. One alone says nothing,
//! but two lines that are numbered one after the other are a list.

use super::bullets::begins_text;

/// What a line begins with that may be the label of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// A parenthesis, or a word.
    before: String,
    after: &'static str,
    digits: bool,
    /// As each sort of number that it may be.
    ordinals: Vec<(LabelSort, u64)>,
    /// Of all that belongs to the label.
    pub length: usize,
    /// Whether a word follows without a blank.
    tight: bool,
}

/// A sort of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LabelSort {
    Decimal,
    Letter,
    Capital,
    Roman,
    RomanCapital,
}

/// The form of a label and its number. Labels whose numbers follow each other have the same form.
pub(super) type LabelPlace<'l> = (&'l str, &'l str, LabelSort, u64);

/// What may stand after a number; the longest first.
const AFTER: [&str; 9] = [").", "):", "]:", ".)", ")", "]", ".", ":", "§"];

impl Label {
    /// The label at the beginning of a line.
    pub fn of(line: &str) -> Option<Label> {
        let (before, rest) = opening(line);
        let number = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (number, rest) = rest.split_at(number);
        let ordinals = ordinals(number);
        let digits = ordinals.iter().any(|(sort, _)| *sort == LabelSort::Decimal);
        if ordinals.is_empty() || (before.ends_with(' ') && !digits) {
            return None;
        }
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let rest = rest.get(blanks..).filter(|_| blanks < 3)?;
        let (after, rest) = closing(rest, blanks > 0);
        let is_closed = match before {
            "(" => after.starts_with(')'),
            "[" => after.starts_with(']'),
            "" => !after.is_empty() || (digits && blanks > 0),
            _ => !matches!(after, "" | "§"),
        };
        let word = rest.trim_start_matches(' ');
        let tight = word.len() == rest.len() && word.starts_with(char::is_alphabetic);
        // `s.k.` and `1:a` are words, and `1-åring` is one.
        let may_be_tight = matches!(after, ")" | ".)" | "]") || (after == "." && digits);
        let apart = word.len() < rest.len() || after.is_empty();
        let is_letter = before.is_empty() && !digits && number.len() == 1 && after == ")";
        let fits = if tight && !after.is_empty() { may_be_tight } else { apart };
        (is_closed && ((fits && word.starts_with(begins_text)) || is_letter)).then(|| Label {
            before: before.to_owned(),
            after,
            digits,
            ordinals,
            length: line.len() - rest.len(),
            tight: tight && !after.is_empty(),
        })
    }

    /// The number, if it is written with digits.
    pub fn number(&self) -> Option<u64> {
        self.ordinals.first().filter(|_| self.digits).map(|it| it.1)
    }

    /// Whether it has a sign that ends it, and no word before it.
    pub fn is_closed(&self) -> bool {
        !self.after.is_empty() && !self.before.ends_with(' ')
    }

    /// Whether it is a number that only a blank parts from the words.
    pub fn is_bare(&self) -> bool {
        self.after.is_empty()
    }

    /// `1.ett`, `1)ett`
    pub fn is_tight(&self) -> bool {
        self.before.is_empty() && self.digits && self.tight && matches!(self.after, "." | ")")
    }

    /// Whether any two of these are a list: `a) ett`, `1.ett`.
    pub fn is_certain(&self) -> bool {
        let is_letter =
            self.ordinals.iter().any(|it| matches!(it.0, LabelSort::Letter | LabelSort::Capital));
        self.is_tight() || (self.before.is_empty() && is_letter && self.after == ")")
    }

    /// Where it is among its like, as each sort of number that it may be.
    pub fn places(&self) -> impl Iterator<Item = LabelPlace<'_>> {
        self.ordinals.iter().map(|(sort, n)| (self.before.as_str(), self.after, *sort, *n))
    }
}

/// What stands before a number: a parenthesis, a word and a blank, or nothing.
fn opening(line: &str) -> (&str, &str) {
    if line.starts_with(['(', '[']) {
        return line.split_at(1);
    }
    let apart = line.split_once(' ');
    let numbered = apart.filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_word = |word: &str| {
        (2..=20).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
    };
    match numbered {
        Some((word, _)) if is_word(word) => line.split_at(word.len() + 1),
        _ => ("", line),
    }
}

/// What stands after a number, and the rest of the line.
fn closing(rest: &str, blank: bool) -> (&'static str, &str) {
    if blank && let Some(dash) = ["- ", "– "].into_iter().find(|dash| rest.starts_with(dash)) {
        let (sign, after) = (&dash[..dash.len() - 1], &rest[dash.len() - 1..]);
        return (sign, after);
    }
    let after = AFTER.into_iter().find(|after| rest.starts_with(after)).unwrap_or("");
    (after, &rest[after.len()..])
}

/// What a number is, as each sort that it may be.
fn ordinals(number: &str) -> Vec<(LabelSort, u64)> {
    // Most lines begin with a word.
    if number.len() > LONGEST_NUMBER {
        return Vec::new();
    }
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = number.parse().ok().filter(|_| number.len() <= 4);
        return value.map(|value| (LabelSort::Decimal, value)).into_iter().collect();
    }
    let is_lower = number.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_upper = number.bytes().all(|byte| byte.is_ascii_uppercase());
    if !(is_lower || is_upper) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let [letter] = number.as_bytes() {
        let sort = if is_lower { LabelSort::Letter } else { LabelSort::Capital };
        found.push((sort, u64::from(letter.to_ascii_lowercase() - b'a') + 1));
    }
    if let Some(value) = roman(&number.to_ascii_lowercase()) {
        found.push((if is_lower { LabelSort::Roman } else { LabelSort::RomanCapital }, value));
    }
    found
}

/// `xviii`
const LONGEST_NUMBER: usize = 5;

/// A Roman number up to twenty.
fn roman(number: &str) -> Option<u64> {
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    (1..).zip(ROMAN).find(|(_, roman)| *roman == number).map(|(value, _)| value)
}
