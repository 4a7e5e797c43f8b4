//! The two lines `+++`, between which the front matter is.

use std::sync::Arc;

use memchr::memchr;

use crate::diagnostic::{Code, Problem, Source, Span};
use crate::text;

/// The parts of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// The opening line, for problems with the front matter as a whole.
    pub opening: Span,
    /// The TOML between the lines.
    pub front_matter: Span,
    /// Where the body begins; `None` if the front matter never ends.
    pub body: Option<usize>,
    /// Where the body begins after a line that was obviously meant as the closing one.
    pub meant: Option<usize>,
}

/// Splits a file. `None` if it has no front matter at all. Anything else that is wrong with the two
/// lines is reported, and the file is then read as if they were right.
pub fn split(source: &Arc<Source>, problems: &mut Vec<Problem>) -> Option<Parts> {
    let text = &*source.text;
    let mut lines = lines(text);
    let Some(first) = lines.by_ref().find(|line| !text[line.clone()].trim().is_empty()) else {
        problems.push(empty(source));
        return None;
    };
    match fence(&text[first.clone()]) {
        Fence::Exact if first.start == 0 => {}
        Fence::Exact | Fence::Blanks => problems.push(opening_out_of_place(source, &first)),
        Fence::Near | Fence::None => {
            problems.push(missing(source, &first));
            return None;
        }
    }
    let start = after_line_end(text, first.end);
    let mut near = None;
    for line in lines {
        match fence(&text[line.clone()]) {
            Fence::Exact => {
                return Some(Parts {
                    opening: first,
                    front_matter: start..line.start,
                    body: Some(after_line_end(text, line.end)),
                    meant: None,
                });
            }
            Fence::Blanks => {
                problems.push(closing_with_blanks(source, &line));
                return Some(Parts {
                    opening: first,
                    front_matter: start..line.start,
                    body: Some(after_line_end(text, line.end)),
                    meant: None,
                });
            }
            Fence::Near => near = near.or(Some(line)),
            Fence::None => {}
        }
    }
    problems.push(unclosed(source, &first, near.as_ref()));
    let end = near.as_ref().map_or(text.len(), |line| line.start);
    let meant = near.map(|line| after_line_end(text, line.end));
    Some(Parts { opening: first, front_matter: start..end, body: None, meant })
}

/// The lines of a text without their ends, including the empty last one.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let rest = &text.as_bytes()[start..];
        let end = memchr(b'\n', rest).map_or(text.len(), |length| start + length);
        at = (end < text.len()).then_some(end + 1);
        Some(start..end)
    })
}

fn after_line_end(text: &str, end: usize) -> usize {
    (end + 1).min(text.len())
}

enum Fence {
    /// `+++`
    Exact,
    /// `+++` with blanks around it.
    Blanks,
    /// Something that was meant as `+++`.
    Near,
    None,
}

fn fence(line: &str) -> Fence {
    if line == "+++" {
        return Fence::Exact;
    }
    let trimmed = line.trim();
    match trimmed {
        "+++" => Fence::Blanks,
        "---" | "++" | "+ + +" | "===" | "–––" | "———" => Fence::Near,
        _ if trimmed.starts_with("+++") || trimmed.ends_with("+++") => Fence::Near,
        _ if trimmed.len() < 8 && trimmed.matches('+').count() > 1 => Fence::Near,
        _ => Fence::None,
    }
}

fn empty(source: &Arc<Source>) -> Problem {
    Problem::in_file(
        Code::FrontMatterMissing,
        source,
        text!("Filen är tom.", "The file is empty."),
        text!(
            "Ta bort den, eller låt ”loftesarkiv new” skriva en mall att fylla i.",
            "Remove it, or let “loftesarkiv new” write a template to fill in."
        ),
    )
}

fn opening_out_of_place(source: &Arc<Source>, line: &Span) -> Problem {
    let (message, help) = if line.start > 0 && &source.text[line.clone()] == "+++" {
        (
            text!(
                "Raden +++ måste vara filens allra första, men här står tomma rader före den.",
                "The line +++ must be the very first of the file, but empty lines stand before it."
            ),
            text!("Ta bort raderna före +++.", "Remove the lines before +++."),
        )
    } else {
        (
            text!(
                "Raden +++ har blanksteg eller andra osynliga tecken före eller efter plustecknen.",
                "The line +++ has blanks or other invisible characters before or after the plus signs."
            ),
            text!(
                "Ta bort allt på raden utom de tre plustecknen.",
                "Remove everything on the line but the three plus signs."
            ),
        )
    };
    Problem::at(Code::FrontMatterMissing, source, line.clone(), message, help)
}

fn closing_with_blanks(source: &Arc<Source>, line: &Span) -> Problem {
    Problem::at(
        Code::FrontMatterUnclosed,
        source,
        line.clone(),
        text!(
            "Raden +++ som avslutar uppgifterna har blanksteg eller andra osynliga tecken före eller efter plustecknen.",
            "The line +++ that ends the front matter has blanks or other invisible characters before or after the plus signs."
        ),
        text!(
            "Ta bort allt på raden utom de tre plustecknen.",
            "Remove everything on the line but the three plus signs."
        ),
    )
}

fn missing(source: &Arc<Source>, first: &Span) -> Problem {
    let text = &*source.text;
    let line = text[first.clone()].trim();
    let later = lines(text).position(|line| text[line].trim() == "+++").map(|index| index + 1);
    let (message, help) = if line == "---" {
        (
            text!(
                "Filens uppgifter står mellan rader med ---, som i andra program. Här ska de stå mellan rader med +++ och skrivas i TOML: nyckel = \"värde\".",
                "The file's front matter stands between lines of ---, as in other programs. Here it stands between lines of +++ and is written in TOML: key = \"value\"."
            ),
            text!(
                "Byt båda raderna --- mot +++, och skriv uppgifterna som title = \"…\" i stället för title: …",
                "Change both lines --- to +++, and write title = \"…\" instead of title: …"
            ),
        )
    } else if line.starts_with('+') {
        (
            text!(
                "Filen ska börja med en rad som bara består av tre plustecken, +++, men här står ”{line}”.",
                "The file must begin with a line of exactly three plus signs, +++, but here it says “{line}”."
            ),
            text!("Ändra raden till +++.", "Change the line to +++."),
        )
    } else if let Some(number) = later {
        (
            text!(
                "Filen ska börja med raden +++, men den står först på rad {number}. Det som står före den blir inte läst.",
                "The file must begin with the line +++, but that comes only on line {number}. What stands before it is not read."
            ),
            text!(
                "Flytta det som står före +++ till efter den avslutande raden +++, eller ta bort det.",
                "Move what stands before +++ to after the closing line +++, or remove it."
            ),
        )
    } else {
        (
            text!(
                "Filen saknar uppgifter om vad den är: den ska börja med raden +++, sedan uppgifter som kind och title, och en rad +++ till.",
                "The file does not say what it is: it must begin with the line +++, then front matter such as kind and title, and another line +++."
            ),
            text!(
                "Skriv överst i filen, på fyra rader: +++ / kind = \"page\" / title = \"…\" / +++",
                "Write at the top of the file, on four lines: +++ / kind = \"page\" / title = \"…\" / +++"
            ),
        )
    };
    Problem::at(Code::FrontMatterMissing, source, first.clone(), message, help)
}

fn unclosed(source: &Arc<Source>, opening: &Span, near: Option<&Span>) -> Problem {
    let Some(near) = near else {
        return Problem::at(
            Code::FrontMatterUnclosed,
            source,
            opening.clone(),
            text!(
                "Uppgifterna som börjar här slutar aldrig: raden +++ efter dem saknas.",
                "The front matter that begins here never ends: the line +++ after it is missing."
            ),
            text!(
                "Skriv en rad med bara +++ mellan uppgifterna och den löpande texten.",
                "Write a line with only +++ between the front matter and the running text."
            ),
        );
    };
    let written = source.text[near.clone()].trim();
    Problem::at(
        Code::FrontMatterUnclosed,
        source,
        near.clone(),
        text!(
            "Uppgifterna ska avslutas med en rad som bara består av +++, men här står ”{written}”.",
            "The front matter must end with a line of exactly +++, but here it says “{written}”."
        ),
        text!("Ändra raden till +++.", "Change the line to +++."),
    )
}
