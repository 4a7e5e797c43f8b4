//! The line of a file that is shown under a message.

use super::*;

#[test]
fn what_a_file_smuggles_in_is_spelled_out() {
    let source =
        Source::new("content/\u{1b}[2J\u{202e}a.md", "före\u{1b}[31m\u{200b} x\u{7} efter");
    let at = source.text.find('x').unwrap();
    let hostile = "\u{1b}]0;titel\u{7}";
    let problem = Problem::at(
        Code::UnknownKey,
        &source,
        at..at + 2,
        message!("Nyckeln ”{hostile}”", "Key “{hostile}”"),
        message!("Ta bort ”{hostile}”", "Remove “{hostile}”"),
    );
    let report = report(&[problem], Swedish);
    assert_data_eq!(
        text_told(&report, Swedish, false),
        str![[r#"
fel[unknown-key]: Nyckeln ”<U+001B>]0;titel<U+0007>”
 --> content/<U+001B>[2J<U+202E>a.md:1:12
  |
1 | före<U+001B>[31m<U+200B> x<U+0007> efter
  |                          ^^^^^^^^^
  |
  = hjälp: Ta bort ”<U+001B>]0;titel<U+0007>”


"#]]
        .raw()
    );
}

#[test]
fn a_name_of_a_file_never_breaks_a_line() {
    let hostile = "a\tb\nc\u{1b}[2J";
    let problem = Problem::in_file(
        Code::AddressCollision,
        &Source::path_only(format!("content/{hostile}.md")),
        message!("Det får också {hostile}.", "So does {hostile}."),
        message!("Byt namn på {hostile}.", "Rename {hostile}."),
    );
    let report = report(&[problem], Swedish);
    let told = text_told(&report, Swedish, false);
    assert_data_eq!(
        &told,
        str![[r#"
fel[address-collision]: Det får också a<U+0009>b<U+000A>c<U+001B>[2J.
 --> content/a<U+0009>b<U+000A>c<U+001B>[2J.md
 = hjälp: Byt namn på a<U+0009>b<U+000A>c<U+001B>[2J.


"#]]
        .raw()
    );
    assert!(!html::list(&report, Swedish).contains(['\t', '\u{1b}']));
}

#[test]
fn a_long_line_is_shown_around_the_place_with_the_column_of_the_file() {
    let line = format!("{} här {}", "ord ".repeat(2_500_000), "ord ".repeat(1000));
    let report = report(&[problem_with_line(&line, "här")], Swedish);
    assert_data_eq!(
        text_told(&report, Swedish, false),
        str![[r#"
fel[toml-syntax]: Fel.
 --> content/a.md:1:10000002
  |
1 | ...ord ord ord ord ord ord ord ord ord ord ord ord ord  här ord ord ord ord ord ord ord ord ord ord ord ord ord o...
  |                                                         ^^^
  |
  = hjälp: Rätta.


"#]]
        .raw()
    );
}

#[test]
fn tabs_wide_characters_and_ends_of_lines_are_underlined_where_they_stand() {
    let line = "\tå = 日本 👩‍👧 x";
    let source = Source::new("content/a.md", line);
    let end = Problem::at(
        Code::TomlSyntax,
        &source,
        line.len()..line.len() + 9,
        message!("Slut.", "End."),
        message!("Rätta.", "Mend it."),
    );
    let report =
        report(&[problem_with_line(line, "x"), problem_with_line(line, "日本"), end], Swedish);
    assert_data_eq!(
        text_told(&report, Swedish, false),
        str![[r#"
fel[toml-syntax]: Fel.
 --> content/a.md:1:6
  |
1 |     å = 日本 👩👧 x
  |         ^^^^
  |
  = hjälp: Rätta.

fel[toml-syntax]: Fel.
 --> content/a.md:1:13
  |
1 |     å = 日本 👩👧 x
  |                   ^
  |
  = hjälp: Rätta.

fel[toml-syntax]: Slut.
 --> content/a.md:1:14
  |
1 |     å = 日本 👩👧 x
  |                    ^
  |
  = hjälp: Rätta.


"#]]
        .raw()
    );
}

#[test]
fn an_excerpt_with_a_wrong_place_is_shown_without_panic() {
    let mut report = report(&[unknown_key()], Swedish);
    for (start, end) in [(999, 1000), (12, 3), (11, 12), (12, 999)] {
        let excerpt = report.diagnostics[0].excerpt.as_mut().unwrap();
        (excerpt.start, excerpt.end) = (start, end);
        assert!(text_told(&report, Swedish, true).contains("tittle"));
        assert!(html::list(&report, Swedish).contains("tittle"));
    }
}
