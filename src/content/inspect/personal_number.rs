//! Personal numbers (personnummer, samordningsnummer): ten or twelve digits that begin with a date
//! and end with a check digit, however they are spaced. Organisation numbers are not among them:
//! their third digit is at least 2, so that they do not begin with a year and a month.

use std::ops::Range;
use std::sync::Arc;

use super::characters::{Cursor, digit, is_blank, is_dash};
use super::remedy::Remedy;
use crate::content::check_digit;
use crate::diagnostic::{Code, Problem, Source};
use crate::text;

/// The sort of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberSort {
    /// Personnummer.
    Personal,
    /// Samordningsnummer, with 60 added to the day.
    Coordination,
}

pub(super) fn problem(
    source: &Arc<Source>,
    span: Range<usize>,
    sort: NumberSort,
    remedy: Remedy,
) -> Problem {
    let (sv, en) = sort.in_words();
    let help = match remedy {
        Remedy::Accept => text!(
            "Ta bort numret. Är det något annat, till exempel ett ärendenummer, skriv i dokumentet, mellan +++-raderna: accept = [{{ code = \"personal-number\", reason = \"…\" }}]",
            "Remove the number. If it is something else, such as a case number, write in the document, between the +++ lines: accept = [{{ code = \"personal-number\", reason = \"…\" }}]"
        ),
        Remedy::Remove => text!(
            "Ta bort numret. Är det något annat, till exempel ett ärendenummer, skriv det på ett annat sätt.",
            "Remove the number. If it is something else, such as a case number, write it in another way."
        ),
    };
    Problem::at(
        Code::PersonalNumber,
        source,
        span,
        text!(
            "Här står något som ser ut som ett {sv}: datumet finns och kontrollsiffran stämmer. Sådana nummer får inte läggas ut på webben.",
            "This looks like a {en}: the date exists and the check digit is right. Such numbers must not be put on the web."
        ),
        help,
    )
}

/// A number in the name of a file or folder.
pub(super) fn in_name(source: &Arc<Source>, sort: NumberSort, remedy: Remedy) -> Problem {
    let (sv, en) = sort.in_words();
    let help = match remedy {
        Remedy::Accept => text!(
            "Byt namn på filen eller mappen. Är numret något annat, till exempel ett ärendenummer, skriv i dokumentet, mellan +++-raderna: accept = [{{ code = \"personal-number\", reason = \"…\" }}]",
            "Rename the file or folder. If the number is something else, such as a case number, write in the document, between the +++ lines: accept = [{{ code = \"personal-number\", reason = \"…\" }}]"
        ),
        Remedy::Remove => text!("Byt namn på filen eller mappen.", "Rename the file or folder."),
    };
    Problem::in_file(
        Code::PersonalNumber,
        source,
        text!(
            "I filens eller mappens namn står något som ser ut som ett {sv}. Namnet blir en del av adressen och syns för alla.",
            "The name of the file or folder has something that looks like a {en}. The name becomes a part of the address and is seen by everybody."
        ),
        help,
    )
}

impl NumberSort {
    fn in_words(self) -> (&'static str, &'static str) {
        match self {
            NumberSort::Personal => ("personnummer", "personal identity number"),
            NumberSort::Coordination => ("samordningsnummer", "coordination number"),
        }
    }
}

/// Every personal number in a text, in order and without overlaps.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, NumberSort)> {
    let mut found = Vec::new();
    let mut at = 0;
    // Where the run of digits begins that a gap joins to the previous one.
    let mut joined_at = None;
    while let Some(offset) = text[at..].find(|c| digit(c).is_some()) {
        let start = at + offset;
        let run = Run::read(text, start, joined_at == Some(start));
        let hit = [12, 10].into_iter().find_map(|n| run.personal(n).map(|sort| (n, sort)));
        let end = match hit {
            Some((n, sort)) => {
                let end = run.ends[n - 1];
                found.push((start..end, sort));
                end
            }
            None => end_of_digits(text, start),
        };
        let mut ahead = Cursor::new(text, end);
        joined_at = read_gap(&mut ahead).map(|_| ahead.at + to_next_digit(text, ahead.at));
        at = end;
    }
    found
}

/// What separates two digits of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    /// Nothing visible.
    Nothing,
    /// At most [`WIDEST`] spaces.
    Blank,
    /// A dash, or the plus sign used for people over a hundred.
    Dash,
    /// A dash with spaces around it.
    SpacedDash,
}

impl Separator {
    fn is_dash(self) -> bool {
        matches!(self, Separator::Dash | Separator::SpacedDash)
    }
}

/// More spaces than this separate columns.
const WIDEST: usize = 3;

/// The digits from the beginning of a run, across gaps: one more than a number can have, so that
/// what follows the number is known too.
struct Run {
    digits: Vec<u8>,
    /// What precedes each digit; nothing before the first.
    gaps: Vec<Separator>,
    /// The end of each digit.
    ends: Vec<usize>,
    /// Whether a gap joins it to digits before it.
    joined: bool,
    /// Whether it is written as a telephone number: `+46 …`, `tel:070…`.
    dialled: bool,
}

impl Run {
    fn read(text: &str, start: usize, joined: bool) -> Run {
        let before = &text[..start];
        let mut run = Run {
            digits: Vec::with_capacity(13),
            gaps: Vec::with_capacity(13),
            ends: Vec::with_capacity(13),
            joined,
            dialled: before.ends_with('+') || before.ends_with("tel:"),
        };
        let mut cursor = Cursor::new(text, start);
        while run.digits.len() < 13 {
            let mut ahead = cursor;
            let gap =
                if run.digits.is_empty() { Some(Separator::Nothing) } else { read_gap(&mut ahead) };
            let Some((gap, value)) = gap.zip(ahead.take_digit()) else { break };
            run.digits.push(value);
            run.gaps.push(gap);
            run.ends.push(ahead.at);
            cursor = ahead;
        }
        run
    }

    /// Whether its first `n` digits, 10 or 12, are a personal number.
    fn personal(&self, n: usize) -> Option<NumberSort> {
        if self.digits.len() < n || self.gaps.get(n) == Some(&Separator::Nothing) || self.dialled {
            return None;
        }
        let sort = sort(&self.digits[..n])?;
        (self.well_spaced(n) || self.oddly_spaced(n)).then_some(sort)
    }

    /// The gaps between the first `n` digits: the number of digits before each, and what it
    /// consists of.
    fn gaps_within(&self, n: usize) -> Vec<(usize, Separator)> {
        (1..n).map(|i| (i, self.gaps[i])).filter(|(_, gap)| *gap != Separator::Nothing).collect()
    }

    /// Whether the first `n` digits are spaced as people write them, `19121212-1212` or
    /// `12 12 12 1212`. If they are, they count even among other numbers.
    fn well_spaced(&self, n: usize) -> bool {
        let birth = n - 4;
        let gaps = self.gaps_within(n);
        let Some(((last_at, last), in_birth)) = gaps.split_last() else { return true };
        if *last_at != birth {
            return false;
        }
        match in_birth {
            [] => true,
            [(at, Separator::Blank)] => n == 12 && matches!(at, 2 | 4),
            [(month, Separator::Blank), (day, Separator::Blank)] => {
                *month == birth - 4 && *day == birth - 2
            }
            // `1912-12-12-1212` counts, but `2016-01-01 – 2019-12-31` is a period.
            [(month, Separator::Dash), (day, Separator::Dash)] => {
                *month == birth - 4
                    && *day == birth - 2
                    && *last != Separator::SpacedDash
                    && !self.gaps.get(n).is_some_and(|next| next.is_dash())
            }
            _ => false,
        }
    }

    /// Whether it is spaced in any other way, such as between all digits; it then counts only if no
    /// other digits are next to it and it is written neither as a telephone number nor as an
    /// amount.
    fn oddly_spaced(&self, n: usize) -> bool {
        if self.joined || self.digits.len() > n {
            return false;
        }
        let gaps = self.gaps_within(n);
        let Some((first, _)) = gaps.first() else { return false };
        let dashed = gaps.iter().any(|(_, gap)| gap.is_dash());
        let dashes_fit = gaps.iter().all(|(at, gap)| !gap.is_dash() || *at == n - 4);
        let area_code = match self.digits[..] {
            [0, 8, ..] => 2..=4,
            _ => 3..=4,
        };
        let telephone = n == 10 && !dashed && self.digits[0] == 0 && area_code.contains(first);
        let amount = !dashed
            && *first <= 3
            && gaps.iter().enumerate().all(|(i, (at, _))| *at == first + 3 * i)
            && gaps.last().is_some_and(|(at, _)| n - at == 3);
        dashes_fit && !telephone && !amount
    }
}

/// Skips what may separate two digits of one number; `None` if no digit follows.
fn read_gap(cursor: &mut Cursor<'_>) -> Option<Separator> {
    let before = take_blanks(cursor);
    let dash = cursor.take(|c| is_dash(c) || matches!(c, '+' | '\u{ff0b}'));
    let after = if dash { take_blanks(cursor) } else { 0 };
    if !cursor.at_digit() {
        return None;
    }
    match (dash, before, after) {
        (false, 0, _) => Some(Separator::Nothing),
        (false, 1..=WIDEST, _) => Some(Separator::Blank),
        (true, 0, 0) => Some(Separator::Dash),
        (true, 0..=WIDEST, 0..=WIDEST) => Some(Separator::SpacedDash),
        _ => None,
    }
}

fn take_blanks(cursor: &mut Cursor<'_>) -> usize {
    let mut taken = 0;
    while taken <= WIDEST && cursor.take(is_blank) {
        taken += 1;
    }
    taken
}

fn to_next_digit(text: &str, at: usize) -> usize {
    text[at..].find(|c| digit(c).is_some()).unwrap_or(0)
}

/// The end of the digits that begin here, with nothing visible between them.
fn end_of_digits(text: &str, start: usize) -> usize {
    let mut cursor = Cursor::new(text, start);
    while cursor.take_digit().is_some() {}
    cursor.at
}

/// The sort of personal number that ten or twelve digits are, judging by date and check digit.
pub(super) fn sort(digits: &[u8]) -> Option<NumberSort> {
    let (century, ten) = digits.split_at(digits.len() - 10);
    if !check_digit::fits(ten) {
        return None;
    }
    let two = |at: usize| u16::from(ten[at]) * 10 + u16::from(ten[at + 1]);
    let (year, month, day) = (two(0), two(2), two(4));
    let leap = match century {
        [] => year % 4 == 0, // 1900 was none, but 2000 was
        [1, 8 | 9] => year % 4 == 0 && year != 0,
        [2, 0] => year % 4 == 0,
        _ => return None,
    };
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    match day {
        1.. if day <= days => Some(NumberSort::Personal),
        61.. if day <= days + 60 => Some(NumberSort::Coordination),
        _ => None,
    }
}
