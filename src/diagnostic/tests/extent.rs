//! How much is told of many problems: which whole, and which counted.

use super::*;

/// The problems of a file of this many lines, each of which has a mobile number.
fn numbers(path: &str, lines: usize) -> Vec<Problem> {
    let source = Source::new(path, "Ring 070-174 06 05.\n".repeat(lines));
    let at = |line| line * source.text.len() / lines + "Ring ".len();
    (0..lines)
        .map(|line| {
            Problem::at(
                Code::PhoneNumber,
                &source,
                at(line)..at(line) + 13,
                message!("Ett mobilnummer.", "A mobile number."),
                message!("Skriv växelns.", "Write the switchboard's."),
            )
        })
        .collect()
}

/// The lines that begin with a word and a code: what is shown in full, and what is counted.
fn headings(problems: &[Problem], extent: Extent) -> Vec<String> {
    let told = told(&report(problems, Swedish), Swedish, extent, false);
    let is_heading =
        |line: &&str| line.split_once(':').is_some_and(|(name, _)| name.ends_with(']'));
    told.lines().filter(is_heading).map(str::to_owned).collect()
}

const NUMBER: &str = "varning[phone-number]: Ett mobilnummer.";

#[test]
fn three_warnings_of_a_file_are_told_whole_and_the_fourth_is_counted() {
    let told = |lines| headings(&numbers("content/a.md", lines), Extent::SummedUp);
    assert_eq!(told(3), [NUMBER; 3]);
    assert_eq!(told(4), [NUMBER, NUMBER, NUMBER, "varning[phone-number]: 1 till."]);
    assert_eq!(told(9), [NUMBER, NUMBER, NUMBER, "varning[phone-number]: 6 till i en fil."]);
}

#[test]
fn ten_warnings_of_a_code_are_told_whole_and_the_eleventh_is_counted() {
    let of_files = |files: usize| -> Vec<Problem> {
        (0..files).flat_map(|n| numbers(&format!("content/{n:02}.md"), 1)).collect()
    };
    assert_eq!(headings(&of_files(10), Extent::SummedUp), [NUMBER; 10]);
    let told = headings(&of_files(12), Extent::SummedUp);
    assert_eq!(told[..10], [NUMBER; 10]);
    assert_eq!(told[10..], ["varning[phone-number]: 2 till i 2 filer."]);
    assert_eq!(headings(&of_files(12), Extent::Whole), [NUMBER; 12]);
}

#[test]
fn errors_stand_last_and_are_told_whole_however_many() {
    let mut problems = numbers("content/b.md", 12);
    for problem in &mut problems[2..] {
        problem.severity = Severity::Error;
    }
    let error = NUMBER.replace("varning", "fel");
    let told = headings(&problems, Extent::SummedUp);
    assert_eq!(told[..2], [NUMBER; 2]);
    assert_eq!(told[2..], vec![error.as_str(); 10]);
    assert_eq!(headings(&problems, Extent::Errors), vec![error.as_str(); 10]);
}

#[test]
fn the_first_of_every_code_is_told_before_the_second_of_any() {
    let codes: Vec<Code> =
        Code::ALL.iter().copied().filter(|it| it.severity() == Severity::Warning).take(7).collect();
    let mut problems = Vec::new();
    for code in &codes {
        for (n, problem) in
            numbers(&format!("content/{}.md", code.as_str()), 3).into_iter().enumerate()
        {
            let message = message!("Nummer {n}.", "Number {n}.");
            problems.push(Problem { code: *code, severity: Severity::Warning, message, ..problem });
        }
    }
    let told = headings(&problems, Extent::SummedUp);
    let of = |n: &str| told.iter().filter(|line| line.ends_with(n)).count();
    assert_eq!((of("Nummer 0."), of("Nummer 1."), of("Nummer 2.")), (7, 5, 0));
    assert_eq!(told.len(), 19);
    assert!(told[12].ends_with("1 till."), "{told:?}");
    assert!(told[18].ends_with("2 till i en fil."), "{told:?}");
}
