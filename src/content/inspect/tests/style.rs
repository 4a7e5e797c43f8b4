//! Links and sentences, in whole documents.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::content::inspect::inspect;
use crate::diagnostic::Source;
use crate::language::Language::Swedish;
use crate::markdown::{LinkKind, MarkdownLink, Outline};
use crate::model::Tail;
use crate::model::document::Body;

const HEAD: &str = "+++\nkind = \"page\"\ntitle = \"Å\"\n+++\n";

/// The code, line and marked characters of everything found in a page with this body.
fn found(markdown: &str, links: &[(&str, &str)]) -> Vec<(&'static str, usize, String)> {
    let source = Source::new("content/om.md", format!("{HEAD}{markdown}"));
    let link = |&(text, destination): &(&str, &str)| {
        let start = markdown.find(destination).unwrap_or_else(|| panic!("{destination}"));
        MarkdownLink {
            destination: destination.to_owned(),
            text: text.to_owned(),
            span: start..start + destination.len(),
            kind: LinkKind::Link,
        }
    };
    let outline = Outline { links: links.iter().map(link).collect(), ..Outline::default() };
    let body = Body { text: Tail::from(markdown), start: HEAD.len(), outline };
    let problems = inspect(&source, Some(&body), None);
    problems
        .iter()
        .map(|problem| {
            let told = problem.diagnostic(Swedish);
            (told.code.as_str(), told.line, source.text[problem.span.clone().unwrap()].to_owned())
        })
        .collect()
}

#[test]
fn link_texts_that_say_nothing_are_pointed_out() {
    assert_eq!(
        found(
            "Å.\n\n[Läs mer »](a.md), [klicka *här*](b.md), [Read more](<c d.md>).",
            &[("Läs mer »", "a.md"), ("klicka här", "b.md"), ("Read more", "c d.md")],
        ),
        [
            ("link-text", 7, "Läs mer »".to_owned()),
            ("link-text", 7, "b.md".to_owned()),
            ("link-text", 7, "Read more".to_owned()),
        ]
    );
}

#[test]
fn bare_addresses_are_pointed_out() {
    assert_eq!(
        found("<https://example.se/a>", &[("https://example.se/a", "https://example.se/a")]),
        [("link-text", 5, "https://example.se/a".to_owned())]
    );
}

#[test]
fn link_texts_that_say_something_are_left_alone() {
    let text = "[Läs mer om avtalet](a.md), [Härnösand](b.md), [kommun@example.se](mailto:kommun@example.se)";
    let links = [
        ("Läs mer om avtalet", "a.md"),
        ("Härnösand", "b.md"),
        ("kommun@example.se", "mailto:kommun@example.se"),
    ];
    assert_eq!(found(text, &links), []);
}

#[test]
fn a_sentence_of_more_than_forty_words_is_pointed_out_once() {
    let sentence = |words: usize| format!("{}slut.", "ord ".repeat(words - 1));
    assert_eq!(found(&sentence(40), &[]), []);
    assert_eq!(found(&sentence(41), &[]), [("long-sentence", 5, sentence(41))]);
}

#[test]
fn numbers_and_addresses_are_found_in_body_and_front_matter() {
    let front = "+++\ntitle = \"121212-1212\"\n[contact]\nphone = \"070-174 06 05\"\n+++\n";
    let source = Source::new("content/om.md", format!("{front}anna@gmail.com"));
    let body = Body {
        text: Tail::from("anna@gmail.com"),
        start: front.len(),
        outline: Outline::default(),
    };
    let lines = inspect(&source, Some(&body), None)
        .iter()
        .map(|problem| (problem.code.as_str(), problem.diagnostic(Swedish).line))
        .collect::<Vec<_>>();
    assert_eq!(lines, [("personal-number", 2), ("private-email", 6), ("phone-number", 4)]);
}

#[test]
fn a_number_is_not_both_a_personal_and_a_mobile_number() {
    // A number without gaps can be either; the more serious is reported.
    let source = Source::new("content/om.md", "0701740607");
    let codes = inspect(&source, None, None).iter().map(|p| p.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes, ["personal-number"]);
}

#[test]
fn sentences_copied_word_for_word_are_left_alone() {
    let sentence = format!("{}.", vec!["ord"; 41].join(" "));
    let codes = |wording: &str| {
        let file = format!("+++\nkind = \"page\"\ntitle = \"Å\"\n{wording}+++\n{sentence}\n");
        let raw = crate::content::RawFile::new("content/om.md", file.into_bytes());
        let file = crate::content::parse_file(&raw);
        file.problems.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(codes(""), ["long-sentence"]);
    assert_eq!(codes("wording = \"summary\"\n"), ["long-sentence"]);
    assert!(codes("wording = \"verbatim\"\n").is_empty());
}

#[test]
fn no_white_space_hides_a_long_sentence_from_the_quick_look() {
    use crate::content::inspect::long_sentence::may_have_one;
    let blanks = (0..=0x3000).filter_map(char::from_u32).filter(|c| c.is_whitespace());
    for blank in blanks.map(String::from).chain(["&nbsp;".to_owned(), "&#32;".to_owned()]) {
        assert!(may_have_one(&vec!["ord"; 41].join(&blank)), "{blank:?}");
    }
    assert!(!may_have_one(&vec!["ord"; 40].join(" ")));
}

/// Pieces of prose and markup, among which sentences may or may not end.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec!["ord ", "Ord ", "två ", "Åtta ", "möte "]),
        2 => prop::sample::select(vec!["slut. ", "bra. ", "kl. ", "bl.a. ", "i. ", "m.m. ", "A. ", "ja! "]),
        1 => prop::sample::select(vec![
            "[länk](/x \"titel. Ord\") ", "<!-- dolt. Ord --> ", "`kod. Ord` ", "*vikt. Ord* ", "\n", "\\. Ord ",
            "![bild. Ord](b.png) ", "&nbsp;", "\u{a0}", "\n\n", "\n- ", "\n# ", "(se sid. Ord) ", "”Ja. ” ",
        ]),
    ];
    prop::collection::vec(piece, 30..110).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_201),
        cases: 4000,
        ..Config::default()
    })]

    #[test]
    fn the_quick_look_misses_no_long_sentence(text in prose()) {
        use crate::content::inspect::long_sentence::may_have_one;
        let longest = crate::markdown::sentences(&text).into_iter().map(|(_, words)| words).max();
        prop_assert!(longest.unwrap_or(0) <= 40 || may_have_one(&text), "{longest:?} words");
    }
}

#[test]
fn the_quick_look_passes_over_long_paragraphs_of_short_sentences() {
    use crate::content::inspect::long_sentence::may_have_one;
    assert!(!may_have_one(&"Polisen går oftare genom parken. ".repeat(30)));
    assert!(may_have_one(&"Polisen går kl. Åtta genom parken m.m. ".repeat(30)));
}
